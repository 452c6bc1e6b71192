"""The bot talks as soon as it knows its name. What Telegram shows of it is set beside that."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any

import pytest
from aiohttp import web

from tests.channels.telegram_bot.conftest import Bot
from tests.support.bot_api import server as faults
from tests.support.bot_api.server import BotApi, Fault
from tests.support.bot_api.user import User

pytestmark = pytest.mark.long

SHOWN = ("setMyCommands", "setMyDescription", "setMyShortDescription")

AT_ONCE = 60.0
"""Seconds that are far more than is needed, on a slow machine too, and far fewer than a fault."""


def calls(api: BotApi, method: str) -> int:
    return [called for called, _ in api.calls].count(method)


async def until(true: Callable[[], object]) -> None:
    async with asyncio.timeout(AT_ONCE):
        while not true():
            await asyncio.sleep(0.02)


def timed(fault: Fault, times: list[float]) -> Fault:
    """A fault that notes when it was met."""

    async def met(api: BotApi, request: web.Request, go: Callable[[], Any]) -> Any:
        times.append(time.monotonic())
        return await fault(api, request, go)

    return met


@pytest.mark.parametrize(
    "refused",
    [
        ("setMyDescription", faults.refuse(400, "Bad Request: text is too long"), "is too long"),
        ("setMyShortDescription", faults.refuse(403, "Forbidden: no way"), "no way"),
        ("setMyCommands", faults.refuse(404, "Not Found"), "Not Found"),
        ("setMyDescription", faults.refuse(501, "Not Implemented: in a year"), "in a year"),
    ],
)
async def test_a_refused_introduction_is_logged_once_and_the_bot_talks(
    stopped_bot: Bot, ann: User, api: BotApi, refused: tuple[str, Fault, str]
) -> None:
    method, fault, reason = refused
    api.fail(method, *[fault] * 100)
    await stopped_bot.start()
    await ann.asks("/start", "Hello.")
    await until(lambda: all(calls(api, each) for each in SHOWN))
    await until(lambda: reason in stopped_bot.log)
    await asyncio.sleep(0.5)  # longer than the first pause between two tries
    assert calls(api, method) == 1, "given up until the next start"
    assert await stopped_bot.stop() == 0
    told = [line for line in stopped_bot.log.splitlines() if reason in line]
    assert len(told) == 1
    assert f"{method} " in told[0]


async def test_a_server_that_has_no_page_for_a_call_is_asked_once(
    stopped_bot: Bot, ann: User, api: BotApi
) -> None:
    async def no_json(api: BotApi, request: web.Request, go: Callable[[], Any]) -> Any:
        raise web.HTTPNotImplemented(text="<html>what?</html>")

    api.fail("setMyDescription", *[no_json] * 100)
    await stopped_bot.start()
    await ann.asks("/start", "Hello.")
    await until(lambda: "setMyDescription refused: Not Implemented" in stopped_bot.log)


async def test_all_refused_at_once_the_bot_still_talks(
    stopped_bot: Bot, ann: User, api: BotApi
) -> None:
    for method in SHOWN:
        api.fail(method, *[faults.refuse(501, "Not Implemented")] * 100)
    await stopped_bot.start()
    await ann.asks("/start", "Hello.")


@pytest.mark.parametrize("fault", [faults.too_many(600), faults.slow(600)])
async def test_an_introduction_that_waits_delays_neither_talking_nor_a_stop(
    stopped_bot: Bot, ann: User, api: BotApi, fault: Fault
) -> None:
    for method in SHOWN:
        api.fail(method, fault)
    await stopped_bot.start()
    await ann.asks("/start", "Hello.")
    await until(lambda: all(calls(api, each) for each in SHOWN))
    begin = time.monotonic()
    assert await stopped_bot.stop() == 0
    assert time.monotonic() - begin < AT_ONCE
    assert all(calls(api, each) == 1 for each in SHOWN)


async def test_an_introduction_is_made_again_after_the_pause_that_telegram_asks_for(
    stopped_bot: Bot, api: BotApi
) -> None:
    times: list[float] = []
    api.fail("setMyDescription", timed(faults.too_many(2), times), timed(faults.slow(0), times))
    await stopped_bot.start()
    await until(lambda: len(times) == 2)
    assert times[1] - times[0] >= 2
    assert calls(api, "setMyShortDescription") == 1


@pytest.mark.parametrize("fault", [faults.server_error, faults.reset_before])
async def test_an_introduction_that_did_not_get_through_is_made_again(
    stopped_bot: Bot, ann: User, api: BotApi, fault: Fault
) -> None:
    api.fail("setMyCommands", fault, fault)
    await stopped_bot.start()
    await ann.asks("/start", "Hello.")
    await until(lambda: calls(api, "setMyCommands") == 3)


async def test_the_name_of_the_bot_is_asked_for_until_it_is_told(
    stopped_bot: Bot, ann: User, api: BotApi
) -> None:
    times: list[float] = []
    late = [faults.server_error, faults.too_many(1), faults.slow(0)]
    api.fail("getMe", *(timed(fault, times) for fault in late))
    await stopped_bot.start()
    await ann.asks("/start", "Hello.")
    assert len(times) == 3
    assert times[2] - times[1] >= 1
    assert "talking as @CoachTestBot" in stopped_bot.log


async def test_updates_are_asked_for_before_the_name_is_known_and_answered_after(
    stopped_bot: Bot, ann: User, api: BotApi
) -> None:
    early: list[str] = []

    async def late(api: BotApi, request: Any, go: Callable[[], Any]) -> Any:
        await until(lambda: api.poller is not None and api.poller.done())  # it has its updates
        early.extend(method for method, _ in api.calls)
        return await go()

    api.fail("getMe", late)
    ann.say("/start")
    await stopped_bot.start()
    await ann.sees("Hello.")
    assert early == ["getMe"]


async def test_a_stop_ends_the_asking_for_the_name(stopped_bot: Bot, api: BotApi) -> None:
    api.fail("getMe", faults.too_many(600))
    await stopped_bot.start()
    await until(lambda: calls(api, "getMe"))
    assert await stopped_bot.stop() == 0
    assert not any(calls(api, each) for each in SHOWN)


async def test_a_bot_whose_every_introduction_call_is_refused_leads_a_whole_reflection(
    stopped_bot: Bot, ann: User, api: BotApi
) -> None:
    refusals = [faults.refuse(400, "Bad Request: no"), faults.refuse(404, "Not Found")]
    for method in SHOWN:
        api.fail(method, *refusals * 20)
    await stopped_bot.start()
    await ann.asks("/start", "Hello.")
    await ann.asks("Start", "Tell me your role")
    for number, part in enumerate(["a cook", "a plan", "we asked", "both met"]):
        await ann.asks(f"{part} {'word ' * 60}", "✓ Saved")
        await ann.asks("Next", "of 4 ·" if number < 3 else "Your statement is ready")
    await ann.asks("My statement", "Done? Press “I have sent it”.")
    await ann.asks("I have sent it", "Have you sent your statement")
    await ann.asks("Yes, it is sent", "Well done.")
    assert await stopped_bot.stop() == 0


async def test_what_was_refused_is_tried_again_at_the_next_start(
    stopped_bot: Bot, ann: User, api: BotApi
) -> None:
    api.fail("setMyDescription", faults.refuse(400, "Bad Request: text is too long"))
    await stopped_bot.start()
    await until(lambda: "setMyDescription refused" in stopped_bot.log)
    assert await stopped_bot.stop() == 0
    await stopped_bot.start()
    await until(lambda: calls(api, "setMyDescription") == 2)


async def test_a_404_of_one_method_is_not_a_wrong_token(
    stopped_bot: Bot, ann: User, api: BotApi
) -> None:
    api.fail("sendPhoto", *[faults.refuse(404, "Not Found")] * 100)
    api.fail("sendMessage", faults.refuse(404, "Not Found"))
    await stopped_bot.start()
    await ann.asks("/start", "Hello.")
    await ann.asks("/learn kotter", "Kotter")
    await until(lambda: "Show it as a picture" in ann.inline)
    ann.press("Show it as a picture")
    await until(lambda: calls(api, "sendPhoto"))
    await ann.asks("Back to my question", "You are at the start")
    assert "bad_token" not in stopped_bot.log
    assert await stopped_bot.stop() == 0


async def test_a_wrong_token_ends_the_bot(stopped_bot: Bot, api: BotApi) -> None:
    await stopped_bot.start(TELEGRAM_BOT_TOKEN="4242:another")  # noqa: S106
    assert await stopped_bot.ends() == 5
