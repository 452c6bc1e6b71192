"""The words of dates and spans of time: a text made plain for reading, the day that it says."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from bot.analysis.patterns import lazy
from bot.domain.local_time import DAY

LONGEST_TEXT = 80
"""No time takes more characters to type; what is longer is an answer, and not read at all."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_SHORT = tuple(each[:3] for each in WEEKDAYS)

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_ADDED = lazy(r"^/|\b(?:later|remind me|please|thanks|thank you)\b")


def tidy(text: str) -> str:
    """Return a text in small letters, with single spaces and no more marks than times have.

    A text longer than ``LONGEST_TEXT`` becomes empty.
    """
    if len(text) > LONGEST_TEXT:
        return ""
    said = re.sub(r"[,;!?()“”\"\s]+", " ", text.casefold()).strip()
    said = re.sub(r"\.(?![0-9])|['’]", "", said)  # "p.m.", "o'clock"
    said = re.sub(r"(?<=[0-9]) ?([ap]) ?m\b", r"\1m", said)
    said = re.sub(r"(?<=[0-9]) ?o ?clock\b", "", said)
    said = re.sub(r"(?<=[0-9]) ?([:.]) ?(?=[0-9])", r"\1", said)
    said = re.sub(r":(?![0-9])", " ", said)
    said = re.sub(r"\btoni(?:ght|te)\b", "today evening", said)
    said = re.sub(r"\bnight\b", "evening", said)
    said = re.sub(r"\bthis (?=morning|afternoon|evening)", "today ", said)
    return " ".join(_ADDED.sub(" ", said).split())


_COUNTED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

_AMOUNTS: Mapping[str, float] = dict(
    [("half a", 0.5), ("half an", 0.5), ("a couple of", 2), ("a", 1), ("an", 1)]
    + [(word, number) for number, word in enumerate(_COUNTED, 1)]
    + [("fifteen", 15), ("twenty", 20), ("thirty", 30)]
)

UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": DAY, "w": 7 * DAY}

AMOUNT = rf"(?:[0-9]{{1,3}}(?:\.5)? ?|(?:{'|'.join(_AMOUNTS)}) )"

UNIT = r"(?:minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|wks?|w)(?![a-z])"


def number(word: str) -> float:
    """Return the number that an ``AMOUNT`` says: 0.5 for "half a ", 30 for "30"."""
    word = word.strip()
    return _AMOUNTS[word] if word in _AMOUNTS else float(word)


_HOURS = (*_COUNTED, "eleven", "twelve")

HOUR = rf"(?:[0-9]{{1,2}}|{'|'.join(_HOURS)})"


def hour_of(word: str) -> int:
    """Return the hour that an ``HOUR`` says: 7 for "seven" and for "7"."""
    return _HOURS.index(word) + 1 if word in _HOURS else int(word)


WEEKDAY = r"(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"

DATE = r"(?<![:.])([0-9]{1,2})(?:st|nd|rd|th)?"

MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)


def month_of(month: str) -> int:
    """Return the number of a month that is named or numbered."""
    return _MONTHS.index(month[:3]) + 1 if month[:3] in _MONTHS else int(month)


def dated(today: date, day: str, month: str) -> date:
    """Return the next such date. Raises ValueError where the month has no such day."""
    which = month_of(month)
    is_next_year = (which, int(day)) < (today.month, today.day)
    return date(today.year + is_next_year, which, int(day))


def _ahead(today: date, weekday: str) -> int:
    """Return the number of days until such a day of the week, from 1 to 7."""
    return (_SHORT.index(weekday[:3]) - today.weekday() - 1) % 7 + 1


_DAYS: tuple[tuple[str, Callable[[date, re.Match[str]], date]], ...] = (
    (r"([0-9]{4}-[0-9]{2}-[0-9]{2})", lambda _, found: date.fromisoformat(found[1])),
    (
        r"([0-9]{1,2})/([0-9]{1,2})/((?:20)?[0-9]{2})",
        lambda _, found: date(2000 + int(found[3][-2:]), int(found[2]), int(found[1])),
    ),
    (
        rf"{DATE} (?:of )?{MONTH} (20[0-9]{{2}})",
        lambda _, found: date(int(found[3]), month_of(found[2]), int(found[1])),
    ),
    (r"([0-9]{1,2})/([0-9]{1,2})", lambda today, found: dated(today, found[1], found[2])),
    (rf"{DATE} (?:of )?{MONTH}", lambda today, found: dated(today, found[1], found[2])),
    (rf"{MONTH} (?:the )?{DATE}", lambda today, found: dated(today, found[2], found[1])),
    (r"today", lambda today, _: today),
    (r"tom+or+ow|tmrw|tomo", lambda today, _: today + DAY),
    (
        rf"in ({AMOUNT})(days?|weeks?)",
        lambda today, found: today + int(number(found[1])) * UNITS[found[2][0]],
    ),
    (r"next week", lambda today, _: today + 7 * DAY),
    (
        rf"next {WEEKDAY}",  # the one of the week after this, as most people say it
        lambda today, found: today + (7 - today.weekday() + _SHORT.index(found[1][:3])) * DAY,
    ),
    (rf"(?:this )?{WEEKDAY}", lambda today, found: today + _ahead(today, found[1]) * DAY),
    (r"(?:this )?weekend", lambda today, _: today + _ahead(today, "sat") * DAY),
)


_BEFORE_DATE = rf"\b{WEEKDAY} (?=(?:the )?[0-9]{{1,2}}(?:(?:st|nd|rd|th)?(?: of)? {MONTH}|/))"
"""A day of the week that a date makes plain: "fri 18 december"."""


def take_day(said: str, today: date) -> tuple[date | None, str]:
    """Return the day that a tidied text says, and the text without it.

    The day is None where none is said. Raises ValueError for one that never comes, as 30 February.
    """
    said = re.sub(_BEFORE_DATE, "", said)
    for pattern, day in _DAYS:
        if found := re.search(rf"\b(?:{pattern})\b", said):
            return day(today, found), f"{said[: found.start()]} {said[found.end() :]}"
    return None, said


_EVERY = rf"(?:(?:every|each|weekly(?: on)?) {WEEKDAY}s?|(?:on )?{WEEKDAY}s)(?: (?:at )?(.+))?"


def weekday_in(said: str) -> tuple[int, str] | None:
    """Return the day of the week of "every monday 10:00", Monday as 0, and what follows it."""
    found = re.fullmatch(_EVERY, said)
    if found is None:
        return None
    return _SHORT.index((found[1] or found[2])[:3]), found[3] or ""
