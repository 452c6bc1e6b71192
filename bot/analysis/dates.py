"""Dates as people in Scotland write them, with a year or without: "18 December", "18/12/26"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from bot.analysis.day_phrases import (
    AMOUNT,
    DATE,
    MONTH,
    WEEKDAY,
    dated,
    month_of,
    number,
    take_day,
    tidy,
)

_YEAR = r"([0-9]{4}|['’]?[0-9]{2})"

_WITH_YEAR = (
    (rf"([0-9]{{1,2}})[/. \-]([0-9]{{1,2}})[/. \-]{_YEAR}", (1, 2, 3)),
    (rf"{DATE} ?(?:of )?{MONTH} ?{_YEAR}", (1, 2, 3)),
    (rf"{MONTH} (?:the )?{DATE} {_YEAR}", (2, 1, 3)),
    (r"([0-9]{4})[/.\-]([0-9]{1,2})[/.\-]([0-9]{1,2})", (3, 2, 1)),
)


def read_date(text: str, today: date | None = None) -> date | None:
    """Return a date as people type it, or in the international form; None for none.

    "24/11/2026", "24.11.26", "Tue 24th November 2026", "Nov 24, 2026", "2026-11-24". With
    ``today`` also one without a year, the next such day: "18 December", "18/12", "next friday",
    "end of June", "in 3 months".
    """
    said = re.sub(rf"^(?:on )?(?:{WEEKDAY}\b (?=[0-9]|the|{MONTH}))?(?:the )?", "", tidy(text))
    if today:
        said = said.replace("next year", str(today.year + 1)).replace("this year", str(today.year))
    try:
        for pattern, (day, month, year) in _WITH_YEAR:
            if found := re.fullmatch(pattern, said):
                whole = int(found[year].strip("'’"))
                whole += 2000 if whole < 100 else 0
                return date(whole, month_of(found[month]), int(found[day]))
        return _from(said, today) if today else None
    except (ValueError, OverflowError):
        return None


def _from(said: str, today: date) -> date | None:
    """Return a date that is said without its year. Raises ValueError for one that never comes."""
    if found := re.fullmatch(_END_OF_MONTH, said):
        return _end_of_month(found, today)
    if found := re.fullmatch(rf"in ({AMOUNT})months?", said):
        return _months_after(today, int(number(found[1])))
    if found := re.fullmatch(r"([0-9]{1,2})[.\-]([0-9]{1,2})", said):
        return dated(today, found[1], found[2])
    day, rest = take_day(said, today)
    return day if not rest.strip() else None


_END_OF_MONTH = rf"(?:end|last day) of {MONTH}(?: (20[0-9]{{2}}))?"


def _end_of_month(found: re.Match[str], today: date) -> date:
    """Return the last day of a month that is named, the next one where no year is."""
    month = month_of(found[1])
    year = int(found[2]) if found[2] else today.year + (month < today.month)
    return date(year, month, monthrange(year, month)[1])


def _months_after(today: date, months: int) -> date:
    """Return the same day of a later month, or its last where it has fewer days."""
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))
