"""What people tell of harm without a word of it: who does what to whom, and what is said of it.

The learned table weighs words. Some harm has none: a worker who comes in at night and is not on
shift, a chart that is filled in for turns which nobody did, a mark that is explained away. Each
relation here has its doers and its objects; in labelled rows that nothing here was written from,
nine of ten messages that have one are of harm. One alone is a doubt. Where the table has a doubt
as well, it is none any more.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from operator import itemgetter
from typing import NamedTuple

from bot.analysis.one_voice import as_typed, in_one_voice
from bot.analysis.patterns import lazy
from bot.analysis.reading.harm_features import Line
from bot.analysis.reading.harm_of_people import FEARED, TO_PEOPLE
from bot.analysis.reading.harm_of_records import IN_RECORDS
from bot.analysis.reading.harm_reading import HarmReading
from bot.analysis.reading.harm_seen_to import is_mended, is_told_on
from bot.analysis.reading.harm_vocabulary import HarmVocabulary
from bot.analysis.reading.told_of_others import is_told_of_others
from bot.content.models.harm_rows import CRISES

MOST = 120
"""Words of the longest message that is looked through: a page holds all words by chance."""


class Relation(NamedTuple):
    """What is told of harm without a word of it: its sort, about whom it is, and its characters."""

    sort: str
    about: str
    start: int
    end: int


_RELATIONS = (*TO_PEOPLE, ("abuse", "person_supported", FEARED), *IN_RECORDS)

OF_NO_LIFE = ("wrongdoing", "exploitation")
"""Sorts that are no danger to a life by themselves, however the words look to the table."""

_HOUR = lazy(r"\b[ap]\.m\b\.?")
"""Its stops end no sentence: “at 5 a.m. for the whole night”."""

_MINE = lazy(r"\bi(?:'m| am|'ve| have| can't| cannot)? (?:\w+ )*$")
"""How the words before begin where it is the writer who is afraid."""


def relation_in(text: str) -> Relation | None:
    """Return the first relation that a message tells, None for none."""
    if text.count(" ") >= MOST:
        return None
    heard = in_one_voice(text).lower().replace("’", "'")
    heard = _HOUR.sub(lambda found: found[0].replace(".", " "), heard)
    for sort, about, pattern in _RELATIONS:
        if found := pattern.search(heard):
            is_own = pattern is FEARED and _MINE.search(heard[: found.start()])
            start, end = as_typed(text, *found.span())
            return Relation(sort, "self" if is_own else about, start, end)
    return None


def _is_plainly_of_life(line: Line, vocabulary: HarmVocabulary) -> bool:
    """Return whether a sign that is not faint tells of a life in danger."""
    return any(each.sort in CRISES and not each.faint for each in line.signs(vocabulary))


def _of_whom(found: HarmReading, text: str) -> HarmReading:
    """Return what was read, about others where it is not sure to be of the writer and only others
    are spoken of."""
    may_be_own = not found.sure and (found.about == "self" or found.sort == "distress")
    if not may_be_own or not is_told_of_others(text[found.start : found.end]):
        return found
    about = "person_supported" if found.about == "self" else found.about
    return replace(found, about=about, sure=found.sort == "distress")


def with_relation(found: HarmReading, text: str, vocabulary: HarmVocabulary) -> HarmReading:
    """Return what was read of harm in a text, with the relation that it tells.

    What was told on, or mended, or is sure by its words, stays what it is. Where it is not sure to
    be of the writer, and only others are spoken of, it is of them.
    """
    found = _of_whom(found, text)
    relation = relation_in(text)
    if relation is None or (found.level == "concern" and not found.doubtful):
        return found
    line = Line.of(text, vocabulary)
    is_of_life = relation.sort not in OF_NO_LIFE and not found.doubtful
    if found.level == "crisis" and (is_of_life or _is_plainly_of_life(line, vocabulary)):
        return found
    token = bisect_right(line.spans, relation.start, key=itemgetter(0)) - 1
    told_on = found.told_on or is_told_on(line, vocabulary, line.offsets[max(token, 0)])
    if is_mended(line) or (told_on and found.level == "none"):
        return found
    sort, about, start, end = relation
    is_read = found.level == "concern" and not told_on
    if is_read and sort == "wrongdoing":  # whoever is in charge may be part of it
        return replace(found, sort=sort, about=about, sure=True, doubtful=False)
    if is_read:
        return replace(found, doubtful=False)
    return HarmReading(
        "concern",
        sort,
        about,
        start,
        end,
        sure=sort == "wrongdoing",
        signed=True,
        doubtful=told_on,
        told_on=told_on,
    )
