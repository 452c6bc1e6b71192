"""Dates as people in Scotland write them, with a year or without: "18 December", "18/12/26"."""

from __future__ import annotations

import re
from datetime import date

from bot.analysis.day_phrases import DATE, MONTH, WEEKDAY, dated, month_of, take_day, tidy

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
    ``today`` also one without a year, the next such day: "18 December", "18/12", "next friday".
    """
    said = re.sub(rf"^(?:on )?(?:{WEEKDAY}\b (?=[0-9]|the|{MONTH}))?(?:the )?", "", tidy(text))
    try:
        for pattern, (day, month, year) in _WITH_YEAR:
            if found := re.fullmatch(pattern, said):
                whole = int(found[year].strip("'’"))
                whole += 2000 if whole < 100 else 0
                return date(whole, month_of(found[month]), int(found[day]))
        if today is None:
            return None
        if found := re.fullmatch(r"([0-9]{1,2})[.\-]([0-9]{1,2})", said):
            return dated(today, found[1], found[2])
        day_said, rest = take_day(said, today)
    except (ValueError, OverflowError):
        return None
    return day_said if not rest.strip() else None
