"""The ``coach`` command. What a command needs is imported inside it: ``--help`` is quick."""

from __future__ import annotations

import asyncio
import io
import os
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from bot import __version__
from bot.cohort_cli import app as cohort_app
from bot.errors import CannotSave, CoachError, ContentError, UsageError

if TYPE_CHECKING:
    from datetime import datetime

    from bot.app import Coach
    from bot.content.content import Content
    from bot.terminal import Terminal

INTERRUPTED = 130
"""The exit status after Ctrl-C, as shells have it."""

app = typer.Typer(
    help="A coach for SSSC 23 Things Leadership: small questions, your own words, one statement.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


app.add_typer(cohort_app, name="cohort")


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"coach {__version__}")
        raise typer.Exit


@app.callback()
def _coach(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Options that go before a command."""


DialogueArgument = Annotated[str, typer.Argument(help="The id of a dialogue, such as thing_2.")]
ChatOption = Annotated[str, typer.Option("--chat", help="Whose words: the id of a chat.")]


@app.command()
def chat(dialogue: DialogueArgument = "") -> None:
    """Have the conversation here in the terminal. Nothing is lost: run it again to go on."""
    from bot.app import open_content
    from bot.settings import load_settings
    from bot.terminal import Terminal, open_here

    settings = load_settings()
    content = open_content(settings)
    _known_dialogue(content, dialogue)
    _hold(Terminal(open_here(settings, content), "terminal", _command("chat", dialogue)), dialogue)


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
    data: Annotated[Path | None, typer.Option(help="Keep the data in this folder.")] = None,
    chat_id: ChatOption = "terminal",
) -> None:
    """Try a dialogue out. Without --data nothing outlives the run."""
    from bot.app import open_coach, open_content, try_out, wall_clock
    from bot.headless import MovableClock, Player
    from bot.settings import load_settings
    from bot.terminal import Terminal

    _usable_chat(chat_id)

    settings = load_settings(**({"coach_data": data} if data else {}))
    content = open_content(settings)
    _known_dialogue(content, dialogue)
    clock = MovableClock(wall_clock, _time(now))
    _leave_tidily()
    with nullcontext() if data else try_out(content, clock) as temporary:

        def reopen() -> Coach:
            opened = temporary.open_coach() if temporary else None
            return opened or open_coach(settings, content, clock, new=True)

        if not jsonl:
            again = ("play", dialogue, "--data", str(data)) if data else ("chat", dialogue)
            terminal = Terminal(reopen(), chat_id, _command(*again), kept=bool(data))
            _hold(terminal, dialogue)
            return
        _read_any_bytes()
        player = Player(reopen, clock, chat_id, dialogue)
        if not asyncio.run(player.play(sys.stdin or ())):
            raise typer.Exit(1)


@app.command()
def statement(
    chat_id: ChatOption = "terminal",
    form: Annotated[str, typer.Option("--format", help="txt, md or json.")] = "txt",
    of: Annotated[str, typer.Option("--dialogue", help="Which one (the last opened).")] = "",
) -> None:
    """Print a learner's statement from the store."""
    from bot.app import has_data, open_coach, open_content
    from bot.conversation.wording import counts
    from bot.exports import FORMATS
    from bot.settings import load_settings
    from bot.statement import assemble
    from bot.terminal import harmless

    _usable_chat(chat_id)
    settings = load_settings()
    content = open_content(settings)
    if form not in FORMATS:
        raise UsageError("unknown_format", typed=form, nearest=_nearest(form, list(FORMATS)))
    data = settings.coach_data.expanduser()
    unknown = CoachError("unknown_chat", chat=chat_id, path=str(data))
    if not has_data(settings):
        raise unknown
    coach = open_coach(settings, content)
    conversation = asyncio.run(coach.store.load(chat_id))
    asyncio.run(coach.store.close())
    if not conversation.attempts:
        raise unknown
    wanted = of or conversation.attempt.dialogue
    _known_dialogue(content, wanted)
    mine = [each for each in conversation.attempts if each.dialogue == wanted]
    if not mine:
        raise unknown
    written = assemble(content.dialogues[wanted], conversation, mine[-1])
    text = FORMATS[form](written)
    # On a screen, what somebody typed must not move the cursor; in a file it is what it is.
    typer.echo(harmless(text) if sys.stdout.isatty() else text, nl=False)
    typer.echo(counts(content.words, written), err=True)


@app.command(short_help="Check the content, and name the mend of each problem.")
def check(
    folders: Annotated[
        list[Path] | None,
        typer.Argument(help="Folders that hold dialogues/ and frameworks/.", show_default=False),
    ] = None,
) -> None:
    """Check the content: every problem with its file, its line and the mend."""
    from bot.app import content_folder, wall_clock
    from bot.content.content import load_content
    from bot.settings import load_settings

    problems = 0
    for folder in folders or [content_folder(load_settings())]:
        try:
            content = load_content(folder, today=wall_clock().date())
        except ContentError as error:
            typer.echo(str(error))
            problems += len(error.problems)
        else:
            for warning in content.warnings:
                typer.echo(warning)
            counts = f"{len(content.dialogues)} dialogue(s), {len(content.frameworks)} framework(s)"
            typer.echo(f"{folder}: {counts}, no problems.", err=True)
    if problems:
        typer.echo(f"{problems} problem(s).", err=True)
        raise typer.Exit(1)


@app.command(short_help="Print a dialogue as a Mermaid diagram.")
def diagram(dialogue: DialogueArgument) -> None:
    """Print a dialogue as a Mermaid diagram: its steps, and where each choice leads."""
    from bot.app import open_content
    from bot.diagram import mermaid
    from bot.settings import load_settings

    content = open_content(load_settings())
    _known_dialogue(content, dialogue)
    typer.echo(mermaid(content.dialogues[dialogue]), nl=False)


@app.command(short_help="Write a page that shows a dialogue as on a phone.")
def preview(
    dialogue: DialogueArgument,
    out: Annotated[Path | None, typer.Option(help="The file to write.", show_default=False)] = None,
) -> None:
    """Write a page with every message as it looks on a phone, to open in a browser."""
    from bot.app import open_content, wall_clock
    from bot.preview import page
    from bot.settings import load_settings

    content = open_content(load_settings())
    _known_dialogue(content, dialogue)
    path = out or Path(f"preview-{dialogue}.html")
    try:
        path.write_text(page(content, content.dialogues[dialogue], wall_clock()), "utf-8")
    except OSError as error:
        why = error.strerror or str(error)
        raise CannotSave("cannot_write_page", path=str(path), why=why) from error
    typer.echo(path)


@app.command(short_help="Try every link over the network.")
def links(
    seconds: Annotated[
        float, typer.Option("--timeout", min=0.1, help="Seconds that one link may take.")
    ] = 10.0,
) -> None:
    """Try every link: what answers, what moved, what is gone. Ends with 1 when a link must be
    mended. Lines with tabs where the output is no screen, so that a scheduled job can keep them."""
    from bot.app import open_content
    from bot.link_check import addresses
    from bot.link_table import LinkTable
    from bot.settings import load_settings

    content = open_content(load_settings())
    table = LinkTable(addresses(content.resources.values()), seconds)
    try:
        asyncio.run(table.fill())
    except KeyboardInterrupt:
        table.show()
        raise typer.Exit(INTERRUPTED) from None
    table.show()
    if table.to_mend:
        raise typer.Exit(1)


@app.command(name="notice", short_help="Show what the coach would make of a text.")
def notice_(
    text: Annotated[str, typer.Argument(help="What somebody wrote.", show_default=False)] = "",
    jsonl: Annotated[bool, typer.Option(help="JSON lines in and out, for programs.")] = False,
) -> None:
    """Show what the coach would make of a text: practices, identifiers, names, harm, a question."""
    import json

    from bot.app import open_content
    from bot.coaching.reading import read
    from bot.headless import BadLine, parsed_text
    from bot.settings import load_settings

    content = open_content(load_settings())
    if not jsonl:
        _read_any_bytes()
        typer.echo(
            json.dumps(read(content, text or sys.stdin.read()), ensure_ascii=False, indent=2)
        )
        return
    _read_any_bytes()
    all_read = True
    for number, line in enumerate(sys.stdin, 1):
        try:
            answer = read(content, parsed_text(line)) if line.strip() else None
        except BadLine as error:
            answer, all_read = {"error": f"line {number}: {error}"}, False
        if answer is not None:
            typer.echo(json.dumps(answer))
    if not all_read:
        raise typer.Exit(1)


def _hold(terminal: Terminal, dialogue: str) -> None:
    """Hold the conversation until its end, and close the store whatever ends it."""
    if not terminal.typing:
        _read_any_bytes()
    try:
        asyncio.run(terminal.hold(dialogue))
    except KeyboardInterrupt:
        terminal.say_goodbye()
        raise typer.Exit(INTERRUPTED) from None
    finally:
        asyncio.run(terminal.close())


def _leave_tidily() -> None:
    """Let SIGTERM end a try-out as anything else does, so that its folder goes with it."""
    import signal

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))


