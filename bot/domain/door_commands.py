"""Commands of a turn to the ways into a conversation. ``commands.py`` says how it is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.addresses import Address


@dataclass(frozen=True, slots=True)
class OpenDoor:
    """Ways into a conversation that are good until then, in the place of earlier ones.

    They are kept as hashes, and the use of one uses all of them up. ``conversation`` is the one
    that they lead into, "" for that of who makes them.
    """

    hashes: tuple[str, ...]
    until: datetime
    conversation: str = ""


@dataclass(frozen=True, slots=True)
class ClosePlaces:
    """These addresses lead into the conversation of who does it no more."""

    addresses: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class Cross:
    """An address leads to the conversation behind a door from now on. The door must be good still.

    ``empty`` is the conversation that it led to before, where that has nothing to keep; else "".
    """

    token_hash: str
    address: Address
    empty: str = ""


@dataclass(frozen=True, slots=True)
class AddWayBack:
    """One more way back to the conversation of the turn, by its hash."""

    hash: str


DoorCommand = OpenDoor | ClosePlaces | Cross | AddWayBack
