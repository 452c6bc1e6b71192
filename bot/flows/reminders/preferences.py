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
from bot.domain.commands import NoReminders
from bot.domain.reminder_preferences import Rota
from bot.domain.turn import Button
from bot.engine import dates
from bot.engine.context import Talk
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


def reminders(talk: Talk, typed: str = "") -> None:
    """``/reminders``: what is wished, or a change that was typed with it."""
    if typed and not _change_by_words(talk, typed.strip()):
        talk.say(talk.content.words.reminders.not_read, typed=Typed(typed[:40]))
    show(talk, PAGE)


def show(talk: Talk, page: str) -> None:
    """A page of reminders, after the change that it stands for."""
    what, _, rest = page.removeprefix(f"{PAGE}.").partition(".")
    talk.conversation.page = PAGE
    if page == PAGE:
        _show_wishes(talk)
    elif what == LATER:
        ask_when(talk)
    elif what == "s":
        set_snooze(talk, rest)
    elif what in ("nb", "quiet", "rota") and _is_question(what, rest):
        words = talk.content.words.reminders
        talk.conversation.page = page
        talk.say({"nb": words.nb_ask, "quiet": words.quiet_ask}.get(what, words.rota_ask))
    elif what == "leave":
        leave(talk, rest)
    elif _changed(talk, what, rest):
        _show_wishes(talk)
    else:
        _show_wishes(talk)


def _is_question(what: str, rest: str) -> bool:
    return not rest or (what == "rota" and rest.count(".") == 1)


def _changed(talk: Talk, what: str, rest: str) -> bool:
    """Do what a button says; gives whether it says anything."""
    wishes = talk.conversation.wishes
    match what:
        case "on":
            wishes.on, talk.conversation.stopped = True, False
        case "off":
            wishes.on, wishes.snoozed_until = False, None
            talk.do(NoReminders())
        case "nb":
            wishes.not_before = "" if rest == "0" else _clock(rest) or wishes.not_before
        case "quiet":
            start, _, end = rest.partition("-")
            if _clock(start) and _clock(end):
                wishes.quiet_from, wishes.quiet_to = _clock(start), _clock(end)
        case "free":
            wishes.days_off_only = rest == "1"
        case "rota":
            return _set_rota(talk, rest)
        case "hide":
            hide_name(talk, rest)
        case "quote":
            wishes.quotes = rest == "1"
        case _:
            return False
    return True


def _clock(short: str) -> str:
    """``1600`` or ``16:00`` as ``16:00``; what is none leaves the day open."""
    return read_time(f"{short[:2]}:{short[2:]}" if ":" not in short else short) or ""


def _set_rota(talk: Talk, rest: str) -> bool:
    wishes = talk.conversation.wishes
    if rest in ("0", WEEKEND):
        wishes.rota, wishes.days_off_only = None, rest == WEEKEND
        wishes.weekdays_off = [5, 6] if rest == WEEKEND else []
        return True
    on, off, starts = [*rest.split("."), "", ""][:3]
    try:
        rota = Rota(date.fromisoformat(starts), int(on), int(off))
    except ValueError:
        return False
    if not (0 < rota.on <= 31 and 0 < rota.off <= 31):
        return False
    wishes.rota, wishes.days_off_only = rota, True
    return True


def _change_by_words(talk: Talk, typed: str) -> bool:
    wishes, text = talk.conversation.wishes, typed.strip(" .")
    if text.casefold() in ("on", "off"):
        return _changed(talk, text.casefold(), "")
    if found := _NOT_BEFORE.fullmatch(text):
        wishes.not_before = read_time(found[1]) or wishes.not_before
        return read_time(found[1]) is not None
    if found := _FROM_TO.fullmatch(text):
        start, end = read_time(found[1]), read_time(found[2])
        if start and end:
            wishes.quiet_from, wishes.quiet_to = start, end
        return bool(start and end)
    if found := _ROTA.fullmatch(text):
        return _set_rota(talk, f"{int(found[1])}.{int(found[2])}.{found[3]}")
    if found := _ZONE.fullmatch(text):
        return _set_zone(talk, found[1])
    return False


