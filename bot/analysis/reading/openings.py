"""Words to the coach at the beginning of an answer: “Ok here goes, I am a carer …”.

An author lists how answers are begun. What is listed is an opening only where a sign ends it: in
“fine weather that day” and “right hand side” the word belongs to what is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bot.analysis.reading.clauses import Span
from bot.analysis.reading.words import Word, words_of

LEAST = 4
"""Words that must be left to be an answer."""

NAMED = 4
"""Words of what was told already, before “I said that”: “the card, I said that.”"""

_SIGNS = ",.:;!?-–—…\n"

_ENDS = frozenset(("but", "though", "however"))
"""Words that end an opening without a sign: “I wouldn't call it management but I …”."""


@lru_cache(16)  # the lists of one author
def _listed(phrases: tuple[str, ...]) -> tuple[frozenset[tuple[str, ...]], int]:
    found = frozenset(tuple(each.replace("'", "").split()) for each in phrases)
    return found, max(map(len, found), default=0)


def opening_of(text: str, openings: Sequence[str], told_so: Sequence[str] = ()) -> Span | None:
    """Return where the opening of an answer stands, with the sign that ends it; None for none.

    ``openings`` may follow each other. ``told_so`` are such as “I said that”: they may stand behind
    a few words that name what was told.
    """
    words = words_of(text)
    place = _run(text, words, openings)
    place = _told_so(text, words, place, told_so)
    if not place or len(words) - place < LEAST:
        return None
    return Span(words[0].start, words[place].start)


def _run(text: str, words: Sequence[Word], openings: Sequence[str]) -> int:
    """Return how many words the openings in a row have, up to the last sign."""
    listed, longest = _listed(tuple(openings))
    place, sure = 0, 0
    while place < len(words):
        said = tuple([word.plain.replace("'", "") for word in words[place : place + longest]])
        size = len(said)
        while size and said[:size] not in listed:
            size -= 1
        if not size:
            break
        place += size
        if _is_ended(text, words, place):
            sure = place
    return sure


def _told_so(text: str, words: Sequence[Word], place: int, told_so: Sequence[str]) -> int:
    listed, longest = _listed(tuple(told_so))
    for begin in range(place, min(place + NAMED, len(words)) + 1):
        if begin > place and not _is_ended(text, words, begin):
            continue
        said = tuple([word.plain.replace("'", "") for word in words[begin : begin + longest]])
        for size in range(len(said), 0, -1):
            if said[:size] in listed and _is_ended(text, words, begin + size):
                return begin + size
    return place


def _is_ended(text: str, words: Sequence[Word], place: int) -> bool:
    """Whether a sign stands before the word at a place, or a word that ends what was said."""
    if not 0 < place < len(words):
        return False
    if words[place - 1].plain in _ENDS:
        return True
    gap = text[words[place - 1].end : words[place].start]
    return gap != " " and any(sign in gap for sign in _SIGNS)
