"""What every store promises, asked of each: the real one, and the one in memory."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any, get_args

import pytest

from bot.content.library import Content
from bot.domain.access import AccessQuery
from bot.domain.addresses import Address
from bot.domain.cohort import Cohort
from bot.domain.cohort_view import CohortView
from bot.domain.commands import (
    AddCoordinator,
    Audit,
    Cancel,
    CancelPending,
    ChangeLink,
    ChangeSchedule,
    Command,
    DeleteCohort,
    DeleteSavedWords,
    ExpectAlone,
    HandOver,
    Invite,
    Join,
    Leave,
    RecordWrongCode,
    RedeemInvitation,
    RemoveCoordinator,
    SaveCohort,
    SaveWords,
    ScheduleReminder,
    SendAgain,
    SendToMissed,
    SetDisplayName,
    SetOwnReminder,
    SkipFinished,
    StopSchedules,
    Tell,
    Withdraw,
)
from bot.domain.conversation import Conversation
from bot.domain.door_commands import ClosePlaces
from bot.domain.eligibility import Case, Decision, decide_delivery
from bot.domain.events import Event
from bot.domain.invitations import LinkInUse, hashed
from bot.domain.mail import Mailbox
from bot.domain.outbox import Outgoing, Said
from bot.domain.progress import Progress
from bot.domain.recurrence import Timing
from bot.domain.reminder_preferences import ReminderPreferences
from bot.domain.reminders import RETURNED, Audience, Delivery, Schedule, news, nudge_schedule
from bot.domain.saved_words import SavedWords
from bot.domain.standing import Standing
from bot.domain.turn import Reach, Reply, Turn
from bot.errors import Changed
from bot.flows.registry import FLOWS
from bot.services.turns import Service
from bot.store import Store
from bot.store.sqlite.commands import HANDLERS
from tests.support.memory_store import CARRY_OUT

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)

TODAY = NOW.date()

TEAM = Cohort("team", "Nursery team", "thing_2", date(2027, 3, 31), "Europe/London", NOW)

FRIDAY = Schedule("s1", "team", Audience("unfinished"), "See you.", None, "900", NOW, NOW)

ODD_CHAT = "'; DROP TABLE messages; --/../x"


def turn(chat: str = "1", at: datetime = NOW, **more: Any) -> Turn:
    """A turn that leaves its learner at the first question, with no word kept."""
    progress = more.pop("progress", Progress("thing_2", "situation", "in_progress", 0))
    reach = Reach(ReminderPreferences(), False, None if more.get("is_reminder") else at)
    before, after = Conversation(chat), Conversation(chat)
    return Turn(before, after, (), at, progress=progress, reach=reach, **more)


def reply(chat: str = "1", text: str = "Hello") -> Outgoing:
    return Outgoing(chat, Address("phone", chat), "reply", Reply(text))


def to(chat: str, day: date = TODAY, **more: Any) -> Delivery:
    return Delivery("s1", day, chat, NOW, cohort="team", dialogue="thing_2", **more)


def goes(case: Case) -> Decision:
    return Decision(at=NOW, goes=True)


async def group(store: Store, *chats: str) -> None:
    """A cohort with these learners in it, each of whom has written once."""
    await store.do([SaveCohort(TEAM), AddCoordinator("team", "900")], "900", NOW)
    for chat in chats:
        await store.save(turn(chat, commands=(Join("team"),)), f"hello of {chat}")


async def view(store: Store) -> CohortView:
    found = await store.view("team")
    assert found
    return found


async def planned(store: Store, deliveries: Iterable[Delivery]) -> list[Delivery]:
    await store.do([ScheduleReminder(FRIDAY, tuple(deliveries))], "900", NOW)
    return await store.due(NOW, 100)


async def queued(store: Store, delivery: Delivery) -> int:
    """Put a delivery on its way; return its number in the outbox."""
    address = Address("phone", delivery.chat_id)
    said = Outgoing(delivery.chat_id, address, "reminder", Reply("Still there?"))
    reminding = turn(delivery.chat_id, is_reminder=True)
    [kept] = await store.save(reminding, f"r {delivery.number}", [said], (), delivery.number)
    return kept.number


async def waiting(store: Store) -> list[str]:
    """The texts of what has not left."""
    found = (each.what for each in await store.waiting())
    return [each.text for each in found if isinstance(each, Reply)]


async def states(store: Store) -> dict[str, tuple[str, str]]:
    """What became of everybody's reminder, and why."""
    [report] = [each for each in (await view(store)).reports if each.schedule.id == "s1"]
    return {each.chat_id: (each.state, each.why) for each in report.rows}


# Conversations


async def test_a_new_chat_is_empty(store: Store) -> None:
    conversation = await store.load("nobody")
    assert (conversation.id, conversation.attempts) == ("nobody", [])


@pytest.mark.parametrize("text", ["👍", "nul\x00 inside", "a\r\nb\nc\u2028d"])
async def test_what_was_typed_comes_back_to_the_letter(
    store: Store, content: Content, text: str
) -> None:
    service = Service(FLOWS, content, store, lambda: NOW)
    for key, said in enumerate(("/start", "Start", text)):
        await service.receive(Event(ODD_CHAT, "say", said, str(key), str(key)))
    loaded = await store.load(ODD_CHAT)
    assert [each.text for each in loaded.messages] == [text]
    assert loaded == await store.load(ODD_CHAT)


async def test_what_is_loaded_can_be_changed_without_changing_what_is_kept(store: Store) -> None:
    await store.save(turn(), "k")
    (await store.load("1")).greeted = True
    assert not (await store.load("1")).greeted


