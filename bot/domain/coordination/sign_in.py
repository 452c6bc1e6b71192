"""Letting a coordinator into their pages in a browser."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import Access
from bot.domain.cohort_view import CohortView
from bot.domain.commands import (
    Audit,
)
from bot.domain.coordination.outcome import Done, Refused
from bot.domain.crossing import GOOD_FOR, link_to_groups
from bot.domain.door_commands import OpenDoor
from bot.domain.invitations import hashed


@dataclass(frozen=True, slots=True)
class SignIn:
    """A link that opens a coordinator's pages: once, for a few minutes, after a press."""

    link: str
    number: int


def sign_in(view: CohortView, number: int, access: Access, now: datetime) -> Done[SignIn] | Refused:
    """Make such a link for one coordinator, by their place among those of a cohort, from 1 on.

    It opens the conversation of that coordinator, for who looks after a cohort is one. All who look
    after the cohort can see that it was made.
    """
    if not 0 < number <= len(view.coordinators):
        return Refused("no_such_person")
    if not access.page_address:
        return Refused("no_page")
    whose, token = view.coordinators[number - 1], access.random_tokens[0]
    commands = (
        OpenDoor((hashed(token),), now + GOOD_FOR, whose),
        Audit(view.cohort.id, "signed_in", str(number)),
    )
    return Done(commands, view, SignIn(link_to_groups(access.page_address, token), number))
