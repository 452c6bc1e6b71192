"""Which answer words point at: by its name, also misspelt, by its number, or as the one before."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.analysis.patterns import lazy
from bot.analysis.reading.label_words import BIT, NUMBERED, NUMBERS, ORDINARY
from bot.analysis.reading.words import words_of

StepNames = Mapping[str, Sequence[str]]

LONG = 9
"""Letters of the shortest name that is known however its vowels are typed: “manegement”."""


@dataclass(frozen=True, slots=True)
class Place:
    """An answer that is pointed at, and where. ``step`` is "" for the open one. ``plain``: it can
    hardly be a thing at work, as “the last bit” may be; ``called``: it is called a bit or a part;
    ``name``: its name is said."""

    step: str
    start: int
    end: int
    plain: bool
    called: bool
    name: bool
    wise: bool = False
    """Whether it is told of as “situation wise”."""


@dataclass(frozen=True, slots=True)
class Pointers:
    """How the steps of a dialogue are pointed at in a text in small letters."""

    steps: str
    """The pattern of the names, each in a group that is called as its step."""
    place: re.Pattern[str]
    order: tuple[str, ...]
    begins: frozenset[str]
    """Words one of which is wherever a step is named or numbered."""
    near: re.Pattern[str]
    """The long names, however they are spelt."""

    def may_name(self, text: str) -> bool:
        """Whether a text may name a step: most name none, and are looked at no further."""
        words = [word.plain for word in words_of(text)]
        parts = [part for word in words if "'" in word for part in word.split("'")]
        if not (self.begins.isdisjoint(words) and self.begins.isdisjoint(parts)):
            return True
        return self.near.search(" ".join(words)) is not None

    def step_of(self, found: re.Match[str]) -> str:
        """Return the id of the step that was found by its name or by its number."""
        named = found.groupdict()
        for number, step in enumerate(self.order):
            if named.get(step) or named.get(f"n{number}") or named.get(f"m{number}"):
                return step
        raise AssertionError("one of the names was found")


def pointers_of(names: StepNames) -> Pointers:
    """Return the patterns for steps that are called so."""
    spelt = {step: [*map(re.escape, words), *_misspelt(words)] for step, words in names.items()}
    steps = "|".join(f"(?P<{step}>{'|'.join(words)})" for step, words in spelt.items())
    near = "|".join(each for words in names.values() for each in _misspelt(words))
    firsts = (word for called in names.values() for name in called for word in words_of(name)[:1])
    first = {word.plain.partition("'")[0] for word in firsts}
    begins = NUMBERED | first | {f"{word}s" for word in first}
    place = re.compile(_place(steps, len(names)))
    return Pointers(
        steps, place, tuple(names), begins, re.compile(rf"(?<!\S)(?:{near or '(?!)'})(?!\S)")
    )


_NOUN = "1|question|answer|anser|box|section|q|bit|part|pairt|piece|one|yin|yins|wan|een|ane|bitty"
_FORM_NOUN = frozenset(("question", "answer", "anser", "box", "section", "q"))
_THING = f"{BIT}|thing|stuff"


def _place(steps: str, count: int) -> str:
    nth = "|".join(f"(?P<n{at}>{each})" for at, each in enumerate(_but_last(NUMBERS[:count])))
    number = "|".join(f"(?P<m{at}>{each})" for at, each in enumerate(_COUNTED[:count]))
    return (
        rf"(?<![\w'])(?:(?:{steps})(?:'?s)?(?P<bit>(?: (?:{_THING})\b)*)"
        rf"|(?:(?:{nth})|(?P<before>last|previous|earlier|preceding|next)) (?P<noun>{_NOUN})"
        rf"|(?P<form>question|answer|box|section|number|q)\.? ?(?:{number})(?! times)"
        rf"|(?P<ahead>(?:{_NOUN}|thing) (?:just |right )?(?:before|afore|above|b4))"
        r"(?: this| that| it)?"
        r"|(?<=go )(?P<back>back a step|a step back|back one)"
        r"|(?<=for )(?P<earlier>before|afore|earlier)(?= *(?:[,.:;–-]|$))"
        rf"|(?P<begin>(?:very )?(?:beginning|beginnin|start))"
        rf"|(?<=for )(?P<here>this (?:{_NOUN})|here(?= *[,:–-])))"
        r"(?![\w']|(?: of (?!all\b)| team| meeting| course| training))"
    )


_COUNTED = ("1|one|wan", "2|two|twa", "3|three", "4|four")


def _but_last(numbers: Sequence[str]) -> Iterator[str]:
    """Yield the numbers without “last”, which may be the one before."""
    return (each.removesuffix("|last") for each in numbers)


def _misspelt(words: Sequence[str]) -> list[str]:
    """Return patterns of the long names, whatever their vowels and however often a letter stands.

    Where a name has two vowels in a row one must be there: “station” is no situation.
    """
    return [
        _loosely(each) for each in dict.fromkeys(words[:2]) if len(each) >= LONG and each.isalpha()
    ]


@lru_cache(maxsize=64)  # an author's
def _loosely(name: str) -> str:
    found, first = list[str](), True
    for vowels, letter in re.findall(r"([aeiouy]+)|([^aeiouy])", name):
        if vowels:
            least = 1 if first or len(vowels) > 1 else 0
            first = False
            if found and found[-1] == _BETWEEN:
                found.pop()
            found.append(f"[aeiouy]{{{least},3}}")
        else:
            found += [f"{letter}+", _BETWEEN]
    pattern = "".join(found).removesuffix(_BETWEEN)
    return pattern.replace("s+[aeiouy]?h+", "(?:sh|hs|ch|s)")


_BETWEEN = "[aeiouy]?"

_ONE_OF = lazy(
    r"\b(?:that|this|a|an|such a?|same|every|each|any|some|what|better|new|other|another|different|"
    r"good) $"
)
"""What stands before a name that is a thing at work: “in that situation”."""

_AHEAD = lazy(
    r"\b(?:now|next|finally|(?:on|skip|jump|go|straight|ahead) (?:to|tae)|ontae|do|dae|only) "
    r"(?:the |my |ma |for )*$"
)
"""What stands before “the last one” where it is the one to come."""

NEAR = 40
"""Characters before a name that can say what is meant."""


def places_in(
    plain: str, pointers: Pointers, at: str, begin: int = 0, end: int = sys.maxsize
) -> Iterator[Place]:
    """Yield the answers that are pointed at in a stretch of text, where ``at`` is the open one."""
    for found in pointers.place.finditer(plain, begin, end):
        step = _step(plain, found, pointers, at)
        if step is None:
            continue
        bit, noun = (found.groupdict().get("bit") or "").strip(), found["noun"]
        is_name = noun is None and not any(found[each] for each in _POINTING)
        is_thing = is_name and not bit and _ONE_OF.search(before(plain, found)) is not None
        if is_thing:
            continue
        is_plain = bool(
            found["form"] or bit or noun in _FORM_NOUN or found["ahead"] or found["earlier"]
        )
        is_plain = is_plain or (found["before"] or "last") not in ("last", "next")
        is_plain = is_plain or (is_name and found[0] not in ORDINARY)
        is_called = bool(bit or noun or found["form"] or found["ahead"] or found["back"])
        is_called = is_called or (is_name and " " in found[0])  # “the people bit”
        yield Place(step, *found.span(), is_plain, is_called, is_name, bit == "wise")


_POINTING = ("form", "before", "ahead", "back", "earlier", "begin", "here")


def _step(plain: str, found: re.Match[str], pointers: Pointers, at: str) -> str | None:
    """Return the step that is meant, "" for the open one, None where there is none."""
    order = pointers.order
    if found["here"]:
        return ""
    if found["begin"]:
        return order[0]
    if found["before"] == "last" and _AHEAD.search(before(plain, found)):
        return order[-1]
    if any(found[each] for each in ("before", "ahead", "back", "earlier")):
        place = order.index(at) if at in order else len(order)
        place += 1 if found["before"] == "next" else -1
        return order[place] if 0 <= place < len(order) else None
    return pointers.step_of(found)


def before(plain: str, found: re.Match[str]) -> str:
    """Return what stands before a name, as far as it can say what is meant."""
    return plain[max(0, found.start() - NEAR) : found.start()]