async def test_an_event_is_handled_once(store: Store, content: Content) -> None:
    service = Service(FLOWS, content, store, lambda: NOW)
    assert await service.receive(Event("1", "say", "Hello", "k", "k"))
    assert await service.receive(Event("1", "say", "Hello", "k", "k")) is None
    assert await store.take_up("1", "k") is None


async def test_a_turn_takes_up_what_is_kept_unless_its_event_was_handled(store: Store) -> None:
    assert await store.take_up("1", "k") == Conversation("1")
    await store.save(turn(), "k")
    assert await store.take_up("1", "k") is None
    assert await store.take_up("1", "k2") == await store.load("1")


async def test_chats_are_apart_and_one_chat_is_in_order(store: Store, content: Content) -> None:
    service = Service(FLOWS, content, store, lambda: NOW)

    async def say(chat: str, text: str) -> None:
        await service.receive(Event(chat, "say", text, f"{chat} {text}", f"{chat} {text}"))

    await asyncio.gather(*(say(str(n), "Start") for n in range(20)))
    await asyncio.gather(*(say(str(n), f"part {i}") for i in range(10) for n in range(20)))
    for n in range(20):
        texts = [each.text for each in (await store.load(str(n))).messages]
        assert texts == [f"part {i}" for i in range(10)]


async def test_a_turn_that_rests_on_what_is_no_longer_so_leaves_nothing(store: Store) -> None:
    await store.do([SaveCohort(TEAM)], "", NOW)
    joining = turn(commands=(Join("team"), RedeemInvitation("used up")))
    with pytest.raises(Changed):
        await store.save(joining, "k", [reply()])
    assert await store.take_up("1", "k") is not None
    assert not await store.members("team")
    assert not await store.waiting()


async def test_forget_leaves_a_number_in_reports_and_nothing_else(store: Store) -> None:
    await group(store, "1", "2")
    await planned(store, [to("1"), to("2")])
    await store.save(turn(), "k", [reply(text="words")])
    await store.save(turn(forget=True, progress=None), "k2")
    assert await states(store) == {"": ("skipped", "left"), "2": ("waiting", "")}
    assert [each.chat_id for each in await store.members("team")] == ["2"]
    assert not await store.waiting()


# The outbox


async def test_replies_leave_in_order_and_are_numbered_on(store: Store) -> None:
    first = await store.save(turn(), "k", [reply(text="a"), reply(text="b")])
    await store.save(turn(), "k2", [reply(text="c")], acknowledged=[first[0].number])
    later = await store.add(reply(text="d"))
    assert await waiting(store) == ["b", "c", "d"]
    await store.delete_acknowledged([first[1].number, later.number])
    assert await waiting(store) == ["c"]
    assert (await store.add(reply())).number > later.number


async def test_what_stays_is_on_its_way_nowhere_and_is_there_until_it_is_forgotten(
    store: Store,
) -> None:
    line = replace(reply(text="a"), stays=True)
    did = replace(reply(), what=Said("", message=1), stays=True)
    pressed = replace(reply(), what=Said("Start"), stays=True)
    kept = await store.save(turn(), "k", [did, line, pressed])
    assert not await store.waiting()
    await store.set_blocked("1", True, NOW)
    assert await store.said("1") == kept
    assert await store.said("1", 2) == kept[1:]
    assert await store.said("2") == []
    await store.save(turn(forget=True, progress=None), "k2")
    assert await store.said("1") == []


async def test_a_way_back_leads_to_its_conversation_until_there_is_a_new_one(store: Store) -> None:
    await store.save(turn(), "k")
    await store.set_ways_back("1", ["link", "words"], NOW)
    assert await store.behind("words") == "1"
    await store.set_ways_back("1", ["other"], NOW)
    assert await store.behind("words") == ""
    here, there = Address("web", "here"), Address("web", "there")
    for each in (here, there, Address("phone", "7")):
        await store.point(each, "1", NOW)
    await store.point(Address("web", "x"), "nobody", NOW)
    assert await store.conversation_of(Address("web", "x")) == ""
    await store.do([ClosePlaces((there, Address("web", "x")))], "nobody", NOW)
    assert await store.conversation_of(there) == "1", "it is not theirs to close"
    await store.do([ClosePlaces((there,))], "1", NOW)
    assert await store.conversation_of(there) == ""
    assert await store.conversation_of(here) == await store.conversation_of(Address("phone", "7"))
    await store.save(turn(forget=True, progress=None), "k2")
    assert await store.behind("other") == ""


async def test_a_conversation_is_read_by_its_address(store: Store) -> None:
    here, nobody = Address("web", "here"), Address("web", "nobody")
    after = Conversation("1", version=3, placeholder="Your answer")
    await store.save(replace(turn(), after=after), "k")
    await store.point(here, "1", NOW)
    assert await store.at(here) == after
    assert await store.at(nobody) == Conversation("")
    await store.save(turn(forget=True, progress=None), "k2")
    assert await store.at(here) == Conversation("")


async def test_how_far_somebody_stands_is_told_by_their_address(store: Store) -> None:
    to, line = Address("web", "ab"), replace(reply(text="a"), stays=True)
    assert await store.standing(to) == Standing("", 0, None)
    begun = replace(turn("1"), address=to)
    await store.save(begun, "a")
    version = (await store.load("1")).version
    assert await store.standing(to) == Standing("1", version, None)
    await store.save(begun, "b", [replace(line, version=0), replace(line, version=7)])
    assert await store.standing(to) == Standing("1", version, 7)
    await store.save(begun, "c", [line])
    assert await store.standing(to) == Standing("1", version, 0)


async def test_wrong_words_are_counted_for_an_hour_of_one_and_of_all(store: Store) -> None:
    for client in ("a", "a", "b"):
        await store.note_wrong_words(client, NOW)
    assert await store.wrong_words("a", NOW) == (2, 3)
    await store.note_wrong_words("a", NOW + timedelta(minutes=30))
    assert await store.wrong_words("a", NOW + timedelta(hours=1)) == (1, 1)
    assert await store.wrong_words("b", NOW + timedelta(hours=1)) == (0, 1)


