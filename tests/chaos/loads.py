"""What is too large, too slow, too often or not meant to be read: files, bodies, paths, guesses."""

from __future__ import annotations

import asyncio
import random
import resource
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from types import SimpleNamespace
from typing import cast

import aiohttp

from bot.channels.telegram_bot.connections import MOST
from bot.channels.telegram_bot.update_handler import UpdateHandler
from bot.channels.telegram_bot.webhook import SECRET_HEADER, Webhook, listening
from bot.channels.web import server, way_back
from bot.content.library import shipped_folder
from bot.domain.invitations import GUESSES_IN_ALL
from bot.domain.turn import File
from bot.store.files import Files
from tests.bench.hostile import FILES, refused
from tests.channels.web.conftest import Site, served
from tests.chaos.grounds import content, folder, settings_in
from tests.chaos.rows import Outcome
from tests.support.browser import Browser, Page
from tests.support.ports import free_port

LONGEST_REFUSAL = 5.0
"""Seconds to refuse a content file: a bomb runs for more than a minute where it goes off."""

MEGABYTES = 90

MOST_MEMORY = 40 * 1024
"""Kilobytes that a body of 90 MB may cost."""


async def yaml_bombs(seed: int, tries: int) -> Outcome:
    """Content files that grow, nest or never end: each is refused with its line, and soon."""
    del seed
    outcome = Outcome()
    with folder() as place:
        for each in ("dialogues", "frameworks"):
            shutil.copytree(shipped_folder() / each, place / each)
        for title, text in list(FILES.items())[:tries]:
            (place / "dialogues" / "walk.yaml").write_text(text)
            try:
                seconds = refused(place)
            except Exception as error:
                outcome.check(False, f"{title}: {error!r:.200}")
            else:
                outcome.check(seconds < LONGEST_REFUSAL, f"{title}: {seconds:.1f} s")
    return outcome


class _Kept:
    """A store that can be read."""

    async def get_meta(self, name: str) -> str:
        return name


@asynccontextmanager
async def _webhook() -> AsyncIterator[str]:
    port = free_port()
    hook = Webhook(cast(UpdateHandler, SimpleNamespace(store=_Kept())), "secret")
    async with listening(hook, "https://x/t", "127.0.0.1", port, 1.0):
        yield f"http://127.0.0.1:{port}"


@asynccontextmanager
async def _page() -> AsyncIterator[Site]:
    with folder() as place:
        async with served(settings_in(place), content()) as site:
            yield site


async def _large_body() -> AsyncIterator[bytes]:
    for _ in range(MEGABYTES * 16):
        yield b"x" * 65536


async def _post(url: str, headers: dict[str, str]) -> int:
    """The status, 0 where it was hung up on."""
    async with aiohttp.ClientSession() as session:
        with suppress(aiohttp.ClientError, ConnectionError):
            async with session.post(url, data=_large_body(), headers=headers) as answer:
                return answer.status
    return 0


async def large_bodies(seed: int, tries: int) -> Outcome:
    """Bodies of 90 MB to the webhook, with and without its secret, and to the page."""
    del seed
    outcome = Outcome()
    async with _webhook() as hook, _page() as site:
        targets: tuple[tuple[str, dict[str, str]], ...] = (
            (f"{hook}/t", {SECRET_HEADER: "secret"}),
            (f"{hook}/t", {}),
            (f"{site.url}say", {"Content-Type": "application/x-www-form-urlencoded"}),
        )
        for number in range(tries):
            url, headers = targets[number % len(targets)]
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            status = await _post(url, headers)
            grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
            outcome.check(status in (0, 403, 413), f"{url} {status}")
            outcome.check(grown < MOST_MEMORY, f"{url}: {grown} KB more")
        outcome.tried //= 2
        page = await site.browser().get()
        outcome.check(page.status == 200, "the page is not there any more")
        outcome.check(await _is_there(f"{hook}/health"), "the webhook is not there any more")
        outcome.tried -= 2
    return outcome


async def _is_there(url: str, connector: aiohttp.TCPConnector | None = None) -> bool:
    session = aiohttp.ClientSession(connector=connector)
    async with session, session.get(url) as answer:
        return answer.status == 200


