"""“Take the man's name out, and the road”: the name goes, and all else in the line stays.

In its place stands a word for who it is, as where the coach asks about a name itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.names_meant import (
    PLACE,
    Meant,
    is_spelt,
    is_theirs,
    meant_by,
    streets_in,
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
from bot.flows.safety.markers import not_names, replace_everywhere, told_at
from bot.flows.safety.names import ask_name, names_in, next_name


@dataclass(slots=True)
class _Found:
    """The names and the places that shall go, and the first that it must be asked about."""

    names: dict[str, Meant]
    places: list[Spot]
    unsure: list[Spot]


def name_out(turn: TurnContext, request: Request) -> Doer | None:
    """Return what takes out the names, and the places, that a request is about; None where it is
    about anything else, or none of them stands in an answer."""
    found, around = _Found({}, [], []), turn.event.text
    which = [part for each in request.which for part in each.apart or (each,)]
    is_told = turn.reading.act and not request.sure
    if (
        request.own
        or is_told
        or any(each.size or each.quote or each.reach or each.every for each in which)
    ):
        return None
    if not all(_look_for(turn, each, around, found) for each in which):
        return None
    if not (found.names or found.places):
        return (lambda doing: _ask_whose(doing, found)) if found.unsure else None
    return lambda doing: _take(doing, found)


def standing_for(
    turn: TurnContext, about: Sequence[str], around: str
) -> tuple[list[Spot], list[Spot]]:
    """Return where the one name stands that some words are about, and the places; none where it is
    not plain which name is meant. Of several it is the one that a place stands beside."""
    found = _Found({}, [], [])
    for each in about:
        _look_for(turn, Which(tuple(each.split())), around, found)
    lines = [sentence_at(each) for each in found.places]
    near = [each for each in found.unsure if sentence_at(each) in lines]
    keys = {name_key(each) for each in found.names} or {name_key(each.text) for each in near}
    names = [each for each in _standing(turn) if name_key(each.text) in keys]
    return (names, found.places) if len(keys) == 1 else ([], [])


def _look_for(turn: TurnContext, which: Which, around: str, found: _Found) -> bool:
    """Note what is meant by some words; whether they are about a name or a place at all."""
    about = which.about or (("name",) if which.kind == "name" else ())
    if PLACE.intersection(about):
        spots = [Spot(each, *at) for each in in_answers(turn) for at in streets_in(each.text)]
        found.places += [each for each in spots if visible(each)]
        return bool(found.places) or "address" in about
    meant = meant_by(about, around)
    if not about or not (meant.said or meant.spelt):
        return False
    standing = _standing(turn)
    named = [each for each in standing if is_spelt(each.text, meant.spelt)]
    if meant.said and not named:
        named = [*_as_typed(turn, meant.spelt)] if meant.spelt else _of_whom(turn, meant, standing)
    names = {name_key(each.text): each.text for each in named}
    if len(names) > 1 and not meant.many:
        found.unsure += named
    else:
        found.names |= dict.fromkeys(names.values(), meant)
    return bool(names)


def _standing(turn: TurnContext) -> list[Spot]:
    """Return the possible names in the answers, but what they said is none."""
    known = not_names(turn)
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


def _ask_whose(doing: Doing, found: _Found) -> None:
    """Ask about the newest of the names that may be meant."""
    turn = doing.turn
    doing.keep()
    turn.coaching = Coaching("delete", ASIDE)
    newest = max(found.unsure, key=lambda each: each.message.number)
    if not ask_name(turn, newest.message):
        turn.say(turn.content.words.coach.order_not_found)
        turn.show_again()
