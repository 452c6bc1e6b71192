"""kill -9 of the real bot: every answer once and in order, every message answered, and at most one
doubled reply a chat a kill. The full size is ``tests/bench/kills.py``."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.channels.telegram_bot import CHANNEL
from bot.clock import wall_clock
from bot.domain.addresses import Address
from bot.domain.outbox import Outgoing, Rendered
from bot.domain.reminders import own_reminder
from bot.domain.turn import Reply
from bot.store.sqlite import deliveries
from bot.store.sqlite.store import SqliteStore
from tests.channels.telegram_bot.conftest import Bot, begun
from tests.channels.telegram_bot.kills import Killed, run_kills
from tests.channels.telegram_bot.test_conversation import body
from tests.support.bot_api import server as faults
from tests.support.bot_api.rules import Refusal
from tests.support.bot_api.server import BotApi
from tests.support.bot_api.user import User

pytestmark = pytest.mark.long


async def test_kills_at_random_points_lose_and_double_no_answer(
    stopped_bot: Bot, api: BotApi, somebody: Callable[[int], User]
) -> None:
    result: Killed = await run_kills(
        stopped_bot,
        [somebody(n) for n in range(8)],
        kills=12,
        messages=240,
        chance=random.Random(20261121),
    )
    assert result.lost == 0
    assert result.doubled == 0
    assert result.out_of_order == 0
    assert result.unanswered == 0
    assert result.most_doubled_replies <= 1


def kill_on(bot: Bot, *, first: bool) -> faults.Fault:
    """Kill the bot in the middle of a call: before it is done, or before the answer to it."""

    async def fault(api: BotApi, request: Any, go: Callable[[], Any]) -> Any:
        if not first:
            await go()
        await bot.kill()
        if request.transport:
            request.transport.abort()
        raise Refusal(500, "nobody hears this")

    return fault


async def test_kill_after_the_commit_and_before_the_acknowledgement(
    bot: Bot, ann: User, api: BotApi
) -> None:
    await begun(ann)
    await asyncio.sleep(0.3)
    # It is asking already; the next time it asks, it acknowledges.
    api.fail("getUpdates", kill_on(bot, first=True))
    ann.say("I am a cook.")
    await bot.ends()
    assert api.pending, "it is not acknowledged"
    await bot.start()
    await ann.asks("I wrote lists.", "7 words")
    assert (await body(ann)).count("I am a cook.") == 1


async def test_kill_after_the_call_and_before_the_sent_mark_doubles_one_reply(
    bot: Bot, ann: User, api: BotApi
) -> None:
    await begun(ann)
    api.fail("sendMessage", kill_on(bot, first=False))
    ann.say("I am a cook.")
    await bot.ends()
    await bot.start()
    await ann.asks("I wrote lists.", "7 words")
    assert len([text for text in ann.texts if "4 words" in text]) <= 2
    assert (await body(ann)).count("I am a cook.") == 1


async def test_kill_in_the_middle_of_several_replies_sends_the_rest(
    bot: Bot, ann: User, api: BotApi
) -> None:
    await begun(ann)
    await ann.asks("I am a cook.", "4 words")

    async def pass_on(api: BotApi, request: Any, go: Callable[[], Any]) -> Any:
        return await go()

    asked = ann.say("/statement")
    api.fail("sendMessage", pass_on, pass_on, kill_on(bot, first=True))
    await bot.ends()
    await bot.start()
    await ann.sees("not ready yet", after=asked)
    texts = [m.get("text", "(file)") for m in ann.screen if m["message_id"] > asked]
    parts = ["I have added the headings", "I am a cook.", "(file)", "not ready yet"]
    places = [next(i for i, text in enumerate(texts) if part in text) for part in parts]
    assert places == sorted(places)
    assert len(texts) <= 5, "four, and one of them doubled at most"


def open_store(bot: Bot) -> SqliteStore:
    data, key = (Path(bot.environment[name]) for name in ("COACH_DATA", "COACH_KEY_FILE"))
    return SqliteStore.open(data, key.read_text().strip(), key)


async def add_reminders(bot: Bot, chats: list[int]) -> None:
    store = open_store(bot)
    for chat in chats:
        await queue_reminder(store, str(chat), Reply(f"a reminder for {chat}"))
    await store.close()


async def queue_reminder(store: SqliteStore, chat: str, what: Reply | Rendered) -> Outgoing:
    """Put a reminder that somebody asked for into the outbox; it has not left."""
    now, execute = wall_clock(), store._execute
    reach = "INSERT OR REPLACE INTO reach (chat_id, preferences, resting) VALUES (?, '{}', 0)"
    row = Outgoing(chat, Address(CHANNEL, chat), "reminder", what)
    async with store._commits.transaction():
        execute(reach, (chat,))
        deliveries.add(execute, [own_reminder(chat, now)])
        [mine] = [each for each in deliveries.of_chat(execute, chat) if each.state == "waiting"]
        [said] = store._exchange((), [row])
        deliveries.queue(execute, mine.number, said.number, now)
    return said


async def states(bot: Bot) -> list[tuple[str, str]]:
    store = open_store(bot)
    rows = store._execute("SELECT chat_id, state FROM deliveries ORDER BY number").fetchall()
    await store.close()
    return [(str(chat), str(state)) for chat, state in rows]


@pytest.mark.parametrize("first", [True, False])
async def test_a_reminder_in_doubt_is_unknown_and_never_sent_twice(
    bot: Bot, ann: User, api: BotApi, first: bool
) -> None:
    await begun(ann)
    await bot.stop()
    await add_reminders(bot, [1, 2, 3])
    api.fail("sendMessage", kill_on(bot, first=first))
    # One a second, so that no other is on its way, however slow the machine is.
    await bot.start(SEND_RATE_LIMIT="1")
    await bot.ends()
    await bot.start()
    await ann.asks("I am a cook.", "4 words")
    await User(api, 3).sees("a reminder for 3")
    assert await bot.stop() == 0
    assert len(api.messages[1]) == (0 if first else 1)
    assert [len(api.messages[chat]) for chat in (2, 3)] == [1, 1]
    assert await states(bot) == [("1", "unknown"), ("2", "sent"), ("3", "sent")]


async def test_what_becomes_of_each_reminder_is_noted(bot: Bot, ann: User, api: BotApi) -> None:
    await begun(ann)
    await bot.stop()
    await add_reminders(bot, [1, 2, 3, 4, 5])
    api.blocked[2] = "Forbidden: user is deactivated"
    api.fail(
        "sendMessage",
        faults.refuse(400, "Bad Request: something"),
        *[pass_through] * 1,
        faults.server_error_after,
        faults.too_many(1),
        pass_through,
    )
    # Apart, so that they arrive in their order, however busy the machine is.
    await bot.start(SEND_RATE_LIMIT="3")
    await User(api, 5).sees("a reminder for 5")
    await User(api, 4).sees("a reminder for 4")
    await asyncio.sleep(0.5)
    assert await bot.stop() == 0
    assert dict(await states(bot)) == {
        "1": "failed",
        "2": "blocked",
        "3": "unknown",
        "4": "sent",
        "5": "sent",
    }
    assert len(api.messages[4]) == len(api.messages[5]) == 1


async def pass_through(api: BotApi, request: Any, go: Callable[[], Any]) -> Any:
    return await go()


async def test_reminders_leave_evenly_and_replies_do_not_wait_for_them(
    bot: Bot, ann: User, api: BotApi
) -> None:
    await begun(ann)
    await bot.stop()
    await add_reminders(bot, list(range(1, 76)))
    await bot.start()
    await User(api, 5).sees("a reminder for 5")
    await ann.asks("I am a cook.", "4 words")
    replied = time.monotonic()
    await User(api, 75).sees("a reminder for 75")
    times = sorted(m["at"] for chat in range(1, 76) for m in api.messages[chat])
    assert replied < times[-1], "the reply left between the reminders"
    # 25 a second; a slow machine only makes it longer. That slots are even is tested without time.
    assert times[-1] - times[0] >= 2.5
