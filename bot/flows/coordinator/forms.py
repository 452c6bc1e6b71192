"""What a coordinator fills in, one question at a time: a cohort, a change of one, a reminder.

The words that are typed go into the draft and into no answer. What cannot be read is asked again,
with what would be read. A whole draft is handed back: ``actions`` does with it what is asked.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

from bot.analysis.time_phrases import read_date
from bot.domain.conversation import Conversation
from bot.domain.coordination.checks import (
    dialogue_problem,
    end_problem,
    name_problem,
    words_problem,
    zone_problem,
)
from bot.domain.drafts import CohortField, FormDraft, NameDraft, ReminderField
from bot.engine.context import TurnContext
from bot.flows.coordinator.reading import read_dialogue, read_timing
from bot.flows.coordinator.routes import say_no

FIELDS: dict[str, tuple[str, ...]] = {
    "cohort": get_args(CohortField),
    "reminder": get_args(ReminderField),
}
"""The fields of a draft in the order in which they are asked for. A change has one."""

ASKS = {
    "name": "ask_name",
    "dialogue": "ask_dialogue",
    "ends_on": "ask_ends_on",
    "zone": "ask_zone",
    "closing": "ask_closing",
    "safeguarding": "ask_safeguarding",
    "words": "ask_words",
    "timing": "ask_timing",
}
"""The question for each field, by its name in ``common.yaml``."""


def in_hand(conversation: Conversation) -> FormDraft | None:
    """Return what is being filled in, or waits to be sent."""
    draft = conversation.draft
    return None if isinstance(draft, NameDraft) else draft


def begin(turn: TurnContext, draft: FormDraft) -> None:
    """Keep a draft and ask for its next field."""
    turn.left()
    turn.ask("form")
    turn.conversation.draft, turn.conversation.open_page = draft, ""
    turn.say(getattr(turn.content.words.forms, ASKS[draft.asked]))


def cancel(turn: TurnContext, _: str = "") -> None:
    """*Leave it*: nothing is kept of the form."""
    turn.answered()
    turn.conversation.draft = None
    turn.say(turn.content.words.forms.left)


def asks_contact(conversation: Conversation) -> bool:
    """Whether a number of work is asked for: whom learners tell about harm."""
    draft = in_hand(conversation)
    return conversation.prompt == "form" and draft is not None and draft.asked == "safeguarding"


def take(turn: TurnContext, draft: FormDraft, typed: str) -> FormDraft | None:
    """Fill in the field that was asked for, and ask for the next; return a draft that is whole."""
    filled = _filled(turn, draft, typed)
    if filled is None:
        begin(turn, draft)
    elif filled.asked:
        begin(turn, filled)
    else:
        turn.answered()
        turn.conversation.draft = None
        return filled
    return None


def _filled(turn: TurnContext, draft: FormDraft, typed: str) -> FormDraft | None:
    """A draft with one field more. None where it cannot be read, and that is said."""
    text = " ".join(typed.split()) if draft.asked != "closing" else typed.strip()
    value: Any = text
    match draft.asked:
        case "name":
            problem = name_problem(text)
        case "dialogue":
            value = read_dialogue(turn.content, text)
            problem = dialogue_problem(value, turn.content.dialogues)
        case "ends_on":
            value = read_date(text)
            problem = end_problem(value, turn.now) if value else "bad_date"
        case "zone":
            problem = zone_problem(text)
        case "timing":
            value = read_timing(text, turn.now, _zone(turn))
            if value is None:
                turn.say(turn.content.words.forms.bad_when)
                return None
            value, problem = (None if value == "now" else value), None
        case _:
            problem = words_problem(text, has_identifier=bool(turn.masked))
    if problem:
        say_no(turn, problem)
        return None
    fields: dict[str, Any] = {draft.asked: value, "asked": _following(draft)}
    return replace(draft, **fields)


def _following(draft: FormDraft) -> str:
    fields = (*FIELDS.get(draft.kind, (draft.asked,)), "")
    return fields[fields.index(draft.asked) + 1]


def _zone(turn: TurnContext) -> str:
    view = turn.access.view
    return view.cohort.zone if view else turn.conversation.preferences.zone
