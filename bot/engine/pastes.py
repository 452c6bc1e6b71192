"""A long paste that a phone has cut into several messages, put together as it was.

Clients cut at 4,096 UTF-16 units, at white space where there is some near the end, and the white
space at the cut is then gone. So: where a piece fills the limit, or white space is still there,
nothing goes between; where a piece is shorter, the white space that was there is put back.
"""

from __future__ import annotations

from datetime import timedelta

from bot.domain.conversation import Message

FULL = 4096

LIKELY_CUT = 4000

TOGETHER = timedelta(seconds=2)


def utf16(text: str) -> int:
    """The length that Telegram counts: UTF-16 units, two for most emoji."""
    return len(text) + sum(1 for sign in text if sign > "\uffff")


def is_likely_cut(text: str) -> bool:
    """Whether a message is so long that the rest of it is probably on its way."""
    return len(text) >= LIKELY_CUT // 2 and utf16(text) >= LIKELY_CUT


def goes_on(earlier: Message, message: Message) -> bool:
    """Whether a message is the rest of the one before it."""
    same = (earlier.attempt, earlier.step, earlier.aside) == (message.attempt, message.step, False)
    return same and is_likely_cut(earlier.text) and message.at - earlier.at <= TOGETHER


def joint(first: str, second: str) -> str:
    """What stood between two pieces: no word is glued to another, and none is split."""
    if utf16(first) >= FULL or first[-1:].isspace() or second[:1].isspace():
        return ""
    return "\n" if "\n" in first and first.endswith((".", "!", "?", "…")) else " "
