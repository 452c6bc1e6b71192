"""What each further bot of one process costs in memory: ``.venv/bin/python -m tests.bench.bots``.

One person has written to each bot, so all that reads a message is loaded.
"""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from tests.channels.telegram_bot.conftest import Bot
from tests.support.bot_api.server import BotApi
from tests.support.bot_api.user import User

MANY = (1, 2, 10)


async def resident(many: int) -> int:
    """Return the megabytes that a process with so many bots keeps in memory."""
    api = BotApi()
    await api.start()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = {**api.environment(folder), "TELEGRAM_BOT_TOKEN": ""}
        people = [User(api.another(token), 1) for token in written(folder / "data", many)]
        bot = await Bot(environment, folder).start()
        for each in people:
            await each.asks("/start", "Who can read")
            await each.asks("Start", "Tell me your role")
            await each.asks("I am a cook in a school.", "7 words")
        assert bot.process
        status = Path(f"/proc/{bot.process.pid}/status").read_text()
        await bot.kill()
    await api.stop()
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
        print(f"{each} bots: {asyncio.run(resident(each))} MB")
