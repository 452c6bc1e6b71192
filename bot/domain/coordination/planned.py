"""Changing a reminder that is planned, and letting one rest for a while."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.cohort_view import CohortView, Report
from bot.domain.commands import Audit, ChangeSchedule
from bot.domain.coordination.checks import over_problem
from bot.domain.coordination.outcome import Done, Refused
from bot.domain.coordination.reminders import (
    ReminderPreview,
    moved,
    preview_reminder,
    timing_in,
)
from bot.domain.drafts import ReminderDraft
from bot.domain.recurrence import Timing, next_occurrence


def next_at(report: Report, now: datetime) -> datetime | None:
    """Return when a planned reminder goes next, None for never again.

    Of a paused one, when it would.
    """
    timing = report.schedule.timing
    found = next_occurrence(timing, max(now, report.schedule.fired_until)) if timing else None
    return found[1] if found else None


def preview_draft(
    view: CohortView, draft: ReminderDraft, now: datetime
) -> ReminderPreview | Refused:
    """Return who would get a reminder and who not: a new one, or one as it is after a change."""
    if not draft.changes:
        return preview_reminder(view, draft, now)
    report = _planned(view, draft.id, now)
    if isinstance(report, Refused):
        return report
    timing = timing_in(view.cohort, draft.timing)
    if timing is None:
        return Refused("needs_time")
    return preview_reminder(view, draft, now, after=_looked_at_until(report, timing, now))


def change_reminder(
    view: CohortView, draft: ReminderDraft, now: datetime
) -> Done[Report] | Refused:
    """Change a planned reminder into what the draft says. The facts are its report.

    Who had it on a day does not get it again on that day.
    """
    found, report = preview_draft(view, draft, now), view.report(draft.id)
    if isinstance(found, Refused):
        return found
    if report is None or found.timing is None:
        return Refused("unknown_reminder")
    schedule = replace(
        report.schedule,
        audience=draft.audience,
        words=draft.words,
        timing=found.timing,
        fired_until=_looked_at_until(report, found.timing, now),
    )
    return _changed(view, replace(report, schedule=schedule), "replanned")


def pause_reminder(view: CohortView, reminder_id: str, now: datetime) -> Done[Report] | Refused:
    """Let a weekly reminder or the nudges rest; what waits of it is not sent, either."""
    report = _resting(view, reminder_id, now)
    if isinstance(report, Refused) or report.schedule.paused_at:
        return report if isinstance(report, Refused) else Done((), view, report)
    rows = moved(report, ("waiting", "queued"), "skipped", "paused")
    return _changed(view, Report(replace(report.schedule, paused_at=now), rows), "paused")


def resume_reminder(view: CohortView, reminder_id: str, now: datetime) -> Done[Report] | Refused:
    """Let a paused one go on from now: what it has missed is not caught up on."""
    report = _resting(view, reminder_id, now)
    if isinstance(report, Refused) or not report.schedule.paused_at:
        return report if isinstance(report, Refused) else Done((), view, report)
    if over := over_problem(view.cohort, now):
        return Refused(over)
    schedule = replace(report.schedule, paused_at=None, fired_until=now)
    return _changed(view, replace(report, schedule=schedule), "resumed")


def _changed(view: CohortView, report: Report, what: str) -> Done[Report]:
    commands = (ChangeSchedule(report.schedule), Audit(view.cohort.id, what))
    return Done(commands, view.having(report), report)


def _planned(view: CohortView, reminder_id: str, now: datetime) -> Report | Refused:
    """Return a reminder of theirs that still goes at a time that was set."""
    report = view.report(reminder_id)
    if report is None or report.schedule.kind == "nudge":
        return Refused("unknown_reminder")
    if report.schedule.cancelled_at:
        return Refused("already_cancelled")
    return report if next_at(report, now) else Refused("gone_out")


def _resting(view: CohortView, reminder_id: str, now: datetime) -> Report | Refused:
    """Return what can rest: a weekly reminder, or the nudges."""
    if view.cohort.closed_at:
        return Refused("is_closed")
    report = view.report(reminder_id)
    if report and report.schedule.kind == "nudge":
        return report
    found = _planned(view, reminder_id, now)
    is_weekly = isinstance(found, Report) and found.schedule.is_weekly
    return found if is_weekly or isinstance(found, Refused) else Refused("not_weekly")


def _looked_at_until(report: Report, timing: Timing, now: datetime) -> datetime:
    """Return from when on a changed one goes.

    One whose time stays is looked at from where it was left: it may be due in this very second.
    """
    if timing == report.schedule.timing:
        return report.schedule.fired_until
    first = next_occurrence(timing, now)
    had = first is not None and any(each.day == first[0] for each in report.rows)
    return first[1] if first and had else now
