"""How an act is asked for where none is told: by who it was, a job, or what came of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal

from bot.analysis.reading.grievances import is_grievance
from bot.analysis.reading.reading import Clause, Reading
from bot.analysis.reading.verbs import is_verb
from bot.content.models.dialogue import WordsStep
from bot.content.models.parts import PartName
from bot.engine.context import TurnContext
from bot.flows.coaching.asking import SHORT, of_both
from bot.flows.coaching.saying_back import BOTH
from bot.flows.coaching.told import ACTS, tells_only_who, tells_result, told


def lines_for_act(turn: TurnContext, step_id: str) -> list[Sequence[str]]:
    """Return the lines that ask for an act at a step in words that fit what was told just now: none
    where a line of any act does."""
    words, reading = turn.content.listening, turn.reading
    if tells_only_who(reading):
        return [words.after_who]
    if not tells_result(reading) and is_grievance(turn.event.text):
        return [words.after_grievance]
    if reading.act or not told(turn).isdisjoint(ACTS):
        return []
    if tells_result(reading):
        return [words.after_result]
    return [words.after_role] if is_first(turn, step_id) and not _tells_trouble(turn) else []


def part_of_few(
    turn: TurnContext, step: WordsStep, known: Collection[str], reading: Reading
) -> PartName | Literal["smaller"] | None:
    """Return what is asked for after few words at a step in which nothing is done: the other side
    at the step for both, what was done where others took it up, or something smaller."""
    here = told(turn, step.id)
    both = None if ACTS.isdisjoint(known) else of_both(step.needs, here)
    if both or here >= BOTH:
        return both
    was_asked = f"{step.id}:own_act" in turn.attempt.parts_asked
    return "own_act" if tells_result(reading) and not was_asked else "smaller"


def only_tells_trouble(turn: TurnContext, step: WordsStep, reading: Reading) -> bool:
    """Return whether a few words tell what was the matter, and nothing at the step yet that
    was done."""
    is_brief = turn.words_at(step.id) <= SHORT and not reading.own_act
    is_trouble = any("context" in e.parts or e.fit[:1] == ("before",) for e in reading.clauses)
    is_trouble = is_trouble and not reading.parts >= BOTH  # “the list was the work, and …”
    was_asked = f"{step.id}:own_act" in turn.attempt.parts_asked
    return is_brief and is_trouble and not was_asked and told(turn, step.id).isdisjoint(ACTS)


def is_first(turn: TurnContext, step_id: str) -> bool:
    """Return whether a step is the first that is written at."""
    first = next((each for each in turn.dialogue.steps if isinstance(each, WordsStep)), None)
    return first is not None and first.id == step_id


def tells_job(turn: TurnContext, step_id: str, reading: Reading) -> bool:
    """Return whether but a job is told at the first step: what went wrong there is not known."""
    return is_first(turn, step_id) and "role" in reading.parts and not reading.act


def _tells_trouble(turn: TurnContext) -> bool:
    return any(_is_trouble(turn.event.text, each) for each in turn.reading.clauses)


def _is_trouble(text: str, clause: Clause) -> bool:
    """Whether a clause tells how it was: “nurse, two wards” does not, although it is where."""
    words = text[clause.start : clause.end].casefold().split()
    is_told = "context" in clause.parts or clause.fit[:1] in (("before",), ("hard",))
    return is_told and any(map(is_verb, words))
