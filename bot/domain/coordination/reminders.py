"""A coordinator's reminder: explained, sent or planned, ended, sent again."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.cohort import SMALL, Cohort
from bot.domain.cohort_view import CohortView, Report
from bot.domain.commands import Audit, Cancel, ScheduleReminder, SendAgain
from bot.domain.coordination.checks import over_problem, words_problem
from bot.domain.coordination.clashes import Clashes, clashes
from bot.domain.coordination.outcome import Done, Reason, Refused
from bot.domain.drafts import ReminderDraft
from bot.domain.eligibility import AudiencePreview, plan_deliveries, preview_audience
from bot.domain.recurrence import Timing, next_occurrence
from bot.domain.reminders import SINGLE_NOBODY_OUT, Audience, Delivery, DeliveryState, Schedule


@dataclass(frozen=True, slots=True)
class ReminderPreview:
    """Who would get a reminder that goes, or first goes, at ``at``."""

    at: datetime
    timing: Timing | None
    audience: AudiencePreview
    clashes: Clashes


def audience_problem(view: CohortView, audience: Audience, now: datetime) -> Reason | None:
    """Return why nobody can be reminded, or not this part of the cohort."""
    if over := over_problem(view.cohort, now):
        return over
    singles_out = audience.group not in SINGLE_NOBODY_OUT and len(view.here) < SMALL
    return "small" if singles_out else None


def preview_reminder(
    view: CohortView, draft: ReminderDraft, now: datetime, after: datetime | None = None
) -> ReminderPreview | Refused:
    """Return who would get a reminder and who not, before anything is sent.

    ``after`` is from when on a planned one goes, where that is not now.
    """
    problem = audience_problem(view, draft.audience, now) or words_problem(draft.words)
    if problem is None and draft.audience.is_message and not draft.words:
        problem = "no_words"
    numbers = {each.number for each in view.here}
    if problem is None and draft.audience.number and draft.audience.number not in numbers:
        problem = "no_such_person"
    if problem:
        return Refused(problem)
    timing, at = timing_in(view.cohort, draft.timing), now
    if timing:
        first = next_occurrence(timing, after or now)
        if first is None or view.cohort.is_over(first[1]):
            return Refused("never")
        at = first[1]
    audience = preview_audience(view.cohort, draft.audience, view.here, at)
    return ReminderPreview(at, timing, audience, clashes(view, timing, now, draft.id))


def schedule_reminder(
    view: CohortView, draft: ReminderDraft, by: str, now: datetime
) -> Done[Report] | Refused:
    """Send a reminder now, or plan it. The facts are its report.

    One that is there already, by its id, is not sent a second time: the facts are its report.
    """
    if known := view.report(draft.id):
        return Done((), view, known)
    found = preview_reminder(view, draft, now)
    if isinstance(found, Refused):
        return found
    if not reaches_somebody(view, found):
        return Refused("reaches_nobody")
    schedule = Schedule(
        id=draft.id,
        cohort=view.cohort.id,
        audience=draft.audience,
        words=draft.words,
        timing=found.timing,
        made_by=by,
        made_at=now,
        fired_until=now,
    )
    # A planned one has no rows yet: who is in its audience is asked when it goes.
    rows = tuple[Delivery, ...]()
    if not found.timing:
        firing = (view.cohort.today(now), now)
        rows = tuple(plan_deliveries(view.cohort, schedule, view.here, firing, now))
    audit = Audit(view.cohort.id, "sent", draft.audience.group)
    report = Report(schedule, rows)
    after = replace(view, reports=(*view.reports, report))
    return Done((ScheduleReminder(schedule, rows), audit), after, report)


def reaches_somebody(view: CohortView, found: ReminderPreview) -> bool:
    """Return whether to send it has a point: it is planned, or somebody gets it, now or later.

    In a small group it always has: that it had none would tell of somebody.
    """
    if found.timing or len(view.here) < SMALL:
        return True
    return bool(found.audience.going() or found.audience.waiting())


def cancel_reminder(view: CohortView, reminder_id: str, now: datetime) -> Done[int] | Refused:
    """End a reminder, also while it runs. The facts are how many it will not reach any more."""
    report = _open_report(view, reminder_id)
    if isinstance(report, Refused):
        return report
    rows = moved(report, ("waiting", "queued"), "skipped", "cancelled")
    after = Report(replace(report.schedule, cancelled_at=now), rows)
    commands = (Cancel(reminder_id), Audit(view.cohort.id, "cancelled"))
    return Done(commands, view.having(after), report.states["waiting"])


def retry_unknown(
    view: CohortView, reminder_id: str, now: datetime
) -> Done[tuple[str, ...]] | Refused:
    """Send a reminder again to those to whom it may not have come. The facts are their chats."""
    report = _open_report(view, reminder_id)
    if isinstance(report, Refused):
        return report
    if over := over_problem(view.cohort, now):
        return Refused(over)
    chats = tuple(each.chat_id for each in report.rows if each.state == "unknown")
    if not chats:
        return Refused("nothing_unknown")
    after = replace(report, rows=moved(report, ("unknown",), "waiting", ""))
    commands = (SendAgain(reminder_id), Audit(view.cohort.id, "sent_again", str(len(chats))))
    return Done(commands, view.having(after), chats)


def _open_report(view: CohortView, reminder_id: str) -> Report | Refused:
    report = view.report(reminder_id)
    if report is None or report.schedule.kind == "nudge":
        return Refused("unknown_reminder")
    return Refused("already_cancelled") if report.schedule.cancelled_at else report


def timing_in(cohort: Cohort, timing: Timing | None) -> Timing | None:
    """Return a timing where the cohort is, and no longer than the cohort is there."""
    if timing is None:
        return None
    until = None if timing.weekday is None else cohort.ends_on
    return replace(timing, zone=cohort.zone, until=until)


def moved(
    report: Report, old: Collection[str], new: DeliveryState, why: str
) -> tuple[Delivery, ...]:
    """Return the deliveries of a report as they are when those in old states have a new one."""
    rows = report.rows
    return tuple(replace(each, state=new, why=why) if each.state in old else each for each in rows)
