"""What a coordinator may do, what comes of it, and each reason why not. No chat and no store."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import get_args

import pytest

from bot.content.words.refusals import Refusals
from bot.domain.access import Access
from bot.domain.cohort import Cohort, Member
from bot.domain.cohort_view import CohortView, Report
from bot.domain.commands import (
    AddCoordinator,
    Audit,
    Cancel,
    ExpectAlone,
    Invite,
    RemoveCoordinator,
    SaveCohort,
    ScheduleReminder,
    SendAgain,
    Withdraw,
)
from bot.domain.coordination.checks import words_problem
from bot.domain.coordination.cohorts import (
    change_cohort,
    create_cohort,
    nudge_after,
    nudge_at,
)
from bot.domain.coordination.links import links_in_use, withdraw_link
from bot.domain.coordination.outcome import OPERATOR, Done, Reason, Refused
from bot.domain.coordination.planned import pause_reminder, resume_reminder
from bot.domain.coordination.reminders import (
    ReminderPreview,
    audience_problem,
    cancel_reminder,
    preview_reminder,
    retry_unknown,
    schedule_reminder,
)
from bot.domain.coordination.team import invite, invite_coordinator, leave_team
from bot.domain.drafts import ChangeDraft, CohortDraft, ReminderDraft
from bot.domain.invitations import LinkInUse, hashed, link_id
from bot.domain.recurrence import Timing
from bot.domain.reminders import Audience, Delivery, DeliveryState, Schedule, nudge_schedule

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
"""A Tuesday."""

LAST_DAY = date(2027, 3, 31)

LONDON = "Europe/London"

COHORT = Cohort("c1", "Nursery team", "thing_2", LAST_DAY, LONDON, NOW)

TOKENS = ("ab" * 16, "cd" * 16)

ANN = Access(
    may_create_cohorts=True,
    coordinates=(COHORT,),
    random_tokens=TOKENS,
    invitation_address="https://example.org/{token}",
)

DRAFT = CohortDraft("Night team", "thing_2", LAST_DAY, LONDON, asked="")

NUDGES = nudge_schedule(COHORT, "ann", NOW)

REMINDER = ReminderDraft("r1", "c1", Audience("unfinished"), asked="")


def view(many: int = 5, **more: object) -> CohortView:
    """A cohort with so many learners, the first of whom has finished."""
    people = [Member(str(n), n, joined_at=NOW - timedelta(days=9)) for n in range(1, many + 1)]
    people[:1] = [replace(each, status="submitted") for each in people[:1]]
    found = CohortView(COHORT, tuple(people), ("ann", "bob"))
    return replace(found, **more)  # type: ignore[arg-type]


def over(found: CohortView) -> CohortView:
    return replace(found, cohort=replace(found.cohort, ends_on=date(2026, 11, 23)))


def with_reminder(*states: DeliveryState, cancelled: bool = False) -> CohortView:
    """A cohort with one reminder, r1, whose recipients are in these states."""
    schedule = Schedule("r1", "c1", Audience("unfinished"), "", None, "ann", NOW, NOW)
    if cancelled:
        schedule = replace(schedule, cancelled_at=NOW)
    rows = tuple(
        Delivery(schedule.id, NOW.date(), str(n), NOW, state=state)
        for n, state in enumerate(states)
    )
    return view(reports=(Report(schedule, rows),))


def test_every_reason_has_a_sentence_and_no_sentence_is_without_one() -> None:
    assert set(Refusals.model_fields) == set(get_args(Reason))


# -- making a cohort and changing it


def test_who_makes_a_cohort_looks_after_it() -> None:
    done = create_cohort(DRAFT, ANN, "ann", NOW, ("thing_2",))
    assert isinstance(done, Done)
    made = Cohort(TOKENS[0][:8], "Night team", "thing_2", LAST_DAY, LONDON, NOW)
    assert done.facts == made
    assert done.commands == (
        SaveCohort(made),
        AddCoordinator(made.id, "ann"),
        Audit(made.id, "made"),
    )
    assert done.view_after == CohortView(made, (), ("ann",))


def test_what_is_made_on_the_server_is_looked_after_by_nobody_yet() -> None:
    done = create_cohort(DRAFT, ANN, OPERATOR, NOW, ("thing_2",))
    assert isinstance(done, Done)
    assert not any(isinstance(each, AddCoordinator) for each in done.commands)


@pytest.mark.parametrize(
    ("draft", "reason"),
    [
        (replace(DRAFT, name=""), "bad_name"),
        (replace(DRAFT, name="n" * 61), "bad_name"),
        (replace(DRAFT, dialogue="nope"), "bad_dialogue"),
        (replace(DRAFT, ends_on=None), "bad_date"),
        (replace(DRAFT, ends_on=date(2026, 11, 23)), "bad_date"),
        (replace(DRAFT, ends_on=date(2028, 11, 24)), "bad_date"),
        (replace(DRAFT, zone="Mars/Olympus"), "bad_zone"),
        (replace(DRAFT, zone="EST"), "bad_zone"),
        (replace(DRAFT, closing="c" * 601), "too_long"),
        (replace(DRAFT, safeguarding="s" * 601), "too_long"),
    ],
)
def test_no_cohort_is_made_of_what_cannot_be(draft: CohortDraft, reason: Reason) -> None:
    assert create_cohort(draft, ANN, "ann", NOW, ("thing_2",)) == Refused(reason)


def test_only_who_may_make_cohorts_makes_one() -> None:
    learner = replace(ANN, may_create_cohorts=False)
    assert create_cohort(DRAFT, learner, "ben", NOW, ("thing_2",)) == Refused("not_yours")


def test_a_cohort_may_end_today_and_in_two_years() -> None:
    for day in (NOW.date(), NOW.date() + timedelta(days=730)):
        made = create_cohort(replace(DRAFT, ends_on=day), ANN, "ann", NOW, ("thing_2",))
        assert isinstance(made, Done)


def test_only_what_is_given_is_changed_and_named() -> None:
    change = ChangeDraft("c1", ends_on=date(2027, 6, 30), closing="")
    done = change_cohort(view(), change, NOW)
    assert isinstance(done, Done)
    changed = replace(COHORT, ends_on=date(2027, 6, 30), closing="")
    assert done.commands == (SaveCohort(changed), Audit("c1", "changed", "ends_on, closing"))
    assert done.view_after == view(cohort=changed)
    assert done.facts == ("ends_on", "closing")


def test_a_change_of_nothing_does_nothing() -> None:
    assert change_cohort(view(), ChangeDraft("c1"), NOW) == Done((), view(), ())


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (ChangeDraft("c1", ends_on=date(2020, 1, 1)), "bad_date"),
        (ChangeDraft("c1", closing="c" * 601), "too_long"),
        (ChangeDraft("c1", safeguarding="s" * 601), "too_long"),
    ],
)
def test_a_cohort_is_not_changed_to_what_cannot_be(change: ChangeDraft, reason: Reason) -> None:
    assert change_cohort(view(), change, NOW) == Refused(reason)


def test_words_for_many_hold_no_number_of_anybody() -> None:
    assert words_problem("Ring me", has_identifier=True) == "has_identifier"
    assert words_problem("a" * 600) is None


def test_nudges_are_switched_on_changed_and_off() -> None:
    done = nudge_after(view(), 7, "ann", NOW)
    assert isinstance(done, Done)
    nudging = replace(COHORT, nudge_days=7)
    schedule = ScheduleReminder(nudge_schedule(nudging, "ann", NOW))
    assert done.commands == (SaveCohort(nudging), Audit("c1", "nudges", "7"), schedule)
    assert done.view_after == view(cohort=nudging)
    assert nudge_after(view(cohort=nudging), 7, "ann", NOW) == Done((), view(cohort=nudging), 7)
    off = nudge_after(view(cohort=nudging), 0, "ann", NOW)
    assert isinstance(off, Done)
    assert off.view_after == view()


@pytest.mark.parametrize("days", [-1, 1, 4, 99999])
def test_nudges_come_after_no_other_number_of_days(days: int) -> None:
    assert nudge_after(view(), days, "ann", NOW) == Refused("bad_days")


def test_in_a_group_that_is_over_nothing_is_sent_by_itself_or_again() -> None:
    assert nudge_after(over(view()), 7, "ann", NOW) == Refused("over")
    done = nudge_after(over(view(cohort=replace(COHORT, nudge_days=7))), 0, "ann", NOW)
    assert isinstance(done, Done), "it can be switched off"
    assert retry_unknown(over(with_reminder("unknown")), "r1", NOW) == Refused("over")


# -- inviting, and the team


def test_nothing_of_a_closed_group_is_changed_before_it_is_opened_again() -> None:
    found = view(cohort=replace(COHORT, closed_at=NOW), reports=(Report(NUDGES, ()),))
    tried = (
        change_cohort(found, ChangeDraft("c1", new_name="Night team"), NOW),
        change_cohort(found, ChangeDraft("c1", ends_on=LAST_DAY), NOW),
        nudge_after(found, 7, "ann", NOW),
        nudge_at(found, None, "10:00"),
        pause_reminder(found, NUDGES.id, NOW),
        resume_reminder(found, NUDGES.id, NOW),
        invite(found, 30, ANN, NOW),
        invite_coordinator(found, ANN, NOW),
        invite_coordinator(found, ANN, NOW, role="successor"),
        preview_reminder(found, REMINDER, NOW),
    )
    assert set(tried) == {Refused("is_closed")}


def test_an_invitation_is_a_link_and_a_code_and_only_hashes_are_kept() -> None:
    done = invite(view(), 30, ANN, NOW)
    assert isinstance(done, Done)
    assert done.facts.link == f"https://example.org/{TOKENS[0]}"
    assert (done.facts.uses, done.facts.until) == (30, NOW + timedelta(days=90))
    link, code = hashed(TOKENS[0]), hashed(done.facts.code)
    made = Invite(link, "learner", "c1", done.facts.until, 30, link=link_id(TOKENS[0]))
    assert done.commands == (
        made,
        replace(made, token_hash=code, code=True),
        Audit("c1", "invited", "30"),
    )
    assert TOKENS[0] not in str(done.commands)
    assert done.facts.code not in str(done.commands)


def test_an_invitation_ends_with_the_cohort() -> None:
    soon = view(cohort=replace(COHORT, ends_on=date(2026, 12, 1)))
    done = invite(soon, 1, ANN, NOW)
    assert isinstance(done, Done)
    assert done.facts.until == datetime(2026, 12, 2, tzinfo=UTC)


def test_who_cannot_be_invited_is_not() -> None:
    assert invite(over(view()), 30, ANN, NOW) == Refused("over")
    assert invite(view(), 7, ANN, NOW) == Refused("bad_uses")
    assert invite(view(), 30, replace(ANN, invitation_address=""), NOW) == Refused("no_address")


def test_a_link_for_a_coordinator_works_once_for_a_week() -> None:
    done = invite_coordinator(view(), ANN, NOW)
    assert isinstance(done, Done)
    until = NOW + timedelta(days=7)
    assert done.commands == (
        Invite(hashed(TOKENS[0]), "coordinator", "c1", until, 1, link=link_id(TOKENS[0])),
        Audit("c1", "invited_coordinator"),
    )
    assert (done.facts.link, done.facts.until) == (f"https://example.org/{TOKENS[0]}", until)


def test_a_link_to_make_cohorts_belongs_to_none() -> None:
    done = invite_coordinator(None, ANN, NOW, timedelta(days=1))
    assert isinstance(done, Done)
    until = NOW + timedelta(days=1)
    [made] = done.commands
    assert made == Invite(hashed(TOKENS[0]), "coordinator", "", until, 1, link=link_id(TOKENS[0]))


LINK = LinkInUse("l1", "learner", 30, 28, NOW + timedelta(days=9), NOW)


def test_a_link_is_withdrawn_with_what_is_left_of_it() -> None:
    done = withdraw_link(replace(view(), links=(LINK,)), "l1", NOW)
    assert isinstance(done, Done)
    assert done.commands == (Withdraw("c1", "l1", 28), Audit("c1", "withdrew", "28"))
    assert done.view_after
    assert done.view_after.links == ()


def test_a_link_that_is_not_in_use_cannot_be_withdrawn() -> None:
    with_link = replace(view(), links=(LINK,))
    assert withdraw_link(with_link, "l2", NOW) == Refused("unknown_link")
    assert withdraw_link(with_link, "l1", LINK.until) == Refused("unknown_link")


def test_after_the_end_only_coordinators_links_are_in_use() -> None:
    seat = replace(LINK, id="l2", role="coordinator")
    assert links_in_use(over(replace(view(), links=(LINK, seat))), NOW) == (seat,)


def test_a_link_that_was_just_made_is_one_in_use() -> None:
    done = invite(view(), 30, ANN, NOW)
    assert isinstance(done, Done)
    assert done.view_after
    assert [(each.uses, each.left) for each in links_in_use(done.view_after, NOW)] == [(30, 30)]


def test_who_leaves_the_team_sees_the_cohort_no_more() -> None:
    done = leave_team(view(), "ann")
    commands = (
        ExpectAlone("c1", "ann", is_alone=False),
        RemoveCoordinator("c1", "ann"),
        Audit("c1", "unseated"),
    )
    assert done == Done(commands, None, None)


def test_the_last_one_cannot_leave_the_team() -> None:
    assert leave_team(view(coordinators=("ann",)), "ann") == Refused("last_coordinator")


# -- reminders


def test_a_reminder_is_explained_before_it_is_sent() -> None:
    found = preview_reminder(view(), REMINDER, NOW)
    assert isinstance(found, ReminderPreview)
    assert found.at == NOW
    assert [each.number for each in found.audience.going()] == [2, 3, 4, 5]
    assert found.audience.reasons == {"finished": 1}


def test_a_reminder_that_goes_now_has_a_row_for_everybody() -> None:
    done = schedule_reminder(view(), replace(REMINDER, words="Ten minutes."), "ann", NOW)
    assert isinstance(done, Done)
    schedule = Schedule("r1", "c1", Audience("unfinished"), "Ten minutes.", None, "ann", NOW, NOW)
    assert done.facts.schedule == schedule
    assert done.facts.states == {"waiting": 4, "skipped": 1}
    [planned, audit] = done.commands
    assert isinstance(planned, ScheduleReminder)
    assert (planned.schedule, len(planned.deliveries)) == (schedule, 5)
    assert audit == Audit("c1", "sent", "unfinished")
    assert done.view_after == view(reports=(done.facts,))


def test_a_planned_reminder_has_no_rows_yet_and_ends_with_the_cohort() -> None:
    draft = replace(REMINDER, timing=Timing("Etc/UTC", "10:00", weekday=0))
    done = schedule_reminder(view(), draft, "ann", NOW)
    assert isinstance(done, Done)
    assert done.facts.rows == ()
    assert done.facts.schedule.timing == Timing(LONDON, "10:00", weekday=0, until=LAST_DAY)


def test_a_second_send_of_the_same_shows_the_first() -> None:
    known = with_reminder("sent")
    assert schedule_reminder(known, REMINDER, "ann", NOW) == Done((), known, known.reports[0])


@pytest.mark.parametrize(
    "timing",
    [
        Timing(LONDON, "09:00", day=date(2026, 11, 24)),
        Timing(LONDON, "10:00", day=LAST_DAY + timedelta(days=1)),
    ],
)
def test_a_reminder_that_would_never_go_is_not_planned(timing: Timing) -> None:
    draft = replace(REMINDER, timing=timing)
    assert preview_reminder(view(), draft, NOW) == Refused("never")
    assert schedule_reminder(view(), draft, "ann", NOW) == Refused("never")


def test_a_weekly_reminder_whose_day_does_not_come_again_is_not_planned() -> None:
    soon = view(cohort=replace(COHORT, ends_on=date(2026, 11, 27)))
    draft = replace(REMINDER, timing=Timing(LONDON, "10:00", weekday=0))
    assert schedule_reminder(soon, draft, "ann", NOW) == Refused("never")


def test_nobody_is_reminded_once_the_cohort_is_over() -> None:
    assert audience_problem(over(view()), Audience("unfinished"), NOW) == "over"
    assert schedule_reminder(over(view()), REMINDER, "ann", NOW) == Refused("over")


@pytest.mark.parametrize("group", ["not_started", "ready", "stuck"])
def test_a_part_of_a_small_group_cannot_be_singled_out(group: str) -> None:
    audience = Audience(group, step="situation" if group == "stuck" else "")  # type: ignore[arg-type]
    draft = replace(REMINDER, audience=audience)
    assert schedule_reminder(view(4), draft, "ann", NOW) == Refused("small")
    assert isinstance(preview_reminder(view(5), draft, NOW), ReminderPreview)


@pytest.mark.parametrize("audience", [Audience("unfinished"), Audience("one", number=2)])
def test_everybody_and_one_person_can_be_reminded_in_a_small_group(audience: Audience) -> None:
    draft = replace(REMINDER, audience=audience)
    assert isinstance(schedule_reminder(view(4), draft, "ann", NOW), Done)


def test_words_that_are_too_long_are_not_sent() -> None:
    draft = replace(REMINDER, words="w" * 601)
    assert schedule_reminder(view(), draft, "ann", NOW) == Refused("too_long")


def test_what_has_not_left_is_skipped_when_a_reminder_is_cancelled() -> None:
    done = cancel_reminder(with_reminder("sent", "waiting", "queued", "sending"), "r1", NOW)
    assert isinstance(done, Done)
    assert done.commands == (Cancel("r1"), Audit("c1", "cancelled"))
    assert done.facts == 1
    assert done.view_after
    [report] = done.view_after.reports
    assert report.schedule.cancelled_at == NOW
    assert report.states == {"sent": 1, "skipped": 2, "sending": 1}
    assert report.reasons == {"cancelled": 2}


def test_who_may_not_have_got_it_waits_for_it_again() -> None:
    done = retry_unknown(with_reminder("sent", "unknown", "unknown"), "r1", NOW)
    assert isinstance(done, Done)
    assert done.commands == (SendAgain("r1"), Audit("c1", "sent_again", "2"))
    assert done.facts == ("1", "2")
    assert done.view_after
    assert done.view_after.reports[0].states == {"sent": 1, "waiting": 2}


def test_a_reminder_that_there_is_none_of_is_neither_cancelled_nor_sent_again() -> None:
    assert cancel_reminder(view(), "r1", NOW) == Refused("unknown_reminder")
    assert retry_unknown(view(), "r1", NOW) == Refused("unknown_reminder")


def test_a_cancelled_reminder_is_neither_cancelled_nor_sent_again() -> None:
    cancelled = with_reminder("unknown", cancelled=True)
    assert cancel_reminder(cancelled, "r1", NOW) == Refused("already_cancelled")
    assert retry_unknown(cancelled, "r1", NOW) == Refused("already_cancelled")


def test_where_nothing_is_unknown_nothing_is_sent_again() -> None:
    assert retry_unknown(with_reminder("sent", "failed"), "r1", NOW) == Refused("nothing_unknown")
