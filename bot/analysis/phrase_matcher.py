"""Finds phrases with gaps, masks and fillers in a text: an index of atoms, then a walk."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.analysis.tokens import WORD
from bot.analysis.tokens import words as folded_words

NEAR = 10
"""Words on each side of a sign that are looked at for what makes it none."""

MOST_BETWEEN = 4
"""Words that ``...`` may stand for."""

MOST_FILLERS = 2
"""Fillers (“just really”) that may stand between any two words of a phrase."""

FOLD_FROM = 6
"""Letters of a word from which a doubled letter counts as one: “harrassed”, “bulied”."""

_DOUBLED = re.compile(r"(.)\1+")

# Two dots and more are a pause for breath, not an end.
_END = re.compile(r"(?<![.…])[.](?![.…])|[!?;\n\r\u2028\u2029]")

Atoms = frozenset[int]
"""Which of the places of all phrases a word can stand in, by number."""

_NO_ATOMS: Atoms = frozenset()

WORD_SIGN, LINE_START, WALL, JOIN, FILLER, YOUNG, KIN, TEAM = range(8)

Steps = tuple[tuple[int, bool], ...]
"""A phrase after its first word: what must follow, and whether words may stand between."""

Means = tuple[str, int, int]
"""The sort of a phrase; of a faint sign also which one, and which of its phrases. Else 0 and 0."""

Index = Mapping[int, tuple[tuple[Means, Steps], ...]]
"""Phrases by what their first word must be: what each means, and its steps."""

Place = tuple[int, int]
"""The first and the last word of something found."""


@dataclass(frozen=True, slots=True)
class HarmWords:
    """An author's phrases, ready to be looked for. Made by ``as_words``."""

    exact: Mapping[str, Atoms]
    begins: Mapping[str, Atoms]
    lengths: tuple[int, ...]
    idioms: Index
    phrases: Index
    near: Mapping[str, Index]
    wanted: Mapping[tuple[str, int], int]


@dataclass(slots=True)
class Line:
    """A text as words: what each can stand for, where it is, and where its sentence ends.

    Every sentence begins with a word of no width that stands for its beginning.
    """

    atoms: list[Atoms]
    spans: list[tuple[int, int]]
    ends: list[int]
    clause_ends: list[int]

    @classmethod
    def of(cls, text: str, words: HarmWords) -> Line:
        """Return a text as atoms, with the spans of its words and the places of its commas."""
        atoms, spans = list[Atoms](), list[tuple[int, int]]()
        breaks, commas, known, last = set[int](), set[int](), dict[str, Atoms](), 0
        for match, word in zip(WORD.finditer(text), folded_words(text), strict=True):
            between = text[last : match.start()]
            if not last or _END.search(between):
                breaks.add(len(atoms))
                atoms.append(frozenset({LINE_START}))
                spans.append((match.start(), match.start()))
            elif "," in between:
                commas.add(len(atoms))
            if word not in known:
                known[word] = _atoms(word, words)
            atoms.append(known[word])
            spans.append(match.span())
            last = match.end()
        size = len(atoms)
        return cls(atoms, spans, _next(breaks, size), _next(breaks | commas, size))


def _next(breaks: set[int], size: int) -> list[int]:
    """For each word the index of the next break after it, or the size."""
    found, nearest = [size] * size, size
    for i in range(size - 1, -1, -1):
        found[i] = nearest
        if i in breaks:
            nearest = i
    return found


def _atoms(word: str, words: HarmWords) -> Atoms:
    found = _NO_ATOMS
    for form in forms(word):
        found |= words.exact.get(form, _NO_ATOMS)
        for length in words.lengths:
            if length > len(form):
                break
            found |= words.begins.get(form[:length], _NO_ATOMS)
    return found


def forms(word: str) -> set[str]:
    """Return a folded word as it is compared: without apostrophes, “hittin” as “hitting” too."""
    plain = word.replace("'", "")
    forms = {plain}
    if plain.endswith("in") and len(plain) > 4:
        forms.add(f"{plain}g")
    return forms | {_DOUBLED.sub(r"\1", form) for form in forms if len(form) >= FOLD_FROM}


def mask(line: Line, idioms: Index) -> None:
    """Let the words of an idiom stand for nothing else: nobody hits in “hit the target”."""
    for _, (start, end) in list(matches(line, idioms)):
        for i in range(start, end + 1):
            line.atoms[i] = line.atoms[i] & {LINE_START}


def matches(line: Line, index: Index) -> Iterator[tuple[Means, Place]]:
    """Yield every phrase that stands in a line, as the text goes: its meaning and its place."""
    for start, atoms in enumerate(line.atoms):
        for atom in atoms:
            for means, steps in index.get(atom, ()):
                end = _end_of(steps, line.atoms, start, line.ends[start], WALL)
                if end >= 0:
                    yield means, (start + (atom == LINE_START and end > start), end)


def has_near(line: Line, at: Place, index: Index) -> bool:
    """Return whether a phrase around a sign makes it none. The sign is one word here."""
    start, end = at
    left = max(start - NEAR, 0)
    stop = min(line.clause_ends[end], end + 1 + NEAR)
    atoms = [*line.atoms[left:start], frozenset({WORD_SIGN}), *line.atoms[end + 1 : stop]]
    for i in range(start - left + 1):
        if i < start - left and line.clause_ends[left + i] <= start:
            continue  # a comma or the end of a sentence stands between
        for atom in atoms[i]:
            for _, steps in index.get(atom, ()):
                if _end_of(steps, atoms, i, len(atoms), JOIN) >= start - left:
                    return True
    return False


def _end_of(steps: Steps, atoms: Sequence[Atoms], start: int, stop: int, wall: int) -> int:
    """Return the last word of a phrase whose first stands at ``start``, or -1 where it is another.

    All ways are followed side by side, so the work is bounded by the steps and what may be between.
    """
    places = {start}
    for atom, gap in steps:
        following = set[int]()
        for place in places:
            last = min(place + 1 + (MOST_BETWEEN if gap else MOST_FILLERS), stop - 1)
            for i in range(place + 1, last + 1):
                here = atoms[i]
                if atom in here:
                    following.add(i)
                if (WALL in here or wall in here) if gap else FILLER not in here:
                    break
        if not following:
            return -1
        places = following
    return min(places)
