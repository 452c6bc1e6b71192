"""Going on elsewhere, as commands and queries. It decides nothing."""

from __future__ import annotations

from datetime import datetime

from bot.domain import commands
from bot.domain.addresses import Address
from bot.domain.crossing import WayBack, WaysIn
from bot.errors import Changed
from bot.store.sqlite.columns import Execute, stamp

_BEHIND = "SELECT conversation FROM crossings WHERE hash = ? AND until > ?"

_DROP = "DELETE FROM crossings WHERE conversation = ? OR until <= ?"

_ADD = "INSERT INTO crossings (hash, conversation, until) VALUES (?, ?, ?)"

_LEAD = """
    INSERT INTO addresses (channel, address, conversation) VALUES (?, ?, ?)
    ON CONFLICT (channel, address) DO UPDATE SET conversation = excluded.conversation"""

_ADD_WAY_BACK = "INSERT INTO ways_back (hash, conversation, at) VALUES (?, ?, ?)"

_WAYS_BACK = "SELECT hash, at FROM ways_back WHERE conversation = ? ORDER BY at, hash"

_ADDRESSES = "SELECT channel, address FROM addresses WHERE conversation = ? ORDER BY rowid DESC"


def behind(execute: Execute, token_hash: str, now: datetime) -> str:
    """Return the conversation behind a door that is good now, "" for none."""
    found = execute(_BEHIND, (token_hash, stamp(now))).fetchone() if token_hash else None
    return str(found[0]) if found else ""


def ways_in(execute: Execute, conversation: str) -> WaysIn:
    """Return where a conversation is open, and the ways back to it."""
    addresses = (Address(*row) for row in execute(_ADDRESSES, (conversation,)).fetchall())
    kept = execute(_WAYS_BACK, (conversation,)).fetchall()
    back = (WayBack(kind.partition(" ")[0], datetime.fromisoformat(at)) for kind, at in kept)
    return WaysIn(tuple(addresses), tuple(back))


def open_door(execute: Execute, command: commands.OpenDoor, chat_id: str, at: datetime) -> None:
    """Keep new ways in, in the place of earlier ones."""
    execute(_DROP, (chat_id, stamp(at)))
    for each in command.hashes:
        execute(_ADD, (each, chat_id, stamp(command.until)))


def cross(execute: Execute, command: commands.Cross, at: datetime) -> None:
    """Let an address lead to the conversation behind a door. Raise Changed where it is closed."""
    found = behind(execute, command.token_hash, at)
    if not found:
        raise Changed("changed")
    execute(_LEAD, (command.address.channel, command.address.address, found))
    execute(_DROP, (found, stamp(at)))


def add_way_back(
    execute: Execute, command: commands.AddWayBack, chat_id: str, at: datetime
) -> None:
    """Keep one more way back."""
    execute(_ADD_WAY_BACK, (command.hash, chat_id, at.isoformat()))
