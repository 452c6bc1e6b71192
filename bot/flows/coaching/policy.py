"""The decision about a message that was read: is it part of the answer, what is said back of it,
what is asked. Plain data in and out; the words are found elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from bot.analysis.reading.kinds import Kind
from bot.analysis.reading.linear import logit
from bot.analysis.reading.reading import Clause, Reading
from bot.content.library import Content
from bot.content.models.parts import PartName

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

VERY_LONG = 80
"""Words from which on it is so whatever is told: nobody asks the coach anything at such length."""

HARDLY: frozenset[Kind] = frozenset(
    ("alternative", "theory", "complaint_about_coach", "already_told", "back", "to_coordinator")
)
"""Kinds that are part of an answer only in a long message that tells of an act."""

SPOKEN: frozenset[Kind] = frozenset(("talk", "chat", "correction", "feeling_about_task"))
"""Kinds in which people also tell what they did: “I put the phone away”, “I bought new shoes”."""

PLAINLY = 1.0
"""How much likelier than what is told, in logits, such a message must be for that to be no part of
an answer. On the labelled rows, each read by a table that had not learned it, 28 more of 2,650 are
kept out rightly and 2 of 1,220 wrongly."""

REASONED: frozenset[Kind] = frozenset(("talk", "feeling_about_task"))
"""Kinds that have a reason in them, too: thanks, and what somebody finds hard."""

FEW = 8
"""Words up to which a message of any other kind is in no answer, whatever is in it."""

TOLD: frozenset[PartName] = frozenset(("result", "evidence", "why", "who", "how"))
"""Parts that make a longer message part of the answer, although no act is in it."""

STORY: frozenset[PartName] = frozenset(("role", "own_act", "other_act", "result"))
"""Parts that keep even a few words in the answer, where it is in doubt what they are."""

DOUBT = 0.0
"""How much likelier than what is told, in logits, a longer message must be to be kept out."""

SURELY = 2.5
"""The same where a part seems to be told: “my English is not so good, sorry” has a reason in it."""

MANY = 25
"""Words from which on a message with an act in it is part of the answer, whatever else it is."""

OF_SIDE = 0.28
"""How likely a practice must be to be named where the step asks about its side."""

EITHER_SIDE = 0.32
"""The same where either side would do."""

BY_OTHERS = 0.7
"""The same where it is not plain that the learner acts: it may be what was the matter."""

_THEIRS = ("own", "we")

OTHER_SIDE = 0.65
"""The same where the step asks about the other side: what it is in everyday words is true there."""

ALIKE: Sequence[frozenset[str]] = (
    frozenset(("planning_budgeting", "plan")),
    frozenset(("organising_staffing", "organise")),
    frozenset(("controlling_problem_solving", "monitor_evaluate")),
    frozenset(("establishing_direction", "scan", "focus")),
    frozenset(("aligning_people", "align_mobilise")),
    frozenset(("motivating_inspiring", "inspire")),
)
"""What two models call nearly the same. Each speaks for the other, and neither is a doubt of it."""

DOING = "implement"
"""What stands beside any other of its side: whatever is planned or put in order is also done."""

LEAD = 0.2
"""By how much it must be surer than the next that it may be instead."""

SUREST = 0.98
"""More sure than this makes no act plainer."""

Model = tuple[str, str]
"""The framework of a practice that may be named, and its side."""

PLAIN = 0.8
"""From how well a clause must carry something for it to be said back."""

HARD = 1.6
"""How much a death or tears carry: more than an act that nothing names, less than a named one."""

OWN: Mapping[str, float] = {"own": 1.0, "we": 0.6}
"""How much more an act carries that is their own."""

NAMED = 2.0
"""How much more it carries that an act is plain: naming it goes before all else."""

BESIDE = 2.0
"""How much less a clause carries that tells only when something was, or what was not done; half
of it where they act themselves: “when I went in I moved her chair”."""

ASTRAY = 2.0
"""How much less it carries that it may be what was the matter, or what others did, where they tell
what they did themselves."""

LED = 0.8
"""How much more an act of theirs carries that “so” leads to: what was wrong is told before it."""

OUTCOME = 0.0
"""How much more what plainly came of it carries than what only the table takes for a result."""


def is_evidence(reading: Reading, words: int) -> bool:
    """Return whether a message is part of an answer."""
    if reading.kind in EVIDENCE:
        return True
    if reading.kind in NEVER:
        is_account = words >= VERY_LONG or (reading.act and words >= LONG)
        return reading.kind in WORDY and is_account
    if reading.kind == "alternative" and "own_act" in reading.parts:
        return True
    if reading.kind in HARDLY or (reading.kind in SPOKEN and reading.sure >= PLAINLY):
        return reading.act and words >= MANY
    if words <= FEW:
        return reading.sure < DOUBT and bool(reading.parts & STORY)
    tells = reading.kind not in REASONED and bool(reading.parts & TOLD)
    return reading.act or reading.sure < (SURELY if tells else DOUBT)


def clause_to_say(
    clauses: Sequence[Clause],
    said: Collection[Clause],
    models: Mapping[str, Model],
    side: str | None,
) -> tuple[Clause, str] | None:
    """Return the clause that is worth saying back most, and the practice that it is called after.

    ``models`` are those of the practices that may be named; ``side`` is the one that the step asks
    about, None or *both* for either. None where no clause carries anything, and "" for the practice
    where none is plain.
    """
    fit = [each for each in clauses if each.fit_to_quote and each not in said]
    named = [(each, *practice_to_name(each, models, side)) for each in fit]
    acts = any(_is_theirs(each) and not (each.beside or _is_job(each)) for each in fit)
    worth = [_worth(each, plain) + _by_what_else(each, acts=acts) for each, _, plain in named]
    best = max(range(len(named)), key=worth.__getitem__, default=None)
    return named[best][:2] if best is not None and worth[best] >= PLAIN else None


def any_clause(
    clauses: Sequence[Clause], said: Collection[Clause], *, answers: bool, part: str
) -> tuple[Clause, str] | None:
    """Return what is said back of words that carry little: of an answer to the coach's own question
    the first that tells the part asked for, or any, else one that is no role."""
    fit = [each for each in clauses if each.fit_to_quote and each not in said]
    telling = [each for each in fit if each.parts] if answers else []
    if telling:
        return next((each for each in telling if part in each.parts), telling[0]), ""
    told = [each for each in fit if "role" not in each.parts and not each.beside]
    best = max(told, key=lambda each: (bool(each.parts), _worth(each, 0.0)), default=None)
    return (best, "") if best else None


@lru_cache(maxsize=8)  # the same for all learners
def models_of(content: Content) -> Mapping[str, Model]:
    """Return the practices that have a name in plain words, each with its model."""
    return {
        each.id: (framework.id, each.side)
        for framework in content.frameworks.values()
        for each in framework.practices
        if each.id in content.listening.named
    }


def practice_to_name(
    clause: Clause, models: Mapping[str, Model], side: str | None
) -> tuple[str, float]:
    """Return the practice that a clause is called after, "" for none, and how plain that is: 0 for
    not, 2 for very. What could as well be called something else is not named at all, nor what tells
    only when or how long: “till she backed it”.
    """
    known = [each for each in clause.practices if each.id in models and not clause.beside]
    found = [
        (each.chance - _needed(models[each.id][1], side), each.chance, each.id)
        for each in known
        if not any(o.chance > each.chance and o.id in _like(each.id) for o in known)
    ]
    if not found:
        return "", 0.0
    beyond, sure, best = max(found)
    if not _is_theirs(clause):
        beyond = min(beyond, sure - BY_OTHERS)
    rivals = (each for each in found if not _goes_with(best, each[2], models))
    next_best = max((each[1] for each in rivals), default=0.0)
    if beyond < 0 or sure - next_best < LEAD:
        return "", 0.0
    return best, min(2.0, 0.5 + logit(min(sure, SUREST)) - logit(sure - beyond))


def _is_theirs(clause: Clause) -> bool:
    """Whether the learner plainly acts in a clause."""
    return clause.act and clause.whose in _THEIRS and clause.fit[:1] != ("other_act",)


def _by_what_else(clause: Clause, *, acts: bool) -> float:
    """Return how much more or less a clause carries by whether they tell besides what they did."""
    if acts:
        return LED * (clause.led and _is_theirs(clause)) - ASTRAY * _is_astray(clause)
    return BESIDE / 2 * (clause.beside and _is_theirs(clause))


def _is_astray(clause: Clause) -> bool:
    """Whether a clause may tell of somebody else, of what was the matter, or of their job."""
    is_others = clause.act and clause.whose not in _THEIRS
    return is_others or clause.fit[:1] == ("before",) or _is_job(clause)


def _is_job(clause: Clause) -> bool:
    """Whether a clause tells what they do every day as their job: “I drive the minibus”."""
    return "role" in clause.parts


@lru_cache(maxsize=256)  # the practices of the authors
def _like(practice: str) -> frozenset[str]:
    return next((each for each in ALIKE if practice in each), frozenset((practice,)))


def _goes_with(one: str, other: str, models: Mapping[str, Model]) -> bool:
    """Whether an act may be both, so that the one is no doubt of the other."""
    by_doing = DOING in (one, other) and models[one][1] == models[other][1]
    return by_doing or other in _like(one)


def _needed(of: str, side: str | None) -> float:
    """Return how likely a practice ``of`` a side must be at a step that asks about ``side``."""
    if side not in ("management", "leadership"):
        return EITHER_SIDE
    return OF_SIDE if of in (side, "both") else OTHER_SIDE


def _worth(clause: Clause, plain: float) -> float:
    """Return how much a clause carries: an act that can be named, their own before others', what
    came of it, a reason, and how it was before where there is nothing else."""
    worth = NAMED * plain + 1.5 * clause.act + OWN.get(clause.whose or "", 0)
    worth -= BESIDE * clause.beside / (2 if clause.whose == "own" else 1)
    worth += 1.5 * ("result" in clause.parts) + 0.7 * ("why" in clause.parts)
    if clause.fit[:1] == ("hard",):
        return HARD
    if "before" in clause.fit:
        return 0.0 if "role" in clause.parts else PLAIN
    if clause.fit[:1] in (("result",), ("others_result",)):
        worth += OUTCOME
    elif "role" in clause.parts or ("context" in clause.parts and not clause.act):
        worth -= 1
    return worth + min(clause.end - clause.start, 60) / 300
