"""Who was deleted, as hashes: a backup that is older must not bring them back."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.cohort import Cohort
from bot.domain.fingerprints import erased_as
from bot.store.sqlite import conversations, forgetting
from bot.store.sqlite.columns import Execute, stamp

KEEP = timedelta(days=400)
"""How long a hash is kept: longer than any backup should be."""

Erasure = tuple[str, str]
"""A hash, and when."""

_FORGET_OLD = "DELETE FROM erased WHERE at < ?"

_ALL = "SELECT hash, at FROM erased"

_PEOPLE = "SELECT chat_id FROM conversations UNION SELECT chat_id FROM members"


def note(execute: Execute, conversation: str, at: datetime) -> None:
    """Note that a conversation was deleted."""
    execute(conversations.NOTE_ERASED, (erased_as(conversation), stamp(at)))


def forget_old(execute: Execute, at: datetime) -> None:
    """Forget hashes that no backup can need any more."""
    execute(_FORGET_OLD, (stamp(at - KEEP),))


def erasures(execute: Execute) -> set[Erasure]:
    """Return all that are noted."""
    return {(kind, at) for kind, at in execute(_ALL).fetchall()}


def replay(execute: Execute, later: set[Erasure]) -> tuple[int, list[Cohort]]:
    """Delete those of whom ``later`` tells and this database does not.

    Return how many they were, and the cohorts that nobody looks after without them.
    """
    new = later - erasures(execute)
    times = {kind: datetime.fromisoformat(at) for kind, at in new}
    found = [chat for (chat,) in execute(_PEOPLE).fetchall() if erased_as(chat) in times]
    alone = [
        each for chat in found for each in forgetting.forget(execute, chat, times[erased_as(chat)])
    ]
    for each in new:
        execute(conversations.NOTE_ERASED, each)
    return len(found), alone
