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
from bot.errors import BadSettings, CoachError, ContentError
from bot.installation import load_settings


def error_line(words: Words, error: CoachError) -> str:
    """Return what an error says to a person."""
    facts = _told(words, error) if isinstance(error, BadSettings) else error.facts
    return str(fill(words, getattr(words.errors, error.sentence), **facts))


def _told(words: Words, error: BadSettings) -> dict[str, str]:
    """Return what fills the sentence about settings: each fault in words."""
    said = [
        (each.setting, str(fill(words, getattr(words.setting_faults, each.reason), **each.facts)))
        for each in error.faults
    ]
    if len(said) == 1:
        return {"setting": said[0][0], "why": said[0][1]}
    listed = " ".join(f"{setting}: {why}." for setting, why in said)
    return {"count": str(len(said)), "listed": listed}


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
