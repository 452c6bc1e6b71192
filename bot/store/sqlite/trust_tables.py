"""Tables by which an operator answers for the data, by steps that go on from ``page_tables.py``."""

from __future__ import annotations

from sqlite_utils import Database

from bot.store.sqlite import page_tables as before

migrations = before.migrations


@migrations()
def m090_erased(db: Database) -> None:
    """Hashes of what was deleted, so that an old backup does not bring it back."""
    db.table("erased").create(
        {"hash": str, "at": str}, pk=("hash", "at"), not_null={"hash", "at"}, strict=True
    )


@migrations()
def m091_operations(db: Database) -> None:
    """Add the list of what an operator did for, or with the words of, one person."""
    columns = {"at": str, "what": str, "about": str, "by": str}
    db.table("operations").create(
        {"number": int, **columns}, pk="number", not_null=set(columns), strict=True
    )


@migrations()
def m092_since(db: Database) -> None:
    """Since when a message waits to leave."""
    db.table("outbox").add_column("at", str, not_null_default="")


@migrations()
def m093_inbox(db: Database) -> None:
    """Add the inbox: events that came faster than they can be handled beside others."""
    columns = {"channel": str, "address": str, "body": str}
    db.table("inbox").create(
        {"number": int, **columns}, pk="number", not_null=set(columns), strict=True
    )
    db.table("inbox").create_index(["channel", "address"])
