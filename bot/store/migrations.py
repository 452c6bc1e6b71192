"""The tables, by numbered steps. A step that has shipped never changes; the next one mends it.

Tables are STRICT and made here only: elsewhere a misspelt name would make a new table.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from bot.store.tables import (
    BLOCKED,
    CONVERSATIONS,
    MESSAGES,
    NOTES,
    OUTBOX,
    PUT_ASIDE,
    SEEN,
)

migrations = Migrations("coach")


@migrations()
def m001_conversations(db: Database) -> None:
    """Conversations without their messages; messages as typed; the keys of handled events."""
    db.table(CONVERSATIONS).create(
        {"chat_id": str, "state": str},
        pk="chat_id",
        not_null={"state"},
        strict=True,
    )
    db.table(MESSAGES).create(
        {
            "chat_id": str,
            "number": int,
            "attempt": int,
            "step": str,
            "text": str,
            "at": str,
            "source": str,
            "aside": int,
            "edited_at": str,
        },
        pk=("chat_id", "number"),
        not_null={"attempt", "step", "text", "at", "source", "aside"},
        foreign_keys=[("chat_id", CONVERSATIONS, "chat_id")],
        strict=True,
    )
    db.table(SEEN).create({"key": str, "at": str}, pk="key", not_null={"at"}, strict=True)


@migrations()
def m002_telegram(db: Database) -> None:
    """What a channel that can fail needs: the outbox, blocked chats, events put aside, notes."""
    db.table(MESSAGES).add_column("joint", str)
    db.table(OUTBOX).create(
        {
            "number": int,
            "chat_id": str,
            "kind": str,
            "method": str,
            "params": str,
            "receipt": int,
            "waits": int,
            "state": str,
            "error": str,
        },
        pk="number",
        not_null={"chat_id", "kind", "method", "params", "receipt", "waits", "state"},
        strict=True,
    )
    db.table(BLOCKED).create({"chat_id": str, "at": str}, pk="chat_id", strict=True)
    db.table(PUT_ASIDE).create({"key": str, "error": str, "at": str}, pk="key", strict=True)
    db.table(NOTES).create({"name": str, "value": str}, pk="name", strict=True)


@migrations()
def m003_parts(db: Database) -> None:
    """What a learner left out of a message, and the message that one is a part of."""
    db.table(MESSAGES).add_column("cuts", str, not_null_default="[]")
    db.table(MESSAGES).add_column("origin", int, not_null_default=0)
