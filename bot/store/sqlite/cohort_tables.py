"""Tables and columns that cohorts have gained, by numbered steps that go on from
``planning_tables.py``."""

from __future__ import annotations

from sqlite_utils import Database

from bot.store.sqlite import planning_tables as before

migrations = before.migrations


@migrations()
def m047_closed(db: Database) -> None:
    """When a cohort was closed."""
    db.table("cohorts").add_column("closed_at", str)
