"""The outcome of a use case: it is done, or refused for a reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from bot.domain.cohort_view import CohortView
from bot.domain.commands import Command

OPERATOR = "operator"
"""Who does what is done on the server. They look after every cohort and are listed in none."""

Reason = Literal[
    "not_yours",
    "bad_name",
    "bad_dialogue",
    "bad_date",
    "bad_zone",
    "bad_uses",
    "bad_days",
    "bad_nudge_time",
    "has_identifier",
    "too_long",
    "over",
    "is_closed",
    "small",
    "no_address",
    "no_page",
    "last_coordinator",
    "never",
    "unknown_reminder",
    "already_cancelled",
    "nothing_unknown",
    "nothing_missed",
    "no_words",
    "too_many_saved",
    "no_such_person",
    "has_people",
    "closed_already",
    "unknown_link",
    "gone_out",
    "needs_time",
    "reaches_nobody",
    "not_weekly",
]
"""Why something is not done; each has its sentence under ``refusals``."""

Facts = TypeVar("Facts")


@dataclass(frozen=True, slots=True)
class Refused:
    """It is not done, and nothing changes."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class Done(Generic[Facts]):
    """Commands for the store, the cohort as it is then, and facts to say of it.

    ``view_after`` is None where there is no cohort, or it is no longer theirs to see.
    """

    commands: tuple[Command, ...]
    view_after: CohortView | None
    facts: Facts
