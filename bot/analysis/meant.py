"""What is asked of the coach by what it means: somebody × seeing × the words, asked.

An author lists the words of each concept, and which concepts together ask which question. A message
is read piece by piece and in one voice, so that who types “who can c wot i put” asks the same as
who wishes to be told by whom their contributions are viewed.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.analysis.cue_lists import CueList, CueLists, plain_letters
from bot.analysis.patterns import lazy
from bot.analysis.plain_spelling import plainly_spelt
from bot.analysis.reading.kinds import Kind

MOST = 30
"""Words of the longest piece that asks something."""

OBJECTS = "objects"
"""The remark by which somebody says that the coach got something wrong."""

QUESTION: Kind = "question"

LITTLE = 2
"""Blanks between the words of the shortest piece: “who, precisely, has access” is one."""

LONGEST = 1_200
"""Letters of the longest message in which something is looked for."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """Concepts that together mean one thing. ``any_of`` are the ways of meaning it, each the
    concepts that must all be said; none of ``unless`` may be."""

    id: str
    any_of: Sequence[frozenset[str]]
    unless: frozenset[str] = frozenset()
    kind: Kind = QUESTION
    is_asked: bool = False
    """Whether it has to be asked: a doubt or a remark need not be."""
    most: int = MOST
    """Words of the longest piece that means it."""

    def fits_where(self, *, asks: bool) -> bool:
        """Return whether it may be meant where something is asked, or is not: no remark asks."""
        return asks or not self.is_asked if self.kind == QUESTION else not asks


@dataclass(frozen=True, slots=True)
class Meant:
    """What a piece of a text means and is, where it stands, and the concepts that it says."""

    id: str
    kind: Kind
    start: int
    end: int
    says: frozenset[str]


@dataclass(frozen=True, slots=True)
class Asking:
    """How a question is put: it begins with one of ``words`` or of ``verbs``, behind any of
    ``before``; one of ``says`` makes a question of anything."""

    before: Sequence[str]
    words: Sequence[str]
    verbs: Sequence[str]
    says: Sequence[str]


_SENTENCE = lazy(r"[^.!?\n]+[.!?\n]*")


class Meanings:
    """All concepts and meanings of one content."""

    def __init__(
        self, concepts: Mapping[str, CueList], asking: Asking, meanings: Iterable[Meaning]
    ) -> None:
        self._names = {words: name for name, words in concepts.items()}
        self._concepts = CueLists(concepts.values())
        self._by_concept = _by_concept(meanings)
        leads = rf"(?:{_either(asking.before)}\W+)*"
        begins, verbs = _either((*asking.words, *asking.verbs)), _either(asking.verbs)
        self._leads = lazy(rf"\W*{leads}")
        self._leads = lazy(rf"\W*{leads}")
        self._begins = lazy(rf"\W*{leads}{begins}")
        self._says = lazy(rf"(?<![\w']){_either(asking.says)}")
        joins = r"(?:and|n|an|but|so|also|plus|or)\s+"
        self._tag = lazy(rf"\s*{verbs}(?:\s+[\w']+)?\s*\?\s*")
        self._joint = lazy(
            rf"(?:[,;:]|\s[-–—])\s+(?={leads}{begins}[^.!\n]*\?|{leads}{verbs})"
            rf"|\s+(?={joins}(?:{leads}{begins}[^.!\n]*\?|{leads}{verbs}))"
        )
        self.meant_in = lru_cache(maxsize=16)(self._meant_in)  # a turn asks several times

    def _meant_in(self, text: str) -> tuple[Meant, ...]:
        return tuple(filter(None, (self._meant(text, *each) for each in self.pieces(text))))

    def pieces(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the spans of sentences, and of the questions that a comma or an “and” joins."""
        if len(text) > LONGEST:
            return
        small = text.casefold()
        small = small if len(small) == len(text) else text
        for begin, end in self._sentences(small):
            start = begin
            for joint in self._joint.finditer(small, begin, end):
                before, after = small[start : joint.end()], small[joint.end() : end]
                least = min(before.strip().count(" "), after.strip().count(" "))
                if least >= LITTLE and not self._leads.fullmatch(before):
                    yield start, joint.end()
                    start = joint.end()
            yield start, end

    def _sentences(self, small: str) -> Iterator[tuple[int, int]]:
        """Yield the spans of sentences, each with the tag that makes a question of it: “I do not
        want the boss to see this. Can he?”"""
        spans = [found.span() for found in _SENTENCE.finditer(small)]
        for place, (start, end) in enumerate(spans):
            if place and self._tag.fullmatch(small, start, end):
                continue
            following = spans[place + 1] if place + 1 < len(spans) else (end, end)
            has_tag = self._tag.fullmatch(small, *following) is not None
            yield start, following[1] if has_tag else end

    def _meant(self, text: str, start: int, end: int) -> Meant | None:
        piece = text[start:end]
        if not piece.strip() or piece.count(" ") > MOST:
            return None
        says = self.concepts_in(piece)
        words = len(piece.split())
        fits = [
            (len(way), -place, each)
            for concept in says
            for way, place, each in self._by_concept.get(concept, ())
            if way <= says and words <= each.most and says.isdisjoint(each.unless)
        ]
        if fits:
            asks = self.asks(piece)
            fits = [each for each in fits if each[2].fits_where(asks=asks)]
        best = max(fits, key=lambda each: each[:2], default=None)
        return Meant(best[2].id, best[2].kind, start, end, says) if best else None

    def concepts_in(self, text: str) -> frozenset[str]:
        """Return the concepts that a text says."""
        return frozenset([self._names[each] for each in self._concepts.said_in(text)])

    def asks(self, piece: str) -> bool:
        """Return whether a piece of a text asks something."""
        plain = plainly_spelt(plain_letters(piece))
        return "?" in piece or bool(self._begins.match(plain) or self._says.search(plain))


_Way = tuple[frozenset[str], int, Meaning]


def _by_concept(meanings: Iterable[Meaning]) -> Mapping[str, Sequence[_Way]]:
    """Return each way of meaning something, and the place of what it means, by that of its concepts
    which the fewest ways have: a piece is held against no more than may be meant."""
    ways = [(way, place, each) for place, each in enumerate(meanings) for way in each.any_of]
    many, found = Counter(e for way, *_ in ways for e in way), defaultdict[str, list[_Way]](list)
    for each in ways:
        found[min(each[0], key=lambda concept: (many[concept], concept))].append(each)
    return found


def _either(words: Iterable[str]) -> str:
    """Return a pattern for one of some words; ``work*`` is each that begins so."""
    longest_first = sorted(words, key=len, reverse=True)
    parts = (
        re.escape(each.removesuffix("*")) + r"\w*" * each.endswith("*") for each in longest_first
    )
    return rf"(?:{'|'.join(parts)})(?![\w'])"
