"""Whether a learner's words speak of harm: somebody at risk, abuse, wrongdoing, despair, danger.

It only ever decides whether a fixed text with numbers to ring is shown; it scores nothing and tells
nobody. The phrases are an author's (``dialogues/support.yaml``): nothing here knows what they say.

Two mistakes are possible. A missed sign leaves somebody without a number; a false one interrupts
ordinary care talk, which is full of grim words: falls, deaths, people who hit out and were calmed.
So a sign counts only where nothing near it makes it none (“nobody was”, “training about”), and
where the message does not tell that it was reported or settled. About the learner's own life little
quietens, and doubt is a crisis. ``tests/data/harm.csv`` holds it to both.

A phrase is matched word by word and looks no further than a few words, so the time grows with the
length of the text alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.content.support import BOTH, SIGN, START, Near, Signs, readings

Level = Literal["none", "concern", "crisis"]
HarmKind = Literal["child", "adult", "abuse", "wrongdoing", "distress", "danger", ""]
"""A child or an adult at risk, abuse by staff, wrongdoing at work, own distress, danger now."""

MOST_BETWEEN = 4
"""Words that ``...`` may stand for."""

MOST_FILLERS = 2
"""Fillers (“just really”) that may stand between any two words of a phrase."""

NEAR = 10
"""Words on each side of a sign that are looked at for what makes it none."""

TOGETHER = 12
"""Words within which the phrases of a faint sign stand."""

BEFORE, AFTER = 25, 50
"""Words before and after a sign in which it may be told that it was reported or settled."""

FOLD_FROM = 6
"""Letters of a word from which a doubled letter counts as one: “harrassed”, “bulied”."""

_WORD = re.compile(r"[^\W_]+(?:['’ʼ´`‘][^\W_]+)*")
_APOSTROPHES = re.compile(r"['’ʼ´`‘]")
_DOUBLED = re.compile(r"(.)\1+")
# Two dots and more are a pause for breath, not an end.
_END = re.compile(r"(?<![.…])[.](?![.…])|[!?;\n\r\u2028\u2029]")

Atoms = frozenset[int]
"""Which of the places of all phrases a word can stand in, by number."""

_NO_ATOMS: Atoms = frozenset()
_SIGN, _START, _WALL, _JOIN, _FILLER, _YOUNG, _KIN, _TEAM = range(8)

_Steps = tuple[tuple[int, bool], ...]
"""A phrase after its first word: what must follow, and whether words may stand between."""

_Means = tuple[str, int, int]
"""What a phrase is for; of a faint sign also which one, and which of its phrases. Else 0 and 0."""

_Index = Mapping[int, tuple[tuple[_Means, _Steps], ...]]
"""Phrases by what their first word must be: what each means, and its steps."""

_Place = tuple[int, int]
"""The first and the last word of something found."""


@dataclass(frozen=True, slots=True)
class Harm:
    """What was found, and the words it rests on: characters ``start`` to ``end`` of the text."""

    level: Level
    kind: HarmKind
    start: int
    end: int


NO_HARM = Harm("none", "", 0, 0)


@dataclass(frozen=True, slots=True)
class _Sort:
    """What a sign of one sort is taken for, what near it makes it none, and what settles it."""

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


@dataclass(frozen=True, slots=True)
class HarmWords:
    """An author's phrases, ready to be looked for. Made by ``as_words``."""

    exact: Mapping[str, Atoms]
    begins: Mapping[str, Atoms]
    lengths: tuple[int, ...]
    idioms: _Index
    phrases: _Index
    near: Mapping[str, _Index]
    wanted: Mapping[tuple[str, int], int]


def as_words(signs: Signs) -> HarmWords:
    """The phrases of ``support.yaml``, compiled once: about 20 ms."""
    return _Compiler(signs).words()


