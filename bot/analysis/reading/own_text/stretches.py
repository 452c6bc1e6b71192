"""How much of a sentence some words of it mean: they alone, the clause that holds them, or all.

A stretch is sure where what is left without it reads as a sentence; where it is not, others ask.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.analysis.one_voice import in_one_voice
from bot.analysis.reading.joints import joints
from bot.analysis.reading.lexicon import word_list
from bot.analysis.reading.own_text.by_words import alike
from bot.analysis.reading.own_text.vocabulary import LITTLE, NUMBERS
from bot.analysis.reading.verbs import is_done, is_verb
from bot.analysis.reading.words import Word, words_of

Size = Literal["", "word", "mention", "bit", "sentence", "all"]
"""How much is said to be meant: “the word Ayr”, “the reference to …”, “the bit about …”, and
“the whole sentence”."""

SHORT = 14
"""Words up to which a sentence goes whole where its clauses cannot be told apart for sure."""

LONG = 40
"""Words from which on “the sentence” may not be all up to the next stop."""

LEAST = 3
"""Words of the shortest sentence that may be left."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where some words stand, and whether they are surely what is meant."""

    start: int
    end: int
    sure: bool


_HANGS = word_list("""
    because since instead although though unless whereas despite when while whilst after before
    until till if rather which
""")
"""Words that begin what hangs on the clause before it: without it that is still a sentence."""

_WHENS = word_list("since until till before after")
"""Of these, those that may only tell when it was: “since Sunday” is no clause."""

_HANGS_ALONE = word_list("instead rather despite")
"""The same, where “and she …” behind it goes on with the main clause."""

_THEM = word_list("he him his she her hers they them their it me my us our")
_ADDS = word_list("and n an nd but so then &")
_SMALL = word_list("also just only still")
_PLACES = word_list("in at from near by to on of with for inside outside around")
_ARTICLES = word_list("the a an my our his her their this that some")
_JOINS = 3
"""How surely a clause must begin at a word, of 5, to be one by itself."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with its words, those in one voice, and where its clauses begin."""

    text: str
    words: Sequence[Word]
    plain: Sequence[str]
    begins: Sequence[int]

    def comma(self, number: int) -> bool:
        """Return whether a sign stands before a word, as at the end of the sentence."""
        if number >= len(self.words):
            return True
        gap = self.text[self.words[number - 1].end : self.words[number].start]
        return not set(gap).isdisjoint(",;:–—(")


def stretch_of(text: str, about: Sequence[str], size: Size) -> Stretch:
    """Return how much of one sentence is meant by a few words of it."""
    everything = Stretch(0, len(text), sure=True)
    if size == "all":
        return everything
    sentence = _read(text)
    told = [each for each in about if each not in _THEM] or about
    hits = alike([each.plain for each in sentence.words], told)
    count = len(sentence.words)
    if not hits or size == "sentence":
        return Stretch(0, len(text), sure=size != "sentence" or count <= LONG)
    phrase = _phrase(sentence, hits)
    if size == "word" or (size == "mention" and phrase.sure and count > SHORT):
        return Stretch(phrase.start, phrase.end, sure=True)
    if not size and (named := _named(sentence, hits, phrase)):
        return named
    clause = _clause(sentence, hits)
    if size and _is_all_said(sentence, clause, hits):
        return Stretch(clause.start, clause.end, sure=True)
    is_plain = size and clause.sure and _begins_hanging(sentence, clause)
    return clause if count > SHORT or is_plain else everything


def _read(text: str) -> _Sentence:
    words = words_of(text)
    plain = [in_one_voice(each.plain).casefold() for each in words]
    found, joined = _Sentence(text, words, plain, ()), joints(text, words) if words else []
    begins = [
        number
        for number in range(1, len(words))
        if plain[number] in _HANGS - _WHENS
        or (plain[number] in _WHENS and joined[number])
        or found.comma(number)
        or joined[number] >= _JOINS
    ]
    return _Sentence(text, words, plain, [0, *begins])


def _phrase(sentence: _Sentence, hits: Sequence[int]) -> Stretch:
    """Return the words by themselves, with what leads to a place or a thing: “in Ayr”, “from the
    day unit”. It is sure where that leads to them, and nothing stands between them."""
    begin, end, words = hits[0], hits[-1], sentence.words
    at = begin - 1 if begin and sentence.plain[begin - 1] in _ARTICLES else begin
    is_led = at > 0 and sentence.plain[at - 1] in _PLACES and not sentence.comma(at)
    start = at - 1 if is_led else at if at < begin and at else begin
    is_one = end - begin + 1 == len(hits)
    return Stretch(words[start].start, words[end].end, sure=is_led and is_one)


