"""Several processes on one server: updates, pages, reminders; and any of them may be killed."""

from __future__ import annotations

import asyncio
import random
import re
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import aiohttp
import psycopg
import pytest

from bot.content.library import shipped_folder
from bot.domain.outbox import Said
from bot.domain.reminders import UNDER_WAY
from bot.store.postgres.place import ServerPlace
from tests.channels.telegram_bot.conftest import Bot, Fleet
from tests.channels.telegram_bot.test_cohorts import planned
from tests.channels.telegram_bot.test_webhook import SECRET
from tests.channels.web.kills import Server as PageServer
from tests.channels.web.kills import send_until_receipted
from tests.channels.web.test_beside_telegram import opened
from tests.support.bot_api.server import BotApi
from tests.support.bot_api.user import User
from tests.support.ports import free_port
from tests.support.postgres import KEY, open_store

pytestmark = pytest.mark.long


def at_ports(fleet: Fleet, of_what: str) -> list[str]:
    """Give each process a port of its own; return their addresses."""
    ports = [free_port() for _ in fleet.bots]
    for bot, port in zip(fleet.bots, ports, strict=True):
        bot.environment[of_what] = str(port)
    return [f"http://127.0.0.1:{port}/" for port in ports]


async def brought(api: BotApi, addresses: list[str], chance: random.Random) -> None:
    """Be a proxy: post each update to any process, and to another where that one is gone."""
    headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
    async with aiohttp.ClientSession(headers=headers) as session:
        while api.pending:
            target = chance.choice(addresses) + "telegram"
            try:
                async with session.post(target, json=api.pending[0].update) as answer:
                    if answer.status == 200:
                        api.pending.pop(0)
            except (aiohttp.ClientError, OSError):
                await asyncio.sleep(0.05)


async def test_updates_that_any_process_is_brought_are_answered_once(
    fleet: Fleet, api: BotApi, somebody: Callable[[int], User]
) -> None:
    addresses, chance = at_ports(fleet, "WEBHOOK_PORT"), random.Random(20261129)
    for bot in fleet.bots:
        bot.environment |= {"WEBHOOK_URL": "https://c.example/telegram", "WEBHOOK_SECRET": SECRET}
    await fleet.start()
    await fleet.all_have_a_share()
    people = [somebody(number) for number in range(6)]
    for text, answer in (("/start", "Who can read"), ("Start", "Tell me your role")):
        said = [(each, each.say(text)) for each in people]
        await brought(api, addresses, chance)
        for each, number in said:
            await each.sees(answer, after=number)
    for round_, bot in enumerate(fleet.bots):
        last = list[tuple[User, int]]()
        for part in range(4):
            for each in people:
                last.append((each, each.say(f"I made bed {round_ * 4 + part}.")))
        bringing = asyncio.create_task(brought(api, addresses, chance))
        await asyncio.sleep(0.3)
        await bot.kill()
        await bringing
        for each, number in last[-len(people) :]:
            await each.sees(f"{(round_ + 1) * 16} words", after=number - 30)
        await bot.start()
    for each in people:
        asked = each.say("/mydata")
        await brought(api, addresses, chance)
        await each.sees("I made bed 11.", after=asked)
        kept = "\n".join(m.get("text", "") for m in each.screen if m["message_id"] > asked)
        found = [line for line in kept.split("\n") if line.startswith("I made bed")]
        assert list(dict.fromkeys(found)) == [f"I made bed {n}." for n in range(12)]


async def test_a_page_is_answered_through_any_process_and_stays_in_order(
    fleet: Fleet, database_url: str
) -> None:
    addresses = at_ports(fleet, "WEB_PORT")
    for bot, address in zip(fleet.bots, addresses, strict=True):
        bot.environment["WEB_URL"] = address
    await fleet.start()
    ann = await opened(addresses[0])
    for each in addresses[1:]:
        await (await opened(each)).close()
    await ann.press("Start")
    said, alive = list[str](), [0, 1, 2]
    for number in range(9):
        if number in (3, 6):
            gone = alive.pop(0)
            await fleet.bots[gone].kill()
        ann.url = addresses[alive[number % len(alive)]]
        said.append(f"I made bed {number}.")
        await ann.get()
        await send_until_receipted(ann, said[-1])
    assert f"{4 * len(said)} words" in (await ann.get()).now
    await ann.close()
    store = open_store(database_url, whole="beside")
    [ann_there] = {each.conversation for each in await store.find("")}
    messages = (await store.load(ann_there)).messages
    assert [each.text for each in messages] == said
    lines = [each.what for each in await store.said(ann_there)]
    store.shut()
    numbers = [each.message for each in lines if isinstance(each, Said) and each.message]
    assert numbers == [each.number for each in messages], "the page shows them in their order"


