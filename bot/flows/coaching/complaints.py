"""“its a joke”, “that is not what I asked”: what somebody objects to is owned in one line, and then
it is answered: what they asked, or the open question in other words."""

from __future__ import annotations

from bot.analysis.reading.complaints import (
    asked_about,
    is_of_itself,
    meant_for_coach,
    objects,
    says_unanswered,
)
from bot.analysis.reading.said_of_it import begins_as_question, clauses_of
from bot.content.models.dialogue import WordsStep
from bot.domain.coaching import ASIDE, Coaching
from bot.domain.messages import Message
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.cues import says
from bot.engine.wording import join
from bot.engine.wordings import Chooser
from bot.flows.coaching.asides import say_aside
from bot.flows.coaching.known_questions import meant_by, say_known
from bot.flows.coaching.letting_go import ask_no_more, close, says_asked_before
from bot.flows.coaching.questions import answer_beside
from bot.flows.coaching.reading import read_text
from bot.flows.coaching.replies import chooser, open_follow_up
from bot.flows.coaching.ways_on import with_way_on

MOST = 25
"""Words of the longest message that is no more than anger."""

LATELY = 6
"""How many messages before an angry one may hold the question that got no answer."""


def is_angry(turn: TurnContext) -> bool:
    """Return whether all that is said is how angry somebody is: no work is told, nothing asked."""
    cues, text = turn.content.listening.kinds.cues, turn.event.text
    if count_words(text) > MOST or turn.reading.act:
        return False
    if turn.says.isdisjoint((cues.angry, cues.no_answer, cues.put_words)):
        return False
    is_listed = says(text, cues.no_answer)
    if turn.said == "no_answer" and not (is_listed or _asked_before(turn)):
        return False  # nothing was asked that is known
    return not (meant_by(turn, text) or _asked_in_it(turn, text))


def say_sorry(turn: TurnContext, *, goes_on: bool) -> None:
    """Own it, and answer what was asked just before, where that got no answer. Who goes on is
    offered no more."""
    turn.coaching = Coaching("complaint_about_coach", ASIDE)
    kinds = turn.content.listening.kinds
    asked = _asked_before(turn) if kinds.cues.no_answer in turn.says else None
    blame = kinds.complaint_about_coach
    needs = blame.no_answer if asked else blame.angry
    if goes_on or _complained_before(turn):
        needs = blame.enough
    if kinds.cues.put_words in turn.says:
        needs = blame.misread
    turn.tell(chooser(turn).must_pick(needs) or "")
    if asked:
        answer_beside(turn, asked.text)


def is_objection(turn: TurnContext) -> bool:
    """Return whether what looks like a question objects to an answer: “Somebody at work? It is your
    question.”"""
    text = turn.event.text
    return objects(text) and not meant_by(turn, text)


def answer_complaint(turn: TurnContext, lines: Chooser) -> None:
    """Own it, and answer: what it says that it was about, else what was asked just before and got
    no answer; where that is in no list, the open question comes in other words."""
    turn.coaching = Coaching("complaint_about_coach", ASIDE)
    blame, text = turn.content.listening.kinds.complaint_about_coach, turn.event.text
    if meant_for_coach(text) and is_of_itself(text):
        said = turn.fill(turn.content.words.coach.stays_out)
        turn.tell(with_way_on(turn, "complaint_about_coach", said, lines))
        return
    asked = _asked_before(turn) if says_unanswered(text) else None
    if asked:
        turn.tell(lines.must_pick(blame.no_answer) or "")
        answer_beside(turn, asked.text)
        return
    if found := _asked_in_it(turn, text):
        turn.tell(lines.must_pick(blame.no_answer) or "")
        say_known(turn, found, text)
        return
    in_other_words = turn.content.listening.kinds.not_understood.get(turn.attempt.step, ())
    step = turn.open_question
    is_untold = step is not None and not turn.answer(step.id)
    if is_untold and objects(text) and open_follow_up(turn) is None:
        both = [lines.pick(blame.missed), lines.pick(in_other_words)]
        if all(both):
            turn.attempt.smaller_after = len(turn.conversation.messages)
            turn.coaching = Coaching("complaint_about_coach", ASIDE, asked="smaller")
            turn.tell(join("\n", [each for each in both if each]))
            return
    if _complained_before(turn):
        _leave_it(turn, lines)
        return
    if says_asked_before(turn):
        ask_no_more(turn)
    say_aside(turn, "complaint_about_coach", lines)


def _leave_it(turn: TurnContext, lines: Chooser) -> None:
    """Say sorry no second time, and ask no more: where they are can be left, or added to."""
    ask_no_more(turn)
    close(turn)
    kinds, step = turn.content.listening.kinds, turn.step
    said = lines.must_pick(kinds.complaint_about_coach.enough)
    if isinstance(step, WordsStep):
        is_told = bool(turn.answer(step.id))
        way_on = turn.fill(turn.content.words.answer.first) if is_told else None
        said = join("\n", [e for e in (said, way_on or lines.pick(kinds.talk.leave_it)) if e])
    turn.tell(said or "")


def _complained_before(turn: TurnContext) -> bool:
    """Whether one of the last messages before this one complained, too."""
    before = turn.conversation.messages[-JUST_BEFORE - 1 : -1]
    kinds = ("complaint_about_coach", "already_told")
    return any(e.aside and read_text(turn, e.text).kind in kinds for e in before)


JUST_BEFORE = 2
"""Messages before a complaint that it may be the second after."""


def _asked_in_it(turn: TurnContext, text: str) -> str | None:
    """Return the question of an author's that an objection asks again, or says it was about."""
    subject, more = asked_about(text), clauses_of(text)[1:]
    asked = [f"{subject}?"] if subject else []
    asked += [each for each in more if begins_as_question(each)]
    return next((found for each in asked for found in meant_by(turn, each)), None)


def _asked_before(turn: TurnContext) -> Message | None:
    before = turn.conversation.messages[-LATELY - 1 : -1]
    return next((each for each in reversed(before) if meant_by(turn, each.text)), None)
