"""The ``coach`` command. A command's file is loaded when it is called: ``--help`` is quick."""

from __future__ import annotations

import gc
import io
import os
import sys
from importlib import import_module
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup

from bot import __version__
from bot.errors import CoachError

if sys.platform != "win32":
    import resource

COMMANDS = {
    "chat": ("conversation", "Have the conversation here in the terminal."),
    "run": ("run", "Talk as a Telegram bot, until stopped."),
    "play": ("conversation", "Try a dialogue out."),
    "statement": ("documents", "Print a learner's statement, or write it to a file."),
    "export": ("documents", "Write all of a learner's reflections and data to one zip."),
    "web": ("page", "Have the conversation in a browser."),
    "check": ("authors", "Check the content, and name the mend of each problem."),
    "diagram": ("authors", "Print a state machine as a Mermaid diagram."),
    "preview": ("authors", "Write a page that shows a dialogue as on a phone."),
    "links": ("authors", "Try every link over the network."),
    "learn": ("authors", "Learn the tables of weights anew from the labelled rows."),
    "notice": ("authors", "Show what the coach would make of a text."),
    "backup": ("operator", "Make a checked, encrypted copy of the data."),
    "restore": ("operator", "Put a backup in the place of the data."),
    "status": ("operator", "Say whether the coach is well."),
    "people": ("person", "Find somebody by an id, a name or a number."),
    "forget": ("person", "Delete all that is kept of one person."),
    "move-store": ("moving", "Move all data between a folder and a database server."),
    "bounced": ("letters", "Take in a mail of the coach's that came back."),
    "key": ("keys", "The key of the data."),
    "cohort": ("cohort", "Cohorts: make one, invite, see how far they are, remind."),
}
"""Each command with its file in this folder, and what ``--help`` says of it."""


class Commands(TyperGroup):
    """The commands by name. All but the one that is called stand for themselves only."""

    def __init__(self, **settings: Any) -> None:
        """None is loaded yet."""
        super().__init__(**settings)
        for name, (_, about) in COMMANDS.items():
            self.add_command(TyperCommand(name, help=about))

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Return the command that is called, loaded, and the arguments after its name."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, _loaded(name) if name else command, rest


def _loaded(name: str) -> Any:
    """Return a command out of its file, which has it alone, beside others, or is a set itself."""
    found: Any = typer.main.get_command(import_module(f"bot.cli.{COMMANDS[name][0]}").app)
    return getattr(found, "commands", {}).get(name, found)


app = typer.Typer(
    cls=Commands,
    help="A coach for SSSC 23 Things Leadership: small questions, your own words, one statement.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


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
    bot: Annotated[
        str, typer.Option("--bot", help="Which of several bots of bots.yaml it is for.")
    ] = "",
) -> None:
    """Options that go before a command."""
    del version
    if bot:
        os.environ["COACH_BOT"] = bot  # wherever settings are read


def _leave_no_core() -> None:
    """A core file of a crash would hold words, the token and the key, on no encrypted page."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _say(error: CoachError) -> None:
    import_module("bot.cli.error_line").say_error(error)


def main() -> NoReturn:
    """Run the command and end with an exit status that means something."""
    _leave_no_core()
    # At 700 new objects it would look through all that a start loads, which stays: a tenth of it.
    gc.set_threshold(50_000)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a screen that has no “✓” shows a “?”
    try:
        app()
    except CoachError as error:
        _say(error)
        raise SystemExit(error.exit_status) from None
    except BrokenPipeError:
        # Whoever read our output has gone, as `| head` does. Python would complain once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(1) from None
    except OSError as error:
        # Standard output itself: a full disk behind it, say.
        _say(CoachError("cannot_show", why=error.strerror or str(error)))
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(1) from None
    raise SystemExit(0)
