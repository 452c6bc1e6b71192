"""Actions of a coordinator: each button that changes something, and the forms that are filled in.

An action is about the cohort whose page is open; like every action it is done only while it is
offered. Who does not look after that cohort any more is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

from bot.domain.cohort_view import CohortView
from bot.domain.coordination.cohorts import create_cohort
from bot.domain.coordination.outcome import Refused
from bot.domain.coordination.planned import preview_draft
from bot.domain.drafts import AnswerDraft, ChangeDraft, CohortDraft, FormDraft, ReminderDraft
from bot.domain.offers import Button
from bot.engine.context import TurnContext
from bot.engine.dates import day
from bot.engine.flows import Prompt
from bot.flows.coordinator import (
    answers,
    ending,
    forms,
    last_day,
    left_forms,
    links,
    planning,
    reminder,
    reports,
    saved_words,
)
from bot.flows.coordinator.invitations import invite_people
from bot.flows.coordinator.pages import show
from bot.flows.coordinator.routes import PAGE, carry_out, does, refuse, say_no
from bot.flows.coordinator.settings import change, nudge, set_nudge_day, set_nudge_hour

_ACTIONS: dict[str, Callable[[TurnContext, CohortView, str], None]] = {
    "invite": invite_people,
    "remind": reminder.begin,
    "send": reminder.send,
    "to_me": reminder.send_to_me,
    "cancel": reports.cancel,
    "again": reports.send_again,
    "missed": reports.send_to_the_missed,
    "keep": saved_words.keep,
    "unkeep": saved_words.delete,
    "nudge": nudge,
    "nudgeday": set_nudge_day,
    "nudgehour": set_nudge_hour,
    "change": change,
    "close": ending.close,
    "goodbye": ending.begin_message,
    "reopen": ending.reopen,
    "delete": ending.delete,
    "remove": ending.remove,
    "unseat": ending.unseat,
    "withdraw": links.withdraw,
    "replan": planning.replan,
    "pause": planning.pause,
    "goon": planning.go_on,
    "shorten": last_day.shorten,
    **answers.ACTIONS,
}


def cohort(turn: TurnContext, what: str) -> None:
    """Do what a button of a cohort says: ``new``, ``invite.30``, ``send.ID``, ``nudge.7``."""
    name, _, rest = what.partition(".")
    view = turn.access.view
    if name == "new" and turn.access.may_create_cohorts:
        forms.begin(turn, CohortDraft())
    elif name == "resume" and rest.isdecimal() and turn.access.is_coordinator:
        if whole := left_forms.take_up(turn, rest):
            _finish(turn, whole)
    elif name == "use" and (words := saved_words.words_for_form(turn, rest)):
        field(turn, words)
    elif name == "whom" and view and (changed := planning.for_others(turn, view, rest)):
        _finish(turn, changed)
    elif name in _ACTIONS and view:
        _ACTIONS[name](turn, view, rest)
    else:
        refuse(turn)


def field(turn: TurnContext, typed: str) -> None:
    """A field was typed or pressed."""
    draft, view = forms.in_hand(turn.conversation), turn.access.view
    theirs = isinstance(draft, CohortDraft) or (view and draft and view.cohort.id == draft.cohort)
    if draft is None or not theirs:
        turn.answered()
        turn.conversation.draft = None
        refuse(turn)
    elif whole := forms.take(turn, draft, typed):
        _finish(turn, whole)


def _finish(turn: TurnContext, draft: FormDraft) -> None:
    view, dialogues = turn.access.view, turn.content.dialogues
    if isinstance(draft, CohortDraft):
        turn.conversation.open_page = PAGE
        chat = turn.conversation.id
        done = carry_out(turn, create_cohort(draft, turn.access, chat, turn.now, dialogues))
        if done:
            turn.say(turn.content.words.coordinator.made, cohort=draft.name)
            show(turn, f"{PAGE}.{done.facts.id}.inv")
    elif isinstance(draft, ReminderDraft) and draft.audience.group == "goodbye":
        turn.conversation.draft = draft
        show(turn, f"{PAGE}.{draft.cohort}.end")
    elif isinstance(draft, ReminderDraft):
        turn.conversation.draft = draft
        found = preview_draft(view, draft, turn.now) if view else None
        if isinstance(found, Refused) and found.reason == "never":  # the words stay
            say_no(turn, found.reason)
            forms.ask(turn, replace(draft, timing=None, asked="timing"))
        else:
            show(turn, f"{PAGE}.{draft.cohort}.look")
    elif isinstance(draft, AnswerDraft) and view:
        answers.finish(turn, view, draft)
    elif isinstance(draft, ChangeDraft) and view:
        last_day.change(turn, view, draft)


class FormPrompt(Prompt):
    """A field of what a coordinator fills in. What is typed meanwhile is for the form."""

    name = "form"
    gives_way = True
    takes_words = True

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """Yield what can be pressed instead of typing."""
        draft, words = forms.in_hand(turn.conversation), turn.content.words.coordinator_buttons
        match draft.asked if draft else "":
            case "dialogue":
                for each in turn.content.dialogues.values():
                    yield does(each.name, f"field:{each.id}")
            case "ends_on":
                for weeks in (6, 12, 26):
                    at = turn.now.date() + timedelta(weeks=weeks)
                    label = turn.fill(words.in_weeks, count=weeks, day=day(at))
                    yield does(label, f"field:{at:%d/%m/%Y}")
            case "zone":
                yield does(words.london, "field:Europe/London")
            case "words":
                if draft and not forms.is_message(draft):
                    yield does(words.standard_words, "field:")
                yield from saved_words.use_buttons(turn)
            case "timing":
                yield from self._times(turn)
            case "closing" | "safeguarding" | "contact" | "nudge_words":
                yield does(words.leave_empty, "field:")
        yield does(words.cancel_form, "form_cancel")

    def _times(self, turn: TurnContext) -> Iterator[Button]:
        words = turn.content.words.coordinator_buttons
        if not forms.is_change(turn.conversation.draft):
            yield does(words.now, "field:now")
        yield does(turn.content.words.people.tomorrow, "field:tomorrow 10:00")
        yield does(words.weekly, "field:every monday 10:00")

    def is_private(self, turn: TurnContext) -> bool:
        """Return whether a number of work is asked for: whom learners tell about harm."""
        return forms.asks_contact(turn.conversation)

    def take_text(self, turn: TurnContext) -> bool:
        """Take what was typed while a form is open: it is for the form."""
        field(turn, turn.event.text)
        return True

    def still_holds(self, turn: TurnContext) -> bool:
        """Return whether there is a form."""
        return forms.in_hand(turn.conversation) is not None

    def leave(self, turn: TurnContext, _: int) -> None:
        """Say that what was begun stays."""
        left_forms.say_kept(turn)
