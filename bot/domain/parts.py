"""Where a part of a message came from, and the label that stood before it there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.messages import Message

LONGEST_NAME = 80
"""Characters of a name that a marker may stand for."""


def root_of(message: Message, messages: Sequence[Message]) -> Message:
    """Return the message that was sent: the one itself, or the one that it is a part of."""
    while message.origin:
        message = messages[message.origin - 1]
    return message


def other_parts(messages: Sequence[Message], part: Message) -> list[Message]:
    """Return the other parts of the message that a part was taken from, as far as they are used."""
    return [
        each
        for each in messages
        if part.origin and each.origin == part.origin and each.step and not each.aside
        if each.number != part.number
    ]


def label_before(part: Message, messages: Sequence[Message]) -> str:
    """Return what stood before a part in the message it was taken from and is in no part, "" for
    nothing. A message that was changed since tells no more."""
    while part.origin:
        origin, at = messages[part.origin - 1], 0
        for each in (other for other in messages if other.origin == part.origin):
            found = _as_typed(each).search(origin.text, at)
            label = origin.text[at : found.start()].strip() if found else ""
            if each == part and label:
                return label
            at = found.end() if found else at
        part = origin
    return ""


def _as_typed(part: Message) -> re.Pattern[str]:
    """Return a pattern of the text of a part, whatever name stood where a marker is."""
    pattern = re.escape(part.text)
    for marker in {marker for _, marker in part.names}:
        pattern = pattern.replace(re.escape(marker), rf".{{1,{LONGEST_NAME}}}?")
    return re.compile(pattern)
