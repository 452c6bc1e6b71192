"""How a coordinator's pages and actions are named, and what comes of an action."""

from __future__ import annotations

from typing import TypeVar

from bot.content.words.words import Words
from bot.domain.cohort import SMALL
from bot.domain.conversation import Conversation
from bot.domain.coordination.outcome import Done, Reason, Refused
from bot.domain.drafts import AnswerDraft, ChangeDraft, ReminderDraft
from bot.domain.offers import Button
from bot.engine.context import TurnContext
from bot.engine.pages import ellipsize, link
from bot.engine.wording import Text, fill

PAGE = "co"

TO_READ = "ans"
"""The page of a cohort on which its coordinators see what they may read."""

Facts = TypeVar("Facts")


KEEP = "forget_no"
"""The action of *No, keep it*; behind a colon the page to which it leads."""


def is_page(page: str) -> bool:
    """Return whether a page is one of a coordinator's."""
    return page.partition(".")[0] == PAGE


def cohort_of(page: str) -> str:
    """Return the id of the cohort that a page is about, "" for none."""
    head, _, rest = page.partition(".")
    return rest.partition(".")[0] if head == PAGE else ""


def cohort_in_hand(conversation: Conversation) -> str:
    """Return the id of the cohort that a form is filled in for or a page is about, "" for none."""
    draft = conversation.draft if conversation.prompt == "form" else None
    of_form = draft.cohort if isinstance(draft, AnswerDraft | ChangeDraft | ReminderDraft) else ""
    return of_form or cohort_of(came_from(conversation, conversation.open_page))


def came_from(conversation: Conversation, page: str) -> str:
    """Return the coordinator's page that is open, or from which all was asked to be deleted."""
    if is_page(page):
        return page
    offers = (each.action.partition(":") for each in conversation.offers)
    return next((to for action, _, to in offers if action == KEEP), "")


def other_cohort_of(page: str) -> str:
    """Return the id of the cohort with which a page compares another, "" for none."""
    parts = page.split(".")
    return parts[3] if len(parts) == 4 and parts[0] == PAGE and parts[2] == "cmp" else ""


def to(label: str, page: str) -> Button:
    """Return a button that shows a page of a coordinator."""
    return link(label, f"{PAGE}.{page}")


def does(label: str, action: str) -> Button:
    """Return a button that changes something."""
    return Button(ellipsize(label), action, side=True)


def sentence(words: Words, reason: Reason) -> Text:
    """Return why something is not done."""
    return fill(words, getattr(words.refusals, reason), most=SMALL)


def say_no(turn: TurnContext, reason: Reason) -> None:
    """Say why something is not done."""
    turn.tell(sentence(turn.content.words, reason))


def refuse(turn: TurnContext) -> None:
    """The one refusal for everything that is not theirs."""
    turn.conversation.open_page = ""
    say_no(turn, "not_yours")


def carry_out(turn: TurnContext, outcome: Done[Facts] | Refused) -> Done[Facts] | None:
    """Do what was decided, and see the cohort as it is then. Say why where it is refused."""
    if isinstance(outcome, Refused):
        say_no(turn, outcome.reason)
        return None
    turn.do(*outcome.commands)
    if outcome.view_after:
        turn.access = turn.access.seeing(outcome.view_after)
    return outcome
