"""The first page of a cohort: what is done each week. What is rare stands one press further.

Page below a cohort: ``more``.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.cohort import SMALL
from bot.domain.cohort_view import CohortView
from bot.domain.offers import Button
from bot.engine.context import TurnContext
from bot.engine.dates import day
from bot.engine.wording import counted
from bot.flows.coordinator import planned
from bot.flows.coordinator.left_forms import resume_buttons
from bot.flows.coordinator.routes import TO_READ, to


def show_home(turn: TurnContext, view: CohortView) -> None:
    """Show what a cohort is, and how many are in it."""
    words, each = turn.content.words.coordinator, view.cohort
    if each.closed_at:
        on = day(each.today(each.closed_at))
        turn.say(turn.content.words.ending.closed_home, cohort=each.name, date=on)
        return
    dialogue = turn.content.dialogues.get(each.dialogue)
    facts = {
        "cohort": each.name,
        "dialogue": dialogue.title if dialogue else each.dialogue,
        "ends": day(each.ends_on),
        "zone": each.zone,
        "people": counted(turn.content.words, words.people, len(view.here)),
    }
    finished = sum(member.status == "submitted" for member in view.here)
    turn.say(words.home_small if len(view.here) < SMALL else words.home, finished=finished, **facts)


def home_buttons(turn: TurnContext, view: CohortView) -> Iterator[Button]:
    """Yield what was left half done, what is done each week, and the way to the rest."""
    words, which, mine = turn.content.words, view.cohort.id, turn.access
    said = words.coordinator_buttons
    yield from resume_buttons(turn, which)
    if len(mine.coordinates) == 1:  # it opens at once: nobody passes the list
        yield from resume_buttons(turn, "")
    yield to(said.invite, f"{which}.inv")
    yield to(said.progress, f"{which}.prog")
    yield to(said.remind, f"{which}.rem")
    if any(each.cohort == which for each in mine.to_read):
        yield to(words.sharing.reader.label, f"{which}.{TO_READ}")
    if view.sent:
        yield to(said.reports, f"{which}.rep")
    if planned.coming(view, turn.now):
        yield to(words.coordinator_pages.what_is_planned, f"{which}.plan")
    yield to(words.coordinator_pages.more, f"{which}.more")
    if len(mine.coordinates) > 1 or mine.may_create_cohorts or mine.closed:
        yield to(said.all, "")


def show_more(turn: TurnContext, view: CohortView, _: str = "") -> None:
    """Say what else there is."""
    turn.say(turn.content.words.coordinator_pages.more_here, cohort=view.cohort.name)


def more_buttons(turn: TurnContext, view: CohortView, _: str = "") -> Iterator[Button]:
    """Yield what is rare: what goes by itself, changes, who looks after it, what was done."""
    words, which = turn.content.words.coordinator_buttons, view.cohort.id
    yield to(words.nudges, f"{which}.nud")
    yield to(words.change, f"{which}.set")
    yield to(words.coordinators, f"{which}.who")
    yield to(words.audit, f"{which}.aud")
