"""Where one thing that a learner tells ends and the next begins.

What is quoted back is never cut in the middle, so a text is parted only where it must be: at stops
and lines, then, only in what is still too long to quote, at weaker and weaker joints (a comma, *and
then*, *so*, *because*, a new subject without any sign). A list ("pads, gloves and milk") stays one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.analysis.patterns import lazy
from bot.analysis.reading.handing_over import words_handing_over
from bot.analysis.reading.joints import ANDS, HOLD, LEAST, joints
from bot.analysis.reading.lexicon import word_list
from bot.analysis.reading.verbs import is_done
from bot.analysis.reading.words import Word, words_of

MOST = 14
"""Words up to which a clause is not parted at a weak joint."""

SHORT = 8
"""Words up to which a sentence is one clause, whatever joints it has."""

LABEL = 6
"""Words before a colon or “=” that make a label (*the leadership bit:*), a clause of its own."""

MOST_CLAUSES = 60
"""Clauses of one message that are read. A page of full stops must not cost a second."""

_ASCII = r"[!?;]+|\.{2,}|\.(?=\s|$|[A-Z\"])|\n+|\s-+\s"
_STOP = lazy(_ASCII)
_ANY_STOP = lazy(
    _ASCII + r"|\.(?=“)|…|\s[–—]+\s|—|"
    "[\u2600-\u27bf\u2b50\u2b55\U0001f000-\U0001faff\ufe0f\u200d]+"
)
"""Ends a clause surely. A full stop inside “8.40” does not."""

_ASIDE = lazy(r"\((?:[^\s()]+\s+){2,}[^\s()]+(?:\)|$)")
"""Words in brackets that are a thought of their own: “(she said ok)”, and no “(£20)”."""

_SHED = word_list("""
    and an so but n ok okay right rite well oh also aye yeah yes anyway like
""")
"""What a clause may lose at its beginning when it is quoted."""


_LEADS_IN: Sequence[Sequence[str]] = [
    lead.split()
    for lead in (
        *("what i did was", "what ah did wis", "what we did was", "what happened was"),
        *("what i do is", "what we do is", "how i did it was", "the way i did it was"),
        *("the wey ah did it wis", "what ah dae is", "how i do it is", "the way we did it was"),
        *("what i found was that", "what we found was that", "what i saw was that"),
        *("the thing is", "thing is", "the way i see it", "to be honest", "to be fair", "tbh"),
        *("i mean", "i think", "ah think", "i suppose", "ah suppose", "i'd say", "ah'd say"),
        *("i would say", "you know", "ye know", "ye ken", "basically", "honestly", "first thing"),
    )
]
"""What leads to the thing told, and is no part of it."""

LONGEST_LEAD, LONGEST_SAYING = 8, 16

_PARTS = word_list("""
    management managment manigment mgmt leadership leadrship leedership leading leadin leeding
    managing managin overlap both baith situation
""")
_OF_PARTS = _PARTS | word_list("""
    the bit part n and an is was wis would be i'd say so for me guess when where with that's its
    it's
""")
"""The parts of an answer, and what stands between such a name and what is told."""

_GUESS = ("i", "guess")
_WHO = word_list("i ah we he she they my ma our")
_WHENS, _I = word_list("when whan wen"), word_list("i ah we a")
_MAYBE = word_list("maybe mibbe probably perhaps")
"""“When I drew up the list” tells what was done."""

_LEADS_OUT = word_list("lol lmao haha hahaha tbh xx xxx")
"""The same at its end."""

_SHED_OF_LONG = frozenset(
    (("after", "that"), ("efter", "that"), ("after", "this"), ("at", "first"))
)

_TRAILS = word_list("""
    at on oan in by from fae frae before afore after until till so because cos every each outside
    near when while
""")
_NO_END = (
    _TRAILS
    | ANDS
    | HOLD
    | word_list("""
    my ma his her their our o not to tae for fur wi into think saw find found hear heard asked
    show showed refused stopped plainly
