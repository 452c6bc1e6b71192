"""Clauses by which somebody may be known although no name stands in them.

One thing that many share shows nobody ("a man with dementia"); two together do, and so does one
that few share ("in the corner room", "used to be a plumber"). An author lists the signs and says
how sure each is; nothing here is learned, so that anybody can see why a clause was found.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.analysis.reading.clauses import clause_words
from bot.analysis.reading.lexicon import Lexicon, word_list
from bot.analysis.reading.words import Word, words_of

ENOUGH = 2
"""How sure the signs of a clause must be together."""

_NUMBERS = sorted(
    word_list("""
    two twa three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
""")
)
_NUMBER = rf"(?:\d+|{'|'.join(_NUMBERS)})"

_UNITS = (
    "minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|times?|of|and|or|to|am|pm|o'clock|per|"
    "people|staff|more|other|others|different|sessions?|shifts?|nights?|seconds?|pounds?|percent|"
    "at|on|in|went|was|way|with|we"
)
"""What comes after a number that counts something, and is no age and no room."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A clause that may show who somebody is, with the words that join it, and how sure that is."""

    start: int
    end: int
    sure: int


@dataclass(frozen=True, slots=True)
class Signs:
    """The author's signs, ready to look for. ``sure`` says how much each kind of them counts."""

    sure: Mapping[str, int]
    sign: re.Pattern[str]
    person: re.Pattern[str]
    own: re.Pattern[str]
    ordinary: re.Pattern[str]
    keys: Lexicon
    """The longest word of each phrase: where none is, nor a number, no sign is."""

    @classmethod
    def of(
        cls,
        words: Mapping[str, Sequence[str]],
        signs: Mapping[str, tuple[int, Sequence[str]]],
        *,
        people: Sequence[str],
        own: Sequence[str],
        ordinary: Sequence[str],
    ) -> Signs:
        """Return the signs by lists. ``signs`` has how sure each is, and its phrases."""
        kinds = (f"(?P<{name}>{_either(each, words)})" for name, (_, each) in signs.items())
        return cls(
            {name: sure for name, (sure, _) in signs.items()},
            # Looked for ahead only, so that one sign may begin inside another.
            re.compile(rf"(?<!\S)(?=(?:{'|'.join(kinds)})(?!\S))"),
            _whole(_either(people, words)),
            re.compile(rf"(?<!\S)(?:{_either(own, words)}) $"),
            _whole(_either(ordinary, words)),
            _keys(words, (phrase for _, each in signs.values() for phrase in each)),
        )

    def find(self, text: str) -> tuple[Shown, ...]:
        """Return the clauses of a text that may show who somebody is, in their order."""
        words = words_of(text)
        plain = [word.plain for word in words]
        if not (self.may_show(plain) and self.sign.search(" ".join(plain))):
            return ()
        found, after = list[Shown](), 0
        for clause in clause_words(text, words):
            begin = next(each.start for each in words if each.start >= after)
            after = clause[-1].end
            if (sure := self._sure(clause)) >= ENOUGH:
                found.append(Shown(begin, _closed(text, begin, after), sure))
        return tuple(found)

    def may_show(self, plain: Sequence[str]) -> bool:
        """Return whether a sign may be among words in small letters: it is a quick look."""
        return bool(self.keys.names_in(plain)) or any(word[0].isdigit() for word in plain)

    def _sure(self, clause: Sequence[Word]) -> int:
        """Return how sure the signs of a clause are together: 0 where nobody else is told of."""
        plain = self.ordinary.sub(" ", " ".join(word.plain for word in clause))
        if not self.person.search(plain):
            return 0
        found = (
            each.lastgroup or ""
            for each in self.sign.finditer(plain)
            if not self.own.search(plain, 0, each.start())
        )
        return sum(self.sure[kind] for kind in set(found))


def _keys(words: Mapping[str, Sequence[str]], phrases: Iterable[str]) -> Lexicon:
    found = sorted({key for phrase in phrases for key in _key(phrase, words)})
    return Lexicon(f"key: {' '.join(found)}")


def _key(phrase: str, words: Mapping[str, Sequence[str]]) -> Collection[str]:
    """Return the words of which a text with a phrase has one; the longest, for it is rarest."""
    items = [_words_for(item, words) for item in phrase.split()]
    return max(items, key=lambda each: min(map(len, each)))


def _words_for(item: str, words: Mapping[str, Sequence[str]]) -> Collection[str]:
    if "#" in item:
        return _NUMBERS
    if item[0] == "<":
        return {key for option in words[item[1:-1]] for key in _key(option, words)}
    return [item]


def _closed(text: str, start: int, end: int) -> int:
    """Return the end of a clause with the bracket that was opened in it: "our wee man (6)"."""
    is_open = text.count("(", start, end) > text.count(")", start, end)
    return end + 1 if is_open and text[end : end + 1] == ")" else end


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{pattern})(?!\S)")


def _either(phrases: Sequence[str], words: Mapping[str, Sequence[str]]) -> str:
    """Return a pattern of any of the phrases, the longest first."""
    longest = sorted(phrases, key=len, reverse=True)
    return "|".join(" ".join(_item(each, words) for each in p.split()) for p in longest)


def _item(item: str, words: Mapping[str, Sequence[str]]) -> str:
    """Return the pattern of one item of a phrase."""
    if item == "#":
        return _NUMBER
    if item == "#.":
        return rf"{_NUMBER}(?! (?:{_UNITS})(?!\S))"
    if item[0] == "<":
        return f"(?:{_either(words[item[1:-1]], words)})"
    inner = re.escape(item.removesuffix("*")).replace(r"\#", r"\d+")
    return inner + (r"\S*" if item[-1] == "*" else "")
