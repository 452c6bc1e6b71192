"""Checks of each field of a cohort or a reminder, asked as soon as it is typed."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from bot.domain.cohort import Cohort
from bot.domain.coordination.outcome import Reason
from bot.domain.local_time import is_zone

LONGEST_WORDS = 600
"""Characters of a coordinator's own words: with the question they stay one message."""

LONGEST_NAME = 60

MOST_DAYS = timedelta(days=730)
"""How far ahead a cohort may end."""


def name_problem(name: str) -> Reason | None:
    """Return why a cohort cannot be called so."""
    return None if 0 < len(name) <= LONGEST_NAME else "bad_name"


def dialogue_problem(dialogue: str, known: Collection[str]) -> Reason | None:
    """Return why a cohort cannot have this dialogue."""
    return None if dialogue in known else "bad_dialogue"


def end_problem(ends_on: date, now: datetime) -> Reason | None:
    """Return why a cohort cannot end on this day: it is past, or over two years ahead."""
    return None if now.date() <= ends_on <= now.date() + MOST_DAYS else "bad_date"


def zone_problem(zone: str) -> Reason | None:
    """Return why a cohort cannot be in this time zone: there is none, or it is no place's."""
    return None if "/" in zone and is_zone(zone) else "bad_zone"


def over_problem(cohort: Cohort, now: datetime) -> Reason | None:
    """Return why nothing new can begin in a cohort: it was closed, or its last day has passed."""
    if cohort.closed_at:
        return "is_closed"
    return "over" if cohort.is_past(now) else None


def words_problem(words: str, *, has_identifier: bool = False) -> Reason | None:
    """Return why words cannot go to a whole cohort.

    ``has_identifier`` says that somebody's number or address stands in them. Whom to tell about
    harm is a number of work, and many are meant to read it.
    """
    if has_identifier:
        return "has_identifier"
    return "too_long" if len(words) > LONGEST_WORDS else None
