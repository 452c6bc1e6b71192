"""What an order to leave words out names: the newest words, some by their words, or a quote."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from bot.analysis.patterns import lazy
from bot.analysis.reading.announces import StepNames
from bot.analysis.reading.taking_out_words import (
    ABOUT,
    AROUND,
    MANY,
    NUMBERS,
    PLAIN,
    POINTS,
    SENTENCE,
    TEXT,
    WHO,
)

Span = tuple[int, int]

ALONE = 8
"""Words of the longest that only names what shall go."""

LEAST = 3
"""Words that a text which stands in an answer must have, to be pasted as it is."""


@dataclass(frozen=True, slots=True)
class Target:
    """What shall go: the newest words, or those that are told by some words or are pasted.

    ``step`` is the answer that is named, ``edge`` the end of it that is meant, ``count`` how many
    sentences.
    """

    about: tuple[str, ...] = ()
    step: str = ""
    edge: Literal["", "first", "last"] = ""
    quote: str = ""
    many: bool = False
    count: int = 1
    is_text: bool = field(default=True, compare=False)

    @property
    def is_newest(self) -> bool:
        """Whether no word names it."""
        return not (self.about or self.edge or self.quote)


_AND = lazy(r"\b(?:n|an|and|plus|also)\b")


def words_in(text: str) -> list[str]:
    """Return the words of a text in small letters, without apostrophes."""
    plain = text.casefold().replace("’", "").replace("'", "")
    return re.findall(r"[^\W_]+", plain)


_QUOTE = lazy(r"[“”\"«'‘](?P<quote>[^“”\"«»]{3,400}?)[”\"»'’](?!\w)")


def pasted(text: str, told: Callable[[], Sequence[str]]) -> Iterator[tuple[Span, str]]:
    """Yield where a message of theirs stands in this one as it was sent, and its words."""
    plain = text.casefold()
    if len(plain) != len(text):
        return
    known = "\n".join(told()).casefold() if _QUOTE.search(text) else ""
    for found in _QUOTE.finditer(plain):
        quote = found["quote"].strip(" .,!?")
        if len(quote.split()) >= LEAST - 1 and quote in known:
            start = plain.index(quote, found.start())
            yield (start, start + len(quote)), quote
            return
    for each in sorted(set(told()), key=len, reverse=True):
        line = each.casefold().strip()
        start = plain.find(line)
        if start >= 0 and len(line.split()) >= LEAST and len(line) < len(plain.strip()):
            yield (start, start + len(line)), line
            return


def targets(
    phrase: str, names: StepNames, told: Callable[[], Sequence[str]]
) -> list[Target] | None:
    """Return what some words name, None where they name no text."""
    known = set(words_in("\n".join(told()))) if phrase else set[str]()
    found = list[Target]()
    for part in _AND.split(phrase):
        words = part.split()
        while words and words[0] in AROUND - POINTS - {"the", "told", "said", "a"}:
            words = words[1:]
        while words and words[-1] in AROUND:
            words = words[:-1]
        if words:
            target = _target(words, names, known)
            if target is None:
                return None
            found.append(target)
    return found or None


def _target(words: Sequence[str], names: StepNames, known: set[str]) -> Target | None:
    is_text = bool(TEXT & set(words))
    about = tuple(each for each in words if each not in PLAIN and each not in NUMBERS)
    if not about and SENTENCE & set(words) and {"last", "first", "end"} & set(words):
        count = next((NUMBERS[each] for each in words if each in NUMBERS), 1)
        return Target(edge="first" if "first" in words else "last", count=count)
    about = tuple(each for each in words if each not in PLAIN)
    called = names if is_text else {}
    step = next((each for each in called if set(called[each]) & set(about)), "")
    if step:
        about = tuple(each for each in about if each not in names[step])
    if not about:
        many = bool(MANY & set(words))
        return Target(step=step, many=many) if POINTS & set(words) or many else None
    if is_text or (len(about) > 1 and all(each in known for each in about)):
        return Target(about, step)
    return None


def alone_in(
    words: Sequence[str], names: StepNames, told: Callable[[], Sequence[str]]
) -> Target | None:
    """Return what is named by words alone: “the last bit”, “bruises”. None for all else."""
    core = list(words)
    while core and core[0] in AROUND - {"the", "told"}:
        core = core[1:]
    while core and core[-1] in AROUND:
        core = core[:-1]
    if not 0 < len(core) <= ALONE:
        return None
    known = set(words_in("\n".join(told())))
    about = [each for each in core if each not in PLAIN]
    stands = all(each in known for each in about)
    if about and stands and core[0] in POINTS and ABOUT.intersection(core[1:2]):
        return Target(tuple(about))
    if about and not TEXT & set(core) and (not stands or core[0] in WHO):
        return None
    found = _target(core, names, known)
    return Target(tuple(about), is_text=False) if found is None and about and stands else found
