"""The list of what coordinators did."""

from __future__ import annotations

from bot.domain.cohort_view import CohortView
from bot.engine import dates
from bot.engine.context import TurnContext
from bot.engine.wording import Typed
from bot.flows.coordinator.routes import OPERATOR

LAST = 20
"""Lines of the list of what was done."""


def show_audit(turn: TurnContext, view: CohortView, _: str = "") -> None:
    """Show the last things that coordinators did."""
    words = turn.content.words
    lines = [turn.fill(words.coordinator.audit)]
    number = {chat: place for place, chat in enumerate(view.coordinators, 1)}
    for each in view.audit[-LAST:]:
        what = turn.fill(getattr(words.audit, each.what), facts=Typed(each.facts))
        by = number.get(each.chat_id)
        somebody = (
            words.coordinator.operator if each.chat_id == OPERATOR else words.coordinator.somebody
        )
        name = turn.fill(words.coordinator.coordinator, number=by) if by else somebody
        at = dates.when(each.at, view.cohort.zone)
        lines.append(turn.fill(words.coordinator.audit_line, when=at, who=name, what=what))
    turn.tell("\n".join(lines))
