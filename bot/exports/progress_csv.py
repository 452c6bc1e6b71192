"""How far the people of a cohort are, as a table for a spreadsheet: nobody's words."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from types import SimpleNamespace

from bot.content.words.cohorts import CoordinatorWords
from bot.domain.cohort import SMALL, Member
from bot.domain.cohort_view import CohortView
from bot.domain.plain_line import on_one_line

BOM = "\ufeff"
"""By this Excel knows that a file is UTF-8; without it, it garbles names such as Zoë."""


def progress_csv(
    view: CohortView,
    words: CoordinatorWords,
    named: Callable[[Member], tuple[str, str]],
    today: date,
) -> str:
    """Return a row for each person: who and where they are, own words, the day of the last step.

    The cohort and the day of the table stand in each row, so that tables can be put together.

    ``named`` says what a person and their place are called. Of a small group the table has only how
    many there are.
    """
    lines = list[str]()
    table = csv.writer(SimpleNamespace(write=lines.append))
    if len(view.here) < SMALL:
        table.writerows([[words.csv_people], [len(view.here)]])
        return "".join(lines)
    table.writerow(
        (
            words.csv_who,
            words.csv_place,
            words.csv_words,
            words.csv_moved,
            words.csv_group,
            words.csv_day,
        )
    )
    for member in view.here:
        moved = member.progressed_at
        day = view.cohort.today(moved).isoformat() if moved else ""
        names = (escape_formula(each) for each in named(member))
        of = (escape_formula(view.cohort.name), today.isoformat())
        table.writerow([*names, member.own_words, day, *of])
    return "".join(lines)


_OF_FORMULAS = tuple("=+-@\t\r|%＝＋－＠")
"""OWASP, “CSV Injection”: wide forms begin a formula in some languages of a spreadsheet."""


def escape_formula(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula, and that has nothing unseen."""
    text = on_one_line(text)
    return f"'{text}" if text.lstrip()[:1] in _OF_FORMULAS else text
