"""Cohorts and the people in them, as reminders and coordinators see them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from pydantic import TypeAdapter

from bot.domain.cohort import Cohort, Member
from bot.store.sqlite.columns import Execute, preferences

_COHORT = TypeAdapter(Cohort)

_MEMBER = TypeAdapter(Member)

_FIELDS = tuple(Member.__dataclass_fields__)

_COHORTS = """
    SELECT id, name, dialogue, ends_on, zone, made_at, closing, safeguarding, nudge_days
    FROM cohorts"""

_COHORT_BY_ID = _COHORTS + " WHERE id = ?"

_ALL_COHORTS = _COHORTS + " ORDER BY made_at"

_MEMBERS = """
    SELECT m.chat_id, m.number, m.name, m.joined_at, m.left_at, coalesce(p.step, ''),
        coalesce(p.status, 'new'), coalesce(p.own_words, 0), p.progressed_at, p.finished_at,
        r.last_at, r.reminded_at,
        (SELECT count(*) FROM deliveries d WHERE d.chat_id = m.chat_id AND d.cohort = m.cohort
            AND d.kind = 'nudge' AND d.state <> 'skipped'),
        coalesce(r.preferences, '{}'), coalesce(r.resting, 0), b.chat_id IS NOT NULL
    FROM members m JOIN cohorts c ON c.id = m.cohort
    LEFT JOIN progress p ON p.chat_id = m.chat_id AND p.dialogue = c.dialogue
    LEFT JOIN reach r ON r.chat_id = m.chat_id
    LEFT JOIN blocked b ON b.chat_id = m.chat_id
    WHERE m.cohort = ?"""

_MEMBERS_IN_ORDER = _MEMBERS + " ORDER BY m.number"

_ONE_MEMBER = _MEMBERS + " AND m.chat_id = ?"

_ALONE = """
    SELECT r.chat_id, 0 AS number, r.last_at, r.reminded_at, r.preferences, r.resting,
        b.chat_id IS NOT NULL AS blocked
    FROM reach r LEFT JOIN blocked b ON b.chat_id = r.chat_id WHERE r.chat_id = ?"""

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


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


def member(execute: Execute, chat_id: str, cohort_id: str) -> Member:
    """Return somebody as a reminder of a cohort sees them, or of no cohort."""
    row = execute(_ONE_MEMBER, (cohort_id, chat_id)).fetchone() if cohort_id else None
    return _member(dict(zip(_FIELDS, row, strict=True))) if row else _alone(execute, chat_id)


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
    return _COHORT.validate_python(dict(zip(names, row, strict=True)))


def _member(facts: dict[str, Any]) -> Member:
    return _MEMBER.validate_python({**facts, "preferences": preferences(facts["preferences"])})
