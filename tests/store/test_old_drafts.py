"""What somebody was filling in with an earlier build is there, field for field."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter
from sqlite_utils import Database

from bot.domain.conversation import Conversation
from bot.domain.drafts import ChangeDraft, CohortDraft, Draft, NameDraft, ReminderDraft
from bot.domain.recurrence import Timing
from bot.domain.reminders import Audience
from bot.store.sqlite.migrations import m009_drafts, migrations

STUCK = {"group": "stuck", "step": "situation", "number": "0", "id": "r1"}

ONE = {"group": "one", "step": "", "number": "3", "id": "r1"}


def kept(kind: str, cohort: str, asked: str, **values: str) -> dict[str, Any]:
    return {"kind": kind, "cohort": cohort, "asked": asked, "values": values}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (kept("cohort", "", "name"), CohortDraft()),
        (
            kept("cohort", "", "zone", name="Day", dialogue="thing_2", ends_on="2027-06-30"),
            CohortDraft("Day", "thing_2", date(2027, 6, 30), asked="zone"),
        ),
        (kept("set_closing", "c1", "closing"), ChangeDraft("c1", asked="closing")),
        (kept("name", "c1", "", name="Kirsty"), NameDraft("c1", "Kirsty")),
        (
            kept("reminder", "c1", "words", **STUCK),
            ReminderDraft("r1", "c1", Audience("stuck", step="situation")),
        ),
        (
            kept("reminder", "c1", "when", **ONE, words="Hello"),
            ReminderDraft("r1", "c1", Audience("one", number=3), "Hello", asked="timing"),
        ),
        (
            kept("reminder", "c1", "when", **ONE, words="", whole="yes"),
            ReminderDraft("r1", "c1", Audience("one", number=3), asked=""),
        ),
        (
            kept("reminder", "c1", "when", **ONE, words="", whole="yes", weekday="2", time="12:30"),
            ReminderDraft(
                *("r1", "c1", Audience("one", number=3), ""),
                Timing("Europe/Dublin", "12:30", weekday=2),
                asked="",
            ),
        ),
        (
            kept("reminder", "c2", "when", **ONE, whole="yes", day="2026-12-01", time="09:00"),
            ReminderDraft(
                *("r1", "c2", Audience("one", number=3), ""),
                Timing("Europe/London", "09:00", day=date(2026, 12, 1)),
                asked="",
            ),
        ),
    ],
)
def test_a_form_of_an_earlier_build_is_the_same_draft(before: dict[str, Any], after: Draft) -> None:
    db = Database(memory=True)
    migrations.apply(db, stop_before="m009_drafts")
    db.table("conversations").insert(
        {"chat_id": "1", "state": json.dumps({"id": "1", "draft": before})}
    )
    cohort = {"id": "c1", "name": "", "dialogue": "", "ends_on": "", "zone": "Europe/Dublin"}
    more = {"made_at": "", "closing": "", "safeguarding": "", "nudge_days": 0}
    db.table("cohorts").insert({**cohort, **more})
    m009_drafts(db)
    [row] = db.table("conversations").rows
    adapter = TypeAdapter(Conversation)
    conversation = adapter.validate_json(row["state"])
    assert conversation.draft == after
    assert adapter.validate_json(adapter.dump_json(conversation)).draft == after
    db.close()


def test_an_address_of_an_earlier_build_still_leads_there() -> None:
    db = Database(memory=True)
    migrations.apply(db, stop_before="m009_drafts")
    db.table("notes").insert({"name": "link", "value": "https://t.me/CoachTestBot"})
    m009_drafts(db)
    notes = {row["name"]: row["value"] for row in db.table("notes").rows}
    assert notes["invitation_address"] == "https://t.me/CoachTestBot?start={token}"
    db.close()
