"""Sending a reminder to those who were missed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.cohort_view import CohortView
from bot.domain.commands import Audit, SendToMissed
from bot.domain.coordination.checks import over_problem
from bot.domain.coordination.outcome import Done, Refused
from bot.domain.missed import missed


def send_to_missed(
    view: CohortView, reminder_id: str, now: datetime
) -> Done[tuple[str, ...]] | Refused:
    """Send a reminder to those who were missed. The facts are their chats.

    Each is looked at again before it goes, as at the first time.
    """
    report = view.report(reminder_id)
    if report is None or report.schedule.kind == "nudge":
        return Refused("unknown_reminder")
    if over := over_problem(view.cohort, now):
        return Refused(over)
    if report.schedule.cancelled_at:
        return Refused("already_cancelled")
    found = {each.number: each.chat_id for each in missed(report.rows)}
    if not found:
        return Refused("nothing_missed")
    rows = (
        replace(each, state="waiting", why="", due_at=now) if each.number in found else each
        for each in report.rows
    )
    after = replace(report, rows=tuple(rows))
    reports = tuple(after if each is report else each for each in view.reports)
    commands = (
        SendToMissed(reminder_id),
        Audit(view.cohort.id, "sent_missed", str(len(found))),
    )
    return Done(commands, replace(view, reports=reports), tuple(found.values()))
