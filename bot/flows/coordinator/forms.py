"""What a coordinator fills in, one question at a time: a cohort, a change of one, a reminder.

The words that are typed go into the form and into no answer. What cannot be read is asked again,
with what would be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.analysis.time_phrases import read_date, read_later, read_time
from bot.domain.cohort import Cohort
from bot.domain.commands import KeepCohort, Note, Seat
from bot.domain.conversation import Conversation, Form
from bot.domain.turn import Button
from bot.engine.context import Talk
from bot.flows.coordinator import pages as coordinator_pages
from bot.flows.coordinator import routes as coordinator_routes

LONGEST = 600
"""Characters of a coordinator's own words: with the question they stay one message."""

LONGEST_NAME = 60

MOST_DAYS = 730
"""Days ahead that a cohort may end."""

FIELDS = {
    "cohort": ("name", "dialogue", "ends_on", "zone", "closing", "safeguarding"),
    "reminder": ("words", "when"),
    "set_ends_on": ("ends_on",),
    "set_closing": ("closing",),
    "set_safeguarding": ("safeguarding",),
}

ASKS = {
    "name": "ask_name",
    "dialogue": "ask_dialogue",
    "ends_on": "ask_ends_on",
    "zone": "ask_zone",
    "closing": "ask_closing",
    "safeguarding": "ask_safeguarding",
    "words": "ask_words",
    "when": "ask_when",
}
"""The question for each field, by its name in ``common.yaml``."""

CHANGES = ("ends_on", "closing", "safeguarding")

OPTIONAL = ("closing", "safeguarding")

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def begin(talk: Talk, kind: str, cohort: str, values: dict[str, str] | None = None) -> None:
    """Open a form and ask its first field."""
    talk.conversation.form = Form(kind, cohort, FIELDS[kind][0], dict(values or {}))
    _ask(talk)


def _ask(talk: Talk) -> None:
    form = talk.conversation.form
    if form:
        talk.conversation.asking, talk.conversation.page = "form", ""
        talk.say(getattr(talk.content.words.forms, ASKS[form.asked]))


def buttons(talk: Talk) -> Iterator[Button]:
    """What can be pressed instead of typing."""
    form, words = talk.conversation.form, talk.content.words.desk_buttons
    if form is None:
        return
    if form.asked == "dialogue":
        for each in talk.content.dialogues.values():
            yield Button(each.name, f"field:{each.id}", side=True)
    elif form.asked == "zone":
        yield Button(words.london, "field:Europe/London", side=True)
    elif form.asked == "words":
        yield Button(words.standard_words, "field:", side=True)
    elif form.asked == "when":
        yield Button(words.now, "field:now", side=True)
        yield Button(words.weekly, "field:every monday 10:00", side=True)
    elif form.asked in OPTIONAL:
        yield Button(words.leave_empty, "field:", side=True)
    yield Button(words.cancel_form, "form_cancel", side=True)


def cancel(talk: Talk, _: str = "") -> None:
    """*Leave it*: nothing is kept of the form."""
    talk.conversation.form, talk.conversation.asking = None, None
    talk.say(talk.content.words.forms.left)


def asks_contact(conversation: Conversation) -> bool:
    """Whether a number of work is asked for: whom learners tell about harm."""
    form = conversation.form
    return conversation.asking == "form" and form is not None and form.asked == "safeguarding"


def take_typed(talk: Talk) -> bool:
    """What was typed while a form is open is for the form."""
    take(talk, talk.event.text)
    return True


def take(talk: Talk, typed: str) -> None:
    """A field was typed or pressed."""
    form = talk.conversation.form
    if form is None:
        talk.conversation.asking = None
        return
    text = " ".join(typed.split()) if form.asked != "closing" else typed.strip()
    problem = _problem(talk, form, text)
    if problem:
        talk.say(getattr(talk.content.words.forms, problem))
        _ask(talk)
        return
    fields = FIELDS[form.kind]
    following = fields.index(form.asked) + 1
    if following < len(fields):
        form.asked = fields[following]
        _ask(talk)
    else:
        talk.conversation.asking = None
        _done(talk, form)


def _problem(talk: Talk, form: Form, text: str) -> str:
    """Keep a field in the form, or say what is wrong with it."""
    read: dict[str, Callable[[Talk, Form, str], str]] = {
        "name": _name,
        "dialogue": _dialogue,
        "ends_on": _ends_on,
        "zone": _zone,
        "when": _when,
    }
    return read.get(form.asked, _words)(talk, form, text)


