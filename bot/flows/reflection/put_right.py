"""“Och no you took out my whole job! just the word Ayr”: what was done last is undone, what is
asked now is done, and one receipt says both: the one owner of “you got that wrong” about a deed.

It is meant for the coach, whatever it sounds of: it is in no answer, and it is no harm.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.analysis.reading.own_text.by_words import about_of
from bot.analysis.reading.own_text.ordered import Orders
from bot.analysis.reading.own_text.orders import is_order
from bot.analysis.reading.own_text.request import Request
from bot.analysis.reading.own_text.which import Which
from bot.analysis.reading.own_text.wrongly_done import (
    Blame,
    asks_why_alarm,
    blame_in,
    says_no_alarm,
)
from bot.analysis.reading.spoken_pieces import pieces as sentences
from bot.domain.coaching import ASIDE, Coaching
from bot.domain.messages import Message
from bot.engine.context import TurnContext
from bot.engine.wording import gist, join
from bot.flows.coaching.kept import Spot, in_answers, pieces, sentence_at, whole
from bot.flows.coaching.setting_aside import set_aside
from bot.flows.reflection import choosing
from bot.flows.reflection.beside_order import hear_beside
from bot.flows.reflection.doing import tells
from bot.flows.reflection.finding import find, merged
from bot.flows.reflection.how_much import sized
from bot.flows.reflection.taken_out import (
    gone,
    just_out,
    restore,
    say_out,
    seen_in,
    still_stands,
    was_moved,
    words_out,
)
from bot.flows.safety.harm_decision import clear
from bot.flows.safety.harm_heard import harm_in

LATELY = 2
"""How many messages before may have been the order, where its offer is open no more."""


@dataclass(slots=True)
class _Wanted:
    """What shall be done instead: pieces that go, or an order of which it is asked what it means;
    neither, where no more is wanted than what was there."""

    spots: list[Spot]
    unclear: Request | None = None
    back: bool = False
    orders: Orders | None = None


def take_words(turn: TurnContext) -> bool:
    """Take what says that the last deed was wrong, right after it, or an alarm of the coach's."""
    if _was_no_alarm(turn):
        set_aside(turn, "complaint_about_coach")
        clear(turn)
        turn.say(turn.content.words.coach.no_alarm)
        turn.show_again()
        return True
    blame = blame_in(turn.event.text) if _was_just_done(turn) else None
    if blame is None:
        return False
    back, noted = _taken_back(turn), list(turn.conversation.taken_out)
    then = back or just_out(turn)
    went = [whole(each) for each in back] if back else [] if was_moved(turn) else gone(turn)
    if not blame.adds:
        _undo(turn, back)
    wanted = _wanted(turn, blame, went)
    is_done = wanted is not None and bool(wanted.spots or wanted.unclear)
    if wanted is None or not (is_done or (blame.plain and not tells(turn, blame.rest))):
        _as_then(turn, then, noted)
        return False
    message = turn.keep_aside(turn.event.text)
    turn.left()
    turn.coaching = Coaching("correction", ASIDE)
    if went and _spans(wanted.spots) == _spans(went):
        _as_then(turn, then, noted)
        out = join("”, “", [gist(each.text.strip(" ,;:–—-")) for each in went])
        turn.say(turn.content.words.coach.put_right_is_so, text=out)
        turn.ask("taken_out", message)
    else:
        _do(turn, blame, wanted, message, noted)
        _say(turn, _first(turn, blame, went), wanted, message)
    hear_beside(turn, wanted.orders.rest_of(blame.rest) if wanted.orders else blame.rest)
    return True


def _was_no_alarm(turn: TurnContext) -> bool:
    """Whether an alarm is said to have been none, where nothing waits to be decided for it."""
    text, told = turn.event.text, turn.conversation.harm_at or turn.attempt.harm_told
    if turn.conversation.undecided or harm_in(turn) is not None:
        return False
    return asks_why_alarm(text) or bool(told and says_no_alarm(text) and not turn.reading.act)


def _do(
    turn: TurnContext, blame: Blame, wanted: _Wanted, message: Message, noted: list[str]
) -> None:
    if wanted.spots:
        words_out(turn, wanted.spots)
        turn.conversation.taken_out += noted if blame.adds else []
        turn.ask("taken_out", message)


def _as_then(turn: TurnContext, then: list[Message], noted: list[str]) -> None:
    """Let all be as it was before anything was undone."""
    for each in then:
        turn.change(each)
    turn.conversation.taken_out = noted


def _spans(spots: list[Spot]) -> set[tuple[int, str]]:
    return {(each.message.number, each.text.strip(" ,.;")) for each in spots}


def _was_just_done(turn: TurnContext) -> bool:
    conversation = turn.conversation
    if conversation.undecided:
        return False
    if _taken_back(turn):
        return True
    newest = list(conversation.messages[-LATELY:])
    is_near = any(each.aside and is_order(each.text) for each in newest)
    is_open = conversation.prompt == "taken_out" or (is_near and conversation.prompt != "order")
    return bool(conversation.taken_out) and is_open and still_stands(turn)


def _taken_back(turn: TurnContext) -> list[Message]:
    """Return the message that a press took back last, as long as it can be put in."""
    out = turn.in_question() if turn.conversation.prompt == "kept_out" else None
    return [out] if out and out.step and out.aside else []


def _undo(turn: TurnContext, back: list[Message]) -> None:
    for each in back:
        turn.change(each, aside=False)
    if not back:
        restore(turn)


