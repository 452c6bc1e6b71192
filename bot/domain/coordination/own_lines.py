"""The line that may be told of each single person before a reminder is sent: one of four things.

Who has reminders off, blocked the coach or is quiet just now is theirs to know: such reasons are
counted and never put beside a name.
"""

from __future__ import annotations

from typing import Literal

from bot.domain.cohort import SMALL, Member
from bot.domain.cohort_view import CohortView
from bot.domain.eligibility import AudiencePreview, Decision

OwnLine = Literal["ready", "reminded", "on_page", "not_now"]


def own_lines(view: CohortView, audience: AudiencePreview) -> tuple[tuple[Member, OwnLine], ...]:
    """Return a line for each of an audience. In a group of fewer than five nobody has one."""
    if len(view.here) < SMALL:
        return ()
    return tuple((member, _line(member, each)) for member, each in audience.decisions)


def _line(member: Member, decision: Decision) -> OwnLine:
    """Return one word for now and for a better time: when somebody is quiet is theirs."""
    if decision.goes or decision.at:
        return "on_page" if member.has_only_page else "reminded"
    return "ready" if member.status in ("ready", "submitted") else "not_now"