async def test_a_reply_that_failed_is_not_sent_again(store: Store) -> None:
    [said] = await store.save(turn(), "k", [reply()])
    await store.mark(said.number, "failed", "BadRequest")
    assert not await store.waiting()


async def test_what_waits_for_a_chat_that_takes_no_messages_is_dropped(store: Store) -> None:
    await group(store, "1", "2")
    first, second = await planned(store, [to("1"), to("2")])
    await queued(store, first)
    await queued(store, second)
    await store.add(reply("1"))
    await store.set_blocked("1", True, NOW)
    assert await store.blocked() == {"1"}
    assert [each.conversation for each in await store.waiting()] == ["2"]
    assert await states(store) == {"1": ("blocked", ""), "2": ("queued", "")}
    assert [each.blocked for each in await store.members("team")] == [True, False]
    await store.set_blocked("1", False, NOW)
    assert await store.blocked() == set()


# Deliveries


async def test_a_delivery_goes_through_its_life_and_leaves_the_outbox(store: Store) -> None:
    await group(store, "1")
    [mine] = await planned(store, [to("1")])
    assert (mine.state, mine.day, mine.dialogue) == ("waiting", TODAY, "thing_2")
    case = await store.admit(mine.number, goes)
    assert case
    assert (case.cohort, case.schedule, case.member.chat_id) == (TEAM, FRIDAY, "1")
    number = await queued(store, mine)
    assert await states(store) == {"1": ("queued", "")}
    assert [each.reminded_at for each in await store.members("team")] == [NOW]
    assert await store.release(number, goes)
    assert await states(store) == {"1": ("sending", "")}
    assert not await store.release(number, goes), "it leaves once"
    await store.mark(number, "sent")
    assert await states(store) == {"1": ("sent", "")}
    assert not await store.waiting()


async def test_what_did_not_get_through_is_asked_about_again(store: Store) -> None:
    await group(store, "1")
    [mine] = await planned(store, [to("1")])
    number = await queued(store, mine)
    assert await store.release(number, goes)
    await store.mark(number, "queued")
    await store.do([CancelPending()], "1", NOW)
    assert not await store.release(number, goes)
    assert await states(store) == {"1": ("skipped", "off")}


async def test_what_was_leaving_when_the_coach_stopped_may_have_come(store: Store) -> None:
    await group(store, "1", "2")
    first, second = await planned(store, [to("1"), to("2")])
    number = await queued(store, first)
    await queued(store, second)
    await store.release(number, goes)
    assert [each.conversation for each in await store.waiting()] == ["2"]
    assert await states(store) == {"1": ("unknown", ""), "2": ("queued", "")}


@pytest.mark.parametrize("where", ["waiting", "queued"])
async def test_the_rule_decides_and_the_store_carries_it_out(store: Store, where: str) -> None:
    await group(store, "1", "2")
    first, second = await planned(store, [to("1"), to("2")])
    evening = NOW + timedelta(hours=8)

    def decide(case: Case) -> Decision:
        return Decision(why="over") if case.member.chat_id == "1" else Decision(at=evening)

    if where == "waiting":
        assert [await store.admit(d.number, decide) for d in (first, second)] == [None, None]
    else:
        numbers = [await queued(store, each) for each in (first, second)]
        assert [await store.release(each, decide) for each in numbers] == [False, False]
        assert not await store.waiting()
    assert await states(store) == {"1": ("skipped", "over"), "2": ("waiting", "")}
    assert await store.due(NOW, 9) == []
    [later] = await store.due(evening, 9)
    assert later.again == (where == "queued"), "by then it counted as reminded by this very one"


async def test_the_real_rule_holds_back_who_writes(store: Store) -> None:
    await group(store, "1")
    [mine] = await planned(store, [to("1")])
    assert await store.admit(mine.number, partial(decide_delivery, now=NOW)) is None
    [mine] = await store.due(NOW + timedelta(minutes=30), 9)
    half_past = NOW + timedelta(minutes=30)
    assert await store.admit(mine.number, partial(decide_delivery, now=half_past))
    number = await queued(store, mine)
    assert await store.release(number, partial(decide_delivery, now=half_past, leaving=True))


async def test_a_queued_delivery_waits_no_more(store: Store) -> None:
    await group(store, "1")
    [mine] = await planned(store, [to("1")])
    await store.do([Cancel("s1")], "900", NOW)
    with pytest.raises(Changed):
        await queued(store, mine)
    assert await store.admit(mine.number, goes) is None
    await store.fail(mine.number, "ValueError")
    assert await states(store) == {"1": ("skipped", "cancelled")}


async def test_no_more_are_due_than_the_outbox_may_hold(store: Store) -> None:
    await group(store, "1", "2", "3", "4")
    first, second, *_ = await planned(store, [to(each) for each in "1234"])
    assert [each.chat_id for each in await store.due(NOW, 3)] == ["1", "2", "3"]
    number = await queued(store, first)
    await store.release(await queued(store, second), goes)
    assert [each.chat_id for each in await store.due(NOW, 3)] == ["3"]
    assert await store.due(NOW, 1) == []
    await store.mark(number, "sent")
    assert [each.chat_id for each in await store.due(NOW, 3)] == ["3", "4"]


async def test_nobody_is_planned_for_twice_in_one_firing(store: Store) -> None:
    await group(store, "1")
    await planned(store, [to("1")])
    await store.fire("s1", [to("1"), to("1", TODAY + timedelta(days=7))], NOW)
    assert [each.day.day for each in await store.due(NOW, 9)] == [24, 1]


