"""``/reminders``: what a learner wants of reminders, with or without a cohort.

Pages: ``rem`` what is wanted · ``rem.nb``, ``rem.quiet``, ``rem.rota`` and ``rem.rota.4.4`` ask for
one thing · ``rem.later`` when to be asked again, ``rem.again`` whether
reminders may come after ``/stop``. Actions: ``reminders:off``, ``reminders:nb.1600``,
``reminders:rota.4.4.2026-11-24``, ``reminders:snooze.2h``, ``membership:leave.ID``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from bot.domain.offers import Button
from bot.domain.quiet_hours import begins_in_quiet, has_open_time
from bot.engine import dates
from bot.engine.context import TurnContext
from bot.engine.flows import MOST_SHOWN
from bot.engine.wording import Text, Typed, join
from bot.flows.membership.leaving import hide_name, leave, leaving_buttons
from bot.flows.reminders.changes import WEEKEND, change, change_by_words
from bot.flows.reminders.later import ask_when, later_buttons, set_snooze
from bot.flows.reminders.routes import AGAIN, LATER, PAGE, does, to

HOURS = ("10:00", "12:00", "16:00", "18:00")

QUIET = ("21:00-07:00", "22:00-09:00", "09:00-17:00", "08:00-16:00")
"""Quiet hours to press: those of a day worker, a late one, and a night worker."""

ZONES = ("Europe/London", "Europe/Dublin", "Europe/Warsaw", "Europe/Lisbon", "Europe/Madrid")

ROTAS = ("4.4", "3.3", "2.2", "5.2", "7.7")


def reminders(turn: TurnContext, typed: str = "") -> None:
    """``/reminders``: what is wanted, or a change that was typed with it."""
    if typed and not change_by_words(turn, typed):
        turn.say(turn.content.words.reminders.not_read, typed=Typed(typed[:40]))
    show(turn, PAGE)


def change_reminders(turn: TurnContext, action: str) -> None:
    """Do what a button says, and show what is wanted now."""
    what, _, rest = action.partition(".")
    if what == "snooze":
        set_snooze(turn, rest)
    else:
        change(turn, what, rest)
        show(turn, PAGE)


def after_stop(turn: TurnContext) -> None:
    """Ask who sent ``/stop`` and writes again whether reminders may come: till then none does."""
    conversation = turn.conversation
    conversation.stopped = False
    if not conversation.preferences.on:
        return
    conversation.preferences.on = False
    if turn.open_prompt is None and not conversation.open_page:
        conversation.open_page = f"{PAGE}.{AGAIN}"
    turn.say(turn.content.words.reminders.after_stop)


def _again_buttons(turn: TurnContext) -> Iterator[Button]:
    words = turn.content.words.reminder_buttons
    yield does(words.turn_on, "on")
    yield does(words.leave_off, "off")


def change_membership(turn: TurnContext, action: str) -> None:
    """Leave a cohort, or hide one's name from it."""
    what, _, cohort_id = action.partition(".")
    turn.conversation.open_page = PAGE
    if what == "leave":
        leave(turn, cohort_id)
    else:
        hide_name(turn, cohort_id)
        show(turn, PAGE)


def show(turn: TurnContext, name: str) -> None:
    """A page of reminders."""
    what = name.removeprefix(f"{PAGE}.").partition(".")[0]
    words = turn.content.words.reminders
    questions = {
        "nb": words.nb_ask,
        "quiet": words.quiet_ask,
        "rota": words.rota_ask,
        "zone": words.zone_ask,
    }
    if what == LATER:
        ask_when(turn)
    elif what in questions:
        turn.conversation.open_page = name
        turn.say(questions[what])
    else:
        turn.conversation.open_page = PAGE
        _show_preferences(turn)


