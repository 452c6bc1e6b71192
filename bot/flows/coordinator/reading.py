"""Reading of words that a coordinator types: in the chat and on the command line alike."""

from __future__ import annotations

from calendar import day_name
from datetime import datetime
from typing import Literal, get_args

from bot.analysis.day_phrases import tidy
from bot.analysis.time_phrases import read_when
from bot.content.library import Content
from bot.domain.recurrence import Timing
from bot.domain.reminders import Audience, Group

NOW = ("now", "right now", "straight away", "right away")


def read_dialogue(content: Content, typed: str) -> str:
    """Return the id of a dialogue by its id or its name, "" for none."""
    known = {each.name.casefold(): each.id for each in content.dialogues.values()}
    return typed if typed in content.dialogues else known.get(typed.casefold(), "")


def read_audience(group: str, which: str) -> Audience | None:
    """Return an audience by the name of its group, and the step or number that goes with it."""
    found: Group | None = next((each for each in get_args(Group) if each == group), None)
    if found == "stuck":
        return Audience("stuck", step=which) if which else None
    if found == "one":
        is_number = which.isdecimal() and len(which) < 9
        return Audience("one", number=int(which)) if is_number else None
    return Audience(found) if found and not which else None


def read_timing(typed: str, now: datetime, zone: str) -> Timing | Literal["now"] | None:
    """Return when a reminder shall go: "now", "tomorrow 10:00", "every Monday 10:00".

    None for what says no time, or one that is over 60 days ahead.
    """
    return "now" if tidy(typed) in NOW else read_when(typed, now, zone)


def read_weekday(typed: str) -> int | None:
    """Return a day of the week by its name (0 is Monday), None for weekdays, -1 for no day."""
    if typed.casefold() == "weekdays":
        return None
    names = [each.casefold() for each in day_name]
    return names.index(typed.casefold()) if typed.casefold() in names else -1
