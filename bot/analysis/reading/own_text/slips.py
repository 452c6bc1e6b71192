"""“Naw it was 4 minutes”, “sorry, meant the front gate”: one detail of the line before put right.

Only what is right is said; which words it stands for is seen in the line before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from bot.analysis.patterns import lazy
from bot.analysis.reading.lexicon import word_list
from bot.analysis.reading.own_text.other_words import kind_of
from bot.analysis.reading.own_text.vocabulary import WHO
from bot.analysis.reading.verbs import is_done
from bot.analysis.reading.words import Word, words_of

LONGEST = 60
"""Letters of the longest message that is read so."""

MOST = 5
"""The most words that are said to be right."""

UNIT = 3
"""Letters at the beginning that make two words one: *mins* and *minutes*."""

TWO = 2
"""Words of the shortest name of a thing: “front gate”."""

_OWNS = (
    r"(?:no|naw|nah|nope|na|sorry|soz|sry|oops|whoops|wait|actually|correction|typo|mistake|"
    r"my (?:mistake|bad)|(?:made|put) a mistake|wrong|that's wrong|thats wrong)"
)
_LEADS = lazy(
    rf"(?:(?:oh|aw|och|ach|ah|and|but|hang on|hold on)\W+)*(?:{_OWNS}\W+)+"
    r"(?:(?:it|that|this|there)(?:'s|s)?\W+)?(?:(?:is|was|wis|wiz|were|should be|should say|"
    r"shud be|should have been)\W+)?(?:really\W+|actually\W+|only\W+)?"
)
_MEANT = lazy(
    rf"(?:(?:oh|aw|och|ach|ah|and|but)\W+)*(?:{_OWNS}\W+)*(?:(?:i|ah|a)\W+)?(?:meant|ment|meent|"
    r"mean|should (?:say|be|have said)|shouldve said|should've said)\W+(?:to (?:say|put|write|"
    r"type)\W+)?"
)
_ENDS = lazy(
    rf"\W+(?:(?:(?P<owns>{_OWNS}|(?:i|ah|a) (?:mean|meant|ment))|lol|haha|x|xx|pls|please|ta|"
    r"thanks|in the end)\W*)+$"
)

_JOINS = WHO | word_list("""
    the a an my our his her their this that these those at in on of to for with from by and or but
    so then when was were is are it there wi fae tae
