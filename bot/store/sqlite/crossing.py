"""Going on elsewhere, as commands and queries. It decides nothing."""

from __future__ import annotations

from datetime import datetime

from bot.domain import door_commands
from bot.domain.addresses import Address
from bot.domain.crossing import PAGE, Around, Place, WayBack, WaysIn
from bot.domain.mail import CHANNEL
from bot.errors import Changed
from bot.store.sqlite import mail
from bot.store.sqlite.columns import Execute, stamp

_BEHIND = "SELECT conversation FROM crossings WHERE hash = ? AND until > ?"

_DROP = "DELETE FROM crossings WHERE conversation = ? OR until <= ?"

_ADD = "INSERT INTO crossings (hash, conversation, until) VALUES (?, ?, ?)"

_LEAD = """
    INSERT INTO addresses (channel, address, conversation, at) VALUES (?, ?, ?, ?)
    ON CONFLICT (channel, address) DO UPDATE SET conversation = excluded.conversation,
        at = excluded.at"""

_ADD_WAY_BACK = "INSERT INTO ways_back (hash, conversation, at) VALUES (?, ?, ?)"

_WAYS_BACK = "SELECT hash, at FROM ways_back WHERE conversation = ? ORDER BY at, hash"

_PLACES = "SELECT channel, address, at FROM addresses WHERE conversation = ? ORDER BY rowid DESC"

# Most are alone at the page: then there is no more to read.
_AROUND = """
    SELECT EXISTS (SELECT 1 FROM coordinators WHERE chat_id = :who),
        EXISTS (SELECT 1 FROM members WHERE chat_id = :who AND left_at IS NULL),
        EXISTS (SELECT 1 FROM addresses
            WHERE conversation = :who AND channel NOT IN (:page, :mail)),
        EXISTS (SELECT 1 FROM mailboxes WHERE conversation = :who)"""

_CLOSE = "DELETE FROM addresses WHERE conversation = ? AND channel = ? AND address = ?"


def behind(execute: Execute, token_hash: str, now: datetime) -> str:
    """Return the conversation behind a door that is good now, "" for none."""
    found = execute(_BEHIND, (token_hash, stamp(now))).fetchone() if token_hash else None
    return str(found[0]) if found else ""


def ways_in(execute: Execute, conversation: str) -> WaysIn:
    """Return where a conversation is open, and the ways back to it."""
    places = (
        Place(Address(channel, address), datetime.fromisoformat(at) if at else None)
        for channel, address, at in execute(_PLACES, (conversation,)).fetchall()
    )
    kept = execute(_WAYS_BACK, (conversation,)).fetchall()
    back = (WayBack(kind.partition(" ")[0], datetime.fromisoformat(at)) for kind, at in kept)
    open_in = tuple(each for each in places if each.address.channel != CHANNEL)
    return WaysIn(open_in, tuple(back), mail.mailbox(execute, conversation))


def around(execute: Execute, conversation: str) -> Around:
    """Return who beside its owner gets something of a conversation."""
    asked = {"who": conversation, "page": PAGE, "mail": CHANNEL}
    leads, is_member, in_chat, has_mailbox = execute(_AROUND, asked).fetchone()
    box = mail.mailbox(execute, conversation) if has_mailbox else None
    return Around(bool(leads), bool(is_member), bool(in_chat), box)


def open_door(
    execute: Execute, command: door_commands.OpenDoor, chat_id: str, at: datetime
) -> None:
    """Keep new ways in, in the place of earlier ones."""
    whose = command.conversation or chat_id
    execute(_DROP, (whose, stamp(at)))
    for each in command.hashes:
        execute(_ADD, (each, whose, stamp(command.until)))


def cross(execute: Execute, command: door_commands.Cross, at: datetime) -> None:
    """Let an address lead to the conversation behind a door. Raise Changed where it is closed."""
    found = behind(execute, command.token_hash, at)
    if not found:
        raise Changed("changed")
    to = command.address
    execute(_LEAD, (to.channel, to.address, found, at.isoformat()))
    execute(_DROP, (found, stamp(at)))


def add_way_back(
    execute: Execute, command: door_commands.AddWayBack, chat_id: str, at: datetime
) -> None:
    """Keep one more way back."""
    execute(_ADD_WAY_BACK, (command.hash, chat_id, at.isoformat()))


def close_places(execute: Execute, command: door_commands.ClosePlaces, chat_id: str) -> None:
    """Let these addresses lead nowhere, as far as they lead to the conversation of who asks."""
    for each in command.addresses:
        execute(_CLOSE, (chat_id, each.channel, each.address))
