"""The line for a command that cannot do as it was asked."""

from __future__ import annotations

import sys
import textwrap

import typer

from bot.app import content_folder
from bot.content.library import shipped_folder
from bot.content.loading import load_words
from bot.content.words.words import Words
from bot.engine.wording import fill
from bot.errors import CoachError, ContentError
from bot.installation import load_settings


def error_line(words: Words, error: CoachError) -> str:
    """Return what an error says to a person."""
    return str(fill(words, getattr(words.errors, error.sentence), **error.facts))


def say_error(error: CoachError) -> None:
    """One line on standard error: what happened, where, what to do next."""
    if isinstance(error, ContentError):
        typer.echo(str(error), err=True)
        return
    try:
        words = load_words(content_folder(load_settings()))
    except CoachError:  # the settings themselves, say
        words = load_words(shipped_folder())
    said = error_line(words, error)
    if sys.stderr.isatty():
        typer.echo(
            textwrap.fill(said, 80, break_long_words=False, break_on_hyphens=False), err=True
        )
    else:
        typer.echo(said, err=True)