""")
"""Words that stand before a thing and are no part of what it is called."""


@dataclass(frozen=True, slots=True)
class Slip:
    """``new`` shall stand from ``start`` to ``end`` of the line before."""

    start: int
    end: int
    new: str


def may_put_right(text: str) -> bool:
    """Return whether a message may put something right in the line before."""
    if len(text) > LONGEST or "?" in text or "\n" in text:
        return False
    return bool(_TWICE.fullmatch(text) or _SPELT.fullmatch(text) or _said(text)[0].strip())


def slip_in(text: str, told: str) -> Slip | None:
    """Return what a message puts right in a line ``told`` before, None for nothing."""
    if not may_put_right(text):
        return None
    if twice := _TWICE.fullmatch(text):
        return _instead(twice[1], twice[2], words_of(told))
    if found := _misspelt(text, words_of(told)):
        return found
    said, is_meant = _said(text)
    said = re.split(r"[.,;:!]\s", said, maxsplit=1)[0]
    right = words_of(said)
    if not 0 < len(right) <= MOST or right[0].plain in WHO or is_done(right[0].plain):
        return None
    before = words_of(told)
    found = next(_counted(said, right, before), None)
    if found is None and is_meant:
        found = next(_numbered(said, right, before), None) or _called(said, right, before)
    is_one_piece = found and not _ENDS_PIECE.search(told, found.start, found.end)
    return found if is_one_piece else None


_ENDS_PIECE = lazy(r"[.,;:!?\n]\s")
"""What stands on both sides of it is no one name of a thing."""


_SPELT = lazy(
    r"\W*(?:(?:oh|oops|whoops|sorry|soz|sry|typo|meant|i meant|spelling)\W+)+([^\W\d_]+)\W*|"
    r"([^\W\d_]+)\*|\*([^\W\d_]+)"
)
"""“sorry risk”, “*risk”: a word is spelt right."""

_TWICE = lazy(r"(\w+)\W+(?:no|naw|nah|sorry|i mean|i meant)\W+(\w+)\W*")
"""“nine no eleven”: the first stands there, and the other is right."""


def _instead(wrong: str, right: str, before: Sequence[Word]) -> Slip | None:
    """Return where a number, day or time stands that another of its kind is said after."""
    kind, stands = kind_of(wrong), [each for each in before if each.plain == wrong.casefold()]
    if not (kind and kind == kind_of(right) and len(stands) == 1):
        return None
    return Slip(stands[0].start, stands[0].end, right)


def _said(text: str) -> tuple[str, bool]:
    """Return what is said to be right, and whether it is said to have been meant."""
    plain = text.casefold()
    if len(plain) != len(text):
        return "", False
    ends = _ENDS.search(plain)
    stop = ends.start() if ends else len(text)
    for leads, is_meant in ((_MEANT, True), (_LEADS, False)):
        if begins := leads.match(plain):
            return text[begins.end() : max(stop, begins.end())], is_meant
    return (text[:stop], True) if ends and ends["owns"] else ("", False)


def _counted(said: str, right: Sequence[Word], before: Sequence[Word]) -> Iterator[Slip]:
    """Yield where another number, day or time stands with the same words beside it; alone where
    only one of its kind stands there."""
    for at, kind in ((at, kind_of(each.plain)) for at, each in enumerate(right)):
        if not kind or right[at].plain == "one":  # “no one”, “the first one”
            continue
        others = [e for e in before if kind_of(e.plain) == kind and e.plain != right[at].plain]
        for begin, end in ((at - 1, at + 2), (at, at + 2), (at - 1, at + 1)):
            if begin >= 0 and end <= len(right):
                yield from _same(said, right[begin:end], at - begin, before)
        is_alone = len(right) == 1 and len(others) == 1
        if is_alone and sum(kind_of(e.plain) == kind for e in before) == 1:
            yield Slip(others[0].start, others[0].end, said[right[at].start : right[at].end])


def _same(said: str, right: Sequence[Word], place: int, before: Sequence[Word]) -> Iterator[Slip]:
    """Yield where the same words stand, but for one of the same kind at that place."""
    kind = kind_of(right[place].plain)
    for at in range(len(before) - len(right), -1, -1):
        here = before[at : at + len(right)]
        alike = all(
            one.plain[:UNIT] == other.plain[:UNIT] if n != place else kind_of(one.plain) == kind
            for n, (one, other) in enumerate(zip(here, right, strict=True))
        )
        if alike and here[place].plain != right[place].plain:
            yield Slip(here[0].start, here[-1].end, said[right[0].start : right[-1].end])


def _numbered(said: str, right: Sequence[Word], before: Sequence[Word]) -> Iterator[Slip]:
    """Yield where another thing has the same number: “bed 4”, “flat 4”."""
    for thing, number in pairwise(right):
        for other, same in pairwise(before):
            is_same = same.plain == number.plain and other.plain != thing.plain
            if is_same and kind_of(number.plain) == "number" and other.plain not in _JOINS:
                yield Slip(other.start, same.end, said[thing.start : number.end])


ALIKE = 0.66
"""How much of two words must be the same, of 1, for one to be the other misspelt."""

SHORTEST = 4
"""Letters of the shortest word that may be spelt right."""


def _misspelt(text: str, before: Sequence[Word]) -> Slip | None:
    """Return the one word that is nearly the one which is said to be right: “sorry risk”."""
    spelt = _SPELT.fullmatch(text)
    new = next(filter(None, spelt.groups()), "") if spelt else ""
    plain = new.casefold()
    if len(new) < SHORTEST or plain in {each.plain for each in before}:
        return None
    near = [
        each
        for each in before
        if each.plain[0] == plain[0] and SequenceMatcher(None, each.plain, plain).ratio() >= ALIKE
    ]
    return Slip(near[0].start, near[0].end, new) if len(near) == 1 else None


def _called(said: str, right: Sequence[Word], before: Sequence[Word]) -> Slip | None:
    """Return where a thing of the same name is called otherwise: “the gate”, “the front gate”."""
    for at in range(len(before) - 1, -1, -1):
        if before[at].plain != right[-1].plain or len(right) < TWO:
            continue
        begin = at
        told = [each.plain for each in right]
        if at and before[at - 1].plain not in _JOINS and right[-2].plain not in _JOINS:
            begin = at - 1
        if begin and right[0].plain in _JOINS and before[begin - 1].plain in _JOINS:
            begin -= 1
        if [each.plain for each in before[begin : at + 1]] == told:
            return None
        return Slip(before[begin].start, before[at].end, said[right[0].start : right[-1].end])
    return None
