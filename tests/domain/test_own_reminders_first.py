"""A coordinator's own reminders come before those that the coach sends by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.cohort import Cohort, Member
from bot.domain.cohort_view import CohortView, Report
from bot.domain.coordination.clashes import Clashes, clashes, weekly_starves_nudges
from bot.domain.eligibility import Case, decide_delivery, to_nudge
from bot.domain.recurrence import Timing
from bot.domain.reminders import Audience, Delivery, Schedule, nudge_schedule

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)

DAY = timedelta(days=1)

TEAM = Cohort(
    "team", "Team", "thing_2", date(2027, 3, 31), "Europe/London", MONDAY - 30 * DAY, nudge_days=7
)

STILL = Member("1", 1, step="overlap", status="in_progress", progressed_at=MONDAY - 20 * DAY)

WEEKLY = Timing("Europe/London", "10:00", weekday=0)


def planned(timing: Timing, schedule_id: str = "s1") -> Report:
    return Report(
        Schedule(schedule_id, "team", Audience("unfinished"), "", timing, "900", MONDAY, MONDAY), ()
    )


def own(member: Member, now: datetime) -> str | None:
    schedule = planned(WEEKLY).schedule
    delivery = Delivery("s1", now.date(), "1", now, cohort="team")
    return decide_delivery(Case(delivery, member, TEAM, schedule), now).why


def test_an_own_reminder_goes_though_a_nudge_went_yesterday() -> None:
    assert own(replace(STILL, reminded_at=MONDAY - DAY), MONDAY) is None


def test_between_two_own_reminders_lie_three_days() -> None:
    assert own(replace(STILL, own_reminded_at=MONDAY - 2 * DAY), MONDAY) == "recent"
    assert own(replace(STILL, own_reminded_at=MONDAY - 3 * DAY), MONDAY) is None


def test_the_next_nudge_counts_the_chosen_days_from_whatever_came_last() -> None:
    reminded = replace(STILL, reminded_at=MONDAY - 6 * DAY)
    assert not to_nudge(TEAM, [reminded], MONDAY)
    assert to_nudge(TEAM, [replace(reminded, reminded_at=MONDAY - 7 * DAY)], MONDAY)
    nudge = Delivery("nudges-team", MONDAY.date(), "1", MONDAY, "nudge", "team")
    case = Case(nudge, reminded, TEAM, nudge_schedule(TEAM, "900", MONDAY))
    assert decide_delivery(case, MONDAY).why == "recent"


@pytest.mark.parametrize(
    ("cohort", "now", "goes"),
    [
        (TEAM, MONDAY, True),
        (TEAM, MONDAY - timedelta(minutes=1), False),
        (TEAM, MONDAY + 5 * DAY, False),
        (replace(TEAM, nudge_weekday=5), MONDAY + 5 * DAY, True),
        (replace(TEAM, nudge_weekday=5), MONDAY, False),
        (replace(TEAM, nudge_time="18:00"), MONDAY, False),
    ],
)
def test_nudges_have_a_day_and_an_hour_and_leave_out_the_weekend(
    cohort: Cohort, now: datetime, goes: bool
) -> None:
    assert bool(to_nudge(cohort, [STILL], now)) == goes


def test_what_would_keep_another_back_is_known_before_it_is_sent() -> None:
    view = CohortView(TEAM, (), ("900",), (planned(WEEKLY),))
    wednesday = replace(WEEKLY, weekday=2)
    saturday = MONDAY - 2 * DAY
    assert clashes(view, None, saturday).other == MONDAY
    assert clashes(view, wednesday, saturday).other == MONDAY
    assert clashes(view, replace(WEEKLY, weekday=3), saturday).other is None
    assert clashes(view, None, MONDAY).other is None, "the next is a week from now"
    assert clashes(view, WEEKLY, MONDAY, own_id="s1") == Clashes(None, nudges=True)


def test_a_weekly_one_leaves_room_for_nudges_or_the_page_says_that_it_does_not() -> None:
    view = CohortView(TEAM, (), ("900",), (planned(WEEKLY),))
    assert weekly_starves_nudges(view, MONDAY)
    after_three = replace(view, cohort=replace(TEAM, nudge_days=3))
    assert not weekly_starves_nudges(after_three, MONDAY)
    after_five = replace(view, cohort=replace(TEAM, nudge_days=5))
    assert weekly_starves_nudges(after_five, MONDAY), "Saturday is no day for them"
    cancelled = replace(view.reports[0].schedule, cancelled_at=MONDAY)
    ended = replace(view, reports=(replace(view.reports[0], schedule=cancelled),))
    assert not weekly_starves_nudges(ended, MONDAY)
