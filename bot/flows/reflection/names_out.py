"""“Take the man's name out, and the road”: the name goes, and all else in the line stays.

In its place stands a word for who it is, as where the coach asks about a name itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.names_meant import (
    NAME,
    PLACE,
    TOWN,
    Meant,
    is_spelt,
    is_theirs,
    meant_by,
    streets_in,
    towns_in,
    without_surname,
)
from bot.analysis.reading.own_text.request import Request
from bot.analysis.reading.own_text.which import Which
from bot.analysis.told_names import name_key
from bot.domain.coaching import ASIDE, Coaching
from bot.domain.messages import Message
from bot.engine.context import TurnContext
from bot.engine.wording import Typed
from bot.flows.coaching.kept import Spot, in_answers, sentence_at, visible
from bot.flows.reflection.doing import Doer, Doing
from bot.flows.reflection.taken_out import show_joint, words_out
from bot.flows.safety.cuts import put_text
from bot.flows.safety.markers import ROLES, not_names, replace_everywhere, told_at
from bot.flows.safety.names import ask_name, names_in, next_name

_OF_SOMEBODY = (*ROLES, "room")
"""The markers that stand for somebody."""


@dataclass(slots=True)
class _Found:
    """The names and the places that shall go, and the first that it must be asked about."""

    names: dict[str, Meant]
    places: list[Spot]
    unsure: list[Spot]
    asks_place: bool = False
    gone: str = ""
    """What stands in the place of names that are out already."""


def name_out(turn: TurnContext, request: Request) -> Doer | None:
    """Return what takes out the names, and the places, that a request is about; None where it is
    about anything else, or none of them stands in an answer."""
    found, is_told = _Found({}, [], []), turn.reading.act and not request.sure
    which = [part for each in _meant(request) for part in each.apart or (each,)]
    is_text = any(each.size or each.quote or each.reach or each.every for each in which)
    if request.own or is_told or is_text or not which:
        return None
    of_somebody = [_look_for(turn, each, turn.event.text, found) for each in which]
    if not all(of_somebody):
        return None
    _decide(turn, found)
    if found.names or found.places:
        return lambda doing: _take(doing, found)
    if found.unsure:
        return lambda doing: _ask_whose(doing, found)
    return (lambda doing: _say_gone(doing, found.gone)) if found.gone else None


def _meant(request: Request) -> Sequence[Which]:
    """Return what is named, be it beside the order: “I wrote her name. Take it away”."""
    named = [each for each in request.perhaps if not NAME.isdisjoint(each.about)]
    is_newest = all(each.is_newest for each in request.which)
    return [Which(("name",))] if is_newest and named else request.which


def standing_for(
    turn: TurnContext, about: Sequence[str], around: str
) -> tuple[list[Spot], list[Spot]]:
    """Return where the one name stands that some words are about, and the places; none where it is
    not plain which name is meant. Of several it is the one that a place stands beside."""
    found = _Found({}, [], [])
    for each in about:
        _look_for(turn, Which(tuple(each.split())), around, found)
    _decide(turn, found)
    keys = {name_key(each) for each in found.names}
    names = [each for each in _standing(turn, every=True) if name_key(each.text) in keys]
    return (names, found.places) if len(keys) == 1 else ([], [])


def _look_for(turn: TurnContext, which: Which, around: str, found: _Found) -> bool:
    """Note what is meant by some words; whether they are about a name or a place at all."""
    about = which.about or (("name",) if which.kind == "name" else ())
    if PLACE.intersection(about):
        found.asks_place = True
        find = towns_in if TOWN.intersection(about) else streets_in
        spots = [Spot(each, *at) for each in in_answers(turn) for at in find(each.text)]
        people = tuple(each.text for each in _standing(turn))
        spots = [each for each in spots if not each.text.endswith(people)]
        found.places += [each for each in spots if visible(each)]
        return bool(found.places or _masked(turn))
    meant = meant_by(about, around)
    if not about or not (meant.said or meant.spelt):
        return False
    standing = _standing(turn)
    named = [each for each in standing if is_spelt(each.text, meant.spelt)]
    if meant.said and not meant.spelt:
        standing = standing or _standing(turn, every=True)
    if meant.said and not named:
        named = [*_as_typed(turn, meant.spelt)] if meant.spelt else _of_whom(turn, meant, standing)
    names = {name_key(each.text): each.text for each in named}
    if len(names) > 1 and not meant.many:
        found.unsure += named
    else:
        found.names |= dict.fromkeys(names.values(), meant)
    found.gone = found.gone or (_markers(turn) if meant.said else "")
    return bool(names or found.gone)


def _markers(turn: TurnContext) -> str:
    """Return a marker that stands in their words in the place of a name, "" for none."""
    text = " ".join(each.shown for each in turn.conversation.messages)
    known = [each for each in _OF_SOMEBODY if getattr(turn.content.words.markers, each) in text]
    return str(getattr(turn.content.words.markers, known[0])) if known else ""


def _decide(turn: TurnContext, found: _Found) -> None:
    """Of several names take the one that a place stands beside, where a place is named, too."""
    lines = {sentence_at(each) for each in (*found.places, *_masked(turn))}
    near = {each.text: each for each in found.unsure if sentence_at(each) in lines}
    if found.asks_place and len(near) == 1:
        found.names |= dict.fromkeys(near, meant_by((), ""))


def _masked(turn: TurnContext) -> list[Spot]:
    """Return where an address stood that was replaced when it came in."""
    mark = turn.content.words.markers.address
    at = ((each, each.text.find(mark)) for each in in_answers(turn))
    return [Spot(message, start, start + len(mark)) for message, start in at if start >= 0]


def _standing(turn: TurnContext, *, every: bool = False) -> list[Spot]:
    """Return the possible names in the answers, but what they said is none, or ``every`` one."""
    known = frozenset[str]() if every else not_names(turn)
    spots = [
        Spot(message, each.start, each.end)
        for message in in_answers(turn)
        for each in names_in(turn, message.text)
    ]
    return [each for each in spots if visible(each) and name_key(each.text) not in known]


def _as_typed(turn: TurnContext, spelt: Sequence[str]) -> list[Spot]:
    """Return a name that no rule finds, where it stands as it is typed: “wilmas” for “wilma”."""
    ways = [rf"{re.escape(each.removesuffix('s'))}s?" for each in spelt]
    pattern = re.compile(rf"(?<!\w){' '.join(ways)}(?!\w)", re.IGNORECASE)
    spots = [
        Spot(each, found.start(), found.end())
        for each in in_answers(turn)
        for found in pattern.finditer(each.text)
    ]
    return [each for each in spots if visible(each)]


def _of_whom(turn: TurnContext, meant: Meant, standing: Sequence[Spot]) -> list[Spot]:
    """Return the names of somebody who is only called “the lady”, “him”; all, where none fits."""
    if meant.surname:
        standing = [each for each in standing if without_surname(each.text)] or standing
    if meant.many or not meant.whose:
        return [*standing]
    theirs = [e for e in standing if is_theirs(e.text, sentence_at(e).text, meant.whose)]
    named = [e for e in theirs if is_theirs(e.text, "", meant.whose)]
    beside = [e for e in theirs if told_at(turn, e.message.text, e.start, e.end)]
    return named or beside or theirs or [*standing]


def _take(doing: Doing, found: _Found) -> None:
    """Take the names and places out, say what stands there now, and show how it reads."""
    turn = doing.turn
    order, asked = doing.keep(), turn.conversation.prompt == "name"
    turn.coaching = Coaching("delete", ASIDE) if order else None
    before = {each.number: each for each in in_answers(turn)}
    if found.places:
        words_out(turn, found.places)
        turn.conversation.taken_out = []
    for name, meant in found.names.items():
        now = _replace(turn, name, meant)
        if len(found.names) == 1:
            turn.say(turn.content.words.coach.name_now, marker=now, name=Typed(name))
    _show(turn, before)
    if asked:
        next_name(turn)
    else:
        turn.left()
        turn.show_again()


def _replace(turn: TurnContext, name: str, meant: Meant) -> str:
    """Put what is left of a name, or a word for who it is, in its place in all answers; return what
    stands there now."""
    first = without_surname(name) if meant.surname or _is_last(name, meant) else ""
    now = first or _marker(turn, name)
    put = () if first else replace_everywhere(turn, turn.attempt.number, name, now)
    if not put:
        pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
        for each in in_answers(turn):
            if pattern.search(each.text):
                put_text(turn, each, pattern.sub(lambda _: now, each.text))
    return next(iter(put), now)


def _is_last(name: str, meant: Meant) -> bool:
    """Whether no more than the last word of a name is told."""
    words = name_key(name).split()
    return len(words) > 1 and set(meant.spelt) == {words[-1]} and not meant.said


def _marker(turn: TurnContext, name: str) -> str:
    """Return the marker for who somebody is, as far as that is told beside the name."""
    markers = turn.content.words.markers
    for each in in_answers(turn):
        for found in names_in(turn, each.text):
            is_it = name_key(each.text[found.start : found.end]) == name_key(name)
            if is_it and (beside := told_at(turn, each.text, found.start, found.end)):
                return str(getattr(markers, beside.role))
    return markers.room


def _show(turn: TurnContext, before: dict[int, Message]) -> None:
    """Show how the lines read that have changed."""
    changed = [e for e in in_answers(turn) if e.shown != before[e.number].shown]
    for step in dict.fromkeys(each.step for each in changed):
        show_joint(turn, step, before.values())


def _say_gone(doing: Doing, marker: str) -> None:
    """Say that the names are out already, and what stands there."""
    turn = doing.turn
    doing.hold()
    turn.coaching = Coaching("delete", ASIDE)
    turn.say(turn.content.words.coach.names_are_out, marker=marker)
    turn.left()
    turn.show_again()


def _ask_whose(doing: Doing, found: _Found) -> None:
    """Ask about the newest of the names that may be meant."""
    turn = doing.turn
    doing.keep()
    turn.coaching = Coaching("delete", ASIDE)
    newest = max(found.unsure, key=lambda each: each.message.number)
    if not ask_name(turn, newest.message):
        turn.say(turn.content.words.coach.order_not_found)
        turn.show_again()
