"""A message as it is read: in one voice, sentence by sentence, with a word for each quote."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.analysis.letters import small
from bot.analysis.one_voice import in_one_voice
from bot.analysis.patterns import bits_of, lazy, look
from bot.analysis.reading.own_text.vocabulary import ODD, POLITE, TYPED, WORDS_THEMSELVES
from bot.analysis.reading.places import StepNames

Span = tuple[int, int]
Told = Callable[[], Sequence[str]]

LEAST = 3
"""Words that a text which stands in an answer must have, to be pasted as it is."""

_QUOTE = lazy(r"(?<!\w)[“”\"«'‘](?P<quote>[^“”\"«»]{2,400}?)[”\"»'’](?!\w)")
_BESIDE = lazy(
    r"\s(?=(?:but|bt|tho|though|except|apart from|other than|only|and|n|then)\s"
    r"(?:(?:please|also|then|instead)\s)*"
    r"(?:keep|leave|leav|lea|not|dont|don't|no|without|the name|her name|his name|names|for|show|"
    r"put|pit|take|tak|delete|remove|drop|get|git|scrap|move|shift|swap|swop|switch|bring|start|"
    r"lose|bin|ditch)\b)"
    r"|\s(?=(?:except|apart from|other than|without|but|bt)\s)",
    re.IGNORECASE,
)
"""Where a second request begins in a sentence: “… but leave out her name”."""

_PLEASE = lazy(r"(?<!\w)(?:please|pls|plz|kindly)(?!\w)", re.IGNORECASE)
_WORD = lazy(r"[^\W_]+(?:'[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text, the same at the same length with a word for each quote, what these are, and what the
    answers are called."""

    text: str
    marked: str
    quotes: Mapping[str, str]
    names: StepNames

    def words(self, span: Span) -> list[str]:
        """Return the words of a piece in one voice, without those that are but polite."""
        return [*_voiced(self.marked[slice(*span)])]

    def has_quote(self, words: Sequence[str]) -> bool:
        """Return whether one of some words stands for a quote."""
        return not self.quotes.keys().isdisjoint(words)

    def is_polite(self, span: Span) -> bool:
        """Return whether a piece says please: so it asks somebody for something."""
        return _PLEASE.search(self.marked, *span) is not None

    def parts(self, span: Span) -> Iterator[Span]:
        """Yield the parts of a sentence in which one request each may stand."""
        begin = span[0]
        for joint in _BESIDE.finditer(self.marked, *span):
            if self.marked[begin : joint.start()].strip(" \0"):
                yield begin, joint.start()
                begin = joint.start()
        yield begin, span[1]


def voiced(piece: str) -> list[str]:
    """Return the words of a text in one voice, without those that are but polite."""
    return [*_voiced(piece)]


@lru_cache(maxsize=64)  # each piece of a message is asked for again and again
def _voiced(piece: str) -> tuple[str, ...]:
    return tuple([each for each in _heard(piece) if each not in POLITE])


def heard(text: str) -> list[str]:
    """Return the words of a text in one voice."""
    return [*_heard(text)]


PAGE = 2_000
"""Letters of the longest text in which an order may be spelt otherwise: no page of blanks."""


@lru_cache(maxsize=64)  # the same
def _heard(text: str) -> tuple[str, ...]:
    plain = small(in_one_voice(text.replace("\0", " ")))
    if len(plain) <= PAGE and look(plain) & _CHANGES:
        plain = _FATHER.sub(r"\g<whose> dad", plain)
        plain = _ARROW.sub(" to ", _NO_WORD.sub("", _THE_NOW.sub("now", plain)))
        plain = _ONE.sub("one", _FIT.sub("what", plain))
    words = [*map(meant_by, _WORD.findall(plain))]
    return tuple(_NOT_WANTED.sub("", " ".join(words)).split()) if "i" in words else tuple(words)


