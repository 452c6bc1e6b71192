"""Coaching at the review: a question for the emptiest answer, and who may be known by it."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from bot.content.models.dialogue import WordsStep
from bot.content.models.parts import PartName
from bot.domain.statement import Section
from bot.engine.context import TurnContext
from bot.engine.wordings import Chooser
from bot.flows.coaching.asides import facts, is_shortest
from bot.flows.coaching.asking import deeper
from bot.flows.coaching.replies import ask_part, ask_smaller, chooser
from bot.flows.coaching.showing_who import ask_phrase, say_no_names
from bot.flows.coaching.told import told, weightiest
from bot.flows.coaching.words_alone import WORD

OF_AN_ACT = frozenset(("result", "evidence", "why", "how", "who", "people_part", "task_part"))
"""Parts that are asked for by coming back to something that was done."""

PLENTY = 600
"""Words from which on it is said that some may be left out."""


def say_at_review(turn: TurnContext, *, asks: bool = True) -> None:
    """Say what helps on: a question for the emptiest answer, plenty, who may be known. Who has just
    skipped a question is not asked it again at once: then it ``asks`` for nothing.

    One question: where an answer is asked about, the phrase is shown and nothing is asked with it.
    """
    turn.attempt.asked_for = ""
    if turn.dialogue.badge is None:
        return
    lines, statement = chooser(turn), turn.statement
    if asks and not statement.ready:
        _ask_about_emptiest(turn, lines)
    if statement.own_words > PLENTY:
        about = {**facts(turn), "minimum": str(turn.dialogue.min_words)}
        if line := lines.must_pick(turn.content.listening.review.too_long, **about):
            turn.tell(line)
    if not ask_phrase(turn, lines) and statement.ready:
        say_no_names(turn, lines)


def go_on_at_review(turn: TurnContext) -> None:
    """After an answer to the review's question: the next one, or that it is ready."""
    turn.attempt.asked_for = ""
    lines, statement = chooser(turn), turn.statement
    if statement.ready:
        turn.tell(lines.must_pick(turn.content.listening.review.ready, **facts(turn)) or "")
    else:
        _ask_about_emptiest(turn, lines)
    ask_phrase(turn, lines)


def _ask_about_emptiest(turn: TurnContext, lines: Chooser) -> None:
    """Ask for one thing of the answer that needs it most: one without words, then the shortest."""
    found = [each for each in turn.statement.sections if isinstance(each.step, WordsStep)]
    section = min(
        (each for each in found if each.needed), key=lambda each: each.words, default=None
    )
    if section is None or not isinstance(section.step, WordsStep) or not section.step.needs:
        return
    if section.words and not turn.statement.to_go:
        return  # only a pick is missing
    step = section.step
    known = told(turn) if section.words else set()
    part = missed(step, known) or deeper(known, turn.attempt.parts_asked, step.id)
    clause = weightiest(turn, step.id, acts=True) if part in OF_AN_ACT else ""
    question = ask_part(turn, step.id, part, lines, clause)
    question = question or ask_smaller(turn, lines, step.id)
    if question is None:
        return
    turn.attempt.asked_for, turn.attempt.question = step.id, str(question)
    needs, label = _lead(turn, section)
    about = {**facts(turn), "label": label, "minimum": str(turn.dialogue.min_words)}
    turn.tell(lines.lead(needs, question=question, **about))


def _lead(turn: TurnContext, section: Section) -> tuple[Sequence[str], str | None]:
    """Return the lines that lead to the question, and the label that they may be filled with."""
    review, label = turn.content.listening.review, section.step.label
    if not section.words:
        open_point = isinstance(section.step, WordsStep) and section.step.criterion
        enough = open_point and not turn.statement.to_go
        return (review.enough_but_open if enough else review.empty), label
    if section.words <= WORD:
        return review.no_moment, label
    return review.nearly, label if is_shortest(turn, section.step) else None


def missed(step: WordsStep, known: AbstractSet[str]) -> PartName | None:
    """Return what is missed most at a step, None where nothing is missed."""
    ways = [need if isinstance(need, tuple) else (need,) for need in step.needs]
    return next((way[0] for way in ways if known.isdisjoint(way)), None)
