"""A word alone, such as “training”: a reader must see it happen, so that word is asked about."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.content.models.listening_lines import ForWords
from bot.domain.word_count import count_words
from bot.engine.author_words import first_for

WORD = 2
"""Words up to which a message is asked about as one word."""

_FILLERS = frozenset(
    ("the", "my", "our", "a", "and", "good", "of", "some", "n", "an", "just", "lots")
)
"""Words that say nothing beside a word alone."""

_ABOUT = re.compile(
    r"\b(?:he|she|they|him|her|his|my|ma|the|a|an|last|next|this|that|yesterday|today|tonight|her|"
    r"we|i|ah|on|at|in|by|with)\b|^\w{3,}ed \w"
)
"""One of these is in what is about somebody, or tells when or what was done: that is no word alone.
"""


def word_alone(words: Iterable[ForWords], text: str) -> tuple[ForWords, str] | None:
    """Return the line for a word that nothing else stands beside: “care home” is not about care."""
    known = tuple(words)
    found = first_for(known, text)
    if found is None:
        return None
    rest = text.casefold().replace(found[1].casefold(), " ", 1)
    others = [each for each in re.findall(r"[^\W_]+", rest) if each not in _FILLERS]
    return found if all(first_for(known, each) for each in others) else None


def is_alone(text: str) -> bool:
    """Return whether a text of a word or two is about nobody in particular, and tells no time."""
    return count_words(text) <= WORD and not _ABOUT.search(text.casefold())
