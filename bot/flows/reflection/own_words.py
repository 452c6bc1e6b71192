"""Whose words they are: asked once a statement is ready, and never asserted."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.conversation import is_unsent
from bot.domain.offers import Button
from bot.domain.word_count import count_words
from bot.engine.context import A_FEW, TurnContext, plain_buttons
from bot.engine.flows import Prompt
from bot.flows import LOOK_UPS
from bot.flows.coaching.replies import chooser


def ask_whose_words(turn: TurnContext) -> bool:
    """Ask whether every line is theirs, until that is said; whether it was asked.

    Who did something else first is asked again when they are back at the statement.
    """
    if turn.attempt.own_at or turn.open_prompt or not is_unsent(turn.conversation):
        return False
    turn.ask("own_words")
    _ask(turn)
    return True


def _ask(turn: TurnContext) -> None:
    turn.tell(chooser(turn).must_pick(turn.content.listening.review.own_words) or "")


class OwnWordsPrompt(Prompt):
    """*Is every line yours?* Nothing waits for the answer."""

    name = "own_words"
    is_offer = True
    survives = LOOK_UPS | {"checklist", "ledger"}

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """All of it is, or some is not."""
        return plain_buttons(turn, "own_yes", "own_no", side=True)

    def show(self, turn: TurnContext) -> None:
        """Ask again."""
        _ask(turn)

    def take_text(self, turn: TurnContext) -> bool:
        """Ask again after a few words: a “yes” may be to either way of asking."""
        if count_words(turn.event.text) >= A_FEW:
            return False
        turn.keep_aside(turn.event.text)
        self.show(turn)
        return True
