"""Who is reminded, when, and why not: one rule, whoever asks it and at whatever point."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.domain.cohort import Cohort, Member
from bot.domain.eligibility import (
    Case,
    Decision,
    decide_delivery,
    plan_deliveries,
    preview_audience,
    to_nudge,
    to_send_again,
)
from bot.domain.reminder_preferences import ReminderPreferences
from bot.domain.reminders import (
    Audience,
    Delivery,
    DeliveryState,
    Kind,
    Schedule,
    nudge_schedule,
    outcome_question,
    own_reminder,
)

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)

HOUR, DAY = timedelta(hours=1), timedelta(days=1)

TEAM = Cohort("team", "Nursery team", "thing_2", date(2027, 3, 31), "Europe/London", NOW)

SENT = Schedule("s1", "team", Audience("unfinished"), "", None, "900", NOW, NOW)

LAST_YEAR = datetime(2025, 11, 24, tzinfo=UTC)


def learner(**more: Any) -> Member:
    """Somebody in the middle of it, who may be reminded now."""
    return replace(Member("1", 1, step="overlap", status="in_progress"), **more)


def delivery(**more: Any) -> Delivery:
    return replace(Delivery("s1", NOW.date(), "1", NOW, cohort="team", dialogue="thing_2"), **more)


def decided(
    member: Member,
    each: Delivery | None = None,
    schedule: Schedule = SENT,
    cohort: Cohort | None = TEAM,
    now: datetime = NOW,
) -> Decision:
    return decide_delivery(Case(each or delivery(), member, cohort, schedule), now)


def test_who_may_be_reminded_is_reminded_at_once() -> None:
    assert decided(learner()) == Decision(at=NOW, goes=True)


@pytest.mark.parametrize(
    ("member", "why"),
    [
        (learner(left_at=NOW), "left"),
        (learner(blocked=True), "blocked"),
        (learner(status="submitted"), "finished"),
        (learner(resting=True), "off"),
        (learner(preferences=ReminderPreferences(on=False)), "off"),
        (learner(own_reminded_at=NOW - 2 * DAY), "recent"),
        (learner(left_at=NOW, blocked=True, status="submitted"), "left"),
    ],
)
def test_who_may_not_is_skipped_for_the_first_reason(member: Member, why: str) -> None:
    assert decided(member) == Decision(why=why)  # type: ignore[arg-type]


def test_who_is_no_longer_where_it_was_meant_for_is_left_out() -> None:
    stuck = replace(SENT, audience=Audience("stuck", step="management"))
    assert decided(learner(), schedule=stuck).why == "moved_on"
    assert decided(learner(step="management"), schedule=stuck).goes


def test_what_is_more_than_six_hours_late_is_left_out_whatever_else_is_true() -> None:
    late = NOW + timedelta(hours=6, seconds=1)
    assert decided(learner(), now=NOW + timedelta(hours=6)).why != "late"
    assert decided(learner(left_at=NOW), now=late).why == "late"
    assert decided(learner(), now=NOW + 6 * HOUR).goes


def test_a_cancelled_reminder_goes_to_nobody() -> None:
    assert decided(learner(), schedule=replace(SENT, cancelled_at=NOW)).why == "cancelled"


def test_who_writes_now_gets_it_half_an_hour_later_and_who_sleeps_in_the_morning() -> None:
    writing = decided(learner(last_at=NOW - timedelta(minutes=10)))
    assert writing == Decision(at=NOW + timedelta(minutes=20))
    evening = NOW.replace(hour=22)
    sleeping = decided(learner(), delivery(due_at=evening), now=evening)
    assert sleeping == Decision(at=datetime(2026, 11, 25, 7, 0, tzinfo=UTC))


def test_what_could_only_come_after_the_last_day_does_not() -> None:
    last_evening = datetime(2027, 3, 31, 21, 0, tzinfo=UTC)
    assert decided(learner(), delivery(due_at=last_evening), now=last_evening).why == "over"


def test_as_it_leaves_the_reminder_itself_is_no_recent_one() -> None:
    case = Case(delivery(), learner(own_reminded_at=NOW), TEAM, SENT)
    assert decide_delivery(case, NOW).why == "recent"
    assert decide_delivery(case, NOW, leaving=True).goes
    muted = replace(case, member=learner(resting=True))
    assert decide_delivery(muted, NOW, leaving=True).why == "off"


def test_a_further_try_does_not_wait_for_three_days() -> None:
    assert decided(learner(own_reminded_at=NOW - DAY), delivery(again=True)).goes


def test_what_a_learner_asked_for_comes_at_their_time_though_reminders_are_off() -> None:
    late = NOW.replace(hour=23)
    mine = own_reminder("1", late)
    off = learner(preferences=ReminderPreferences(on=False), reminded_at=NOW)
    assert decide_delivery(Case(mine, off), late).goes
    assert decide_delivery(Case(mine, replace(off, resting=True)), late).why == "off"


def test_how_it_went_is_asked_of_who_has_finished() -> None:
    asked = outcome_question("1", "thing_2", NOW)
    assert decide_delivery(Case(asked, learner(status="submitted")), NOW).goes


def test_the_plan_and_the_preview_agree_and_nobody_is_left_out_of_the_sum() -> None:
    people = [
        learner(chat_id="1"),
        learner(chat_id="2", status="submitted"),
        learner(chat_id="3", preferences=ReminderPreferences(not_before="16:00")),
        learner(chat_id="4", left_at=NOW),
    ]
    preview = preview_audience(TEAM, SENT.audience, people, NOW)
    planned = plan_deliveries(TEAM, SENT, people, (NOW.date(), NOW), NOW)
    assert [(each.chat_id, each.state, each.why) for each in planned] == [
        ("1", "waiting", ""),
        ("2", "skipped", "finished"),
        ("3", "waiting", ""),
    ]
    assert [each.chat_id for each in preview.going()] == ["1"]
    assert [(m.chat_id, at) for m, at in preview.waiting()] == [("3", planned[2].due_at)]
    assert preview.reasons == {"finished": 1}
    assert {(each.cohort, each.dialogue, each.kind) for each in planned} == {
        ("team", "thing_2", "reminder")
    }


def test_what_was_slept_over_is_planned_as_skipped() -> None:
    [planned] = plan_deliveries(
        TEAM, SENT, [learner()], (NOW.date(), NOW - timedelta(hours=7)), NOW
    )
    assert (planned.state, planned.why) == ("skipped", "late")


def test_a_nudge_goes_to_who_stands_still_and_five_times_at_most() -> None:
    nudging = replace(TEAM, nudge_days=5)
    still = learner(progressed_at=LAST_YEAR)
    people = [
        still,
        replace(still, chat_id="2", nudges=5),
        replace(still, chat_id="3", status="ready"),
        replace(still, chat_id="4", progressed_at=NOW - 4 * DAY),
        replace(still, chat_id="5", last_at=NOW),
    ]
    assert [each.chat_id for each in to_nudge(nudging, people, NOW)] == ["1"]
    assert not to_nudge(TEAM, people, NOW)
    schedule = nudge_schedule(nudging, "900", NOW)
    [planned] = plan_deliveries(nudging, schedule, [still], (NOW.date(), NOW), NOW)
    assert (planned.kind, planned.schedule, planned.state) == ("nudge", schedule.id, "waiting")


@pytest.mark.parametrize(
    ("kind", "state", "gets_it"),
    [
        ("reminder", "sent", False),
        ("later", "unknown", False),
        ("nudge", "queued", False),
        ("reminder", "skipped", True),
        ("reminder", "failed", True),
    ],
)
def test_who_has_had_another_since_gets_the_doubtful_one_no_more(
    kind: Kind, state: DeliveryState, gets_it: bool
) -> None:
    doubtful = delivery(state="unknown", outbox=5)
    before = delivery(state="sent", outbox=4)
    since = delivery(kind=kind, state=state, outbox=6)
    assert to_send_again([doubtful], [before, doubtful]) == [doubtful]
    assert to_send_again([doubtful], [doubtful, since]) == ([doubtful] if gets_it else [])
