"""What changes what a learner wants of reminders: by a button, or typed after ``/reminders``."""

from __future__ import annotations

import re
from datetime import date
from zoneinfo import ZoneInfo

from bot.analysis.time_phrases import read_time
from bot.domain.commands import CancelPending
from bot.domain.reminder_preferences import Rota
from bot.engine.context import TurnContext

WEEKEND = "we"

MOST_DAYS = 31
"""Days in one run of a rota."""

_ZONE = re.compile(r"zone\s+(\S+)", re.IGNORECASE)

_ROTA = re.compile(r"rota\s+(\d{1,2})\D+(\d{1,2})\D+(\d{4}-\d\d-\d\d)", re.IGNORECASE)

_FROM_TO = re.compile(r"quiet\s+(.+?)\s*(?:-|–|to)\s*(.+)", re.IGNORECASE)

_NOT_BEFORE = re.compile(r"not before\s+(.+)", re.IGNORECASE)


def change(turn: TurnContext, what: str, rest: str) -> bool:
    """Change one thing: ``off``, ``quiet`` and ``0900-1700``. False where that cannot be read."""
    preferences = turn.conversation.preferences
    match what:
        case "on":
            preferences.on, turn.conversation.stopped = True, False
        case "off":
            preferences.on, preferences.snoozed_until = False, None
            turn.do(CancelPending())
        case "nb":
            return _set_not_before(turn, "" if rest == "0" else _clock(rest))
        case "quiet":
            start, _, end = rest.partition("-")
            return _set_quiet(turn, _clock(start), _clock(end))
        case "free":
            preferences.days_off_only = rest == "1"
        case "rota":
            return _set_rota(turn, rest)
        case "quote":
            preferences.quotes = rest == "1"
        case _:
            return False
    return True


def change_by_words(turn: TurnContext, typed: str) -> bool:
    """Change what was typed: "off", "quiet 9-17". False where that cannot be read."""
    text = typed.strip(" .")
    if text.casefold() in ("on", "off"):
        return change(turn, text.casefold(), "")
    if found := _NOT_BEFORE.fullmatch(text):
        return _set_not_before(turn, read_time(found[1]))
    if found := _FROM_TO.fullmatch(text):
        return _set_quiet(turn, read_time(found[1]), read_time(found[2]))
    if found := _ROTA.fullmatch(text):
        return _set_rota(turn, f"{int(found[1])}.{int(found[2])}.{found[3]}")
    if found := _ZONE.fullmatch(text):
        return _set_zone(turn, found[1])
    return False


def _clock(short: str) -> str | None:
    """``1600`` or ``16:00`` as ``16:00``."""
    return read_time(f"{short[:2]}:{short[2:]}" if ":" not in short else short)


def _set_not_before(turn: TurnContext, time: str | None) -> bool:
    if time is not None:
        turn.conversation.preferences.not_before = time
    return time is not None


def _set_quiet(turn: TurnContext, start: str | None, end: str | None) -> bool:
    if start and end:
        preferences = turn.conversation.preferences
        preferences.quiet_from, preferences.quiet_to = start, end
    return bool(start and end)


def _set_rota(turn: TurnContext, rest: str) -> bool:
    preferences = turn.conversation.preferences
    if rest in ("0", WEEKEND):
        preferences.rota, preferences.days_off_only = None, rest == WEEKEND
        preferences.weekdays_off = [5, 6] if rest == WEEKEND else []
        return True
    on, off, starts = [*rest.split("."), "", ""][:3]
    try:
        rota = Rota(date.fromisoformat(starts), int(on), int(off))
    except ValueError:
        return False
    if not (0 < rota.on <= MOST_DAYS and 0 < rota.off <= MOST_DAYS):
        return False
    preferences.rota, preferences.days_off_only = rota, True
    return True


def _set_zone(turn: TurnContext, name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        return False
    turn.conversation.preferences.zone = name
    return True
