"""What cannot be saved at the moment: it waits, nothing is lost, and nobody else waits with it."""

from __future__ import annotations

import asyncio
import logging
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3
from aiohttp import ClientSession

from bot.channels.telegram_bot import CHANNEL, patience, polling
from bot.channels.telegram_bot.api import Api
from bot.channels.telegram_bot.outbox import TelegramOutbox
from bot.channels.telegram_bot.parts import ChannelWords
from bot.channels.telegram_bot.update_handler import UpdateHandler
from bot.channels.telegram_bot.webhook import Webhook, listening
from bot.clock import wall_clock
from bot.content.library import Content
from bot.domain.addresses import Address
from bot.domain.turn import Reply, Turn
from bot.errors import CannotSave
from bot.flows.registry import FLOWS
from bot.services.turns import Service
from bot.settings import Settings
from bot.store.encryption_key import get_key
from bot.store.sqlite import group_commit
from bot.store.sqlite.store import SqliteStore
from tests.channels.telegram_bot.conftest import Bot, begun, ended
from tests.channels.telegram_bot.test_kill import queue_reminder
from tests.support.bot_api import server as faults
from tests.support.bot_api.server import TOKEN, BotApi
from tests.support.bot_api.user import User
from tests.support.ports import free_port

pytestmark = pytest.mark.long

WAITED = "I could not save your words for a while. They are saved now."


@dataclass
class Running:
    """A coach in this process, with its file in reach."""

    handler: UpdateHandler
    store: SqliteStore
    path: Path
    poller: polling.Poller
    prompt: asyncio.Future[None]

    async def stop_asking(self) -> None:
        """Bring turns in hand to their end, and ask Telegram no more."""
        await ended(self.prompt)
        await self.poller.finish()

    async def could_not_save(self) -> None:
        """Wait until a turn was refused, however slow the machine is."""
        await until(lambda: self.handler._failed_at is not None)

    @asynccontextmanager
    async def full_disk(self) -> AsyncIterator[None]:
        """A disk with room for what fits into the pages that there are, and for no page more."""
        execute = self.store._connection.execute
        await self._is_empty_handed()
        execute("VACUUM")
        execute(f"PRAGMA max_page_count = {execute('PRAGMA page_count').fetchone()[0]}")
        try:
            yield
        finally:
            with suppress(sqlcipher3.ProgrammingError):  # closed meanwhile
                execute("PRAGMA max_page_count = 1000000")

    async def _is_empty_handed(self) -> None:
        """Wait until each reply has left and is deleted: its page would be room for others."""
        rows = "SELECT count(*) FROM outbox"
        async with asyncio.timeout(20):
            while self.store._execute(rows).fetchone()[0]:
                await self.handler.outbox.replies.delete_acknowledged()
                await asyncio.sleep(0.02)
        await self.store._commits.settled()

    async def kept(self, person: User) -> list[str]:
        """What is kept of a person's messages, in order."""
        conversation = await self.store.load(await self.store.named(str(person.chat)))
        return [message.text for message in conversation.messages]


@asynccontextmanager
async def coach(api: BotApi, settings: Settings, content: Content) -> AsyncIterator[Running]:
    key = get_key(settings.coach_key_file, settings.coach_data / "coach.db")
    store = SqliteStore.open(settings.coach_data, key, settings.coach_key_file)
    client = Api(TOKEN, api.url, lambda _: b"")
    await client.open()
    sender = TelegramOutbox(client, store, wall_clock, None, ChannelWords("More:", "It stays."))
    service = Service(FLOWS, content, store, wall_clock, outboxes={CHANNEL: sender})
    handler = UpdateHandler(service, store, sender, client, content, wall_clock, str)
    poller = polling.Poller(handler)
    prompt = asyncio.ensure_future(poller.run())
    running = Running(handler, store, settings.coach_data / "coach.db", poller, prompt)
    try:
        yield running
    finally:
        await running.stop_asking()
        await sender.close(2)
        await client.close()
        await store.close()


@pytest.fixture
async def running(
    api: BotApi, settings: Settings, content: Content, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Running]:
    monkeypatch.setattr(polling, "LONG_POLL", 1)
    monkeypatch.setattr(patience, "PAUSES", (0.1,))
    async with coach(api, settings, content) as found:
        yield found


