"""What is asked of the coach, and what a remark to it means.

A message is read piece by piece. What a piece asks is told by a learned table, so that who types
“who can c wot i put” asks the same as who wishes to be told by whom their contributions are viewed.
An author may list words that ask a question, and the concepts that make a remark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.analysis.cue_lists import CueList, CueLists, plain_letters
from bot.analysis.likely_questions import LikelyQuestions
from bot.analysis.patterns import lazy
from bot.analysis.plain_spelling import plainly_spelt
from bot.analysis.reading.kinds import Kind
from bot.analysis.reading.told_as_asked import tells_by_asking

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
    weight: int = 0
    """Words of what says it."""


@dataclass(frozen=True, slots=True)
class Asking:
    """How a question is put: it begins with one of ``words`` or of ``verbs``, behind any of
    ``before``; none of ``tells`` may follow on one of ``words``. One of ``says`` makes a question
    of anything, and one of ``told`` of nothing."""

    before: Sequence[str]
    words: Sequence[str]
    tells: Sequence[str]
    verbs: Sequence[str]
    says: Sequence[str]
    told: Sequence[str]


_PLAINLY = (
    r"(?:who|what|which|why|where|when|how(?:\s\w+)?)\s"
    r"(?:is|are|was|were|do|does|did|can|will|should|must|gets|reads|sees|marks|many|much|long)\b"
)
"""How a question begins behind a comma or a word that joins, with or without its mark."""

_SENTENCE = lazy(r"[^.!?\n]+[.!?\n]*")


class Meanings:
    """All concepts and meanings of one content."""

    def __init__(
        self,
        concepts: Mapping[str, CueList],
        asking: Asking,
        meanings: Iterable[Meaning],
        alone: Mapping[str, str],
        likely: LikelyQuestions | None = None,
    ) -> None:
        self._likely = likely
        self._names = {words: name for name, words in concepts.items()}
        self._concepts = CueLists(concepts.values())
        self._meanings, self._alone = [*meanings], alone
        leads = rf"(?:{_either(asking.before)}\W+)*"
        verbs = _either(asking.verbs)
        begins = rf"(?:{verbs}|{_either(asking.words)}(?!\W+{_either(asking.tells)}))"
        self._leads = lazy(rf"\W*{leads}")
        self._begins = lazy(rf"\W*{leads}{begins}")
        self._says = lazy(rf"(?<![\w']){_either(asking.says)}")
        self._told = lazy(rf"(?<![\w']){_either(asking.told)}")
        joins = r"(?:and|n|an|but|so|also|plus|or)\s+"
        self._tag = lazy(rf"\s*{verbs}(?:\s+[\w']+)?\s*\?\s*")
        asked = rf"{leads}(?:{begins}[^.!\n]*\?|{verbs}|{_PLAINLY})"
        self._joint = lazy(rf"(?:[,;:]|\s[-–—])\s+(?={asked})|\s+(?={joins}{asked})")
        self.meant_in = lru_cache(maxsize=16)(self._meant_in)  # a turn asks several times

    def _meant_in(self, text: str) -> tuple[Meant, ...]:
        found = list[Meant]()
        for pieces in self._pieces_by_sentence(text):
            meant = [*filter(None, [self._meant(text, *each) for each in pieces])]
            if len(pieces) > 1 and len({each.id for each in meant}) < 2:
                meant = self._as_a_whole(text, pieces, meant)
            found += meant
        return tuple(found)

    def _as_a_whole(
        self, text: str, pieces: Sequence[tuple[int, int]], meant: list[Meant]
    ) -> list[Meant]:
        """Return what the pieces of a sentence mean together, where that says more: “I am only a
        driver, does that count?” The piece that asks stands for it."""
        whole = self._meant(text, pieces[0][0], pieces[-1][1])
        asking = [each for each in pieces if self.asks(text[slice(*each)])]
        if whole is None or not asking or (meant and meant[0].weight > whole.weight):
            return meant
        return [replace(whole, start=asking[-1][0], end=asking[-1][1])]

    def pieces(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the spans of sentences, and of the questions that a comma or an “and” joins."""
        for each in self._pieces_by_sentence(text):
            yield from each

    def _pieces_by_sentence(self, text: str) -> Iterator[list[tuple[int, int]]]:
        if len(text) > LONGEST:
            return
        small = text.casefold()
        small = small if len(small) == len(text) else text
        for begin, end in self._sentences(small):
            start, found = begin, list[tuple[int, int]]()
            for joint in self._joint.finditer(small, begin, end):
                before, after = small[start : joint.end()], small[joint.end() : end]
                least = min(before.strip().count(" "), after.strip().count(" "))
                is_asked = self._told.search(before) is None  # “I thought to myself, is it safe?”
                if least >= LITTLE and is_asked and not self._leads.fullmatch(before):
                    found.append((start, joint.end()))
                    start = joint.end()
            yield [*found, (start, end)]

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
        asks = self.asks(piece)
        if asks and end - start == len(text) and (asked := self._alone.get(self._bare(piece))):
            return Meant(asked, QUESTION, start, end, frozenset((asked,)))
        says, words = self._words_of_concepts(piece), len(piece.split())
        fits = [
            (sum([says[each] for each in way]), -place, each)
            for place, each in enumerate(self._meanings if says else ())
            if words <= each.most
            and each.fits_where(asks=asks)
            and says.keys().isdisjoint(each.unless)
            for way in each.any_of
            if way <= says.keys()
        ]
        best = max(fits, key=lambda each: each[:2], default=None)
        weight, found = (best[0], best[2]) if best else (0, None)
        if found and found.kind != QUESTION:
            return Meant(found.id, found.kind, start, end, frozenset(says), weight)
        asked = found.id if found else ""
        if self._likely:
            by_words, asked = asked, self._likely.asked_in(piece, text, asked, asks=asks)
            weight = weight if asked == by_words else 1  # what an author's words say goes first
        return Meant(asked, QUESTION, start, end, frozenset(says), weight) if asked else None

    def _bare(self, piece: str) -> str:
        """Return a piece in plain spelling without what may stand before and behind a question."""
        plain = plainly_spelt(plain_letters(piece)).strip(" .,!?\n")
        found = self._leads.match(plain)
        return plain[found.end() :] if found and found.end() < len(plain) else plain

    def near(self, text: str, most: int) -> list[str]:
        """Return the questions that a text may ask, the likeliest first."""
        return self._likely.near(text, most) if self._likely else []

    def concepts_in(self, text: str) -> frozenset[str]:
        """Return the concepts that a text says."""
        return frozenset(self._words_of_concepts(text))

    def _words_of_concepts(self, text: str) -> Mapping[str, int]:
        """Return the concepts that a text says, each with the words of what says it."""
        said = self._concepts.words_said_in(text)
        return {self._names[each]: words for each, words in said.items()}

    def begins(self, piece: str) -> bool:
        """Return whether a piece of a text begins as a question does."""
        return self._begins.match(plainly_spelt(plain_letters(piece))) is not None

    def asks(self, piece: str) -> bool:
        """Return whether a piece of a text asks the coach something."""
        plain = plainly_spelt(plain_letters(piece))
        lead = self._leads.match(plain)
        if lead and " you" in lead[0]:  # “i asked you who sees it” speaks to nobody else
            plain = plain[lead.end() :]
        if self._told.search(plain) or tells_by_asking(plain):
            return False
        return "?" in piece or bool(self._begins.match(plain) or self._says.search(plain))


def _either(words: Iterable[str]) -> str:
    """Return a pattern for one of some words; ``work*`` is each that begins so."""
    longest_first = sorted(words, key=len, reverse=True)
    parts = (
        re.escape(each.removesuffix("*")) + r"\w*" * each.endswith("*") for each in longest_first
    )
    return rf"(?:{'|'.join(parts)})(?![\w'])"
