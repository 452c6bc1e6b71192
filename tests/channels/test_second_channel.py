"""A second channel in a few lines, and a conversation that can be found in two."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.app import open_coach
from bot.content.library import Content
from bot.domain.addresses import Address
from bot.domain.events import Event
from bot.domain.turn import Reply
from bot.flows.registry import FLOWS
from bot.services.coach import Coach
from bot.services.turns import Service
from bot.settings import Settings
from bot.store.sqlite.store import SqliteStore
from tests.channels.tiny import CHANNEL, TinyChannel
from tests.support.transcripts import FILES, Transcript
from tests.support.world import World
from tests.test_transcripts import shown

WHOLE = next(path for path in FILES if path.stem == "whole_reflection_by_buttons")

DRAWN_FOR = str(Transcript.read(WHOLE).chat)


@dataclass
class Both:
    """A coach that talks over two channels of the tiny kind."""

    content: Content
    coach: Coach
    now: datetime = datetime(2026, 11, 24, 10, tzinfo=UTC)
    tiny: TinyChannel = field(default_factory=TinyChannel)
    other: TinyChannel = field(default_factory=lambda: TinyChannel("other"))

    def __post_init__(self) -> None:
        outboxes = {each.name: each for each in (self.tiny, self.other)}
        self.store = self.coach.store
        self.service = Service(FLOWS, self.content, self.store, lambda: self.now, outboxes=outboxes)

    async def say(self, who: str, text: str) -> list[Reply]:
        return await self.tiny.send(self.service, who, "say", text)

    async def texts(self, who: str) -> list[str]:
        conversation = await self.store.load(await self.store.named(who))
        return [message.text for message in conversation.messages]

    def point(self, to: Address, conversation: str) -> None:
        assert isinstance(self.store, SqliteStore)
        self.store._connection.execute(
            "INSERT INTO addresses (channel, address, conversation) VALUES (?, ?, ?)",
            (to.channel, to.address, conversation),
        )


@pytest.fixture
async def both(settings: Settings, content: Content) -> AsyncIterator[Both]:
    coach = open_coach(settings, content)
    yield Both(content, coach)
    await coach.store.close()


async def test_a_whole_reflection_goes_over_a_channel_of_a_few_lines(both: Both) -> None:
    transcript = Transcript.read(WHOLE)
    both.now = datetime.fromisoformat(transcript.now)
    both.point(Address(CHANNEL, "ann"), DRAWN_FOR)
    said = 0
    for turn in transcript.turns:
        match turn:
            case {"edit": number, "say": str(text)}:
                replies = await both.tiny.send(both.service, "ann", "edit", text, f"say {number}")
            case {"say": str(text)}:
                said += 1
                replies = await both.tiny.send(both.service, "ann", "say", text, f"say {said}")
            case {"press": str(text)}:
                replies = await both.tiny.send(both.service, "ann", "press", text)
            case {"command": str(text)}:
                replies = await both.say("ann", text)
            case _:
                raise AssertionError(turn)
        assert [shown(each) for each in replies] == turn["replies"]
    assert both.tiny.shown, "something was said"


async def test_what_waits_when_the_coach_stops_is_read_back_as_it_was_said(both: Both) -> None:
    both.tiny.is_away = True
    for text in ("/start", "Start", "I am a cook.", "/statement", "/mydata"):
        await both.say("ann", text)
    waiting = await both.store.waiting()
    assert [each.number for each in waiting] == sorted(each.number for each in waiting)
    assert waiting == both.tiny.not_shown
    assert {each.to for each in waiting} == {Address(CHANNEL, "ann")}


async def test_what_has_left_is_deleted_once_by_the_turns_that_share_a_commit(both: Both) -> None:
    everybody = [f"learner {number}" for number in range(10)]
    await asyncio.gather(*(both.say(who, "/start") for who in everybody))
    statements = list[str]()
    assert isinstance(both.store, SqliteStore)
    left = set(both.tiny.acknowledged)
    assert len(left) >= len(everybody)
    both.store._connection.set_trace_callback(statements.append)
    await asyncio.gather(*(both.say(who, "Start") for who in everybody))
    deleted = [each for each in statements if each.startswith("DELETE FROM outbox")]
    assert len(deleted) == len(left)
    assert not left & both.tiny.acknowledged


async def test_who_is_new_gets_an_id_of_their_own_which_mydata_shows(both: Both) -> None:
    await both.say("ann", "/start")
    made = await both.store.conversation_of(Address(CHANNEL, "ann"))
    assert made[0].isalpha()
    assert len(made) == 8
    assert not set(made) & set("il1o0")
    replies = await both.say("ann", "/mydata")
    [file] = [each.file for each in replies if each.file]
    assert f'"conversation": "{made}"' in file.text
    assert await both.store.named("ann") == made == await both.store.named(made)


async def test_messages_of_a_new_learner_that_come_at_once_are_one_conversation_in_order(
    both: Both,
) -> None:
    lines = [f"I moved bed {number} of the ward to the top floor." for number in range(20)]
    await asyncio.gather(*(both.say("ann", each) for each in ["/start", "Start", *lines]))
    assert await both.texts("ann") == lines


async def test_a_conversation_goes_on_in_another_channel_and_is_answered_there(both: Both) -> None:
    for text in ("/start", "Start", "I am a cook."):
        await both.say("ann", text)
    both.point(Address("other", "ann@example.org"), await both.store.named("ann"))
    both.tiny.shown.clear()
    replies = await both.other.send(both.service, "ann@example.org", "say", "In a school.")
    assert "7 words" in replies[1].text, "after the question, which was not seen there"
    assert not both.tiny.shown
    assert await both.texts("ann@example.org") == ["I am a cook.", "In a school."]


async def test_after_forget_nothing_points_to_what_was(both: Both) -> None:
    for text in ("/start", "Start", "I am a cook.", "/forget"):
        await both.say("ann", text)
    before = await both.store.named("ann")
    [reply] = await both.say("ann", "Yes, delete it all")
    assert reply.text, "it is told where it was asked for"
    assert await both.store.addresses(before) == []
    await both.say("ann", "/start")
    assert await both.store.named("ann") not in ("ann", before)


async def test_what_is_sent_at_once_with_the_last_yes_is_one_new_conversation(both: Both) -> None:
    for text in ("/start", "Start", "I am a cook.", "/forget"):
        await both.say("ann", text)
    at_once = ["Yes, delete it all", "I made tea.", "I moved the beds.", "I wrote the rota."]
    await asyncio.gather(*(both.say("ann", each) for each in at_once))
    assert await both.texts("ann") == at_once[1:]


async def test_the_same_event_again_after_forget_does_not_begin_anew(both: Both) -> None:
    for text in ("/start", "/forget"):
        await both.say("ann", text)
    to = Address(CHANNEL, "ann")
    gone = Event("", "say", "Yes, delete it all", "the last", "the last", address=to)
    assert await both.service.receive(gone)
    assert await both.service.receive(gone) is None
    assert await both.store.conversation_of(to) == ""


async def test_a_reminder_takes_the_newest_way_that_can_be_sent_by(both: Both) -> None:
    for text in ("/start", "/later in 2 hours"):
        await both.say("ann", text)
    made = await both.store.named("ann")
    both.point(Address("other", "ann@example.org"), made)
    both.point(Address("a page", "ann's browser"), made)
    both.now += timedelta(hours=2)
    [due] = await both.store.due(both.now, 1)
    assert await both.service.remind(due)
    assert both.other.shown["ann@example.org"]


async def test_who_can_be_found_nowhere_is_not_reminded_and_holds_up_nobody(world: World) -> None:
    event = Event("terminal", "say", "/start", "1", "1")
    await world.service.receive(event)
    await world.service.receive(replace(event, text="/later in 2 hours", key="2"))
    other = world.person("7")
    await other.say("/start")
    await other.say("/later in 2 hours")
    await world.later(hours=3)
    assert len(other.reminders) == 1
    assert not world.phones.reminded["terminal"]
    assert await world.store.due(world.now, 10) == []


async def test_the_command_line_takes_an_address_for_the_conversation(
    both: Both, settings: Settings, run: Any, tmp_path: Path
) -> None:
    for text in ("/start", "Start", "I am a cook."):
        await both.say("31337", text)
    made = await both.store.named("31337")
    await both.store.close()
    for name in ("31337", made):
        done = await asyncio.to_thread(run, "statement", "--chat", name)
        assert "I am a cook." in done.stdout
