"""``/later`` and “later tomorrow 8am”: be asked again then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import cast

from bot.analysis.letters import bare
from bot.analysis.refusals import LEAVES_IT
from bot.analysis.time_phrases import in_the_evening, read_later
from bot.domain.commands import SetOwnReminder
from bot.domain.offers import Button
from bot.domain.quiet_hours import is_quiet
from bot.domain.snooze import Choice, snooze
from bot.engine import dates
from bot.engine.context import TurnContext
from bot.engine.flows import Prompt
from bot.engine.wording import Typed
from bot.flows.reminders.routes import LATER, PAGE, does

SNOOZES = ("2h", "tonight", "morning", "day_off")

FEW_WORDS = 6
"""“later tomorrow 8am” has few words; more of them are an answer that begins with “later”."""


def later_buttons(turn: TurnContext) -> Iterator[Button]:
    """Yield the times that can be chosen."""
    words, preferences = turn.content.words.reminder_buttons, turn.conversation.preferences
    for name in SNOOZES:
        choice = cast(Choice, name)
        if snooze(choice, turn.now, preferences):
            label = {"2h": words.two_hours, "tonight": words.tonight, "morning": words.morning}
            yield does(label.get(name, words.day_off), f"snooze.{name}")
    yield does(words.pick, "snooze.pick")


def later(turn: TurnContext, typed: str = "") -> None:
    """``/later 19:30``: be asked again then. Without a time, the times to choose from."""
    if not typed:
        ask_when(turn)
    elif not later_at(turn, typed):
        turn.say(turn.content.words.reminders.later_not_read, typed=Typed(typed[:40]))
        turn.conversation.open_page = f"{PAGE}.{LATER}"


def ask_when(turn: TurnContext) -> None:
    """Show the times to choose from."""
    turn.conversation.open_page = f"{PAGE}.{LATER}"
    turn.say(turn.content.words.reminders.later_ask)


def later_at(turn: TurnContext, typed: str) -> bool:
    """Set a reminder for a typed time; False when it cannot be read.

    Of the two that a bare hour may mean it is the one outside of their quiet hours.
    """
    preferences = turn.conversation.preferences
    at = read_later(typed, turn.now, preferences.zone)
    if at and is_quiet(preferences, at):
        evening = read_later(in_the_evening(typed), turn.now, preferences.zone)
        at = at if evening is None or is_quiet(preferences, evening) else evening
    if at:
        _set_later(turn, at)
    return at is not None


def set_snooze(turn: TurnContext, choice: str) -> None:
    """Set a reminder by one of the four buttons, or ask for a time."""
    if choice == "pick":
        turn.conversation.open_page = ""
        turn.left()  # a page may be open while something is asked
        turn.ask("later")
        turn.say(turn.content.words.reminders.later_type)
        return
    known = choice in SNOOZES
    name = cast(Choice, choice)
    at = snooze(name, turn.now, turn.conversation.preferences) if known else None
    if at:
        _set_later(turn, at)
    else:
        ask_when(turn)


def _set_later(turn: TurnContext, at: datetime) -> None:
    preferences = turn.conversation.preferences
    preferences.snoozed_until, preferences.snoozed_at = at, turn.now
    turn.conversation.open_page = ""
    turn.do(SetOwnReminder(at))
    words, when = turn.content.words, dates.promised(at, preferences.zone)
    if not turn.access.rings:
        turn.say(words.people.later_kept, when=when, page=words.mail.to_page)
        turn.show_again()
        return
    turn.say(words.reminders.later_set, when=when)
    if is_quiet(preferences, at):
        facts = {"start": preferences.quiet_from, "end": preferences.quiet_to}
        turn.say(words.people.later_is_quiet, **facts)
    if turn.event.address is None:  # a terminal: nothing can be written to it
        turn.say(words.people.nothing_rings)
    turn.show_again()


class LaterPrompt(Prompt):
    """*When?* was asked, and a time may be typed."""

    name = "later"
    gives_way = True
    takes_words = True
    leaves_place = True

    def take_text(self, turn: TurnContext) -> bool:
        """Take a time, or *never mind*; return False for words that are none."""
        turn.answered()
        if LEAVES_IT.fullmatch(bare(turn.event.text).casefold()):
            turn.say(turn.content.words.people.no_time_set)
            turn.show_again()
            return True
        return len(turn.event.text.split()) <= FEW_WORDS and later_at(turn, turn.event.text)
