"""``/cohort``: the pages of a coordinator, beside the questions. A page shows and changes nothing.

Every page goes through ``show``: the cohort as the store gives it to who looks after it at this
moment. A cohort that is somebody else's and one that does not exist are refused in the same words,
whatever a button carries. No page holds a word that a learner wrote, other than a name that they
chose to show.

Pages: ``co`` the list · ``co.ID`` a cohort · ``co.ID.prog`` and the like, below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.domain.cohort import SMALL
from bot.domain.cohort_view import CohortView
from bot.domain.offers import Button
from bot.engine.context import TurnContext
from bot.flows.coordinator import (
    answers,
    at_page,
    comparing,
    ending,
    figures,
    home,
    last_day,
    links,
    people,
    people_list,
    planned,
    planning,
    progress,
    recipients,
    reminder,
    reports,
    saved_words,
    skills,
    weeks,
)
from bot.flows.coordinator.audit import show_audit
from bot.flows.coordinator.invitations import invite_buttons, show_invite
from bot.flows.coordinator.left_forms import resume_buttons
from bot.flows.coordinator.routes import PAGE, TO_READ, cohort_of, does, is_page, refuse, to
from bot.flows.coordinator.settings import (
    nudge_buttons,
    nudge_day_buttons,
    nudge_hour_buttons,
    nudge_how_buttons,
    setting_buttons,
    show_nudges,
    show_settings,
    show_told,
    told_buttons,
)
from bot.flows.coordinator.team import show_who, who_buttons

Show = Callable[[TurnContext, CohortView, str], None]

Buttons = Callable[[TurnContext, CohortView, str], Iterator[Button]]


def cohort(turn: TurnContext, _: str = "") -> None:
    """``/cohort``: the cohorts that somebody looks after; the only one opens at once."""
    show_first(turn)


def show_first(turn: TurnContext) -> None:
    """The only cohort, or the list of them."""
    view, only = turn.access.view, len(turn.access.coordinates) == 1
    show(turn, f"{PAGE}.{view.cohort.id}" if view and only else PAGE)


def show_help(turn: TurnContext) -> None:
    """A coordinator's help, at the page that was open."""
    at_page.show_help(turn)
    view = turn.access.view
    page = turn.page_before if is_page(turn.page_before) else PAGE
    turn.conversation.open_page = page if view or page == PAGE else PAGE


def show(turn: TurnContext, name: str) -> None:
    """A page of a coordinator."""
    view = turn.access.view
    which, what, rest = _parts(name, view)
    turn.conversation.open_page = name.rstrip(".")
    if turn.access.is_coordinator:
        turn.conversation.reminded = ""  # what is typed from now on is for this page
    if not turn.access.is_coordinator:
        refuse(turn)
    elif which in ("", "new"):  # a button of an earlier build made a new one at once
        turn.conversation.open_page = PAGE
        turn.say(_list_text(turn))
    elif which == comparing.FIRST:
        comparing.show_first_choice(turn)
    elif which == ending.CLOSED:
        ending.show_closed(turn)
    elif view is None or view.cohort.id != which:
        refuse(turn)
    elif what in _PAGES:
        _PAGES[what][0](turn, view, rest)
    else:
        turn.conversation.open_page = f"{PAGE}.{which}"
        home.show_home(turn, view)


def buttons(turn: TurnContext, name: str) -> Iterator[Button]:
    """Yield the ways on from the open page."""
    view, words = turn.access.view, turn.content.words.coordinator_buttons
    which, what, rest = _parts(name, view)
    if not which:
        yield from (to(each.name, each.id) for each in turn.access.coordinates)
        if turn.access.may_create_cohorts:
            yield from resume_buttons(turn, "")
            yield does(words.new, "cohort:new")
        if len(turn.access.coordinates) > 1:
            yield to(turn.content.words.coordinator_pages.compare, comparing.FIRST)
        if turn.access.closed:
            yield to(turn.content.words.ending.closed_groups, ending.CLOSED)
    elif which == ending.CLOSED:
        yield from ending.closed_buttons(turn)
        yield to(words.all, "")
    elif which == comparing.FIRST:
        yield from comparing.first_buttons(turn)
        yield to(words.all, "")
    elif view is None or view.cohort.id != which:
        return
    elif what in _PAGES:
        yield from _PAGES[what][1](turn, view, rest)
        yield to(words.home, which)
    elif view.cohort.closed_at:
        yield from ending.closed_home_buttons(turn, view)
    else:
        yield from home.home_buttons(turn, view)


