"""Tables and columns that planned reminders have gained, by steps that go on from
``invitation_tables.py``."""

from __future__ import annotations

from sqlite_utils import Database

from bot.store.sqlite import invitation_tables as before

migrations = before.migrations


@migrations()
def m044_paused(db: Database) -> None:
    """Since when a reminder that was planned rests."""
    db.table("schedules").add_column("paused_at", str)


@migrations()
def m045_went_at(db: Database) -> None:
    """When each reminder went that may have come: what was taken back in time counts for nothing.

    Until now it was noted with the learner, whatever became of it; of their newest it is known.
    """
    db.table("deliveries").add_column("went_at", str)
    db.execute(
        "UPDATE deliveries SET went_at = due_at "
        "WHERE state IN ('queued', 'sending', 'sent', 'unknown')"
    )
    db.execute(
        "UPDATE deliveries SET went_at = r.reminded_at FROM reach r "
        "WHERE r.chat_id = deliveries.chat_id AND r.reminded_at IS NOT NULL AND number = ("
        "SELECT number FROM deliveries d WHERE d.chat_id = r.chat_id AND d.went_at IS NOT NULL "
        "ORDER BY due_at DESC LIMIT 1)"
    )
    for column in ("reminded_at", "own_reminded_at"):
        db.execute(f"ALTER TABLE reach DROP COLUMN {column}")
