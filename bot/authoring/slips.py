"""A text as tired people type it: no capitals, no stops, slips in some of the longer words."""

from __future__ import annotations

import re
from random import Random

OFTEN = 0.35
"""How many of the longer words are misspelt."""

_SLIPS = (
    *(("ough", "uf"), ("ght", "t"), ("tion", "shun"), ("ck", "k"), ("ph", "f"), ("ll", "l")),
    *(("tt", "t"), ("ss", "s"), ("ee", "ea"), ("ea", "ee"), ("ie", "ei"), ("wh", "w")),
    *(("ing", "in"), ("ed", "d"), ("er", "ur"), ("ou", "u"), ("ai", "a")),
)

_STOPS = re.compile(r"[.,;:!?'’]")


def misspelt(text: str, rng: Random) -> str:
    """Return a text with slips, the same each time for the same ``rng``."""
    words = _STOPS.sub("", text.lower()).split()
    return " ".join(_slip(word, rng) if _has_slip(word, rng) else word for word in words)


def _has_slip(word: str, rng: Random) -> bool:
    return len(word) > 3 and rng.random() < OFTEN


def _slip(word: str, rng: Random) -> str:
    for right, wrong in rng.sample(_SLIPS, len(_SLIPS)):
        if right in word[1:]:
            return word[0] + word[1:].replace(right, wrong, 1)
    at = rng.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1 :]
