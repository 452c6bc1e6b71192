"""What the page costs beside what it must cost, in one run.

    .venv/bin/python -m tests.bench.web [--posts 300] [--streams 500]

A post and the page after it, against the turn with its commit (the same words) plus a bare aiohttp
and Jinja page of the same size after a redirect. They are taken in turn, and medians printed. Then
the memory of event streams that are open.
"""

from __future__ import annotations

import argparse
import asyncio
import resource
import statistics
import tempfile
import time
from pathlib import Path
from uuid import uuid4

import aiohttp
from aiohttp import web
from jinja2 import Environment

from bot.channels.web import CHANNEL
from bot.channels.web.place import Place
from bot.channels.web.server import WebPage
from bot.clock import wall_clock
from bot.content.library import load_content, shipped_folder
from bot.domain.events import Event
from bot.exports.making import maker
from bot.flows.registry import FLOWS
from bot.pictures.catalogue import drawing
from bot.services.coach import Coach
from bot.services.turns import Service
from bot.store.files import Files
from bot.store.sqlite.store import SqliteStore
from tests.support.browser import Browser

TEXT = "I checked which rooms were the coldest and wrote a list."

MOST = 1.3


async def bare(size: int) -> tuple[web.AppRunner, str]:
    """A page of so many bytes behind a redirect, and nothing else."""
    template = Environment(autoescape=True).from_string("<p>{{ text }}</p>")

    async def show(request: web.Request) -> web.Response:
        return web.Response(text=template.render(text="a" * size), content_type="text/html")

    async def say(request: web.Request) -> web.Response:
        await request.post()
        return web.Response(status=303, headers={"Location": "/"})

    app = web.Application()
    app.add_routes([web.get("/", show), web.post("/say", say)])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    return runner, f"http://127.0.0.1:{runner.addresses[0][1]}/"


async def main(posts: int, streams: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        content = load_content(shipped_folder())
        store = SqliteStore.open(Path(folder), "ab" * 32, Path("(none)"))
        page = WebPage(store, wall_clock, content.words)
        service = Service(FLOWS, content, store, wall_clock, outboxes={CHANNEL: page.outbox})
        coach = Coach(content, store, service, Files(Path(folder), maker(drawing(content))))
        place = Place("127.0.0.1", 0)
        async with page.listening(page.application(coach, place), place) as url:
            await measure(url, service, posts)
            await hold(url, streams)
        await store.close()


async def measure(url: str, service: Service, posts: int) -> None:
    ours, turns, plain = list[float](), list[float](), list[float]()
    async with aiohttp.ClientSession() as session:
        for _ in range(posts // 20):
            browser = Browser(url)
            await browser.get()
            await browser.press("Start")
            form = browser.page.forms["talk"]
            size = len((await browser.send(TEXT)).html)
            name = uuid4().hex
            for text in ("/start", "Start", TEXT):
                await service.receive(Event(name, "say", text, uuid4().hex, uuid4().hex))
            runner, other = await bare(size * 2)  # about what it is after ten answers
            for _ in range(20):
                fields = {**form.fields, "text": TEXT, "key": uuid4().hex}
                begin = time.perf_counter()
                async with browser._session.post(form.action, data=fields) as answer:
                    await answer.read()
                ours.append(time.perf_counter() - begin)
                begin = time.perf_counter()
                async with session.post(f"{other}say", data=fields) as answer:
                    await answer.read()
                plain.append(time.perf_counter() - begin)
                key = uuid4().hex
                begin = time.perf_counter()
                await service.receive(Event(name, "say", TEXT, key, key))
                turns.append(time.perf_counter() - begin)
            await browser.close()
            await runner.cleanup()
    of_page, of_turn, of_bare = (statistics.median(each) * 1000 for each in (ours, turns, plain))
    ratio = of_page / (of_turn + of_bare)
    print(f"post to page   {of_page:6.2f} ms")
    print(f"turn + commit  {of_turn:6.2f} ms")
    print(f"bare page      {of_bare:6.2f} ms")
    print(f"ratio          {ratio:6.2f}    (at most {MOST})")


async def hold(url: str, streams: int) -> None:
    browser = Browser(url)
    await browser.get()
    await browser.press("Start")
    cookies = {"coach": browser.cookie}
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(cookies=cookies, connector=connector) as session:
        answers = [await session.get(f"{url}events") for _ in range(streams)]
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(f"{streams} streams: {(after - before) / 1024:.1f} MB, both ends of them")
        for each in answers:
            each.close()
    await browser.close()


if __name__ == "__main__":
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--posts", type=int, default=300)
    arguments.add_argument("--streams", type=int, default=500)
    given = arguments.parse_args()
    asyncio.run(main(given.posts, given.streams))
