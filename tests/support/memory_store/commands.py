"""What a turn asks for, each command by its handler."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.domain import commands as c
from tests.support.memory_store.commands_for_doors import FOR_DOORS
from tests.support.memory_store.commands_for_groups import FOR_GROUPS
from tests.support.memory_store.commands_for_reminders import FOR_REMINDERS
from tests.support.memory_store.kept import Kept
from tests.support.memory_store.sharings import FOR_SHARING

CARRY_OUT = FOR_GROUPS | FOR_REMINDERS | FOR_DOORS | FOR_SHARING


def carry_out(kept: Kept, commands: Iterable[c.Command], chat_id: str, at: datetime) -> None:
    for command in commands:
        CARRY_OUT[type(command)](kept, command, chat_id, at)
