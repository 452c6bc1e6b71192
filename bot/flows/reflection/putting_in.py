"""“That should be in”: what was kept out is found by its words, its number or as the newest, and
put in. What stands in an answer already is said to."""

from __future__ import annotations

from bot.analysis.reading.answering import plain_answer
from bot.analysis.reading.own_text.by_words import (
    HALF,
    about_of,
    likeliest,
    missed_in,
    telling_of,
)
from bot.analysis.reading.own_text.choice import chosen_in
from bot.analysis.reading.own_text.orders import is_order
from bot.analysis.reading.own_text.request import Request
from bot.analysis.reading.own_text.stretches import stretch_of
from bot.analysis.reading.own_text.which import Which
from bot.domain.coaching import ASIDE, Coaching
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.wordings import quotable
from bot.flows.coaching.kept import (
    Spot,
    in_answers,
    kept_pieces,
    seen,
    set_aside,
)
from bot.flows.coaching.reading import read_text
from bot.flows.reflection.doing import Doer, Doing
from bot.flows.reflection.finding import Found, find
from bot.flows.reflection.kept_out import put_in_piece
from bot.flows.reflection.showing import asked_where, say_where_it_is, say_where_last
from bot.flows.reflection.taken_out import gone, put_back
from bot.flows.safety.dropping import say_it_is_gone, undecided, was_just_dropped
from bot.flows.safety.harm import keep_words
from bot.flows.safety.names import ask_name

_OFFERS = ("taken_out", "kept_out", "spoken")


SURE = 0.7
"""How much of what is said once more a piece must hold, of 1, to be meant."""

LEAST = 4
"""Words of the shortest message that leaves words as they are where nothing was asked."""

MOST = 8
"""Words of the longest that keeps words of harm which wait."""


def leave(turn: TurnContext, request: Request) -> Doer | None:
    """Return what leaves words as they are: those that have just gone come back."""
    name = turn.conversation.prompt
    if undecided(turn) and name != "taken_out":
        is_all = LEAST <= count_words(turn.event.text) <= MOST and request.spans[0][0] == 0
        is_meant = is_all and all(each.is_newest for each in request.which)
        return _keep_waiting if is_meant else None  # else it is decided elsewhere
    if name == "taken_out":
        return _put_back
    if name != "order" and count_words(turn.event.text) < LEAST:
        return None  # “leave it” lets a question be
    begins = request.sure and not turn.event.text[: request.spans[0][0]].strip()
    is_theirs = in_answers(turn) and (begins or not turn.reading.act)
    if name == "order" or (is_theirs and all(each.is_newest for each in request.which)):
        return _stay
    return None


def _keep_waiting(doing: Doing) -> None:
    """Keep words of harm that wait: “keep that bit in”."""
    doing.keep()
    doing.turn.coaching = Coaching("correction", ASIDE)
    keep_words(doing.turn)


def _stay(doing: Doing) -> None:
    doing.keep()
    turn = doing.turn
    turn.left()
    turn.coaching = Coaching("talk", ASIDE)
    turn.say(turn.content.words.coach.name_stays)
    if not (turn.step and turn.answer(turn.step.id)):
        turn.show_again()


def _put_back(doing: Doing) -> None:
    doing.keep()
    doing.turn.coaching = Coaching("correction", ASIDE)
    put_back(doing.turn)


def bring(turn: TurnContext, request: Request, rest: str = "") -> Doer | None:
    """Return what puts words in, None where none are meant; ``rest`` may say them once more."""
    if any(each.whole and not each.step for each in request.which):
        return None
    if all(each.is_newest for each in request.which) and not request.perhaps:
        return _bring_newest(turn, request)
    if request.which[0].number:
        return _bring_number(turn, request.which[0].number)
    which = request.perhaps or request.which
    found = [_found(turn, request, each) for each in which]
    best = max(found, key=lambda each: each.share)
    if not best.spots and all(each.is_newest for each in request.which):
        return _bring_newest(turn, request)
    said = _said_again(turn, rest) if best.share < (1 if rest else HALF) else None
    return said or _bring_found(turn, request, found, best)


def _said_again(turn: TurnContext, rest: str) -> Doer | None:
    """Return what puts in the words that are said beside an order: “put my job back then, I do
    activities at the day centre”; right after they went, those that went last."""
    if not rest:
        return _put_back if turn.conversation.prompt == "taken_out" else None
    which = Which(about_of(rest))
    found = find(turn, which, ["out", "answer"])
    request = Request("in", (which,), ())
    doer = _bring_found(turn, request, [found], found) if found.share >= SURE else None
    return (lambda doing: _without_rest(doing, doer)) if doer else None


def _without_rest(doing: Doing, doer: Doer) -> None:
    doing.rest = ""
    doer(doing)


def _found(turn: TurnContext, request: Request, which: Which) -> Found:
    """Return what is meant; never what shall stay out: that it is about is found elsewhere."""
    found = find(turn, which, ["out", "held", "answer"])
    if found.place == "out" and all(_is_spared(request, each) for each in found.spots):
        return find(turn, which, ["held", "answer"])
    return found


def _is_spared(request: Request, spot: Spot) -> bool:
    """Whether no more stands in a piece than what shall stay out."""
    named = [each for each in request.spared if each.about]
    spans = [stretch_of(spot.text, e.about, "bit") for e in named if _holds(spot, e)]
    return any(count_words(spot.text[: e.start] + spot.text[e.end :]) == 0 for e in spans)


def _holds(spot: Spot, which: Which) -> bool:
    return likeliest([spot.text], which.about)[0] >= HALF


