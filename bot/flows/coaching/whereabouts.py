"""“where was I”, and “hi” from somebody who was away: where they are, and the open question."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from bot.analysis.reading.being_back import comes_back
from bot.analysis.reading.leaving import how_they_leave, says_they_go
from bot.analysis.reading.said_of_it import last_piece, speaks_of_question
from bot.analysis.reading.words import words_of
from bot.content.models.dialogue import WordsStep
from bot.content.models.parts import PartName
from bot.domain.coaching import ASIDE, Coaching
from bot.domain.progress import outcome_is_due
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.cues import says
from bot.engine.wording import join
from bot.engine.wordings import Chooser
from bot.flows.coaching.asides import facts
from bot.flows.coaching.bad_news import is_after_bad_news
from bot.flows.coaching.in_passing import is_greeting
from bot.flows.coaching.known_questions import meant_by
from bot.flows.coaching.of_their_text import what_is_missing
from bot.flows.coaching.policy import is_evidence
from bot.flows.coaching.replies import ask_open, chooser, open_follow_up
from bot.flows.coaching.setting_aside import may_be_left, set_aside
from bot.flows.coaching.told import weightiest
from bot.flows.safety.harm_heard import harm_in

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
    return says(last, cues.where) or alone in cues.what_now or turn.said == "where"


_WHAT_NOW = frozenset(("what_now", "what_next"))
"""Questions that ask where they are, where no more is asked."""


def is_back(turn: TurnContext) -> bool:
    """Return whether somebody is back who has told something before, or said goodbye: they greet,
    or say so."""
    cues, text, reading = turn.content.listening.kinds.cues, turn.event.text, turn.reading
    says_so = reading.kind == "back" and not is_evidence(reading, count_words(text))
    says_so = says_so and not says_they_go(text) and set(meant_by(turn, text)) <= _WHAT_NOW
    if not (says_so or is_greeting(text, cues)):
        return False
    return bool(turn.kept_words() or _had_gone(turn)) and not _is_asked_first(turn)


def take_words(turn: TurnContext) -> bool:
    """Take words of somebody who comes back, and how it went: “im bk. shes doin ok. where was i”.
    None of it is told of work."""
    if turn.at_welcome or not may_be_left(turn) or turn.reading.own_act:
        return False
    found = comes_back(turn.event.text)
    if found is None or not (found.is_plain or _had_gone(turn)) or harm_in(turn):
        return False
    if not (turn.kept_words() or _had_gone(turn)) or _is_asked_first(turn):
        return False
    set_aside(turn, "back")
    if found.is_good_news:
        turn.tell(chooser(turn).must_pick(turn.content.listening.kinds.back.news) or "")
    say_where(turn)
    return True


def _had_gone(turn: TurnContext) -> bool:
    """Whether the message before said that they go."""
    cues = turn.content.listening.kinds.cues
    went = (*cues.goodbye, *cues.to_bed, *cues.going)
    before = turn.conversation.messages[-1:]
    return any(e.aside and (says(e.text, went) or how_they_leave(e.text)) for e in before)


def _is_asked_first(turn: TurnContext) -> bool:
    """Whether they are asked something that comes before any greeting."""
    return is_after_bad_news(turn) or outcome_is_due(turn.attempt, turn.now)


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
    if not is_asked:
        _put_in_new_words(turn, lines)
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


def _put_in_new_words(turn: TurnContext, lines: Chooser) -> None:
    """Put the coach's question that waits in words not heard yet, where there are some."""
    if open_follow_up(turn) is None:
        return
    attempt, here = turn.attempt, f"{turn.attempt.step}:"
    last = next(each for each in reversed(attempt.parts_asked) if each.startswith(here))
    part = cast(PartName, last.removeprefix(here))
    if question := lines.pick(turn.content.listening.questions(attempt.step, part)):
        attempt.asked[attempt.step][-1] = str(question)
        lines.asked = False
