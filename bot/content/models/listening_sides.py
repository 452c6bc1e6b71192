"""On which side something is that they ask about, and why."""

from __future__ import annotations

from bot.content.models.base import Closed
from bot.content.models.listening_lines import ForWords, Line, Lines


class SideLines(Closed):
    """That something is on one side: where that side is asked for, the other, either, none, both.

    ``reasons`` say why by the words of what was done, ``plainly`` where it is known otherwise.
    """

    yes: Lines
    no: Lines
    which: Lines
    more: Lines
    alone: Lines
    reasons: tuple[ForWords, ...]
    plainly: Line


class Sides(Closed):
    """Which side something is on that they ask about: the verdict, their clause, one reason."""

    management: SideLines
    leadership: SideLines
    quoted: Lines
    unsure: Lines
