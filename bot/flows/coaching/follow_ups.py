"""What a coach does with an answer: notices, asks one question more, and never writes a word of it.

A text may be a question to the coach, or say "I don't lead anyone": then it is in no answer. Once
an answer is kept it goes through ``after_keeping``, which says at most one thing more. What
protects people comes first, what could be richer last.
"""

from __future__ import annotations

from datetime import timedelta

from bot.analysis.follow_ups import follow_up
from bot.analysis.richness import either, is_rich, missing
from bot.content.models.dialogue import WordsStep
from bot.domain.conversation import Message, pieces_of
from bot.domain.statement import joined
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.flows.coaching.practices import named, seen_at_step

BARE = 2
"""Words up to which an answer is a bare label: "training", "good teamwork"."""

MUCH = 100
"""Words from which on a first message of several paragraphs may hold other answers too."""

PLENTY = 600
"""Words from which on it is said that some may be left out."""

UNREAD = timedelta(seconds=2)
"""A message this soon after the one before was typed before the question was read."""

MOST = 2
"""The most follow-ups at a step."""


def enrich(turn: TurnContext, message: Message) -> list[str]:
    """What could make the answer richer, where a badge asks for it."""
    coach, text = turn.content.words.coach, joined(turn.answer(message.step))
    if count_words(text) <= BARE:
        return _ask_for_more_than_a_label(turn) if count_words(text) else []
    first = message.step == turn.dialogue.steps[0].id
    if first and count_words(message.text) >= MUCH and len(pieces_of(message)) > 1:
        return [turn.fill(coach.long)]
    if is_rich(text, turn.knowledge.signs):
        return [] if _was_rich(turn, message) else [turn.fill(coach.full)]
    question = next_question(turn, text)
    return [question] if question else _offer(turn)


def _ask_for_more_than_a_label(turn: TurnContext) -> list[str]:
    bare = turn.fill(turn.content.words.coach.bare)
    here = turn.attempt.asked.setdefault(turn.attempt.step, [])
    if bare in here:
        return []
    here.append(str(bare))
    return [bare]


def _was_rich(turn: TurnContext, message: Message) -> bool:
    before = [each for each in turn.answer(message.step) if each.number != message.number]
    return is_rich(joined(before), turn.knowledge.signs)


def next_question(turn: TurnContext, text: str) -> str:
    """The follow-up for the open step, noted as asked; "" when none is due.

    Who is typing in a burst has not read the last one: it is asked again and not another one.
    """
    attempt, step_id = turn.attempt, turn.attempt.step
    here = attempt.asked.setdefault(step_id, [])
    sent = turn.event.at
    if here and sent and attempt.asked_at and sent - attempt.asked_at < UNREAD:
        return here[-1]
    if len(here) >= MOST:
        return ""
    lacking = missing(text, turn.knowledge.signs)
    seen = seen_at_step(turn) if turn.side_asked else None
    known = named(turn) or ([seen.practice] if seen else [])
    practice = turn.content.practices.get(known[-1]) if known else None
    asked = [each for questions in attempt.asked.values() for each in questions]
    question = follow_up(turn.content.coaching, lacking, practice, asked)
    if question:
        here.append(question)
        attempt.asked_at = sent
    return question or ""


def _offer(turn: TurnContext) -> list[str]:
    """Once a step: that the skill can be named."""
    step_id = turn.attempt.step
    if (
        turn.side_asked not in ("management", "leadership")
        or step_id in turn.attempt.naming_offered
    ):
        return []
    turn.attempt.naming_offered.append(step_id)
    return [turn.fill(turn.content.words.coach.offer)]


def say_at_review(turn: TurnContext) -> None:
    """What helps on: a question for the thinnest answer, that there is plenty, who may read it."""
    if turn.dialogue.badge is None:
        return
    statement, coach = turn.statement, turn.content.words.coach
    if statement.to_go:
        _ask_about_thinnest(turn)
    if statement.own_words > PLENTY:
        turn.say(coach.plenty)
    text = "\n".join(section.text for section in statement.sections)
    public = either(turn.content.coaching.public)
    if not turn.attempt.public_said and public.search(text):
        turn.attempt.public_said = True
        turn.say(coach.public)


def _ask_about_thinnest(turn: TurnContext) -> None:
    asked_for = [
        each
        for each in turn.statement.sections
        if isinstance(each.step, WordsStep) and each.step.criterion and each.words
    ]
    if not asked_for:
        return
    thinnest = min(asked_for, key=lambda each: each.words)
    coaching, step = turn.content.coaching, thinnest.step
    lacking = missing(thinnest.text, turn.knowledge.signs)
    asked = [each for questions in turn.attempt.asked.values() for each in questions]
    question = follow_up(coaching, lacking, None, asked)
    if question:
        turn.attempt.asked.setdefault(step.id, []).append(question)
        coach = turn.content.words.coach
        turn.say(coach.thinnest, label=step.label, question=question)