def find_harm(text: str, words: HarmWords) -> Harm:
    """The worst sign of harm in a text that nothing in it makes none; the first of its sort."""
    line = _Line.of(text, words)
    _mask(line, words.idioms)
    found, parts = dict[str, list[_Place]](), dict[tuple[str, int], list[tuple[_Place, int]]]()
    for (sort, rule, part), place in _matches(line, words.phrases):
        if sort not in _FAINT:
            found.setdefault(sort, []).append(place)
        elif not _has_near(line, place, words.near["part"]):
            parts.setdefault((sort, rule), []).append((place, part))
    for (sort, rule), each in parts.items():
        found.setdefault(sort, []).extend(_together(each, words.wanted[sort, rule], line))
    for sort in _SORTS:
        for start, end in found.get(sort, ()):
            if not _is_none(line, sort, (start, end), found, words):
                first, last = line.spans[start][0], line.spans[end][1]
                return Harm(_SORTS[sort].level, _kind(line, sort), first, last)
    return NO_HARM


def _kind(line: _Line, sort: str) -> HarmKind:
    """The kind of a sign, by who is spoken of in the rest of the message."""
    kind = _SORTS[sort].kind
    kin = any(_KIN in atoms for atoms in line.atoms)
    if (sort == "act" and kin) or (
        sort == "harm" and (kin or not any(_TEAM in atoms for atoms in line.atoms))
    ):
        kind = "adult"
    if kind == "adult" and any(_YOUNG in atoms for atoms in line.atoms):
        kind = "child"
    return kind


def _together(parts: Sequence[tuple[_Place, int]], wanted: int, line: _Line) -> Iterator[_Place]:
    """Where all phrases of a faint sign stand near each other in one sentence, on words of their
    own. ``parts`` are in the order of the text."""
    latest = dict[int, _Place]()
    for place, part in parts:
        latest[part] = place
        near = [
            each
            for each in latest.values()
            if place[0] - each[0] <= TOGETHER and line.ends[each[0]] == line.ends[place[0]]
        ]
        if len(near) == wanted and len({each[0] for each in near}) == wanted:
            yield min(near)[0], max(end for _, end in near)


@dataclass(slots=True)
class _Line:
    """A text as words: what each can stand for, where it is, and where its sentence ends.

    Every sentence begins with a word of no width that stands for its beginning.
    """

    atoms: list[Atoms]
    spans: list[tuple[int, int]]
    ends: list[int]
    clause_ends: list[int]

    @classmethod
    def of(cls, text: str, words: HarmWords) -> _Line:
        atoms, spans = list[Atoms](), list[tuple[int, int]]()
        breaks, commas, known, last = set[int](), set[int](), dict[str, Atoms](), 0
        for match in _WORD.finditer(text):
            between = text[last : match.start()]
            if not last or _END.search(between):
                breaks.add(len(atoms))
                atoms.append(frozenset({_START}))
                spans.append((match.start(), match.start()))
            elif "," in between:
                commas.add(len(atoms))
            word = match.group()
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
    for form in _forms(word):
        found |= words.exact.get(form, _NO_ATOMS)
        for length in words.lengths:
            if length > len(form):
                break
            found |= words.begins.get(form[:length], _NO_ATOMS)
    return found


def _forms(word: str) -> set[str]:
    """A word as it is compared: small, without apostrophes, “hittin” as “hitting” too."""
    plain = _APOSTROPHES.sub("", word.casefold())
    forms = {plain}
    if plain.endswith("in") and len(plain) > 4:
        forms.add(f"{plain}g")
    return forms | {_DOUBLED.sub(r"\1", form) for form in forms if len(form) >= FOLD_FROM}


def _mask(line: _Line, idioms: _Index) -> None:
    """Words of an idiom stand for nothing else: nobody hits in “hit the target”."""
    for _, (start, end) in list(_matches(line, idioms)):
        for i in range(start, end + 1):
            line.atoms[i] = line.atoms[i] & {_START}


