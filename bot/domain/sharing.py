"""Sharing a statement with one person before it is handed in.

The reader sees the statement as it was when it was shared. They can do three things and change
nothing: say that it is ready, ask one question, confirm that they know of the work. What they write
is kept here, and in no message of the learner's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Literal

from bot.domain.lost_words import GONE, LostWords
from bot.domain.statement import Statement

GOOD_FOR = timedelta(days=14)
"""How long somebody can read what was shared with them."""

MOST = 5
"""Sharings of one learner that are open at once."""

LONGEST_QUESTION, LONGEST_NAME = 280, 80
"""Characters."""

BETWEEN_READINGS = timedelta(hours=1)
"""Within this, looking again is the same reading."""

ActKind = Literal["read", "ready", "question", "confirmed"]
"""What a reader does. All but *read* are answers, and each is given once."""


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that a reader did. ``step`` and ``words`` are of a question; ``name`` and ``role``
    of who confirms."""

    at: datetime
    what: ActKind
    step: str = ""
    words: str = ""
    name: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class SharedPart:
    """An answer as it was shared. A reader knows it by its heading."""

    step: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Sharing:
    """A statement that is, or was, shared with one person. ``hash`` is that of the link's token.

    ``cohort`` is the group of which a coordinator reads it, "" for who has the link; ``reader`` the
    conversation of the coordinator who opened it first. ``parts`` are empty once it has ended, and
    where it is only listed. ``version`` tells one text from another.
    """

    hash: str
    conversation: str
    dialogue: str
    attempt: int
    shared_at: datetime
    until: datetime
    title: str
    version: str
    parts: tuple[SharedPart, ...] = ()
    cohort: str = ""
    reader: str = ""
    ended_at: datetime | None = None
    acts: tuple[Act, ...] = ()

    @property
    def key(self) -> str:
        """A short name for it, which a button can carry and which opens nothing."""
        return sha256(f"key {self.hash}".encode()).hexdigest()[:10]

    def is_open(self, now: datetime) -> bool:
        """Whether it can be read: it was not taken back, and its end has not come."""
        return self.ended_at is None and now < self.until

    def did(self, what: ActKind) -> Act | None:
        """Return what the reader did last of a kind, None for nothing."""
        return next((each for each in reversed(self.acts) if each.what == what), None)

    @property
    def is_answered(self) -> bool:
        """Whether the reader has said anything."""
        return any(each.what != "read" for each in self.acts)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody who waits for an answer, and until when one can come."""

    chat_id: str
    until: datetime


def shared_parts(statement: Statement) -> tuple[SharedPart, ...]:
    """Return what of a statement is shared: all that stands in it."""
    return tuple(SharedPart(each.step.id, each.heading, each.text) for each in statement.written)


def version_of(parts: Iterable[SharedPart]) -> str:
    """Return what is another text as soon as the parts are."""
    told = "\0".join(text for each in parts for text in (each.heading, each.text))
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def without_lost(parts: Iterable[SharedPart], lost: LostWords) -> tuple[SharedPart, ...]:
    """Return parts without the words that their learner has deleted since."""
    return tuple(
        replace(
            each,
            text="\n".join(
                GONE if line and lost.holds(line) else line for line in each.text.split("\n")
            ),
        )
        for each in parts
    )


_LINK = re.compile(
    r"://|\bwww\.|\bt\.me\b|[\w-]+@[\w-]+\.|\b[\w-]+\.(?:com|net|org|uk|io|me|co|info|ru|xyz|app|ly)\b",
    re.IGNORECASE,
)


def has_link(text: str) -> bool:
    """Return whether a text has what a phone would turn into a link."""
    return _LINK.search(text) is not None