async def test_a_fault_of_ours_is_in_the_report(store: Store) -> None:
    await group(store, "1")
    [mine] = await planned(store, [to("1")])
    await store.fail(mine.number, "ValueError")
    assert await states(store) == {"1": ("failed", "ValueError")}


async def test_leaving_and_finishing_skip_what_waits(store: Store) -> None:
    await group(store, "1", "2", "3")
    await planned(store, [to("1"), to("2"), to("3")])
    await store.do([Leave("team")], "1", NOW)
    await store.do([SetOwnReminder(NOW), SkipFinished("thing_2")], "2", NOW)
    await store.do([SkipFinished("another_dialogue")], "3", NOW)
    assert await states(store) == {
        "1": ("skipped", "left"),
        "2": ("skipped", "finished"),
        "3": ("waiting", ""),
    }
    assert [each.kind for each in await store.due(NOW, 9)] == ["later", "reminder"]


async def test_ones_own_reminder_takes_the_place_of_the_one_before(store: Store) -> None:
    await group(store, "1")
    for hours in (1, 2):
        await store.do([SetOwnReminder(NOW + timedelta(hours=hours))], "1", NOW)
    [mine] = await store.due(NOW + timedelta(hours=2), 9)
    assert (mine.kind, mine.due_at, mine.day) == ("later", NOW + timedelta(hours=2), TODAY)
    await queued(store, mine)
    await store.do([SetOwnReminder(NOW + timedelta(hours=3))], "1", NOW)
    assert len(await store.due(NOW + timedelta(hours=3), 9)) == 1, "two on one day"
    await store.do([SetOwnReminder(None)], "1", NOW)
    assert not await store.due(NOW + timedelta(hours=3), 9)


async def test_only_who_has_had_no_other_since_gets_it_again(store: Store) -> None:
    await group(store, "1", "2")
    deliveries = await planned(store, [to("1"), to("2")])
    for each in deliveries:
        number = await queued(store, each)
        await store.mark(number, "unknown", "TimedOut")
    await store.do([SetOwnReminder(NOW)], "2", NOW)
    [own] = await store.due(NOW, 9)
    await store.mark(await queued(store, own), "sent")
    await store.do([SendAgain("s1")], "900", NOW)
    assert await states(store) == {"1": ("waiting", ""), "2": ("unknown", "TimedOut")}
    assert [each.again for each in await store.due(NOW, 9)] == [True]


async def test_how_it_went_is_asked_once_for_what_was_sent(store: Store) -> None:
    sent = Progress("thing_2", "statement", "submitted", 250, NOW, NOW + timedelta(days=28))
    for key in ("a", "b"):
        await store.save(turn(progress=sent), key)
        await store.ask_outcomes(NOW + timedelta(days=27))
        assert not await store.due(NOW + timedelta(days=27), 9)
    for key in ("c", "d"):
        await store.ask_outcomes(NOW + timedelta(days=28))
        await store.save(turn(progress=sent), key)
    [asked] = await store.due(NOW + timedelta(days=28), 9)
    assert (asked.kind, asked.dialogue, asked.schedule) == ("outcome", "thing_2", "")


async def test_schedules_are_looked_at_from_where_it_was_left(store: Store) -> None:
    weekly = Timing("Europe/London", "10:00", weekday=0, until=TEAM.ends_on)
    planned_one = Schedule("s2", "team", Audience("stuck", "overlap"), "", weekly, "900", NOW, NOW)
    await group(store)
    await store.do([ScheduleReminder(FRIDAY), ScheduleReminder(planned_one)], "900", NOW)
    assert await store.schedules() == [planned_one]
    await store.fire("s2", [], NOW + timedelta(hours=1))
    await store.do([ScheduleReminder(planned_one)], "900", NOW)
    [found] = await store.schedules()
    assert found.fired_until == NOW + timedelta(hours=1), "a second Send changes nothing"
    await store.do([Cancel("s2")], "900", NOW)
    assert await store.schedules() == []


# Cohorts


async def test_everybody_sees_what_is_theirs(store: Store) -> None:
    await group(store, "1")
    await store.set_meta("invitation_address", "https://t.me/CoachTestBot?start={token}")
    ann = await store.access("900", AccessQuery("team"), NOW)
    assert (ann.coordinates, ann.address_of("x")) == ((TEAM,), "https://t.me/CoachTestBot?start=x")
    assert ann.view
    ben = await store.access("1", AccessQuery("team"), NOW)
    assert (ben.view, ben.coordinates, ben.address_of("x")) == (None, (), "")
    assert [each.cohort.name for each in ben.memberships] == ["Nursery team"]
    await store.do([RemoveCoordinator("team", "900")], "", NOW)
    assert (await store.access("900", AccessQuery("team"), NOW)).view is None


async def test_an_invitation_is_used_up_and_runs_out(store: Store) -> None:
    await group(store)
    until = NOW + timedelta(days=1)
    await store.do([Invite(hashed("hash"), "learner", "team", until, 1, code=True)], "900", NOW)
    asks = AccessQuery("", hashed("hash"), code=True)
    found = (await store.access("1", asks, NOW)).invitation
    assert found
    assert found.cohort == TEAM
    assert (await store.access("1", AccessQuery("", hashed("hash")), NOW)).invitation is None
    assert (await store.access("1", asks, until)).invitation is None
    await store.do([RedeemInvitation(hashed("hash"))], "1", NOW)
    assert (await store.access("1", asks, NOW)).invitation is None