def _matches(line: _Line, index: _Index) -> Iterator[tuple[_Means, _Place]]:
    """Every phrase that stands somewhere, as the text goes: what it means, and its place."""
    for start, atoms in enumerate(line.atoms):
        for atom in atoms:
            for means, steps in index.get(atom, ()):
                end = _end_of(steps, line.atoms, start, line.ends[start], _WALL)
                if end >= 0:
                    yield means, (start + (atom == _START and end > start), end)


def _end_of(steps: _Steps, atoms: Sequence[Atoms], start: int, stop: int, wall: int) -> int:
    """The last word of a phrase whose first stands at ``start``, or -1 when it goes on otherwise.

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
                if (_WALL in here or wall in here) if gap else _FILLER not in here:
                    break
        if not following:
            return -1
        places = following
    return min(places)


def _is_none(
    line: _Line, sort: str, at: _Place, found: Mapping[str, list[_Place]], words: HarmWords
) -> bool:
    """Whether something near a sign, or told in the message, makes it none."""
    if _has_near(line, at, words.near[_SORTS[sort].near]):
        return True
    settled = any(_told(found.get(each, ()), at) for each in _SORTS[sort].settled)
    return settled and not _told(found.get("still", ()), at)


def _has_near(line: _Line, at: _Place, index: _Index) -> bool:
    """Whether a phrase around the sign makes it none. The sign is one word here."""
    start, end = at
    left = max(start - NEAR, 0)
    stop = min(line.clause_ends[end], end + 1 + NEAR)
    atoms = [*line.atoms[left:start], frozenset({_SIGN}), *line.atoms[end + 1 : stop]]
    for i in range(start - left + 1):
        if i < start - left and line.clause_ends[left + i] <= start:
            continue  # a comma or the end of a sentence stands between
        for atom in atoms[i]:
            for _, steps in index.get(atom, ()):
                if _end_of(steps, atoms, i, len(atoms), _JOIN) >= start - left:
                    return True
    return False


def _told(places: Sequence[_Place], at: _Place) -> bool:
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
        self._note(signs.walls, _WALL)
        self._note(signs.joins, _JOIN)
        self._note(signs.young, _YOUNG)
        self._note(signs.kin, _KIN)
        self._note(signs.team, _TEAM)
        self._note(signs.fillers, _FILLER)

    def words(self) -> HarmWords:
        quiet, faint = self.signs.quiet, self.signs.faint
        phrases = dict[_Means, Iterable[str]]()
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

    def _index(self, meanings: Mapping[_Means, Iterable[str]]) -> _Index:
        index = dict[int, list[tuple[_Means, _Steps]]]()
        for means, phrases in meanings.items():
            for parts in (each for phrase in phrases for each in readings(phrase)):
                steps = tuple((self._number(part.words), part.gap) for part in parts[1:])
                for first in self._firsts(parts[0].words):
                    index.setdefault(first, []).append((means, steps))
        return {first: tuple(found) for first, found in index.items()}

    def _firsts(self, words: tuple[str, ...]) -> Iterator[int]:
        """START and SIGN are no words: a phrase that may begin with one is noted under it too."""
        yield from (number for name, number in ((START, _START), (SIGN, _SIGN)) if name in words)
        if rest := tuple(word for word in words if word not in (START, SIGN)):
            yield self._number(rest)

    def _number(self, words: tuple[str, ...]) -> int:
        if SIGN in words:
            return _SIGN
        members = frozenset(self._members(words))
        if members not in self.numbers:
            self.numbers[members] = len(self.numbers) + _TEAM + 1
            self._note(members, self.numbers[members])
        return self.numbers[members]

    def _members(self, words: Iterable[str]) -> Iterator[str]:
        for word in words:
            if word.startswith("<"):
                yield from self.signs.lists[word[1:-1]]
            elif word != START:
                yield word

    def _note(self, members: Iterable[str], number: int) -> None:
        for word in self._members(members):
            known = self.begins if word.endswith("*") else self.exact
            for form in _forms(word.removesuffix("*")):
                known.setdefault(form, set()).add(number)
