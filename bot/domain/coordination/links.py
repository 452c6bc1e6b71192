"""The links of a cohort that can still be used, and taking one back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.domain.cohort_view import CohortView
from bot.domain.commands import Audit, Withdraw
from bot.domain.coordination.outcome import Done, Refused
from bot.domain.invitations import LinkInUse


def links_in_use(view: CohortView, now: datetime) -> tuple[LinkInUse, ...]:
    """Return the links that somebody could use now, the oldest first.

    In a cohort that is over, learners' links let nobody in; in one that was closed, none does.
    """
    if view.cohort.closed_at:
        return ()
    over = view.cohort.is_over(now)
    return tuple(
        each for each in view.links if each.until > now and not (over and each.role == "learner")
    )


def link_in_use(view: CohortView, link_id: str, now: datetime) -> LinkInUse | None:
    """Return one of them by its id, None where it cannot be used, or never was."""
    return next((each for each in links_in_use(view, now) if each.id == link_id), None)


def withdraw_right(
    links: Iterable[LinkInUse], link_id: str, now: datetime
) -> Done[LinkInUse] | Refused:
    """Take back one of the links that let somebody make cohorts."""
    link = next((each for each in links if each.id == link_id and each.until > now), None)
    return (
        Done((Withdraw("", link.id, link.left),), None, link) if link else Refused("unknown_link")
    )


def withdraw_link(view: CohortView, link_id: str, now: datetime) -> Done[LinkInUse] | Refused:
    """Take a link back, with its code: nobody can use either any more. Who came by it stays."""
    link = link_in_use(view, link_id, now)
    if link is None:
        return Refused("unknown_link")
    notes = {"learner": "withdrew", "successor": "withdrew_successor"}
    what = notes.get(link.role, "withdrew_coordinator")
    commands = (
        Withdraw(view.cohort.id, link.id, link.left),
        Audit(view.cohort.id, what, str(link.left)),
    )
    rest = tuple(each for each in view.links if each.id != link.id)
    return Done(commands, replace(view, links=rest), link)
