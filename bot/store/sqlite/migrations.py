"""The tables, by numbered steps. A step that has shipped never changes; the next one mends it.

Tables are STRICT and made here and in ``first_tables.py`` only: elsewhere a misspelt name would
make a new table.
"""

from __future__ import annotations

import json
from typing import Any

from sqlite_utils import Database

from bot.store.sqlite import first_tables

migrations = first_tables.migrations


@migrations()
def m006_edits(db: Database) -> None:
    """Add what edits are compared with: fingerprints of replaced names and dropped words."""
    db.table("messages").add_column("names", str, not_null_default="[]")
    db.table("messages").add_column("dropped", str, not_null_default="")


@migrations()
def m007_names_of_the_state(db: Database) -> None:
    """The fields of a conversation under the names that they have in the code now."""
    names = {
        "asking": "prompt",
        "about": "prompt_message",
        "page": "open_page",
        "wishes": "preferences",
        "form": "draft",
        "sorting": "activity_round",
    }
    for row in list(db.table("conversations").rows):
        state = {names.get(name, name): value for name, value in json.loads(row["state"]).items()}
        db.table("conversations").update(row["chat_id"], {"state": json.dumps(state)})


@migrations()
def m008_prompts_and_flags(db: Database) -> None:
    """No prompt has a name, and what was offered or told once has a field each."""
    for row in list(db.table("conversations").rows):
        state = json.loads(row["state"])
        state["prompt"] = state.get("prompt") or "none"
        for attempt in state["attempts"]:
            attempt.update(_flags(attempt.pop("offered", [])))
        db.table("conversations").update(row["chat_id"], {"state": json.dumps(state)})


def _flags(offered: list[str]) -> dict[str, object]:
    """Return the fields for which a list of ids and marks such as "harm at x" stood."""
    flags: dict[str, Any] = {
        "outcome_asked": "asked" in offered,
        "public_said": "review" in offered,
        "harm_told": [each.removeprefix("harm at ") for each in offered if each[:8] == "harm at "],
        "naming_offered": [
            each for each in offered if " " not in each and each not in ("asked", "review")
        ],
        "rejected": {},
    }
    for each in offered:
        if each.startswith("not ") and " at " in each:
            practice, _, step = each.removeprefix("not ").partition(" at ")
            flags["rejected"].setdefault(step, []).append(practice)
    return flags


@migrations()
def m009_drafts(db: Database) -> None:
    """Bring drafts over, field by field; an invitation's address becomes a template."""
    zones = {row["id"]: row["zone"] for row in db.table("cohorts").rows}
    for row in list(db.table("conversations").rows):
        state = json.loads(row["state"])
        if state.get("draft"):
            state["draft"] = _typed_draft(state["draft"], zones)
            db.table("conversations").update(row["chat_id"], {"state": json.dumps(state)})
    for row in list(db.table("notes").rows_where("name = 'link' AND value <> ''")):
        # Until now only Telegram had addresses, and the code added this to them.
        address = {"name": "invitation_address", "value": row["value"] + "?start={token}"}
        db.table("notes").insert(address, pk="name", ignore=True)


def _typed_draft(draft: dict[str, Any], zones: dict[str, str]) -> dict[str, Any]:
    """A form of before, whose values were all text, as the draft that it is."""
    kind, cohort, values = draft["kind"], draft["cohort"], draft["values"]
    asked = "" if "whole" in values else draft["asked"]
    if kind == "name":
        return {"kind": "name", "cohort": cohort, "name": values["name"]}
    if kind == "cohort":
        return {**values, "ends_on": values.get("ends_on"), "asked": asked, "kind": "cohort"}
    if kind != "reminder":
        return {"kind": "change", "cohort": cohort, "asked": asked}
    timing = None
    if "time" in values:
        weekday = int(values["weekday"]) if "weekday" in values else None
        when = {"zone": zones.get(cohort, "Europe/London"), "time": values["time"]}
        timing = {**when, "weekday": weekday, "day": values.get("day")}
    group = {"group": values["group"], "step": values["step"], "number": int(values["number"])}
    return {
        "kind": "reminder",
        "id": values["id"],
        "cohort": cohort,
        "audience": group,
        "words": values.get("words", ""),
        "timing": timing,
        "asked": "timing" if asked == "when" else asked,
    }


