"""The ``coach`` command. What a command needs is imported inside it: ``--help`` is quick."""

from __future__ import annotations

import gc
import io
import os
import sys
from typing import Annotated, NoReturn

import typer

from bot import __version__
from bot.cli import authors, cohort, conversation, documents, moving, operator, page, person
from bot.errors import CoachError, ContentError

app = typer.Typer(
    help="A coach for SSSC 23 Things Leadership: small questions, your own words, one statement.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

app.add_typer(conversation.app)
app.add_typer(documents.app)
app.add_typer(page.app)
app.add_typer(authors.app)
app.add_typer(operator.app)
app.add_typer(person.app)
app.add_typer(moving.app)
app.add_typer(operator.keys, name="key")
app.add_typer(cohort.app, name="cohort")


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


def _say_error(error: CoachError) -> None:
    """One line on standard error: what happened, where, what to do next."""
    import textwrap

    from bot.app import content_folder
    from bot.content.library import load_words, shipped_folder
    from bot.engine.wording import fill
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


def _leave_no_core() -> None:
    """A core file of a crash would hold words, the token and the key, on no encrypted page."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


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
