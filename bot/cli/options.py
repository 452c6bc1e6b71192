"""Options that several commands take and check."""

from __future__ import annotations

import difflib
import getpass
import io
import os
import sys
from typing import Annotated

import typer

from bot.content.library import Content
from bot.errors import BadSettings, SettingFault, UsageError

INTERRUPTED = 130
"""The exit status after Ctrl-C, as shells have it."""

DialogueArgument = Annotated[str, typer.Argument(help="The id of a dialogue, such as thing_2.")]

ChatOption = Annotated[str, typer.Option("--chat", help="Whose words: an id, or a Telegram chat.")]

COHORT_HELP = "The id of a cohort, as `coach cohort list` has it"

CohortArgument = Annotated[str, typer.Argument(help=f"{COHORT_HELP}.")]


def commands(about: str | None = None) -> typer.Typer:
    """Return a set of commands, with what is said about it where it is one by itself."""
    return typer.Typer(
        help=about,
        no_args_is_help=about is not None,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )


def say(*texts: str) -> None:
    """Print what a coordinator would be told, a blank line after each."""
    for text in texts:
        typer.echo(f"{text}\n")


def read_any_bytes() -> None:
    """Bytes that are no text must come to the learner as a plain line, not end the program."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")


def known_dialogue(content: Content, dialogue: str) -> None:
    """Raise UsageError with the nearest id when a dialogue is not known."""
    if dialogue and dialogue not in content.dialogues:
        nearest = nearest_of(dialogue, list(content.dialogues))
        raise UsageError("unknown_dialogue", typed=dialogue, nearest=nearest)


def nearest_of(typed: str, known: list[str]) -> str:
    """Return the known word most like a typed one."""
    return difflib.get_close_matches(typed, known, n=1, cutoff=0)[0]


def usable_chat(chat_id: str) -> None:
    """Raise UsageError for an id that no database can hold."""
    if any("\ud800" <= sign <= "\udfff" for sign in chat_id):
        raise BadSettings(SettingFault("--chat", "broken_character"))


def whoever_asks() -> str:
    """Return who is at the keys, as the machine knows them."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return str(os.getuid()) if hasattr(os, "getuid") else "?"