async def test_a_page_that_is_open_hears_of_what_another_process_was_sent(fleet: Fleet) -> None:
    addresses = at_ports(fleet, "WEB_PORT")
    for bot, address in zip(fleet.bots, addresses, strict=True):
        bot.environment["WEB_URL"] = address
    await fleet.start()
    ann = await opened(addresses[0])
    await (await opened(addresses[1])).close()
    await ann.press("Start")
    cookies = {each.key: each.value for each in ann._session.cookie_jar}
    async with (
        aiohttp.ClientSession(
            cookies=cookies, cookie_jar=aiohttp.CookieJar(unsafe=True)
        ) as session,
        session.get(addresses[1] + "events") as stream,
    ):
        await ann.send("I am a cook in a school.")
        async with asyncio.timeout(60):
            while not (line := await stream.content.readline()).startswith(b"data:"):
                pass
    assert int(line.removeprefix(b"data:")) > 0
    await ann.close()


def states_of(url: str) -> Counter[str]:
    """How far the deliveries are."""
    with psycopg.connect(url) as connection:
        rows = connection.execute("SELECT state FROM deliveries").fetchall()
    return Counter(state for (state,) in rows)


async def test_a_reminder_comes_once_while_who_leads_is_killed(
    fleet: Fleet, api: BotApi, tmp_path: Path, database_url: str
) -> None:
    many = 120
    folder, key = tmp_path / "planned", tmp_path / "key"
    given = {"COACH_DATA": str(folder), "COACH_KEY_FILE": str(key)}
    await planned(Bot(given, tmp_path), many)
    ServerPlace(folder, key, database_url).moved(KEY, back=False)

    def reminded() -> Counter[int]:
        sent = [params for method, params in api.calls if method == "sendMessage"]
        return Counter(int(params["chat_id"]) for params in sent)

    await fleet.start()
    killed = 0
    async with asyncio.timeout(120):
        while killed < 2:
            await asyncio.sleep(0.05)
            if len(reminded()) > 20 + 40 * killed:
                for bot in fleet.bots:
                    if bot.process and bot.process.returncode is None and "leads" in bot.log:
                        await bot.kill()
                        killed += 1
    async with asyncio.timeout(60):
        while (states := states_of(database_url)).keys() & {*UNDER_WAY}:
            await asyncio.sleep(0.2)
    assert max(reminded().values()) == 1, "nobody is reminded twice"
    assert states["sent"] + states["unknown"] == many
    assert states["unknown"] <= 2 * 8, "only what was leaving at that moment is in doubt"
    assert len(reminded()) >= states["sent"]


async def test_the_page_alone_beside_a_bot_takes_nothing_from_it(
    fleet: Fleet, ann: User, tmp_path: Path
) -> None:
    [bot, *_] = fleet.bots
    folder = tmp_path / "page"
    folder.mkdir()
    page = PageServer({**bot.environment, "COACH_DATA": str(folder)}, folder, free_port())
    try:
        await page.start()
        browser = await opened(f"http://127.0.0.1:{page.port}/")
        await browser.press("Start")
        await bot.start()
        await ann.asks("/start", "Who can read")
        await browser.send("I am a cook in a school.")
        assert "7 words" in browser.page.now
        await ann.asks("Start", "Tell me your role")
        await bot.kill()
        await browser.send("We had no plan.")
        assert "11 words" in browser.page.now
        await browser.close()
    finally:
        await page.kill()


async def test_processes_with_different_content_say_so_once(fleet: Fleet, tmp_path: Path) -> None:
    for each in ("dialogues", "frameworks"):
        shutil.copytree(shipped_folder() / each, tmp_path / "content" / each)
    words = tmp_path / "content" / "dialogues" / "common.yaml"
    words.write_text(words.read_text().replace("✓ Saved", "✓ Kept"))
    first, other, _ = fleet.bots
    await first.start()
    other.environment["COACH_CONTENT"] = str(tmp_path / "content")
    await other.start()
    async with asyncio.timeout(60):
        while "differ in their build or content" not in first.log:
            await asyncio.sleep(0.1)
    await asyncio.sleep(2.5)
    said = [line for line in first.log.splitlines() if "differ in" in line]
    assert len(said) == 1
    assert len(set(re.findall(r"content [0-9a-f]{8}", said[0]))) == 2
