"""The Flesch-Kincaid grade of a text."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

_VOWELS = re.compile(r"[aeiouy]+")

_SILENT = re.compile(r"(?<=[a-z]{2})e(?=$|ments?$|ly$|ful$|less$|ness$)")

_SENTENCE = re.compile(r"[.!?:]+(?=\s|$|[”\"])|\n+")


def sentences(text: str) -> list[list[str]]:
    """Return the words of each sentence. A new line ends a sentence, as a list item does."""
    found = (_WORD.findall(part) for part in _SENTENCE.split(text))
    return [words for words in found if words]


@lru_cache(maxsize=8192)  # the same few thousand words, again and again
def syllables(word: str) -> int:
    """Return about how many syllables an English word has: vowel groups, less a silent e."""
    word = word.lower()
    if len(word) > 3 and not word.endswith(("le", "ee", "oe", "ye")):
        word = _SILENT.sub("", word)
    if len(word) > 3 and word.endswith("ed") and word[-3] not in "td":
        word = word[:-2]
    return max(1, len(_VOWELS.findall(word)))


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade. A text without words has grade 0."""
    parts = sentences(text)
    words = [word for part in parts for word in part]
    if not words:
        return 0.0
    per_word = sum(map(syllables, words)) / len(words)
    return 0.39 * len(words) / len(parts) + 11.8 * per_word - 15.59
