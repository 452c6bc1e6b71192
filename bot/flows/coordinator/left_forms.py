"""Forms that were begun and left: they are kept, said to be kept, and offered again.

A form is left when a reminder's question is answered, a command is sent or another form is begun.
Only *Stop this* drops one.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.conversation import Conversation
from bot.domain.drafts import FormDraft
from bot.domain.offers import Button
from bot.domain.turn import Reply
from bot.engine.context import TurnContext
from bot.flows.coordinator import forms
from bot.flows.coordinator.routes import PAGE, does


def left_over(conversation: Conversation) -> list[FormDraft]:
    """Return what was begun and left, the newest first."""
    now = forms.in_hand(conversation) if conversation.prompt != "form" else None
    return [*([now] if now else []), *conversation.drafts]


def resume_buttons(turn: TurnContext, cohort: str) -> Iterator[Button]:
    """Yield a button for each form that was left: of one cohort, or with "" of a new one."""
    words = turn.content.words.people
    labels = {
        "cohort": words.go_on_cohort,
        "change": words.go_on_change,
        "reminder": words.go_on_reminder,
        "answer": turn.content.words.sharing.reader.go_on,
    }
    for number, each in enumerate(left_over(turn.conversation)):
        if getattr(each, "cohort", "") == cohort:
            yield does(labels[each.kind], f"cohort:resume.{number}")


def take_up(turn: TurnContext, which: str) -> FormDraft | None:
    """Take a form in hand again and ask on; return it where it is whole already."""
    conversation, left = turn.conversation, left_over(turn.conversation)
    draft = left.pop(int(which))
    conversation.draft, conversation.drafts = draft, left
    if not draft.asked:
        return draft
    forms.ask(turn, draft)
    return None


def say_kept(turn: TurnContext) -> None:
    """Say that what was left is kept. A coordinator's page offers it, and so need not say it."""
    conversation, draft = turn.conversation, forms.in_hand(turn.conversation)
    on_page = conversation.open_page.partition(".")[0] == PAGE
    if draft and draft.asked and not on_page and conversation.prompt != "form":
        turn.replies.insert(0, Reply(str(turn.fill(turn.content.words.people.form_kept))))
