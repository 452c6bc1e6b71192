"""Wrong codes, under a hash of whoever typed them."""

from __future__ import annotations

from datetime import datetime

from bot.domain.invitations import GUESSES_WITHIN
from bot.store.sqlite.columns import Execute, stamp

_ADD = "INSERT INTO guesses (chat_id, at) VALUES (?, ?)"

_FORGET = "DELETE FROM guesses WHERE at < ?"


def record(execute: Execute, guesser: str, at: datetime) -> None:
    """Note a wrong code."""
    execute(_ADD, (guesser, stamp(at)))
    forget_old(execute, at)


def forget_old(execute: Execute, at: datetime) -> None:
    """Forget wrong codes that count no more."""
    execute(_FORGET, (stamp(at - GUESSES_WITHIN),))
