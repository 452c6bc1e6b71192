"""A chat that sends faster than it can be answered: it loses nothing, and others do not wait."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.channels.telegram_bot import inbox as waiting
from bot.channels.telegram_bot import patience
from bot.channels.telegram_bot.background import Background
from bot.channels.telegram_bot.inbox import Inbox
from bot.channels.telegram_bot.updates import Raw
from bot.content.library import Content
from bot.domain.addresses import Address
from bot.errors import CannotSave
from bot.services.conversations import once
from bot.settings import Settings
from bot.store.sqlite.store import SqliteStore
from tests.channels.telegram_bot import test_saving
from tests.channels.telegram_bot.conftest import begun
from tests.channels.telegram_bot.test_saving import Running, until
from tests.support.bot_api.server import BotApi
from tests.support.bot_api.user import User

pytestmark = pytest.mark.long


async def test_a_flood_of_one_chat_is_not_in_front_of_another(
    api: BotApi, settings: Settings, content: Content, ann: User, somebody: Callable[[int], User]
) -> None:
    async with test_saving.coach(api, settings, content) as running:
        ben = await begun(somebody(1))
        await begun(ann)
        for number in range(300):
            ann.say(f"part {number}")
        asked = time.monotonic()
        await ben.asks("I am a cook.", "4 words")
        behind = len(await running.kept(ann))
        assert behind < 150, f"ben waited behind {behind} of hers, {time.monotonic() - asked:.1f} s"
        await until(lambda: not api.pending)
        assert len(await running.kept(ann)) < 300, "acknowledged, and not all of it handled"


async def test_what_waits_of_a_flood_outlives_a_restart_in_its_order(
    api: BotApi, settings: Settings, content: Content, ann: User
) -> None:
    sent = [f"part {number}" for number in range(60)]
    async with test_saving.coach(api, settings, content) as first:
        await begun(ann)
        for each in sent:
            ann.say(each)
        await until(lambda: not api.pending)
        await first.stop_asking()
        assert len(await first.kept(ann)) < 60
    async with test_saving.coach(api, settings, content) as second:
        await second.handler.inbox.load()
        await _all_kept(second, ann, sent)


async def test_others_have_most_of_the_time_while_they_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now, sender, other = [100.0], Address("telegram", "1"), Address("telegram", "2")
    store = SqliteStore.open(tmp_path, "0" * 64, Path("key"))
    monkeypatch.setattr(time, "monotonic", lambda: now[0])

    async def take(_: Raw) -> None:
        pass

    inbox = Inbox(store, Background(), take, others=lambda _: False, in_hand=lambda _: False)
    inbox.note(sender)
    assert inbox._pause(sender, 0.03) == 0.03, "nobody else is there"
    inbox.note(other)
    inbox.note(sender)
    assert inbox._pause(sender, 0.03) == pytest.approx(0.6)
    assert inbox._pause(sender, 9) == waiting.LONGEST_PAUSE
    now[0] += waiting.LATELY
    assert inbox._pause(sender, 0.03) == 0.03, "the other has gone"
    await store.close()


async def test_what_waits_is_not_kept_before_what_came_first_is(tmp_path: Path) -> None:
    sender, in_hand, handled = Address("telegram", "1"), [True], list[int]()
    store = SqliteStore.open(tmp_path, "0" * 64, Path("key"))
    background = Background()

    async def take(update: Raw) -> None:
        handled.append(update["update_id"])

    inbox = Inbox(store, background, take, others=lambda _: False, in_hand=lambda _: in_hand[0])
    keeping = [
        asyncio.create_task(inbox.keep(sender, {"update_id": number}, once))
        for number in (9, 10, 11)
    ]
    await asyncio.sleep(0.1)
    assert not await store.kept_senders(), "a kill now must not leave the later without the earlier"
    in_hand[0] = False
    await asyncio.gather(*keeping)
    await until(lambda: len(handled) == 3)
    assert handled == [9, 10, 11]
    await background.close(1)
    await store.close()


class Refusing(SqliteStore):
    """A store that does not give what waits for once."""

    refused = False

    async def first_kept(self, sender: Address) -> tuple[int, str] | None:
        if not self.refused:
            self.refused = True
            raise CannotSave("cannot_save", path="here", why="the disk is full")
        return await super().first_kept(sender)


async def test_what_waits_stays_first_when_the_store_refuses_it_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "AGAIN", 0.05)
    sender, handled = Address("telegram", "1"), list[int]()
    store, background = Refusing.open(tmp_path, "0" * 64, Path("key")), Background()

    async def take(update: Raw) -> None:
        handled.append(update["update_id"])

    inbox = Inbox(store, background, take, others=lambda _: False, in_hand=lambda _: False)
    await inbox.keep(sender, {"update_id": 9}, once)
    assert sender in inbox, "what follows waits behind it"
    await inbox.keep(sender, {"update_id": 10}, once)
    await until(lambda: len(handled) == 2)
    assert handled == [9, 10]
    await background.close(1)
    await store.close()


async def _all_kept(running: Running, person: User, sent: list[str]) -> None:
    deadline = time.monotonic() + 30
    while (found := await running.kept(person)) != sent:
        assert time.monotonic() < deadline, found
        await asyncio.sleep(0.05)


class NoRoom(SqliteStore):
    """It keeps nothing of these updates for as long as there is no room."""

    no_room_for = frozenset[int]()

    async def keep_for_later(self, number: int, sender: Address, body: str) -> None:
        if number in self.no_room_for:
            raise CannotSave("cannot_save", path="x", why="full")
        await super().keep_for_later(number, sender, body)


async def test_what_could_not_be_kept_at_once_is_not_overtaken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "PAUSES", (0.02,))
    store, taken = NoRoom.open(tmp_path, "0" * 64, Path("key")), list[int]()
    assert isinstance(store, NoRoom)
    store.no_room_for = frozenset({1})

    async def take(update: Raw) -> None:
        taken.append(update["update_id"])

    sender, background = Address("telegram", "1"), Background()
    inbox = Inbox(store, background, take, others=lambda _: False, in_hand=lambda _: False)
    trying = patience.Patience().until_saved
    keeping = [asyncio.ensure_future(inbox.keep(sender, {"update_id": 1}, trying))]
    await asyncio.sleep(0.1)
    assert sender in inbox, "what comes now waits behind it, though it is not kept yet"
    keeping.append(asyncio.ensure_future(inbox.keep(sender, {"update_id": 2}, trying)))
    await asyncio.wait_for(keeping[1], 20)
    await asyncio.sleep(0.1)
    assert taken == []
    store.no_room_for = frozenset()
    await asyncio.wait_for(keeping[0], 20)
    await until(lambda: sender not in inbox)
    assert taken == [1, 2]
    await store.close()
