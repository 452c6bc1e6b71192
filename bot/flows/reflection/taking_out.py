"""“take the bruises bit out pls”: what is said of their own words is done at once, and quoted.

One press undoes it.
Nothing is destroyed but words of harm that wait to be kept or dropped. What stands beside the order
and tells something is an answer, without the order. This comes before harm is looked for: an order
about a line with bruises in it tells of none.
"""

from __future__ import annotations

from bot.analysis.reading.own_text.ordered import Orders
from bot.analysis.reading.own_text.reasons import only_reasons
from bot.analysis.reading.own_text.request import MOVES, Request
from bot.analysis.reading.two_requests import asked_apart
from bot.domain.coaching import ASIDE, Coaching
from bot.engine.context import TurnContext
from bot.flows.coaching import going, whereabouts
from bot.flows.coaching.another_story import chooses_a_story
from bot.flows.coaching.kept import in_answers
from bot.flows.coaching.labelled import is_in_label
from bot.flows.coaching.whereabouts import asks_where, say_where
from bot.flows.reflection import (
    choosing,
    leaving_out,
    moving,
    orders,
    passing,
    put_right,
    putting_in,
    showing,
    small_requests,
    staying_out,
    told_already,
    was_asking,
    yes_or_no,
)
from bot.flows.reflection.answers import add_to_answer
from bot.flows.reflection.beside_order import hear_beside
from bot.flows.reflection.doing import Doer, Doing, tells
from bot.flows.reflection.taken_out import is_typed_anew
from bot.flows.safety.dropping import was_just_dropped
from bot.flows.safety.harm_decision import decision_in
from bot.flows.safety.harm_heard import harm_in
from bot.flows.safety.identifiers import tell_masked

LAST = 3
"""Words at both ends of a question by which it is found beside an order."""

_FIRST = (
    orders,
    put_right,
    yes_or_no,
    was_asking,
    staying_out,
    passing,
    told_already,
    going,
    whereabouts,
)
"""Who takes words before orders are looked for."""


def take_words(turn: TurnContext) -> bool:
    """Take what says what shall become of their words; what is told beside it is an answer."""
    prompt = turn.open_prompt
    is_private = prompt and (prompt.takes_words or prompt.is_private(turn))
    if is_private or decision_in(turn) == "drop" or is_typed_anew(turn):
        return False
    if any(each.take_words(turn) for each in _FIRST):
        return True
    is_dropped = was_just_dropped(turn)
    is_new = turn.at_welcome and not (turn.conversation.undecided or is_dropped)
    is_new = is_new or chooses_a_story(turn)  # “the first one then”
    if turn.event.passed_on or is_new or turn.conversation.prompt == "replace":
        return False
    heard = choosing.heard(turn)
    if heard is None or all(each.remarks for each in heard.requests):
        return False
    spans = [span for each in heard.requests for span in each.spans]
    newest = any(which.is_newest for each in heard.requests for which in each.which)
    is_story = newest and turn.reading.kind == "alternative" and not is_dropped
    if is_story or (not newest and is_in_label(turn, spans)):
        return False  # “scrap that one, I've a better one”: it is asked
    return _carry_out(turn, heard)


def take_rest(turn: TurnContext) -> bool:
    """Take small requests, and “that last bit was for you” where it is about nothing that was asked
    or said before."""
    if turn.at_welcome or turn.conversation.prompt == "replace":
        return False
    if small_requests.take_words(turn):
        return True
    heard = choosing.heard(turn)
    if heard is None or not all(each.remarks for each in heard.requests):
        return False
    return bool(in_answers(turn)) and _carry_out(turn, heard)


def _carry_out(turn: TurnContext, heard: Orders) -> bool:
    """Do all that is ordered; new words of harm beside it are for who looks for these."""
    rest = heard.rest_of(turn.event.text)
    harm = harm_in(turn, rest) if rest else None
    is_new_harm = harm is not None and not harm.doubtful
    doing, is_done = Doing(turn, rest), False
    requests, noted = _not_taken_back(heard), list[str]()
    for request in requests:
        if doer := _doer(turn, request, rest, heard):  # what was done before counts for it
            before = turn.conversation.taken_out
            doer(doing)
            is_done, now = True, turn.conversation.taken_out
            noted = noted if now is before else [*now, *noted]
    if not is_done:
        return False
    if noted:  # one press undoes it all
        turn.conversation.taken_out = noted
    if doing.unclear:
        choosing.ask(turn, doing.unclear, doing.keep(), is_one=len(requests) == 1)
    if is_new_harm and not (doing.message or turn.coaching):
        return False
    if turn.coaching is None or not is_new_harm:
        _finish(doing, heard)
    return True


def _not_taken_back(heard: Orders) -> list[Request]:
    """Return each request once: “take out the first line? or no, leave that” takes nothing out."""
    requests = list({(each.act, each.which): each for each in heard.requests}.values())
    kept = [at for at, each in enumerate(requests) if each.act == "keep"]
    return requests[kept[-1] :] if kept else requests


def _finish(doing: Doing, heard: Orders) -> None:
    """End the turn of an order: what was told beside it is in the answer, and the order is not."""
    turn, rest = doing.turn, doing.rest
    step = turn.open_question
    if step and doing.message is None and tells(turn, rest):
        turn.to_coach = heard.all_spans(turn.event.text)
        add_to_answer(turn, step, turn.reading)
        return
    doing.keep()
    if turn.masked:
        tell_masked(turn)
    turn.coaching = turn.coaching or Coaching("delete", ASIDE)
    asked = asked_apart(turn.event.text)[1]
    first, last = (" ".join(each) for each in (asked.split()[:LAST], asked.split()[-LAST:]))
    is_apart = asked and first.strip(" ?.!") in rest and last.strip(" ?.!") in rest
    hear_beside(turn, asked if is_apart else "" if only_reasons(rest) else rest)
    if asks_where(turn):
        say_where(turn)


def _doer(turn: TurnContext, request: Request, rest: str, heard: Orders) -> Doer | None:
    """Return what is to be done about a request, None where it is none after all."""
    if request.act == "show":
        return showing.show(turn, request)
    if request.act == "keep":
        return putting_in.leave(turn, request)
    if request.act == "ask":
        is_done = any(each.act == "out" and each.which == request.which for each in heard.requests)
        return None if is_done else showing.say_if_in(turn, request)
    if request.act == "in" or request.undoes:
        doer = putting_in.bring(turn, request, rest)
        if doer or (request.act == "in" and not request.takes_back):
            return doer
    do = moving.move if request.act in MOVES else leaving_out.leave_out
    return do(turn, request, rest)
