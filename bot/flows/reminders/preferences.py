"""``/reminders`` and ``/later``: what a learner wishes of reminders, with or without a cohort.

Pages: ``rem`` what is wished · ``rem.off`` and the like change it and show ``rem`` again ·
``rem.later`` when to be asked again · ``rem.s.2h`` that time · ``rem.rota.4.4.2026-11-24``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.analysis.time_phrases import read_time
from bot.domain.commands import CancelPending
from bot.domain.offers import Button
from bot.domain.reminder_preferences import Rota
from bot.engine import dates
from bot.engine.context import TurnContext
from bot.engine.wording import Text, Typed
from bot.flows.membership.joining import hide_name, leave
from bot.flows.reminders.later import ask_when, later_buttons, set_snooze
from bot.flows.reminders.routes import LATER, PAGE, shorten, to

HOURS = ("10:00", "12:00", "16:00", "18:00")

QUIET = ("21:00-07:00", "22:00-09:00", "09:00-17:00", "08:00-16:00")
"""Quiet hours to press: those of a day worker, a late one, and a night worker."""

ROTAS = ("4.4", "3.3", "2.2", "5.2", "7.7")

WEEKEND = "we"

_ZONE = re.compile(r"zone\s+(\S+)", re.IGNORECASE)

_ROTA = re.compile(r"rota\s+(\d{1,2})\D+(\d{1,2})\D+(\d{4}-\d\d-\d\d)", re.IGNORECASE)

_FROM_TO = re.compile(r"quiet\s+(.+?)\s*(?:-|–|to)\s*(.+)", re.IGNORECASE)

_NOT_BEFORE = re.compile(r"not before\s+(.+)", re.IGNORECASE)


def reminders(turn: TurnContext, typed: str = "") -> None:
    """``/reminders``: what is wished, or a change that was typed with it."""
    if typed and not _change_by_words(turn, typed.strip()):
        turn.say(turn.content.words.reminders.not_read, typed=Typed(typed[:40]))
    show(turn, PAGE)


def show(turn: TurnContext, name: str) -> None:
    """A page of reminders, after the change that it stands for."""
    what, _, rest = name.removeprefix(f"{PAGE}.").partition(".")
    turn.conversation.open_page = PAGE
    if name == PAGE:
        _show_preferences(turn)
    elif what == LATER:
        ask_when(turn)
    elif what == "s":
        set_snooze(turn, rest)
    elif what in ("nb", "quiet", "rota") and _is_question(what, rest):
        words = turn.content.words.reminders
        turn.conversation.open_page = name
        turn.say({"nb": words.nb_ask, "quiet": words.quiet_ask}.get(what, words.rota_ask))
    elif what == "leave":
        leave(turn, rest)
    elif _changed(turn, what, rest):
        _show_preferences(turn)
    else:
        _show_preferences(turn)


def _is_question(what: str, rest: str) -> bool:
    return not rest or (what == "rota" and rest.count(".") == 1)


def _changed(turn: TurnContext, what: str, rest: str) -> bool:
    """Do what a button says; gives whether it says anything."""
    preferences = turn.conversation.preferences
    match what:
        case "on":
            preferences.on, turn.conversation.stopped = True, False
        case "off":
            preferences.on, preferences.snoozed_until = False, None
            turn.do(CancelPending())
        case "nb":
            preferences.not_before = "" if rest == "0" else _clock(rest) or preferences.not_before
        case "quiet":
            start, _, end = rest.partition("-")
            if _clock(start) and _clock(end):
                preferences.quiet_from, preferences.quiet_to = _clock(start), _clock(end)
        case "free":
            preferences.days_off_only = rest == "1"
        case "rota":
            return _set_rota(turn, rest)
        case "hide":
            hide_name(turn, rest)
        case "quote":
            preferences.quotes = rest == "1"
        case _:
            return False
    return True


def _clock(short: str) -> str:
    """``1600`` or ``16:00`` as ``16:00``; what is none leaves the day open."""
    return read_time(f"{short[:2]}:{short[2:]}" if ":" not in short else short) or ""


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
    if not (0 < rota.on <= 31 and 0 < rota.off <= 31):
        return False
    preferences.rota, preferences.days_off_only = rota, True
    return True


def _change_by_words(turn: TurnContext, typed: str) -> bool:
    preferences, text = turn.conversation.preferences, typed.strip(" .")
    if text.casefold() in ("on", "off"):
        return _changed(turn, text.casefold(), "")
    if found := _NOT_BEFORE.fullmatch(text):
        preferences.not_before = read_time(found[1]) or preferences.not_before
        return read_time(found[1]) is not None
    if found := _FROM_TO.fullmatch(text):
        start, end = read_time(found[1]), read_time(found[2])
        if start and end:
            preferences.quiet_from, preferences.quiet_to = start, end
        return bool(start and end)
    if found := _ROTA.fullmatch(text):
        return _set_rota(turn, f"{int(found[1])}.{int(found[2])}.{found[3]}")
    if found := _ZONE.fullmatch(text):
        return _set_zone(turn, found[1])
    return False


def _set_zone(turn: TurnContext, name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        return False
    turn.conversation.preferences.zone = name
    return True


def _show_preferences(turn: TurnContext) -> None:
    words, preferences = turn.content.words.reminders, turn.conversation.preferences
    is_on = preferences.on and not turn.conversation.stopped
    lines: list[Text] = [turn.fill(words.are_on if is_on else words.are_off)]
    facts = {"start": preferences.quiet_from, "end": preferences.quiet_to, "zone": preferences.zone}
    lines.append(turn.fill(words.quiet, **facts))
    if preferences.not_before:
        lines.append(turn.fill(words.not_before, time=preferences.not_before))
    if preferences.rota:
        rota, today = preferences.rota, _today(turn)
        off = rota.is_off(today)
        template = words.rota_off if off else words.rota_on
        lines.append(turn.fill(template, on=rota.on, off=rota.off))
    if preferences.weekdays_off and not preferences.rota:
        lines.append(turn.fill(words.weekends_off))
    if preferences.days_off_only:
        lines.append(turn.fill(words.days_off_only))
    until = preferences.snoozed_until
    if until and until > turn.now:
        lines.append(turn.fill(words.snoozed, when=dates.long(until, preferences.zone)))
    lines.append(turn.fill(words.quotes if preferences.quotes else words.no_quotes))
    lines += [
        turn.fill(words.in_cohort, cohort=each.cohort.name, name=Typed(each.name) or each.number)
        for each in turn.access.memberships
    ]
    turn.tell("\n".join(lines), turn.fill(words.how))


def _today(turn: TurnContext) -> date:
    return turn.now.astimezone(ZoneInfo(turn.conversation.preferences.zone)).date()


def buttons(turn: TurnContext, name: str) -> Iterator[Button]:
    """The ways on from the open page of reminders."""
    what, _, rest = name.removeprefix(PAGE).removeprefix(".").partition(".")
    make: dict[str, Callable[[TurnContext], Iterator[Button]]] = {
        "later": later_buttons,
        "nb": _hour_buttons,
        "quiet": _quiet_buttons,
    }
    if what == "rota":
        yield from _rota_starts(turn, rest) if rest else _rotas(turn)
    else:
        yield from make.get(what, _preference_buttons)(turn)


def _preference_buttons(turn: TurnContext) -> Iterator[Button]:
    words, preferences = turn.content.words.reminder_buttons, turn.conversation.preferences
    is_on = preferences.on and not turn.conversation.stopped
    yield to(words.turn_off, "off") if is_on else to(words.turn_on, "on")
    yield to(words.later, LATER)
    yield to(words.not_before, "nb")
    yield to(words.quiet, "quiet")
    yield to(words.rota, "rota")
    if preferences.rota or preferences.weekdays_off:
        yield (
            to(words.any_day, "free.0")
            if preferences.days_off_only
            else to(words.days_off, "free.1")
        )
    yield to(words.no_quotes, "quote.0") if preferences.quotes else to(words.quotes, "quote.1")
    for each in turn.access.memberships:
        if each.name:
            hide = turn.fill(words.hide_name, cohort=each.cohort.name)
            yield to(shorten(hide), f"hide.{each.cohort.id}")
        yield to(
            shorten(turn.fill(words.leave, cohort=each.cohort.name)), f"leave.{each.cohort.id}"
        )


def _hour_buttons(turn: TurnContext) -> Iterator[Button]:
    words = turn.content.words.reminder_buttons
    for hour in HOURS:
        yield to(turn.fill(words.hour, time=hour), f"nb.{hour.replace(':', '')}")
    yield to(words.any_hour, "nb.0")


def _quiet_buttons(turn: TurnContext) -> Iterator[Button]:
    words = turn.content.words.reminder_buttons
    for span in QUIET:
        start, _, end = span.partition("-")
        label = turn.fill(words.span, start=start, end=end)
        yield to(label, f"quiet.{start.replace(':', '')}-{end.replace(':', '')}")


def _rotas(turn: TurnContext) -> Iterator[Button]:
    words = turn.content.words.reminder_buttons
    for each in ROTAS:
        on, _, off = each.partition(".")
        yield to(turn.fill(words.pattern, on=on, off=off), f"rota.{each}")
    yield to(words.weekends, f"rota.{WEEKEND}")
    yield to(words.no_rota, "rota.0")


def _rota_starts(turn: TurnContext, rest: str) -> Iterator[Button]:
    """The days on which the first shift of a run may be: the next seven."""
    today = _today(turn)
    for ahead in range(7):
        day = today + timedelta(days=ahead)
        yield to(f"{day:%A} {day.day} {day:%B}", f"rota.{rest}.{day.isoformat()}")
