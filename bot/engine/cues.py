"""Which of the things of one kind a text is, by an author's words.

What the message of a turn says of the lists of cues is known once: ``TurnContext.says``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.analysis.cue_lists import CueLists, plain_letters
from bot.analysis.patterns import lazy

NEAR = 5
"""Words after the first among which the other one stands."""


@lru_cache(maxsize=256)  # the lists of one author, the same for all learners
def _list_of(words: tuple[str, ...]) -> CueLists:
    return CueLists([words])


@lru_cache(maxsize=256)  # the same lists
def _either(words: tuple[str, ...]) -> re.Pattern[str]:
    parts = (re.escape(w.removesuffix("*")) + ("" if w.endswith("*") else r"(?!\w)") for w in words)
    return lazy(rf"(?<!\w)(?:{'|'.join(parts)})")


def says(text: str, words: Sequence[str]) -> bool:
    """Return whether one of the words stands in a text, as it is or plainly spelt; ``hand*`` is
    each that begins so."""
    return bool(_list_of(tuple(words)).said_in(text))


def says_near(text: str, first: Sequence[str], then: Sequence[str]) -> bool:
    """Return whether one of some words stands shortly before one of others: “told” … “manager”."""
    one, other = _either(tuple(first)), _either(tuple(then))
    plain = plain_letters(text)
    return any(
        other.search(" ".join(plain[found.end() :].split()[:NEAR])) for found in one.finditer(plain)
    )


def without(text: str, words: Sequence[str]) -> str:
    """Return a text in small letters without the words that ``says`` finds in it."""
    return _either(tuple(words)).sub(" ", plain_letters(text))
