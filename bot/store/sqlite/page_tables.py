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


@migrations()
def m083_mailboxes(db: Database) -> None:
    """Where somebody wants reminders by e-mail. ``token`` is theirs once it is confirmed."""
    columns = {"conversation": str, "address": str, "hash": str, "until": str, "token": str}
    db.table("mailboxes").create(
        columns,
        pk="conversation",
        not_null={"address", "hash", "until", "token"},
        strict=True,
    )
    db.table("mailboxes").create_index(["token"])


@migrations()
def m086_since(db: Database) -> None:
    """Since when a conversation is open in a place; of those before it is not known."""
    db.table("addresses").add_column("at", str)


@migrations()
def m087_wrong_words(db: Database) -> None:
    """Six words that were wrong, in the last hour: by the hash of who tried, and when."""
    db.table("wrong_words").create(
        {"client": str, "at": str}, not_null={"client", "at"}, strict=True
    )


@migrations()
def m105_gone(db: Database) -> None:
    """Mailboxes that a mail server did not know any more."""
    db.table("mailboxes").add_column("gone", int, not_null_default=0)


@migrations()
def m106_signs_in(db: Database) -> None:
    """Mailboxes that let who looks after a cohort sign in, by a code that is sent there."""
    db.table("mailboxes").add_column("signs_in", int, not_null_default=0)
