"""Figures that a funder asks of a cohort: how many joined, have begun, are ready, have sent it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.cohort import SMALL
from bot.domain.cohort_view import CohortView


@dataclass(frozen=True, slots=True)
class CohortFigures:
    """Counts of people.

    ``invited`` is for how many the links were, less what was withdrawn of them, and never fewer
    than came: not each way in is on record. ``joined`` counts those who have ``left`` too; all that
    come after count only who is here, for how far somebody is who has left is not told. ``ready``
    counts those who have sent it, too. ``badge`` is None where so few have sent it that the number
    would single somebody out.
    """

    invited: int
    joined: int
    left: int
    begun: int
    ready: int
    sent: int
    badge: int | None


_INVITED = {"invited": 1, "withdrew": -1}
"""What lets more people in, and what fewer."""


def figures_of(view: CohortView) -> CohortFigures:
    """Return the figures of a cohort as they are now."""
    here = view.here
    sent = [each for each in here if each.status == "submitted"]
    badges = sum(each.has_badge for each in sent)
    places = sum(
        _INVITED[each.what] * int(each.facts) for each in view.audit if each.what in _INVITED
    )
    return CohortFigures(
        invited=max(places, len(view.members)),
        joined=len(view.members),
        left=view.left,
        begun=sum(each.status != "new" for each in here),
        ready=sum(each.status in ("ready", "submitted") for each in here),
        sent=len(sent),
        badge=badges if len(sent) >= SMALL else None,
    )
