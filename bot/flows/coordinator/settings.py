"""Settings of a cohort: nudges, the last day, the closing word, the contacts."""

from __future__ import annotations

from calendar import day_name
from collections.abc import Iterator
from datetime import datetime
from typing import get_args

from bot.content.words.words import Words
from bot.domain.cohort import SMALL, Cohort
from bot.domain.cohort_view import CohortView
from bot.domain.coordination.clashes import weekly_starves_nudges
from bot.domain.coordination.cohorts import NUDGE_DAYS, nudge_after, nudge_at
from bot.domain.drafts import ChangeDraft, ChangeField
from bot.domain.nudges import NUDGE_TIMES
from bot.domain.offers import Button
from bot.domain.reminders import nudges_of
from bot.engine.context import TurnContext
from bot.engine.dates import day
from bot.engine.wording import Text, fill
from bot.flows.coordinator import forms
from bot.flows.coordinator.routes import PAGE, carry_out, does, to


def show_nudges(turn: TurnContext, view: CohortView, _: str = "") -> None:
    """Show after how many days without a step a learner is reminded, when, and in what words."""
    turn.tell(*nudge_texts(turn.content.words, view, turn.now))


def nudge_texts(words: Words, view: CohortView, now: datetime) -> list[Text]:
    """After how many days a learner is reminded, when, in what words, and how often it was so."""
    cohort, said = view.cohort, words.coordinator
    sent = sum(member.nudges for member in view.members)
    tells = sent and len(view.here) >= SMALL
    nudged = [fill(words, said.nudged, count=sent)] if tells else []
    if not cohort.nudge_days:
        return [fill(words, said.nudges_off), *nudged]
    lines = [fill(words, words.planning.nudges_paused)] if rests(view) else []
    lines += [
        fill(words, said.nudges_on, days=cohort.nudge_days),
        fill(words, said.nudges_at, day=nudge_day(words, cohort), time=cohort.nudge_time),
    ]
    if cohort.nudge_words:
        lines.append(fill(words, said.nudge_words, said=cohort.nudge_words))
    if not rests(view) and weekly_starves_nudges(view, now):
        lines.append(fill(words, said.nudges_starved))
    return [*lines, *nudged]


def rests(view: CohortView) -> bool:
    """Return whether the nudges are paused."""
    nudges = view.report(nudges_of(view.cohort.id))
    return nudges is not None and nudges.schedule.paused_at is not None


def nudge_day(words: Words, cohort: Cohort) -> str:
    """Return the day on which nudges go, in words."""
    if cohort.nudge_weekday is None:
        return words.coordinator_buttons.nudge_weekdays
    return day_name[cohort.nudge_weekday]


def nudge_buttons(turn: TurnContext, view: CohortView, _: str = "") -> Iterator[Button]:
    """Yield a button for each number of days."""
    words = turn.content.words.coordinator_buttons
    for days in NUDGE_DAYS:
        yield does(turn.fill(words.nudge_days, days=days), f"cohort:nudge.{days}")
    yield does(words.nudge_off, "cohort:nudge.0")
    if view.cohort.nudge_days:
        yield to(words.nudge_how, f"{view.cohort.id}.nudwhen")
        said, which = turn.content.words.planning, nudges_of(view.cohort.id)
        is_resting = rests(view)
        yield (
            does(said.nudges_go_on, f"cohort:goon.{which}")
            if is_resting
            else does(said.nudges_pause, f"cohort:pause.{which}")
        )
    if view.report(nudges_of(view.cohort.id)):
        yield to(words.nudge_report, f"{view.cohort.id}.rep.{nudges_of(view.cohort.id)}")


def nudge(turn: TurnContext, view: CohortView, rest: str) -> None:
    """Remind by itself after so many days, or not at all."""
    turn.conversation.open_page = f"{PAGE}.{view.cohort.id}.nud"
    done = carry_out(turn, nudge_after(view, int(rest), turn.conversation.id, turn.now))
    if done and done.view_after:
        show_nudges(turn, done.view_after)


def nudge_how_buttons(turn: TurnContext, view: CohortView, _: str = "") -> Iterator[Button]:
    """Yield the ways to another day, another hour and other words."""
    words, which = turn.content.words.coordinator_buttons, view.cohort.id
    yield to(words.nudge_day, f"{which}.nudday")
    yield to(words.nudge_hour, f"{which}.nudhour")
    yield does(words.nudge_words, "cohort:change.nudge_words")


def nudge_day_buttons(turn: TurnContext, _view: CohortView, _: str = "") -> Iterator[Button]:
    """Yield a button for each day."""
    yield does(turn.content.words.coordinator_buttons.nudge_weekdays, "cohort:nudgeday.all")
    for number, name in enumerate(day_name):
        yield does(name, f"cohort:nudgeday.{number}")


def nudge_hour_buttons(_turn: TurnContext, _view: CohortView, _: str = "") -> Iterator[Button]:
    """Yield a button for each hour."""
    for time in NUDGE_TIMES:
        yield does(time, f"cohort:nudgehour.{time}")


def set_nudge_day(turn: TurnContext, view: CohortView, rest: str) -> None:
    """Let nudges go on this day."""
    at = None if rest == "all" else int(rest)
    _nudge_at(turn, view, at, view.cohort.nudge_time)


def set_nudge_hour(turn: TurnContext, view: CohortView, rest: str) -> None:
    """Let nudges go from this hour on."""
    _nudge_at(turn, view, view.cohort.nudge_weekday, rest)


def _nudge_at(turn: TurnContext, view: CohortView, weekday: int | None, time: str) -> None:
    turn.conversation.open_page = f"{PAGE}.{view.cohort.id}.nud"
    done = carry_out(turn, nudge_at(view, weekday, time))
    if done and done.view_after:
        show_nudges(turn, done.view_after)


def show_settings(turn: TurnContext, view: CohortView, _: str = "") -> None:
    """Show what can be changed."""
    turn.say(turn.content.words.coordinator.settings, ends=day(view.cohort.ends_on))


def setting_buttons(turn: TurnContext, view: CohortView, _: str = "") -> Iterator[Button]:
    """Yield a button for each thing that can be changed."""
    words, which = turn.content.words, view.cohort.id
    yield from _change(words.coordinator_buttons.set_name, "new_name")
    yield from _change(words.coordinator_buttons.set_ends_on, "ends_on")
    yield to(words.coordinator_pages.what_they_read, f"{which}.told")
    yield to(words.ending.close, f"{which}.end")
    if not view.members:
        yield to(words.ending.delete, f"{which}.del")


def show_told(turn: TurnContext, view: CohortView, _: str = "") -> None:
    """Show what learners of the cohort read beside the questions."""
    words, each = turn.content.words.coordinator, view.cohort
    turn.say(
        words.told,
        closing=each.closing or words.none,
        safeguarding=each.safeguarding or words.none,
        contact=each.contact or words.none,
    )


def told_buttons(turn: TurnContext, _view: CohortView, _: str = "") -> Iterator[Button]:
    """Yield a button for each of that."""
    words = turn.content.words
    yield from _change(words.coordinator_buttons.set_closing, "closing")
    yield from _change(words.coordinator_buttons.set_safeguarding, "safeguarding")
    yield from _change(words.people.set_contact, "contact")


def _change(label: str, what: ChangeField) -> Iterator[Button]:
    yield does(label, f"cohort:change.{what}")


def change(turn: TurnContext, view: CohortView, rest: str) -> None:
    """Ask for another value of one thing."""
    asked: ChangeField = next(each for each in get_args(ChangeField) if each == rest)
    forms.begin(turn, ChangeDraft(view.cohort.id, asked=asked))
