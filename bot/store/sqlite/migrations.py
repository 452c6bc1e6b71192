"""The tables, by numbered steps. A step that has shipped never changes; the next one mends it.

Tables are STRICT and made here only: elsewhere a misspelt name would make a new table.
"""

from __future__ import annotations

import json
from typing import Any

from sqlite_utils import Database, Migrations

from bot.store.sqlite.tables import (
    AUDIT,
    BLOCKED,
    COHORTS,
    CONVERSATIONS,
    GUESSES,
    INVITATIONS,
    MEMBERS,
    MESSAGES,
    NOTES,
    OUTBOX,
    PUT_ASIDE,
    REACH,
    RECIPIENTS,
    SCHEDULES,
    SEATS,
    SEEN,
    STANDINGS,
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


@migrations()
def m004_cohorts(db: Database) -> None:
    """Cohorts, who looks after them, who is in them, and invitations by the hash of their token."""
    cohort = {"id": str, "name": str, "dialogue": str, "ends_on": str, "zone": str, "made_at": str}
    more = {"closing": str, "safeguarding": str, "nudge_days": int}
    db.table(COHORTS).create(
        {**cohort, **more}, pk="id", not_null={*cohort, *more} - {"id"}, strict=True
    )
    # cohort "" stands for the right to make cohorts.
    db.table(SEATS).create(
        {"cohort": str, "chat_id": str, "at": str},
        pk=("cohort", "chat_id"),
        not_null={"at"},
        strict=True,
    )
    db.table(SEATS).create_index(["chat_id"])
    invitation = {"role": str, "cohort": str, "expires_at": str, "uses": int, "code": int}
    db.table(INVITATIONS).create(
        {"token_hash": str, **invitation}, pk="token_hash", not_null=set(invitation), strict=True
    )
    db.table(GUESSES).create(
        {"number": int, "chat_id": str, "at": str},
        pk="number",
        not_null={"chat_id", "at"},
        strict=True,
    )
    db.table(MEMBERS).create(
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
    db.table(MEMBERS).create_index(["chat_id"])
    audit = {"cohort": str, "at": str, "chat_id": str, "what": str, "facts": str}
    db.table(AUDIT).create({"number": int, **audit}, pk="number", not_null=set(audit), strict=True)
    db.table(AUDIT).create_index(["cohort"])


@migrations()
def m005_reminders(db: Database) -> None:
    """How far everybody is, how to reach them, and who is reminded when: no word of theirs."""
    progress = {"step": str, "status": str, "own_words": int, "progressed_at": str}
    db.table(STANDINGS).create(
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
    db.table(STANDINGS).create_index(["outcome_due"])
    db.table(REACH).create(
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
    db.table(SCHEDULES).create(
        {"id": str, **schedule, "cancelled_at": str},
        pk="id",
        not_null=set(schedule),
        strict=True,
    )
    db.table(SCHEDULES).create_index(["cohort"])
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
    db.table(RECIPIENTS).create(
        {"number": int, **recipient, "outbox": int},
        pk="number",
        not_null=set(recipient),
        strict=True,
    )
    # Nobody twice for one firing. Who has had everything deleted is counted without a chat.
    db.execute(
        f"CREATE UNIQUE INDEX once ON {RECIPIENTS} (schedule, day, chat_id) WHERE chat_id <> ''"
    )
    for columns in (["state", "due_at"], ["outbox"], ["chat_id"], ["cohort"]):
        db.table(RECIPIENTS).create_index(columns)


@migrations()
def m006_edits(db: Database) -> None:
    """What an edit is compared with: fingerprints of replaced names and of dropped words."""
    db.table(MESSAGES).add_column("names", str, not_null_default="[]")
    db.table(MESSAGES).add_column("dropped", str, not_null_default="")


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
    for row in list(db.table(CONVERSATIONS).rows):
        state = {names.get(name, name): value for name, value in json.loads(row["state"]).items()}
        db.table(CONVERSATIONS).update(row["chat_id"], {"state": json.dumps(state)})


@migrations()
def m008_prompts_and_flags(db: Database) -> None:
    """No prompt has a name, and what was offered or told once has a field each."""
    for row in list(db.table(CONVERSATIONS).rows):
        state = json.loads(row["state"])
        state["prompt"] = state.get("prompt") or "none"
        for attempt in state["attempts"]:
            attempt.update(_flags(attempt.pop("offered", [])))
        db.table(CONVERSATIONS).update(row["chat_id"], {"state": json.dumps(state)})


def _flags(offered: list[str]) -> dict[str, object]:
    """What a list of step ids and marks such as "harm at x" and "not y at x" said."""
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
    """What somebody was filling in, by its fields; and where an invitation leads, as a template."""
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