_FATHER = lazy(r"\b(?P<whose>his|her|my|our|their|your) da\b")
_THE_NOW = lazy(r"\bthe (?:now|noo)\b")
_NO_WORD = lazy(
    r"\bon second thoughts?\b|\bwhere (?:it|they) (?:was|were|came from)\b"
    r"|\b(?:do|would) you mind\b"
    r"|\b(?:can|could|may) we(?= (?:not|please|just|take|have|leave|get|lose|drop|remove)\b)"
    r"|\bby name\b|\byou know what\b"
    r"|\bfor the \w+ (?:and final )?time\b"
    r"|\b(?:would it be|it would be|it'd be|is it) (?:preferable|possible|better|best|good|great|"
    r"nice)(?: (?:to|that|if(?: (?:you|we|i))?))?\b"
)
_NOT_WANTED = lazy(
    r"(?<=\w) i (?:didn't|did not|never) (?:mean|meant|want|wanted|ask|asked|say|said)\b"
    r"(?: (?:it|that|this|to|you|for|take|do|be|out|in|go|gone|put))*$"
)
_ARROW = lazy(r"\s*(?:-+>|=+>|→|➡️?|👉)\s*")
_FIT = lazy(r"\bfit(?= (?:i|a|we) (?:said|wrote|put|pit|told|have|hid|typed)\b)")
_ONE = lazy(r"(?:(?<=\bthat )|(?<=\bthis )|(?<=\blast ))1\b")
"""“get rid of that 1” names no number."""
_CHANGES = bits_of(_FIT, _ONE, _FATHER, _THE_NOW, _NO_WORD, _ARROW)


@lru_cache(maxsize=4096)
def meant_by(word: str) -> str:
    """Return the word of an order that one is whose letters changed places or lost a vowel: “tkae”,
    “tke”. Any other word is itself."""
    return ODD.get(word) or _mistyped().get(word, word)


@lru_cache(maxsize=1)
def _mistyped() -> dict[str, str]:
    """Return each way in which a word of an order is easily mistyped, where that is no word."""
    made = dict[str, str]()
    for word in sorted(TYPED):
        for at in range(len(word)):
            made.setdefault(word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :], word)
            if word[at] in "aeiou" and at and len(word) > len("out"):
                made.setdefault(word[:at] + word[at + 1 :], word)
    return {each: word for each, word in made.items() if each not in TYPED | WORDS_THEMSELVES}


def mark(text: str, names: StepNames, told: Told) -> Marked:
    """Put a word in the place of each quote of what was told."""
    marked, quotes, known = text.replace(" - ", " – "), dict[str, str](), list[str]()
    plain = text.casefold()
    for found in [*_QUOTE.finditer(text)] if len(plain) == len(text) else ():
        known = known or [small(each) for each in told()]
        quote = small(found["quote"].strip(" .,!?…"))
        if len(quote) >= LEAST and any(quote in each for each in known):
            word = f"qq{'abcdefgh'[len(quotes) % 8]}"
            quotes[word], marked = quote, _put(marked, found.span(), word)
    return Marked(text, marked, quotes, names)


def with_pasted(said: Marked, told: Told) -> Marked | None:
    """Put a word in the place of a line of theirs that stands in a text as it was sent; None for no
    such line."""
    plain = said.marked.casefold()
    for each in sorted(set(told()), key=len, reverse=True) if len(plain) == len(said.text) else ():
        line = each.casefold().strip(" \n.!?")
        start = plain.find(line)
        if start >= 0 and len(line.split()) >= LEAST and len(line) + LEAST < len(plain.strip()):
            end = start + len(line)
            marked = _put(said.marked, (start, end), "qqz")
            marked = f"{marked[: end - 1]}.{marked[end:]}"  # it is a sentence by itself
            return Marked(said.text, marked, {**said.quotes, "qqz": line}, said.names)
    return None


def _put(text: str, span: Span, word: str) -> str:
    start, end = span
    return text[:start] + word + "\0" * (end - start - len(word)) + text[end:]
