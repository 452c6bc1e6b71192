"""Letters that come back later: whose they are, and whether that is for good (RFC 3464).

Such a mail can be made by anybody. So what counts in it is a secret that only the letter had.
"""

from __future__ import annotations

from email import message_from_bytes, message_from_string
from email.errors import MessageError
from email.message import Message

LETTER = "X-Coach-Letter"
"""The header of a letter that has its secret and, of a reminder, its number in the outbox."""

LONGEST = 1_000_000
"""Bytes of a mail that are read: a report names the letter near its end, and is short."""


LONGEST_NUMBER = 19
"""Digits that a number in the outbox never reaches."""


def letter_of_returned(mail: bytes) -> tuple[str, int]:
    """Return the secret and the number of a letter that came back for good.

    The number is 0 for a letter that is no reminder, the secret "" for any other mail.
    """
    try:
        parts = list(message_from_bytes(mail[:LONGEST]).walk())
    except (MessageError, ValueError, RecursionError):  # made to be unreadable
        return "", 0
    if not any(_is_final(each) for each in parts):
        return "", 0
    token, _, number = next((found for each in parts if (found := _marks(each))), "").partition(" ")
    return token, int(number) if number.isdecimal() and len(number) < LONGEST_NUMBER else 0


def _is_final(part: Message) -> bool:
    """Whether a part says that a letter failed and will not be tried again."""
    is_failed = str(part.get("Action", "")).strip().casefold() == "failed"
    return is_failed and str(part.get("Status", "")).strip().startswith("5")


def _marks(part: Message) -> str:
    """Return what marks the letter that a part is, or has the head of."""
    if part.get_content_type() == "text/rfc822-headers":
        part = message_from_string(str(part.get_payload()))
    return str(part.get(LETTER, "")).strip()