def _read_any_bytes() -> None:
    """Bytes that are no text must come to the learner as a plain line, not end the program."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")


def _known_dialogue(content: Content, dialogue: str) -> None:
    if dialogue and dialogue not in content.dialogues:
        nearest = _nearest(dialogue, list(content.dialogues))
        raise UsageError("unknown_dialogue", typed=dialogue, nearest=nearest)


def _nearest(typed: str, known: list[str]) -> str:
    import difflib

    return difflib.get_close_matches(typed, known, n=1, cutoff=0)[0]


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


def _usable_chat(chat_id: str) -> None:
    if any("\ud800" <= sign <= "\udfff" for sign in chat_id):
        raise UsageError("bad_setting", setting="--chat", why="it has a broken character")


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


def _say_error(error: CoachError) -> None:
    """One line on standard error: what happened, where, what to do next."""
    import textwrap

    from bot.app import content_folder
    from bot.content.content import load_words, shipped_folder
    from bot.conversation.wording import fill
    from bot.settings import load_settings

    if isinstance(error, ContentError):
        typer.echo(str(error), err=True)
        return
    try:
        words = load_words(content_folder(load_settings()))
    except CoachError:
        words = load_words(shipped_folder())
    said = fill(words, getattr(words.errors, error.sentence), **error.facts)
    if sys.stderr.isatty():
        typer.echo(
            textwrap.fill(said, 80, break_long_words=False, break_on_hyphens=False), err=True
        )
    else:
        typer.echo(said, err=True)


def main() -> NoReturn:
    """Run the command and end with an exit status that means something."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a screen that has no “✓” shows a “?”
    try:
        app()
    except CoachError as error:
        _say_error(error)
        raise SystemExit(error.exit_status) from None
    except BrokenPipeError:
        # Whoever read our output has gone, as `| head` does. Python would complain once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(1) from None
    except OSError as error:
        # Standard output itself: a full disk behind it, say.
        _say_error(CoachError("cannot_show", why=error.strerror or str(error)))
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(1) from None
    raise SystemExit(0)
