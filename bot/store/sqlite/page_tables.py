"""The tables of the page, by numbered steps like all others."""

from __future__ import annotations

from sqlite_utils import Database

from bot.store.sqlite.cohort_tables import migrations

__all__ = ["migrations"]


@migrations()
def m080_page(db: Database) -> None:
    """Lines that stay are looked for by whose they are."""
    db.table("outbox").create_index(["chat_id", "state"])


@migrations()
def m081_ways_back(db: Database) -> None:
    """How somebody comes back from another browser: hashes of a link and of six words."""
    db.table("ways_back").create(
        {"hash": str, "conversation": str, "at": str},
        pk="hash",
        not_null={"conversation", "at"},
        strict=True,
    )
    db.table("ways_back").create_index(["conversation"])


@migrations()
def m082_crossings(db: Database) -> None:
    """Links and codes by which somebody goes on elsewhere: hashes, good for a few minutes."""
    db.table("crossings").create(
        {"hash": str, "conversation": str, "until": str},
        pk="hash",
        not_null={"conversation", "until"},
        strict=True,
    )
    db.table("crossings").create_index(["conversation"])
