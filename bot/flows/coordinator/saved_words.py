"""Words that a coordinator keeps: offered where a reminder asks for them, and a page of them."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.cohort_view import CohortView
from bot.domain.coordination.saved_words import delete_saved, save_words
from bot.domain.drafts import ReminderDraft
from bot.domain.offers import Button
from bot.domain.plain_line import on_one_line
from bot.engine.context import TurnContext
from bot.engine.wording import Typed
from bot.flows.coordinator.reminder import in_hand, show_preview
from bot.flows.coordinator.routes import PAGE, carry_out, does


def use_buttons(turn: TurnContext) -> Iterator[Button]:
    """Yield a button for each that is kept, the newest first."""
    said = turn.content.words.coordinator_pages
    for each in turn.access.saved_words:
        label = turn.fill(said.use_words, text=_line(each.words))
        yield does(label, f"cohort:use.{each.id}")


def words_for_form(turn: TurnContext, which: str) -> str:
    """Return the words that are kept under an id, "" for none or where no words are asked for."""
    draft = turn.conversation.draft
    if not isinstance(draft, ReminderDraft) or draft.asked != "words":
        return ""
    return next((each.words for each in turn.access.saved_words if each.id == which), "")


def keep(turn: TurnContext, view: CohortView, rest: str) -> None:
    """*Keep these words*: those of the reminder in hand. It still waits for *Send*."""
    turn.conversation.open_page = f"{PAGE}.{view.cohort.id}.look"
    draft = in_hand(turn, view)
    if draft is None or draft.id != rest:
        show_preview(turn, view)
    elif done := carry_out(turn, save_words(view, turn.access, draft.words)):
        turn.access = done.facts
        turn.say(turn.content.words.coordinator_pages.words_kept)


def delete(turn: TurnContext, view: CohortView, rest: str) -> None:
    """*Delete*: these words are kept no more."""
    turn.conversation.open_page = f"{PAGE}.{view.cohort.id}.tpl"
    if done := carry_out(turn, delete_saved(view, turn.access, rest)):
        turn.access = done.facts
        show_saved(turn, view)


def show_saved(turn: TurnContext, _view: CohortView, _: str = "") -> None:
    """Show them whole, the newest first."""
    said, saved = turn.content.words.coordinator_pages, turn.access.saved_words
    if saved:
        turn.tell(turn.fill(said.saved_words), *(Typed(each.words) for each in saved))
    else:
        turn.say(said.no_saved_words)


def saved_buttons(turn: TurnContext, _view: CohortView, _: str = "") -> Iterator[Button]:
    """Yield *Delete* for each."""
    said = turn.content.words.coordinator_pages
    for each in turn.access.saved_words:
        label = turn.fill(said.delete_words, text=_line(each.words))
        yield does(label, f"cohort:unkeep.{each.id}")


def _line(words: str) -> str:
    return on_one_line(words)
