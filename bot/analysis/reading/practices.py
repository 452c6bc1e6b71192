"""Which practices an act may show, and how likely each is.

A short clause alone is seldom sure, and what stands around it is not always about it. So it is
weighed three times: alone, with the clauses beside it, and with three on each side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.analysis.reading.linear import log_softmax, softmax

LEAST = 0.15
"""How likely a practice must be to be read at all."""

BOTH, NO_PRACTICE = "+", "none"
"""What joins the practices in a label of the table, and the label of what shows none."""

WIDER = ((0, 0.2), (1, 0.2), (3, 0.6))
"""How many clauses on each side are weighed with an act, and how much that counts.

Set on 94 whole conversations, with how likely a practice must be: of 314 plain acts 195 were named,
and 205 of 234 names were right; with two clauses on each side, and what was needed before, 181, and
190 of 215.
"""

BY_OTHERS = 3.0
"""The most, in logits, that the clauses beside an act can add to a practice: what the clause that
is quoted shows nothing of is never its name, however plain it is next to it."""


@dataclass(frozen=True, slots=True)
class Practice:
    """A practice that a clause may show, by its id, and how likely it is."""

    id: str
    chance: float


def likely(labels: Sequence[str], logits: Sequence[float]) -> tuple[Practice, ...]:
    """Return the practices that are likely enough to be read, the likeliest first.

    A label is what an act is in one framework and the other, and one act has one label: a practice
    is as likely as all labels together that it stands in.
    """
    parts = softmax(logits)
    sums = dict[str, float]()
    for label, part in zip(labels, parts, strict=True):
        for name in _practices_of(label):
            sums[name] = sums.get(name, 0.0) + part
    return _ranked(Practice(name, each) for name, each in sums.items() if each >= LEAST)


def together(
    weigh: Callable[[int, int], Sequence[float]], place: int, count: int
) -> Sequence[float]:
    """Return the logits of one of ``count`` clauses: those beside it count as far as it shows that
    itself.

    ``weigh`` returns the logits of some clauses in a row, by the first and by the first after them.
    """
    weighed = dict[tuple[int, int], float]()
    for beside, weight in WIDER:
        span = max(0, place - beside), min(count, place + beside + 1)
        weighed[span] = weighed.get(span, 0.0) + weight
    logits = {span: weigh(*span) for span in weighed}
    alone = logits[place, place + 1]
    if len(weighed) == 1:
        return alone
    all_ = [0.0] * len(alone)
    for span, by in weighed.items():
        all_ = [so_far + by * each for so_far, each in zip(all_, logits[span], strict=True)]
    pairs = zip(log_softmax(alone), log_softmax(all_), strict=True)
    return [min(each, own + BY_OTHERS) for own, each in pairs]


@lru_cache(maxsize=64)  # the labels of the table
def _practices_of(label: str) -> tuple[str, ...]:
    return () if label == NO_PRACTICE else tuple(label.split(BOTH))


def each_once(practices: Iterable[Practice]) -> tuple[Practice, ...]:
    """Return each practice with its best chance, the likeliest first."""
    best = dict[str, Practice]()
    for each in practices:
        if each.id not in best or best[each.id].chance < each.chance:
            best[each.id] = each
    return _ranked(best.values())


def _ranked(practices: Iterable[Practice]) -> tuple[Practice, ...]:
    return tuple(sorted(practices, key=lambda each: -each.chance))