async def test_a_link_and_its_code_share_their_uses_and_who_made_them_is_known(
    store: Store,
) -> None:
    await group(store)
    until, token, code = NOW + timedelta(days=1), hashed("link"), hashed("code")
    link = Invite(token, "learner", "team", until, 2, link="l1")
    await store.do([link, replace(link, token_hash=code, code=True)], "900", NOW)
    view = await store.view("team")
    assert view
    assert view.links == (LinkInUse("l1", "learner", 2, 2, until, NOW),)
    found = (await store.access("1", AccessQuery("", token), NOW)).invitation
    assert found
    assert found.made_by == "900"
    await store.do([RedeemInvitation(token)], "1", NOW)
    await store.do([RedeemInvitation(code)], "2", NOW)
    view = await store.view("team")
    assert view
    assert view.links == ()
    for each in (token, code):
        with pytest.raises(Changed):
            await store.do([RedeemInvitation(each)], "3", NOW)


async def test_a_link_that_was_withdrawn_is_gone_with_its_code_once(store: Store) -> None:
    await group(store)
    until, token, code = NOW + timedelta(days=1), hashed("link"), hashed("code")
    link = Invite(token, "learner", "team", until, 2, link="l1")
    other = Invite(hashed("other"), "coordinator", "team", until, 1)
    await store.do([link, replace(link, token_hash=code, code=True), other], "900", NOW)
    await store.do([RedeemInvitation(token)], "1", NOW)
    with pytest.raises(Changed):
        await store.do([Withdraw("team", "l1", 2)], "900", NOW)
    await store.do([Withdraw("team", "l1", 1)], "900", NOW)
    for each in (AccessQuery("", token), AccessQuery("", code, code=True)):
        assert (await store.access("2", each, NOW)).invitation is None
    view = await store.view("team")
    assert view
    assert [each.role for each in view.links] == ["coordinator"]
    assert await store.links("team") == list(view.links)
    assert await store.links("") == []
    with pytest.raises(Changed):
        await store.do([Withdraw("team", "l1", 1)], "900", NOW)


async def test_an_invitation_to_a_cohort_that_is_gone_is_none(store: Store) -> None:
    await store.do(
        [Invite(hashed("t"), "coordinator", "gone", NOW + timedelta(days=1), 1)], "900", NOW
    )
    assert (await store.access("1", AccessQuery("", hashed("t")), NOW)).invitation is None


async def test_who_is_no_longer_alone_or_no_longer_beside_others_is_found_out(
    store: Store,
) -> None:
    await group(store)
    alone, beside = (ExpectAlone("team", "900", is_alone=each) for each in (True, False))
    await store.do([alone], "900", NOW)
    with pytest.raises(Changed):
        await store.do([beside, RemoveCoordinator("team", "900")], "900", NOW)
    assert (await view(store)).coordinators == ("900",)
    await store.do([AddCoordinator("team", "901")], "901", NOW)
    await store.do([beside], "900", NOW)
    with pytest.raises(Changed):
        await store.do([alone], "900", NOW)


async def test_wrong_codes_count_for_an_hour_and_their_alarm_is_told(store: Store) -> None:
    await group(store)
    until = NOW + timedelta(days=1)
    await store.do([Invite(hashed("hash"), "learner", "team", until, 1, code=True)], "900", NOW)
    await store.do([RecordWrongCode("g"), RecordWrongCode("g", alarm=True)], "1", NOW)
    asks = AccessQuery("", hashed("x"), code=True, guesser="g")
    assert (await store.access("1", asks, NOW)).guesses == (2, 2)
    assert (await store.access("2", replace(asks, guesser="h"), NOW)).guesses == (0, 2)
    assert (await store.access("1", asks, NOW + timedelta(hours=1))).guesses == (0, 0)
    assert [each.what for each in (await view(store)).audit] == ["alarm"]


async def test_who_comes_back_has_their_number_of_before(store: Store) -> None:
    await group(store, "1", "2")
    await store.do([SetDisplayName("team", "Ben")], "1", NOW)
    await store.do([Leave("team")], "1", NOW)
    [ben, _] = await store.members("team")
    assert (ben.number, ben.name, ben.left_at) == (1, "", NOW)
    await store.do([Join("team")], "1", NOW + timedelta(days=1))
    [ben, _] = await store.members("team")
    assert (ben.number, ben.left_at, ben.joined_at) == (1, None, NOW + timedelta(days=1))


async def test_progress_stands_still_until_somebody_moves(store: Store) -> None:
    await group(store, "1")
    await store.save(turn(at=NOW + timedelta(days=1)), "a")
    [ben] = await store.members("team")
    assert (ben.progressed_at, ben.last_at) == (NOW, NOW + timedelta(days=1))
    further = Progress("thing_2", "situation", "in_progress", 5)
    await store.save(turn(at=NOW + timedelta(days=2), progress=further), "b")
    await store.save(turn(at=NOW + timedelta(days=3), progress=further, is_reminder=True), "c")
    [ben] = await store.members("team")
    assert (ben.progressed_at, ben.last_at) == (NOW + timedelta(days=2),) * 2
    assert (ben.step, ben.status, ben.own_words) == ("situation", "in_progress", 5)


async def test_what_coordinators_did_is_listed(store: Store) -> None:
    await group(store)
    await store.do([Audit("team", "sent", "unfinished")], "900", NOW)
    [line] = (await view(store)).audit
    assert (line.at, line.chat_id, line.what, line.facts) == (NOW, "900", "sent", "unfinished")


# What the coach keeps about itself


async def test_what_is_noted_is_there(store: Store) -> None:
    assert await store.get_meta("alive_at") == ""
    await store.set_meta("alive_at", "now")
    await store.set_meta("alive_at", "later")
    assert await store.get_meta("alive_at") == "later"
    assert await store.quarantine(["1", "2"], "Unreadable", NOW) == 2
    assert await store.quarantine(["2"], "Unreadable", NOW) == 2