@asynccontextmanager
async def write_lock(database: Path, key_file: Path) -> AsyncIterator[None]:
    """Another one who writes in the same file, once the coach does not, and takes their time."""
    other = sqlcipher3.connect(str(database), isolation_level=None, timeout=0)
    try:
        other.execute(f"PRAGMA key = \"x'{key_file.read_text().strip()}'\"")
        async with asyncio.timeout(20):
            while not other.in_transaction:
                with suppress(sqlcipher3.OperationalError):
                    other.execute("BEGIN IMMEDIATE")
                await asyncio.sleep(0)
        yield
        other.execute("ROLLBACK")
    finally:
        other.close()


def unreadable_of(person: User) -> bytes:
    """An update of theirs that nobody can read."""
    chat = str(person.chat).encode()
    begin = b'{"update_id":%d,"message":{"message_id":1,"text":["no"],"chat":{"id":'
    return begin + chat + b',"type":"private"}}}'


def big(number: int) -> str:
    """A message that needs a page of its own."""
    return f"I made bed {number} and " + "word " * 810


async def until(true: Callable[[], bool], within: float = 20) -> None:
    deadline = time.monotonic() + within
    while not true():
        assert time.monotonic() < deadline
        await asyncio.sleep(0.02)


async def test_on_a_full_disk_nobody_loses_a_message_and_all_are_in_order(
    running: Running, api: BotApi, somebody: Callable[[int], User]
) -> None:
    """More than Telegram hands over at once."""
    people = await asyncio.gather(*(begun(somebody(n)) for n in range(20)))
    async with running.full_disk():
        for number in range(6):
            for person in people:
                person.say(big(number))
        await asyncio.sleep(1)
        assert api.pending, "what is not saved is not acknowledged"
    for person in people:
        await person.sees("4890 words")
        assert await running.kept(person) == [big(number) for number in range(6)]
    await until(lambda: not api.pending)


async def test_a_later_message_that_has_room_does_not_overtake_one_that_has_none(
    running: Running, api: BotApi, ann: User
) -> None:
    await begun(ann)
    async with running.full_disk():
        ann.say(big(1))
        await asyncio.sleep(0.3)
        ann.say("I wrote lists")
        await asyncio.sleep(0.5)
        assert await running.kept(ann) == []
    await ann.sees("818 words")
    assert await running.kept(ann) == [big(1), "I wrote lists"]


async def test_who_sends_what_has_room_is_answered_though_another_waits(
    running: Running, api: BotApi, ann: User, somebody: Callable[[int], User]
) -> None:
    other = await begun(somebody(1))
    await begun(ann)
    async with running.full_disk():
        ann.say(big(1))
        await asyncio.sleep(0.3)
        await other.asks("I am a cook.", "4 words")
        assert api.pending
        assert not any("✓ Saved" in text for text in ann.texts)
    await ann.sees("815 words")


async def test_a_stop_leaves_with_telegram_what_could_not_be_saved(
    api: BotApi, settings: Settings, content: Content, ann: User
) -> None:
    other = User(api, 5)
    async with AsyncExitStack() as stack, coach(api, settings, content) as first:
        await begun(ann)
        await begun(other)
        await stack.enter_async_context(first.full_disk())
        ann.say(big(1))
        await asyncio.sleep(0.3)
        await other.asks("I am a cook.", "4 words")
    async with coach(api, settings, content) as second:
        await ann.sees("815 words")
        assert await second.kept(other) == ["I am a cook."], "known by its key"


