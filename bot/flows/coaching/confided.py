"""“in confidence, my wife died that month”: what is told so is kept, and never said back.

It is shown at the review first of all, to be kept or left out.
"""

from __future__ import annotations

from bot.engine.context import TurnContext
from bot.engine.wording import Text
from bot.engine.wordings import Chooser


def confides(turn: TurnContext, text: str) -> bool:
    """Return whether something in a text is told in confidence."""
    return any(each.confided for each in turn.knowledge.shows_who.find(text))


def confides_loss(turn: TurnContext) -> bool:
    """Return whether what is told in confidence tells of a death or an illness, too."""
    cues = turn.content.listening.kinds.cues
    is_grave = not turn.says.isdisjoint((cues.bad_news, cues.grave))
    return is_grave and _is_private(turn)


def confided_line(turn: TurnContext, lines: Chooser) -> Text | None:
    """Return the line below an answer with something in it that was told in confidence."""
    private = turn.content.listening.kinds.private
    if not _is_private(turn):
        return None
    return lines.must_pick(private.confided_hard if confides_loss(turn) else private.confided)


def _is_private(turn: TurnContext) -> bool:
    return turn.reading.kind == "private" and confides(turn, turn.event.text)
