"""What a turn asks for about ways in, each command by its handler."""

from __future__ import annotations

from datetime import datetime

from bot.domain import door_commands as d
from bot.errors import Changed
from tests.support.memory_store.doors import behind_crossing
from tests.support.memory_store.forgetting import forget
from tests.support.memory_store.kept import Handlers, Kept


def _open_door(kept: Kept, command: d.OpenDoor, chat: str, at: datetime) -> None:
    whose = command.conversation or chat
    others = {each: way for each, way in kept.crossings.items() if way[0] != whose and way[1] > at}
    kept.crossings = others | dict.fromkeys(command.hashes, (whose, command.until))


def _close_places(kept: Kept, command: d.ClosePlaces, chat: str, _: datetime) -> None:
    for each in command.addresses:
        if kept.addresses.get(each) == chat:
            del kept.addresses[each]


def _cross(kept: Kept, command: d.Cross, _: str, at: datetime) -> None:
    found = behind_crossing(kept, command.token_hash, at)
    if not found:
        raise Changed("changed")
    kept.lead(command.address, found, at)
    kept.crossings = {way: of for way, of in kept.crossings.items() if of[0] != found}
    if command.empty:
        forget(kept, command.empty)


def _add_way_back(kept: Kept, command: d.AddWayBack, chat: str, at: datetime) -> None:
    kept.ways_back[command.hash] = chat
    kept.ways_back_at[command.hash] = at


FOR_DOORS: Handlers = {
    d.OpenDoor: _open_door,
    d.ClosePlaces: _close_places,
    d.Cross: _cross,
    d.AddWayBack: _add_way_back,
}
