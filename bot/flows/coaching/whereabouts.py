"""“where was I”, and “hi” from somebody who was away: where they are, and the open question."""

from __future__ import annotations

from dataclasses import replace

from bot.analysis.reading.leaving import says_they_go
from bot.analysis.reading.said_of_it import last_piece, speaks_of_question
from bot.analysis.reading.words import words_of
from bot.content.models.dialogue import WordsStep
from bot.domain.coaching import ASIDE, Coaching
from bot.domain.progress import outcome_is_due
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.cues import says
from bot.engine.wording import join
from bot.flows.coaching.asides import facts, is_after_bad_news
from bot.flows.coaching.in_passing import is_greeting
from bot.flows.coaching.known_questions import asks_of_their_text, meant_by
from bot.flows.coaching.of_their_text import what_is_missing
from bot.flows.coaching.policy import is_evidence
from bot.flows.coaching.replies import ask_open, chooser
from bot.flows.coaching.told import weightiest

MOST = 14
"""Words of the longest message that asks where they are."""


def asks_where(turn: TurnContext) -> bool:
    """Return whether they ask where they are, what the question was, or what to do now: in a few
    words, or at the end of more."""
    cues, text = turn.content.listening.kinds.cues, turn.event.text
    reading, words = turn.reading, count_words(text)
    if is_evidence(reading, words) and (reading.act or words > MOST):
        return False
    if not set(meant_by(turn, text)) <= _WHAT_NOW:
        return False  # “is this not just the same question again”
    last = text if words <= MOST else last_piece(text)
    alone = " ".join(each.plain for each in words_of(text))
    return says(last, cues.where) or alone in cues.what_now


_WHAT_NOW = frozenset(("what_now", "what_next"))
"""Questions that ask where they are, where no more is asked."""


def is_back(turn: TurnContext) -> bool:
    """Return whether somebody is back who has told something before, or said goodbye: they greet,
    or say so."""
    cues, text, reading = turn.content.listening.kinds.cues, turn.event.text, turn.reading
    says_so = reading.kind == "back" and not is_evidence(reading, count_words(text))
    says_so = says_so and not (says_they_go(text) or asks_of_their_text(turn, text))
    if not (says_so or is_greeting(text, cues)):
        return False
    went = (*cues.goodbye, *cues.to_bed, *cues.going)
    before = turn.conversation.messages[-1:]
    was_here = turn.kept_words() or any(each.aside and says(each.text, went) for each in before)
    # What they are asked comes before any greeting.
    is_asked = is_after_bad_news(turn) or outcome_is_due(turn.attempt, turn.now)
    return bool(was_here) and not is_asked


def say_where(turn: TurnContext) -> None:
    """Say where they are, and show the question that is open there."""
    turn.coaching = Coaching("back", ASIDE)
    lines, kinds = chooser(turn), turn.content.listening.kinds
    back, is_asked = kinds.back, asks_where(turn) and kinds.cues.hello not in turn.says
    question = turn.flows.place.question(turn)
    if not (turn.open_question and question):
        greeting = None if is_asked else lines.must_pick(back.at_end)
        missing = what_is_missing(turn, lines) if turn.kept_words() else None
        if said := [each for each in (greeting, missing) if each]:
            turn.tell(*said)
        turn.show_again()
        return
    is_repeated = is_asked and speaks_of_question(turn.event.text)
    place = back.where if is_repeated else back.place
    needs, known = place if is_asked else back.again, facts(turn)
    if waiting := ask_open(turn, lines, needs, **known):
        turn.tell(waiting)
        return
    clause = weightiest(turn, turn.step.id) if turn.step and not is_repeated else ""
    has_answer = back.wrote if is_asked else back.has_answer
    if clause and (line := lines.pick(has_answer, **known, clause=clause)):
        missing = what_is_missing(turn, lines) if is_asked else None
        way_on = turn.fill(turn.content.words.answer.first)
        turn.tell(join("\n", [line, way_on]), *[each for each in (missing,) if each])
        return
    if turn.step and turn.answer(turn.step.id) and not is_repeated:
        turn.tell(lines.must_pick(back.answered, **known) or question)
        return
    more = turn.content.listening.once_more.get(turn.step.id, ()) if turn.step else ()
    question = question if is_repeated else lines.pick(more) or question
    turn.tell(lines.must_pick(needs, **known, question=question) or question)
    if isinstance(turn.step, WordsStep) and turn.step.needs and not turn.answer(turn.step.id):
        turn.coaching = replace(turn.coaching, asked="own_act")
    if turn.step and turn.answer(turn.step.id):
        turn.say(turn.content.words.answer.first)
        if is_asked and not is_repeated and (missing := what_is_missing(turn, lines)):
            turn.tell(missing)
