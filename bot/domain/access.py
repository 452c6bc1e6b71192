"""What a turn may know beside its own conversation, read from the store for this turn alone.

Who somebody is stands here and nowhere else: not in what a button carries, and not in a
conversation. ``view`` is there only for who looks after that cohort at this moment, so a cohort
that is somebody else's and one that does not exist look the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.cohort import Cohort
from bot.domain.cohort_view import CohortView
from bot.domain.invitations import Invitation


@dataclass(frozen=True, slots=True)
class Membership:
    """A cohort that a learner is in, and the name they let be seen, "" for none."""

    cohort: Cohort
    number: int
    name: str


@dataclass(frozen=True, slots=True)
class Access:
    """All of it. ``fresh`` are random tokens of 128 bits, ``link`` is the bot's own address.

    ``guesses`` counts the wrong codes of the last hour: of this chat, and of everybody.
    """

    may_create_cohorts: bool = False
    coordinates: tuple[Cohort, ...] = ()
    memberships: tuple[Membership, ...] = ()
    view: CohortView | None = None
    invitation: Invitation | None = None
    guesses: tuple[int, int] = (0, 0)
    random_tokens: tuple[str, ...] = ()
    deep_link: str = ""

    @property
    def is_coordinator(self) -> bool:
        """Whether they look after a cohort or may make one."""
        return self.may_create_cohorts or bool(self.coordinates)


NO_ACCESS = Access()


@dataclass(frozen=True, slots=True)
class AccessQuery:
    """What an event is about, so that only that is read: a cohort's id, a token's hash."""

    cohort: str = ""
    token_hash: str = ""
    code: bool = False
    """Whether the token is a code that was typed: a link's token is none, nor the other way."""
