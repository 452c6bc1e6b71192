"""A coordinator's reminder: whom, which words, when; the audience explained; then *Send*.

Nothing is sent before *Send*. What is told of people is who gets it and why not: never a word of
theirs. Pages below a cohort: ``rem`` whom it is for · ``one`` which one person · ``look`` the
audience before sending · ``look.wait`` who is meant by one line of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.domain.cohort import SMALL, Member
from bot.domain.cohort_view import CohortView
from bot.domain.coordination.checks import over_problem
from bot.domain.coordination.outcome import Refused
from bot.domain.coordination.planned import preview_draft
from bot.domain.coordination.reminders import (
    ReminderPreview,
    audience_problem,
    reaches_somebody,
    schedule_reminder,
)
from bot.domain.drafts import ReminderDraft
from bot.domain.offers import Button
from bot.engine.context import TurnContext
from bot.flows.coordinator import forms, planning
from bot.flows.coordinator.names import who_of
from bot.flows.coordinator.preview import as_seen, preview_texts, sent_text
from bot.flows.coordinator.reading import read_audience, read_timing
from bot.flows.coordinator.reports import show_reports
from bot.flows.coordinator.routes import PAGE, carry_out, does, say_no, to

A_PAGE = 20
"""People in one list of buttons."""

LINES = (
    ("now", "who_now"),
    ("finished", "who_finished"),
    ("off", "who_off"),
    ("blocked", "who_blocked"),
    ("recent", "who_recent"),
)
"""The lines of an explained audience whose people can be seen, and the names of their labels."""


def show_groups(turn: TurnContext, view: CohortView, _: str = "") -> None:
    """Ask whom it is for."""
    if over := over_problem(view.cohort, turn.now):
        say_no(turn, over)
    else:
        turn.say(turn.content.words.coordinator.whom)


def show_people(turn: TurnContext, _view: CohortView, _: str = "") -> None:
    """Ask which one person it is for."""
    turn.say(turn.content.words.coordinator.which_one)


def begin(turn: TurnContext, view: CohortView, rest: str) -> None:
    """Begin a reminder to a group: ``unfinished``, ``stuck.situation``, ``one.3``."""
    turn.conversation.open_page = f"{PAGE}.{view.cohort.id}.rem"
    group, _, which = rest.partition(".")
    audience = read_audience(group, which)
    if audience is None:
        show_groups(turn, view)
    elif problem := audience_problem(view, audience, turn.now):
        say_no(turn, problem)
    else:
        reminder_id = turn.access.random_tokens[0][:8]
        forms.begin(turn, ReminderDraft(reminder_id, view.cohort.id, audience))


def in_hand(turn: TurnContext, view: CohortView) -> ReminderDraft | None:
    """Return the reminder to this cohort that is whole and waits for *Send*, if there is one."""
    draft = turn.conversation.draft
    mine = isinstance(draft, ReminderDraft) and draft.cohort == view.cohort.id and not draft.asked
    return draft if isinstance(draft, ReminderDraft) and mine else None


def show_preview(turn: TurnContext, view: CohortView, rest: str = "") -> None:
    """The audience before anything is sent, and the reminder as the learner will see it."""
    draft = in_hand(turn, view)
    if draft is None:
        turn.conversation.open_page = f"{PAGE}.{view.cohort.id}.rem"
        show_groups(turn, view)
        return
    found = preview_draft(view, draft, turn.now)
    if isinstance(found, Refused):
        turn.conversation.open_page = f"{PAGE}.{view.cohort.id}.rem"
        say_no(turn, found.reason)
    elif rest and len(view.here) >= SMALL:
        _show_line(turn, view, found, rest)
    else:
        seen, audience = preview_texts(turn.content, view, draft, found)
        turn.tell(seen)
        can_go = reaches_somebody(view, found)
        words = turn.content.words
        asks = words.planning.save_ask if draft.changes else words.coordinator.send_ask
        ask = [turn.fill(asks)] if can_go else []
        other = [] if draft.changes else [turn.fill(words.coordinator_pages.other_time)]
        turn.tell(audience, *ask, *other)


def take_time(turn: TurnContext, view: CohortView, typed: str) -> bool:
    """Let a reminder that waits for *Send* go at another time, where one is typed."""
    draft = in_hand(turn, view)
    if draft is None or draft.changes:
        return False
    timing = read_timing(typed.strip(), turn.now, view.cohort.zone)
    if timing is None:
        return False
    turn.conversation.draft = replace(draft, timing=None if timing == "now" else timing)
    turn.conversation.open_page = f"{PAGE}.{view.cohort.id}.look"
    show_preview(turn, view)
    return True


def _show_line(turn: TurnContext, view: CohortView, found: ReminderPreview, which: str) -> None:
    """Who is meant by one line."""
    people: list[Member]
    if which == "now":
        # Who gets it later is in a quiet time or writes just now, which is theirs to know.
        people = found.audience.going() + [each for each, _ in found.audience.waiting()]
        people.sort(key=lambda each: each.number)
    else:
        people = [member for member, each in found.audience.decisions if each.why == which]
    words = turn.content.words
    names = ", ".join(who_of(words, view, each) for each in people)
    turn.say(words.coordinator.people_are if names else words.coordinator.nobody, people=names)


def send_to_me(turn: TurnContext, view: CohortView, rest: str) -> None:
    """*Send to me first*: the reminder itself, to who wrote it and to nobody else."""
    turn.conversation.open_page = f"{PAGE}.{view.cohort.id}.look"
    draft = in_hand(turn, view)
    found = preview_draft(view, draft, turn.now) if draft and draft.id == rest else None
    if draft is None or found is None or isinstance(found, Refused):
        show_preview(turn, view)
        return
    turn.tell(as_seen(turn.content, view, draft, found))
    _, audience = preview_texts(turn.content, view, draft, found)
    turn.tell(turn.fill(turn.content.words.coordinator_pages.only_you), audience)


def send(turn: TurnContext, view: CohortView, rest: str) -> None:
    """*Send*, once: the schedule with a row for everybody, in the transaction of this turn."""
    turn.conversation.open_page = f"{PAGE}.{view.cohort.id}.rep.{rest}"
    draft = in_hand(turn, view)
    if draft is None or draft.id != rest:
        show_reports(turn, view, rest)
        return
    if draft.changes:
        planning.save(turn, view, draft)
        return
    done = carry_out(turn, schedule_reminder(view, draft, turn.conversation.id, turn.now))
    if done is None:
        turn.conversation.open_page = f"{PAGE}.{view.cohort.id}.rem"
        return
    turn.conversation.draft = None
    if done.commands:
        turn.tell(sent_text(turn.content.words, view, done.facts))
    else:
        show_reports(turn, view, rest)


def group_buttons(turn: TurnContext, view: CohortView, _: str = "") -> Iterator[Button]:
    """Yield a button for each group that can be reminded."""
    said = turn.content.words.coordinator_pages
    for label, group in planning.groups(turn, view):
        yield does(label, f"cohort:remind.{group}")
    yield to(turn.content.words.coordinator_buttons.one_person, f"{view.cohort.id}.one")
    yield does(said.everybody, "cohort:remind.everybody")
    if turn.access.saved_words:
        yield to(said.my_saved_words, f"{view.cohort.id}.tpl")


def people_buttons(turn: TurnContext, view: CohortView, rest: str) -> Iterator[Button]:
    """Yield a button for each person, some at a time."""
    first = int(rest) if rest.isdecimal() and len(rest) < 9 else 0
    for each in view.here[first : first + A_PAGE]:
        yield does(who_of(turn.content.words, view, each), f"cohort:remind.one.{each.number}")
    if first + A_PAGE < len(view.here):
        label = turn.content.words.coordinator_buttons.more
        yield to(label, f"{view.cohort.id}.one.{first + A_PAGE}")


def preview_buttons(turn: TurnContext, view: CohortView, _: str = "") -> Iterator[Button]:
    """Yield *Send* where somebody would get it, and who is meant by each line."""
    words, draft = turn.content.words.coordinator_buttons, in_hand(turn, view)
    if draft is None:
        return
    found = preview_draft(view, draft, turn.now)
    if isinstance(found, Refused) or reaches_somebody(view, found):  # *Send* says why not
        send = turn.content.words.planning.save if draft.changes else words.send
        yield does(send, f"cohort:send.{draft.id}")
        yield does(turn.content.words.coordinator_pages.to_me, f"cohort:to_me.{draft.id}")
    kept = {each.words for each in turn.access.saved_words}
    if draft.words and draft.words not in kept:
        yield does(turn.content.words.coordinator_pages.keep_words, f"cohort:keep.{draft.id}")
    if len(view.here) >= SMALL:  # a line would tell who it is
        for line, label in LINES:
            yield to(getattr(words, label), f"{view.cohort.id}.look.{line}")
