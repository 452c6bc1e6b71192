"""The list of what coordinators did."""

from __future__ import annotations

from bot.domain.cohort_view import View
from bot.engine import dates
from bot.engine.context import Talk
from bot.engine.wording import Typed
from bot.flows.coordinator.routes import OPERATOR

LAST = 20
"""Lines of the list of what was done."""


def show_audit(talk: Talk, view: View, _: str = "") -> None:
    """Show the last things that coordinators did."""
    words = talk.content.words
    lines = [talk.fill(words.desk.audit)]
    number = {chat: place for place, chat in enumerate(view.coordinators, 1)}
    for each in view.audit[-LAST:]:
        what = talk.fill(getattr(words.audit, each.what), facts=Typed(each.facts))
        by = number.get(each.chat_id)
        somebody = words.desk.operator if each.chat_id == OPERATOR else words.desk.somebody
        name = talk.fill(words.desk.coordinator, number=by) if by else somebody
        at = dates.when(each.at, view.cohort.zone)
        lines.append(talk.fill(words.desk.audit_line, when=at, who=name, what=what))
    talk.tell("\n".join(lines))