@pytest.mark.parametrize("handlers", [HANDLERS, CARRY_OUT], ids=["sqlite", "memory"])
def test_every_command_has_a_handler(handlers: dict[type[Command], object]) -> None:
    assert set(handlers) == set(get_args(Command))


async def test_who_was_missed_waits_again_and_nobody_else(store: Store) -> None:
    await group(store, "1", "2", "3", "4")
    deliveries = {d.chat_id: d for d in await planned(store, [to(c) for c in "1234"])}
    await store.skip(deliveries["1"].number, "late")
    await store.mark(await queued(store, deliveries["2"]), "failed", "BadRequest")
    await store.skip(deliveries["3"].number, "recent")
    await store.mark(await queued(store, deliveries["4"]), "sent")
    later = NOW + timedelta(hours=9)
    await store.do([SendToMissed("s1")], "900", later)
    waiting = {each.chat_id: each for each in await store.due(later, 9)}
    assert {chat: each.again for chat, each in waiting.items()} == {"1": False, "2": True}
    assert {each.due_at for each in waiting.values()} == {later}


async def test_what_a_reminder_would_ask_and_who_has_the_badge_is_kept(store: Store) -> None:
    await group(store, "1", "2")
    asked = Progress("thing_2", "review", "in_progress", 9, asked="management")
    await store.save(turn("1", progress=asked), "a")
    badge = Progress("thing_2", "statement", "submitted", 250, NOW, has_badge=True)
    await store.save(turn("2", progress=badge), "b")
    members = await store.members("team")
    assert [(each.asked, each.has_badge) for each in members] == [("management", False), ("", True)]


async def test_saved_words_are_of_who_kept_them_the_newest_first(store: Store) -> None:
    await group(store, "1")
    for number, each in enumerate(("first", "second", "third")):
        saved = SaveWords(SavedWords(f"w{number}", each))
        await store.do([saved], "900", NOW + timedelta(minutes=number))
    await store.do([SaveWords(SavedWords("w0", "of another"))], "901", NOW)
    await store.do([DeleteSavedWords("w1")], "900", NOW)
    mine = (await store.access("900", AccessQuery(), NOW)).saved_words
    assert [each.words for each in mine] == ["third", "first"]
    assert not (await store.access("1", AccessQuery(), NOW)).saved_words, "a learner has none"
    await store.save(turn("900", forget=True), "forgets")
    await store.do([AddCoordinator("team", "900")], "900", NOW)
    assert not (await store.access("900", AccessQuery(), NOW)).saved_words


async def test_two_cohorts_are_seen_by_who_looks_after_both(store: Store) -> None:
    await group(store, "1")
    other = replace(TEAM, id="night")
    await store.do([SaveCohort(other)], "901", NOW)
    both = AccessQuery(cohort="team", other="night")
    assert (await store.access("900", both, NOW)).other is None
    await store.do([AddCoordinator("night", "900")], "900", NOW)
    seen = await store.access("900", both, NOW)
    assert seen.other
    assert seen.other.cohort.id == "night"


async def test_all_that_was_planned_ends_at_once(store: Store) -> None:
    await group(store, "1", "2")
    timing = Timing("10:00", "Europe/London", weekday=0, until=date(2027, 3, 31))
    weekly = replace(FRIDAY, id="s2", timing=timing)
    commands = [ScheduleReminder(FRIDAY, (to("1"),)), ScheduleReminder(weekly)]
    await store.do([*commands, StopSchedules("team")], "900", NOW)
    assert [each.schedule.cancelled_at for each in (await view(store)).reports] == [NOW, NOW]
    assert (await view(store)).reports[0].reasons == {"cancelled": 1}
    assert await store.due(NOW, 9) == []
    assert await store.schedules() == []


async def test_nudges_can_go_on_after_all_was_stopped(store: Store) -> None:
    await group(store, "1")
    nudges = nudge_schedule(TEAM, "900", NOW)
    await store.do([ScheduleReminder(nudges), StopSchedules("team")], "900", NOW)
    assert (await view(store)).reports[0].schedule.cancelled_at is None


async def test_a_coordinator_takes_out_one_learner_and_no_other(store: Store) -> None:
    await group(store, "1", "2")
    planned = ScheduleReminder(FRIDAY, (to("1"), to("2")))
    await store.do([planned, Leave("team", "1")], "900", NOW)
    found = await view(store)
    assert [each.chat_id for each in found.here] == ["2"]
    assert found.reports[0].reasons == {"left": 1}


async def test_a_closed_cohort_is_out_of_the_list_and_can_be_seen(store: Store) -> None:
    await group(store)
    await store.do([SaveCohort(replace(TEAM, closed_at=NOW))], "900", NOW)
    found = await store.access("900", AccessQuery(cohort="team"), NOW)
    assert (found.coordinates, [each.id for each in found.closed]) == ((), ["team"])
    assert found.view
    assert found.view.cohort.closed_at == NOW


async def test_it_is_known_whether_somebody_else_looks_after_a_cohort(store: Store) -> None:
    await group(store)
    assert (await store.access("900", AccessQuery(), NOW)).alone == {"team"}
    await store.do([AddCoordinator("team", "901"), AddCoordinator("", "900")], "901", NOW)
    assert (await store.access("900", AccessQuery(), NOW)).alone == frozenset()


async def test_a_cohort_is_handed_over_by_one_or_by_all(store: Store) -> None:
    await group(store)
    await store.do([AddCoordinator("team", "901"), HandOver("team", "902", "900")], "902", NOW)
    assert set((await view(store)).coordinators) == {"901", "902"}
    await store.do([HandOver("team", "903", "")], "903", NOW)
    assert (await view(store)).coordinators == ("903",)


