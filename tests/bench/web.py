"""What the page costs beside what it must cost, in one run.

    .venv/bin/python -m tests.bench.web [--posts 300] [--streams 500]

A post and the page after it, as the page's script asks for it and as a form does, against the turn
with its commit (the same words) plus a bare aiohttp and Jinja page of the same size. The commit is
measured as it is for the page, with the lines of the turn in it, and without any line, and then
once more in one request with its bare page, as a server must do it: what is measured alone, again
and again, finds all that it needs still in the processor's caches. All are taken in turn, and
medians printed: of the time that passed, and of the processor's, which neighbours on the machine
change less. Then the memory of event streams that are open.
"""

from __future__ import annotations

import argparse
import asyncio
import resource
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import aiohttp
from aiohttp import web
from jinja2 import Environment

from bot.channels.web import CHANNEL
from bot.channels.web.place import Place
from bot.channels.web.server import WebPage
from bot.channels.web.talk import LIVE
from bot.channels.web.visitor import Visitor
from bot.channels.web.watching import MOST_OF_ONE
from bot.clock import wall_clock
from bot.content.library import shipped_folder
from bot.content.loading import load_content
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

EACH = 15
"""Posts of one person: more in a minute are refused."""


Turn = Callable[[], Awaitable[object]]


async def bare(size: int, turn: Turn) -> tuple[web.AppRunner, str]:
    """A page of so many bytes, alone, behind a redirect, and after a turn."""
    template = Environment(autoescape=True).from_string("<p>{{ text }}</p>")

    async def show(request: web.Request) -> web.Response:
        return web.Response(text=template.render(text="a" * size), content_type="text/html")

    async def live(request: web.Request) -> web.Response:
        await request.post()
        return await show(request)

    async def after(request: web.Request) -> web.Response:
        await request.post()
        await turn()
        return await show(request)

    async def say(request: web.Request) -> web.Response:
        await request.post()
        return web.Response(status=303, headers={"Location": "/"})

    app = web.Application()
    posts = {"/say": say, "/live": live, "/after": after}
    app.add_routes([web.get("/", show), *(web.post(*each) for each in posts.items())])
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


Taken = dict[str, list[tuple[float, float]]]
"""Of each kind of work, the seconds that passed and those of the processor."""


@contextmanager
def timed(taken: Taken, what: str) -> Iterator[None]:
    passed, worked = time.perf_counter(), time.process_time()
    yield
    spans = time.perf_counter() - passed, time.process_time() - worked
    taken.setdefault(what, []).append(spans)


async def measure(url: str, service: Service, posts: int) -> None:
    taken: Taken = {}
    for _ in range(posts // EACH):
        await measure_one(url, service, taken)
    print(f"{'ms':14} {'passed':>7} {'worked':>7}")
    medians = {
        what: [statistics.median(each) * 1000 for each in zip(*spans, strict=True)]
        for what, spans in taken.items()
    }
    for what, (passed, worked) in medians.items():
        print(f"{what:14} {passed:7.2f} {worked:7.2f}")
    for ours, bare_one in (("script's post", "its bare page"), ("form's post", "its bare pages")):
        for turn in ("turn + commit", "without lines"):
            parts = medians[ours], medians[turn], medians[bare_one]
            passed, worked = (mine / (one + other) for mine, one, other in zip(*parts, strict=True))
            print(f"{ours:14} {passed:6.2f}x {worked:6.2f}x    (at most {MOST}; {turn})")
    both = zip(medians["script's post"], medians["bare, in one"], strict=True)
    passed, worked = (mine / other for mine, other in both)
    print(f"script's post  {passed:6.2f}x {worked:6.2f}x    (at most {MOST}; in one request)")


async def measure_one(url: str, service: Service, taken: Taken) -> None:
    """What one person sends, each time beside the same without the page, and a bare page."""
    browser = Browser(url)
    await browser.get()
    await browser.press("Start")
    form = browser.page.forms["talk"]
    size = len((await browser.send(TEXT)).html)
    known = {"Cookie": f"coach={browser.cookie}"}
    await browser.close()
    bare_turn = Event(uuid4().hex, "say", TEXT, "")
    with_lines = replace(bare_turn, conversation="", address=Visitor.new().address)
    for of in (bare_turn, with_lines):
        for text in ("/start", "Start", TEXT):
            await service.receive(replace(of, text=text, key=uuid4().hex, source=uuid4().hex))

    async def take() -> None:
        key = uuid4().hex
        await service.receive(replace(with_lines, key=key, source=key))

    runner, other = await bare(size * 2, take)  # about what it is after ten answers
    # A jar of cookies costs a client as much as a whole bare page: both do without one.
    jar = aiohttp.DummyCookieJar()
    async with aiohttp.ClientSession(headers=known, cookie_jar=jar) as session:
        for _ in range(EACH):
            fields = {**form.fields, "text": TEXT, "key": uuid4().hex}
            with timed(taken, "script's post"):
                async with session.post(form.action, data=fields, headers={LIVE: "1"}) as answer:
                    assert "Saved" in await answer.text()
            with timed(taken, "its bare page"):
                async with session.post(f"{other}live", data=fields) as answer:
                    await answer.text()
            with timed(taken, "bare, in one"):
                async with session.post(f"{other}after", data=fields) as answer:
                    await answer.text()
            fields["key"] = uuid4().hex
            with timed(taken, "form's post"):
                async with session.post(form.action, data=fields) as answer:
                    assert "Saved" in await answer.text()
            with timed(taken, "its bare pages"):
                async with session.post(f"{other}say", data=fields) as answer:
                    await answer.text()
            with timed(taken, "turn + commit"):
                await take()
            for key in (uuid4().hex, uuid4().hex):  # as many words as the page has by now
                with timed(taken, "without lines"):
                    await service.receive(replace(bare_turn, key=f"{key} too", source=key))
    await runner.cleanup()


async def hold(url: str, streams: int) -> None:
    people = [Browser(url) for _ in range(-(-streams // MOST_OF_ONE))]
    for each in people:
        await each.get()
        await each.press("Start")
    known = [f"coach={each.cookie}" for each in people for _ in range(MOST_OF_ONE)][:streams]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    connector, jar = aiohttp.TCPConnector(limit=0), aiohttp.DummyCookieJar()
    async with aiohttp.ClientSession(connector=connector, cookie_jar=jar) as session:
        answers = [await session.get(f"{url}events", headers={"Cookie": each}) for each in known]
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        assert all(each.status == 200 for each in answers)
        print(f"{streams} streams: {(after - before) / 1024:.1f} MB, both ends of them")
        for answer in answers:
            answer.close()
    for each in people:
        await each.close()


if __name__ == "__main__":
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--posts", type=int, default=300)
    arguments.add_argument("--streams", type=int, default=500)
    given = arguments.parse_args()
    asyncio.run(main(given.posts, given.streams))
