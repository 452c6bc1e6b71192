"""Changes of planned reminders and of links when a cohort ends on another day.

Weekly ones follow the last day, and so do the links of learners. One that was planned for a day
after it is cancelled for good.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain.cohort_view import CohortView, Report
from bot.domain.commands import Cancel, ChangeLink, ChangeSchedule, Command
from bot.domain.coordination.planned import next_at
from bot.domain.invitations import INVITATION_DAYS, LinkInUse
from bot.domain.local_time import DAY, at_local
from bot.domain.recurrence import Timing, next_occurrence, occurrences


@dataclass(frozen=True, slots=True)
class LastDay:
    """The effects of another last day. ``links`` are those of learners that end on another day by
    it.

    ``carried`` are weekly reminders that go on until then, ``shortened`` those that lose some of
    their times, each with its last one, None for none at all; ``gone`` single ones with the time
    at which they would have gone.
    """

    carried: tuple[Report, ...] = ()
    shortened: tuple[tuple[Report, datetime | None], ...] = ()
    gone: tuple[tuple[Report, datetime], ...] = ()
    links: tuple[LinkInUse, ...] = ()

    @property
    def takes_away(self) -> bool:
        """Return whether something that is planned falls away."""
        return bool(self.shortened or self.gone)


def last_day(view: CohortView, ends_on: date, now: datetime) -> LastDay:
    """Return what becomes of what is planned when the cohort ends on this day."""
    if ends_on > view.cohort.ends_on:
        weekly = (each for each in view.planned if each.schedule.is_weekly)
        carried = tuple(each for each in weekly if _goes_again(each, ends_on, now))
        return LastDay(carried=carried, links=_links(view, ends_on, now))
    end = at_local(view.cohort.zone, ends_on + DAY, "00:00")
    times = ((each, next_at(each, now)) for each in view.planned)
    coming = [(each, at) for each, at in times if at and not view.cohort.is_over(at)]
    return LastDay(
        shortened=tuple(_shortened(coming, ends_on, end, now)),
        gone=tuple((r, at) for r, at in coming if not r.schedule.is_weekly and at >= end),
        links=_links(view, ends_on, now),
    )


def carry_along(view: CohortView, ends_on: date, now: datetime) -> Iterator[Command]:
    """Yield what the store is asked to do about planned reminders when the last day changes."""
    for report in view.planned:
        schedule = report.schedule
        if schedule.is_weekly and schedule.timing:
            # What was over may have a time that passed unseen: nobody is to get that one now.
            since = now if view.cohort.is_over(now) else schedule.fired_until
            timing = replace(schedule.timing, until=ends_on)
            yield ChangeSchedule(replace(schedule, timing=timing, fired_until=since))
    what = last_day(view, ends_on, now)
    yield from (Cancel(each.schedule.id) for each, _ in what.gone)
    yield from (ChangeLink(view.cohort.id, each.id, each.until) for each in what.links)


def _links(view: CohortView, ends_on: date, now: datetime) -> tuple[LinkInUse, ...]:
    """Return the links of learners that end on another day than before, each as it is then."""
    zone = view.cohort.zone
    before = at_local(zone, view.cohort.ends_on + DAY, "00:00")
    until = at_local(zone, ends_on + DAY, "00:00")
    longest = {each.id: (each.made_at or now) + INVITATION_DAYS for each in view.links}
    moved = (
        replace(each, until=min(until, longest[each.id]))
        for each in view.links
        if each.role == "learner" and (each.until == before or each.until > until)
    )
    known = {each.id: each.until for each in view.links}
    return tuple(each for each in moved if each.until != known[each.id])


def _goes_again(report: Report, ends_on: date, now: datetime) -> bool:
    timing = report.schedule.timing
    return timing is not None and next_occurrence(replace(timing, until=ends_on), now) is not None


def _shortened(
    coming: list[tuple[Report, datetime]], ends_on: date, end: datetime, now: datetime
) -> Iterator[tuple[Report, datetime | None]]:
    for report, _ in coming:
        timing = report.schedule.timing
        if timing and report.schedule.is_weekly and next_occurrence(timing, end):
            since = max(now, report.schedule.fired_until)
            yield report, _last(replace(timing, until=ends_on), since, end)


def _last(timing: Timing, after: datetime, until: datetime) -> datetime | None:
    times = [at for _, at in occurrences(timing, after, until)]
    return times[-1] if times else None
