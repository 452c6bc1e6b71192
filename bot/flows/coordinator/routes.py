"""How a coordinator's pages are named, and the one refusal of what is not theirs."""

from __future__ import annotations

from collections.abc import Iterable

from bot.domain.cohort import Cohort
from bot.domain.offers import Button
from bot.engine.context import TurnContext

PAGE = "co"

OPERATOR = "operator"
"""Who the list of what was done names for what is done on the server."""


def cohort_of(page: str) -> str:
    """The id of the cohort that a page is about, "" for none."""
    head, _, rest = page.partition(".")
    return rest.partition(".")[0] if head == PAGE else ""


def refuse(turn: TurnContext) -> None:
    """The one refusal for everything that is not theirs."""
    turn.conversation.open_page = ""
    turn.say(turn.content.words.coordinator.refused)


def to(label: str, page: str) -> Button:
    """A button that leads to a page of the desk."""
    return Button(label if len(label) <= 40 else f"{label[:39]}…", f"page:{PAGE}.{page}", side=True)


def labelled(coordinates: Iterable[Cohort], typed: str) -> str:
    """The id of the cohort whose button reads like what was typed, "" for none."""
    wanted = typed.strip().casefold()
    return next(
        (each.id for each in coordinates if to(each.name, "").label.casefold() == wanted), ""
    )


def zone_of(turn: TurnContext, cohort_id: str) -> str:
    """The zone of a cohort that they look after."""
    found = (each.zone for each in turn.access.coordinates if each.id == cohort_id)
    return next(found, turn.conversation.preferences.zone)
