"""Text as features that a linear table can weigh: words, neighbours, and pieces of words.

The same function runs on the author's machine, where the weights are learned, and in a turn, so
the two can never differ. Pieces of four letters carry what misspelling, Scots and a second
language do to a word: ``hoover``, ``hooverd`` and ``hoovrin`` share most of theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.analysis.patterns import lazy
from bot.analysis.reading.cues import cues_of
from bot.analysis.reading.word_classes import CLASSES, WORK

PIECE = 4
"""Letters of a piece. 4 alone was as good as 3, 4 and 5 together, and a third of the work."""

_ENDS = frozenset("^$")

_EMOJI = lazy("[\u2600-\u27bf\u2b50\u2b55\U0001f000-\U0001faff]")
_STOPS = lazy(r"[.!](?=\s|$)|\n")
FRAGMENTS, FRAGMENT = 3, 5
"""From how many fragments on, and of how many words each, a message is told in fragments: “Lift
out. Two of us. Trays up.”"""
_LENGTHS = ((1, "1"), (2, "2"), (4, "3-4"), (8, "5-8"), (15, "9-15"), (30, "16-30"), (80, "31-80"))


def of_word(word: str) -> list[str]:
    """Return the features of one word: the word itself, and its pieces with ends marked."""
    marked = f"<{word}>"
    pieces = [marked[place : place + PIECE] for place in range(len(marked) - PIECE + 1)]
    names = CLASSES.names_of(word) + WORK.names_of(word)
    return [f"={word}", *pieces, *map("~{}".format, names)]


def of_pairs(words: Sequence[str]) -> list[str]:
    """Return the features of each pair of neighbours, the beginning and the end among them."""
    return [each for pair in pairwise(("^", *words, "$")) for each in of_pair(*pair)]


def of_pair(one: str, other: str) -> list[str]:
    """Return the features of two neighbours; ^ stands before the first word, $ after the last."""
    return [f"{one} {other}", *of_pair_of_classes(classes_of(one), classes_of(other))]


def of_pair_of_classes(of_one: Sequence[str], of_other: Sequence[str]) -> list[str]:
    """Return the features that two neighbours have by their classes alone."""
    return [f"~{a} ~{b}" for a in of_one for b in of_other]


def classes_of(word: str) -> Sequence[str]:
    """Return the classes of a word, ^ and $ as their own; “*” for a word of none."""
    return word if word in _ENDS else CLASSES.names_of(word) or "*"


def of_shape(text: str, words: Sequence[str], step: str) -> list[str]:
    """Return what is seen of a message before it is read: length, marks, and the open step."""
    stripped = text.strip()
    shape = ["#" + next((name for most, name in _LENGTHS if len(words) <= most), "81")]
    shape += [f"#{sign}" for sign in "?!:*[" if sign in stripped]
    if stripped.endswith("?"):
        shape.append("#ends ?")
    if stripped.endswith(":"):
        shape.append("#ends :")
    if lines := stripped.count("\n"):
        shape.append("#lines" if lines > 2 else "#line")
    if not stripped.isascii() and _EMOJI.search(stripped):
        shape.append("#emoji")
    if (stops := len(_STOPS.findall(stripped))) >= FRAGMENTS and len(words) <= FRAGMENT * stops:
        shape.append("#fragments")
    if step:
        shape.append(f"@{step}")
    return shape + cues_of(text, words)
