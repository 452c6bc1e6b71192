"""What is done about an order, and what becomes of the message that it stands in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.analysis.reading.own_text.beside import only_plans
from bot.analysis.reading.own_text.reasons import only_reasons
from bot.analysis.reading.own_text.request import Request
from bot.domain.messages import Message
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.cues import says
from bot.flows.coaching.policy import STORY, is_evidence
from bot.flows.coaching.reading import read_text

REST = 6
"""Words that the rest of an order must have to be an answer."""


@dataclass(slots=True)
class Doing:
    """What is done about a message: the order as it is kept, once it is, and what stands beside."""

    turn: TurnContext
    rest: str
    message: Message | None = None
    unclear: Request | None = None
    """The request that it must be asked about, once all others are done."""

    def hold(self) -> None:
        """Keep all of the message beside the answers: nothing in it is one."""
        self.message = self.message or self.turn.keep_aside(self.turn.event.text)

    def keep(self) -> Message | None:
        """Keep the order beside the answers, unless an answer stands beside it."""
        if self.message is None and not tells(self.turn, self.rest):
            self.message = self.turn.keep_aside(self.turn.event.text)
        return self.message

    def ask(self, request: Request) -> None:
        """Note that it must be asked what a request means: the first of several."""
        self.unclear = self.unclear or request


Doer = Callable[[Doing], None]


def tells(turn: TurnContext, rest: str) -> bool:
    """Return whether what stands beside an order tells something at the open question."""
    count, cues = count_words(rest), turn.content.listening.harm.cues
    is_told = count >= REST and not (only_plans(rest) or only_reasons(rest))
    if not is_told or turn.open_question is None or says(rest, cues.protest + cues.misread):
        return False
    told = read_text(turn, rest)
    return is_evidence(told, count) and bool(told.act or told.parts & STORY)