async def test_an_unreadable_update_is_not_acknowledged_before_it_is_noted(
    running: Running, api: BotApi, ann: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    await begun(ann)
    quarantine, fails = running.store.quarantine, True

    async def failing(*arguments: object) -> int:
        if fails:
            raise CannotSave("cannot_save", path="x", why="full")
        return await quarantine(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(running.store, "quarantine", failing)
    unreadable = api.add("message", unreadable_of(ann))
    await ann.asks("I am a cook.", "4 words")
    await asyncio.sleep(0.3)
    assert unreadable in [pending.number for pending in api.pending]
    fails = False
    await ann.sees("Something went wrong here.")
    await until(lambda: not api.pending)


async def test_the_apology_comes_though_it_could_not_be_saved_at_first(
    running: Running, ann: User, api: BotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    await begun(ann)
    save, failures = running.store.save, 2

    async def failing(*arguments: object, **more: object) -> object:
        nonlocal failures
        if failures:
            failures -= 1
            raise CannotSave("cannot_save", path="x", why="full")
        return await save(*arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(running.store, "save", failing)
    api.add("message", unreadable_of(ann))
    await ann.sees("Something went wrong here.")


async def test_an_unreadable_update_of_whose_words_wait_holds_up_nobody(
    running: Running, ann: User, api: BotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk has room again just as that is noted; her words are tried again after it."""
    await begun(ann)
    save, quarantine, noted = running.store.save, running.store.quarantine, list[str]()

    async def late(*arguments: object, **more: object) -> object:
        if not noted:
            raise CannotSave("cannot_save", path="x", why="full")
        return await save(*arguments, **more)  # type: ignore[arg-type]

    async def again(*arguments: object) -> int:
        if running.handler._failed_at is None:
            raise CannotSave("cannot_save", path="x", why="full")
        count = await quarantine(*arguments)  # type: ignore[arg-type]
        noted.append("noted")
        return count

    monkeypatch.setattr(running.store, "save", late)
    monkeypatch.setattr(running.store, "quarantine", again)
    ann.say("I am a cook.")
    api.add("message", unreadable_of(ann))
    await ann.sees("4 words")
    await ann.sees("Something went wrong here.")
    await until(lambda: not api.pending)


async def test_where_a_chat_was_led_to_is_shown_though_its_next_words_wait(
    running: Running, ann: User, api: BotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    await begun(ann)
    save, refused = running.store.save, set[str]()

    async def once_refused(turn: Turn, seen: str, **more: Any) -> object:
        about = "the place" if "crossed" in seen else turn.after.messages[-1].text
        if about in ("the place", "I wrote lists.") and about not in refused:
            refused.add(about)
            raise CannotSave("cannot_save", path="x", why="full")
        return await save(turn, seen, **more)

    monkeypatch.setattr(running.store, "save", once_refused)
    monkeypatch.setattr(patience, "PAUSES", (1.0,))
    running.handler._crossed.add(Address(CHANNEL, str(ann.chat)))
    ann.say("I am a cook.")
    await until(lambda: "the place" in refused)
    ann.say("I wrote lists.")
    await ann.sees("7 words")
    await until(lambda: not api.pending)
    assert refused == {"the place", "I wrote lists."}


async def test_a_note_that_the_coach_is_alive_holds_up_no_message(
    running: Running, ann: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def failing(name: str, value: str) -> None:
        raise CannotSave("cannot_save", path="x", why="full")

    monkeypatch.setattr(running.store, "set_meta", failing)
    monkeypatch.setattr(polling, "ALIVE_EVERY", 0.0)
    await begun(ann)


async def test_who_is_back_stays_back_though_that_could_not_be_saved_at_first(
    running: Running, settings: Settings, ann: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    await begun(ann)
    await running.handler.outbox.blocked.add(await running.store.named(str(ann.chat)))
    monkeypatch.setattr(group_commit, "LOCK_SECONDS", 0.1)
    async with write_lock(running.path, settings.coach_key_file):
        ann.say("I wrote lists.")
        await asyncio.sleep(0.3)
    await ann.sees("3 words")
    assert await running.store.blocked() == set()


async def test_a_reply_that_is_refused_holds_up_no_other_though_that_cannot_be_noted(
    running: Running, ann: User, api: BotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    await begun(ann)

    async def failing(*arguments: object) -> None:
        raise CannotSave("cannot_save", path="x", why="full")

    monkeypatch.setattr(running.store, "mark", failing)
    api.fail("sendMessage", faults.refuse(400, "Bad Request: something else"))
    ann.say("I am a cook.")
    ann.say("/help")
    await ann.sees("I ask one")


async def test_a_reminder_leaves_once_and_the_lane_lives_on_though_little_can_be_noted(
    running: Running, ann: User, api: BotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing_once(work: Callable[..., Awaitable[object]]) -> Callable[..., Awaitable[object]]:
        failures = 1

        async def failing(*arguments: object) -> object:
            nonlocal failures
            failures -= 1
            if failures >= 0:
                raise CannotSave("cannot_save", path="x", why="full")
            return await work(*arguments)

        return failing

    for name in ("release", "mark"):
        monkeypatch.setattr(running.store, name, failing_once(getattr(running.store, name)))
    lane = running.handler.outbox.reminders
    sending = asyncio.ensure_future(lane.run())
    said = await queue_reminder(running.store, str(ann.chat), Reply("Still there?"))
    lane.put(said)
    await ann.sees("Still there?")
    execute, row = running.store._execute, "SELECT state FROM deliveries WHERE outbox = ?"
    await until(lambda: execute(row, (said.number,)).fetchone()[0] == "sent")
    assert ann.texts == ["Still there?"]
    await ended(sending)


async def test_by_webhook_what_cannot_be_saved_is_asked_for_again_and_health_answers(
    running: Running,
    settings: Settings,
    api: BotApi,
    ann: User,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Telegram brings the updates of a chat one after the other."""
    await begun(ann)
    await running.stop_asking()
    monkeypatch.setattr(group_commit, "LOCK_SECONDS", 0.2)
    port = free_port()
    api.secret, address = "secret", f"http://127.0.0.1:{port}"
    async with listening(Webhook(running.handler, "secret"), f"{address}/t", "127.0.0.1", port):
        async with write_lock(running.path, settings.coach_key_file):
            for number in range(3):
                ann.say(f"I made bed {number}", at=time.time() - 61)
            delivering = asyncio.ensure_future(api.deliver(f"{address}/t"))
            await running.could_not_save()
            assert len(api.pending) == 3
            async with ClientSession() as session, session.get(f"{address}/health") as answer:
                assert answer.status == 200
        await delivering
    await ann.sees("12 words")
    await ann.sees(WAITED)
    assert await running.kept(ann) == [f"I made bed {n}" for n in range(3)]


async def test_the_log_says_where_and_why_nothing_can_be_saved(
    running: Running, ann: User, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    await begun(ann)
    async with running.full_disk():
        for number in range(3):
            ann.say(big(number))
        await running.could_not_save()
        await asyncio.sleep(0.5)  # it is tried again and again
    await ann.sees("2445 words")
    lines = [record.getMessage() for record in caplog.records if "saved" in record.getMessage()]
    assert len(lines) == 2, "one line when it begins and one when it ends, not one a try"
    assert re.search(r"coach\.db.*database or disk is full", lines[0])
    assert "saved again" in lines[1]
    assert "word word" not in caplog.text


async def test_whose_words_waited_over_a_minute_is_told_once_when_they_are_saved(
    running: Running, ann: User, api: BotApi, somebody: Callable[[int], User]
) -> None:
    other = await begun(somebody(1))
    await begun(ann)
    minute_ago = time.time() - 61
    async with running.full_disk():
        for number in range(3):
            ann.say(big(number), at=minute_ago)
        other.say(big(0))
        await running.could_not_save()
        assert not any(WAITED in text for text in ann.texts)
    await ann.sees(WAITED)
    await ann.sees("2445 words")
    await other.sees("815 words")
    await ann.asks("I wrote lists", "2448 words")
    assert len([text for text in ann.texts if WAITED in text]) == 1
    assert not any(WAITED in text for text in other.texts), "a second is not a while"


async def test_words_that_were_deleted_right_after_are_not_called_saved(
    running: Running, ann: User
) -> None:
    await begun(ann)
    minute_ago = time.time() - 61
    async with running.full_disk():
        for text in (big(1), "/forget", "Yes, delete it all"):
            ann.say(text, at=minute_ago)
        await asyncio.sleep(0.3)
    await until(lambda: "deleted" in ann.last_reply)
    await asyncio.sleep(0.3)
    assert await running.kept(ann) == []
    assert not any(WAITED in text for text in ann.texts)


async def test_what_is_not_kept_is_not_called_saved_however_long_it_waited(
    running: Running, ann: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    await begun(ann)
    save, fails = running.store.save, True

    async def failing(*arguments: object, **more: object) -> object:
        if fails:
            raise CannotSave("cannot_save", path="x", why="full")
        return await save(*arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(running.store, "save", failing)
    ann.send({"voice": {"file_id": "a", "file_unique_id": "a", "duration": 1}}, at=time.time() - 99)
    await asyncio.sleep(0.3)
    fails = False
    await ann.sees("I cannot hear voice messages.")
    await ann.asks("/help", "I ask one")
    assert not any(WAITED in text for text in ann.texts)


async def test_another_who_writes_for_seconds_holds_up_nothing_but_saving(
    bot: Bot, ann: User, somebody: Callable[[int], User], settings: Settings
) -> None:
    """Longer than one try to save lasts, so that all of it is taken again."""
    people = [await begun(somebody(n)) for n in range(3)]
    await begun(ann)
    async with write_lock(settings.coach_data / "coach.db", settings.coach_key_file):
        for number in range(3):
            for person in [ann, *people]:
                person.say(f"I made bed {number}")
        await until(lambda: bool(re.search(r"coach\.db.*database is locked", bot.log)))
        assert not any("✓ Saved" in text for text in ann.texts)
    for person in [ann, *people]:
        await person.sees("12 words")
        asked = person.say("/mydata")
        await person.sees("bed 2", after=asked)
        texts = [m.get("text", "") for m in person.screen if m["message_id"] > asked]
        shown = "\n".join(texts)  # what is kept, and not what was said back before
        assert [shown.index(f"bed {n}") for n in range(3)] == sorted(
            shown.index(f"bed {n}") for n in range(3)
        )