def _name(_: Talk, form: Form, text: str) -> str:
    if not 0 < len(text) <= LONGEST_NAME:
        return "bad_name"
    form.values["name"] = text
    return ""


def _dialogue(talk: Talk, form: Form, text: str) -> str:
    known = {each.name.casefold(): each.id for each in talk.content.dialogues.values()}
    found = text if text in talk.content.dialogues else known.get(text.casefold(), "")
    form.values["dialogue"] = found
    return "" if found else "bad_dialogue"


def _ends_on(talk: Talk, form: Form, text: str) -> str:
    found = read_date(text)
    today = talk.now.date()
    if found is None or not today <= found <= today + timedelta(days=MOST_DAYS):
        return "bad_date"
    form.values["ends_on"] = found.isoformat()
    return ""


def _zone(_: Talk, form: Form, text: str) -> str:
    try:
        ZoneInfo(text)
    except (ValueError, OSError, KeyError):
        return "bad_zone"
    form.values["zone"] = text
    return "" if "/" in text else "bad_zone"


def _words(talk: Talk, form: Form, text: str) -> str:
    """A coordinator's own words. They go to many, so no number of anybody may stand in them."""
    if talk.masked:
        return "has_identifier"
    if len(text) > LONGEST:
        return "too_long"
    form.values[form.asked] = text
    return ""


def _when(talk: Talk, form: Form, text: str) -> str:
    values = form.values
    for name in ("weekday", "day", "time"):
        values.pop(name, None)
    text = text.lower()
    zone = coordinator_routes.zone_of(talk, form.cohort)
    if text == "now":
        return ""
    first, _, rest = text.removeprefix("every ").partition(" ")
    if text.startswith("every "):
        weekday = next((n for n, each in enumerate(_WEEKDAYS) if each == first), None)
        time = read_time(rest.removeprefix("at ")) if rest else "10:00"
        if weekday is None or time is None:
            return "bad_when"
        values |= {"weekday": str(weekday), "time": time}
        return ""
    at = read_later(text, talk.now, zone)
    if at is None:
        return "bad_when"
    local = at.astimezone(ZoneInfo(zone))
    values |= {"day": local.date().isoformat(), "time": f"{local:%H:%M}"}
    return ""


def _done(talk: Talk, form: Form) -> None:
    if form.kind == "reminder":
        form.values["whole"] = "yes"
        coordinator_pages.show(talk, f"{coordinator_routes.PAGE}.{form.cohort}.look")
        return
    talk.conversation.form = None
    if form.kind == "cohort":
        _make(talk, form.values)
    elif talk.facts.view and talk.facts.view.cohort.id == form.cohort:
        _change(talk, talk.facts.view.cohort, form.values)
    else:
        coordinator_routes.refuse(talk)


def _make(talk: Talk, values: dict[str, str]) -> None:
    if not talk.facts.may_found:
        coordinator_routes.refuse(talk)
        return
    cohort = Cohort(
        id=talk.facts.fresh[0][:8],
        name=values["name"],
        dialogue=values["dialogue"],
        ends_on=date.fromisoformat(values["ends_on"]),
        zone=values["zone"],
        made_at=talk.now,
        closing=values["closing"],
        safeguarding=values["safeguarding"],
    )
    seat = Seat(cohort.id, talk.conversation.chat_id)
    talk.do(KeepCohort(cohort), seat, Note(cohort.id, "made"))
    talk.say(talk.content.words.desk.made, cohort=cohort.name)
    # The cohort is there once this turn is kept: its page is the next press.
    talk.conversation.page = coordinator_routes.PAGE
    talk.facts = replace(talk.facts, seats=(*talk.facts.seats, cohort))


def _change(talk: Talk, cohort: Cohort, values: dict[str, str]) -> None:
    ends_on = date.fromisoformat(values.get("ends_on", cohort.ends_on.isoformat()))
    closing = values.get("closing", cohort.closing)
    safeguarding = values.get("safeguarding", cohort.safeguarding)
    changed = replace(cohort, ends_on=ends_on, closing=closing, safeguarding=safeguarding)
    talk.do(KeepCohort(changed), Note(cohort.id, "changed", ", ".join(values)))
    talk.say(talk.content.words.desk.changed)
    talk.conversation.page = f"{coordinator_routes.PAGE}.{cohort.id}.set"
