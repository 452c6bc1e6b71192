"""Whether a learner's words speak of harm: somebody at risk, abuse, wrongdoing, despair, danger.

It only ever decides whether a fixed text with numbers to ring is shown; it scores nothing and tells
nobody. The phrases are an author's (``dialogues/support.yaml``): nothing here knows what they say.

Two mistakes are possible. A missed sign leaves somebody without a number; a false one interrupts
ordinary care talk, which is full of grim words: falls, deaths, people who hit out and were calmed.
So a sign counts only where nothing near it makes it none (“nobody was”, “training about”), and
where the message does not tell that it was reported or settled. About the learner's own life little
quietens, and doubt is a crisis. ``analysis/data/harm.csv`` holds it to both.

A phrase is matched word by word and looks no further than a few words, so the time grows with the
length of the text alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.analysis.phrase_matcher import (
    FILLER,
    JOIN,
    KIN,
    LINE_START,
    TEAM,
    WALL,
    WORD_SIGN,
    YOUNG,
    HarmWords,
    Index,
    Line,
    Means,
    Place,
    Steps,
    forms,
    has_near,
    mask,
    matches,
)
from bot.analysis.tokens import fold
from bot.content.models.harm_phrases import BOTH, SIGN, START, Near, Signs, readings

Level = Literal["none", "concern", "crisis"]

HarmKind = Literal["child", "adult", "abuse", "wrongdoing", "distress", "danger", ""]
"""A child or an adult at risk, abuse by staff, wrongdoing at work, own distress, danger now."""

TOGETHER = 12
"""Words within which the phrases of a faint sign stand."""

BEFORE, AFTER = 25, 50
"""Words before and after a sign in which it may be told that it was reported or settled."""


@dataclass(frozen=True, slots=True)
class Harm:
    """A sign of harm, and the words it rests on: characters ``start`` to ``end`` of the text."""

    level: Level
    kind: HarmKind
    start: int
    end: int


NO_HARM = Harm("none", "", 0, 0)


@dataclass(frozen=True, slots=True)
class _Sort:
    """How a sign of one sort is taken, which phrases near it make it none, and which settle it."""

    level: Level
    kind: HarmKind
    near: str
    settled: tuple[str, ...]


_SORTS: Mapping[str, _Sort] = {  # the worst come first
    "own_life": _Sort("crisis", "distress", "own_life", ()),
    "danger": _Sort("crisis", "danger", "danger", ("over",)),
    "abuse": _Sort("concern", "abuse", "others", ("handled",)),
    "act": _Sort("concern", "abuse", "others", ("handled",)),
    "child": _Sort("concern", "child", "others", ("handled",)),
    "adult": _Sort("concern", "adult", "others", ("handled",)),
    "someone": _Sort("concern", "adult", "others", ("handled",)),
    "wrongdoing": _Sort("concern", "wrongdoing", "others", ("handled",)),
    "distress": _Sort("concern", "distress", "own", ("recovered",)),
    "harm": _Sort("concern", "abuse", "others", ("handled", "cared")),
    "work": _Sort("concern", "wrongdoing", "others", ("handled", "cared")),
    "own": _Sort("concern", "distress", "own", ("recovered", "cared")),
}

_FAINT = ("harm", "work", "own")

_SETTLING = ("handled", "recovered", "over", "still", "cared")


def as_words(signs: Signs) -> HarmWords:
    """Return the phrases of ``support.yaml`` compiled, which takes about 20 ms."""
    return _Compiler(signs).words()


def find_harm(text: str, words: HarmWords) -> Harm:
    """Return the worst sign of harm that nothing in the text makes none; the first of its sort."""
    line = Line.of(text, words)
    mask(line, words.idioms)
    found, parts = dict[str, list[Place]](), dict[tuple[str, int], list[tuple[Place, int]]]()
    for (sort, rule, part), place in matches(line, words.phrases):
        if sort not in _FAINT:
            found.setdefault(sort, []).append(place)
        elif not has_near(line, place, words.near["part"]):
            parts.setdefault((sort, rule), []).append((place, part))
    for (sort, rule), each in parts.items():
        found.setdefault(sort, []).extend(_together(each, words.wanted[sort, rule], line))
    for sort in _SORTS:
        for start, end in found.get(sort, ()):
            if not _is_none(line, sort, (start, end), found, words):
                first, last = line.spans[start][0], line.spans[end][1]
                return Harm(_SORTS[sort].level, _kind(line, sort), first, last)
    return NO_HARM


def _kind(line: Line, sort: str) -> HarmKind:
    """The kind of a sign, by who is spoken of in the rest of the message."""
    kind = _SORTS[sort].kind
    kin = any(KIN in atoms for atoms in line.atoms)
    if (sort == "act" and kin) or (
        sort == "harm" and (kin or not any(TEAM in atoms for atoms in line.atoms))
    ):
        kind = "adult"
    if kind == "adult" and any(YOUNG in atoms for atoms in line.atoms):
        kind = "child"
    return kind


def _together(parts: Sequence[tuple[Place, int]], wanted: int, line: Line) -> Iterator[Place]:
    """Where all phrases of a faint sign stand near each other in one sentence, on words of their
    own. ``parts`` are in the order of the text."""
    latest = dict[int, Place]()
    for place, part in parts:
        latest[part] = place
        near = [
            each
            for each in latest.values()
            if place[0] - each[0] <= TOGETHER and line.ends[each[0]] == line.ends[place[0]]
        ]
        if len(near) == wanted and len({each[0] for each in near}) == wanted:
            yield min(near)[0], max(end for _, end in near)


def _is_none(
    line: Line, sort: str, at: Place, found: Mapping[str, list[Place]], words: HarmWords
) -> bool:
    """Whether something near a sign, or told in the message, makes it none."""
    if has_near(line, at, words.near[_SORTS[sort].near]):
        return True
    settled = any(_told(found.get(each, ()), at) for each in _SORTS[sort].settled)
    return settled and not _told(found.get("still", ()), at)


def _told(places: Sequence[Place], at: Place) -> bool:
    """Whether any of the places, in their order, is near enough to a sign."""
    start, end = at
    i = bisect_left(places, (start - BEFORE, 0))
    return i < len(places) and places[i][0] <= end + AFTER


class _Compiler:
    """Numbers every different set of words that a phrase asks for, and notes who is in it."""

    def __init__(self, signs: Signs) -> None:
        self.signs = signs
        self.numbers = dict[frozenset[str], int]()
        self.exact = dict[str, set[int]]()
        self.begins = dict[str, set[int]]()
        self._audit(signs.walls, WALL)
        self._audit(signs.joins, JOIN)
        self._audit(signs.young, YOUNG)
        self._audit(signs.kin, KIN)
        self._audit(signs.team, TEAM)
        self._audit(signs.fillers, FILLER)

    def words(self) -> HarmWords:
        quiet, faint = self.signs.quiet, self.signs.faint
        phrases = dict[Means, Iterable[str]]()
        wanted = dict[tuple[str, int], int]()
        for sort in _SORTS:
            if sort not in _FAINT:
                phrases[sort, 0, 0] = getattr(self.signs, sort)
                continue
            for rule, phrase in enumerate(getattr(faint, sort)):
                parts = phrase.split(BOTH)
                wanted[sort, rule] = len(parts)
                phrases |= {(sort, rule, i): (part,) for i, part in enumerate(parts)}
        phrases |= {(name, 0, 0): getattr(quiet, name) for name in _SETTLING}
        near = {
            name: self._index({("", 0, 0): getattr(quiet.near, name)}) for name in Near.model_fields
        }
        idioms, index = self._index({("", 0, 0): quiet.idioms}), self._index(phrases)
        exact = {word: frozenset(atoms) for word, atoms in self.exact.items()}
        begins = {word: frozenset(atoms) for word, atoms in self.begins.items()}
        lengths = tuple(sorted({len(word) for word in begins}))
        return HarmWords(exact, begins, lengths, idioms, index, near, wanted)

    def _index(self, meanings: Mapping[Means, Iterable[str]]) -> Index:
        index = dict[int, list[tuple[Means, Steps]]]()
        for means, phrases in meanings.items():
            for parts in (each for phrase in phrases for each in readings(phrase)):
                steps = tuple((self._number(part.words), part.gap) for part in parts[1:])
                for first in self._firsts(parts[0].words):
                    index.setdefault(first, []).append((means, steps))
        return {first: tuple(found) for first, found in index.items()}

    def _firsts(self, words: tuple[str, ...]) -> Iterator[int]:
        """START and SIGN are no words: a phrase that may begin with one is noted under it too."""
        yield from (
            number for name, number in ((START, LINE_START), (SIGN, WORD_SIGN)) if name in words
        )
        if rest := tuple(word for word in words if word not in (START, SIGN)):
            yield self._number(rest)

    def _number(self, words: tuple[str, ...]) -> int:
        if SIGN in words:
            return WORD_SIGN
        members = frozenset(self._members(words))
        if members not in self.numbers:
            self.numbers[members] = len(self.numbers) + TEAM + 1
            self._audit(members, self.numbers[members])
        return self.numbers[members]

    def _members(self, words: Iterable[str]) -> Iterator[str]:
        for word in words:
            if word.startswith("<"):
                yield from self.signs.lists[word[1:-1]]
            elif word != START:
                yield word

    def _audit(self, members: Iterable[str], number: int) -> None:
        for word in self._members(members):
            known = self.begins if word.endswith("*") else self.exact
            for form in forms(fold(word.removesuffix("*"))):
                known.setdefault(form, set()).add(number)
