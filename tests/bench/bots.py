"""What each further bot of one process costs in memory: ``.venv/bin/python -m tests.bench.bots``.

It is a process as an operator starts it: one that tests start shares what they have loaded. One
person has written to each bot, so all that reads a message is loaded. The first start finds nothing
kept, the second the content and a database; both are printed.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.support.bot_api.server import BotApi
from tests.support.bot_api.user import User

MANY = (1, 2, 10)

ROOT = Path(__file__).parents[2]

SETTLED = 3.0
"""Seconds after which all that a start makes ready meanwhile is there."""


async def resident(many: int) -> list[int]:
    """Return the megabytes that a process with so many bots keeps in memory, at its first start and
    at its second."""
    api, found = BotApi(), list[int]()
    await api.start()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tokens = written(folder / "data", many)
        bots = [api.another(token) for token in tokens]
        for chat in (1, 2):
            found.append(await talked_to([User(each, chat) for each in bots], api, folder))
    await api.stop()
    return found


async def talked_to(people: list[User], api: BotApi, folder: Path) -> int:
    """Start a process, let each of some people talk to their bot, and return its megabytes."""
    environment = {**api.environment(folder), "TELEGRAM_BOT_TOKEN": "", "PYTHONPATH": str(ROOT)}
    with (folder / "log").open("w") as log:
        command = [sys.executable, "-m", "bot", "run"]
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
    try:
        for each in people:
            await each.asks("/start", "Who can read")
            await each.asks("Start", "Tell me your role")
            await each.asks("I am a cook in a school.", "7 words")
        await asyncio.sleep(SETTLED)
        status = Path(f"/proc/{process.pid}/status").read_text()
    except AssertionError:
        print((folder / "log").read_text(), file=sys.stderr)
        raise
    finally:
        process.kill()
        await asyncio.to_thread(process.wait, 20)
    [line] = [each for each in status.splitlines() if each.startswith("VmRSS")]
    return int(line.split()[1]) // 1024


def written(data: Path, many: int) -> list[str]:
    """Write the file of so many bots, and their tokens; return those."""
    data.mkdir()
    tokens, lines = [f"{5000 + n}:token-{n}" for n in range(many)], ["bots:"]
    for number, token in enumerate(tokens):
        (data / f"token-{number}").write_text(token)
        lines += [f"  - name: b{number}", f"    token_file: token-{number}"]
        lines += [
            f"    operator_name: Home {number}",
            f"    operator_contact: {number}@home.example",
        ]
    (data / "bots.yaml").write_text("\n".join(lines) + "\n")
    return tokens


if __name__ == "__main__":
    for each in MANY:
        first, second = asyncio.run(resident(each))
        print(f"{each} bots: {first} MB at the first start, {second} MB at the next")
