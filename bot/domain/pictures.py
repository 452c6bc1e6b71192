"""The contents of pictures, as data. ``bot/pictures`` draws it; the outbox keeps it until then.

``kind`` tells one from another in JSON.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class FrameworkPicture:
    """A framework, by its id."""

    id: str
    kind: Literal["framework"] = "framework"


@dataclass(frozen=True, slots=True)
class InvitationCard:
    """The contents of a card: a link as a QR code, a typed code (may be ""), and the sentences.

    ``how`` says what to do with the QR code, ``code_line`` with the typed one, ``what`` what it
    leads to and ``until`` how long it can be used.
    """

    link: str
    cohort: str
    code: str
    title: str
    how: str
    code_line: str
    what: str = ""
    until: str = ""
    kind: Literal["card"] = "card"


@dataclass(frozen=True, slots=True)
class Bar:
    """How many people are at one place, or have finished by one week."""

    label: str
    count: int


@dataclass(frozen=True, slots=True)
class ProgressChart:
    """Counts of people. A section without bars is left out, with its title.

    ``steps`` in their order; ``finished`` in all by the end of each week, the oldest first;
    ``stuck`` where people have not moved for a while; ``note`` a small line at the foot.
    ``joined`` and ``sent`` are what happened in each single week: both have the same weeks.
    """

    title: str
    subtitle: str
    steps_title: str
    steps: tuple[Bar, ...]
    finished_title: str
    finished: tuple[Bar, ...]
    stuck_title: str
    stuck: tuple[Bar, ...]
    note: str = ""
    joined_title: str = ""
    joined: tuple[Bar, ...] = ()
    sent_title: str = ""
    sent: tuple[Bar, ...] = ()
    kind: Literal["progress"] = "progress"


@dataclass(frozen=True, slots=True)
class OverlapItem:
    """A practice, and the words that showed it, "" for none."""

    name: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Overlap:
    """The contents of two circles that overlap: only in the first, in both, only in the second.

    ``sides`` are the names of the three. ``alt`` says all of it in words.
    """

    title: str
    sides: tuple[str, str, str]
    first: tuple[OverlapItem, ...]
    both: tuple[OverlapItem, ...]
    second: tuple[OverlapItem, ...]
    alt: str
    note: str = ""
    form: Literal["png", "svg"] = "png"
    kind: Literal["overlap"] = "overlap"


Picture = FrameworkPicture | InvitationCard | ProgressChart | Overlap
