"""Words, names, the token and the key, looked for where none of them may be.

That is every log at DEBUG, the folder of the data, the folder for temporary files, the files that
SQLite opens for itself, and the text of a fault.
"""

from __future__ import annotations

import asyncio
import io
import logging
import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr
from pathlib import Path
from unittest.mock import patch

from bot import logs
from bot.errors import CannotSave
from tests.channels.telegram_bot.conftest import begun
from tests.channels.web.conftest import served
from tests.chaos.disk import Recorder
from tests.chaos.grounds import content, folder, settings_in
from tests.chaos.network import coach, telegram
from tests.chaos.rows import Outcome
from tests.support.bot_api import server as faults
from tests.support.bot_api.server import TOKEN
from tests.support.bot_api.user import User

FORMS = ("utf-8", "utf-16-le")


@contextmanager
def _log_at_debug(secrets: list[str], as_json: bool) -> Iterator[io.StringIO]:
    """What the log of this process says, with every logger at DEBUG that ours has not quieted."""
    written, root = io.StringIO(), logging.getLogger()
    before, level = root.handlers[:], root.level
    quiet = {name: logging.getLogger(name).level for name in logs.QUIET}
    root.handlers = []
    with redirect_stderr(written):
        logs.set_up(secrets, as_json=as_json)
    root.setLevel(logging.DEBUG)
    try:
        yield written
    finally:
        root.handlers[:] = before
        root.setLevel(level)
        for name, each in quiet.items():
            logging.getLogger(name).setLevel(each)


async def canaries(seed: int, tries: int) -> Outcome:
    """So many conversations over Telegram and the page, with faults, and all places looked at."""
    chance, outcome = random.Random(seed), Outcome()
    for number in range(tries):
        words = f"canary{chance.randrange(10**9)}"
        with folder() as temporary, patch.object(tempfile, "tempdir", str(temporary)):
            await _one(words, outcome, as_json=bool(number % 2))
    return outcome


async def _one(words: str, outcome: Outcome, *, as_json: bool) -> None:
    recorder = Recorder()
    with recorder.recording(), _log_at_debug([TOKEN], as_json) as log:
        async with telegram() as (api, place):
            async with coach(api, place) as running:
                ann = await begun(User(api, 31337))
                await ann.asks(f"I led the {words} team and we did well.", "✓ Saved")
                await ann.asks(f"/learn {words}", "")
                api.fail("sendMessage", faults.server_error, faults.refuse(400, f"Bad: {words}"))
                await ann.asks("/mydata", words)

                async def failing(*_: object, **__: object) -> None:
                    raise CannotSave("cannot_save", path="x", why="the disk is full")

                with patch.object(running.store, "save", failing):
                    ann.say(f"And the {words} again.")
                    await asyncio.sleep(0.2)
                with patch.object(running.store, "save", _raising(words)):
                    ann.say(f"And once more {words}.")
                    await asyncio.sleep(0.2)
                _look(place / "data", words, "the data while it is used", outcome)
            key = (place / "config" / "key").read_text().strip()
            _look(place / "data", words, "the data", outcome)
            async with served(settings_in(place), content()) as site:
                ben = site.browser()
                await ben.get()
                await ben.press("Start")
                await ben.send(f"I led the {words} team.")
                with patch.object(site.store, "save", _raising(words)):
                    await ben.send(f"And the {words} again.")
                _look(place / "data", words, "the data under the page", outcome)
        _look(Path(tempfile.gettempdir()), words, "the folder for temporary files", outcome)
    for secret, name in ((words, "words"), (TOKEN, "the token"), (key, "the key")):
        lines = [line for line in log.getvalue().splitlines() if secret in line]
        outcome.check(not lines, f"{name} in the log: {lines[:2]}")
    outcome.check("INFO" in log.getvalue() or "WARNING" in log.getvalue(), "there is no log")
    own = [note.data for note in recorder.notes if note.what == "write"]
    outcome.check(not any(_holds(each, words) for each in own), "words in what SQLite wrote")


def _raising(words: str) -> object:
    async def fault(*_: object, **__: object) -> None:
        raise ValueError(f"a fault about {words}")

    return fault


def _look(place: Path, words: str, called: str, outcome: Outcome) -> None:
    found = [path for path in place.rglob("*") if path.is_file()]
    bad = [path.name for path in found if _holds(path.read_bytes(), words)]
    outcome.check(not bad, f"words in {called}: {bad}")


def _holds(content: bytes, words: str) -> bool:
    return any(words.encode(form) in content for form in FORMS)
