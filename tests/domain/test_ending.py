"""What ends in a cohort and why not. No chat and no store."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.domain.cohort import Cohort, Member
from bot.domain.cohort_view import CohortView
from bot.domain.commands import (
    DeleteCohort,
    Leave,
    RemoveCoordinator,
    SaveCohort,
    ScheduleReminder,
    StopSchedules,
)
from bot.domain.coordination.ending import (
    close_cohort,
    delete_cohort,
    remove_coordinator,
    remove_member,
    reopen_cohort,
)
from bot.domain.coordination.outcome import OPERATOR, Done, Refused

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)

COHORT = Cohort(
    "c1", "Nursery team", "thing_2", date(2027, 3, 31), "Europe/London", NOW, nudge_days=7
)


def view(*coordinators: str, many: int = 3) -> CohortView:
    people = [Member(str(n), n, joined_at=NOW - timedelta(days=9)) for n in range(1, many + 1)]
    return CohortView(COHORT, tuple(people), coordinators or ("ann",))


def test_a_learner_is_taken_out_by_their_number() -> None:
    done = remove_member(view(), 2, NOW)
    assert isinstance(done, Done)
    assert Leave("c1", "2") in done.commands
    assert done.view_after
    assert [each.number for each in done.view_after.here] == [1, 3]
    assert remove_member(done.view_after, 2, NOW) == Refused("no_such_person")


def test_another_coordinator_is_removed_and_the_schedules_go_on() -> None:
    done = remove_coordinator(view("ann", "bob"), 2, "ann", NOW)
    assert isinstance(done, Done)
    assert RemoveCoordinator("c1", "bob") in done.commands
    assert StopSchedules("c1") not in done.commands


def test_nobody_removes_themselves_as_the_last_and_no_number_is_guessed() -> None:
    assert remove_coordinator(view("ann"), 1, "ann", NOW) == Refused("last_coordinator")
    for number in (0, 2, -1):
        assert remove_coordinator(view("ann"), number, OPERATOR, NOW) == Refused("no_such_person")


def test_where_the_operator_removes_the_last_one_all_that_was_planned_ends() -> None:
    done = remove_coordinator(view("ann"), 1, OPERATOR, NOW)
    assert isinstance(done, Done)
    assert StopSchedules("c1") in done.commands
    assert done.view_after
    assert (done.view_after.cohort.nudge_days, done.view_after.coordinators) == (0, ())


def test_closing_ends_the_schedules_first_and_sends_the_last_message_to_everybody() -> None:
    found = view()
    finished = replace(found.members[0], status="submitted", own_reminded_at=NOW)
    found = replace(found, members=(finished, *found.members[1:]))
    done = close_cohort(found, "Well done.", "ann", "r9", NOW)
    assert isinstance(done, Done)
    stop, save, message, _ = done.commands
    assert stop == StopSchedules("c1")
    assert isinstance(save, SaveCohort)
    assert (save.cohort.closed_at, save.cohort.nudge_days) == (NOW, 0)
    assert isinstance(message, ScheduleReminder)
    assert {each.state for each in message.deliveries} == {"waiting"}
    assert done.facts == ("1", "2", "3")
    assert save.cohort.is_over(NOW)


def test_a_last_message_goes_after_the_last_day_too() -> None:
    found = view()
    found = replace(found, cohort=replace(found.cohort, ends_on=date(2026, 11, 20)))
    done = close_cohort(found, "Well done.", "ann", "r9", NOW)
    assert isinstance(done, Done)
    assert done.facts == ("1", "2", "3")


def test_closing_twice_changes_nothing_and_it_can_be_opened_again() -> None:
    closed = close_cohort(view(), "", "ann", "r9", NOW)
    assert isinstance(closed, Done)
    assert closed.view_after
    again = close_cohort(closed.view_after, "Again.", "ann", "r10", NOW)
    assert isinstance(again, Done)
    assert again.commands == ()
    opened = reopen_cohort(closed.view_after)
    assert opened.view_after
    assert not opened.view_after.cohort.is_over(NOW)
    assert reopen_cohort(opened.view_after).commands == ()


def test_only_a_cohort_that_nobody_joined_is_deleted() -> None:
    assert delete_cohort(view()) == Refused("has_people")
    left = replace(view(), members=(replace(view().members[0], left_at=NOW),))
    assert delete_cohort(left) == Refused("has_people")
    done = delete_cohort(view(many=0))
    assert isinstance(done, Done)
    assert done.commands == (DeleteCohort("c1"),)
