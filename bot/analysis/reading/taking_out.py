"""“u still got the bruises bit in. i said take it out”: orders to leave words out, in any words.

A message is read piece by piece, from stop to stop. A piece is an order where it says that
something shall go and says nothing else: what stands around it is “please”, “i said”, “hen”. So
“she told him to drop it” is told of work. What stands beside the order is left for others to read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.analysis.patterns import lazy
from bot.analysis.reading.announces import StepNames
from bot.analysis.reading.spoken_pieces import asks
from bot.analysis.reading.taking_out_targets import (
    LEAST,
    Span,
    Target,
    alone_in,
    pasted,
    targets,
    words_in,
)
from bot.analysis.reading.taking_out_words import AROUND, BEFORE, COMPLAINTS, FROM_IT, MAY_BE, ORDER
from bot.analysis.reading.two_wishes import parted

LONGEST = 14
"""Words of the longest piece that is an order."""


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
    if not which and MAY_BE.isdisjoint(re.findall(r"\w+", text.casefold())):
        return None
    apart, quoted = parted(text), list(pasted(text, told))
    orders, others = list[_Ordered](), list[Span]()
    for start, end in _pieces(apart, [span for span, _ in quoted]):
        words = words_in(text[start:end])
        found = _ordered(words, names, told) if 0 < len(words) <= LONGEST else None
        if found:
            orders.append(replace(found, span=(start, end)))
        elif not asks(apart[start:end]):
            others.append((start, end))
    is_ordered = any(not each.complains for each in orders) or (which and bool(orders))
    if not (is_ordered or which):
        return None
    meant = [target for each in orders for target in each.targets]
    alone = [(span, alone_in(words_in(text[slice(*span)]), names, told)) for span in others]
    is_named = any(not each.is_newest for each in meant)
    named = [(span, found) for span, found in alone if found and not is_named]
    if orders:  # words that name no text are what is told beside the order
        named = [(span, found) for span, found in named if found.is_text]
    meant += [Target(quote=quote) for _, quote in quoted] + [found for _, found in named]
    spans = [each.span for each in orders] + [span for span, _ in [*named, *quoted]]
    if not meant:
        return None
    own = any(each.refuses and _stands_after(text, each.span, spans) for each in orders)
    drops = any(each.drops for each in orders)
    again = any(each.again or each.complains for each in orders)
    bare = any(each.bare for each in orders)
    ends = [(start, _END.match(text, end).end()) for start, end in sorted(spans)]  # type: ignore[union-attr]
    return TakeOut(tuple(_plainest(meant)), tuple(ends), own, drops, again, bare)


def _stands_after(text: str, span: Span, spans: Sequence[Span]) -> bool:
    """Whether words that are no order stand before a piece: it is about them."""
    before = TakeOut((), tuple(sorted(each for each in spans if each[0] < span[0])))
    return len(words_in(before.rest_of(text[: span[0]]))) > LEAST


def _plainest(targets: list[Target]) -> list[Target]:
    """Return targets once each: what is named goes before “it”, which then means the same."""
    once = list(dict.fromkeys(targets))
    named = [each for each in once if not each.is_newest]
    return named or [next((each for each in once if each.step), once[0])]


def _pieces(text: str, taken: Sequence[Span]) -> Iterator[Span]:
    for start, end in taken:
        text = text[:start] + "\n" * (end - start) + text[end:]
    yield from (each.span() for each in _PIECE.finditer(text) if each[0].strip())


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
        meant = targets(phrase, names, told) if phrase else [Target()]
        is_said = phrase or _is_bare(said, found) or FROM_IT.search(said)
        if meant is None or not is_said:
            continue
        before = set(found["before"].split())
        return _Ordered(
            tuple(meant),
            complains=group in COMPLAINTS,
            refuses=group == "unwanted",
            drops="drop" in words,
            again=bool(before & BEFORE),
            bare=not phrase and not FROM_IT.search(said),
        )
    return None


_GROUPS = (
    "out",
    "gone",
    "struck",
    "unwanted",
    "place",
    "wanted",
    "kept",
    "still",
    "named",
    "after",
)


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
