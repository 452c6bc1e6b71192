"""A fault in our own code: three tries, then put aside without its text, an apology, and on."""

from __future__ import annotations

import asyncio
import itertools
import logging
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.channels.telegram_bot import CHANNEL, polling, update_handler
from bot.channels.telegram_bot.api import Api
from bot.channels.telegram_bot.error_policy import pause_after
from bot.channels.telegram_bot.outbox import TelegramOutbox
from bot.channels.telegram_bot.pace import EvenRate
from bot.channels.telegram_bot.parts import ChannelWords
from bot.channels.telegram_bot.update_handler import UpdateHandler
from bot.channels.telegram_bot.updates import Meaning, Raw, meaning
from bot.channels.telegram_bot.webhook import SECRET_HEADER, Webhook, listening
from bot.content.library import Content
from bot.domain.addresses import Address
from bot.domain.events import Event
from bot.domain.outbox import Outgoing, Rendered
from bot.domain.turn import Reply, Turn
from bot.errors import CannotSave, CannotSaveThis, Changed, StoreError
from bot.flows.registry import FLOWS
from bot.logs import Redacting, describe
from bot.services.turns import Service
from bot.settings import Settings
from bot.store.encryption_key import get_key
from bot.store.sqlite.store import SqliteStore
from tests.channels.telegram_bot.conftest import ended
from tests.channels.telegram_bot.test_kill import queue_reminder
from tests.support.bot_api.server import TOKEN, BotApi
from tests.support.bot_api.user import User
from tests.support.ports import free_port

pytestmark = pytest.mark.long


def clock() -> datetime:
    return datetime(2026, 11, 21, tzinfo=UTC)


class Faulty(Service):
    """The real service with a fault that a text sets off."""

    tries = 0
    error: type[Exception] = ZeroDivisionError
    sentence = "cannot_save"

    async def take(self, event: Event) -> Turn | None:
        if event.text == "boom":
            self.tries += 1
            if issubclass(self.error, StoreError):
                raise self.error(self.sentence, path="x", why="full")
            raise self.error("boom, and private words")
        return await super().take(event)


@pytest.fixture
async def handler(
    api: BotApi, settings: Settings, content: Content
) -> AsyncIterator[UpdateHandler]:
    key = get_key(settings.coach_key_file, settings.coach_data / "coach.db")
    store = SqliteStore.open(settings.coach_data, key, settings.coach_key_file)
    client = Api(TOKEN, api.url, lambda _: b"")
    await client.open()
    sender = TelegramOutbox(client, store, clock, None, ChannelWords("More:", "It stays."))
    service = Faulty(FLOWS, content, store, clock, outboxes={CHANNEL: sender})
    yield UpdateHandler(service, store, sender, client, content, clock, str)
    await sender.close(2)
    await client.close()
    await store.close()


async def take(handler: UpdateHandler, api: BotApi) -> None:
    for pending in list(api.pending):
        update = handler.parse(pending.update)
        assert update
        await handler.take(update)
        api.pending.remove(pending)


