"""The question of an invitation is answered by a typed yes or no, too."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod

from bot.analysis.letters import bare
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.flows import Prompt
from bot.flows.coaching.questions import is_question, say_known_answer
from bot.flows.membership.codes import code_in

FEW_WORDS = 4
"""More words than this are no name and no greeting: somebody went on with their answer."""

YES = ("yes", "y", "yes please", "ok", "okay", "aye", "yes, join")

NO = re.compile(
    r"(?:no|nope|nah|naw)(?:[ ,]+(?:thanks?|thank\s+you|name))?|.{0,12}\brather\s+not\b.{0,8}"
)


class InvitedPrompt(Prompt, ABC):
    """Asks whether they take up an invitation, as long as it can be used."""

    gives_way = True
    takes_words = True
    by_press = True
    follows = frozenset({"code"})

    @abstractmethod
    def question(self, turn: TurnContext) -> str:
        """Return the question itself, in one line."""

    def is_open(self, turn: TurnContext) -> bool:
        """Return whether it can be taken up still."""
        return turn.access.invitation is not None

    @abstractmethod
    def ask(self, turn: TurnContext) -> None:
        """Ask, with all that a yes means."""

    @abstractmethod
    def say_yes(self, turn: TurnContext) -> None:
        """Take it up; say so where the link is not in use any more."""

    @abstractmethod
    def say_no(self, turn: TurnContext) -> None:
        """Leave it."""

    def take_text(self, turn: TurnContext) -> bool:
        """Take a typed yes or no. A question is answered, and the invitation stands."""
        typed = bare(turn.event.text).casefold()
        is_open = self.is_open(turn)
        if typed in YES:
            self.say_yes(turn)
        elif NO.fullmatch(typed):
            self.say_no(turn)
        elif is_open and is_question(turn):
            turn.keep_aside(turn.event.text)
            say_known_answer(turn, turn.event.text)
            turn.say(self.question(turn))
        elif count_words(typed) > FEW_WORDS or code_in(typed):
            turn.answered()
            return False
        elif is_open:
            self.ask(turn)
        else:
            self.say_yes(turn)  # which says that the link is not in use any more
        return True
