"""What the rooms of the store share: one connection, and commits that turns have in common."""

from __future__ import annotations

from bot.store.sqlite.columns import Execute
from bot.store.sqlite.group_commit import Commits


class Room:
    """A part of the store on its connection."""

    _execute: Execute
    _commits: Commits
    _last_number: int
    """The highest number that a row of the outbox has had."""