async def test_a_turn_that_keeps_failing_is_put_aside_with_an_apology(
    handler: UpdateHandler, api: BotApi, ann: User, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for text in ("/start", "Start", "boom", "I am a cook."):
        ann.say(text)
    await take(handler, api)
    await ann.sees("Something went wrong here.")
    await ann.sees("4 words")
    assert handler.service.tries == 3  # type: ignore[attr-defined]
    rows: list[Any] = handler.store._connection.execute("SELECT * FROM quarantine").fetchall()  # type: ignore[attr-defined]
    assert len(rows) == 1
    assert rows[0][1] == "ZeroDivisionError"
    assert "boom" not in str(rows)
    assert "private words" not in caplog.text


async def test_a_turn_that_cannot_be_saved_is_not_put_aside_but_left_with_telegram(
    handler: UpdateHandler, api: BotApi, ann: User
) -> None:
    handler.service.error = CannotSave  # type: ignore[attr-defined]
    ann.say("boom")
    with pytest.raises(CannotSave):
        await take(handler, api)
    assert handler.service.tries == 1  # type: ignore[attr-defined]
    assert len(api.pending) == 1


def odd(update: Raw, *more: Any) -> Meaning:
    """The real meaning, with a fault that a text sets off."""
    if update.get("message", {}).get("text") == "odd":
        raise ZeroDivisionError("private words")
    return meaning(update, *more)


@pytest.mark.parametrize("error", [Changed, CannotSaveThis, ZeroDivisionError])
async def test_what_can_never_be_handled_is_put_aside_and_a_hundred_others_go_on(
    handler: UpdateHandler,
    api: BotApi,
    ann: User,
    *,
    somebody: Callable[[int], User],
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    error: type[Exception],
) -> None:
    handler.service.error = error  # type: ignore[attr-defined]
    monkeypatch.setattr(update_handler, "meaning", odd)
    ann.say("boom")
    ann.say("odd")
    others = [somebody(number) for number in range(120)]
    for each in others:
        each.say("/start")
    poller = polling.Poller(handler)
    running = asyncio.ensure_future(poller.run())
    for each in others:
        await each.sees("Hello.")
    await ann.sees("Something went wrong here.")
    async with asyncio.timeout(60):
        while api.pending:
            await asyncio.sleep(0.02)
    assert not running.done()
    await ended(running)
    await poller.finish()
    assert isinstance(handler.store, SqliteStore)
    kept = handler.store._execute("SELECT key, error FROM quarantine ORDER BY key").fetchall()
    names = [error.__name__, "ZeroDivisionError"]
    assert [name for _, name in kept] == names
    assert all(f"{key} is put aside" in caplog.text for key, _ in kept)
    assert "private words" not in caplog.text


async def test_files_that_cannot_be_deleted_keep_nobody_waiting(
    handler: UpdateHandler, api: BotApi, ann: User, caplog: pytest.LogCaptureFixture
) -> None:
    handler.service.error = CannotSaveThis  # type: ignore[attr-defined]
    handler.service.sentence = "cannot_delete_files"  # type: ignore[attr-defined]
    for text in ("/start", "Start", "boom", "I am a cook."):
        ann.say(text)
    await take(handler, api)
    await ann.sees("Something went wrong here.")
    await ann.sees("4 words")
    assert "cannot_delete_files, path=x, why=full" in caplog.text


def test_an_exception_in_the_log_has_no_message() -> None:
    try:
        raise ValueError("private words, and 4242:token")
    except ValueError as error:
        record = logging.LogRecord(
            "x",
            logging.ERROR,
            "f",
            1,
            "at 4242:token",
            None,
            (ValueError, error, error.__traceback__),
        )
    line = Redacting(["4242:token"]).format(record)
    assert "private" not in line
    assert "4242:token" not in line
    assert "ValueError at " in line
    assert describe(ValueError, None) == "ValueError at ?"


def test_slots_are_evenly_spaced_over_any_second() -> None:
    pace, now, times = EvenRate(25), 100.0, []
    for _ in range(200):
        times.append(now + pace.take(now))
        now += 0.001
    gaps = [b - a for a, b in itertools.pairwise(times)]
    assert min(gaps) >= 1 / 25 - 1e-9


def test_replies_use_up_slots_and_never_more_than_a_second_of_them() -> None:
    pace = EvenRate(25)
    for _ in range(1000):
        pace.use(50.0)
    assert 0.9 <= pace.take(50.0) <= 1.0


async def test_a_row_that_cannot_be_rendered_holds_up_no_other(
    handler: UpdateHandler, api: BotApi, ann: User, caplog: pytest.LogCaptureFixture
) -> None:
    chat, store = str(ann.chat), handler.store
    to = Address(CHANNEL, chat)
    assert isinstance(store, SqliteStore)
    broken = Rendered("private words, and no call")
    for what in (broken, Reply("a reply")):
        handler.outbox.put([await store.add(Outgoing(chat, to, "reply", what))])
    for what in (broken, Reply("a reminder")):
        handler.outbox.put([await queue_reminder(store, chat, what)])
    sending = asyncio.ensure_future(handler.outbox.reminders.run())
    await ann.sees("a reply")
    await ann.sees("a reminder")
    await asyncio.sleep(0.3)
    execute = store._execute
    assert execute("SELECT kind, state FROM outbox").fetchall() == [("reply", "failed")]
    became = execute("SELECT state FROM deliveries ORDER BY number").fetchall()
    assert became == [("failed",), ("sent",)]
    assert "private words" not in caplog.text
    await ended(sending)


def test_pauses_grow_to_the_last() -> None:
    assert [pause_after(tries, (1, 2, 5)) for tries in range(1, 6)] == [1, 2, 5, 5, 5]


async def test_a_webhook_says_503_when_the_turn_could_not_be_saved(
    handler: UpdateHandler, api: BotApi, ann: User
) -> None:
    handler.service.error = CannotSave  # type: ignore[attr-defined]
    ann.say("boom")
    update = api.pending[0].update
    port = free_port()
    webhook, headers = Webhook(handler, "secret"), {SECRET_HEADER: "secret"}
    async with (
        listening(webhook, "https://coach.example/t", "127.0.0.1", port),
        ClientSession(headers=headers) as session,
    ):
        async with session.post(f"http://127.0.0.1:{port}/t", json=update) as answer:
            assert answer.status == 503
        handler.service.error = ZeroDivisionError  # type: ignore[attr-defined]
        async with session.post(f"http://127.0.0.1:{port}/t", json=update) as answer:
            assert answer.status == 200


async def test_after_a_quiet_day_lower_numbers_are_taken_too(
    handler: UpdateHandler, api: BotApi, ann: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a quiet week Telegram begins anew at a random number."""
    monkeypatch.setattr(polling, "LONG_POLL", 1)
    poller = polling.Poller(handler)
    running = asyncio.ensure_future(poller.run())
    await ann.asks("/start", "Hello.")
    monkeypatch.setattr(polling, "QUIET", 0.5)
    await asyncio.sleep(2)
    api.next_update = 10
    await ann.asks("Start", "Tell me your role")
    await ended(running)
    await poller.finish()
