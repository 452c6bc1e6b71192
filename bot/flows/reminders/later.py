"""``/later`` and “later tomorrow 8am”: be asked again then."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import cast

from bot.analysis.time_phrases import read_later
from bot.domain.commands import Later
from bot.domain.snooze import Choice, snooze
from bot.domain.turn import Button
from bot.engine import dates
from bot.engine.context import Talk
from bot.engine.wording import Typed
from bot.flows.reflection.screens import show_place_again
from bot.flows.reminders.routes import LATER, PAGE, to

SNOOZES = ("2h", "tonight", "morning", "day_off")

FEW_WORDS = 6
"""“later tomorrow 8am” has few words; more of them are an answer that begins with “later”."""

_LATER = re.compile(r"\s*(?:later|remind\s+me(?:\s+again)?|not\s+now)\b[\s,:-]*(.*)", re.IGNORECASE)


def later_buttons(talk: Talk) -> Iterator[Button]:
    """Yield the times that can be chosen."""
    words, wishes = talk.content.words.reminder_buttons, talk.conversation.wishes
    for name in SNOOZES:
        choice = cast(Choice, name)
        if snooze(choice, talk.now, wishes):
            label = {"2h": words.two_hours, "tonight": words.tonight, "morning": words.morning}
            yield to(label.get(name, words.day_off), f"s.{name}")
    yield to(words.pick, "s.pick")


def later(talk: Talk, typed: str = "") -> None:
    """``/later 19:30``: be asked again then. Without a time, the times to choose from."""
    if not typed:
        ask_when(talk)
    elif not later_at(talk, typed):
        talk.say(talk.content.words.reminders.later_not_read, typed=Typed(typed[:40]))
        talk.conversation.page = f"{PAGE}.{LATER}"


def ask_when(talk: Talk) -> None:
    """Show the times to choose from."""
    talk.conversation.page = f"{PAGE}.{LATER}"
    talk.say(talk.content.words.reminders.later_ask)


def is_later(talk: Talk) -> bool:
    """Whether "later tomorrow 8am" was typed. Then it is done, and is in no answer."""
    text = talk.event.text
    found = _LATER.fullmatch(text)
    if not found or len(text.split()) > FEW_WORDS:
        return False
    if not found[1]:
        ask_when(talk)
    return not found[1] or later_at(talk, found[1])


def take_later(talk: Talk) -> bool:
    """A time was typed after *Pick a time*; False for words that are none."""
    talk.conversation.asking = None
    return len(talk.event.text.split()) <= FEW_WORDS and later_at(talk, talk.event.text)


def later_at(talk: Talk, typed: str) -> bool:
    """Set a reminder for a typed time; False when it cannot be read."""
    at = read_later(typed, talk.now, talk.conversation.wishes.zone)
    if at:
        _set_later(talk, at)
    return at is not None


def set_snooze(talk: Talk, choice: str) -> None:
    """Set a reminder by one of the four buttons, or ask for a time."""
    if choice == "pick":
        talk.conversation.page, talk.conversation.asking = "", "later"
        talk.say(talk.content.words.reminders.later_type)
        return
    known = choice in SNOOZES
    name = cast(Choice, choice)
    at = snooze(name, talk.now, talk.conversation.wishes) if known else None
    if at:
        _set_later(talk, at)
    else:
        ask_when(talk)


def _set_later(talk: Talk, at: datetime) -> None:
    talk.conversation.wishes.snoozed_until = at
    talk.conversation.page = ""
    talk.do(Later(at))
    talk.say(
        talk.content.words.reminders.later_set, when=dates.long(at, talk.conversation.wishes.zone)
    )
    show_place_again(talk)