def _parts(page: str, view: CohortView | None) -> tuple[str, str, str]:
    """Return the id of the cohort, the name of the page, and what it is about.

    Of a closed cohort the pages that would plan, send or change something are its first page.
    """
    which = cohort_of(page)
    what, _, rest = page.removeprefix(f"{PAGE}.{which}").removeprefix(".").partition(".")
    is_closed = view is not None and view.cohort.closed_at is not None
    return (which, "", "") if is_closed and what not in _OF_CLOSED else (which, what, rest)


def _list_text(turn: TurnContext) -> str:
    """Return what stands above the cohorts; where there are none, what can be done instead."""
    words = turn.content.words.coordinator
    if turn.access.coordinates:
        return words.list
    return words.list_empty if turn.access.may_create_cohorts else words.list_closed_only


def _progress_buttons(turn: TurnContext, view: CohortView, _: str) -> Iterator[Button]:
    yield to(turn.content.words.coordinator_buttons.csv, f"{view.cohort.id}.csv")
    yield to(turn.content.words.coordinator_pages.one_by_one, f"{view.cohort.id}.ppl")
    if len(view.here) >= SMALL:
        yield to(turn.content.words.weeks.button, f"{view.cohort.id}.wks")
        yield to(turn.content.words.skills.button, f"{view.cohort.id}.skl")
        yield to(turn.content.words.coordinator_pages.for_funder, f"{view.cohort.id}.fig")


def _report_again(turn: TurnContext, view: CohortView, rest: str) -> Iterator[Button]:
    yield to(turn.content.words.coordinator_buttons.refresh, f"{view.cohort.id}.rep.{rest}")


def _to_progress(turn: TurnContext, view: CohortView, _: str) -> Iterator[Button]:
    yield to(turn.content.words.coordinator_buttons.progress, f"{view.cohort.id}.prog")


def _no_buttons(_turn: TurnContext, _view: CohortView, _: str) -> Iterator[Button]:
    return iter(())


_PAGES: dict[str, tuple[Show, Buttons]] = {
    "more": (home.show_more, home.more_buttons),
    "inv": (show_invite, invite_buttons),
    "lnk": (links.show_links, links.link_buttons),
    "prog": (progress.show_progress, _progress_buttons),
    "csv": (progress.show_csv, _progress_buttons),
    "skl": (skills.show_skills, _to_progress),
    "wks": (weeks.show_weeks, _to_progress),
    "fig": (figures.show_figures, figures.figures_buttons),
    "figcsv": (figures.show_figures_csv, _no_buttons),
    "cmp": (comparing.show_comparison, comparing.comparison_buttons),
    "ppl": (people_list.show_list, people_list.list_buttons),
    "tpl": (saved_words.show_saved, saved_words.saved_buttons),
    "who_is": (people.show_person, people.person_buttons),
    TO_READ: (answers.show_to_read, answers.to_read_buttons),
    "ansq": (answers.show_steps, answers.step_buttons),
    "rem": (reminder.show_groups, reminder.group_buttons),
    "one": (reminder.show_people, reminder.people_buttons),
    "look": (reminder.show_preview, reminder.preview_buttons),
    "rep": (reports.show_reports, reports.report_buttons),
    "rwho": (recipients.show_recipients, _report_again),
    "plan": (planned.show_planned, planned.planned_buttons),
    "pwho": (planning.show_groups, planning.group_buttons),
    "pone": (planning.show_people, planning.people_buttons),
    "ends": (last_day.show_shorter, last_day.shorter_buttons),
    "nud": (show_nudges, nudge_buttons),
    "nudwhen": (show_nudges, nudge_how_buttons),
    "nudday": (show_nudges, nudge_day_buttons),
    "nudhour": (show_nudges, nudge_hour_buttons),
    "who": (show_who, who_buttons),
    "aud": (show_audit, _no_buttons),
    "set": (show_settings, setting_buttons),
    "told": (show_told, told_buttons),
    "end": (ending.show_end, ending.end_buttons),
    "del": (ending.show_delete, ending.delete_buttons),
    "rml": (ending.show_removing, ending.removing_buttons),
    "rmc": (ending.show_unseating, ending.unseating_buttons),
}

_OF_CLOSED = frozenset(
    (
        *("prog", "csv", "wks", "skl", "fig", "figcsv", "cmp", "ppl", "who_is", "rml", "rep"),
        *("rwho", "aud", "del", "lnk", TO_READ, "ansq"),
    )
)
"""The pages of a closed cohort: what there was, and taking something out of it."""
