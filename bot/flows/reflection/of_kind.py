"""Words that are named by what they are for: “my moan”, “the question”, “the private bit”."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.analysis.one_voice import in_one_voice
from bot.analysis.reading.complaints import meant_for_coach, objects
from bot.analysis.reading.spoken_pieces import asks
from bot.analysis.reading.words import words_of
from bot.domain.messages import Message
from bot.engine.context import TurnContext
from bot.flows.coaching.kept import Spot, pieces, visible, whole
from bot.flows.coaching.reading import read_text


def of_kind(turn: TurnContext, kind: str, spots: list[Spot], messages: list[Message]) -> list[Spot]:
    """Return the newest words that complain, or ask: a message that begins so is all of it; or what
    is told twice."""
    if kind == "twice":
        return _repeats(spots)
    if kind == "private":
        return _private(turn, messages)
    fits = _complains if kind == "complaint" else _asks
    for message in reversed(messages) if kind == "complaint" else ():
        first = next(pieces(replace(message, cuts=())), None)
        if visible(whole(message)) and first and fits(turn, first.text):
            return [whole(message)]
    found = [each for each in spots if kind != "name" and fits(turn, each.text)]
    return [each for each in found if each.message.number == found[-1].message.number]


def _private(turn: TurnContext, messages: list[Message]) -> list[Spot]:
    """Return the newest words that show who somebody is, or that were told in confidence, where
    anything else stands beside them."""
    for message in reversed(messages):
        shown = turn.knowledge.shows_who.find(message.text)
        for each in sorted(shown, key=lambda each: -each.sure):
            spot = Spot(message, each.start, each.end)
            rest = message.text[: each.start] + message.text[each.end :]
            if visible(spot) and words_of(rest):
                return [spot]
    return []


def _repeats(spots: list[Spot]) -> list[Spot]:
    """Return what is told a second time in the same words."""
    seen, found = set[tuple[str, ...]](), list[Spot]()
    for spot in spots:
        said = tuple(word.plain for word in words_of(spot.text))
        found += [spot] if said in seen else []
        seen.add(said)
    return found


def _complains(turn: TurnContext, text: str) -> bool:
    plain = in_one_voice(text).casefold()
    is_said = objects(text) or meant_for_coach(text) or _OBJECTS.search(plain) is not None
    kinds = ("complaint_about_coach", "correction", "already_told", "feeling_about_task")
    return is_said or read_text(turn, text).kind in kinds


_OBJECTS = re.compile(
    r"\b(?:object|complain|your (?:summary|question|reply|app)|coach|bot|robot)\b"
)


def _asks(_: TurnContext, text: str) -> bool:
    return "?" in text or asks(text)
