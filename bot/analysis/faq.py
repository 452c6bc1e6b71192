"""The answer that an author wrote to the question nearest to a typed one."""

from __future__ import annotations

import difflib
import math
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from bot.analysis.one_voice import in_one_voice
from bot.analysis.patterns import lazy
from bot.analysis.plain_spelling import to_sentences
from bot.analysis.tokens import Index, Vector, frequencies, stems, unit

NEAR, STRANGE = 0.51, 3.0
"""How near a way of asking must be, from 0 to 1, and the weight of a word that is in none. A wrong
answer is worse than none: “what time is it” must not be told about deadlines."""


ALIKE = 0.8
"""How much of its letters a misspelt stem has, at least, of the one that it is meant for."""


@dataclass(frozen=True, slots=True)
class QA:
    """A question that learners ask, in the ways that they ask it."""

    id: str
    asks: tuple[str, ...]


NEARLY = 0.9
"""How near it must be where a message is not known to ask anything: in other words, almost none."""


def best_answer(text: str, known: Asks, near_enough: float = NEAR) -> str | None:
    """Return the id of the question whose ways of asking are nearest, None when nothing is near.

    Near is meant by stems, the rarer the weightier, and a letter wrong is forgiven. A turn asks the
    same several times.
    """
    asked, kept = (text, near_enough), known.kept
    if asked not in kept:
        if len(kept) >= MOST_KEPT:
            kept.clear()
        kept[asked] = _best_answer(text, known, near_enough)
    return kept[asked]


def _best_answer(text: str, known: Asks, near_enough: float) -> str | None:
    vector = known.vector(text)
    near = known.index.nearness(vector, near_enough)
    about = known.meant_by(word) if near and (word := word_meant(text)) else None
    best, nearest = None, near_enough
    for place in sorted(near):  # of two that are as near, the first one counts
        if about is not None and about.isdisjoint(known.stems[place]):
            continue  # it is about another word
        if near[place] > nearest + 1e-9:
            best, nearest = known.ids[place], near[place]
    return best


_ASKED_AGAIN = lazy(
    r"(?:(?:no|naw|nah|well|but|and|ok|sorry|look|again|please|right|so|that|if|whether) )*"
    r"(?:(?:as |like )?i (?:said|sed|asked|askt|mean|meant)|you(?: did)? not answer(?: me)?|"
    r"answer me|i am asking|my question (?:is|was))\b ?"
)
"""How a question is asked the second time: “I said is there a real person”, “No I mean my …”."""


_MEANS = lazy(r"what (?:\w+ ){1,3}mean\b")

_WORD_MEANT = lazy(
    r"(?:(?:sorry|and|but|so|ok|hi|eh|um|please) )*(?:what|whit|wot|wat)(?: is|'?s| does|s| do)? "
    r"(?:an? |the |by )?([\w'-]+(?: [\w'-]+)??) (?:even |actually |really )?"
    r"(?:mean|means|meaning|stand for|stands for)\b"
)
"""Who asks what a word means: “what does holistic mean”, “whats PBS stand for”."""

_WHAT_IS = lazy(
    r"(?:(?:sorry|and|but|so|ok|hi|eh|um|please|no|i said) )*what(?:'s| is| are)? "
    r"(?:do you mean by (?:an? |the )?'?([\w'-]+)|(?:it )?means? (?:an? |the |by )?([\w'-]+)|"
    r"([\w'-]+) in (?:plain |simple )?english)\b"
    r"|(?:.*[.!?,] )?what(?:'s| is) an? '?([\w-]+)'?(?: when it's at home| even| exactly| anyway)\b"
    r"|.*\b(?:don't|do not|not|never) (?:know|understand|get|heard) (?:of )?"
    r"(?:the|this|that) word:? '?([\w'-]+)"
)
"""“what mean overlap?”, “what is evidence in english”, “i dont know the word criterion”."""

_MEANING_OF = lazy(
    r"\b(?:the )?meaning of (?:the (?:word|term) )?(?:an? |the )?[“\"']?([\w'-]+)[”\"']?\W*$"
)

_MEANT_BY = lazy(
    r".*\bwhat(?: is|'?s| was| do you| did you| are you)?(?: (?:even|actually|really|exactly))?"
    r" (?:meant|mean|meaning) (?:here )?by (?:an? |the |this )?(?:(?:word|term):? )?'?([\w-]+)"
    r"|.*\bwhat (?:the |this |that |a )?(?:word|term):? '?([\w-]+)'? (?:even |actually |really )?"
    r"(?:means?|is|stands for)\b"
)
"""The same, however it is wrapped: “kindly clarify what is meant by 'management' here”."""

ABOUT_A_WORD = 0.6
"""How near it must be where it is asked what a word means: that may well be misspelt."""


