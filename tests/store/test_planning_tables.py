"""What a build of before noted of reminders is known in the new columns."""

from __future__ import annotations

from sqlite_utils import Database

from bot.store.sqlite.planning_tables import migrations

SENT, CANCELLED = "2026-11-20T10:00:00+00:00", "2026-11-23T10:00:00+00:00"

WENT = "2026-11-20T10:00:07+00:00"


def delivery(chat: str, state: str, due_at: str, kind: str = "reminder") -> dict[str, object]:
    return {
        "schedule": "s1",
        "day": due_at[:10],
        "chat_id": chat,
        "cohort": "c1",
        "kind": kind,
        "due_at": due_at,
        "state": state,
        "why": "",
        "again": 0,
        "dialogue": "thing_2",
    }


def test_when_a_reminder_went_is_known_of_all_that_may_have_come() -> None:
    db = Database(memory=True)
    migrations.apply(db, stop_before="m044_paused")
    reach = {"preferences": "{}", "resting": 0}
    db.table("reach").insert_all(
        [
            {"chat_id": "1", **reach, "reminded_at": WENT, "own_reminded_at": WENT},
            {"chat_id": "2", **reach, "reminded_at": CANCELLED, "own_reminded_at": CANCELLED},
            {"chat_id": "3", **reach, "reminded_at": None, "own_reminded_at": None},
        ]
    )
    db.table("deliveries").insert_all(
        [
            delivery("1", "sent", SENT),
            delivery("1", "skipped", CANCELLED),
            delivery("2", "skipped", CANCELLED),
            delivery("3", "waiting", CANCELLED),
        ]
    )
    migrations.apply(db)
    found = [(r["chat_id"], r["state"], r["went_at"]) for r in db.table("deliveries").rows]
    assert found == [
        ("1", "sent", WENT),
        ("1", "skipped", None),
        ("2", "skipped", None),
        ("3", "waiting", None),
    ]
    assert "reminded_at" not in db.table("reach").columns_dict
    assert db.table("schedules").columns_dict["paused_at"] is str
    db.close()
