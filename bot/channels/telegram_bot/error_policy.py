"""The meaning of a failed call: whether it may be made again, when, and who is to blame."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from enum import Enum, auto

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.channels.telegram_bot.http import NotImplementedThere, NotSent

PAUSES = (0.2, 1, 2, 5, 10, 30)
"""Seconds between tries of the same thing; the last one again and again."""


def pause_after(tries: int, pauses: Sequence[float] = PAUSES) -> float:
    """Return the seconds to wait after so many tries, from 1 on. The last pause comes again."""
    return pauses[min(tries, len(pauses)) - 1]


class Failure(Enum):
    """The meaning of a failed call: whether, how and when it is made again."""

    WAIT = auto()  # 429: nobody sends for a while; surely not sent
    NOT_SENT = auto()  # try again later
    DOUBTFUL = auto()  # it may have arrived: a reply is sent again, a reminder is not
    BLOCKED = auto()  # this chat takes no messages
    PLAIN = auto()  # the markup is at fault: once again as plain text
    FAILED = auto()  # no use in trying again
    STOP = auto()  # the token is wrong: nothing will work


_TREE: dict[type[TelegramError], Failure] = {
    RetryAfter: Failure.WAIT,
    Forbidden: Failure.BLOCKED,
    InvalidToken: Failure.STOP,
    ChatMigrated: Failure.BLOCKED,
    NotSent: Failure.NOT_SENT,
    NotImplementedThere: Failure.FAILED,
}

_MARKUP = ("entit", "button", "keyboard", "markup")


LONGEST_WAIT = 3600.0
"""Seconds after which it is tried again, however long Telegram asks to wait: it then says so again.
A pause that a clock has moved by a day would silence the coach for that day."""


def seconds_to_wait(error: RetryAfter) -> float:
    """Return the seconds that Telegram asks to wait, an hour at most.

    PTB has them as a number or as a duration.
    """
    after = error.retry_after
    seconds = after.total_seconds() if isinstance(after, timedelta) else float(after)
    return min(seconds, LONGEST_WAIT)


def judge(error: TelegramError) -> Failure:
    """Return what a failed call means. An unknown error is doubtful."""
    for kind, failure in _TREE.items():
        if isinstance(error, kind):
            return failure
    if isinstance(error, BadRequest):
        said = str(error).lower()
        if "chat not found" in said:
            return Failure.BLOCKED
        return Failure.PLAIN if any(sign in said for sign in _MARKUP) else Failure.FAILED
    return Failure.DOUBTFUL
