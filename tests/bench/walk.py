"""The walk of one learner's message, and of one reminder, from file to file.

    .venv/bin/python -m tests.bench.walk [--json FILE] [--page docs/architecture.md]

A *hop* is a call from one file of ``bot/`` into another one; library code between the two does not
count, and what the event loop starts comes from “…”. A *stay* is a longest run of entered files in
one room: a folder directly below ``bot/``, or a file there. Nothing is used but what is public, so
that two builds that share no file can be compared: the command, and the Bot API over loopback.

Each walk is taken in a bot of its own that has done the same before, so that nothing is imported on
the way, from the update or the due time until all is quiet: the reply has arrived, the update is
acknowledged, the outbox is cleared. A slow disk adds to a walk, because the bot asks again before
the commit is through. So takes go on until the shortest walk was met twice.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import shutil
import sys
import tempfile
import textwrap
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from tests.bench.hops import Call, Walk, shortest
from tests.support.bot_api.server import BotApi
from tests.support.bot_api.user import User
from tests.support.daytime import day_zone

ROOT = Path(__file__).parents[2]

MOST_TAKES = 9

CALM = 0.45
"""Seconds without a call that end a walk. The coach looks for what is due once a second."""

BEFORE = (
    {"command": "/start"},
    {"press": "Start"},
    {"say": "I am a support worker, and one night two residents could not sleep for the noise."},
    {"press": "Next"},
)

MESSAGE = "I moved two of us to the top corridor and wrote the rota for the night."

WRITERS = (601, 602, 603)

REMINDED = (701, 702)
"""Chats. The last of each is the one whose walk is taken; the others warm the bot up."""


@dataclass
class Coach:
    """The command on one data folder."""

    folder: Path
    environment: dict[str, str]
    api: BotApi

    async def command(self, *arguments: str, typed: str = "") -> str:
        """Run ``coach`` with these arguments, and return what it printed."""
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", *arguments),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            cwd=self.folder,
            env=self.environment,
        )
        out, error = await process.communicate(typed.encode())
        assert process.returncode == 0, error.decode()
        return out.decode()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[LoggedBot]:
        """The Telegram bot, with its calls logged."""
        with (self.folder / "log").open("ab") as log:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "tests.bench.call_log", ROOT / "bot", "run"),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=log,
                limit=2**26,
                cwd=self.folder,
                env=self.environment,
            )
        try:
            yield LoggedBot(process)
        finally:
            process.terminate()
            await process.wait()

    def at(self, data: Path) -> Coach:
        """The same on a copy of the data."""
        shutil.copytree(self.folder, data)
        return Coach(data, environment(data, self.api), self.api)


@dataclass
class LoggedBot:
    """The process of ``tests/bench/call_log.py``."""

    process: asyncio.subprocess.Process

    async def order(self, what: str) -> Any:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{what}\n".encode())
        return json.loads(await self.process.stdout.readline())

    async def calm(self, seconds: float, within: float = 20) -> None:
        """Wait until something was called, and then nothing for so many seconds."""
        deadline = time.monotonic() + within
        while time.monotonic() < deadline:
            silence = await self.order("quiet")
            if silence is not None and silence >= seconds:
                return
            await asyncio.sleep(0.02)

    async def calls(self, begin: Callable[[], Awaitable[float]]) -> list[Call]:
        """The calls that ``begin`` leads to; it returns when the reply has arrived."""
        await self.order("start")
        # Just after one look for what is due there is time until the next.
        await self.calm(0.05, within=3)
        await self.order("start")
        arrived = await begin()
        await self.calm(CALM)
        calls = await self.order("take")
        return [Call(*each) for _, *each in around(arrived, calls)]


def around(moment: float, calls: list[Any]) -> list[Any]:
    """The calls before and after a moment, up to where it was calm on either side."""
    parts: list[list[Any]] = [[]]
    for before, call in zip([calls[0], *calls], calls, strict=False):
        if call[0] - before[0] >= CALM:
            parts.append([])
        parts[-1].append(call)
    return min(parts, key=lambda part: min(abs(each[0] - moment) for each in part))


def environment(folder: Path, api: BotApi) -> dict[str, str]:
    return {**api.environment(folder), "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"}


async def reply(user: User, after: int) -> float:
    """When the first message after another one arrived."""
    for _ in range(1000):
        for message in user.screen:
            if message["message_id"] > after:
                return float(message["at"])
        await asyncio.sleep(0.02)
    raise AssertionError(f"nothing came to {user.chat}")


async def prepare(coach: Coach) -> list[str]:
    """Learners who were at their second question an hour ago; the ids of the groups of some."""
    async with coach.running():  # from then on their addresses and its own are known
        for chat in (*WRITERS, *REMINDED):
            user = User(coach.api, chat)
            await reply(user, user.say("/start"))
    now = datetime.now(UTC)
    then = (now - timedelta(hours=1)).isoformat()
    zone = day_zone(now)
    for chat in WRITERS:
        await play(coach, then, chat, *BEFORE)
    cohorts = list[str]()
    ends = f"{now + timedelta(days=100):%d/%m/%Y}"
    for chat in REMINDED:
        made = await coach.command("cohort", "new", f"Team {chat}", "--ends", ends, "--zone", zone)
        cohorts.append(made.split()[-1])
        link = re.search(r"start=(\w+)", await coach.command("cohort", "invite", cohorts[-1]))
        assert link
        joining = ({"say": f"/start {link[1]}"}, {"press": "Yes, join"}, {"press": "No name"})
        await play(coach, then, chat, *BEFORE, *joining)
    return cohorts


async def play(coach: Coach, when: str, chat: int, *lines: dict[str, str]) -> None:
    typed = "\n".join(map(json.dumps, lines))
    options = ("--data", coach.environment["COACH_DATA"], "--now", when, "--chat", str(chat))
    await coach.command("play", "thing_2", *options, "--jsonl", typed=typed)


async def take(coach: Coach, cohorts: list[str]) -> tuple[Walk, Walk]:
    """One walk of a message and one of a reminder, in one run of the bot."""

    async def write(chat: int) -> float:
        user = User(coach.api, chat)
        return await reply(user, user.say(MESSAGE))

    async def remind(chat: int) -> float:
        after = coach.api.new_message_id()
        await coach.command("cohort", "remind", cohorts[REMINDED.index(chat)], "--yes")
        return await reply(User(coach.api, chat), after)

    walks = list[Walk]()
    async with coach.running() as bot:
        for begin, chats in ((write, WRITERS), (remind, REMINDED)):
            for chat in chats[:-1]:
                await bot.calls(partial(begin, chat))
            walks.append(Walk.of(await bot.calls(partial(begin, chats[-1]))))
    return walks[0], walks[1]


def show(title: str, walk: Walk) -> None:
    print(f"{title}: {walk.hops} hops, {walk.distinct_hops} of them distinct, ", end="")
    print(f"{walk.files} files, {walk.stays} stays in rooms ", end="")
    print(f"({walk.stays_on_the_way} along the distinct hops), {walk.calls} calls")
    for each in walk.way:
        print(f"  {each}")


def by_file(way: Sequence[str]) -> list[str]:
    """Return a line for each file that calls: the files that it enters, in the order of the walk.

    The functions are left out, for they change oftener than the way.
    """
    entered = dict[str, dict[str, None]]()
    for each in way:
        caller, _, called = each.partition(" → ")
        entered.setdefault(caller.split()[0], {})[called.split()[0].removesuffix(".py")] = None
    return [f"{caller} → {', '.join(files)}" for caller, files in entered.items()]


def put_in_page(page: Path, name: str, title: str, walk: Walk) -> None:
    """Write the figures of today into the page's table, and the hops under their title."""
    figures = (walk.hops, walk.distinct_hops, walk.files, walk.stays)
    row = f"| {name}, now | {' | '.join(map(str, figures))} |"
    text = re.sub(rf"\| {name}, now \|.*", row, page.read_text())
    before, summary, rest = text.partition(f"<summary>{title}</summary>\n\n```text\n")
    _, end, after = rest.partition("```\n")
    hops = "".join(
        f"{line}\n"
        for each in by_file(walk.way)
        for line in textwrap.wrap(each, 100, subsequent_indent="    ", break_on_hyphens=False)
    )
    page.write_text(f"{before}{summary}{hops}{end}{after}")


