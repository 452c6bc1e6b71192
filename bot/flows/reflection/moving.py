"""“Move the bit about the tea to leadership”, “put the fall first”: words stand elsewhere now.

Not one word changes. What stood around a piece stays in its order, and one press undoes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.analysis.reading.own_text.request import HERE, TWO, Request
from bot.content.models.dialogue import WordsStep
from bot.domain.coaching import ASIDE, Coaching
from bot.domain.messages import Message, joined
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.wording import Typed, gist, join
from bot.flows.coaching.kept import Spot, visible, whole
from bot.flows.coaching.labelled import announces_more
from bot.flows.reflection import choosing
from bot.flows.reflection.announcing import note_ahead
from bot.flows.reflection.doing import Doer, Doing, tells
from bot.flows.reflection.finding import merged
from bot.flows.reflection.placing import make_part
from bot.flows.reflection.taken_out import MADE, as_it_was, seen_in


def move(turn: TurnContext, request: Request, rest: str) -> Doer | None:
    """Return what moves the words that a request names, None where it is no order after all."""
    is_newest = all(each.is_newest for each in request.which) and not request.perhaps
    if (request.to and step_of(turn, request) is None) or (is_newest and tells(turn, rest)):
        return None  # “put this under both: …” announces what follows
    if is_newest and announces_more(turn):
        return None
    found = choosing.found_for(turn, request)
    spots = list(dict.fromkeys(spot for each in found for spot in each.spots))
    share = min((each.share for each in found), default=0.0)
    is_named = request.sure or share == 1
    is_plain = share == 1 and (request.sure or not turn.reading.act)
    is_alone = request.perhaps or not request.in_brief or is_plain
    if not (is_named and is_alone) or (request.perhaps and not spots):
        return None
    spots = [each for each in spots if not any(_is_inside(each, other) for other in spots)]
    is_sure = (
        share >= choosing.SURE and not any(each.one_of for each in found) and not request.perhaps
    )
    is_sure = is_sure and (request.act not in TWO or _are_two(request, spots))
    if is_sure and spots:
        return lambda doing: _move(doing, request, spots)
    return lambda doing: doing.ask(request)


def _are_two(request: Request, spots: list[Spot]) -> bool:
    """Whether there are two to change places; to stand beside each other they are in one answer."""
    is_one = request.act == "swap" or len({each.message.step for each in spots}) == 1
    return len(spots) == 2 and is_one


def _is_inside(spot: Spot, other: Spot) -> bool:
    is_same = spot.message.number == other.message.number and spot != other
    return is_same and other.start <= spot.start and spot.end <= other.end


def _move(doing: Doing, request: Request, spots: list[Spot]) -> None:
    message = doing.keep()
    doing.turn.left()
    doing.turn.coaching = Coaching("announce", ASIDE)
    carry(doing.turn, request, spots, message)


def step_of(turn: TurnContext, request: Request) -> WordsStep | None:
    """Return the step that words shall go to, None for none."""
    step = turn.dialogue.by_id.get(turn.attempt.step if request.to == HERE else request.to)
    return step if isinstance(step, WordsStep) else None


def carry(turn: TurnContext, request: Request, spots: list[Spot], order: Message | None) -> None:
    """Move pieces as a request says, say which, and show how they stand now."""
    words, step = turn.content.words.coach, step_of(turn, request)
    turn.answered()
    turn.conversation.taken_out = []
    said = join("”, “", [gist(each) for each in seen_in(spots)])
    if request.to and step:
        _to_step(turn, step, merged(spots))
        turn.say(words.order_moved, label=step.label, phrase=said)
    else:
        steps = dict.fromkeys(each.message.step for each in spots)
        for each in steps:
            _lay_out(turn, each, list(_in_order(turn, each, request, spots)))
        turn.say(words.order_placed, phrase=said)
        for each in steps:
            text = joined(turn.answer(each)).strip()
            turn.say(words.reads, label=turn.dialogue.by_id[each].label, text=Typed(text))
    turn.ask("taken_out", order)


def _to_step(turn: TurnContext, step: WordsStep, spots: list[Spot]) -> None:
    """Put pieces into another answer: whole messages as they are, a piece behind what is there."""
    moved = [each for each in spots if each.message.step != step.id]
    for source in dict.fromkeys(each.message.step for each in moved):
        rest = [each for each in _laid_out(turn, source, moved) if each not in moved]
        wholes = [each for each in moved if each == whole(each.message)]
        for each in wholes:
            _note(turn, each.message)
            turn.change(each.message, step=step.id)
        _lay_out(turn, source, rest)
    for each in moved:
        if each != whole(each.message):
            _make(turn, each, step.id)
    note_ahead(turn, step)


def _laid_out(turn: TurnContext, step: str, spots: Sequence[Spot]) -> Iterator[Spot]:
    """Yield all that stands in an answer, each of some pieces by itself."""
    for message in turn.answer(step):
        after = 0
        for spot in sorted(spots, key=lambda each: each.start):
            if spot.message.number == message.number and spot.start >= after:
                if count_words(message.text[after : spot.start]):
                    yield Spot(message, after, spot.start)
                yield spot
                after = spot.end
        if not after or count_words(message.text[after:]):
            yield Spot(message, after, len(message.text))


def _in_order(
    turn: TurnContext, step: str, request: Request, spots: Sequence[Spot]
) -> Iterator[Spot]:
    """Yield what stands in an answer, in the order that a request wants."""
    laid_out = list(_laid_out(turn, step, spots))
    mine, rest = [e for e in laid_out if e in spots], [e for e in laid_out if e not in spots]
    if request.act == "swap":
        one, other = spots
        yield from ({one: other, other: one}.get(each, each) for each in laid_out)
    elif request.act in TWO:
        one, other = spots
        rest = [each for each in laid_out if each != one]
        at = rest.index(other) + (request.act == "after")
        yield from (*rest[:at], one, *rest[at:])
    else:
        yield from (*mine, *rest) if request.act == "top" else (*rest, *mine)


def _lay_out(turn: TurnContext, step: str, order: Sequence[Spot]) -> None:
    """Let an answer be these pieces in this order. What stands in front as it is stays untouched;
    all behind it is made anew, as parts of what was sent."""
    now, same = list(turn.answer(step)), 0
    while same < min(len(now), len(order)) and order[same] == whole(now[same]):
        same += 1
    for each in now[same:]:
        _note(turn, each)
        turn.change(each, aside=True)
    for spot in order[same:]:
        _make(turn, spot, step)


def _note(turn: TurnContext, message: Message) -> None:
    turn.conversation.taken_out.append(f"{as_it_was(message)}:{message.step}")


def _make(turn: TurnContext, spot: Spot, step: str) -> None:
    parts = sum(each.origin == spot.message.number for each in turn.conversation.messages)
    made = make_part(turn, spot.message, parts + 1, step, spot.text)
    begin = spot.start + len(spot.text) - len(spot.text.lstrip())
    cuts = [(max(at, begin) - begin, end - begin) for at, end in spot.message.cuts if end > begin]
    cuts = [(at, min(end, len(made.text))) for at, end in cuts if at < len(made.text)]
    aside = not visible(spot)
    turn.change(made, cuts=() if aside else tuple(cuts), aside=aside)
    turn.conversation.taken_out.append(f"{as_it_was(made)}:{MADE}")
