"""``/cohort``: the desk of a coordinator, as pages beside the questions.

Every page and every deed goes through ``_mine``: the cohort as the store gives it to who looks
after it at this moment. A cohort that is somebody else's and one that does not exist are refused
in the same words, whatever a button carries. No page holds a word that a learner wrote, other than
a name that they chose to show.

Pages: ``co`` the list · ``co.new`` · ``co.ID`` a cohort · ``co.ID.prog`` and the like, below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.domain.cohort import SMALL
from bot.domain.cohort_view import CohortView
from bot.domain.offers import Button
from bot.engine.context import TurnContext
from bot.engine.dates import day
from bot.engine.wording import counted
from bot.flows.coordinator import forms, progress, reminder
from bot.flows.coordinator.audit import show_audit
from bot.flows.coordinator.invitations import invite_buttons, show_invite
from bot.flows.coordinator.routes import PAGE, cohort_of, refuse, to
from bot.flows.coordinator.settings import (
    nudge_buttons,
    setting_buttons,
    show_nudges,
    show_settings,
)
from bot.flows.coordinator.team import show_who, who_buttons


def cohort(turn: TurnContext, _: str = "") -> None:
    """``/cohort``: the cohorts that somebody looks after."""
    show(turn, PAGE)


def show(turn: TurnContext, name: str) -> None:
    """A page of the desk, after the deed that it stands for."""
    which = cohort_of(name)
    what, _, rest = name.removeprefix(f"{PAGE}.{which}").removeprefix(".").partition(".")
    turn.conversation.open_page = name.rstrip(".")
    if not turn.access.is_coordinator or (which == "new" and not turn.access.may_create_cohorts):
        refuse(turn)
    elif which == "new":
        forms.begin(turn, "cohort", "")
    elif not which:
        _show_list(turn)
    elif (view := turn.access.view) is None or view.cohort.id != which:
        refuse(turn)
    elif what in reminder.PAGES:
        reminder.show(turn, view, what, rest)
    else:
        _PAGES.get(what, _show_home)(turn, view, rest)


def buttons(turn: TurnContext, name: str) -> Iterator[Button]:
    """The ways on from the open page."""
    page, view = name, turn.access.view
    which = cohort_of(page)
    what, _, rest = page.removeprefix(f"{PAGE}.{which}").removeprefix(".").partition(".")
    words = turn.content.words.coordinator_buttons
    if not which:
        yield from (to(each.name, each.id) for each in turn.access.coordinates)
        if turn.access.may_create_cohorts:
            yield to(words.new, "new")
        return
    if view is None or view.cohort.id != which:
        return
    if what in reminder.PAGES:
        yield from reminder.buttons(turn, view, what, rest)
    elif what in _BUTTONS:
        yield from _BUTTONS[what](turn, view)
    else:
        yield from _home_buttons(turn, view)
        return
    yield to(words.home, which)


def _show_list(turn: TurnContext) -> None:
    words = turn.content.words.coordinator
    turn.say(words.list if turn.access.coordinates else words.list_empty)


def _show_home(turn: TurnContext, view: CohortView, _: str = "") -> None:
    words, each = turn.content.words.coordinator, view.cohort
    turn.conversation.open_page = f"{PAGE}.{each.id}"
    dialogue = turn.content.dialogues.get(each.dialogue)
    finished = sum(member.is_finished for member in view.here)
    facts = {
        "cohort": each.name,
        "dialogue": dialogue.title if dialogue else each.dialogue,
        "ends": day(each.ends_on),
        "zone": each.zone,
        "people": counted(turn.content.words, words.people, len(view.here)),
    }
    if len(view.here) < SMALL:
        turn.say(words.home_small, **facts)
    else:
        turn.say(words.home, finished=finished, **facts)


def _home_buttons(turn: TurnContext, view: CohortView) -> Iterator[Button]:
    words, which = turn.content.words.coordinator_buttons, view.cohort.id
    yield to(words.invite, f"{which}.inv")
    yield to(words.progress, f"{which}.prog")
    yield to(words.remind, f"{which}.rem")
    if view.reports:
        yield to(words.reports, f"{which}.rep")
    yield to(words.nudges, f"{which}.nud")
    yield to(words.change, f"{which}.set")
    yield to(words.coordinators, f"{which}.who")
    yield to(words.audit, f"{which}.aud")
    yield to(words.all, "")


def _progress_buttons(turn: TurnContext, view: CohortView) -> Iterator[Button]:
    yield to(turn.content.words.coordinator_buttons.csv, f"{view.cohort.id}.csv")


_PAGES: dict[str, Callable[[TurnContext, CohortView, str], None]] = {
    "inv": show_invite,
    "prog": progress.show_progress,
    "csv": progress.show_csv,
    "nud": show_nudges,
    "who": show_who,
    "aud": show_audit,
    "set": show_settings,
}

_BUTTONS: dict[str, Callable[[TurnContext, CohortView], Iterator[Button]]] = {
    "inv": invite_buttons,
    "prog": _progress_buttons,
    "csv": _progress_buttons,
    "nud": nudge_buttons,
    "who": who_buttons,
    "aud": lambda _talk, _view: iter(()),
    "set": setting_buttons,
}
