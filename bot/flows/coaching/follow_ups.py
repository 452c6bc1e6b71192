"""What is said at the review: a question for the emptiest answer, and who may read it."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from bot.analysis.phrases import either
from bot.content.models.dialogue import WordsStep
from bot.content.models.parts import PartName
from bot.engine.context import TurnContext
from bot.engine.wording import join
from bot.flows.coaching.asides import facts
from bot.flows.coaching.replies import WORD, ask_part, ask_smaller, chooser, told

PLENTY = 600
"""Words from which on it is said that some may be left out."""


def say_at_review(turn: TurnContext) -> None:
    """What helps on: a question for the emptiest answer, that there is plenty, who may read it."""
    if turn.dialogue.badge is None:
        return
    statement, coach = turn.statement, turn.content.words.coach
    if not statement.ready:
        _ask_about_emptiest(turn)
    if statement.own_words > PLENTY:
        turn.say(coach.plenty)
    text = "\n".join(section.text for section in statement.sections)
    public = either(turn.content.coaching.public)
    if not turn.attempt.public_said and public.search(text):
        turn.attempt.public_said = True
        turn.say(coach.public)


def _ask_about_emptiest(turn: TurnContext) -> None:
    """Ask for one thing of the answer that needs it most: one without words, then the shortest."""
    found = [each for each in turn.statement.sections if isinstance(each.step, WordsStep)]
    section = min(
        (each for each in found if each.needed), key=lambda each: each.words, default=None
    )
    if section is None or not isinstance(section.step, WordsStep) or not section.step.needs:
        return
    step, review, lines = section.step, turn.content.listening.review, chooser(turn)
    known = told(turn) if section.words else set()
    question = ask_part(turn, step.id, _missed(step, known), lines)
    question = question or ask_smaller(turn, lines, step.id)
    if question is None:
        return
    needs: Sequence[str] = review.nearly if section.words > WORD else review.no_moment
    if not section.words:
        open_point = step.criterion and not turn.statement.to_go
        needs = review.enough_but_open if open_point else review.empty
    about = {**facts(turn), "label": step.label, "minimum": str(turn.dialogue.min_words)}
    line = lines.must_pick(needs, question=question, **about) or question
    turn.tell(line if question in line else join("\n", [line, question]))


def _missed(step: WordsStep, known: AbstractSet[str]) -> PartName:
    """Return what is missed most at a step, its first need where nothing is missed."""
    ways = [need if isinstance(need, tuple) else (need,) for need in step.needs]
    return next((way[0] for way in ways if known.isdisjoint(way)), ways[0][0])