async def slow_clients(seed: int, tries: int) -> Outcome:
    """Connections that say nothing, or a byte now and then, while somebody else wants to get in."""
    chance, outcome = random.Random(seed), Outcome()
    before, server.HEADERS_WITHIN = server.HEADERS_WITHIN, 1.0
    try:
        async with _webhook() as hook, _page() as site:
            port = int(hook.rpartition(":")[2])
            lines = [await asyncio.open_connection("127.0.0.1", port) for _ in range(tries)]
            for _, writer in lines:
                with suppress(ConnectionError):
                    writer.write(b"POST /t HTTP/1.1\r\nHost: x\r\n"[: chance.randrange(25)])
            other = aiohttp.TCPConnector(local_addr=("127.0.0.2", 0))
            outcome.check(await _is_there(f"{hook}/health", other), "nobody else gets in")
            page = await site.browser().get()
            outcome.check(page.status == 200, "the page is not there")
            for number, (reader, writer) in enumerate(lines):
                outcome.check(await _is_hung_up(reader), f"{number} is still open")
                writer.close()
    finally:
        server.HEADERS_WITHIN = before
    outcome.tried = tries
    outcome.note = f"of one address {MOST} are let in, and each is hung up on in seconds"
    return outcome


async def _is_hung_up(reader: asyncio.StreamReader) -> bool:
    try:
        async with asyncio.timeout(20):
            while await reader.read(1000):
                pass
    except ConnectionError:
        return True
    except TimeoutError:
        return False
    return True


PATHS = (
    *("../../../../etc/passwd", "..%2f..%2f..%2fetc%2fpasswd", "....//....//etc/passwd"),
    *("/etc/passwd", "%00", "page.css%00.js", "..\\..\\windows\\win.ini", "~root/.ssh/id_rsa"),
    *("%2e%2e/%2e%2e/coach.db", "file:///etc/passwd", "con", "a" * 5000, "\u202egpj.exe", ".env"),
)

PLACES = ("static/", "download/", "back/", "join/", "cross/", "")


async def path_tricks(seed: int, tries: int) -> Outcome:
    """Names that lead out of a folder, in addresses and for files: nothing outside is met."""
    chance, outcome = random.Random(seed), Outcome()
    tricks = [(where, path) for where in PLACES for path in PATHS]
    chance.shuffle(tricks)
    async with _page() as site:
        browser = site.browser()
        for where, path in tricks[:tries]:
            page = await _get(browser, f"{site.url}{where}{path}")
            outcome.check(page is None or page.status < 500, f"{where}{path}: a fault")
            outcome.check(page is None or "root:" not in page.html, f"{where}{path}: it was read")
    outcome.tried //= 2
    with folder() as place:
        files = Files(place / "files", lambda _: b"words")
        for path in PATHS:
            written = files.write(path, File("my-data", "txt", "text/plain", "words"))
            inside = written.resolve().is_relative_to((place / "files").resolve())
            outcome.check(inside, f"{path}: written at {written}")
        files.empty()
    return outcome


async def _get(browser: Browser, url: str) -> Page | None:
    with suppress(aiohttp.ClientError, ValueError):
        return await browser.get(url)
    return None


async def guessed_words(seed: int, tries: int) -> Outcome:
    """Six words are guessed at the page, from ever new browsers."""
    chance, outcome, looked_at = random.Random(seed), Outcome(), 0
    names = way_back._words()
    async with _page() as site:
        ann = site.browser()
        await ann.get()
        await ann.press("Start")
        await ann.send("I am a cook in a school.")
        await ann.get("/keys")
        await ann.press("Make a link and six words")
        for _ in range(tries):
            browser = site.browser()
            await browser.get("/back")
            page = await browser.press_of("Open my words", text=" ".join(chance.sample(names, 6)))
            looked_at += page.status == 404
            outcome.check("cook" not in page.text, "they opened it")
            await browser.close()
            site.browsers.remove(browser)
    outcome.check(looked_at <= GUESSES_IN_ALL, f"{looked_at} were looked at in an hour")
    outcome.tried -= 1
    outcome.note = f"{looked_at} were looked at in the hour"
    return outcome
