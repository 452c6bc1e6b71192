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

from bot.analysis.day_phrases import AMOUNT, UNIT, UNITS, WEEKDAYS, number, take_day, tidy
from bot.domain.local_time import DAY, at_local, is_zone
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
    said = re.sub(r"^(?:at|after|from) ", "", tidy(text))
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


_DATES = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y")


def read_date(text: str) -> date | None:
    """Return a date as people in Scotland type it, or in the international form; None for none.

    "24/11/2026", "24.11.2026", "24 November 2026", "24 nov 2026", "2026-11-24".
    """
    for each in _DATES:
        try:
            return datetime.strptime(text.strip(), each).date()  # noqa: DTZ007 - a date has no zone
        except ValueError:
            continue
    return None


USUAL_WEEKLY = "10:00"
"""The time of "every monday" without one."""


def read_when(text: str, now: datetime, zone: str) -> Timing | None:
    """Return when something goes out: "every monday 10:00", or once as ``read_later`` reads it.

    None when it is no time, not after ``now``, or more than 60 days ahead.
    """
    said = " ".join(text.lower().split())
    if said.startswith("every "):
        _, day, *rest = said.split(" ", 2)
        time = read_time(rest[0]) if rest else USUAL_WEEKLY
        if time is None or day not in WEEKDAYS:
            return None
        return Timing(zone, time, weekday=WEEKDAYS.index(day))
    at = read_later(said, now, zone)
    if at is None:
        return None
    local = at.astimezone(ZoneInfo(zone))
    return Timing(zone, f"{local:%H:%M}", day=local.date())


def read_span(text: str) -> tuple[str, str] | None:
    """Return the wall times of a span, "21:00-07:00" or "9pm to 7am"; None when it is none."""
    found = re.fullmatch(r"(.+?)\s*(?:-|–|to)\s*(.+)", text.strip(), re.IGNORECASE)
    start, end = (read_time(found[1]), read_time(found[2])) if found else (None, None)
    return (start, end) if start and end else None


LONGEST_RUN = 31
"""Days on, or days off, in one round of a rota."""


def read_rota(text: str) -> Rota | None:
    """Return a rota, "4 on 4 off from 2026-11-24" or "4.4.2026-11-24"; None when it is none.

    The date is the first day on. Days on, and days off, are 1 to ``LONGEST_RUN`` in one round.
    """
    found = re.fullmatch(r"(\d{1,2})\D+(\d{1,2})\D+(\d{4}-\d\d-\d\d)", text.strip())
    if not found:
        return None
    on, off = int(found[1]), int(found[2])
    try:
        starts = date.fromisoformat(found[3])
    except ValueError:
        return None
    return Rota(starts, on, off) if 0 < on <= LONGEST_RUN and 0 < off <= LONGEST_RUN else None


def read_zone(text: str) -> str | None:
    """Return the IANA name of a zone, "Europe/London"; None when there is no such zone."""
    name = text.strip()
    return name if is_zone(name) else None
