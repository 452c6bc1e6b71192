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
from bot.domain.commands import AddCoordinator, Audit, SaveCohort
from bot.domain.conversation import Draft
from bot.domain.offers import Button
from bot.engine.context import TurnContext
from bot.engine.flows import Prompt
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


def begin(turn: TurnContext, kind: str, cohort: str, values: dict[str, str] | None = None) -> None:
    """Open a form and ask its first field."""
    turn.conversation.draft = Draft(kind, cohort, FIELDS[kind][0], dict(values or {}))
    _ask(turn)


def _ask(turn: TurnContext) -> None:
    form = turn.conversation.draft
    if form:
        turn.left()
        turn.ask("form")
        turn.conversation.open_page = ""
        turn.say(getattr(turn.content.words.forms, ASKS[form.asked]))


def cancel(turn: TurnContext, _: str = "") -> None:
    """*Leave it*: nothing is kept of the form."""
    turn.answered()
    turn.conversation.draft = None
    turn.say(turn.content.words.forms.left)


def take(turn: TurnContext, typed: str) -> None:
    """A field was typed or pressed."""
    form = turn.conversation.draft
    if form is None:
        turn.answered()
        return
    text = " ".join(typed.split()) if form.asked != "closing" else typed.strip()
    problem = _problem(turn, form, text)
    if problem:
        turn.say(getattr(turn.content.words.forms, problem))
        _ask(turn)
        return
    fields = FIELDS[form.kind]
    following = fields.index(form.asked) + 1
    if following < len(fields):
        form.asked = fields[following]
        _ask(turn)
    else:
        turn.answered()
        _done(turn, form)


def _problem(turn: TurnContext, form: Draft, text: str) -> str:
    """Keep a field in the form, or say what is wrong with it."""
    read: dict[str, Callable[[TurnContext, Draft, str], str]] = {
        "name": _name,
        "dialogue": _dialogue,
        "ends_on": _ends_on,
        "zone": _zone,
        "when": _when,
    }
    return read.get(form.asked, _words)(turn, form, text)


def _name(_: TurnContext, form: Draft, text: str) -> str:
    if not 0 < len(text) <= LONGEST_NAME:
        return "bad_name"
    form.values["name"] = text
    return ""


def _dialogue(turn: TurnContext, form: Draft, text: str) -> str:
    known = {each.name.casefold(): each.id for each in turn.content.dialogues.values()}
    found = text if text in turn.content.dialogues else known.get(text.casefold(), "")
    form.values["dialogue"] = found
    return "" if found else "bad_dialogue"


def _ends_on(turn: TurnContext, form: Draft, text: str) -> str:
    today = turn.now.date()
    found = read_date(text, today)
    if found is None or found > today + timedelta(days=MOST_DAYS):
        return "bad_date"
    form.values["ends_on"] = found.isoformat()
    return ""


def _zone(_: TurnContext, form: Draft, text: str) -> str:
    try:
        ZoneInfo(text)
    except (ValueError, OSError, KeyError):
        return "bad_zone"
    form.values["zone"] = text
    return "" if "/" in text else "bad_zone"


def _words(turn: TurnContext, form: Draft, text: str) -> str:
    """A coordinator's own words. They go to many, so no number of anybody may stand in them."""
    if turn.masked:
        return "has_identifier"
    if len(text) > LONGEST:
        return "too_long"
    form.values[form.asked] = text
    return ""


def _when(turn: TurnContext, form: Draft, text: str) -> str:
    values = form.values
    for name in ("weekday", "day", "time"):
        values.pop(name, None)
    text = text.lower()
    zone = coordinator_routes.zone_of(turn, form.cohort)
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
    at = read_later(text, turn.now, zone)
    if at is None:
        return "bad_when"
    local = at.astimezone(ZoneInfo(zone))
    values |= {"day": local.date().isoformat(), "time": f"{local:%H:%M}"}
    return ""


def _done(turn: TurnContext, form: Draft) -> None:
    if form.kind == "reminder":
        form.values["whole"] = "yes"
        from bot.flows.coordinator import pages  # a page may open a form

        pages.show(turn, f"{coordinator_routes.PAGE}.{form.cohort}.look")
        return
    turn.conversation.draft = None
    if form.kind == "cohort":
        _make(turn, form.values)
    elif turn.access.view and turn.access.view.cohort.id == form.cohort:
        _change(turn, turn.access.view.cohort, form.values)
    else:
        coordinator_routes.refuse(turn)


def _make(turn: TurnContext, values: dict[str, str]) -> None:
    if not turn.access.may_create_cohorts:
        coordinator_routes.refuse(turn)
        return
    cohort = Cohort(
        id=turn.access.random_tokens[0][:8],
        name=values["name"],
        dialogue=values["dialogue"],
        ends_on=date.fromisoformat(values["ends_on"]),
        zone=values["zone"],
        made_at=turn.now,
        closing=values["closing"],
        safeguarding=values["safeguarding"],
    )
    seat = AddCoordinator(cohort.id, turn.conversation.chat_id)
    turn.do(SaveCohort(cohort), seat, Audit(cohort.id, "made"))
    turn.say(turn.content.words.coordinator.made, cohort=cohort.name)
    # The cohort is there once this turn is kept: its page is the next press.
    turn.conversation.open_page = coordinator_routes.PAGE
    turn.access = replace(turn.access, coordinates=(*turn.access.coordinates, cohort))


def _change(turn: TurnContext, cohort: Cohort, values: dict[str, str]) -> None:
    ends_on = date.fromisoformat(values.get("ends_on", cohort.ends_on.isoformat()))
    closing = values.get("closing", cohort.closing)
    safeguarding = values.get("safeguarding", cohort.safeguarding)
    changed = replace(cohort, ends_on=ends_on, closing=closing, safeguarding=safeguarding)
    turn.do(SaveCohort(changed), Audit(cohort.id, "changed", ", ".join(values)))
    turn.say(turn.content.words.coordinator.changed)
    turn.conversation.open_page = f"{coordinator_routes.PAGE}.{cohort.id}.set"


class FormPrompt(Prompt):
    """A field of what a coordinator fills in. What is typed meanwhile is for the form."""

    name = "form"
    gives_way = True
    takes_words = True

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """What can be pressed instead of typing."""
        form, words = turn.conversation.draft, turn.content.words.coordinator_buttons
        asked = form.asked if form else ""
        if asked == "dialogue":
            for each in turn.content.dialogues.values():
                yield Button(each.name, f"field:{each.id}", side=True)
        elif asked == "zone":
            yield Button(words.london, "field:Europe/London", side=True)
        elif asked == "words":
            yield Button(words.standard_words, "field:", side=True)
        elif asked == "when":
            yield Button(words.now, "field:now", side=True)
            yield Button(words.weekly, "field:every monday 10:00", side=True)
        elif asked in OPTIONAL:
            yield Button(words.leave_empty, "field:", side=True)
        yield Button(words.cancel_form, "form_cancel", side=True)

    def is_private(self, turn: TurnContext) -> bool:
        """A number of work is asked for: whom learners tell about harm."""
        form = turn.conversation.draft
        return form is not None and form.asked == "safeguarding"

    def take_text(self, turn: TurnContext) -> bool:
        """What was typed while a form is open is for the form."""
        take(turn, turn.event.text)
        return True

    def still_holds(self, turn: TurnContext) -> bool:
        """Whether there is a form."""
        return turn.conversation.draft is not None
