"""What is done about a message that was read: is it part of the answer, what is said back of it,
what is asked. Plain data in and out; the words are found elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from bot.analysis.reading.kinds import Kind
from bot.analysis.reading.linear import logit
from bot.analysis.reading.reading import Clause, Reading
from bot.content.models.parts import PartName

Needs = Sequence[PartName | tuple[PartName, ...]]

EVIDENCE: frozenset[Kind] = frozenset(
    ("evidence", "announce", "several", "pasted", "private", "bare")
)
"""Kinds that are part of an answer. A word alone is kept, and asked about."""

NEVER: frozenset[Kind] = frozenset(
    ("question", "not_understood", "request", "stop", "delete", "harm")
)
"""Kinds that are in no answer, even if something is told beside them."""

WORDY: frozenset[Kind] = frozenset(("question", "not_understood", "request"))
"""Kinds of these that a long account is taken for: what is kept can be taken out by one press."""

LONG = 40
"""Words from which on that is so, where an act is told."""

HARDLY: frozenset[Kind] = frozenset(
    ("alternative", "theory", "complaint_about_coach", "already_told", "back", "to_coordinator")
)
"""Kinds that are part of an answer only in a long message that tells of an act."""

FEW = 8
"""Words up to which a message of any other kind is in no answer, whatever is in it."""

TOLD: frozenset[PartName] = frozenset(("result", "evidence", "why", "who", "how"))
"""Parts that make a longer message part of the answer, although no act is in it."""

STORY: frozenset[PartName] = frozenset(("role", "own_act", "other_act", "result"))
"""Parts that keep even a few words in the answer, where it is in doubt what they are."""

DOUBT = 1.0
"""How much likelier than the next kind, in logits, a longer message must be to be kept out."""

MANY = 25
"""Words from which on a message with an act in it is part of the answer, whatever else it is."""

MOST = 2
"""The most questions after an answer at one step."""

MAIN = 2
"""The first of a step's needs, which are asked for however long the answer is."""

SHORT = 25
"""Words up to which an answer is asked about for less than its main needs."""

OF_SIDE = 0.27
"""How likely a practice must be to be named where the step asks about its side."""

EITHER_SIDE = 0.5
"""The same where either side would do."""

PLAIN = 0.8
"""From how well a clause must carry something for it to be said back."""


def is_evidence(reading: Reading, words: int) -> bool:
    """Return whether a message is part of an answer."""
    if reading.kind in EVIDENCE:
        return True
    if reading.kind in NEVER:
        return reading.kind in WORDY and reading.act and words >= LONG
    if reading.kind == "alternative" and "own_act" in reading.parts:
        return True
    if reading.kind in HARDLY:
        return reading.act and words >= MANY
    if words <= FEW:
        return reading.sure < DOUBT and bool(reading.parts & STORY)
    return reading.act or bool(reading.parts & TOLD) or reading.sure < DOUBT


def clause_to_say(
    clauses: Sequence[Clause],
    said: Collection[Clause],
    sides: Mapping[str, str],
    side: str | None,
) -> tuple[Clause, str] | None:
    """Return the clause that is worth saying back most, and the practice that it is called after.

    ``sides`` are those of the practices that may be named; ``side`` is the one that the step asks
    about, None or *both* for either. None where no clause carries anything, and "" for the practice
    where none is plain.
    """
    fit = [each for each in clauses if each.fit_to_quote and each not in said]
    named = [(each, *practice_to_name(each, sides, side)) for each in fit]
    best = max(named, key=lambda each: _worth(each[0], each[2]), default=None)
    return best[:2] if best and _worth(best[0], best[2]) >= PLAIN else None


def practice_to_name(
    clause: Clause, sides: Mapping[str, str], side: str | None
) -> tuple[str, float]:
    """Return the practice that a clause is called after, "" for none, and how plain that is: 0 for
    not, 2 for very. An act told under the other side is not named at all.
    """
    either = side not in ("management", "leadership")
    wanted = {"management", "leadership", "both"} if either else {side, "both"}
    best = next((each for each in clause.practices if sides.get(each.id) in wanted), None)
    needed = EITHER_SIDE if either else OF_SIDE
    if best is None or best.chance < needed:
        return "", 0.0
    return best.id, min(2.0, 0.5 + logit(best.chance) - logit(needed))


def _worth(clause: Clause, plain: float) -> float:
    """Return how much a clause carries: an act that can be named, a result, an act, a reason."""
    worth = plain + 1.5 * clause.act
    worth += 1.5 * ("result" in clause.parts) + 0.7 * ("why" in clause.parts)
    if "role" in clause.parts or ("context" in clause.parts and not clause.act):
        worth -= 1
    return worth + min(clause.end - clause.start, 60) / 300


def part_to_ask(
    needs: Needs, told: Collection[str], asked: Sequence[str], step: str, words: int
) -> PartName | None:
    """Return the part whose absence hurts most, None where nothing is to be asked.

    ``told`` is told anywhere in the attempt. ``asked`` holds what was asked for, each as
    ``step:part``, in that order; ``words`` are those of the answer.
    """
    here = [part for at, _, part in (each.partition(":") for each in asked) if at == step]
    if len(here) >= MOST:
        return None
    last = asked[-1].partition(":")[2] if asked else ""
    for place, need in enumerate(needs):
        either = need if isinstance(need, tuple) else (need,)
        if place >= MAIN and words > SHORT:
            return None
        if not any(part in told for part in either) and either[0] != last:
            return either[0]
    return None


def told_in(told: Mapping[str, Sequence[str]], numbers: Collection[int]) -> set[str]:
    """Return the parts that the messages with these numbers tell."""
    return {part for number in numbers for part in told.get(str(number), ())}