def asked_in(text: str, known: Asks, *, again: bool = False) -> str | None:
    """Return the id of the question that a sentence of a text is, nearly word for word; None where
    none is. ``again``: only one that is said to be asked again, or is about what a word means."""
    for sentence, marked in to_sentences(text):
        lead = _ASKED_AGAIN.match(sentence)
        rest = sentence[lead.end() :] if lead else sentence
        means = _MEANS.match(rest)
        if not (lead or means or (marked and not again)):
            continue
        near = ABOUT_A_WORD if means else NEARLY
        for each in (rest, *rest.split(" , ")):
            if found := best_answer(each, known, near):
                return found
    return None


_PLAIN_MARKS = str.maketrans("’", "'", '“”"‘')


def word_meant(text: str) -> str:
    """Return the word whose meaning is asked for, in small letters, "" where none is."""
    plain = in_one_voice(text.strip().casefold().translate(_PLAIN_MARKS))
    found = _MEANING_OF.search(plain) or _MEANT_BY.match(plain)
    found = found or _WORD_MEANT.match(plain) or _WHAT_IS.match(plain)
    word = next(filter(None, found.groups()), "") if found else ""
    return word if word not in ("you", "ye", "u") else ""


MOST_KEPT = 64
"""Texts of which it is remembered what they ask."""

MOST_STEMS_KEPT = 4_096
"""Stems of which it is remembered what they are meant for. Beyond that the memory starts anew."""


@dataclass(frozen=True, slots=True)
class Asks:
    """Every way of asking by its place, with the id of its question.

    ``rarity`` weighs a stem. ``fillers`` are words beside a question that ask nothing.
    """

    rarity: Vector
    index: Index[int]
    ids: tuple[str, ...]
    stems: tuple[frozenset[str], ...]
    shapes: Mapping[int, Sequence[tuple[str, int]]]
    """The stems of each length, with the letters of each."""

    fillers: frozenset[str] = frozenset()
    _meant: dict[str, str] = field(default_factory=dict, repr=False)
    kept: dict[tuple[str, float], str | None] = field(default_factory=dict, repr=False)
    """The answers to what was asked in the last turns."""

    @classmethod
    def of(cls, known: Iterable[QA], fillers: Iterable[str] = ()) -> Asks:
        """Return the ways of asking of some questions, made ready to compare."""
        idle = frozenset(fillers)
        asks = [(qa.id, _stems(ask, idle)) for qa in known for ask in qa.asks]
        of_question = dict[str, set[str]]()
        for id_, each in asks:
            of_question.setdefault(id_, set()).update(each)
        seen = frequencies(of_question.values())
        rarity = {stem: math.log(1 + len(of_question) / count) for stem, count in seen.items()}
        vectors = (unit({stem: rarity[stem] for stem in each}) for _, each in asks)
        shapes = dict[int, list[tuple[str, int]]]()
        for stem in rarity:
            shapes.setdefault(len(stem), []).append((stem, _letters(stem)))
        stems_of = tuple(frozenset(each) for _, each in asks)
        ids = tuple(id_ for id_, _ in asks)
        return cls(rarity, Index(enumerate(vectors)), ids, stems_of, shapes, idle)

    def vector(self, text: str) -> Vector:
        """Return the weighed stems of a text; a misspelt one counts as what it is meant for."""
        known = dict.fromkeys(map(self._known, _stems(text, self.fillers)))
        return unit({stem: self.rarity.get(stem, STRANGE) for stem in known})

    def meant_by(self, words: str) -> frozenset[str]:
        """Return the stems of words; a misspelt one is that which it is meant for."""
        return frozenset(map(self._known, _stems(words, self.fillers)))

    def _known(self, stem: str) -> str:
        if stem in self.rarity or len(stem) < 5:
            return stem
        found = self._meant.get(stem)
        if found is None:
            alike = difflib.get_close_matches(stem, self.may_be_near(stem), 1, ALIKE)
            if len(self._meant) >= MOST_STEMS_KEPT:
                self._meant.clear()
            found = self._meant[stem] = alike[0] if alike else stem
        return found

    def may_be_near(self, stem: str) -> list[str]:
        """Return the stems that may be alike enough: what only one of two has is in no match.

        It is a quick look, before ``difflib`` compares letter by letter. Whoever slips seldom does
        at the first letter: a jotter is not Kotter.
        """
        mine, length, found = _letters(stem), len(stem), list[str]()
        for size, stems_of_it in self.shapes.items():
            least = ALIKE * (length + size) / 2
            if least <= min(length, size):
                found += [
                    other
                    for other, letters in stems_of_it
                    if other[0] == stem[:1]
                    and length - (mine & ~letters).bit_count() >= least
                    and size - (letters & ~mine).bit_count() >= least
                ]
        return found


def _letters(stem: str) -> int:
    """Return which letters a stem has, each a bit; a rare one may share its bit with another."""
    found = 0
    for letter in stem:
        found |= 1 << ord(letter) % 64
    return found


def _stems(text: str, fillers: AbstractSet[str]) -> list[str]:
    """The different stems of a text, in its order."""
    found = dict.fromkeys([word for said, _ in to_sentences(text) for word in said.split()])
    return list(dict.fromkeys(stems([e for e in found if e != "," and e not in fillers])))
