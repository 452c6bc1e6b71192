"""Facts that a turn may know beside its own conversation, read from the store for this turn alone.

Who somebody is stands here and nowhere else: not in what a button carries, and not in a
conversation. ``view`` is there only for who looks after that cohort at this moment, so a cohort
that is somebody else's and one that does not exist look the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.cohort import Cohort
from bot.domain.cohort_view import CohortView
from bot.domain.commands import Invite
from bot.domain.crossing import NO_WAYS, WaysIn
from bot.domain.invitations import Invitation
from bot.domain.saved_words import SavedWords
from bot.domain.sharing import Sharing


@dataclass(frozen=True, slots=True)
class Membership:
    """A cohort that a learner is in, and the name they let be seen, "" for none.

    ``coordinators`` are the conversations of those who look after it: no learner sees them.
    """

    cohort: Cohort
    number: int
    name: str
    coordinators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Access:
    """All of it. ``random_tokens`` have 128 bits, in hexadecimal.

    ``other`` is a second cohort of theirs that is compared with the first, ``saved_words`` what
    they kept to use again, the newest first.

    ``invited_view`` is the cohort that an invitation lets them look after, for when they agree.

    ``closed`` are those of theirs that were closed, which ``coordinates`` leaves out; ``alone`` the
    ids of those after which nobody else looks.

    ``invitation_address`` is where an invitation leads in the channel that has links, with
    ``{token}`` in it; "" where no channel has any.
    ``rings`` is False where a reminder is only shown to who looks.
    ``guesses`` counts the wrong codes of the last hour: of this chat, and of everybody.
    ``crossing`` is the conversation that the token leads into, "" for none; ``page_address`` where
    the page in the browser is, "" where there is none; ``ways_in`` only where asked for.

    ``sharings`` are their own, the oldest first and without texts; ``to_read`` those with texts
    that they may read as a coordinator.
    """

    may_create_cohorts: bool = False
    coordinates: tuple[Cohort, ...] = ()
    closed: tuple[Cohort, ...] = ()
    alone: frozenset[str] = frozenset()
    memberships: tuple[Membership, ...] = ()
    view: CohortView | None = None
    other: CohortView | None = None
    saved_words: tuple[SavedWords, ...] = ()
    invitation: Invitation | None = None
    invited_view: CohortView | None = None
    guesses: tuple[int, int] = (0, 0)
    random_tokens: tuple[str, ...] = ()
    invitation_address: str = ""
    crossing: str = ""
    page_address: str = ""
    ways_in: WaysIn = NO_WAYS
    sharings: tuple[Sharing, ...] = ()
    to_read: tuple[Sharing, ...] = ()
    rings: bool = True

    @property
    def is_coordinator(self) -> bool:
        """Return whether they look after a cohort or may make one."""
        return self.may_create_cohorts or bool(self.coordinates or self.closed)

    @property
    def looked_after_alone(self) -> list[Cohort]:
        """Return the cohorts after which nobody looks once this person is forgotten."""
        return [each for each in self.coordinates if each.id in self.alone]

    def address_of(self, token: str) -> str:
        """Return the link of an invitation, "" where no channel has links."""
        return self.invitation_address.replace("{token}", token)

    def seeing(self, view: CohortView) -> Access:
        """Return the same, with a cohort as it is once this turn is kept."""
        mine = (*self.coordinates, *self.closed)
        theirs = {each.id: each for each in mine} | {view.cohort.id: view.cohort}
        return replace(
            self,
            view=view,
            coordinates=tuple(each for each in theirs.values() if not each.closed_at),
            closed=tuple(each for each in theirs.values() if each.closed_at),
        )

    def sharing(self, key: str) -> Sharing | None:
        """Return a sharing of theirs by its key, None for none."""
        return next((each for each in self.sharings if each.key == key), None)

    def having_shared(self, changed: Sharing) -> Access:
        """Return the same, with a sharing of theirs as it is once this turn is kept."""
        theirs = {each.hash: each for each in self.sharings} | {changed.hash: changed}
        return replace(self, sharings=tuple(theirs.values()))

    def having_to_read(self, changed: Sharing) -> Access:
        """Return the same, with what they may read as it is once this turn is kept."""
        found = (changed if each.hash == changed.hash else each for each in self.to_read)
        return replace(self, to_read=tuple(found))

    def without(self, cohort_id: str) -> Access:
        """The same, when a cohort is no longer theirs to look after once this turn is kept."""
        rest = tuple(each for each in self.coordinates if each.id != cohort_id)
        closed = tuple(each for each in self.closed if each.id != cohort_id)
        return replace(self, view=None, coordinates=rest, closed=closed)

    def membership(self, cohort_id: str) -> Membership | None:
        """Their membership of a cohort, None where they are not in it."""
        return next((each for each in self.memberships if each.cohort.id == cohort_id), None)

    def having_left(self, cohort_id: str) -> Access:
        """Return the same, when they are in a cohort no more once this turn is kept."""
        rest = tuple(each for each in self.memberships if each.cohort.id != cohort_id)
        return replace(self, memberships=rest)

    def nameless(self, cohort_id: str) -> Access:
        """Return the same, when a cohort sees a number of them once this turn is kept."""
        hidden = (
            replace(each, name="") if each.cohort.id == cohort_id else each
            for each in self.memberships
        )
        return replace(self, memberships=tuple(hidden))


NO_ACCESS = Access()


@dataclass(frozen=True, slots=True)
class AccessQuery:
    """The subject of an event, so that only that is read: a cohort's id, a token's hash."""

    cohort: str = ""
    token_hash: str = ""
    code: bool = False
    """Whether the token is a code that was typed: a link's token is none, nor the other way."""
    other: str = ""
    """The id of a second cohort that is compared with it."""
    only: bool = False
    """Whether the cohort is meant that is the only one they look after, where there is one."""
    guesser: str = ""
    """Under what their wrong codes are counted."""
    doors: bool = False
    """Whether it is about the ways into their conversation."""


