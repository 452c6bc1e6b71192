"""When to ask again, as a learner says it: "7pm", "later tomorrow 8am", "in 2 hours", or a button.

They type on a phone between two shifts: capitals, spaces, dots and "at" do not matter. But a word
that we do not know makes the whole no time, since a wrong guess wakes somebody up.
Pure: now is given. A zone that is none raises ZoneInfoNotFoundError.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.local_time import DAY, at_local
from bot.domain.quiet_hours import LOOK_AHEAD
from bot.domain.snooze import START_OF_MORNING, USUAL

LONGEST_TEXT = 80
"""No time takes more signs to type; what is longer is an answer, and not read at all."""

TONIGHT_HAS_BEGUN = 18
"""The hour from which "tonight" is an hour from now."""

_NOON = re.compile(r"(?:12 )?(noon|midday|midnight)")

_TIME = re.compile(r"([0-9]{1,2})(?:[:.]? ?([0-9]{2}))? ?([ap]m)?")


def read_time(text: str) -> str | None:
    """The wall time "HH:MM" that a text says: "16:00", "4pm", "16.00", "noon", "7", "1930".

    None when it says anything else, or an hour that no clock shows. A bare "7" is 07:00.
    """
    said = re.sub(r"^(?:at|after|from) ", "", _tidy(text))
    if named := _NOON.fullmatch(said):
        return "00:00" if named[1] == "midnight" else "12:00"
    found = _TIME.fullmatch(said)
    if found is None or (said.isdecimal() and len(said) == 3):  # "100" may be anything
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def read_later(text: str, now: datetime, zone: str) -> datetime | None:
    """The UTC instant that a learner in ``zone`` means by "7pm", "in 2 hours" or "tomorrow".

    A bare time is the next one, today's or tomorrow's. A bare day is 09:00; "friday" is never
    today, and "next week" is this day in a week. Tonight is 19:00, or from 18:00 on an hour from
    now. None when it is no time, or not after ``now``, or more than 60 days ahead.
    """
    said, now = _tidy(text), now.astimezone(UTC)
    try:
        due = _after_span(said, now, zone) if _SPAN.fullmatch(said) else _at(said, now, zone)
    except (ValueError, OverflowError):  # 30 February, the end of all years
        return None
    return due if due is not None and now < due <= now + LOOK_AHEAD else None


_ADDED = re.compile(r"^/|\b(?:later|remind me|please|thanks|thank you)\b")


def _tidy(text: str) -> str:
    """In small letters, with one space between words and no more signs than times have."""
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

_UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": DAY, "w": 7 * DAY}

_AMOUNT = rf"(?:[0-9]{{1,3}}(?:\.5)? ?|(?:{'|'.join(_AMOUNTS)}) )"

_UNIT = r"(?:minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|wks?|w)(?![a-z])"

_SPAN = re.compile(rf"(?:in |after )?{_AMOUNT}{_UNIT}(?: ?(?:and )?{_AMOUNT}{_UNIT})?")

_PART_OF_SPAN = re.compile(rf"({_AMOUNT})({_UNIT})")


def _after_span(said: str, now: datetime, zone: str) -> datetime:
    """So much time from now. Whole days keep the time on the wall, though the clocks change."""
    days, rest = 0, timedelta()
    for amount, unit in _PART_OF_SPAN.findall(said):
        span = _number(amount) * _UNITS[unit[0]]
        if unit[0] in "dw":
            days, span = days + span.days, span % DAY
        rest += span
    if days:
        local = now.astimezone(ZoneInfo(zone))
        now = at_local(zone, local.date() + days * DAY, f"{local:%H:%M}")
        rest += timedelta(seconds=local.second, microseconds=local.microsecond)
    return now + rest


def _number(word: str) -> float:
    word = word.strip()
    return _AMOUNTS[word] if word in _AMOUNTS else float(word)


_PART_OF_DAY = re.compile(r"\b(morning|afternoon|evening)\b")

_FILLERS = re.compile(r"\b(?:at|on|in|the|by|about|around)\b")


def _at(said: str, now: datetime, zone: str) -> datetime | None:
    """A day, a part of it and a time, in any order, where each may be missing."""
    local = now.astimezone(ZoneInfo(zone))
    today = local.date()
    day, rest = _take_day(said, today)
    found = _PART_OF_DAY.search(rest)
    part = found[1] if found else ""
    rest = " ".join(_FILLERS.sub(" ", _PART_OF_DAY.sub(" ", rest, count=1)).split())
    time = read_time(rest)
    if (rest and time is None) or not (rest or part or day):
        return None
    if time is not None:
        time = _in_part(time, rest, part)
    elif local.hour >= TONIGHT_HAS_BEGUN and _is_tonight(day, part, today):
        return now + timedelta(hours=1)
    else:
        time = USUAL["evening" if _is_tonight(day, part, today) else part]
    due = at_local(zone, day or today, time)
    is_past_midnight = part == "evening" and time < f"{START_OF_MORNING:02}:00"
    may_roll = day is None or is_past_midnight
    if (may_roll and due <= now) or (is_past_midnight and day not in (None, today)):
        due = at_local(zone, (day or today) + DAY, time)
    return due


def _is_tonight(day: date | None, part: str, today: date) -> bool:
    """Whether it is what is left of today: "tonight", "in the evening", "later today"."""
    return (day or today) == today and (part == "evening" or (day == today and not part))


def _in_part(time: str, typed: str, part: str) -> str:
    """What "8" means in "tonight at 8": 20:00. But "1" at night is 01:00, and "08:00" is that."""
    first = {"afternoon": "01:00", "evening": f"{START_OF_MORNING:02}:00"}.get(part, "12:00")
    if typed.endswith("m") or typed.startswith("0") or not first <= time < "12:00":
        return time
    return f"{int(time[:2]) + 12}{time[2:]}"


_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_WEEKDAY = r"(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"

_DATE = r"(?<![:.])([0-9]{1,2})(?:st|nd|rd|th)?"

_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)


def _dated(today: date, day: str, month: str) -> date:
    """The next such date. Raises ValueError where the month has no such day."""
    number = _MONTHS.index(month[:3]) + 1 if month[:3] in _MONTHS else int(month)
    is_next_year = (number, int(day)) < (today.month, today.day)
    return date(today.year + is_next_year, number, int(day))


def _ahead(today: date, weekday: str) -> int:
    """How many days until such a day of the week, from 1 to 7."""
    return (_WEEKDAYS.index(weekday[:3]) - today.weekday() - 1) % 7 + 1


_DAYS: tuple[tuple[str, Callable[[date, re.Match[str]], date]], ...] = (
    (r"([0-9]{4}-[0-9]{2}-[0-9]{2})", lambda _, found: date.fromisoformat(found[1])),
    (r"([0-9]{1,2})/([0-9]{1,2})", lambda today, found: _dated(today, found[1], found[2])),
    (rf"{_DATE} (?:of )?{_MONTH}", lambda today, found: _dated(today, found[1], found[2])),
    (rf"{_MONTH} (?:the )?{_DATE}", lambda today, found: _dated(today, found[2], found[1])),
    (r"today", lambda today, _: today),
    (r"tom+or+ow|tmrw|tomo", lambda today, _: today + DAY),
    (
        rf"in ({_AMOUNT})(days?|weeks?)",
        lambda today, found: today + int(_number(found[1])) * _UNITS[found[2][0]],
    ),
    (r"next week", lambda today, _: today + 7 * DAY),
    (
        rf"next {_WEEKDAY}",  # the one of the week after this, as most people say it
        lambda today, found: today + (7 - today.weekday() + _WEEKDAYS.index(found[1][:3])) * DAY,
    ),
    (rf"(?:this )?{_WEEKDAY}", lambda today, found: today + _ahead(today, found[1]) * DAY),
    (r"(?:this )?weekend", lambda today, _: today + _ahead(today, "sat") * DAY),
)


def _take_day(said: str, today: date) -> tuple[date | None, str]:
    """The day that is said, and the text without it. Raises ValueError for one that never is."""
    for pattern, day in _DAYS:
        if found := re.search(rf"\b(?:{pattern})\b", said):
            return day(today, found), f"{said[: found.start()]} {said[found.end() :]}"
    return None, said


_DATES = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y")


def read_date(text: str) -> date | None:
    """A date as people in Scotland type it, or in the international form."""
    for each in _DATES:
        try:
            return datetime.strptime(text.strip(), each).date()  # noqa: DTZ007 - a date has no zone
        except ValueError:
            continue
    return None
