"""Cohorts and the people in them: how far everybody is and how they can be reached.

Never a word of theirs.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from bot.domain.cohort import Cohort, Member
from bot.domain.named_skills import NamedSkill, counted_skills
from bot.domain.progress import has_moved
from bot.domain.reminder_preferences import ReminderPreferences
from bot.domain.turn import Turn
from bot.store.sqlite.adapters import adapter
from bot.store.sqlite.columns import Execute, stamps

_FIELDS = tuple(Member.__dataclass_fields__)

_COHORTS = """
    SELECT id, name, dialogue, ends_on, zone, made_at, closing, safeguarding, nudge_days,
        contact, nudge_time, nudge_weekday, nudge_words, closed_at
    FROM cohorts"""

_COHORT_BY_ID = _COHORTS + " WHERE id = ?"

_ALL_COHORTS = _COHORTS + " ORDER BY made_at"

_MEMBERS = """
    SELECT m.chat_id, m.number, m.name, m.joined_at, m.left_at, coalesce(p.step, ''),
        coalesce(p.status, 'new'), coalesce(p.own_words, 0), p.progressed_at, p.finished_at,
        r.last_at,
        (SELECT max(went_at) FROM deliveries d WHERE d.chat_id = r.chat_id) AS reminded_at,
        (SELECT max(went_at) FROM deliveries d WHERE d.chat_id = r.chat_id
            AND d.kind = 'reminder') AS own_reminded_at,
        (SELECT max(went_at) FROM deliveries d WHERE d.chat_id = r.chat_id
            AND d.kind = 'later') AS asked_for_at,
        (SELECT count(*) FROM deliveries d WHERE d.chat_id = m.chat_id AND d.cohort = m.cohort
            AND d.kind = 'nudge' AND d.state <> 'skipped'),
        coalesce(r.preferences, '{}'), coalesce(r.resting, 0), b.chat_id IS NOT NULL,
        coalesce(p.asked, ''), coalesce(p.has_badge, 0),
        (SELECT max(due_at) FROM deliveries d WHERE d.chat_id = m.chat_id AND d.cohort = m.cohort
            AND d.kind = 'reminder' AND d.state IN ('queued', 'sending', 'sent', 'unknown')),
        coalesce((SELECT min(a.channel) = 'web' AND max(a.channel) = 'web'
            FROM addresses a WHERE a.conversation = m.chat_id AND a.channel <> 'terminal'), 1 = 0)
    FROM members m JOIN cohorts c ON c.id = m.cohort
    LEFT JOIN progress p ON p.chat_id = m.chat_id AND p.dialogue = c.dialogue
    LEFT JOIN reach r ON r.chat_id = m.chat_id
    LEFT JOIN blocked b ON b.chat_id = m.chat_id
    WHERE m.cohort = ?"""

_MEMBERS_IN_ORDER = _MEMBERS + " ORDER BY m.number"

_ONE_MEMBER = _MEMBERS + " AND m.chat_id = ?"

_ALONE = """
    SELECT r.chat_id, 0 AS number, r.last_at,
        (SELECT max(went_at) FROM deliveries d WHERE d.chat_id = r.chat_id) AS reminded_at,
        (SELECT max(went_at) FROM deliveries d WHERE d.chat_id = r.chat_id
            AND d.kind = 'reminder') AS own_reminded_at,
        (SELECT max(went_at) FROM deliveries d WHERE d.chat_id = r.chat_id
            AND d.kind = 'later') AS asked_for_at,
        r.preferences, r.resting, b.chat_id IS NOT NULL AS blocked
    FROM reach r LEFT JOIN blocked b ON b.chat_id = r.chat_id WHERE r.chat_id = ?"""

_KEPT = """
    SELECT step, status, own_words, progressed_at FROM progress
    WHERE chat_id = ? AND dialogue = ?"""

_KEEP = """
    INSERT INTO progress (chat_id, dialogue, step, status, own_words, progressed_at, finished_at,
        outcome_due, asked, has_badge, practices) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (chat_id, dialogue) DO UPDATE SET
        step = excluded.step, status = excluded.status, own_words = excluded.own_words,
        progressed_at = excluded.progressed_at, finished_at = excluded.finished_at,
        outcome_due = excluded.outcome_due, asked = excluded.asked,
        has_badge = excluded.has_badge, practices = excluded.practices"""

_NAMED = """
    SELECT p.practices FROM members m JOIN cohorts c ON c.id = m.cohort
    JOIN progress p ON p.chat_id = m.chat_id AND p.dialogue = c.dialogue
    WHERE m.cohort = ? AND m.left_at IS NULL AND p.practices <> '[]'"""

_KEEP_REACH = """
    INSERT INTO reach (chat_id, preferences, resting, last_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (chat_id) DO UPDATE SET preferences = excluded.preferences,
        resting = excluded.resting, last_at = coalesce(excluded.last_at, reach.last_at)"""

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def keep(execute: Execute, turn: Turn) -> None:
    """Keep how far the learner of a turn is, and how they can be reached."""
    progress, reach, chat_id = turn.progress, turn.reach, turn.after.id
    if progress is None or reach is None:
        return
    kept = execute(_KEPT, (chat_id, progress.dialogue)).fetchone()
    times = (turn.at, progress.finished_at, progress.outcome_due, reach.last_at)
    at, finished_at, outcome_due, last_at = stamps(*times)
    moved = has_moved(kept[:3] if kept else None, progress)
    execute(
        _KEEP,
        (
            *(chat_id, progress.dialogue, progress.step, progress.status, progress.own_words),
            *(at if moved else kept[3], finished_at, outcome_due, progress.asked),
            *(int(progress.has_badge), json.dumps(progress.practices)),
        ),
    )
    wished = adapter(ReminderPreferences).dump_json(reach.preferences).decode()
    execute(_KEEP_REACH, (chat_id, wished, int(reach.resting), last_at))


def skills(execute: Execute, cohort_id: str) -> tuple[NamedSkill, ...]:
    """Return how many of a cohort have named each practice."""
    found = execute(_NAMED, (cohort_id,)).fetchall()
    return counted_skills(Counter(each for (told,) in found for each in json.loads(told)).items())


def cohort(execute: Execute, cohort_id: str) -> Cohort | None:
    """Return a cohort by its id."""
    row = execute(_COHORT_BY_ID, (cohort_id,)).fetchone()
    return _cohort(row) if row else None


def cohorts(execute: Execute) -> list[Cohort]:
    """Return every cohort, the newest last."""
    return [_cohort(row) for row in execute(_ALL_COHORTS).fetchall()]


def members(execute: Execute, cohort_id: str) -> list[Member]:
    """Return everybody who is or was in a cohort."""
    return [
        _member(dict(zip(_FIELDS, row, strict=True)))
        for row in execute(_MEMBERS_IN_ORDER, (cohort_id,)).fetchall()
    ]


def member(execute: Execute, chat_id: str, cohort_id: str) -> tuple[Member, Cohort | None]:
    """Return somebody as a reminder of a cohort sees them, and the cohort, None for none."""
    if not cohort_id:
        return _alone(execute, chat_id), None
    row = execute(_ONE_MEMBER, (cohort_id, chat_id)).fetchone()
    found = _member(dict(zip(_FIELDS, row, strict=True))) if row else _alone(execute, chat_id)
    return found, cohort(execute, cohort_id)


def _alone(execute: Execute, chat_id: str) -> Member:
    """Return somebody without a look at a cohort: only how they can be reached."""
    found = execute(_ALONE, (chat_id,))
    row = found.fetchone()
    if not row:
        return Member(chat_id, 0, left_at=_LONG_AGO)
    names = [column[0] for column in found.description]
    return _member(dict(zip(names, row, strict=True)))


def _cohort(row: Sequence[Any]) -> Cohort:
    names = Cohort.__dataclass_fields__
    return adapter(Cohort).validate_python(dict(zip(names, row, strict=True)))


def _member(facts: dict[str, Any]) -> Member:
    return adapter(Member).validate_python(
        {**facts, "preferences": _preferences(facts["preferences"])}
    )


@lru_cache(maxsize=4096)
def _preferences(text: str) -> ReminderPreferences:
    """Return preferences, read once for all who have the same. Nobody changes what they get."""
    return adapter(ReminderPreferences).validate_json(text)
