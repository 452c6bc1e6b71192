"""Schedules as rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.domain.recurrence import Timing
from bot.domain.reminders import Audience, Schedule
from bot.store.sqlite.adapters import adapter
from bot.store.sqlite.columns import Execute, stamp

_SCHEDULES = """
    SELECT id, cohort, audience, words, timing, made_by, made_at, fired_until, cancelled_at, kind,
        paused_at
    FROM schedules"""

_BY_ID = _SCHEDULES + " WHERE id = ?"

_OF_COHORT = _SCHEDULES + " WHERE cohort = ? ORDER BY made_at"

_PLANNED = (
    _SCHEDULES
    + """
    WHERE cancelled_at IS NULL AND (timing <> '' OR kind = 'nudge') ORDER BY made_at"""
)

_ADD = """
    INSERT INTO schedules
        (id, cohort, audience, words, timing, made_by, made_at, fired_until, kind)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"""

_LOOKED_AT = "UPDATE schedules SET fired_until = ? WHERE id = ?"

_CHANGE = """
    UPDATE schedules SET audience = ?, words = ?, timing = ?, fired_until = ?, paused_at = ?
    WHERE id = ? AND cancelled_at IS NULL"""

_CANCEL = "UPDATE schedules SET cancelled_at = ? WHERE id = ? AND cancelled_at IS NULL"


def schedule(execute: Execute, schedule_id: str) -> Schedule | None:
    """Return a schedule by its id."""
    row = execute(_BY_ID, (schedule_id,)).fetchone()
    return _schedule(row) if row else None


def planned(execute: Execute) -> list[Schedule]:
    """Return the schedules of all cohorts that are not cancelled: planned ones, and nudges."""
    return [_schedule(row) for row in execute(_PLANNED).fetchall()]


def of_cohort(execute: Execute, cohort_id: str) -> list[Schedule]:
    """Return the schedules of a cohort, the newest last."""
    return [_schedule(row) for row in execute(_OF_COHORT, (cohort_id,)).fetchall()]


def add(execute: Execute, schedule: Schedule) -> None:
    """Keep a new schedule. One that is there stays as it is."""
    execute(
        _ADD,
        (
            schedule.id,
            schedule.cohort,
            *_contents(schedule),
            schedule.made_by,
            stamp(schedule.made_at),
            stamp(schedule.fired_until),
            schedule.kind,
        ),
    )


def change(execute: Execute, schedule: Schedule) -> None:
    """Keep what has changed of a schedule. One that was cancelled stays as it is."""
    paused_at = stamp(schedule.paused_at) if schedule.paused_at else None
    times = (stamp(schedule.fired_until), paused_at)
    execute(_CHANGE, (*_contents(schedule), *times, schedule.id))


def _contents(schedule: Schedule) -> tuple[str, str, str]:
    """Whom it is for, what it says and when it goes."""
    timing = adapter(Timing).dump_json(schedule.timing).decode() if schedule.timing else ""
    return adapter(Audience).dump_json(schedule.audience).decode(), schedule.words, timing


def looked_at(execute: Execute, schedule_id: str, until: datetime) -> None:
    """Note up to when a schedule has been looked at."""
    execute(_LOOKED_AT, (stamp(until), schedule_id))


def cancel(execute: Execute, schedule_id: str, at: datetime) -> None:
    """Note when a schedule was cancelled first."""
    execute(_CANCEL, (stamp(at), schedule_id))


def _schedule(row: Sequence[Any]) -> Schedule:
    (
        schedule_id,
        cohort,
        audience,
        words,
        timing,
        made_by,
        made_at,
        fired,
        cancelled,
        kind,
        rests,
    ) = row
    return Schedule(
        schedule_id,
        cohort,
        adapter(Audience).validate_json(audience),
        words,
        adapter(Timing).validate_json(timing) if timing else None,
        made_by,
        datetime.fromisoformat(made_at),
        datetime.fromisoformat(fired),
        datetime.fromisoformat(cancelled) if cancelled else None,
        kind,
        datetime.fromisoformat(rests) if rests else None,
    )