@dataclass(frozen=True, slots=True)
class AccessFacts:
    """Facts that a store has read of somebody, before it is decided which are theirs.

    ``looks_after`` are ids of cohorts, with "" for who may make them, ``alone`` those of them after
    which nobody else looks. ``invited`` is the invitation
    whose token was sent, used up or not, with its cohort; ``crossing`` the conversation behind a
    door that it opens now. ``view``, ``address`` and ``saved_words`` read what only those get who
    look after a cohort, ``to_read`` too; ``page_address`` and ``sharings`` are asked for with every
    event, ``ways_in`` where it is about them. ``who`` they are is a conversation.
    """

    looks_after: tuple[str, ...]
    alone: tuple[str, ...]
    cohorts: tuple[Cohort, ...]
    memberships: tuple[Membership, ...]
    invited: tuple[Invite, Cohort | None] | None
    guesses: tuple[int, int]
    view: Callable[[str], CohortView | None]
    address: Callable[[], str]
    saved_words: Callable[[], tuple[SavedWords, ...]]
    crossing: str = ""
    page_address: str = ""
    ways_in: Callable[[], WaysIn] = WaysIn
    who: str = ""
    sharings: tuple[Sharing, ...] = ()
    to_read: Callable[[], tuple[Sharing, ...]] = tuple


def access_of(facts: AccessFacts, query: AccessQuery, now: datetime) -> Access:
    """Return what of the facts is somebody's to see, for what an event is about."""
    invitation = None
    if facts.invited:
        invite, cohort = facts.invited
        is_open = invite.uses > 0 and invite.expires_at > now and invite.code == query.code
        if is_open and (cohort or not invite.cohort):  # one to a cohort that is gone is none
            invitation = Invitation(invite.token_hash, invite.role, cohort, invite.made_by)
    to_seat = _to_look_after(invitation)
    opened = tuple(each for each in facts.cohorts if not each.closed_at)
    only = opened[0].id if query.only and len(opened) == 1 else ""
    wanted = query.cohort or only
    return Access(
        may_create_cohorts="" in facts.looks_after,
        coordinates=opened,
        closed=tuple(each for each in facts.cohorts if each.closed_at),
        alone=frozenset(facts.alone),
        memberships=facts.memberships,
        view=facts.view(wanted) if wanted in facts.looks_after else None,
        other=facts.view(query.other) if query.other in facts.looks_after else None,
        saved_words=facts.saved_words() if facts.looks_after else (),
        invitation=invitation,
        invited_view=facts.view(to_seat) if to_seat else None,
        guesses=facts.guesses if query.token_hash else (0, 0),
        invitation_address=facts.address() if facts.looks_after else "",
        crossing=facts.crossing,
        page_address=facts.page_address,
        ways_in=facts.ways_in() if query.doors else NO_WAYS,
        sharings=facts.sharings,
        to_read=_to_read(facts, now) if facts.looks_after else (),
    )


def _to_read(facts: AccessFacts, now: datetime) -> tuple[Sharing, ...]:
    """Return what they may read: of a cohort that they look after, unless another opened it."""
    return tuple(
        each
        for each in facts.to_read()
        if each.cohort in facts.looks_after and each.is_open(now) and each.reader in ("", facts.who)
    )


def _to_look_after(invitation: Invitation | None) -> str:
    """Return the id of the cohort that an invitation lets somebody look after, "" for none."""
    is_seat = invitation is not None and invitation.role != "learner"
    return invitation.cohort.id if invitation and is_seat and invitation.cohort else ""
