"""Tables and columns that invitations have gained since ``migrations.py``, by numbered steps as
there."""

from __future__ import annotations

from sqlite_utils import Database

from bot.store.sqlite import migrations as before

migrations = before.migrations

_USES = (1, 30, 500)
"""For how many people an invitation could be, when there were these three."""


@migrations()
def m041_links(db: Database) -> None:
    """Who made an invitation and when, for how many, and the id that a link shares with its code.

    Until now both counted their uses apart: what is left of both together is as much as was meant.
    """
    table = db.table("invitations")
    for column in ("link", "made_by"):
        table.add_column(column, str, not_null_default="")
    table.add_column("made_at", str)
    table.add_column("most", int, not_null_default=0)
    link = None
    # A code was always kept right after its link.
    for row in list(db.query("SELECT * FROM invitations ORDER BY rowid")):
        alike = [link, row] if link and row["code"] else [row]
        left = [each["uses"] for each in alike]
        most = min((uses for uses in _USES if uses >= max(left)), default=max(left))
        used = sum(most - each for each in left)
        shared = {"link": alike[0]["token_hash"][:8], "most": most, "uses": max(0, most - used)}
        for each in alike:
            table.update(each["token_hash"], shared)
        link = None if row["code"] else row
    table.create_index(["cohort", "link"])
