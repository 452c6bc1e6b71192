"""How far everybody is and how they can be reached: never a word of theirs."""

from __future__ import annotations

from bot.domain.progress import has_moved
from bot.domain.turn import Turn
from bot.store.sqlite.columns import Execute, preferences_text, stamps

_KEPT = """
    SELECT step, status, own_words, progressed_at FROM progress
    WHERE chat_id = ? AND dialogue = ?"""

_KEEP = """
    INSERT INTO progress (chat_id, dialogue, step, status, own_words, progressed_at, finished_at,
        outcome_due) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (chat_id, dialogue) DO UPDATE SET
        step = excluded.step, status = excluded.status, own_words = excluded.own_words,
        progressed_at = excluded.progressed_at, finished_at = excluded.finished_at,
        outcome_due = excluded.outcome_due"""

_KEEP_REACH = """
    INSERT INTO reach (chat_id, preferences, resting, last_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (chat_id) DO UPDATE SET preferences = excluded.preferences,
        resting = excluded.resting, last_at = coalesce(excluded.last_at, last_at)"""


def keep(execute: Execute, turn: Turn) -> None:
    """Keep how far the learner of a turn is, and how they can be reached."""
    progress, reach, chat_id = turn.progress, turn.reach, turn.after.chat_id
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
            *(at if moved else kept[3], finished_at, outcome_due),
        ),
    )
    wished = preferences_text(reach.preferences)
    execute(_KEEP_REACH, (chat_id, wished, int(reach.resting), last_at))
