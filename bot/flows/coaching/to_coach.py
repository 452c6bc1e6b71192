"""What is replied to a message that is meant for the coach: it is in no answer."""

from __future__ import annotations

from bot.analysis.reading.kinds import Kind
from bot.analysis.reading.two_requests import asked_apart, says_never_mind
from bot.engine.context import TurnContext
from bot.engine.wordings import Chooser
from bot.flows.coaching.asides import say_aside
from bot.flows.coaching.complaints import answer_complaint, is_objection
from bot.flows.coaching.goodbyes import asked_beside
from bot.flows.coaching.known_questions import asks_of_their_text
from bot.flows.coaching.letting_go import let_go, note_told
from bot.flows.coaching.questions import (
    answer_second,
    is_known_question,
    knows_what_is_asked,
    say_answer,
)
from bot.flows.coaching.remarks import answer_remark, remark_in
from bot.flows.coaching.stopping import stop_or_delete

SAID = frozenset(
    (
        *("talk", "chat", "correction", "to_coordinator", "complaint_about_coach", "theory"),
        *("feeling_about_task", "bare"),
    )
)
"""Kinds that a question in few words is taken for: it is answered where an author knows it."""

THANKED = frozenset(("talk", "chat"))
"""Kinds that thanks are taken for, with a question beside them that is answered."""


def reply(turn: TurnContext, kind: Kind, lines: Chooser) -> None:
    """Reply to what is meant for the coach. What an author, or their own words, answer is answered,
    whatever it looks like."""
    note_told(turn, kind)
    if let_go(turn, kind, lines):
        return
    is_known = kind in SAID and is_known_question(turn)
    is_known = is_known or (kind == "not_understood" and knows_what_is_asked(turn))
    request, asked = asked_apart(turn.event.text)
    thanked = kind in THANKED and turn.content.listening.kinds.cues.thanks in turn.says
    remark = remark_in(turn, turn.event.text)
    if remark and kind == "question":
        turn.tell(lines.must_pick(remark.lines) or "")
    if asked and says_never_mind(request):
        say_answer(turn, asked)
    elif kind in ("stop", "delete"):
        stop_or_delete(turn, kind, lines)
        answer_second(turn, asked)
    elif thanked and (beside := asked_beside(turn.event.text)):
        say_answer(turn, beside)
    elif remark and kind == remark.kind:
        answer_remark(turn, remark, lines)
    elif is_known or (kind == "back" and asks_of_their_text(turn, turn.event.text)):
        say_answer(turn, turn.event.text)
    elif kind == "complaint_about_coach" or (kind == "question" and is_objection(turn)):
        answer_complaint(turn, lines)
    elif kind == "question":
        say_answer(turn, turn.event.text)
    else:
        say_aside(turn, kind, lines)
