"""What shall go: the words that are named, what waits to be kept or dropped, or the newest.

It is never said to be out where it is not, and no other words go than those that were named.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.analysis.reading.answering import core_of
from bot.analysis.reading.own_text.by_words import HALF, likeliest
from bot.analysis.reading.own_text.reasons import only_reasons
from bot.analysis.reading.own_text.request import Request
from bot.analysis.reading.own_text.which import Which
from bot.analysis.reading.two_requests import questions_in
from bot.domain.coaching import ASIDE, Coaching
from bot.domain.messages import Message
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.wording import gist
from bot.flows.coaching.kept import Spot, in_answers, pieces, whole
from bot.flows.coaching.reading import read_text
from bot.flows.coaching.stopping import last_message, means_everything
from bot.flows.reflection import choosing
from bot.flows.reflection.doing import Doer, Doing, tells
from bot.flows.reflection.finding import (
    Found,
    Place,
    find,
    kept_out_since,
    merged,
    with_its_harm,
    without,
)
from bot.flows.reflection.how_much import sized
from bot.flows.reflection.names_out import name_out
from bot.flows.reflection.staying_out import stay_out
from bot.flows.reflection.taken_out import gone, take_out
from bot.flows.safety.cuts import with_cuts
from bot.flows.safety.dropping import drop_all, say_it_is_gone, undecided, was_just_dropped
from bot.flows.safety.harm import ask_keep_or_drop
from bot.flows.safety.harm_heard import harm_in

ASKED = ("delete", "order")
JUST_OUT = ("taken_out", "kept_out")

MOST_BESIDE = 4
"""Words of the longest order whose other words may name what shall go."""


def leave_out(turn: TurnContext, request: Request, rest: str) -> Doer | None:
    """Return what leaves out the words that a request names, None where it is no order."""
    return name_out(turn, request) or _leave_out(turn, request, rest)


def _leave_out(turn: TurnContext, request: Request, rest: str) -> Doer | None:
    if request.own:
        return lambda _: stay_out(turn, rest)
    is_brief = count_words(turn.event.text) <= MOST_BESIDE and request.perhaps
    if is_brief and all(find(turn, each, ["answer"]).share == 1 for each in request.perhaps):
        request = replace(request, which=request.perhaps, bare=False, sure=True)  # “song: delete”
    if all(each.is_newest for each in request.which):
        return _newest_out(turn, request, rest)
    if any(each.whole and not (each.step or each.one) for each in request.which):
        return None  # all there is: that is asked about
    found, held = find_all(turn, request, ["answer", "out"]), find_all(turn, request, ["held"])
    share = max((each.share for each in found), default=0.0)
    if any(each.spots and each.share > share for each in held):
        return _drop_or_cut(turn, request)
    is_all = not turn.reading.act and (not rest or bool(questions_in(rest)))
    is_all = is_all or _is_but_reason(turn, request, rest)
    is_meant = request.sure or (share == 1 and (is_all or _is_plainly_named(request)))
    if not is_meant and not rest and _is_partly_named(turn, request, share):
        return lambda doing: doing.ask(request)
    found = [sized(turn, request, *each) for each in zip(request.which, found, strict=True)]
    return _found_out(turn, request, found) if share and is_meant else _not_there(turn, request)


def _found_out(turn: TurnContext, request: Request, found: list[Found]) -> Doer | None:
    if mine := [each for each in found if each.place == "answer"]:
        return _out_found(turn, request, mine)
    if max(each.share for each in found) < choosing.SURE:
        return lambda doing: doing.ask(request)  # it is hardly what was said to us before
    spot = [spot for each in found for spot in each.spots][-1]
    return lambda doing: _say_out(doing, request, spot)


MOST_REASON = 12
"""Words of the longest reason that stands behind an order."""


def _is_but_reason(turn: TurnContext, request: Request, rest: str) -> bool:
    """Whether a message begins with an order and goes on with a reason: “Take out the wall. He'd
    know it is him.”"""
    first = min(start for start, _ in request.spans)
    is_first = not turn.event.text[:first].strip() and "?" not in rest
    if not (is_first and 0 < count_words(rest) <= MOST_REASON):
        return False
    told = read_text(turn, rest)
    return only_reasons(rest) or not (told.own_act or told.act)


MOST_NAMED = 10
"""Words of the longest order that is asked about although half of what it names is not there."""


def _is_partly_named(turn: TurnContext, request: Request, share: float) -> bool:
    """Whether no more is said than that something shall go, and some of it stands there: “take out
    the number of the bus”."""
    is_brief = count_words(turn.event.text) <= MOST_NAMED
    return is_brief and share >= HALF and all(len(each.about) > 1 for each in request.which)


def _not_there(turn: TurnContext, request: Request) -> Doer | None:
    """Return what says that words are not there, where they surely were to go."""
    is_named = all(each.is_text for each in request.which) and not turn.reading.act
    if undecided(turn) or not is_named:
        return None
    if was_just_dropped(turn):
        return lambda _: say_it_is_gone(turn)
    return (lambda doing: doing.ask(request)) if request.sure or request.still else None


def find_all(turn: TurnContext, request: Request, places: list[Place]) -> list[Found]:
    """Return what each of the words is that a request names."""
    return [find(turn, each, places) for each in request.which]


def _is_plainly_named(request: Request) -> bool:
    return all(len(each.about) > 1 or each.is_text for each in request.which)


def _out_found(turn: TurnContext, request: Request, found: list[Found]) -> Doer:
    """Take out what was found, but what shall stay; ask where it is not sure which is meant."""
    spared = [s for each in request.spared for s in find(turn, each, ["answer"]).spots]
    named = [spot for each in found for spot in each.spots]
    if not any(each.quote or each.edge for each in request.which):
        named = [each for spot in named for each in with_its_harm(turn, spot)]
    spots = without(dict.fromkeys(named), spared)
    is_one_of = any(each.one_of for each in found) and len(spots) > 1
    is_unsure = any(each.share < choosing.SURE for each in found)
    if (is_one_of or is_unsure) and not harm_in(turn):
        return lambda doing: doing.ask(request)
    if not spots:
        return lambda doing: doing.ask(request)
    return lambda doing: _take(doing, merged(spots))


def _take(doing: Doing, spots: list[Spot]) -> None:
    turn = doing.turn
    message = doing.keep()
    turn.left()
    turn.coaching = Coaching("delete", ASIDE) if message else None
    take_out(turn, spots, message)


def _drop_or_cut(turn: TurnContext, request: Request) -> Doer:
    """Return what drops words that wait; where but a piece of one message is named and it tells of
    work beside it, that piece is left out and the rest is kept."""
    waiting = undecided(turn)
    some = [spot for each in waiting for spot in pieces(each)]
    named = [
        spot
        for each in request.which
        if each.about and not each.every
        for spot in some
        if likeliest([spot.text], each.about)[0] == 1
    ]
    rest = [each for each in some if each not in named]
    is_part = len(waiting) == 1 and named and rest and waiting[0].step
    if not is_part or not any(read_text(turn, each.text).act for each in rest):
        return _drop
    waits = harm_in(turn, " ".join(each.text for each in rest)) is not None
    return lambda doing: (_cut_waiting if waits else _cut_held)(doing, waiting[0], named)


def _cut_waiting(doing: Doing, message: Message, named: list[Spot]) -> None:
    """Leave a piece out of words that wait; the rest of them waits on."""
    turn = doing.turn
    doing.hold()
    cuts = with_cuts([*message.cuts, *((each.start, each.end) for each in named)])
    turn.change(message, cuts=cuts)
    turn.coaching = Coaching("delete", ASIDE)
    turn.left()
    turn.say(turn.content.words.coach.last_is_out, phrase=gist(named[-1].text))
    ask_keep_or_drop(turn, turn.conversation.messages[message.number - 1])


def _cut_held(doing: Doing, message: Message, named: list[Spot]) -> None:
    turn = doing.turn
    doing.keep()
    turn.conversation.undecided.remove(message.number)
    turn.conversation.harm_at = 0
    turn.left()
    turn.change(message, aside=False)
    turn.coaching = Coaching("delete", ASIDE)
    back = turn.conversation.messages[message.number - 1]
    take_out(turn, [Spot(back, each.start, each.end) for each in named], doing.message)


_OF_ONESELF = re.compile(r"\b(?:i|ah|we|i'?ve|i'?m|we'?ve|my|our|us)\b", re.IGNORECASE)


def _drop(doing: Doing) -> None:
    """Drop what waits; what stands beside it may be about that, too."""
    if undecided(doing.turn) and drop_all(doing.turn):
        doing.rest = ""
    if not _OF_ONESELF.search(doing.rest):
        doing.hold()  # “he's in hospital now” tells of the same


def _newest_out(turn: TurnContext, request: Request, rest: str) -> Doer | None:
    """Return what is done about “it”: what was asked about, what waits, else the newest words."""
    name, is_many = turn.conversation.prompt, any(each.many for each in request.which)
    is_all = is_many and means_everything(turn) and name not in (*ASKED, *JUST_OUT)
    if request.bare and not (undecided(turn) or name in ASKED):
        return None
    if is_many and core_of(turn.event.text) in _SHOWN and name not in (*ASKED, *JUST_OUT):
        return None  # nothing was shown that “both” could mean
    if name == "order" and (spots := choosing.shown(turn)):
        is_one = is_many or len(spots) == 1
        return lambda doing: _take(doing, spots) if is_one else doing.ask(request)
    if _is_about_harm(turn, request):
        return _drop
    if is_all:
        return None  # all there is: that is asked about
    return _is_gone(turn, request) or _last_out(turn, request, rest)


_SHOWN = frozenset(("both", "all", "them", "these", "those", "both of them", "all of them"))


def _is_gone(turn: TurnContext, request: Request) -> Doer | None:
    """Return what says that the words have just gone, None where they have not."""
    if was_just_dropped(turn):
        return lambda _: say_it_is_gone(turn)
    if _is_said_again(turn, request) and (out := gone(turn)):
        return lambda doing: _say_out(doing, request, out[-1])
    if request.which == (Which(),) and (spoken := choosing.spoken_of(turn)):
        return lambda doing: _say_out(doing, request, spoken[-1])
    return None


def _last_out(turn: TurnContext, request: Request, rest: str) -> Doer:
    """Return what takes the newest words out, of the answer that is named."""
    step = next((each.step for each in request.which if each.step), "")
    at_step = [each for each in in_answers(turn) if each.step == step]
    message = at_step[-1] if at_step else None if step else last_message(turn)
    is_named = step or turn.conversation.prompt in ASKED
    before = None if is_named else kept_out_since(turn, message)
    if before:
        return lambda doing: _say_out(doing, request, before)
    if message is None:
        return _say_nothing_there
    if request.again and tells(turn, rest):
        return lambda _: None
    return lambda doing: _take(doing, [whole(message)])


def _is_about_harm(turn: TurnContext, request: Request) -> bool:
    """Whether what waits to be kept or dropped is meant: it is asked about, or is the newest."""
    waiting = undecided(turn)
    if not waiting or any(each.step for each in request.which):
        return False
    newest = last_message(turn)
    is_newer = newest is None or waiting[-1].number > newest.number
    return is_newer or turn.conversation.prompt == "harm" or request.drops


def _is_said_again(turn: TurnContext, request: Request) -> bool:
    """“the LAST BIT like i said”, where it has just gone: no other bit goes for that."""
    name = turn.conversation.prompt
    is_many = any(each.many for each in request.which)
    return name in JUST_OUT or ((request.again or is_many) and name not in ASKED)


def _say_out(doing: Doing, request: Request, spot: Spot) -> None:
    """Say of words that they are in no answer, and quote them."""
    turn = doing.turn
    if not request.again:
        doing.hold()
    turn.say(turn.content.words.coach.last_is_out, phrase=gist(spot.text))
    if turn.conversation.prompt not in JUST_OUT:
        turn.left()
        turn.show_again()


def _say_nothing_there(doing: Doing) -> None:
    turn = doing.turn
    turn.say(turn.content.words.answer.nothing_to_take_back)
    turn.show_again()
