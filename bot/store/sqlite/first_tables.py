"""The first tables, which the steps of ``migrations.py`` go on from. None of these changes now.

Tables are STRICT and made here only: elsewhere a misspelt name would make a new table.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

migrations = Migrations("coach")


@migrations()
def m001_conversations(db: Database) -> None:
    """Conversations without their messages; messages as typed; the keys of handled events."""
    db.table("conversations").create(
        {"chat_id": str, "state": str},
        pk="chat_id",
        not_null={"state"},
        strict=True,
    )
    db.table("messages").create(
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
        foreign_keys=[("chat_id", "conversations", "chat_id")],
        strict=True,
    )
    db.table("seen").create({"key": str, "at": str}, pk="key", not_null={"at"}, strict=True)


@migrations()
def m002_telegram(db: Database) -> None:
    """Add the tables of a channel that can fail: outbox, blocked chats, events put aside, notes."""
    db.table("messages").add_column("joint", str)
    db.table("outbox").create(
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
    db.table("blocked").create({"chat_id": str, "at": str}, pk="chat_id", strict=True)
    db.table("put_aside").create({"key": str, "error": str, "at": str}, pk="key", strict=True)
    db.table("notes").create({"name": str, "value": str}, pk="name", strict=True)


@migrations()
def m003_parts(db: Database) -> None:
    """Add columns for what a learner left out of a message, and for the message it is a part of."""
    db.table("messages").add_column("cuts", str, not_null_default="[]")
    db.table("messages").add_column("origin", int, not_null_default=0)


@migrations()
def m004_cohorts(db: Database) -> None:
    """Cohorts, who looks after them, who is in them, and invitations by the hash of their token."""
    cohort = {"id": str, "name": str, "dialogue": str, "ends_on": str, "zone": str, "made_at": str}
    more = {"closing": str, "safeguarding": str, "nudge_days": int}
    db.table("cohorts").create(
        {**cohort, **more}, pk="id", not_null={*cohort, *more} - {"id"}, strict=True
    )
    # cohort "" stands for the right to make cohorts.
    db.table("seats").create(
        {"cohort": str, "chat_id": str, "at": str},
        pk=("cohort", "chat_id"),
        not_null={"at"},
        strict=True,
    )
    db.table("seats").create_index(["chat_id"])
    invitation = {"role": str, "cohort": str, "expires_at": str, "uses": int, "code": int}
    db.table("invitations").create(
        {"token_hash": str, **invitation}, pk="token_hash", not_null=set(invitation), strict=True
    )
    db.table("guesses").create(
        {"number": int, "chat_id": str, "at": str},
        pk="number",
        not_null={"chat_id", "at"},
        strict=True,
    )
    db.table("members").create(
        {
            "cohort": str,
            "chat_id": str,
            "number": int,
            "name": str,
            "joined_at": str,
            "left_at": str,
        },
        pk=("cohort", "chat_id"),
        not_null={"number", "name", "joined_at"},
        strict=True,
    )
    db.table("members").create_index(["chat_id"])
    audit = {"cohort": str, "at": str, "chat_id": str, "what": str, "facts": str}
    db.table("audit").create(
        {"number": int, **audit}, pk="number", not_null=set(audit), strict=True
    )
    db.table("audit").create_index(["cohort"])


@migrations()
def m005_reminders(db: Database) -> None:
    """How far everybody is, how to reach them, and who is reminded when: no word of theirs."""
    progress = {"step": str, "status": str, "own_words": int, "progressed_at": str}
    db.table("standings").create(
        {
            "chat_id": str,
            "dialogue": str,
            **progress,
            "finished_at": str,
            "outcome_due": str,
        },
        pk=("chat_id", "dialogue"),
        not_null=set(progress),
        strict=True,
    )
    db.table("standings").create_index(["outcome_due"])
    db.table("reach").create(
        {"chat_id": str, "wishes": str, "resting": int, "last_at": str, "reminded_at": str},
        pk="chat_id",
        not_null={"wishes", "resting"},
        strict=True,
    )
    schedule = {
        "cohort": str,
        "audience": str,
        "words": str,
        "timing": str,
        "made_by": str,
        "made_at": str,
        "fired_until": str,
    }
    db.table("schedules").create(
        {"id": str, **schedule, "cancelled_at": str},
        pk="id",
        not_null=set(schedule),
        strict=True,
    )
    db.table("schedules").create_index(["cohort"])
    recipient = {
        "schedule": str,
        "day": str,
        "chat_id": str,
        "cohort": str,
        "kind": str,
        "due_at": str,
        "state": str,
        "why": str,
        "again": int,
    }
    db.table("recipients").create(
        {"number": int, **recipient, "outbox": int},
        pk="number",
        not_null=set(recipient),
        strict=True,
    )
    # Nobody twice for one firing. Who has had everything deleted is counted without a chat.
    db.execute(
        "CREATE UNIQUE INDEX once ON recipients (schedule, day, chat_id) WHERE chat_id <> ''"
    )
    for columns in (["state", "due_at"], ["outbox"], ["chat_id"], ["cohort"]):
        db.table("recipients").create_index(columns)