def _show_preferences(turn: TurnContext) -> None:
    words, preferences = turn.content.words.reminders, turn.conversation.preferences
    is_on = preferences.on and not turn.conversation.stopped
    lines: list[Text] = [turn.fill(words.are_on if is_on else words.are_off)]
    if is_on and not turn.access.rings:
        people, page = turn.content.words.people, turn.content.words.mail.to_page
        lines.append(turn.fill(people.only_shown, page=page))
    facts = {"start": preferences.quiet_from, "end": preferences.quiet_to, "zone": preferences.zone}
    lines.append(turn.fill(words.quiet, **facts))
    if preferences.not_before:
        lines.append(turn.fill(words.not_before, time=preferences.not_before))
        people = turn.content.words.people
        if not has_open_time(preferences):
            lines.append(turn.fill(people.no_time_left))
        elif begins_in_quiet(preferences):
            lines.append(turn.fill(people.not_before_is_quiet, end=preferences.quiet_to))
    if preferences.rota:
        rota = preferences.rota
        template = words.rota_off if rota.is_off(_today(turn)) else words.rota_on
        lines.append(turn.fill(template, on=rota.on, off=rota.off))
    if preferences.weekdays_off and not preferences.rota:
        lines.append(turn.fill(words.weekends_off))
    if preferences.days_off_only:
        lines.append(turn.fill(words.days_off_only))
    until = preferences.snoozed_until
    if until and until > turn.now:
        said = words.snoozed if turn.access.rings else turn.content.words.people.kept_time
        lines.append(turn.fill(said, when=dates.promised(until, preferences.zone)))
    lines.append(turn.fill(words.quotes if preferences.quotes else words.no_quotes))
    lines += [
        turn.fill(words.in_cohort, cohort=each.cohort.name, name=Typed(each.name) or each.number)
        for each in turn.access.memberships
    ]
    turn.tell(join("\n", lines), turn.fill(words.how))


def _today(turn: TurnContext) -> date:
    return turn.now.astimezone(ZoneInfo(turn.conversation.preferences.zone)).date()


def buttons(turn: TurnContext, name: str) -> Iterator[Button]:
    """Yield the ways on from the open page of reminders."""
    what, _, rest = name.removeprefix(PAGE).removeprefix(".").partition(".")
    make: dict[str, Callable[[TurnContext], Iterator[Button]]] = {
        LATER: later_buttons,
        AGAIN: _again_buttons,
        "nb": _hour_buttons,
        "quiet": _quiet_buttons,
        "rota": _rotas,
        "zone": _zones,
    }
    if what == "rota" and rest in ROTAS:
        yield from _rota_starts(turn, rest)
    else:
        yield from make.get(what, _preference_buttons)(turn)


def _preference_buttons(turn: TurnContext) -> Iterator[Button]:
    words, preferences = turn.content.words.reminder_buttons, turn.conversation.preferences
    is_on = preferences.on and not turn.conversation.stopped
    yield does(words.turn_off, "off") if is_on else does(words.turn_on, "on")
    yield to(words.later, LATER)
    yield to(words.not_before, "nb")
    yield to(words.quiet, "quiet")
    yield to(words.rota, "rota")
    yield to(words.zone, "zone")
    if preferences.rota or preferences.weekdays_off:
        only = preferences.days_off_only
        yield does(words.any_day, "free.0") if only else does(words.days_off, "free.1")
    quotes = preferences.quotes
    yield does(words.no_quotes, "quote.0") if quotes else does(words.quotes, "quote.1")
    yield from leaving_buttons(turn)


def _hour_buttons(turn: TurnContext) -> Iterator[Button]:
    words = turn.content.words.reminder_buttons
    for hour in HOURS:
        yield does(turn.fill(words.hour, time=hour), f"nb.{hour.replace(':', '')}")
    yield does(words.any_hour, "nb.0")


def _quiet_buttons(turn: TurnContext) -> Iterator[Button]:
    words = turn.content.words.reminder_buttons
    for span in QUIET:
        start, _, end = span.partition("-")
        label = turn.fill(words.span, start=start, end=end)
        yield does(label, f"quiet.{span.replace(':', '')}")


def _zones(turn: TurnContext) -> Iterator[Button]:
    """Yield the zones of the learner's groups first, then those of others who work in Scotland."""
    mine = (each.cohort.zone for each in turn.access.memberships)
    for zone in islice(dict.fromkeys((*mine, *ZONES)), MOST_SHOWN - 1):
        yield does(zone, f"zone.{zone}")


def _rotas(turn: TurnContext) -> Iterator[Button]:
    words = turn.content.words.reminder_buttons
    for each in ROTAS:
        on, _, off = each.partition(".")
        yield to(turn.fill(words.pattern, on=on, off=off), f"rota.{each}")
    yield does(words.weekends, f"rota.{WEEKEND}")
    yield does(words.no_rota, "rota.0")


def _rota_starts(turn: TurnContext, rest: str) -> Iterator[Button]:
    """Yield the days on which the first shift of a run may be: the next seven."""
    today = _today(turn)
    for ahead in range(7):
        day = today + timedelta(days=ahead)
        yield does(f"{day:%A} {day.day} {day:%B}", f"rota.{rest}.{day.isoformat()}")
