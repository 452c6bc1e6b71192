"""What a turn means for reminders: how its learner can be reached, and what has lost its point."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.commands import Command, SkipFinished
from bot.domain.progress import Progress
from bot.domain.reminder_preferences import ReminderPreferences
from bot.domain.turn import Turn


@dataclass(frozen=True, slots=True)
class Reach:
    """How a learner can be reached. ``resting`` means that reminders are stopped.

    ``last_at`` is when they last wrote, None where a turn says nothing of it.
    """

    preferences: ReminderPreferences
    resting: bool
    last_at: datetime | None


def reach_after(turn: Turn) -> Reach:
    """Return how the learner of a turn can be reached. A reminder is no word of theirs."""
    after = turn.after
    last_at = None if turn.is_reminder else turn.at
    return Reach(after.preferences, after.stopped or after.distressed, last_at)


def has_moved(kept: tuple[str, str, int] | None, progress: Progress) -> bool:
    """Return whether somebody is elsewhere than at the kept (step, status, own words)."""
    return kept != (progress.step, progress.status, progress.own_words)


def lapsed(turn: Turn) -> tuple[Command, ...]:
    """Return the commands that end what has lost its point by a turn.

    Who has sent the statement needs no reminder to go on.
    """
    progress = turn.progress
    if progress is None or progress.status != "submitted" or turn.is_reminder:
        return ()
    return (SkipFinished(progress.dialogue),)