def _set_zone(talk: Talk, name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        return False
    talk.conversation.wishes.zone = name
    return True


def _show_wishes(talk: Talk) -> None:
    words, wishes = talk.content.words.reminders, talk.conversation.wishes
    is_on = wishes.on and not talk.conversation.stopped
    lines: list[Text] = [talk.fill(words.are_on if is_on else words.are_off)]
    facts = {"start": wishes.quiet_from, "end": wishes.quiet_to, "zone": wishes.zone}
    lines.append(talk.fill(words.quiet, **facts))
    if wishes.not_before:
        lines.append(talk.fill(words.not_before, time=wishes.not_before))
    if wishes.rota:
        rota, today = wishes.rota, _today(talk)
        off = rota.is_off(today)
        template = words.rota_off if off else words.rota_on
        lines.append(talk.fill(template, on=rota.on, off=rota.off))
    if wishes.weekdays_off and not wishes.rota:
        lines.append(talk.fill(words.weekends_off))
    if wishes.days_off_only:
        lines.append(talk.fill(words.days_off_only))
    until = wishes.snoozed_until
    if until and until > talk.now:
        lines.append(talk.fill(words.snoozed, when=dates.long(until, wishes.zone)))
    lines.append(talk.fill(words.quotes if wishes.quotes else words.no_quotes))
    lines += [
        talk.fill(words.in_cohort, cohort=each.cohort.name, name=Typed(each.name) or each.number)
        for each in talk.facts.memberships
    ]
    talk.tell("\n".join(lines), talk.fill(words.how))


def _today(talk: Talk) -> date:
    return talk.now.astimezone(ZoneInfo(talk.conversation.wishes.zone)).date()


def buttons(talk: Talk) -> Iterator[Button]:
    """The ways on from the open page of reminders."""
    page = talk.conversation.page
    what, _, rest = page.removeprefix(PAGE).removeprefix(".").partition(".")
    make: dict[str, Callable[[Talk], Iterator[Button]]] = {
        "later": later_buttons,
        "nb": _hour_buttons,
        "quiet": _quiet_buttons,
    }
    if what == "rota":
        yield from _rota_starts(talk, rest) if rest else _rotas(talk)
    else:
        yield from make.get(what, _wish_buttons)(talk)


def _wish_buttons(talk: Talk) -> Iterator[Button]:
    words, wishes = talk.content.words.reminder_buttons, talk.conversation.wishes
    is_on = wishes.on and not talk.conversation.stopped
    yield to(words.turn_off, "off") if is_on else to(words.turn_on, "on")
    yield to(words.later, LATER)
    yield to(words.not_before, "nb")
    yield to(words.quiet, "quiet")
    yield to(words.rota, "rota")
    if wishes.rota or wishes.weekdays_off:
        yield (
            to(words.any_day, "free.0") if wishes.days_off_only else to(words.days_off, "free.1")
        )
    yield to(words.no_quotes, "quote.0") if wishes.quotes else to(words.quotes, "quote.1")
    for each in talk.facts.memberships:
        if each.name:
            hide = talk.fill(words.hide_name, cohort=each.cohort.name)
            yield to(shorten(hide), f"hide.{each.cohort.id}")
        yield to(
            shorten(talk.fill(words.leave, cohort=each.cohort.name)), f"leave.{each.cohort.id}"
        )


def _hour_buttons(talk: Talk) -> Iterator[Button]:
    words = talk.content.words.reminder_buttons
    for hour in HOURS:
        yield to(talk.fill(words.hour, time=hour), f"nb.{hour.replace(':', '')}")
    yield to(words.any_hour, "nb.0")


def _quiet_buttons(talk: Talk) -> Iterator[Button]:
    words = talk.content.words.reminder_buttons
    for span in QUIET:
        start, _, end = span.partition("-")
        label = talk.fill(words.span, start=start, end=end)
        yield to(label, f"quiet.{start.replace(':', '')}-{end.replace(':', '')}")


def _rotas(talk: Talk) -> Iterator[Button]:
    words = talk.content.words.reminder_buttons
    for each in ROTAS:
        on, _, off = each.partition(".")
        yield to(talk.fill(words.pattern, on=on, off=off), f"rota.{each}")
    yield to(words.weekends, f"rota.{WEEKEND}")
    yield to(words.no_rota, "rota.0")


def _rota_starts(talk: Talk, rest: str) -> Iterator[Button]:
    """The days on which the first shift of a run may be: the next seven."""
    today = _today(talk)
    for ahead in range(7):
        day = today + timedelta(days=ahead)
        yield to(f"{day:%A} {day.day} {day:%B}", f"rota.{rest}.{day.isoformat()}")
