"""Endings by a coordinator: somebody's place in a cohort, a cohort, one that was made by mistake.

Each is a page that says what becomes of it, and one press there. Pages below a cohort: ``end``
closing it · ``del`` deleting it · ``rml.3`` a learner's place · ``rmc.2`` a coordinator's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from bot.content.words.words import Words
from bot.domain.cohort import SMALL, Member
from bot.domain.cohort_view import CohortView
from bot.domain.coordination.ending import (
    close_cohort,
    delete_cohort,
    remove_coordinator,
    remove_member,
    reopen_cohort,
)
from bot.domain.coordination.outcome import Done
from bot.domain.drafts import ReminderDraft
from bot.domain.offers import Button
from bot.domain.reminders import Audience
from bot.engine.context import TurnContext
from bot.engine.dates import day
from bot.engine.pages import open_page
from bot.engine.wording import Text, Typed, counted, fill, join
from bot.flows.coordinator import forms, progress
from bot.flows.coordinator.names import who_of
from bot.flows.coordinator.preview import page_lines
from bot.flows.coordinator.routes import PAGE, carry_out, does, say_no, to

CLOSED = "closed"
"""The page with the list of what was closed."""


def show_end(turn: TurnContext, view: CohortView, _: str = "") -> None:
    """Say what closing a cohort means, and show the last message where one was typed."""
    words, draft = turn.content.words, last_message(turn, view)
    said = [turn.fill(words.ending.close_ask, cohort=view.cohort.name)]
    found = close_cohort(view, draft.words, "", draft.id, turn.now) if draft else None
    if draft and isinstance(found, Done):
        goes = message_text(words, view, found.facts)
        said += [goes, turn.fill(words.ending.last_message, said=Typed(draft.words))]
    turn.tell(*said)


def end_buttons(turn: TurnContext, view: CohortView, _: str = "") -> Iterator[Button]:
    """Yield the ways to close it."""
    words = turn.content.words.ending
    if last_message(turn, view):
        yield does(words.send_and_close, "cohort:close.said")
    yield does(words.close_now, "cohort:close")
    if view.here:
        yield does(words.with_message, "cohort:goodbye")


def last_message(turn: TurnContext, view: CohortView) -> ReminderDraft | None:
    """Return the last message that was typed for a cohort, where there is one."""
    draft = turn.conversation.draft
    mine = isinstance(draft, ReminderDraft) and draft.cohort == view.cohort.id and not draft.asked
    if isinstance(draft, ReminderDraft) and mine and draft.audience.group == "goodbye":
        return draft
    return None


def begin_message(turn: TurnContext, view: CohortView, _: str = "") -> None:
    """Ask for the last message."""
    reminder_id = turn.access.random_tokens[0][:8]
    forms.begin(turn, ReminderDraft(reminder_id, view.cohort.id, Audience("goodbye")))


def close(turn: TurnContext, view: CohortView, rest: str) -> None:
    """Close a cohort, with its last message where that was asked for; hand over what is left."""
    turn.conversation.open_page = f"{PAGE}.{view.cohort.id}"
    draft = last_message(turn, view) if rest else None
    words, chat = (draft.words if draft else ""), turn.conversation.id
    reminder_id = draft.id if draft else turn.access.random_tokens[0][:8]
    done = carry_out(turn, close_cohort(view, words, chat, reminder_id, turn.now))
    if done is None or done.view_after is None:
        return
    if last_message(turn, view):
        turn.conversation.draft = None
    said = turn.content.words.ending
    turn.say(said.closed, cohort=view.cohort.name)
    if words and done.commands:
        turn.tell(message_text(turn.content.words, view, done.facts))
    if view.members:
        progress.show_progress(turn, done.view_after)
        progress.show_csv(turn, done.view_after)


def message_text(words: Words, view: CohortView, chats: Collection[str]) -> Text:
    """Return to whom a last message goes. In a small group a number would tell of somebody."""
    if len(view.here) < SMALL:
        return fill(words, words.ending.message_small)
    on_page = len(view.on_page.intersection(chats))
    goes = counted(words, words.ending.message_goes, len(chats) - on_page)
    lines = [goes] if len(chats) > on_page or not on_page else []
    return join("\n", [*lines, *page_lines(words, on_page)])


def reopen(turn: TurnContext, view: CohortView, _: str = "") -> None:
    """Open a closed cohort again."""
    turn.conversation.open_page = f"{PAGE}.{view.cohort.id}"
    if carry_out(turn, reopen_cohort(view)):
        turn.say(turn.content.words.ending.reopened, cohort=view.cohort.name)


def show_delete(turn: TurnContext, view: CohortView, _: str = "") -> None:
    """Ask whether a cohort shall be deleted; say why not where somebody has joined."""
    if view.members:
        say_no(turn, "has_people")
    else:
        turn.say(turn.content.words.ending.delete_ask, cohort=view.cohort.name)


def delete_buttons(turn: TurnContext, view: CohortView, _: str = "") -> Iterator[Button]:
    """Yield the way to delete it, or to close it where somebody has joined."""
    words = turn.content.words.ending
    if not view.members:
        yield does(words.delete_yes, "cohort:delete")
    elif not view.cohort.closed_at:
        yield to(words.close, f"{view.cohort.id}.end")


def delete(turn: TurnContext, view: CohortView, _: str = "") -> None:
    """Delete a cohort that nobody has joined."""
    turn.conversation.open_page = f"{PAGE}.{view.cohort.id}.del"
    if carry_out(turn, delete_cohort(view)):
        turn.access = turn.access.without(view.cohort.id)
        turn.conversation.drafts = [
            each
            for each in turn.conversation.drafts
            if getattr(each, "cohort", "") != view.cohort.id
        ]
        turn.say(turn.content.words.ending.deleted, cohort=view.cohort.name)
        open_page(turn, PAGE)


def show_removing(turn: TurnContext, view: CohortView, rest: str) -> None:
    """Ask whether somebody shall be taken out."""
    words, member = turn.content.words, _member(view, rest)
    if member is None:
        turn.say(words.coordinator.person_gone)
    else:
        turn.say(words.ending.remove_ask, who=who_of(words, view, member))


def removing_buttons(turn: TurnContext, view: CohortView, rest: str) -> Iterator[Button]:
    """Yield the way to take somebody out, and back to everybody."""
    words, which = turn.content.words, view.cohort.id
    if member := _member(view, rest):
        yield does(words.ending.remove_yes, f"cohort:remove.{member.number}")
    yield to(words.coordinator_pages.one_by_one, f"{which}.ppl")


def _member(view: CohortView, rest: str) -> Member | None:
    return next((each for each in view.here if str(each.number) == rest), None)


def remove(turn: TurnContext, view: CohortView, rest: str) -> None:
    """Take a learner out of a cohort."""
    turn.conversation.open_page = f"{PAGE}.{view.cohort.id}.ppl"
    words, who = (
        turn.content.words,
        {each.number: who_of(turn.content.words, view, each) for each in view.here},
    )
    done = carry_out(turn, remove_member(view, int(rest), turn.now))
    if done:
        turn.say(words.ending.removed, who=who[done.facts.number])


def show_unseating(turn: TurnContext, view: CohortView, rest: str) -> None:
    """Ask whether somebody else shall look after it no more."""
    number = _other(turn, view, rest)
    if number is None:
        turn.say(turn.content.words.ending.no_coordinator)
    else:
        since = day(view.since(view.coordinators[number - 1]))
        turn.say(turn.content.words.ending.unseat_ask, number=number, date=since)


def unseating_buttons(turn: TurnContext, view: CohortView, rest: str) -> Iterator[Button]:
    """Yield the way to do it, and back to who looks after it.

    The press is about this team: where somebody came or went since, the number is another's.
    """
    words, which = turn.content.words, view.cohort.id
    if number := _other(turn, view, rest):
        yield does(words.ending.unseat_yes, f"cohort:unseat.{number}.{view.team}")
    yield to(words.coordinator_buttons.coordinators, f"{which}.who")


def _other(turn: TurnContext, view: CohortView, rest: str) -> int | None:
    """Return the place of another coordinator, None where it is nobody's or their own."""
    chats = {str(number): chat for number, chat in enumerate(view.coordinators, 1)}
    return int(rest) if chats.get(rest, turn.conversation.id) != turn.conversation.id else None


