"""A text for none, for one and for more, because “1 words” looks like a machine."""

from __future__ import annotations

from bot.content.kinds import Counting
from bot.content.schema import Closed


class Counted(Closed):
    """The three texts. ``$count`` may stand in each."""

    none: Counting
    one: Counting
    other: Counting
