"""How rich an answer is as evidence: what it tells, and what is missing.

A reader of evidence asks who was there, what was done, what changed, how anybody could tell, and
what it says about the writer's role. The signs are words that an author can read and add to
(``dialogues/coaching.yaml``). Nothing is scored: a missing part chooses a question, no more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

from bot.domain.word_count import count_words

Part = Literal["act", "who", "change", "tell", "role"]

PARTS: tuple[Part, ...] = get_args(Part)
"""In the order in which they are asked for."""

ENOUGH = 60
"""Words from which on an answer that tells three parts is rich."""

FULL = 90
"""Words from which on an answer is let through whatever it tells."""

TOLD = 3


@dataclass(frozen=True, slots=True)
class Signs:
    """For each part, the patterns of the words that tell it."""

    patterns: Mapping[Part, re.Pattern[str]]

    @classmethod
    def of(cls, phrases: Mapping[str, Sequence[str]]) -> Signs:
        """Return signs of phrases as people write them, each of whole words."""
        return cls({part: either(tuple(phrases[part])) for part in PARTS})


@lru_cache(maxsize=64)
def either(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern that finds any of these phrases, as whole words."""
    longest = sorted(phrases, key=len, reverse=True)
    inner = "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in longest)
    return re.compile(rf"(?<!\w)(?:{inner})(?!\w)", re.IGNORECASE)


def told(text: str, signs: Signs) -> frozenset[Part]:
    """Return the parts that a text tells."""
    return frozenset(part for part, pattern in signs.patterns.items() if pattern.search(text))


def missing(text: str, signs: Signs) -> tuple[Part, ...]:
    """Return the missing parts in the order in which to ask; none when the answer is rich."""
    if is_rich(text, signs):
        return ()
    there = told(text, signs)
    return tuple(part for part in PARTS if part not in there)


def is_rich(text: str, signs: Signs) -> bool:
    """Return whether an answer needs no further question."""
    words = count_words(text)
    return words >= FULL or (words >= ENOUGH and len(told(text, signs)) >= TOLD)
