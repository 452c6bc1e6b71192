"""Every date and time that anybody types: "7pm", "later tomorrow 8am", "every monday 10:00".

People type on a phone between two shifts: capitals, spaces, dots and "at" do not matter. But a word
that we do not know makes the whole no time, since a wrong guess wakes somebody up.
Pure: now is given. Wall times are "HH:MM", and zones have their IANA names; one that is
none raises ZoneInfoNotFoundError. Patterns are text here, compiled by ``re`` when first used.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.analysis.dates import read_date
from bot.analysis.day_phrases import (
    AMOUNT,
    HOUR,
    UNIT,
    UNITS,
    hour_of,
    number,
    take_day,
    tidy,
    weekday_in,
)
from bot.analysis.patterns import lazy
from bot.domain.local_time import DAY, at_local
from bot.domain.quiet_hours import LOOK_AHEAD
from bot.domain.recurrence import Timing
from bot.domain.reminder_preferences import Rota
from bot.domain.snooze import START_OF_MORNING, USUAL

TONIGHT_HAS_BEGUN = 18
"""The hour from which "tonight" is an hour from now."""

_NOON = r"(?:12 )?(noon|midday|midnight)"

_TIME = r"([0-9]{1,2})(?:[:.]? ?([0-9]{2}))? ?([ap]m)?"


def read_time(text: str) -> str | None:
    """Return the wall time "HH:MM" that a text says: "16:00", "4pm", "noon", "7", "1930".

    None when it says anything else, or an hour that no clock shows. A bare "7" is 07:00.
    """
    said = _half_past(re.sub(r"^(?:at|after|from) ", "", tidy(text)))
    if named := re.fullmatch(_NOON, said):
        return "00:00" if named[1] == "midnight" else "12:00"
    found = re.fullmatch(_TIME, said)
    if found is None or (said.isdecimal() and len(said) == 3):  # "100" may be anything
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


_PARTS_OF_HOUR = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20}

_HALF_PAST = rf"(?:a )?({'|'.join(_PARTS_OF_HOUR)})(?: (past|to))? ({HOUR})( ?[ap]m)?"


def _half_past(said: str) -> str:
    """Return "half 7" as "7:30", "quarter to eight pm" as "7:45pm"; anything else as it was."""
    found = re.fullmatch(_HALF_PAST, said)
    if found is None or (found[2] is None and found[1] != "half"):
        return said
    hour, minutes = hour_of(found[3]), _PARTS_OF_HOUR[found[1]]
    if not 1 <= hour <= 12:
        return said
    if found[2] == "to":
        hour, minutes = (hour - 2) % 12 + 1, 60 - minutes
    return f"{hour}:{minutes:02}{found[4] or ''}"


def read_later(text: str, now: datetime, zone: str) -> datetime | None:
    """Return the UTC instant that a learner in ``zone`` means by "7pm", "in 2 hours" or "tomorrow".

    A bare time is the next one, today's or tomorrow's. A bare day is 09:00; "friday" is never
    today, and "next week" is this day in a week. Tonight is 19:00, or from 18:00 on an hour from
    now. None when it is no time, or not after ``now``, or more than 60 days ahead.
    """
    said, now = tidy(text), now.astimezone(UTC)
    try:
        due = _after_span(said, now, zone) if re.fullmatch(_SPAN, said) else _at(said, now, zone)
    except (ValueError, OverflowError):  # 30 February, the end of all years
        return None
    return due if due is not None and now < due <= now + LOOK_AHEAD else None


_BARE_HOUR = lazy(r"(?<![\d:.])\b(?:1[01]|[1-9])\b(?![:.]\d|\s*(?:[ap]m\b|[hmdw]|o'clock))")


def in_the_evening(text: str) -> str:
    """Return "tomorrow at 6" as "tomorrow at 6pm"; "" where its hour says already which it is."""
    hours = list(_BARE_HOUR.finditer(text.casefold()))
    if len(hours) != 1 or re.search(r"\b(?:morning|early)\b", text.casefold()):
        return ""
    return f"{text[: hours[0].end()]}pm{text[hours[0].end() :]}"


_SPAN = rf"(?:in |after )?{AMOUNT}{UNIT}(?: ?(?:and )?{AMOUNT}{UNIT})?"

_PART_OF_SPAN = rf"({AMOUNT})({UNIT})"


def _after_span(said: str, now: datetime, zone: str) -> datetime:
    """So much time from now. Whole days keep the time on the wall, though the clocks change."""
    days, rest = 0, timedelta()
    for amount, unit in re.findall(_PART_OF_SPAN, said):
        span = number(amount) * UNITS[unit[0]]
        if unit[0] in "dw":
            days, span = days + span.days, span % DAY
        rest += span
    if days:
        local = now.astimezone(ZoneInfo(zone))
        now = at_local(zone, local.date() + days * DAY, f"{local:%H:%M}")
        rest += timedelta(seconds=local.second, microseconds=local.microsecond)
    return now + rest


_PART_OF_DAY = r"\b(morning|afternoon|evening)\b"

_FILLERS = r"\b(?:at|on|in|the|by|about|around)\b"


def _at(said: str, now: datetime, zone: str) -> datetime | None:
    """A day, a part of it and a time, in any order, where each may be missing."""
    local = now.astimezone(ZoneInfo(zone))
    today = local.date()
    day, rest = take_day(said, today)
    found = re.search(_PART_OF_DAY, rest)
    part = found[1] if found else ""
    rest = re.sub(_PART_OF_DAY, " ", rest, count=1)
    rest = " ".join(re.sub(_FILLERS, " ", rest).split())
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
    """The time of "8" in "tonight at 8": 20:00. But "1" at night is 01:00, and "08:00" stays."""
    first = {"afternoon": "01:00", "evening": f"{START_OF_MORNING:02}:00"}.get(part, "12:00")
    if typed.endswith("m") or typed.startswith("0") or not first <= time < "12:00":
        return time
    return f"{int(time[:2]) + 12}{time[2:]}"


USUAL_WEEKLY = "10:00"
"""The time of "every monday" without one."""


def read_when(text: str, now: datetime, zone: str) -> Timing | None:
    """Return when something goes out: "every monday 10:00", or once as ``read_later`` reads it.

    None when it is no time, not after ``now``, or more than 60 days ahead.
    """
    said = " ".join(text.lower().split())
    if weekly := weekday_in(said):
        weekday, rest = weekly
        time = read_time(rest) if rest else USUAL_WEEKLY
        return None if time is None else Timing(zone, time, weekday=weekday)
    at = read_later(said, now, zone)
    if at is None:
        return None
    local = at.astimezone(ZoneInfo(zone))
    return Timing(zone, f"{local:%H:%M}", day=local.date())


def read_span(text: str) -> tuple[str, str] | None:
    """Return the wall times of a span, "21:00-07:00" or "9pm to 7am"; None when it is none.

    "9 to 5" is a day at work, 09:00 to 17:00, and "10 to 6" a night, 22:00 to 06:00.
    """
    pattern = r"(?:from )?(.+?)\s*(?:-|–|\bto\b|\btill?\b|\buntil\b)\s*(.+)"
    found = re.fullmatch(pattern, text.strip(), re.IGNORECASE)
    start, end = (read_time(found[1]), read_time(found[2])) if found else (None, None)
    if found is None or not start or not end:
        return None
    bare = all(re.fullmatch(r"[1-9]|1[0-2]", each.strip(" .")) for each in (found[1], found[2]))
    if not bare or start <= end:
        return start, end
    first, last = int(start[:2]), int(end[:2])
    if first <= LAST_TO_WORK and last <= FIRST_HOME:
        return start, f"{last + 12}:00"
    return f"{(first + 12) % 24:02}:00", end


LAST_TO_WORK, FIRST_HOME = 9, 6
"""A bare span that begins by nine and ends by six is a day at work; another one is a night."""

LONGEST_RUN = 31
"""Days on, or days off, in one round of a rota."""


def read_rota(text: str, today: date | None = None) -> Rota | None:
    """Return a rota, "4 on 4 off from 24 November" or "4.4.2026-11-24"; None when it is none.

    The date is the first day on. Days on, and days off, are 1 to ``LONGEST_RUN`` in one round.
    """
    found = re.fullmatch(r"(\d{1,2})\D+?(\d{1,2})(?:\D*? from |[^\d]+)(.+)", text.strip())
    if not found:
        return None
    on, off = int(found[1]), int(found[2])
    starts = read_date(found[3], today)
    if starts is None:
        return None
    return Rota(starts, on, off) if 0 < on <= LONGEST_RUN and 0 < off <= LONGEST_RUN else None
