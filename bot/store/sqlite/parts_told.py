"""The parts that each message tells, taken from where it stood before the messages had it: their
conversation."""

from __future__ import annotations

import json

from bot.store.sqlite.columns import Execute

EVERYBODY = "SELECT chat_id FROM conversations"

STATE = "SELECT state FROM conversations WHERE chat_id = ?"

PUT_STATE = "UPDATE conversations SET state = ? WHERE chat_id = ?"

PUT_PARTS = "UPDATE messages SET parts = ? WHERE chat_id = ? AND number = ?"


def bring_over_parts(execute: Execute) -> None:
    """Put with each message the parts that it tells, and leave them out of its conversation."""
    for (chat,) in execute(EVERYBODY).fetchall():
        state = json.loads(execute(STATE, (chat,)).fetchone()[0])
        told = [each.pop("told", {}) for each in state.get("attempts", ())]
        for number, parts in (pair for each in told for pair in each.items()):
            execute(PUT_PARTS, (json.dumps(parts), chat, int(number)))
        if any(told):
            execute(PUT_STATE, (json.dumps(state), chat))
