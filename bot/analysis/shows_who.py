"""Clauses by which somebody may be known although no name stands in them.

One thing that many share shows nobody ("a man with dementia"); two together do, and so does one
that few share ("in the corner room", "used to be a plumber"). An author lists the signs and says
how sure each is; nothing here is learned, so that anybody can see why a clause was found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.analysis.reading.clauses import clause_words
from bot.analysis.reading.lexicon import Lexicon, word_list
from bot.analysis.reading.words import words_of

CONFIDED = 9
"""How sure it is that what was told in confidence is looked at before all else."""

_TO_COACH = word_list("""
    please pls plz kindly and an but so also just jist well oh only i ah i'd i'll would should must
    want wish like can could have to add say tell mention let me put it you ye this is that it's its
    know now here one thing strictly btw tbh honestly though then stays stay keep dont don't do not
    dinnae
""")
"""Words that may stand before “in confidence”, or beside it, where it is said to the coach: “she
told me in confidence” and “we dont tell people” are said to nobody here."""

MOST_KEPT = 16
"""Texts of which it is remembered: those of a turn."""

ENOUGH = 2
"""How sure the signs of a clause must be together."""

_NUMBERS = sorted(
    word_list("""
    two twa three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
""")
)
_NUMBER = rf"(?:\d+|{'|'.join(_NUMBERS)})"

DIGIT = "0"
"""Stands for every number in figures."""

_UNITS = (
    "minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|times?|of|and|or|to|am|pm|o'clock|per|"
    "people|staff|more|other|others|different|sessions?|shifts?|nights?|seconds?|pounds?|percent|"
    "at|on|in|went|was|way|with|we"
)
"""What comes after a number that counts something, and is no age and no room."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A clause that may show who somebody is, with the words that join it, and how sure that is.

    ``confided``: it was told in confidence, whoever it is about; ``harm``: it may tell of harm;
    ``to_coach``: it may be said to the coach, and show nobody.
    """

    start: int
    end: int
    sure: int
    confided: bool = False
    harm: bool = False
    to_coach: bool = False


@dataclass(frozen=True, slots=True)
class Signs:
    """The author's signs, ready to look for. ``sure`` says how much each kind of them counts."""

    sure: Mapping[str, int]
    sign: re.Pattern[str]
    person: re.Pattern[str]
    own: re.Pattern[str]
    ordinary: re.Pattern[str]
    confided: re.Pattern[str]
    phrases: Mapping[str, str]
    """The pattern of each phrase by its number."""
    firsts: Lexicon
    """The numbers of the phrases that a word begins; a number is ``DIGIT``."""
    _beginnings: dict[tuple[str, ...], re.Pattern[str]] = field(default_factory=dict, repr=False)
    _kept: dict[str, tuple[Shown, ...]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(
        cls,
        words: Mapping[str, Sequence[str]],
        signs: Mapping[str, tuple[int, Sequence[str]]],
        *,
        people: Sequence[str],
        own: Sequence[str],
        ordinary: Sequence[str],
        confided: Sequence[str] = (),
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
            _whole(_either(confided, words) or "(?!)"),
            *_begun([*(phrase for _, each in signs.values() for phrase in each), *confided], words),
        )

    def find(self, text: str) -> tuple[Shown, ...]:
        """Return the clauses of a text that may show who somebody is, in their order; those of the
        texts of a turn are looked for once."""
        if (known := self._kept.get(text)) is None:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            known = self._kept[text] = self._find(text)
        return known

    def _find(self, text: str) -> tuple[Shown, ...]:
        words = words_of(text)
        plain = [word.plain for word in words]
        if not self.may_show(plain):
            return ()
        found, after, leads = list[Shown](), 0, -1
        for clause in clause_words(text):
            begin = next(each.start for each in words if each.start >= after)
            after = clause[-1].end
            plain = [word.plain for word in clause]
            end, said = _closed(text, begin, after), self._confides(" ".join(plain))
            if said is not None or leads >= 0:
                found.append(Shown(leads if leads >= 0 else begin, end, CONFIDED, confided=True))
                leads = -1
                if said is not None and _TO_COACH.issuperset(said.split()):
                    leads = found.pop().start
            elif self.may_show(plain) and (sure := self._sure(plain)) >= ENOUGH:
                found.append(Shown(begin, end, sure))
        return tuple(found)

    def _confides(self, plain: str) -> str | None:
        """Return what follows where a clause begins with what is told in confidence, None for no
        such clause."""
        said = self.confided.search(plain)
        is_to_coach = said and _TO_COACH.issuperset(plain[: said.start()].split())
        return plain[said.end() :] if said and is_to_coach else None

    def may_show(self, plain: Sequence[str]) -> bool:
        """Return whether a sign is among words in small letters: only the phrases that a word
        begins are tried where it stands."""
        line, at, known = " ".join(plain), 0, self._beginnings
        firsts = [DIGIT if w[0].isdigit() else w for w in plain]
        for word, begun in zip(plain, map(self.firsts.names_of, firsts), strict=True):
            if begun and (known.get(begun) or self._beginning(begun)).match(line, at):
                return True
            at += len(word) + 1
        return False

    def make_ready(self) -> None:
        """Make the patterns of all phrases, which are otherwise made when a word begins one."""
        for word in self.firsts.words():
            self._beginning(self.firsts.names_of(word))

    def _beginning(self, begun: tuple[str, ...]) -> re.Pattern[str]:
        found = self._beginnings.get(begun)
        if found is None:
            either = "|".join(self.phrases[number] for number in begun)
            found = self._beginnings[begun] = re.compile(rf"(?:{either})(?!\S)")
        return found

    def _sure(self, words: Sequence[str]) -> int:
        """Return how sure the signs of a clause are together: 0 where nobody else is told of."""
        plain = self.ordinary.sub(" ", " ".join(words))
        if not self.person.search(plain):
            return 0
        found = (
            each.lastgroup or ""
            for each in self.sign.finditer(plain)
            if not self.own.search(plain, 0, each.start())
        )
        return sum(self.sure[kind] for kind in set(found))


def _begun(
    phrases: Sequence[str], words: Mapping[str, Sequence[str]]
) -> tuple[Mapping[str, str], Lexicon]:
    """Return the patterns of phrases by their numbers, and the numbers by what they begin with."""
    numbered = {str(number): phrase for number, phrase in enumerate(phrases)}
    lines = (f"{number}: {' '.join(_firsts(each, words))}" for number, each in numbered.items())
    patterns = {number: _either([each], words) for number, each in numbered.items()}
    return patterns, Lexicon("\n".join(lines))


def _firsts(phrase: str, words: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield what the first word of a phrase can be."""
    item = phrase.partition(" ")[0]
    if item[0] == "<":
        for option in words[item[1:-1]]:
            yield from _firsts(option, words)
    elif item[0] == "#":
        yield from (DIGIT, *_NUMBERS)
    else:
        start, number, _ = item.partition("#")
        yield DIGIT if item[0].isdigit() else f"{start}*" if number else item


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
