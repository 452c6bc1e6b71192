"""The figures of a cohort for a funder, as a table of one row: tables of several can be joined."""

from __future__ import annotations

import csv
from datetime import date
from types import SimpleNamespace

from bot.content.words.cohorts import CoordinatorWords
from bot.content.words.coordinator_pages import CoordinatorPages
from bot.domain.cohort_figures import CohortFigures
from bot.exports.progress_csv import BOM, escape_formula


def figures_csv(
    figures: CohortFigures,
    cohort: str,
    today: date,
    words: CoordinatorPages,
    heads: CoordinatorWords,
) -> str:
    """Return the figures with the cohort's name and the day; a figure that is not told is empty."""
    lines = list[str]()
    table = csv.writer(SimpleNamespace(write=lines.append))
    columns = {
        heads.csv_group: escape_formula(cohort),
        heads.csv_day: today.isoformat(),
        words.csv_invited: figures.invited,
        words.csv_joined: figures.joined,
        words.csv_left: figures.left,
        words.csv_begun: figures.begun,
        words.csv_ready: figures.ready,
        words.csv_sent: figures.sent,
        words.csv_badge: "" if figures.badge is None else figures.badge,
    }
    table.writerows([columns.keys(), columns.values()])
    return BOM + "".join(lines)
