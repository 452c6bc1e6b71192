"""Who comes into a cohort, and who looks after it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.access import Access
from bot.domain.cohort_view import CohortView
from bot.domain.commands import Audit, ExpectAlone, Invite, RemoveCoordinator
from bot.domain.coordination.checks import over_problem
from bot.domain.coordination.outcome import Done, Refused
from bot.domain.invitations import INVITATION_DAYS, LinkInUse, Role, hashed, link_id, new_code
from bot.domain.local_time import DAY, at_local

INVITATION_USES = (1, 30, 500)
"""How many people one invitation may be for."""

COORDINATOR_DAYS = timedelta(days=7)
"""For how long a link to become a coordinator can be used."""


@dataclass(frozen=True, slots=True)
class Invited:
    """A new invitation. ``link`` and ``code`` are told once and kept nowhere."""

    link: str
    code: str
    uses: int
    until: datetime


@dataclass(frozen=True, slots=True)
class CoordinatorLink:
    """A new link to become a coordinator, "" where no channel has an address; and its token."""

    link: str
    token: str
    until: datetime


def invite(view: CohortView, uses: int, access: Access, now: datetime) -> Done[Invited] | Refused:
    """Invite learners by a link and a typed code, both from random tokens of ``access``."""
    cohort = view.cohort
    if over := over_problem(cohort, now):
        return Refused(over)
    if uses not in INVITATION_USES:
        return Refused("bad_uses")
    token, code = access.random_tokens[0], new_code(bytes.fromhex(access.random_tokens[1]))
    link = access.address_of(token)
    if not link:
        return Refused("no_address")
    until = min(now + INVITATION_DAYS, at_local(cohort.zone, cohort.ends_on + DAY, "00:00"))
    commands = (
        Invite(hashed(token), "learner", cohort.id, until, uses, link=link_id(token)),
        Invite(hashed(code), "learner", cohort.id, until, uses, code=True, link=link_id(token)),
        Audit(cohort.id, "invited", str(uses)),
    )
    made = LinkInUse(link_id(token), "learner", uses, uses, until, now)
    after = replace(view, links=(*view.links, made))
    return Done(commands, after, Invited(link, code, uses, until))


def invite_coordinator(
    view: CohortView | None,
    access: Access,
    now: datetime,
    valid_for: timedelta = COORDINATOR_DAYS,
    role: Role = "coordinator",
) -> Done[CoordinatorLink] | Refused:
    """Make a link for one more coordinator, once; without a cohort, for one who may make some.

    A *successor* comes in the place of who makes the link: of all, where the operator makes it.
    """
    if view and view.cohort.closed_at:
        return Refused("is_closed")
    where, token, until = view.cohort.id if view else "", access.random_tokens[0], now + valid_for
    what = "invited_successor" if role == "successor" else "invited_coordinator"
    noted = (Audit(where, what),) if view else ()
    invited = Invite(hashed(token), role, where, until, 1, link=link_id(token))
    made = LinkInUse(link_id(token), role, 1, 1, until, now)
    after = replace(view, links=(*view.links, made)) if view else None
    return Done((invited, *noted), after, CoordinatorLink(access.address_of(token), token, until))


def leave_team(view: CohortView, by: str) -> Done[None] | Refused:
    """Look after a cohort no more, where somebody else still does."""
    if set(view.coordinators) <= {by}:
        return Refused("last_coordinator")
    commands = (
        ExpectAlone(view.cohort.id, by, is_alone=False),
        RemoveCoordinator(view.cohort.id, by),
        Audit(view.cohort.id, "unseated"),
    )
    return Done(commands, None, None)
