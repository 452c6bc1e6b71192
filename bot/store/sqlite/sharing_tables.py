"""Tables of what is shared with a reader, by steps that go on from ``trust_tables.py``."""

from __future__ import annotations

from sqlite_utils import Database

from bot.store.sqlite import trust_tables as before
from bot.store.sqlite.parts_told import bring_over_parts

migrations = before.migrations


@migrations()
def m094_sharings(db: Database) -> None:
    """Statements that are, or were, shared with one person, and what their readers did."""
    text = ("hash", "conversation", "dialogue", "title", "version", "parts", "cohort", "reader")
    columns = {**dict.fromkeys((*text, "shared_at", "until"), str), "attempt": int}
    db.table("sharings").create(
        {**columns, "ended_at": str}, pk="hash", not_null=set(columns), strict=True
    )
    for column in ("conversation", "cohort"):
        db.table("sharings").create_index([column])
    told = dict.fromkeys(("hash", "at", "what", "step", "words", "name", "role"), str)
    db.table("sharing_acts").create(
        {"number": int, **told}, pk="number", not_null=set(told), strict=True
    )
    db.table("sharing_acts").create_index(["hash"])
    db.execute("CREATE UNIQUE INDEX one_answer ON sharing_acts (hash, what) WHERE what <> 'read'")


@migrations()
def m095_named_practices(db: Database) -> None:
    """The practices that somebody has named, so that a cohort's can be counted.

    Of a conversation of before they are known with its next turn, in which its learner is told.
    """
    db.table("progress").add_column("practices", str, not_null_default="[]")


@migrations()
def m107_parts(db: Database) -> None:
    """Which parts of an account each message tells. Until now its conversation held it."""
    db.table("messages").add_column("parts", str, not_null_default="")
    bring_over_parts(db.execute)
