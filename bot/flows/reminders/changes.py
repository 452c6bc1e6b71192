"""Changes of a learner's preferences for reminders: by a button, or typed after ``/reminders``."""

from __future__ import annotations

import re

from bot.analysis.time_phrases import read_rota, read_span, read_time
from bot.analysis.zones import read_zone
from bot.domain.commands import CancelPending
from bot.domain.local_time import today_in
from bot.domain.reminder_preferences import Rota
from bot.engine.context import TurnContext

WEEKEND = "we"

_TYPED = r"(not before|quiet|rota|zone)\s+(.+)"


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
            return _set_not_before(turn, "" if rest == "0" else read_time(rest))
        case "quiet":
            return _set_quiet(turn, read_span(rest))
        case "free":
            preferences.days_off_only = rest == "1"
        case "rota" if rest in ("0", WEEKEND):
            preferences.rota, preferences.days_off_only = None, rest == WEEKEND
            preferences.weekdays_off = (5, 6) if rest == WEEKEND else ()
        case "rota":
            return _set_rota(turn, read_rota(rest))
        case "zone":
            return _set_zone(turn, read_zone(rest))
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
    found = re.fullmatch(_TYPED, text, re.IGNORECASE)
    if found is None:
        return False
    match found[1].casefold():
        case "not before":
            return _set_not_before(turn, read_time(found[2]))
        case "quiet":
            return _set_quiet(turn, read_span(found[2]))
        case "rota":
            today = today_in(turn.conversation.preferences.zone, turn.now)
            return _set_rota(turn, read_rota(found[2], today))
        case _:
            return _set_zone(turn, read_zone(found[2]))


def _set_not_before(turn: TurnContext, time: str | None) -> bool:
    if time is not None:
        turn.conversation.preferences.not_before = time
    return time is not None


def _set_quiet(turn: TurnContext, span: tuple[str, str] | None) -> bool:
    if span is not None:
        preferences = turn.conversation.preferences
        preferences.quiet_from, preferences.quiet_to = span
    return span is not None


def _set_rota(turn: TurnContext, rota: Rota | None) -> bool:
    if rota is not None:
        preferences = turn.conversation.preferences
        preferences.rota, preferences.days_off_only = rota, True
    return rota is not None


def _set_zone(turn: TurnContext, name: str | None) -> bool:
    if name is not None:
        turn.conversation.preferences.zone = name
    return name is not None
