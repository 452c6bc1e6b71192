"""A long paste that a phone has cut into several messages, put together as it was.

Clients cut at a length of their own, at white space where there is some near the end, and the white
space at the cut is then gone. So: where a piece fills the limit, or white space is still there,
nothing goes between; where a piece is shorter, the white space that was there is put back. The
limit comes with the event, from its channel: ``Event.cut_at``, 0 where nothing is cut.
"""

from __future__ import annotations

from datetime import timedelta

from bot.domain.messages import Message

NEAR = 96
"""UTF-16 units below the limit in which a client looks for white space to cut at."""

TOGETHER = timedelta(seconds=2)


def utf16(text: str) -> int:
    """Return the length of a text in UTF-16 units: two for most emoji."""
    return len(text) + sum(1 for character in text if character > "\uffff")


def is_likely_cut(text: str, cut_at: int) -> bool:
    """Return whether a message is so long that the rest of it is probably on its way."""
    enough = cut_at - NEAR
    return cut_at > 0 and len(text) >= enough // 2 and utf16(text) >= enough


def is_rest_of(earlier: Message, message: Message, cut_at: int) -> bool:
    """Return whether a message is the rest of the one before it."""
    same = (earlier.attempt, earlier.step, earlier.aside) == (message.attempt, message.step, False)
    together = message.at - earlier.at <= TOGETHER
    return same and together and is_likely_cut(earlier.text, cut_at)


def joint(first: str, second: str, cut_at: int) -> str:
    """Return what stood between two pieces: no word is glued to another, and none is split."""
    is_full = 0 < cut_at <= utf16(first)
    if is_full or first[-1:].isspace() or second[:1].isspace():
        return ""
    return "\n" if "\n" in first and first.endswith((".", "!", "?", "…")) else " "
