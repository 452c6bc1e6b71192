"""Commands that hold a conversation here: chat, play."""

from __future__ import annotations

import asyncio
import os
import shlex
import shutil
import signal
import sys
from contextlib import nullcontext
from datetime import UTC, datetime
from typing import Annotated

import typer

from bot.app import open_coach, open_content, try_out
from bot.channels.jsonl import Player
from bot.channels.terminal import Terminal, is_typed, wants_new
from bot.cli.options import (
    INTERRUPTED,
    ChatOption,
    DialogueArgument,
    commands,
    known_dialogue,
    read_any_bytes,
    usable_chat,
)
from bot.clock import MovableClock, wall_clock
from bot.content.library import Content
from bot.errors import DataMissing, UsageError
from bot.installation import load_settings
from bot.services.coach import Coach
from bot.settings import Settings

app = commands()


@app.command()
def chat(dialogue: DialogueArgument = "") -> None:
    """Have the conversation here in the terminal. Nothing is lost: run it again to go on."""
    settings = load_settings()
    content = open_content(settings)
    known_dialogue(content, dialogue)
    coach = _open_or_ask(settings, content)
    _hold(Terminal(coach, "terminal", _command("chat", dialogue)), dialogue)


def _open_or_ask(settings: Settings, content: Content) -> Coach:
    """Return a coach. Where its data is missing, a script begins with none and a person is asked.

    Raises StoreError: DataMissing when that person does not want to begin with none.
    """
    try:
        return open_coach(settings, content, new=not is_typed())
    except DataMissing as error:
        if not wants_new(content.words, error):
            raise
    return open_coach(settings, content, new=True)


@app.command()
def play(
    dialogue: DialogueArgument,
    jsonl: Annotated[bool, typer.Option(help="JSON lines in and out, for programs.")] = False,
    now: Annotated[str, typer.Option(help="The time it starts at, ISO 8601.")] = "",
    data: Annotated[
        str, typer.Option(help="Keep the data in this folder, or at this postgresql:// address.")
    ] = "",
    chat_id: ChatOption = "terminal",
) -> None:
    """Try a dialogue out. Without --data nothing outlives the run."""
    usable_chat(chat_id)

    settings = load_settings(**_kept_in(data))
    content = open_content(settings)
    known_dialogue(content, dialogue)
    clock = MovableClock(wall_clock, _time(now))
    _leave_tidily()
    with nullcontext() if data else try_out(content, clock) as temporary:

        def reopen() -> Coach:
            opened = temporary.open_coach() if temporary else None
            return opened or open_coach(settings, content, clock, new=True)

        if not jsonl:
            again = ("play", dialogue, "--data", data) if data else ("chat", dialogue)
            terminal = Terminal(reopen(), chat_id, _command(*again), kept=bool(data))
            _hold(terminal, dialogue)
            return
        read_any_bytes()
        player = Player(reopen, clock, chat_id, dialogue)
        if not asyncio.run(player.play(sys.stdin or ())):
            raise typer.Exit(1)


def _kept_in(data: str) -> dict[str, str | None]:
    """Return the settings that a place for the data stands for. A folder that is named is one."""
    if data.startswith(("postgresql://", "postgres://")):
        return {"database_url": data, "bots_file": None}
    return {"coach_data": data, "database_url": "", "bots_file": None} if data else {}


def _hold(terminal: Terminal, dialogue: str) -> None:
    """Hold the conversation until its end, and close the store whatever ends it."""
    if not terminal.typing:
        read_any_bytes()
    try:
        asyncio.run(terminal.hold(dialogue))
    except KeyboardInterrupt:
        terminal.say_goodbye()
        raise typer.Exit(INTERRUPTED) from None
    finally:
        asyncio.run(terminal.close())


def _leave_tidily() -> None:
    """Let SIGTERM end a try-out as anything else does, so that its folder goes with it."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))


def _time(text: str) -> datetime | None:
    if not text:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageError("bad_time", typed=text) from error
    if not 1970 <= found.year <= 3000:  # sums of times must stay times
        raise UsageError("bad_time", typed=text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _command(*arguments: str) -> str:
    """This program with other arguments, as it was called, so that the line can be copied."""
    called = sys.argv[0]
    if called.endswith("__main__.py"):
        words = [sys.executable, "-m", "bot"]
    elif shutil.which("coach"):
        words = ["coach"]
    else:
        words = [min(called, os.path.relpath(called), key=len)]
    return shlex.join([*words, *(each for each in arguments if each)])
