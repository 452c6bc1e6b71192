"""Every reflection that has words, each with the name of its files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.conversation import Attempt
from bot.domain.statement import Statement, assemble
from bot.engine.context import TurnContext


@dataclass(frozen=True, slots=True)
class Written:
    """A reflection with words, and the name of its files without an ending."""

    attempt: Attempt
    statement: Statement
    stem: str


def all_written(turn: TurnContext) -> Iterator[Written]:
    """Yield every attempt that has words, the oldest first."""
    used = dict[str, int]()
    for attempt in turn.conversation.attempts:
        dialogue = turn.content.dialogues.get(attempt.dialogue)
        if dialogue is None:
            continue
        statement = assemble(dialogue, turn.conversation, attempt)
        if not statement.own_words:
            continue
        stem = f"{dialogue.id}-{dialogue.makes}"
        used[stem] = used.get(stem, 0) + 1
        number = f"-{used[stem]}" if used[stem] > 1 else ""
        yield Written(attempt, statement, stem + number)