@migrations()
def m020_names_of_tables(db: Database) -> None:
    """Tables and columns under the names that they have in the code now."""
    names = {
        "recipients": "deliveries",
        "standings": "progress",
        "seats": "coordinators",
        "put_aside": "quarantine",
        "notes": "meta",
    }
    for old, new in names.items():
        db.execute(f"ALTER TABLE {old} RENAME TO {new}")
    db.execute("ALTER TABLE reach RENAME COLUMN wishes TO preferences")
    db.execute("DROP INDEX once")
    for name in ("state_due_at", "outbox", "chat_id", "cohort"):
        db.execute(f"DROP INDEX idx_recipients_{name}")
    for columns in (["state", "due_at"], ["outbox"], ["chat_id", "cohort"], ["schedule"]):
        db.table("deliveries").create_index(columns)


@migrations()
def m021_deliveries(db: Database) -> None:
    """A delivery's day is a date, its dialogue a column, its state kept once.

    A reminder's row in the outbox is there only while it has not left.
    """
    db.table("deliveries").add_column("dialogue", str, not_null_default="")
    db.execute(
        "UPDATE deliveries SET schedule = '', dialogue = substr(day, 1, instr(day, ' ') - 1), "
        "day = substr(day, instr(day, ' ') + 1, 10) WHERE kind = 'outcome'"
    )
    db.execute("UPDATE deliveries SET schedule = '', day = substr(day, 1, 10) WHERE kind = 'later'")
    db.execute(
        "UPDATE deliveries SET dialogue = (SELECT dialogue FROM cohorts WHERE id = cohort) "
        "WHERE cohort IN (SELECT id FROM cohorts)"
    )
    # A learner may ask for more than one on a day; of all others nobody gets two for one firing.
    # Who has had everything deleted is counted without a chat.
    db.execute(
        "CREATE UNIQUE INDEX once ON deliveries (schedule, day, dialogue, chat_id) "
        "WHERE chat_id <> '' AND kind <> 'later'"
    )
    db.execute("UPDATE deliveries SET state = 'queued' WHERE state = 'pending'")
    db.execute(
        "DELETE FROM outbox WHERE kind = 'reminder' AND number NOT IN "
        "(SELECT outbox FROM deliveries "
        "WHERE state IN ('queued', 'sending') AND outbox IS NOT NULL)"
    )
    db.execute("UPDATE outbox SET state = 'pending' WHERE kind = 'reminder'")


@migrations()
def m022_nudges(db: Database) -> None:
    """The nudges of a cohort have a schedule like every other reminder, and so a report."""
    db.table("schedules").add_column("kind", str, not_null_default="reminder")
    db.execute(
        "INSERT INTO schedules "
        "(id, cohort, audience, words, timing, made_by, made_at, fired_until, kind) "
        """SELECT 'nudges-' || id, id, '{"group":"unfinished","step":"","number":0}', """
        "'', '', '', since, since, 'nudge' FROM (SELECT id, nudge_days, coalesce("
        "(SELECT min(at) FROM audit WHERE cohort = id AND what = 'nudges'), made_at) AS since "
        "FROM cohorts) WHERE nudge_days > 0 "
        "OR id IN (SELECT cohort FROM deliveries WHERE kind = 'nudge')"
    )
    db.execute("UPDATE deliveries SET schedule = 'nudges-' || cohort WHERE kind = 'nudge'")


