"""Whose last visit is long ago: told, and 30 days later deleted, where an operator sets it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.content.library import Content, Operator
from bot.domain.addresses import Address
from bot.domain.retention import months_before
from bot.domain.turn import File
from bot.services.retention import Retention
from bot.services.scheduler import Scheduler
from bot.store.files import Files
from tests.support.world import Person, World

TOLD = "all your words will be deleted here after"


@pytest.fixture(params=["in memory", "on disk"])
async def kept(
    request: pytest.FixtureRequest, content: Content, tmp_path: Path
) -> AsyncIterator[World]:
    """A coach that keeps words for 24 months."""
    ours = replace(content, operator=Operator("Care", "care@example.org", keep_months=24))
    world = World.on_disk(ours, tmp_path) if request.param == "on disk" else World.in_memory(ours)
    await world.start()
    keeping = Retention(24, world.store, world.service.conversations, None)
    world.ticker = Scheduler(world.service, world.store, lambda: world.now, keeping)
    yield world
    await world.store.close()


async def begun(world: World, chat: str = "1") -> Person:
    ben = world.person(chat)
    await ben.say("Start")
    await ben.say("I led the night team through a bad week.")
    return ben


async def days(world: World, count: int) -> None:
    """So many days pass; the coach looks once a day, in the morning and then again."""
    for _ in range(count):
        world.now += timedelta(days=1)
        await world.scheduler()


async def words(world: World, person: Person) -> list[str]:
    conversation = await world.store.conversation_of(Address("phone", person.chat_id))
    return [each.text for each in (await world.store.load(conversation or "-")).messages]


async def test_who_stays_away_is_told_30_days_before_and_then_deleted(kept: World) -> None:
    ben = await begun(kept)
    await days(kept, 695)
    assert not ben.reminders
    await days(kept, 10)
    [told] = ben.reminders
    assert TOLD in told
    assert "/mydata" in told
    [(at, _)] = kept.phones.reminded["1"]
    assert f"{at + timedelta(days=29):%d}".lstrip("0") in told
    await days(kept, 24)
    assert await words(kept, ben)
    await days(kept, 8)
    assert not await words(kept, ben)
    assert len(ben.reminders) == 1
    await days(kept, 60)
    assert len(ben.reminders) == 1


async def test_the_day_is_that_of_where_they_are(kept: World) -> None:
    kept.now += timedelta(hours=10)  # there it is the next morning
    ben = await begun(kept)
    await ben.say("/reminders zone Pacific/Kiritimati")
    await days(kept, 710)
    [told] = ben.reminders
    [(at, _)] = kept.phones.reminded["1"]
    local = (at + timedelta(days=29)).astimezone(ZoneInfo("Pacific/Kiritimati"))
    assert local.day != (at + timedelta(days=29)).day
    assert f"{TOLD} {local.day} {local:%B %Y}" in told


async def test_a_visit_in_the_30_days_keeps_all(kept: World) -> None:
    ben = await begun(kept)
    await days(kept, 710)
    assert ben.reminders
    await ben.say("/help")
    await days(kept, 600)
    assert await words(kept, ben)
    assert len(ben.reminders) == 1


async def test_no_statement_that_waits_for_its_badge_is_deleted(kept: World) -> None:
    ben = await begun(kept)
    await ben.finishes()
    await days(kept, 900)
    assert await words(kept, ben)
    assert not any(TOLD in each for each in ben.reminders)


async def test_who_has_turned_all_off_is_told_too(kept: World) -> None:
    ben = await begun(kept)
    await ben.say("/stop")
    await days(kept, 760)
    assert any(TOLD in each for each in ben.reminders)
    assert not await words(kept, ben)


async def test_who_has_blocked_the_coach_cannot_be_told_and_is_deleted_all_the_same(
    kept: World,
) -> None:
    ben = await begun(kept)
    await kept.store.set_blocked("1", True, kept.now)
    await days(kept, 710)
    assert await words(kept, ben), "not before the 30 days are over"
    await days(kept, 40)
    assert not ben.reminders
    assert not await words(kept, ben)


async def test_what_could_not_be_told_while_the_coach_was_down_is_told_anew(kept: World) -> None:
    ben = await begun(kept)
    kept.now += timedelta(days=705)
    await kept.ticker.scheduler()
    kept.phones.on_the_way.clear()
    kept.phones.decide = lambda _: "failed"
    await days(kept, 40)
    assert await words(kept, ben), "nobody has told them"
    kept.phones.decide = lambda _: "sent"
    await days(kept, 3)
    assert len(ben.reminders) == 1
    await days(kept, 31)
    assert not await words(kept, ben)


async def test_who_looks_after_a_group_keeps_it(kept: World) -> None:
    ann = kept.person("900")
    await ann.becomes_coordinator()
    await begun(kept, "900")
    await days(kept, 800)
    assert await words(kept, ann)


async def test_nothing_is_deleted_where_it_was_not_set(world: World) -> None:
    ben = await begun(world)
    await days(world, 1000)
    assert await words(world, ben)
    assert not ben.reminders


async def test_privacy_says_how_long(kept: World, world: World) -> None:
    assert "do not come back for 24 months" in await kept.person("1").say("/privacy")
    assert "Nothing is deleted until you say so." in await world.person("1").say("/privacy")


@pytest.mark.on_disk
async def test_files_go_with_the_words_and_it_is_noted(world: World, tmp_path: Path) -> None:
    ben, files = await begun(world), Files(tmp_path / "files", lambda _: b"words")
    path = files.write("1", File("my-data", "txt", "text/plain", "words"))
    keeping = Retention(24, world.store, world.service.conversations, files)
    world.ticker = Scheduler(world.service, world.store, lambda: world.now, keeping)
    await days(world, 745)
    assert not await words(world, ben)
    assert not path.exists()
    [(what, by)] = [(row["what"], row["by"]) for row in world.database.table("operations").rows]
    assert (what, by) == ("forget", "KEEP_MONTHS")
    assert world.database.table("erased").count == 1


def test_months_are_those_of_the_calendar(world: World) -> None:
    assert f"{months_before(world.now.replace(month=3, day=31), 1):%F}" == "2026-02-28"
    assert f"{months_before(world.now, 24):%F}" == "2024-11-24"
    assert f"{months_before(world.now, 11):%F}" == "2025-12-24"
