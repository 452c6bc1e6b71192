"""Commands that hold a conversation: chat, run, play."""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.options import (
    INTERRUPTED,
    ChatOption,
    DialogueArgument,
    known_dialogue,
    read_any_bytes,
    run_to_end,
    usable_chat,
)
from bot.errors import DataMissing, UsageError

if TYPE_CHECKING:
    from datetime import datetime

    from bot.channels.terminal import Terminal
    from bot.content.library import Content
    from bot.services.coach import Coach
    from bot.settings import Settings

app = typer.Typer()


@app.command()
def chat(dialogue: DialogueArgument = "") -> None:
    """Have the conversation here in the terminal. Nothing is lost: run it again to go on."""
    from bot.app import open_content
    from bot.channels.terminal import Terminal
    from bot.settings import load_settings

    settings = load_settings()
    content = open_content(settings)
    known_dialogue(content, dialogue)
    coach = _open_or_ask(settings, content)
    _hold(Terminal(coach, "terminal", _command("chat", dialogue)), dialogue)


def _open_or_ask(settings: Settings, content: Content) -> Coach:
    """Return a coach. Where its data is missing, a script begins with none and a person is asked.

    Raises StoreError: DataMissing when that person does not want to begin with none.
    """
    from bot.app import open_coach
    from bot.channels.terminal import is_typed, wants_new

    try:
        return open_coach(settings, content, new=not is_typed())
    except DataMissing as error:
        if not wants_new(content.words, error):
            raise
    return open_coach(settings, content, new=True)


@app.command()
def run(
    new: Annotated[bool, typer.Option("--new", help="Begin with no data, if it is gone.")] = False,
) -> None:
    """Talk as a Telegram bot, until stopped."""
    from bot.app import open_content, run_bot
    from bot.settings import load_settings

    settings = load_settings()
    run_bot(settings, open_content(settings), new=new)


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
    from bot.app import open_coach, open_content, try_out
    from bot.channels.jsonl import Player
    from bot.channels.terminal import Terminal
    from bot.clock import MovableClock, wall_clock
    from bot.settings import load_settings

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
        if not run_to_end(player.play(sys.stdin or ())):
            raise typer.Exit(1)


def _kept_in(data: str) -> dict[str, str]:
    """What settings a place for the data stands for. A folder that is named is one."""
    if data.startswith(("postgresql://", "postgres://")):
        return {"database_url": data}
    return {"coach_data": data, "database_url": ""} if data else {}


def _hold(terminal: Terminal, dialogue: str) -> None:
    """Hold the conversation until its end, and close the store whatever ends it."""
    if not terminal.typing:
        read_any_bytes()
    try:
        run_to_end(terminal.hold(dialogue))
    except KeyboardInterrupt:
        terminal.say_goodbye()
        raise typer.Exit(INTERRUPTED) from None
    finally:
        run_to_end(terminal.close())


def _leave_tidily() -> None:
    """Let SIGTERM end a try-out as anything else does, so that its folder goes with it."""
    import signal

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))


def _time(text: str) -> datetime | None:
    from datetime import UTC, datetime

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
    import shlex
    import shutil

    called = sys.argv[0]
    if called.endswith("__main__.py"):
        words = [sys.executable, "-m", "bot"]
    elif shutil.which("coach"):
        words = ["coach"]
    else:
        words = [min(called, os.path.relpath(called), key=len)]
    return shlex.join([*words, *(each for each in arguments if each)])