def _bring_found(
    turn: TurnContext, request: Request, found: list[Found], best: Found
) -> Doer | None:
    """Return what puts in the words that were found, or says of them where they are."""
    is_meant = request.sure or best.share == 1
    if best.place == "held":
        return lambda doing: _keep_held(doing, best.spots[0])
    if best.place == "out" and is_meant:
        spots = [each.spots[0] for each in found if each.place == "out"]
        return lambda doing: _bring(doing, request, list(dict.fromkeys(spots)))
    if best.place == "answer" and is_meant:
        return lambda doing: _say_it_is_in(doing, best.spots[0])
    if was_just_dropped(turn) and request.sure:
        return lambda _: say_it_is_gone(turn)
    is_told = turn.reading.act and not (request.which[0].size and is_order(turn.event.text))
    is_asked = request.sure and not is_told and request.which[0].is_text
    return _say_not_found if is_asked else None


def _bring_newest(turn: TurnContext, request: Request) -> Doer | None:
    just_out = gone(turn)
    if spot := asked_where(turn):
        return lambda doing: say_where_it_is(doing, spot)
    return _put_in_newest(turn, request, just_out)


def _put_in_newest(turn: TurnContext, request: Request, just_out: list[Spot]) -> Doer | None:
    name = turn.conversation.prompt
    if request.spared and just_out:  # “put it back but without the boss”
        return _back_without(request, just_out)
    if name == "taken_out" or (request.undoes and just_out):
        return _put_back
    if request.undoes or (undecided(turn) and name == "harm") or turn.reading.announces:
        return None  # that is decided elsewhere, or they shall go to another answer
    out = [e for e in (*kept_pieces(turn), *set_aside(turn)) if not _only_answers(e.text)]
    if spot := _newest(turn, out):
        return lambda doing: _bring(doing, request, [spot])
    if just_out:
        return _put_back
    # Nothing that was kept out is meant: their last words are in.
    return _say_last if in_answers(turn) else None


def _only_answers(text: str) -> bool:
    """Whether a message only said yes or no, or chose: nobody means that by “it”."""
    return bool(plain_answer(text) or chosen_in(text))


def _newest(turn: TurnContext, out: list[Spot]) -> Spot | None:
    """Return the piece that was asked about, else what was kept out just now."""
    asked = turn.in_question() if turn.conversation.prompt in _OFFERS else None
    mine = [each for each in out if asked and each.message.number == asked.number]
    newest = max(mine, key=lambda each: each.start, default=None) or _just_now(turn, out)
    return _named_by(turn, newest, out) if newest and _complains(turn, newest) else newest


def _just_now(turn: TurnContext, out: list[Spot]) -> Spot | None:
    """Return what was kept out by the message just before, None for nothing."""
    newest = len(turn.conversation.messages)
    return next((each for each in reversed(out) if each.message.number == newest), None)


def _named_by(turn: TurnContext, complaint: Spot, out: list[Spot]) -> Spot | None:
    """Return the newest piece that a complaint names as missing: never the complaint."""
    told = [each for each in out if not _complains(turn, each)]
    places = telling_of([each.text for each in told], missed_in(complaint.text))
    return told[places[-1]] if places else None


def _complains(turn: TurnContext, spot: Spot) -> bool:
    return read_text(turn, spot.text).kind == "complaint_about_coach"


def _back_without(request: Request, just_out: list[Spot]) -> Doer:
    back = [each for each in just_out if not _is_spared(request, each)]
    if back:
        return lambda doing: _bring(doing, request, back)
    return lambda doing: _say_it_stays_out(doing, just_out[-1])


def _say_it_stays_out(doing: Doing, spot: Spot) -> None:
    _begin(doing)
    doing.turn.say(doing.turn.content.words.coach.last_is_out, phrase=quotable(spot.text))
    doing.turn.show_again()


def _bring_number(turn: TurnContext, number: int) -> Doer | None:
    known = kept_pieces(turn)
    if number > len(known):
        return None
    spot = known[number - 1]
    return lambda doing: _bring_spot(doing, spot)


def _bring_spot(doing: Doing, spot: Spot) -> None:
    _begin(doing)
    put_in_piece(doing.turn, spot)


def _begin(doing: Doing) -> None:
    doing.keep()
    doing.turn.left()
    doing.turn.coaching = Coaching("correction", ASIDE)


def _bring(doing: Doing, request: Request, spots: list[Spot]) -> None:
    """Put pieces in, but what of them shall stay out; a name in them is asked about."""
    turn = doing.turn
    _begin(doing)
    spared = [each for each in request.spared if each.kind != "name"]
    for spot in spots:
        put_in_piece(turn, spot, again=False, spared=spared)
        if len(spared) < len(request.spared):
            ask_name(turn, turn.conversation.messages[spot.message.number - 1])
    if turn.conversation.prompt == "none":
        turn.show_again()


def _keep_held(doing: Doing, spot: Spot) -> None:
    doing.keep()
    turn = doing.turn
    turn.conversation.prompt_message = spot.message.number
    turn.coaching = Coaching("correction", ASIDE)
    keep_words(turn)


def _say_it_is_in(doing: Doing, spot: Spot) -> None:
    """Say in which answer the words stand, where they were not kept out at all."""
    _begin(doing)
    turn = doing.turn
    label = turn.dialogue.by_id[spot.message.step].label
    turn.say(turn.content.words.coach.order_is_in, label=label, phrase=quotable(seen(spot)))
    turn.show_again()


def _say_last(doing: Doing) -> None:
    _begin(doing)
    say_where_last(doing.turn)


def _say_not_found(doing: Doing) -> None:
    _begin(doing)
    doing.turn.say(doing.turn.content.words.coach.order_not_found)
    doing.turn.show_again()