async def test_of_a_deleted_cohort_nothing_is_left(store: Store) -> None:
    await group(store)
    invite = Invite("hash", "learner", "team", NOW + timedelta(days=1), 30)
    await store.do([invite, ScheduleReminder(FRIDAY), Audit("team", "made")], "900", NOW)
    await store.do([DeleteCohort("team")], "900", NOW)
    assert await store.view("team") is None
    query = AccessQuery(cohort="team", token_hash=invite.token_hash)
    found = await store.access("900", query, NOW)
    assert (found.coordinates, found.invitation, found.is_coordinator) == ((), None, False)
    await store.do([SaveCohort(TEAM)], "900", NOW)
    assert ((await view(store)).audit, (await view(store)).reports) == ((), ())


async def test_what_ends_as_somebody_is_forgotten_says_not_who_it_was(store: Store) -> None:
    await group(store)
    last = turn("900", forget=True, commands=(StopSchedules("team"), Audit("team", "left_alone")))
    await store.save(last, "forget")
    found = await view(store)
    assert found.coordinators == ()
    assert [(each.what, each.chat_id) for each in found.audit] == [("left_alone", "")]


async def test_a_planned_schedule_changes_and_rests_until_it_is_cancelled(store: Store) -> None:
    weekly = Timing("Europe/London", "10:00", weekday=0)
    planned_one = Schedule("s2", "team", Audience("unfinished"), "", weekly, "900", NOW, NOW)
    await store.do([SaveCohort(TEAM), ScheduleReminder(planned_one)], "900", NOW)
    other = replace(planned_one, words="Soup", audience=Audience("ready"), paused_at=NOW)
    await store.do([ChangeSchedule(other)], "900", NOW)
    assert await store.schedules() == [other]
    await store.do([ChangeSchedule(replace(other, paused_at=None))], "900", NOW)
    assert await store.schedules() == [replace(other, paused_at=None)]
    await store.do([Cancel("s2"), ChangeSchedule(planned_one)], "900", NOW)
    assert await store.schedules() == []
    view = await store.view("team")
    assert view
    assert view.reports[0].schedule.words == "Soup", "a cancelled one stays as it was"


async def test_what_waits_of_a_paused_schedule_is_not_sent(store: Store) -> None:
    await group(store, "1")
    [mine] = await planned(store, [to("1")])
    await store.do([ChangeSchedule(replace(FRIDAY, paused_at=NOW))], "900", NOW)
    assert await store.due(NOW, 9) == []
    assert await store.admit(mine.number, goes) is None
    assert await states(store) == {"1": ("skipped", "paused")}


async def test_a_link_that_lasts_longer_lasts_so_with_its_code(store: Store) -> None:
    await group(store)
    until, token, code = NOW + timedelta(days=1), hashed("link"), hashed("code")
    link = Invite(token, "learner", "team", until, 2, link="l1")
    other = Invite(hashed("other"), "learner", "team", until, 2, link="l2")
    await store.do([link, replace(link, token_hash=code, code=True), other], "900", NOW)
    await store.do([ChangeLink("team", "l1", NOW + timedelta(days=9))], "900", NOW)
    later = NOW + timedelta(days=5)
    for each in (AccessQuery("", token), AccessQuery("", code, code=True)):
        assert (await store.access("2", each, later)).invitation
    assert (await store.access("2", AccessQuery("", hashed("other")), later)).invitation is None


async def test_news_waits_for_one_person_once_and_is_in_no_report(store: Store) -> None:
    await group(store)
    told = Tell(news("taken_out", "team", "1", NOW))
    await store.do([told, told], "900", NOW)
    [due] = await store.due(NOW, 9)
    assert (due.kind, due.chat_id, due.cohort) == ("taken_out", "1", "team")
    view = await store.view("team")
    assert view
    assert not any(due in each.rows for each in view.reports)


UNTIL = NOW + timedelta(hours=24)


async def test_a_mailbox_is_confirmed_once_and_reminders_find_it_by_its_token(
    store: Store,
) -> None:
    await store.save(turn("1"), "a")
    await store.ask_mailbox("1", "ann@example.org", "h1", UNTIL)
    assert await store.mailbox_of("1") == Mailbox("ann@example.org")
    await store.set_blocked("1", True, NOW)
    assert await store.asked_mailbox("h1", NOW) == "ann@example.org"
    assert not await store.asked_mailbox("h2", NOW)
    assert not await store.confirm_mailbox("h1", "t1", UNTIL), "too late"
    assert not await store.mailbox_behind("")
    assert await store.confirm_mailbox("h1", "t1", NOW)
    assert not await store.confirm_mailbox("h1", "t2", NOW), "once"
    assert await store.mailbox_of("1") == Mailbox("ann@example.org", "t1")
    assert Address("mail", "t1") in await store.addresses("1")
    assert not await store.blocked(), "they can be reached again"
    assert await store.mailbox_behind("t1") == "ann@example.org"


async def test_another_mailbox_and_an_end_leave_nothing_of_the_first(store: Store) -> None:
    await store.save(turn("1"), "a")
    for number in (1, 2):
        await store.ask_mailbox("1", f"{number}@example.org", f"h{number}", UNTIL)
        await store.confirm_mailbox(f"h{number}", f"t{number}", NOW)
    assert not await store.mailbox_behind("t1")
    assert not await store.end_mailbox("t1")
    ways = (await store.access("1", AccessQuery(doors=True), NOW)).ways_in
    assert ways.mailbox == Mailbox("2@example.org", "t2")
    assert all(each.address.channel != "mail" for each in ways.places)
    assert await store.end_mailbox("t2")
    assert not await store.end_mailbox("t2")
    assert await store.mailbox_of("1") is None
    assert all(each.channel != "mail" for each in await store.addresses("1"))


