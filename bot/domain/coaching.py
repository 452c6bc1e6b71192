"""The kind that a message was taken for, and the coach's answer to it: the public form of one
reply."""

from __future__ import annotations

from dataclasses import dataclass

ASIDE, ASK, SPLIT = "aside", "ask", "split"
"""Where a message can go beside a step: into no answer, to be asked about, to be split."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A clause that was said back, and the id of the practice that was named, "" for none."""

    quote: str
    practice: str = ""


@dataclass(frozen=True, slots=True)
class Coaching:
    """One message: its kind, where it was filed, what was said back, the part that was asked for.

    ``filed`` is a step's id, ``ASIDE``, ``ASK`` or ``SPLIT``. ``""`` and None stand for nothing.
    """

    kind: str = ""
    filed: str = ""
    heard: Heard | None = None
    asked: str = ""
