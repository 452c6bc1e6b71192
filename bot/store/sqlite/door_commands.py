"""Handlers of commands to the ways into a conversation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.domain import door_commands
from bot.domain.commands import Command
from bot.store.sqlite import conversations, crossing
from bot.store.sqlite.by import By


def _open_door(by: By, command: door_commands.OpenDoor) -> None:
    crossing.open_door(by.execute, command, by.chat_id, by.at)


def _close_places(by: By, command: door_commands.ClosePlaces) -> None:
    crossing.close_places(by.execute, command, by.chat_id)


def _cross(by: By, command: door_commands.Cross) -> None:
    crossing.cross(by.execute, command, by.at)
    if command.empty:
        conversations.forget(by.execute, command.empty)


def _add_way_back(by: By, command: door_commands.AddWayBack) -> None:
    crossing.add_way_back(by.execute, command, by.chat_id, by.at)


DOORS: dict[type[Command], Callable[[By, Any], None]] = {
    door_commands.OpenDoor: _open_door,
    door_commands.ClosePlaces: _close_places,
    door_commands.Cross: _cross,
    door_commands.AddWayBack: _add_way_back,
}
