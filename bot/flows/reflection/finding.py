"""Which words are meant: looked for in the answers, in what was left out, and in what waits.

Pieces are compared in one voice, so that spelling is no matter. What is
found stands somewhere; what is not sure is said to be so, and others ask.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from bot.analysis.letters import small
from bot.analysis.reading.own_text.by_words import HALF, likeliest, telling_of
from bot.analysis.reading.own_text.orders import is_order
from bot.analysis.reading.own_text.which import Which
from bot.analysis.reading.pointing_back import stands_alone
from bot.analysis.reading.words import words_of
from bot.domain.messages import Message
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.flows.coaching.kept import (
    Spot,
    in_answers,
    kept_pieces,
    newest_told,
    pieces,
    sentence_at,
    sentences,
    set_aside,
    visible,
    whole,
)
from bot.flows.coaching.reading import read_text
from bot.flows.reflection.of_kind import of_kind
from bot.flows.reflection.taken_out import gone
from bot.flows.safety.dropping import undecided
from bot.flows.safety.harm_heard import harm_in

_SIGNS = " ,.;:!?–—-\n"
"""What stands between two pieces, and tells nothing."""

Place = Literal["answer", "out", "held", ""]
"""Where words stand: in an answer, left out of all, or waiting to be kept or dropped."""


@dataclass(frozen=True, slots=True)
class Found:
    """The pieces that some words name, where they stand, and how much of what was said they hold.

    ``many`` may be meant, of which one is.
    """

    place: Place = ""
    spots: tuple[Spot, ...] = ()
    share: float = 0.0
    one_of: bool = False


def find(turn: TurnContext, which: Which, places: Sequence[Place], beside: str = "") -> Found:
    """Return what is meant: of two places with as much of it the first. ``beside``: in another
    answer than that."""
    found = [_found(turn, which, place, beside) for place in places]
    best = max(found, key=lambda each: each.share, default=Found())
    if which.apart and best.share < 1:
        each = [find(turn, one, places, beside) for one in which.apart]
        if all(one.share == 1 and not one.one_of and one.place == each[0].place for one in each):
            return Found(each[0].place, tuple(s for one in each for s in one.spots), 1.0)
    return best


def _found(turn: TurnContext, which: Which, place: Place, beside: str) -> Found:
    messages = [each for each in _messages(turn, place) if not beside or each.step != beside]
    if which.step and place == "answer":
        messages = [each for each in messages if each.step == which.step]
    spots = _pool(turn, place, messages)
    if which.quote:
        share, starts = 1.0, _quoted(which, spots, messages if place == "answer" else [])
    elif which.kind:
        share, starts = 1.0, of_kind(turn, which.kind, spots, messages)
    elif which.about:
        share, starts = _about(turn, which, spots)
    elif which.edge or which.nth:
        share, starts = 1.0, _at_place(turn, which, messages)
    elif which.whole:
        here = [each for each in messages if each.step == turn.attempt.step]
        is_here = which.one and not which.step and here
        share, starts = 1.0, [*map(whole, here if is_here else messages)]
    else:
        return Found()
    if not starts:
        return Found()
    one_of = bool(which.about) and len(starts) > 1 and not which.reach
    if which.reach and place == "answer":
        starts = _reaching(which, starts[0], messages)
    return Found(place, tuple(starts), share, one_of)


def _messages(turn: TurnContext, place: Place) -> list[Message]:
    if place == "answer":
        return in_answers(turn)
    return undecided(turn) if place == "held" else []


def _pool(turn: TurnContext, place: Place, messages: list[Message]) -> list[Spot]:
    if place == "out":
        out = [*left_out(turn), *gone(turn), *kept_pieces(turn), *set_aside(turn)]
        return list(dict.fromkeys(out))
    if place == "held":
        return [whole(each) for each in messages]
    return [spot for each in messages for spot in pieces(each)]


def left_out(turn: TurnContext) -> Iterator[Spot]:
    """Yield the sentences that were left out of the answers."""
    for message in in_answers(turn):
        for start, end in message.cuts:
            for spot in pieces(replace(message, cuts=())):
                begin, stop = max(start, spot.start), min(end, spot.end)
                text = message.text[begin:stop].strip() if stop - begin > 1 else ""
                if text and not is_order(text):
                    yield Spot(message, begin, stop)


def _about(turn: TurnContext, which: Which, spots: list[Spot]) -> tuple[float, list[Spot]]:
    texts = [each.text for each in spots]
    if which.every and len(which.about) == 1:
        return 1.0, [spots[at] for at in telling_of(texts, which.about)]
    share, places = likeliest(texts, which.about)
    owned = [at for at, each in enumerate(which.about, 1) if each.endswith("'s")]
    if share < 1 and owned and (head := which.about[owned[-1] :]):  # “Sister Anu's husband”
        of_head, at_head = likeliest(texts, head)
        share, places = (of_head, at_head) if of_head == 1 else (share, places)
    found = [spots[at] for at in places] if share >= HALF else []
    here = [each for each in found if each.message.step == turn.attempt.step]
    return share, here or found


def _quoted(which: Which, spots: list[Spot], messages: list[Message]) -> list[Spot]:
    """Return where words stand as they were typed: they may reach over more than one sentence, and
    what is meant from them on stands there although they are out."""
    quote = which.quote
    wholes = [whole(each) for each in messages]
    for spot in [*wholes, *spots]:
        plain = small(spot.text)
        start = plain.find(quote) if len(plain) == len(spot.text) else -1
        if start >= 0:
            begin = spot.start + start
            found = Spot(spot.message, begin, begin + len(quote))
            if not messages or which.reach or visible(found):
                return [found]
    return []


def _at_place(turn: TurnContext, which: Which, messages: list[Message]) -> list[Spot]:
    """Return the first or last words, sentences or messages of the open answer, else of the newest;
    or a line of it that is counted, from -1 at its end."""
    here = [each for each in messages if each.step == turn.attempt.step] or messages[-1:]
    parts = sentences if which.unit == "sentence" else pieces
    found = [spot for each in here for spot in parts(each)]
    if which.nth:
        return found[which.nth - 1 : which.nth] if which.nth > 0 else found[which.nth :][:1]
    if which.unit == "message":
        found = [whole(each) for each in here]
    elif which.unit == "word":
        words = [(each, word) for each in here for word in words_of(each.text)]
        found = [Spot(each, word.start, word.end) for each, word in words]
        found = [each for each in found if visible(each)]
    return found[: which.count] if which.edge == "first" else found[-which.count :]


def _reaching(which: Which, start: Spot, messages: list[Message]) -> list[Spot]:
    """Return all from a piece on, after it or before it, in its answer."""
    message = start.message
    text = message.text
    if which.reach == "before":
        return [Spot(message, 0, start.start)] if start.start else []
    begin = start.end if which.reach == "after" else start.start
    begin += len(text[begin:]) - len(text[begin:].lstrip(" ,.;:!?\n")) if begin == start.end else 0
    end = len(text)
    if which.until:
        rest = [each for each in pieces(message) if each.end > begin]
        share, places = likeliest([each.text for each in rest], which.until)
        if share < HALF:
            return []
        return [Spot(message, begin, rest[places[0]].end)]
    later = [e for e in messages if e.step == message.step and e.number > message.number]
    first = [Spot(message, begin, end)] if text[begin:end].strip() else []
    return [*first, *map(whole, later)]


def with_its_harm(turn: TurnContext, spot: Spot) -> Iterator[Spot]:
    """Yield a piece, and where a message tells of harm and of nothing before it, what goes on with
    that: no half of a disclosure is left standing. What tells an act at work ends it."""
    yield spot
    line, harm = sentence_at(spot), harm_in(turn, spot.text)
    if harm is None:
        return
    if harm.doubtful and spot != line:
        of_all = harm_in(turn, spot.message.text)
        if of_all is None or of_all.doubtful:
            return
        yield line  # “many burns” are none of the kitchen, where all of it tells of harm
    told = [each for each in pieces(spot.message) if each != spot]
    if any(each.end <= spot.start and is_work(turn, each) for each in told):
        return
    for each in told:
        if each.start >= spot.end:
            if is_work(turn, each):
                return
            yield each


def is_work(turn: TurnContext, spot: Spot) -> bool:
    """Return whether a piece tells an act at work that is plain by itself."""
    return stands_alone(spot.text, read_text(turn, spot.text))


def merged(spots: Iterable[Spot]) -> list[Spot]:
    """Return pieces in their order, those of a message with nothing between them as one, without
    what is left out of it already."""
    made = list[Spot]()
    for spot in sorted(spots, key=lambda each: (each.message.number, each.start, -each.end)):
        last = made[-1] if made else None
        is_same = last is not None and last.message.number == spot.message.number
        if last and is_same and not spot.message.text[last.end : spot.start].strip(_SIGNS):
            made[-1] = Spot(last.message, last.start, max(last.end, spot.end))
        else:
            made.append(spot)
    return made


def without(spots: Iterable[Spot], spared: Sequence[Spot]) -> list[Spot]:
    """Return pieces without those that shall stay."""
    made = list[Spot]()
    for spot in spots:
        kept = sorted(
            (max(each.start, spot.start), min(each.end, spot.end))
            for each in spared
            if each.message.number == spot.message.number
            and each.start < spot.end
            and spot.start < each.end
        )
        ends = [(spot.start, spot.start), *kept, (spot.end, spot.end)]
        for (_, begin), (end, _) in pairwise(ends):
            if spot.message.text[begin:end].strip(_SIGNS):
                made.append(Spot(spot.message, begin, end))
    return made


MOST_BEFORE = 3
"""Words of a message from which on “that” may mean it although it is in no answer."""


def kept_out_since(turn: TurnContext, newest: Message | None) -> Spot | None:
    """Return what they said or told last, where it is in no answer, and newer than their ``newest``
    words that are: no older words go for “that”."""
    told = newest_told(turn)
    if told and told.aside and told.text and told.number not in turn.conversation.undecided:
        return whole(told)
    last = turn.conversation.messages[-1:]
    known = [each for each in kept_pieces(turn) if last and each.message.number == last[0].number]
    is_long = known and count_words(known[-1].text) > MOST_BEFORE
    is_newer = newest is None or (bool(known) and known[-1].message.number > newest.number)
    return known[-1] if is_long and is_newer else None