@migrations()
def m030_addresses(db: Database) -> None:
    """Where a conversation can be found. Its id stays what it was: the number of a chat, or a name.

    Who is blocked or waited for need not have talked.
    """
    db.table("addresses").create(
        {"channel": str, "address": str, "conversation": str},
        pk=("channel", "address"),
        not_null={"conversation"},
        strict=True,
    )
    db.table("addresses").create_index(["conversation"])
    db.execute("""
        INSERT INTO addresses (channel, address, conversation)
        SELECT iif(chat_id GLOB '[1-9]*' AND NOT chat_id GLOB '*[^0-9]*', 'telegram', 'terminal'),
            chat_id, chat_id
        FROM (SELECT chat_id FROM conversations UNION SELECT chat_id FROM blocked
            UNION SELECT chat_id FROM outbox UNION SELECT chat_id FROM members)
        WHERE chat_id <> ''
    """)


@migrations()
def m031_neutral_outbox(db: Database) -> None:
    """The outbox says what and where to. What an earlier build rendered stays as it was made."""
    for column in ("channel", "body"):
        db.table("outbox").add_column(column, str, not_null_default="")
    for row in list(db.table("outbox").rows_where("params <> ''")):
        call = {"method": row["method"], "params": json.loads(row["params"])}
        body = {
            "conversation": row["chat_id"],
            "to": {"channel": "telegram", "address": row["chat_id"]},
            "kind": row["kind"],
            "what": {"call": json.dumps(call)},
            "receipt": bool(row["receipt"]),
            "waits": bool(row["waits"]),
        }
        kept = {"channel": "telegram", "body": json.dumps(body)}
        db.table("outbox").update(row["number"], kept)
    for column in ("method", "params", "receipt", "waits"):
        db.execute(f"ALTER TABLE outbox DROP COLUMN {column}")


@migrations()
def m040_own_reminders(db: Database) -> None:
    """When a reminder that was no nudge went last, and when a cohort's nudges go, with what words.

    Until now both kinds were one: when such a one was due is as near as can be known.
    """
    db.table("reach").add_column("own_reminded_at", str)
    db.execute(
        "UPDATE reach SET own_reminded_at = (SELECT max(due_at) FROM deliveries d "
        "WHERE d.chat_id = reach.chat_id AND d.kind <> 'nudge' "
        "AND d.state IN ('queued', 'sending', 'sent', 'unknown'))"
    )
    db.table("cohorts").add_column("nudge_time", str, not_null_default="10:00")
    db.table("cohorts").add_column("nudge_weekday", int)
    db.table("cohorts").add_column("nudge_words", str, not_null_default="")


@migrations()
def m050_passed_on(db: Database) -> None:
    """Add a mark for what the learner has not written: a forward, the coach's own words."""
    db.table("messages").add_column("passed_on", int, not_null_default=0)


@migrations()
def m060_contact(db: Database) -> None:
    """How the coordinators of a cohort can be reached at work."""
    db.table("cohorts").add_column("contact", str, not_null_default="")


@migrations()
def m070_asked(db: Database) -> None:
    """The step whose question a reminder asks. Of who looks back, their next turn tells it."""
    db.table("progress").add_column("asked", str, not_null_default="")
    db.execute(
        "UPDATE progress SET asked = step WHERE status = 'in_progress' "
        "AND step NOT IN ('welcome', 'review', 'statement')"
    )


@migrations()
def m071_badges(db: Database) -> None:
    """Who said that they have the badge, so that a cohort's can be counted."""
    db.table("progress").add_column("has_badge", int, not_null_default=0)
    for row in list(db.table("conversations").rows):
        for attempt in json.loads(row["state"])["attempts"]:
            if attempt.get("outcome") == "awarded":
                db.execute(
                    "UPDATE progress SET has_badge = 1 "
                    "WHERE chat_id = ? AND dialogue = ? AND status = 'submitted'",
                    (row["chat_id"], attempt["dialogue"]),
                )


@migrations()
def m072_saved_words(db: Database) -> None:
    """Words that a coordinator keeps to use again."""
    db.table("saved_words").create(
        {"chat_id": str, "id": str, "words": str, "at": str},
        pk=("chat_id", "id"),
        not_null={"words", "at"},
        strict=True,
    )
