"""“No, keep it”: what is typed about words of harm that are neither kept nor dropped yet."""

from __future__ import annotations

from bot.analysis.reading.answering import core_of
from bot.engine.context import TurnContext


def decision_in(turn: TurnContext) -> str:
    """Return *keep* or *drop* where that is all that is said while words wait, "" for neither."""
    if not turn.conversation.undecided:
        return ""
    cues, said = turn.content.listening.harm.cues, core_of(turn.event.text)
    if said in cues.keep_it:
        return "keep"
    return "drop" if said in cues.drop_it else ""
