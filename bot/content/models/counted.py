"""A text for none, for one and for more, because “1 words” looks like a machine."""

from __future__ import annotations

from bot.content.models.base import Closed
from bot.content.text_kinds import Counting


class Counted(Closed):
    """The three texts. ``$count`` may stand in each."""

    none: Counting
    one: Counting
    other: Counting
