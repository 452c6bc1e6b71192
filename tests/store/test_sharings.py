"""What every store promises of shared statements, asked of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.domain.access import AccessQuery
from bot.domain.cohort import Cohort
from bot.domain.commands import AddCoordinator, Join, Leave, SaveCohort
from bot.domain.conversation import Attempt, Conversation
from bot.domain.messages import Message, Messages
from bot.domain.named_skills import NamedSkill
from bot.domain.progress import Progress
from bot.domain.reading import waiting_for_answer
from bot.domain.reminder_preferences import ReminderPreferences
from bot.domain.sharing import Act, ActKind, SharedPart, Sharing
from bot.domain.sharing_commands import NoteAct, Share, TakeBack, TakeToRead
from bot.domain.turn import Reach, Turn
from bot.errors import Changed
from bot.store import Store

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)

LATER = NOW + timedelta(days=14)

TEAM = Cohort("team", "Nursery team", "thing_2", date(2027, 3, 31), "Europe/London", NOW)

PART = SharedPart("management", "Where I managed", "I made a plan.\nAnd a *list*.")

LINK = Sharing("h1", "1", "thing_2", 1, NOW, LATER, "Thing 2", "v1", (PART,))


def turn(chat: str = "1", **more: Any) -> Turn:
    progress = more.pop("progress", Progress("thing_2", "situation", "in_progress", 0))
    reach = Reach(ReminderPreferences(), False, NOW)
    before, after = Conversation(chat), Conversation(chat)
    more = {"before": before, "after": after, **more}
    return Turn(replies=(), at=NOW, progress=progress, reach=reach, **more)


async def group(store: Store, *chats: str) -> None:
    await store.do([SaveCohort(TEAM), AddCoordinator("team", "900")], "900", NOW)
    await store.do([AddCoordinator("team", "901")], "901", NOW)
    for chat in chats:
        await store.save(turn(chat, commands=(Join("team"),)), f"hello of {chat}")


async def note(store: Store, what: ActKind, at: datetime = NOW) -> None:
    await store.do([NoteAct("h1", Act(at, what, name="Jo Reid", role="manager"))], "", at)


async def to_read(store: Store, chat: str, at: datetime = NOW) -> list[str]:
    return [each.hash for each in (await store.access(chat, AccessQuery(), at)).to_read]


async def test_a_link_opens_what_was_shared_until_its_end(store: Store) -> None:
    await store.save(turn(commands=(Share(LINK),)), "k")
    assert await store.shared("h1", NOW) == LINK
    assert await store.shared("h1", LATER) is None
    assert await store.shared("h2", NOW) is None


async def test_what_is_taken_back_is_gone_and_listed(store: Store) -> None:
    await store.save(turn(commands=(Share(LINK),)), "k")
    await store.do([TakeBack("h1")], "2", NOW)
    assert await store.shared("h1", NOW), "it is not theirs to take back"
    await store.do([TakeBack("h1")], "1", NOW)
    assert await store.shared("h1", NOW) is None
    assert await store.sharings("1") == [replace(LINK, parts=(), ended_at=NOW)]
    with pytest.raises(Changed):
        await note(store, "ready")


async def test_each_answer_is_given_once_and_each_reading_is_noted(store: Store) -> None:
    await store.save(turn(commands=(Share(LINK),)), "k")
    await note(store, "read")
    await note(store, "read", NOW + timedelta(hours=2))
    await note(store, "confirmed")
    with pytest.raises(Changed):
        await note(store, "confirmed")
    [found] = await store.sharings("1")
    assert [each.what for each in found.acts] == ["read", "read", "confirmed"]
    assert found.acts[-1] == Act(NOW, "confirmed", name="Jo Reid", role="manager")


async def test_nothing_is_left_of_it_when_everything_is_deleted(store: Store) -> None:
    await store.save(turn(commands=(Share(LINK),)), "k")
    await note(store, "ready")
    await store.save(turn(forget=True, progress=None), "k2")
    assert await store.shared("h1", NOW) is None
    assert await store.sharings("1") == []


async def test_one_coordinator_reads_it_the_first_who_opens_it(store: Store) -> None:
    await group(store, "1")
    await store.save(turn(commands=(Share(replace(LINK, cohort="team")),)), "k")
    assert await store.shared("h1", NOW) is None, "a link opens it for nobody"
    assert await to_read(store, "900") == await to_read(store, "901") == ["h1"]
    assert await to_read(store, "1") == []
    await store.do([TakeToRead("h1")], "900", NOW)
    await store.do([TakeToRead("h1")], "900", NOW)
    with pytest.raises(Changed):
        await store.do([TakeToRead("h1")], "901", NOW)
    assert await to_read(store, "900") == ["h1"]
    assert await to_read(store, "901") == []
    assert await to_read(store, "900", LATER) == []
    await store.save(turn("900", forget=True, progress=None), "k2")
    assert await to_read(store, "901") == [], "who read it is gone, and nobody comes in their place"


async def test_who_leaves_a_group_shows_its_coordinators_nothing_more(store: Store) -> None:
    await group(store, "1")
    mine = (Share(replace(LINK, cohort="team")), Share(replace(LINK, hash="h2")))
    await store.save(turn(commands=mine), "k")
    await store.do([Leave("team")], "1", NOW)
    assert await to_read(store, "900") == []
    assert await store.shared("h2", NOW), "the link has nothing to do with the group"


async def test_those_who_wait_for_an_answer_are_counted_in_groups_of_five(store: Store) -> None:
    await group(store, "1", "2", "3", "4")
    await store.save(turn(commands=(Share(LINK), Share(replace(LINK, hash="h2")))), "k")
    other = replace(LINK, hash="h3", conversation="2", dialogue="thing_3")
    await store.save(turn("2", commands=(Share(other),)), "k2")
    view = await store.view("team")
    assert view
    assert waiting_for_answer(view, NOW) is None
    await store.save(turn("5", commands=(Join("team"),)), "hello of 5")
    view = await store.view("team")
    assert view
    assert (waiting_for_answer(view, NOW), waiting_for_answer(view, LATER)) == (1, 0)
    await store.do([TakeBack("h2")], "1", NOW)
    await note(store, "ready")
    view = await store.view("team")
    assert view
    assert waiting_for_answer(view, NOW) == 0


async def test_words_that_are_deleted_are_no_longer_shared(store: Store) -> None:
    await store.save(turn(commands=(Share(LINK),)), "k")
    written = Message(1, 1, "management", PART.text, NOW, "s1")
    before = Conversation("1", [Attempt(1, "thing_2", "management")], Messages([written]))
    after = replace(before, messages=Messages([replace(written, text="I made a plan.")]))
    await store.save(turn(before=before, after=after), "k2")
    found = await store.shared("h1", NOW)
    assert found
    assert found.parts[0].text == "I made a plan.\n[…]"


async def test_skills_are_counted_of_those_who_are_here(store: Store) -> None:
    await group(store)
    for chat, named in (("1", "plan"), ("2", "plan"), ("3", "plan"), ("4", "inspire")):
        progress = Progress(
            "thing_2", "review", "in_progress", 9, practices=(f"management:{named}",)
        )
        await store.save(turn(chat, progress=progress, commands=(Join("team"),)), f"k {chat}")
    await store.do([Leave("team")], "3", NOW)
    view = await store.view("team")
    assert view
    assert view.skills == (NamedSkill("management", "plan", 2),)
