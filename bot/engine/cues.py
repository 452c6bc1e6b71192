"""Which of the things of one kind a message is, by an author's words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.analysis.patterns import lazy


@lru_cache(maxsize=256)  # the lists of one author, the same for all learners
def _either(words: tuple[str, ...]) -> re.Pattern[str]:
    parts = (re.escape(w.removesuffix("*")) + ("" if w.endswith("*") else r"(?!\w)") for w in words)
    return lazy(rf"(?<!\w)(?:{'|'.join(parts)})")


def says(text: str, words: Sequence[str]) -> bool:
    """Return whether one of the words stands in a text; ``hand*`` is each that begins so."""
    return bool(_either(tuple(words)).search(text.casefold().replace("’", "'")))
