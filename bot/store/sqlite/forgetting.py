"""Deleting somebody without a turn of theirs: an operator does it, and a restore does it again."""

from __future__ import annotations

from datetime import datetime

from bot.domain.cohort import Cohort
from bot.domain.coordination.ending import left_alone
from bot.store.sqlite import commands, conversations, deliveries, members
from bot.store.sqlite.columns import Execute

_ALONE = """
    SELECT cohort FROM coordinators c WHERE chat_id = ? AND cohort <> ''
        AND (SELECT count(*) FROM coordinators o WHERE o.cohort = c.cohort) = 1"""


def forget(execute: Execute, conversation: str, at: datetime) -> list[Cohort]:
    """Delete all of a conversation, in a transaction. What it alone looked after sends nothing.

    Return the cohorts that nobody looks after now.
    """
    found = (
        members.cohort(execute, each) for (each,) in execute(_ALONE, (conversation,)).fetchall()
    )
    alone = [cohort for cohort in found if cohort and cohort.closed_at is None]
    for cohort in alone:
        commands.carry_out(execute, left_alone(cohort)[1], "", at)
    deliveries.skip(execute, deliveries.of_chat(execute, conversation), "left")
    conversations.forget(execute, conversation)
    return alone