def unseat(turn: TurnContext, view: CohortView, rest: str) -> None:
    """Let another coordinator look after it no more."""
    turn.conversation.open_page = f"{PAGE}.{view.cohort.id}.who"
    number = int(rest.partition(".")[0])
    if carry_out(turn, remove_coordinator(view, number, turn.conversation.id, turn.now)):
        turn.say(turn.content.words.ending.unseated, number=number)


def show_closed(turn: TurnContext) -> None:
    """Show which cohorts were closed."""
    turn.say(turn.content.words.ending.list_closed)


def closed_buttons(turn: TurnContext) -> Iterator[Button]:
    """Yield each closed cohort."""
    yield from (to(each.name, each.id) for each in turn.access.closed)


def closed_home_buttons(turn: TurnContext, view: CohortView) -> Iterator[Button]:
    """Yield what can still be done with a closed cohort."""
    words, which = turn.content.words, view.cohort.id
    yield to(words.coordinator_buttons.progress, f"{which}.prog")
    if view.sent:
        yield to(words.coordinator_buttons.reports, f"{which}.rep")
    yield to(words.coordinator_buttons.audit, f"{which}.aud")
    yield does(words.ending.reopen, "cohort:reopen")
    if not view.members:
        yield to(words.ending.delete, f"{which}.del")
    yield to(words.coordinator_buttons.all, "")
