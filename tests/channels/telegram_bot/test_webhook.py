"""Updates brought by Telegram to a bot behind a proxy."""

from __future__ import annotations

import asyncio
import io
import socket
from collections.abc import AsyncIterator

import aiohttp
import pytest

from tests.channels.telegram_bot.conftest import Bot
from tests.support.bot_api import server as faults
from tests.support.bot_api.server import BotApi, Fault
from tests.support.bot_api.user import User
from tests.support.ports import free_port

pytestmark = pytest.mark.long

SECRET = "a-secret-for-tests"  # noqa: S105 - it opens nothing

HEADER = "X-Telegram-Bot-Api-Secret-Token"


async def start(bot: Bot) -> str:
    """Start a bot that listens; gives where."""
    port = free_port()
    await bot.start(
        WEBHOOK_URL="https://coach.example/telegram",
        WEBHOOK_SECRET=SECRET,
        WEBHOOK_PORT=str(port),
    )
    return f"http://127.0.0.1:{port}"


@pytest.fixture
async def address(stopped_bot: Bot, api: BotApi) -> str:
    """A bot that listens, and Telegram knows of it; gives where."""
    address = await start(stopped_bot)
    while not api.webhook:
        await asyncio.sleep(0.05)
    async with aiohttp.ClientSession() as session:
        for _ in range(100):
            try:
                async with session.get(f"{address}/health") as answer:
                    assert await answer.text() == "ok\n"
                    break
            except aiohttp.ClientConnectorError:
                await asyncio.sleep(0.05)
    return address


async def test_brackets_without_end_are_put_aside_once(address: str, stopped_bot: Bot) -> None:
    async with aiohttp.ClientSession() as session:
        deep = session.post(f"{address}/telegram", data="[" * 200_000, headers={HEADER: SECRET})
        async with deep as answer:
            assert answer.status == 200, "Telegram would send it again and again"
    assert "could not be read" in stopped_bot.log


async def test_a_whole_reflection_runs_by_webhook(address: str, api: BotApi, ann: User) -> None:
    assert (api.webhook, api.secret) == ("https://coach.example/telegram", SECRET)

    async def asks(text: str, answer: str) -> None:
        said = ann.say(text)
        await api.deliver(f"{address}/telegram")
        await ann.sees(answer, after=said)

    await asks("/start", "Hello.")
    await asks("Start", "Tell me your role")
    for number, part in enumerate(["a cook", "a plan", "we asked", "both met"]):
        await asks(f"{part} {'word ' * 60}", "✓ Saved")
        await asks("Next", "of 4 ·" if number < 3 else "Your statement is ready")
    await asks("My statement", "How to hand it in")
    await asks("I have sent it", "Have you sent your statement")
    await asks("Yes, it is sent", "Well done.")


@pytest.mark.parametrize(
    "fault",
    [
        faults.refuse(400, "Bad Request: bad webhook: Failed to resolve host"),
        faults.too_many(1),
        faults.server_error,
        faults.refuse(404, "Not Found"),
    ],
)
async def test_a_refused_webhook_is_set_again_until_telegram_takes_it(
    stopped_bot: Bot, api: BotApi, ann: User, fault: Fault
) -> None:
    api.fail("setWebhook", fault, fault)
    address = await start(stopped_bot)
    async with asyncio.timeout(15):
        while not api.webhook:
            await asyncio.sleep(0.05)
    said = ann.say("/start")
    await api.deliver(f"{address}/telegram")
    await ann.sees("Hello.", after=said)
    assert await stopped_bot.stop() == 0
    assert sum("setWebhook" in line for line in stopped_bot.log.splitlines()) == 1


async def test_a_stop_ends_the_setting_of_a_webhook_that_is_refused(
    stopped_bot: Bot, api: BotApi
) -> None:
    api.fail("setWebhook", *[faults.refuse(400, "Bad Request: bad webhook")] * 100)
    await start(stopped_bot)
    async with asyncio.timeout(15):
        while "setWebhook failed" not in stopped_bot.log:
            await asyncio.sleep(0.05)
    assert await stopped_bot.stop() == 0
    assert SECRET not in stopped_bot.log


async def post(
    url: str, body: bytes | io.BytesIO | AsyncIterator[bytes], secret: str = SECRET
) -> int:
    async with aiohttp.ClientSession() as session:
        try:
            async with session.post(url, data=body, headers={HEADER: secret}) as answer:
                return answer.status
        except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError):
            return 0  # it hung up on us while we were still sending


async def test_without_the_secret_nothing_is_read(address: str) -> None:
    read = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal read
        while read < 200:
            read += 1
            yield b"x" * 65536
            await asyncio.sleep(0)

    assert await post(f"{address}/telegram", endless(), secret="wrong") in (403, 0)  # noqa: S106
    assert read < 200, "it hung up before ten megabytes were through"
    assert await post(f"{address}/telegram", b"{}", secret="é") == 403  # noqa: S106


async def test_a_body_over_a_megabyte_is_refused(address: str) -> None:
    assert await post(f"{address}/telegram", io.BytesIO(b"x" * 1_100_000)) in (413, 0)

    async def unannounced() -> AsyncIterator[bytes]:
        for _ in range(40):
            yield b"x" * 65536

    assert await post(f"{address}/telegram", unannounced()) in (413, 0)


@pytest.mark.parametrize("body", [b"", b"nonsense", b"[]", b'{"update_id": 7, "message": 5}'])
async def test_what_cannot_be_read_is_taken_and_put_aside(address: str, body: bytes) -> None:
    assert await post(f"{address}/telegram", body) == 200


async def test_other_paths_are_nothing(address: str) -> None:
    assert await post(f"{address}/elsewhere", b"{}") == 404


async def test_an_address_without_a_secret_is_refused_at_the_start(stopped_bot: Bot) -> None:
    await stopped_bot.start(WEBHOOK_URL="https://coach.example/telegram")
    assert await stopped_bot.ends() == 2
    assert "WEBHOOK_SECRET" in stopped_bot.log


async def test_a_port_in_use_is_one_line(stopped_bot: Bot) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        await stopped_bot.start(
            WEBHOOK_URL="https://coach.example/telegram",
            WEBHOOK_SECRET=SECRET,
            WEBHOOK_PORT=str(taken.getsockname()[1]),
        )
        assert await stopped_bot.ends() == 1
    assert "cannot be used" in stopped_bot.log