def _wanted(turn: TurnContext, blame: Blame, went: list[Spot]) -> _Wanted | None:
    """Return what is wanted instead, None where it is something at work after all."""
    orders = choosing.read(turn, blame.rest, asked=True)
    requests = [e for e in orders.requests if not e.still] if orders else []
    if found := _named(turn, blame, requests):
        return replace(found, orders=orders)
    if found := _named_alone(turn, blame):
        return found
    if any(each.act in ("in", "keep") for each in requests) and blame.plain:
        return _Wanted([], back=True, orders=orders)
    if blame.led and (found := _led(turn, blame)):
        return found
    return _said_only(turn, blame, went)


def _said_only(turn: TurnContext, blame: Blame, went: list[Spot]) -> _Wanted | None:
    """Return what is wanted where it is but said how much was meant, or that another was."""
    if blame.size:
        spots = [_wider(each, blame) for each in went]
        return _Wanted(merged(dict.fromkeys(spots))) if spots else None
    others = _others(turn, went) if blame.other else []
    return _Wanted(others) if blame.plain or blame.other else None


def _named_alone(turn: TurnContext, blame: Blame) -> _Wanted | None:
    """Return what one of the sentences names: another may only tell how things are."""
    for start, end in sentences(blame.rest):
        alone = choosing.read(turn, blame.rest[start:end], asked=True)
        if alone and (found := _named(turn, blame, alone.requests)):
            spans = tuple((begin + start, stop + start) for begin, stop in alone.spans)
            return replace(found, orders=replace(alone, spans=spans))
    return None


def _named(turn: TurnContext, blame: Blame, requests: Sequence[Request]) -> _Wanted | None:
    """Return the pieces that are named now, None where none of them stands in an answer."""
    spots = list[Spot]()
    for request in requests:
        for which in request.which if request.act == "out" and not request.still else ():
            meant = _in_place(which, blame.rest[slice(*request.spans[0])] if request.spans else "")
            if meant.is_newest:
                continue
            if blame.only and meant.about and not meant.size:
                meant = replace(meant, size="word")
            found = find(turn, meant, ["answer"])
            if found.share < choosing.SURE or (not blame.plain and found.share < 1):
                continue
            found = sized(turn, replace(request, alone=False), meant, found)
            if found.one_of:
                return _Wanted([], unclear=replace(request, which=(meant,), alone=False))
            spots += found.spots
    return _Wanted(merged(dict.fromkeys(spots))) if spots else None


def _in_place(which: Which, said: str) -> Which:
    """Return a line by its place: “the first one” is a line of the answer that a line went of."""
    if which.is_newest and re.search(r"\blast\b", said, re.IGNORECASE):
        return Which(nth=-1, unit="sentence")
    if which.edge and which.count == 1 and which.unit == "message" and not which.about:
        return Which(nth=1 if which.edge == "first" else -1)
    return which


def _led(turn: TurnContext, blame: Blame) -> _Wanted | None:
    """Return what “I meant …” names by words as they stand there: “I meant I stood behind him”."""
    about = about_of(blame.led)
    request = Request("out", (Which(about),), ())
    return _named(turn, blame, [request]) if about else None


def _wider(spot: Spot, blame: Blame) -> Spot:
    """Return more than what went: its sentence, or its message where that went already."""
    sentence = sentence_at(spot)
    same = (sentence.start, sentence.end) == (spot.start, spot.end)
    return whole(spot.message) if blame.whole and same else sentence


def _others(turn: TurnContext, went: list[Spot]) -> list[Spot]:
    """Return the other piece where two stand there, and one of them went; of whole messages the one
    before."""
    if [*map(whole, (each.message for each in went))] == went:
        mine = [e for e in in_answers(turn) if all(e.number < o.message.number for o in went)]
        return [whole(each) for each in mine[-1:]]
    numbers = {each.message.number for each in went}
    messages = [turn.conversation.messages[number - 1] for number in sorted(numbers)]
    known = [spot for each in messages for spot in pieces(each)]
    left = [e for e in known if not any(_meet(e, spot) for spot in went)]
    return left if len(known) == len(left) + 1 and len(left) == 1 else []


def _meet(one: Spot, other: Spot) -> bool:
    is_same = one.message.number == other.message.number
    return is_same and one.start < other.end and other.start < one.end


def _first(turn: TurnContext, blame: Blame, went: list[Spot]) -> str:
    """Return what says sorry, with the words that are back in the answer as it is now."""
    words, messages = turn.content.words.coach, turn.conversation.messages
    if blame.adds:
        return ""
    now = [Spot(messages[each.message.number - 1], each.start, each.end) for each in went]
    back = [gist(each) for each in seen_in([each for each in now if not each.message.aside])]
    if not back:
        return turn.fill(words.put_right)
    return turn.fill(words.put_right_back, text=join("”, “", back))


def _say(turn: TurnContext, first: str, wanted: _Wanted, message: Message) -> None:
    """Say what is back and what is out, and ask what is not plain."""
    if wanted.spots:
        say_out(turn, wanted.spots, first)
    elif wanted.unclear:
        turn.tell(first)
        choosing.ask(turn, wanted.unclear, message, is_one=True)
    elif wanted.back:
        turn.tell(first)
        turn.show_again()
    else:
        turn.tell(join("\n", [first, turn.fill(turn.content.words.coach.put_right_which)]))