async def test_a_mailbox_that_is_gone_gets_nothing_until_it_is_given_again(store: Store) -> None:
    await store.save(turn("1"), "a")
    await store.ask_mailbox("1", "ann@example.org", "h1", UNTIL)
    await store.confirm_mailbox("h1", "t1", NOW)
    assert not await store.lose_mailbox("t2")
    assert not await store.lose_mailbox("")
    assert await store.mailbox_behind("t1") == "ann@example.org"
    assert await store.lose_mailbox("t1")
    assert not await store.lose_mailbox("t1")
    assert await store.mailbox_of("1") == Mailbox("ann@example.org", is_gone=True)
    assert not await store.mailbox_behind("t1")
    assert not await store.asked_mailbox("h1", NOW)
    assert all(each.channel != "mail" for each in await store.addresses("1"))
    await store.ask_mailbox("1", "ann@example.org", "h2", UNTIL)
    assert await store.mailbox_of("1") == Mailbox("ann@example.org")


async def test_who_can_be_found_on_a_page_alone_is_known_until_there_is_another_way(
    store: Store,
) -> None:
    await group(store, "1", "2", "3")
    for chat, channels in (("1", ("web", "terminal")), ("2", ("web", "telegram")), ("3", ())):
        for channel in channels:
            await store.point(Address(channel, chat), chat, NOW)

    async def on_page() -> set[str]:
        return {each.chat_id for each in (await view(store)).members if each.has_only_page}

    assert await on_page() == {"1"}
    await store.ask_mailbox("1", "ann@example.org", "h1", UNTIL)
    assert await on_page() == {"1"}, "it is not confirmed"
    await store.confirm_mailbox("h1", "t1", NOW)
    assert not await on_page()
    await store.lose_mailbox("t1")
    assert await on_page() == {"1"}


async def test_a_mailbox_whose_confirmation_came_back_is_gone(store: Store) -> None:
    await store.save(turn("1"), "a")
    await store.ask_mailbox("1", "ann@example.org", hashed("asked"), UNTIL)
    assert not await store.lose_mailbox(hashed("asked")), "what is kept is no key to it"
    assert await store.lose_mailbox("asked")
    assert await store.mailbox_of("1") == Mailbox("ann@example.org", is_gone=True)
    assert not await store.asked_mailbox(hashed("asked"), NOW)
    await store.ask_mailbox("1", "ann@example.org", hashed("asked"), UNTIL)
    assert await store.confirm_mailbox(hashed("asked"), "t1", NOW)
    assert not await store.lose_mailbox("asked"), "it has come after all"


async def test_a_reminder_whose_letter_came_back_has_failed_and_counts_for_no_pause(
    store: Store,
) -> None:
    await group(store, "1", "2")
    await store.ask_mailbox("1", "ann@example.org", "h1", UNTIL)
    await store.confirm_mailbox("h1", "t1", NOW)
    numbers = dict[str, int]()
    for each in await planned(store, [to("1"), to("2")]):
        numbers[each.chat_id] = await queued(store, each)
        await store.release(numbers[each.chat_id], goes)
        await store.mark(numbers[each.chat_id], "sent")
    assert await store.lose_mailbox("t1", numbers["2"]), "the mailbox"
    assert await states(store) == {"1": ("sent", ""), "2": ("sent", "")}, "another's reminder"
    assert await store.lose_mailbox("t1", numbers["1"]), "a second letter that was under way"
    assert await states(store) == {"1": ("failed", RETURNED), "2": ("sent", "")}
    last = {each.chat_id: each.own_reminded_at for each in (await view(store)).members}
    assert last == {"1": None, "2": NOW}
    assert not await store.lose_mailbox("t1", numbers["1"]), "once"
    assert not await store.confirm_mailbox(hashed("t1"), "t2", NOW), "its secret confirms nothing"


async def test_a_mailbox_signs_in_who_looks_after_a_cohort_and_let_it(store: Store) -> None:
    for chat in ("1", "2"):
        await store.save(turn(chat), chat)
        await store.ask_mailbox(chat, "ann@example.org", f"h{chat}", UNTIL)
    await store.do([AddCoordinator("team", "1")], "900", NOW)
    await store.let_sign_in("1", True)
    assert not await store.signs_in_at("ann@example.org"), "it is not confirmed"
    for chat in ("1", "2"):
        await store.confirm_mailbox(f"h{chat}", f"t{chat}", NOW)
    assert not await store.signs_in_at("ann@example.org"), "nobody said so"
    await store.let_sign_in("1", True)
    assert await store.signs_in_at("Ann@Example.org") == "1"
    assert await store.mailbox_of("1") == Mailbox("ann@example.org", "t1", signs_in=True)
    await store.let_sign_in("2", True)
    assert not await store.signs_in_at("ann@example.org"), "one address signs in one, the last"
    await store.do([AddCoordinator("team", "2")], "900", NOW)
    assert await store.signs_in_at("ann@example.org") == "2"
    await store.let_sign_in("2", False)
    assert not await store.signs_in_at("ann@example.org")
    await store.let_sign_in("2", True)
    await store.ask_mailbox("2", "ann@example.org", "h3", UNTIL)
    await store.confirm_mailbox("h3", "t3", NOW)
    assert not await store.signs_in_at("ann@example.org"), "a new one has to be let anew"


async def test_a_mailbox_is_forgotten_with_everything_else(store: Store) -> None:
    await store.save(turn("1"), "a")
    await store.ask_mailbox("1", "ann@example.org", "h1", UNTIL)
    await store.confirm_mailbox("h1", "t1", NOW)
    await store.save(replace(turn("1"), forget=True), "b")
    assert await store.mailbox_of("1") is None
    assert not await store.mailbox_behind("t1")
    await store.ask_mailbox("1", "ann@example.org", "h1", UNTIL)
    assert await store.mailbox_of("1") is None, "of nobody none is kept"