def _named(sentence: _Sentence, hits: Sequence[int], phrase: Stretch) -> Stretch | None:
    """Return the name of a place or somebody that stands alone in an order, with what leads to it;
    None for any other word. “Take Ayr out” takes no more than that."""
    names = [sentence.text[sentence.words[each].start] for each in hits]
    is_name = hits[0] > 0 and all(each.isupper() for each in names)
    is_led = hits[0] > 0 and sentence.plain[hits[0] - 1] in ("in", "at", "near")
    if phrase.sure and (is_name or (is_led and len(hits) == 1)):
        return phrase
    if is_name and len(sentence.words) > LEAST:
        clause = _clause(sentence, hits)
        return Stretch(clause.start, clause.end, sure=False)
    return None


def _clause(sentence: _Sentence, hits: Sequence[int]) -> Stretch:
    """Return the clause, or the clauses, that hold some words."""
    begins, words = sentence.begins, sentence.words
    ends = [*begins[1:], len(words)]
    holds = [
        sum(begin <= hit < end for hit in hits) for begin, end in zip(begins, ends, strict=True)
    ]
    most = max(holds)
    distinct = len({sentence.plain[hit] for hit in hits})
    if most == distinct or most == len(hits):
        first = last = holds.index(most)
    else:
        held = [at for at, count in enumerate(holds) if count]
        first, last = held[0], held[-1]
    begin, end = begins[first], ends[last]
    while not begin and end < len(words) and not _stands(sentence, end):
        end = next((each for each in begins if each > end), len(words))
    if end - begin == len(words):
        return Stretch(0, len(sentence.text), sure=True)
    is_one = holds.count(most) == 1 or first != last
    left = len(words) - (end - begin)
    sure = is_one and left >= LEAST and _hangs_free(sentence, begin, end)
    start = words[begin].start
    return Stretch(0 if not begin else start, words[end - 1].end, sure=sure)


def _is_all_said(sentence: _Sentence, clause: Stretch, hits: Sequence[int]) -> bool:
    """Whether all of a clause is said, and what is left of the sentence stands by itself."""
    inside = [n for n, e in enumerate(sentence.words) if clause.start <= e.start < clause.end]
    said = [n for n in inside if n in hits or sentence.plain[n] in LITTLE | NUMBERS.keys()]
    end = inside[-1] + 1
    is_left = end < len(sentence.words) and _stands(sentence, end)
    return len(hits) >= LEAST and said == inside and (is_left or inside[0] > 0)


def _stands(sentence: _Sentence, begin: int) -> bool:
    """Whether a clause from a word on is a sentence by itself: somebody is named who does it."""
    at, plain = begin, sentence.plain
    while at < len(plain) - 1 and plain[at] in _ADDS | _SMALL:
        at += 1
    is_for = plain[begin] == "so" and plain[at] in ("that", "to")
    return not (plain[begin] in _HANGS or is_for or is_done(plain[at]) or is_verb(plain[at]))


def _begins_hanging(sentence: _Sentence, clause: Stretch) -> bool:
    """Whether a clause begins with what only hangs on another: “cos …”, “instead of …”."""
    numbers = (n for n, each in enumerate(sentence.words) if each.start >= clause.start)
    return sentence.plain[next(numbers, 0)] in _HANGS


def _hangs_free(sentence: _Sentence, begin: int, end: int) -> bool:
    """Whether a sentence is left when a clause goes: it hung on what stands before it, or was
    added at the end or between two signs."""
    if not begin:
        return False
    first, is_last = sentence.plain[begin], end == len(sentence.words)
    if first in _ADDS and sentence.plain[begin + 1 : begin + 2] in (["because"], ["when"], ["if"]):
        first = sentence.plain[begin + 1]
    behind = sentence.plain[end] if not is_last else ""
    if behind in _HANGS:
        return False
    if first in _HANGS_ALONE:
        return is_last or sentence.comma(end) or behind in _ADDS
    if first in _HANGS:
        return is_last or sentence.comma(end)
    return is_last or (sentence.comma(begin) and sentence.comma(end))
