"""“Which one shall I leave out?”: what may be meant is shown, with a button for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.analysis.letters import small
from bot.analysis.one_voice import in_one_voice
from bot.analysis.patterns import lazy
from bot.analysis.reading.own_text.as_written import said_as_written
from bot.analysis.reading.own_text.by_words import likeliest
from bot.analysis.reading.own_text.ordered import Orders
from bot.analysis.reading.own_text.orders import orders_in
from bot.analysis.reading.own_text.request import HERE, MOVES, TWO, Request
from bot.analysis.reading.own_text.which import Which
from bot.analysis.reading.own_text.wrongly_done import blame_in
from bot.domain.messages import Message
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.cues import says
from bot.engine.wording import gist, join
from bot.flows.coaching.kept import Spot, in_answers, pieces, sentence_at, told_lines, whole
from bot.flows.coaching.known_questions import asks_of_length
from bot.flows.coaching.stopping import last_message
from bot.flows.reflection.finding import Found, find
from bot.flows.reflection.how_much import sized
from bot.flows.reflection.taken_out import gone, seen_in

MOST = 4
"""The most pieces that are listed to choose from."""

SURE = 0.7
"""How much of what was said a piece must hold, of 1, to be meant unasked."""

_ASKED = ("delete", "order")
_JUST_OUT = ("taken_out", "kept_out")


def heard(turn: TurnContext) -> Orders | None:
    """Return what the message of this turn orders, None for nothing. After it was asked which, or
    right after another order, words alone name what is meant."""
    asked = turn.conversation
    key = ("orders", asked.prompt, asked.prompt_message, len(asked.messages))
    return turn.once(key, lambda: _heard(turn))


def _heard(turn: TurnContext) -> Orders | None:
    name = turn.conversation.prompt
    is_asked = name in _ASKED and not _asked_if_in(turn)
    text = turn.event.text
    if asks_of_length(turn) and not is_asked:
        return None
    as_written = said_as_written(text, lambda: [each.text for each in in_answers(turn)])
    found = _instead(turn) or as_written or read(turn, text, asked=is_asked)
    if found and (_is_told(turn, found) if is_asked else _is_work(turn, found)):
        return None
    if found and name == "order":
        return _chosen(turn, found)
    if found and len(found.requests) > 1 and _is_all_found(turn, found):
        return replace(found, requests=tuple(replace(each, sure=True) for each in found.requests))
    if found or name not in _JUST_OUT:
        return found
    more = read(turn, turn.event.text, asked=True)
    which = [each for request in more.requests for each in request.which] if more else []
    rest = in_one_voice(more.rest_of(turn.event.text)).casefold() if more else ""
    is_all = count_words(rest) <= BESIDE or rest.startswith("because")
    return more if which and is_all and all(_goes_on(turn, each) for each in which) else None


_INSTEAD = lazy(
    r"[.,!?;–—-]\s*(?:(?:oh|och|wait|sorry|actually)\W+)*(?:no|naw|nah|sorry)\W+(?:wait\W+)?"
    r"(?:i|ah|a) (?:mean|meant|ment|meen|meent)\b"
)
"""“… No, I mean the bit about lunch”: what stood before it is taken back."""


def _instead(turn: TurnContext) -> Orders | None:
    """Return an order with the words that are said in the same message to be meant instead."""
    text = turn.event.text
    corrects = _INSTEAD.search(text.casefold())
    orders = read(turn, text[: corrects.start()], asked=False) if corrects else None
    more = read(turn, text[corrects.end() :], asked=True) if corrects and orders else None
    which = [w for each in more.requests for w in each.which if not w.is_newest] if more else []
    if orders is None or not which:
        return None
    request = replace(orders.requests[-1], which=tuple(which), sure=True)
    return Orders((request,), ((0, len(text)),))


def _chosen(turn: TurnContext, found: Orders) -> Orders:
    """Return what is ordered once it was asked which: a number is that in the list, and words alone
    name what was to be done with it."""
    asked = in_question(turn)
    if asked is None:
        return found
    (before, spots), requests = asked, list[Request]()
    for request in found.requests:
        which = tuple(
            Which(quote=small(spots[each.number - 1].text))
            if 0 < each.number <= len(spots)
            else each
            for each in request.which
        )
        is_same = (
            request.alone and before.act in MOVES and (before.act not in TWO or len(which) > 1)
        )
        meant = replace(request, act=before.act, to=before.to) if is_same else request
        requests.append(replace(meant, which=which))
    return replace(found, requests=tuple(requests))


def _asked_if_in(turn: TurnContext) -> bool:
    """Whether it was only asked if words are in: to name others then takes nothing out."""
    found = in_question(turn)
    return found is not None and found[0].act == "ask"


def _is_work(turn: TurnContext, found: Orders) -> bool:
    """Whether an act is told, and what looks like an order is a part of what was done."""
    told, text = turn.reading, turn.event.text
    asks_in_vain = "?" not in text and all(each.act == "ask" for each in found.requests)
    is_part = asks_in_vain or not (found.stand_apart(text) or _is_all_found(turn, found))
    return is_part and told.kind == "evidence" and told.act


def _is_told(turn: TurnContext, found: Orders) -> bool:
    """Whether an act is told where it was asked which words are meant, and none are named."""
    which = [each for request in found.requests for each in request.which if request.alone]
    return bool(which) and turn.reading.act and not any(each.is_text for each in which)


def _is_all_found(turn: TurnContext, found: Orders) -> bool:
    """Whether no more is said, and all that is named stands in an answer."""
    which = [each for request in found.requests for each in request.which]
    is_named = all(find(turn, each, ["answer", "out"]).share == 1 for each in which)
    return is_named and not found.rest_of(turn.event.text)


BESIDE = 3
"""Words that may stand beside what only names some words: “one message!! jeez”."""


def _goes_on(turn: TurnContext, which: Which) -> bool:
    """Whether words that name some alone go on with an order that was just carried out."""
    out = gone(turn)
    is_there = which.about and likeliest([each.text for each in out], which.about)[0] == 1
    if which.about and (says(turn.event.text, _MORE) or _AND.search(turn.event.text.casefold())):
        is_there = is_there or find(turn, which, ["answer"]).share == 1
    if which.is_newest:
        return bool(out)
    is_quoted = which.quote and not QUOTES.isdisjoint(turn.event.text)
    return bool(which.reach or which.edge or is_quoted or is_there)


QUOTES = frozenset("“”\"«»'‘’")


_AND = lazy(r"(?:^|[.!,]\s*)(?:and|an|also|plus|n)\s+(?:the|my|that|ma)\b")
_MORE = ("as well", "an aw", "and all", "also", "too")
"""One more after an order: “and the garden party as well”."""


def read(turn: TurnContext, text: str, *, asked: bool) -> Orders | None:
    """Return what a text orders; ``asked``: it was asked, so words alone name it."""
    return orders_in(text, turn.dialogue.called, lambda: told_lines(turn), asked=asked)


def spoken_of(turn: TurnContext) -> list[Spot]:
    """Return the words that the order just before was about, where they are in no answer."""
    before = turn.conversation.messages[-1:]
    is_one = before and before[0].aside and not before[0].step and not before[0].dropped
    orders = read(turn, before[0].text, asked=False) if is_one else None
    requests = [each for each in orders.requests if each.act == "out"] if orders else []
    which = [each for request in requests for each in request.which]
    found = [find(turn, each, ["answer", "out"]) for each in which if not each.is_newest]
    return [spot for each in found if each.place == "out" for spot in each.spots]


def found_for(turn: TurnContext, request: Request) -> list[Found]:
    """Return what each of the words is in the answers that a request names. What shall be moved
    stands in another answer than where it shall go."""
    if all(each.is_newest for each in request.which) and not request.perhaps:
        last = [whole(each) for each in (last_message(turn),) if each]
        last = [each for each in last if each.message.step != _target(turn, request)]
        return [Found("answer", tuple(last), 1.0)] if last and request.act not in TWO else []
    which = [_line(each) if request.act in TWO else each for each in request.which]
    if request.perhaps:  # any word of it may be told by another piece
        which = [Which((word,)) for each in request.perhaps for word in each.about]
    found = [find(turn, each, ["answer"], _target(turn, request)) for each in which]
    if request.act != "out":
        return found
    return [sized(turn, request, *each) for each in zip(which, found, strict=True)]


def _line(which: Which) -> Which:
    """Return one line, where it is named by its place: “1”, “the first”, “the last one”."""
    nth = which.number or {"first": 1, "last": -1, "": which.nth}[which.edge]
    return Which(nth=nth) if nth and which.count == 1 else which


def _target(turn: TurnContext, request: Request) -> str:
    return turn.attempt.step if request.to == HERE else request.to


def candidates(turn: TurnContext, request: Request) -> list[Spot]:
    """Return the pieces of the answers that a request may mean."""
    found = dict.fromkeys(spot for each in found_for(turn, request) for spot in each.spots)
    spots = list(found)
    if len(spots) == 1 and request.act == "out" and any(each.about for each in request.which):
        spots = list(dict.fromkeys([*spots, sentence_at(spots[0])]))
    is_sorted = is_how_much(spots)
    return spots if is_sorted else sorted(spots, key=lambda e: (e.message.number, e.start))


def is_how_much(spots: Sequence[Spot]) -> bool:
    """Whether it is asked how much shall go: a bit, or the sentence that it is in."""
    if len(spots) != len(("bit", "sentence")):
        return False
    bit, sentence = spots
    is_same = bit.message.number == sentence.message.number and bit != sentence
    return is_same and sentence.start <= bit.start and bit.end <= sentence.end


def in_question(turn: TurnContext) -> tuple[Request, list[Spot]] | None:
    """Return the order that was asked about, and the pieces that were listed: those that it may
    mean, or the lines that stand there."""
    message = turn.in_question()
    blame = blame_in(message.text) if message else None
    text = blame.rest if blame else message.text if message else ""
    orders = read(turn, text, asked=True) if text else None
    for request in orders.requests if orders else ():
        is_one = len(orders.requests) == 1 if orders else False
        if request.act in ("out", "ask", *MOVES) and (
            spots := _listed(turn, request, is_one=is_one)
        ):
            return request, spots
    return None


def _listed(turn: TurnContext, request: Request, *, is_one: bool) -> list[Spot]:
    """Return what may be meant, else the lines of the open answer, where no more is wanted."""
    found = candidates(turn, request) if request.act not in TWO else []
    return found or (_lines(turn) if is_one and request.act != "ask" else [])


def _lines(turn: TurnContext) -> list[Spot]:
    """Return the newest lines of the open answer, else of all."""
    messages = in_answers(turn)
    here = [each for each in messages if each.step == turn.attempt.step] or messages
    return [spot for each in here for spot in pieces(each)][-MOST:]


def shown(turn: TurnContext) -> list[Spot]:
    """Return the pieces that are shown because an order to take words out may mean them."""
    found = in_question(turn)
    return candidates(turn, found[0]) if found and found[0].act in ("out", "ask") else []


def ask(turn: TurnContext, request: Request, message: Message | None, *, is_one: bool) -> None:
    """Show what may be meant, and ask which it is. Where nothing is found that is said, and the
    lines that stand there are shown."""
    spots = _listed(turn, request, is_one=is_one)
    if not candidates(turn, request):
        turn.say(turn.content.words.coach.order_not_found)
    if message and spots:
        turn.left()
        say_choice(turn, request, spots)
        turn.ask("order", message)
    elif turn.open_prompt is None:
        turn.show_again()


def say_choice(turn: TurnContext, request: Request, spots: list[Spot]) -> None:
    """List pieces, and ask which of them is meant; or whether all are, where all tell of it."""
    words = turn.content.words.coach
    if is_how_much(spots):
        bit, sentence = (gist(each) for each in seen_in(spots))
        both = [bit, turn.fill(words.order_sentence, text=sentence)]
        lines = [turn.fill(words.situation, number=n, text=each) for n, each in enumerate(both, 1)]
        turn.say(words.order_how_much, pieces=join("\n", lines))
        return
    lines = [
        turn.fill(words.situation, number=number, text=gist(each.text))
        for number, each in enumerate(spots[: None if is_of_all(request) else MOST], 1)
    ]
    which = words.order_which_moves if request.act in MOVES else words.order_which
    which = words.order_which_two if request.act in TWO else which
    is_all = request.act == "out" and is_of_all(request) and len(spots) > 1
    is_all = is_all and bool(candidates(turn, request))
    turn.say(words.order_all if is_all else which, pieces=join("\n", lines))


def is_of_all(request: Request) -> bool:
    """Return whether each piece is meant that tells of something."""
    return any(each.every for each in request.which)