async def main(file: Path | None, page: Path | None) -> None:
    api = BotApi()
    await api.start()
    takes = list[tuple[Walk, Walk]]()
    message = reminder = None
    with tempfile.TemporaryDirectory() as name:
        first = Path(name) / "first"
        first.mkdir()
        coach = Coach(first, environment(first, api), api)
        cohorts = await prepare(coach)
        while not (message and reminder) and len(takes) < MOST_TAKES:
            takes.append(await take(coach.at(Path(name) / str(len(takes))), cohorts))
            message, reminder = (shortest(walks) for walks in zip(*takes, strict=True))
    await api.stop()
    if not (message and reminder):
        sys.exit("No two takes are alike. Is the machine busy? Run it again.")
    titles = (("a message", "A learner's message", message), ("a reminder", "A reminder", reminder))
    for name, title, walk in titles:
        show(title, walk)
        print()
        if page:
            put_in_page(page, name, title, walk)
    if file:
        walks = {"message": asdict(message), "reminder": asdict(reminder)}
        file.write_text(json.dumps(walks, indent=1))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--json", type=Path, help="write the figures and the hops here")
    parser.add_argument("--page", type=Path, help="put them into this page's table and listings")
    given = parser.parse_args()
    asyncio.run(main(given.json, given.page))
