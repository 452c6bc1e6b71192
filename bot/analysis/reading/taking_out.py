"""“u still got the bruises bit in. i said take it out”: orders to leave words out, in any words.

A message is read piece by piece, from stop to stop. A piece is an order where it says that
something shall go and says nothing else: what stands around it is “please”, “i said”, “hen”. So
“she told him to drop it” is told of work. What stands beside the order is left for others to read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from bot.analysis.patterns import lazy
from bot.analysis.reading.announces import StepNames
from bot.analysis.reading.taking_out_words import (
    AROUND,
    BEFORE,
    COMPLAINTS,
    MANY,
    MAY_BE,
    NUMBERS,
    ORDER,
    PLAIN,
    POINTS,
    SENTENCE,
    TEXT,
    WHO,
)

Span = tuple[int, int]

LONGEST = 14
"""Words of the longest piece that is an order."""

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


@dataclass(frozen=True, slots=True)
class TakeOut:
    """What shall go, and where in the message that is said."""

    targets: tuple[Target, ...]
    spans: tuple[Span, ...]
    own: bool = False
    """Whether it is about the message that it stands in: “…, please dont put that in”."""
    drops: bool = False
    """Whether it is said in the words that the coach asks in: “drop it”."""
    again: bool = False
    """Whether it is said to have been said before: nothing else is meant."""
    bare: bool = False
    """Whether no more than the verb is said: “drop”."""

    def rest_of(self, text: str) -> str:
        """Return what stands beside the order."""
        kept, after = list[str](), 0
        for start, end in self.spans:
            kept.append(text[after:start])
            after = end
        return " ".join([*kept, text[after:]]).strip(" .,!?-–\n")


_AND = lazy(r"\b(?:n|an|and|plus|also)\b")
_LOSES = lazy(r"\b(?:i|we|ill|id|they|she|he) (?:\w+ )?lose\b")
"""“do I lose all of it?” fears for the words, and orders nothing."""

_END = lazy(r"[”\"»]?[.!?,;:–—]*\s*")
_PIECE = lazy(r"[^.!?\n,;:–—“”\"«»]+")


def take_out_in(
    text: str,
    names: StepNames,
    told: Callable[[], Sequence[str]],
    *,
    which: bool = False,
) -> TakeOut | None:
    """Return what a message says shall go, None where it says nothing of it.

    ``told`` is what stands in the answers. ``which``: it was asked, or said just before, that
    something shall go, so the words alone name it.
    """
    if not which and not MAY_BE.search(text.casefold()):
        return None
    pasted = list(_pasted(text, told))
    orders, others = list[_Ordered](), list[Span]()
    for start, end in _pieces(text, [span for span, _ in pasted]):
        words = _words(text[start:end])
        found = _ordered(words, names, told) if 0 < len(words) <= LONGEST else None
        if found:
            orders.append(replace(found, span=(start, end)))
        else:
            others.append((start, end))
    is_ordered = any(not each.complains for each in orders) or (which and bool(orders))
    if not (is_ordered or which):
        return None
    targets = [target for each in orders for target in each.targets]
    alone = [(span, _alone(_words(text[slice(*span)]), names, told)) for span in others]
    is_named = any(not each.is_newest for each in targets)
    named = [(span, found) for span, found in alone if found and not is_named]
    if orders:  # words that name no text are what is told beside the order
        named = [(span, found) for span, found in named if found.is_text]
    targets += [Target(quote=quote) for _, quote in pasted] + [found for _, found in named]
    spans = [each.span for each in orders] + [span for span, _ in [*named, *pasted]]
    if not targets:
        return None
    own = any(each.refuses and _stands_after(text, each.span, spans) for each in orders)
    drops = any(each.drops for each in orders)
    again = any(each.again or each.complains for each in orders)
    bare = any(each.bare for each in orders)
    ends = [(start, _END.match(text, end).end()) for start, end in sorted(spans)]  # type: ignore[union-attr]
    return TakeOut(tuple(_plainest(targets)), tuple(ends), own, drops, again, bare)


def _stands_after(text: str, span: Span, spans: Sequence[Span]) -> bool:
    """Whether words that are no order stand before a piece: it is about them."""
    before = TakeOut((), tuple(sorted(each for each in spans if each[0] < span[0])))
    return len(_words(before.rest_of(text[: span[0]]))) > LEAST


def _plainest(targets: list[Target]) -> list[Target]:
    """Return targets once each: what is named goes before “it”, which then means the same."""
    once = list(dict.fromkeys(targets))
    named = [each for each in once if not each.is_newest]
    return named or [next((each for each in once if each.step), once[0])]


def _pieces(text: str, taken: Sequence[Span]) -> Iterator[Span]:
    for start, end in taken:
        text = text[:start] + "\n" * (end - start) + text[end:]
    yield from (each.span() for each in _PIECE.finditer(text) if each[0].strip())


def _words(text: str) -> list[str]:
    plain = text.casefold().replace("’", "").replace("'", "")
    return re.findall(r"[^\W_]+", plain)


def _pasted(text: str, told: Callable[[], Sequence[str]]) -> Iterator[tuple[Span, str]]:
    """Yield where a message of theirs stands in this one as it was sent, and its words."""
    plain = text.casefold()
    if len(plain) != len(text):
        return
    for each in sorted(set(told()), key=len, reverse=True):
        line = each.casefold().strip()
        start = plain.find(line)
        if start >= 0 and len(line.split()) >= LEAST and len(line) < len(plain.strip()):
            yield (start, start + len(line)), line
            return


@dataclass(frozen=True, slots=True)
class _Ordered:
    """What a piece orders to go; whether it tells only that it has not gone, or refuses words."""

    targets: tuple[Target, ...]
    complains: bool = False
    refuses: bool = False
    drops: bool = False
    again: bool = False
    bare: bool = False
    span: Span = (0, 0)


def _ordered(
    words: Sequence[str], names: StepNames, told: Callable[[], Sequence[str]]
) -> _Ordered | None:
    """Return what a piece orders, None where it orders nothing or says more than that."""
    said = " ".join(words)
    if _LOSES.search(said):
        return None
    for found in _matches(said):
        if not AROUND.issuperset(set(found["before"].split()) - {"that", "this"}):
            continue
        group = next((each for each in _GROUPS if found[each]), "")
        phrase = found[group] if group else ""
        if found["out"] and found["after"]:
            phrase = f"{found['out']} and {found['after']}"
        targets = _targets(phrase, names, told) if phrase else [Target()]
        if targets is None or (not phrase and not _is_bare(said, found)):
            continue
        before = set(found["before"].split())
        return _Ordered(
            tuple(targets),
            complains=group in COMPLAINTS,
            refuses=group == "unwanted",
            drops="drop" in words,
            again=bool(before & BEFORE),
            bare=not phrase,
        )
    return None


_GROUPS = ("out", "gone", "unwanted", "place", "wanted", "kept", "still", "named", "after")


def _matches(said: str) -> Iterator[re.Match[str]]:
    if found := ORDER.fullmatch(said):
        yield found
    words = said.split()
    while words and words[-1] in AROUND:
        words = words[:-1]
        if found := ORDER.fullmatch(" ".join(words)):
            yield found


def _is_bare(said: str, found: re.Match[str]) -> bool:
    """Whether a verb stands alone: “drop”, “delete please”."""
    return not found["before"] and len(said.split()) <= 2


def _targets(
    phrase: str, names: StepNames, told: Callable[[], Sequence[str]]
) -> list[Target] | None:
    """Return what some words name, None where they name no text."""
    known = set(_words("\n".join(told()))) if phrase else set[str]()
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


def _alone(
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
    known = set(_words("\n".join(told())))
    about = [each for each in core if each not in PLAIN]
    stands = all(each in known for each in about)
    if about and not TEXT & set(core) and (not stands or core[0] in WHO):
        return None
    found = _target(core, names, known)
    return Target(tuple(about), is_text=False) if found is None and about and stands else found