""")
)

WHOLE = 6
"""Words that are left at least of a clause that is too long, when its end is not quoted."""

LONGEST = 20
"""Words up to which a clause is quoted whole, rather than cut."""


@dataclass(frozen=True, slots=True)
class Quote:
    """How much of a clause is said back: from where and up to where, and how many words."""

    start: int
    end: int
    words: int


def quote_in(words: Sequence[Word]) -> Quote:
    """Return how much of a clause is a quote: all but what only leads to the thing told (“what I
    did was”) or ends it (“lol”), or, where that is too long, up to where it only tells when or
    where (“put the turns of all of us | on the back of the door”)."""
    while size := _leads_in(words):
        words = words[size:]
    while len(words) > LEAST and words[-1].plain in _LEADS_OUT:
        words = words[:-1]
    size = _end_of_quote([each.plain for each in words])
    return Quote(words[0].start, words[size - 1].end, size)


def _leads_in(words: Sequence[Word]) -> int:
    """Return how many words only lead to what a clause tells, where enough are left of it: the name
    of a part of the answer, too (“management and both was when | I …”)."""
    if size := words_handing_over([each.plain for each in words]):
        return size
    plain = [each.plain for each in words[:LONGEST_LEAD]]
    at = int(plain[0] in _MAYBE)
    if len(words) > LEAST + at and plain[at] in _WHENS and _i_did(plain[at + 1 : at + 3]):
        return at + 1
    if not _SAYING.isdisjoint(plain) and (size := _say_that(words)):
        return size
    if len(words) > LEAST and plain[0] == "that" and _i_did(plain[1:3]):
        return 1
    if plain[0] in _PARTS or (plain[0] == "the" and plain[1:2] and plain[1] in _PARTS):
        pairs = zip(plain, [*plain[1:], ""], strict=True)
        size = next((n for n, e in enumerate(pairs) if e[0] not in _OF_PARTS and e != _GUESS), 0)
        if size > 1 and len(words) >= size + LEAST and plain[size] in _WHO:
            return size
    sizes = (len(e) for e in _LEADS_IN if plain[: len(e)] == e and len(words) >= len(e) + LEAST)
    return next(sizes, 0)


_SAYING = word_list("say mention add note state point explain tell record")

_SAY_THAT = lazy(
    r"(?:then |also |now |and )*(?:i|ah) (?:should|shall|must|would|wid|may|might|can|could|"
    r"want to|need to|would like to|'d like to|have to) (?:also |just |perhaps )*"
    r"(?:say|mention|add|note|state|point out|explain|tell you|record)\b(?: \w+){0,5}? that "
    r"(?:(?:as regards|in respect of|with regard to|regarding|as for|for) (?:the )?\w+ )?"
)
"""“I should mention in respect of leadership that”: what follows is told."""


def _say_that(words: Sequence[Word]) -> int:
    """Return how many words only say that something is told, 0 for none."""
    found = _SAY_THAT.match(" ".join([each.plain for each in words[:LONGEST_SAYING]]) + " ")
    size = found[0].count(" ") if found else 0
    return size if size and len(words) >= size + LEAST else 0


def _i_did(plain: Sequence[str]) -> bool:
    return plain[0] in _I and is_done(plain[1])


def _end_of_quote(plain: Sequence[str]) -> int:
    if len(plain) <= LONGEST:
        return len(plain)
    for end in range(LONGEST, WHOLE - 1, -1):
        if plain[end] in _TRAILS and plain[end - 1] not in _NO_END:
            return end
    return len(plain)


@dataclass(frozen=True, slots=True)
class Span:
    """Where something stands in a text: its first character, and the one after its last."""

    start: int
    end: int


def clauses(text: str) -> tuple[Span, ...]:
    """Return the clauses of a text in their order, without signs around them."""
    return tuple(Span(words[0].start, words[-1].end) for words in clause_words(text))


@lru_cache(maxsize=16)  # more than one reader of a message begins with them
def clause_words(text: str) -> tuple[Sequence[Word], ...]:
    """Return the words of each clause of a text."""
    found = list[Sequence[Word]]()
    for sentence in _sentences(text, words_of(text)):
        if len(sentence) <= SHORT:
            found.append(sentence)
            continue
        parts = _parted(joints(text, sentence), 0, len(sentence))
        found += [sentence[begin:end] for begin, end in parts]
        if len(found) >= MOST_CLAUSES:
            break
    return tuple([kept for each in found[:MOST_CLAUSES] if (kept := _shed(each))])


def _sentences(text: str, words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Part at sure stops."""
    pattern = _STOP if text.isascii() else _ANY_STOP
    stops = [found.start() for found in pattern.finditer(text)]
    if "(" in text:
        ends = (each for found in _ASIDE.finditer(text) for each in found.span())
        stops = sorted([*stops, *ends])
    begin, place = 0, 0
    for number, word in enumerate(words):
        gap = text[words[number - 1].end : word.start] if number else ""
        crossed = (":" in gap or "=" in gap) and number - begin <= LABEL
        while place < len(stops) and stops[place] < word.start:
            crossed, place = True, place + 1
        if crossed and number > begin:
            yield words[begin:number]
            begin = number
    if begin < len(words):
        yield words[begin:]


def _parted(strengths: Sequence[int], begin: int, end: int) -> list[tuple[int, int]]:
    """Part what is too long at the strongest joint that leaves whole clauses on both sides."""
    length, inside = end - begin, range(begin + LEAST, end - 1)
    surest = max(strengths[begin + LEAST : end - 1], default=0)
    for strength, longest in ((5, SHORT), (4, SHORT), (3, MOST), (2, MOST), (1, MOST)):
        if length <= longest or strength > surest:
            continue
        cuts = [place for place in inside if strengths[place] >= strength]
        if cuts:
            middle = begin + length / 2
            cut = min(cuts, key=lambda place: abs(place - middle))
            return [*_parted(strengths, begin, cut), *_parted(strengths, cut, end)]
    return [(begin, end)]


def _shed(words: Sequence[Word]) -> Sequence[Word]:
    """Drop what only joins a clause to the one before it; “after that” of one too long to quote."""
    while len(words) > LEAST and words[0].plain in _SHED:
        words = words[1:]
    if len(words) > MOST and (words[0].plain, words[1].plain) in _SHED_OF_LONG:
        return words[2:]
    return words
