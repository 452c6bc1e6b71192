"""Forms that a coordinator fills in, one question at a time: a cohort, a change of one, a reminder.

The words that are typed go into the draft and into no answer. What cannot be read is asked again,
with what would be read. A whole draft is handed back: ``actions`` does with it what is asked.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeGuard, get_args

from bot.analysis.dates import read_date
from bot.analysis.zones import read_zone
from bot.domain.conversation import Conversation
from bot.domain.coordination.checks import (
    dialogue_problem,
    end_problem,
    name_problem,
    words_problem,
    zone_problem,
)
from bot.domain.drafts import (
    AnswerDraft,
    ChangeDraft,
    CohortDraft,
    FormDraft,
    NameDraft,
    ReminderDraft,
    ReminderField,
)
from bot.domain.local_time import today_in
from bot.domain.plain_line import on_one_line
from bot.engine.context import TurnContext
from bot.engine.pages import open_page
from bot.flows.coordinator.reading import read_dialogue, read_timing
from bot.flows.coordinator.routes import PAGE, TO_READ, say_no

CONTACTS = ("safeguarding", "contact")
"""Fields in which a number or an address of work is meant to stand."""

MOST_LEFT = 3
"""Forms that are kept beside the one in hand."""

FIELDS: dict[str, tuple[str, ...]] = {
    "cohort": ("name", "dialogue", "ends_on", "zone"),
    "reminder": get_args(ReminderField),
    "answer": ("reader_name", "reader_role"),
}
"""The fields of a draft in the order in which they are asked for. A change has one.

The closing word and whom to tell about harm can be put in later: nobody has to think of them before
the first learner is invited. A draft of an earlier build may still ask for them."""

ASKS = {
    "name": "ask_name",
    "dialogue": "ask_dialogue",
    "ends_on": "ask_ends_on",
    "zone": "ask_zone",
    "closing": "ask_closing",
    "safeguarding": "ask_safeguarding",
    "words": "ask_words",
    "timing": "ask_timing",
    "nudge_words": "ask_nudge_words",
    "new_name": "ask_name",
}
"""The question for each field, by its name in ``common.yaml``."""


def in_hand(conversation: Conversation) -> FormDraft | None:
    """Return what is being filled in, or waits to be sent."""
    draft = conversation.draft
    return None if isinstance(draft, NameDraft) else draft


def begin(turn: TurnContext, draft: FormDraft) -> None:
    """Begin a form. One that was begun before is kept, where words were typed in it."""
    conversation, before = turn.conversation, in_hand(turn.conversation)
    if before and has_words(before):
        conversation.drafts = [before, *conversation.drafts][:MOST_LEFT]
    ask(turn, draft)


def ask(turn: TurnContext, draft: FormDraft) -> None:
    """Keep a draft and ask for its next field."""
    turn.left()
    turn.ask("form")
    turn.conversation.draft, turn.conversation.open_page = draft, ""
    words = turn.content.words
    asks = words.people.ask_contact if draft.asked == "contact" else ""
    if isinstance(draft, AnswerDraft):
        asks = getattr(words.sharing.reader, f"ask_{draft.asked}")
    if draft.asked == "words" and is_message(draft):
        is_last = isinstance(draft, ReminderDraft) and draft.audience.group == "goodbye"
        asks = words.ending.ask_goodbye if is_last else words.coordinator_pages.ask_message
    turn.say(asks or getattr(words.forms, ASKS[draft.asked]))


def is_message(draft: FormDraft) -> bool:
    """Return whether it is a message to everybody: it has words of its own, and asks nothing."""
    return isinstance(draft, ReminderDraft) and draft.audience.is_message


def cancel(turn: TurnContext, _: str = "") -> None:
    """*Stop this*: nothing is kept of the form, and its page is open again."""
    draft = in_hand(turn.conversation)
    turn.answered()
    turn.conversation.draft = None
    turn.say(turn.content.words.forms.left)
    if draft:
        open_page(turn, page_of(draft))


def page_of(draft: FormDraft) -> str:
    """Return the page from which a form was begun."""
    if isinstance(draft, CohortDraft):
        return PAGE
    if is_change(draft):
        return f"{PAGE}.{draft.cohort}.plan.{draft.id}"
    if isinstance(draft, AnswerDraft):
        return f"{PAGE}.{draft.cohort}.{TO_READ}.{draft.key}"
    if isinstance(draft, ReminderDraft):
        return f"{PAGE}.{draft.cohort}.{'end' if draft.audience.group == 'goodbye' else 'rem'}"
    return page_of_change(draft)


def page_of_change(draft: ChangeDraft) -> str:
    """Return the page on which what a draft changes is shown."""
    page = {"told": "told", "nudges": "nud", "cohort": "set"}[draft.about]
    return f"{PAGE}.{draft.cohort}.{page}"


def is_change(draft: object) -> TypeGuard[ReminderDraft]:
    """Return whether it changes one thing of a reminder that is planned."""
    return isinstance(draft, ReminderDraft) and draft.changes


def has_words(draft: FormDraft) -> bool:
    """Return whether anything was filled in."""
    return (
        not draft.asked
        if is_change(draft)
        else draft.asked != FIELDS.get(draft.kind, (draft.asked,))[0]
    )


def asks_contact(conversation: Conversation) -> bool:
    """Whether a number of work is asked for: of whom to tell about harm, of the coordinator."""
    draft = in_hand(conversation)
    return conversation.prompt == "form" and draft is not None and draft.asked in CONTACTS


def take(turn: TurnContext, draft: FormDraft, typed: str) -> FormDraft | None:
    """Fill in the field that was asked for, and ask for the next; return a draft that is whole."""
    filled = _filled(turn, draft, typed)
    if filled is None:
        ask(turn, draft)
    elif filled.asked:
        ask(turn, filled)
    else:
        turn.answered()
        turn.conversation.draft = None
        return filled
    return None


def _filled(turn: TurnContext, draft: FormDraft, typed: str) -> FormDraft | None:
    """Return a draft with one field more. None where it cannot be read, and that is said."""
    text = on_one_line(typed) if draft.asked != "closing" else typed.strip()
    value: Any = text
    match draft.asked:
        case "name" | "new_name":
            problem = name_problem(text)
        case "dialogue":
            value = read_dialogue(turn.content, text)
            problem = dialogue_problem(value, turn.content.dialogues)
        case "ends_on":
            value = read_date(text, today_in(_zone(turn), turn.now))
            problem = end_problem(value, turn.now) if value else "bad_date"
        case "zone":
            value = read_zone(text) or text
            problem = zone_problem(value)
        case "timing":
            value = read_timing(text, turn.now, _zone(turn))
            if value is None:
                turn.say(turn.content.words.forms.bad_when)
                return None
            problem = "needs_time" if value == "now" and is_change(draft) else None
            value = None if value == "now" else value
        case _:
            problem = words_problem(text, has_identifier=bool(turn.masked))
            if not text and is_message(draft):
                problem = "no_words"
    if problem:
        say_no(turn, problem)
        return None
    fields: dict[str, Any] = {draft.asked: value, "asked": _following(draft)}
    return replace(draft, **fields)


def _following(draft: FormDraft) -> str:
    if is_change(draft):
        return ""
    if isinstance(draft, ReminderDraft) and draft.audience.group == "goodbye":
        return ""  # it goes as the cohort is closed
    fields = (*FIELDS.get(draft.kind, ()), "")
    return fields[fields.index(draft.asked) + 1] if draft.asked in fields else ""


def _zone(turn: TurnContext) -> str:
    view = turn.access.view
    return view.cohort.zone if view else turn.conversation.preferences.zone
