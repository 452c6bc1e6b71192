"""Conversations, their messages, and the keys of handled events."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from pydantic import TypeAdapter

from bot.domain.addresses import Address
from bot.domain.conversation import Conversation
from bot.domain.fingerprints import erased_as
from bot.domain.messages import Message, changed_between
from bot.domain.standing import Standing
from bot.domain.turn import Turn
from bot.errors import Changed
from bot.store.sqlite import sharings
from bot.store.sqlite.columns import Execute, stamp
from bot.store.sqlite.loaded import LoadedConversations
from bot.store.sqlite.room import Room

FORGET_KEYS_AFTER = timedelta(days=7)
"""Telegram repeats an update for a day at most; a week is safe."""

_CONVERSATION: TypeAdapter[Conversation] = TypeAdapter(Conversation)

_NOT_STATE = {"id", "messages"}

_LOAD_STATE = "SELECT state FROM conversations WHERE chat_id = ?"

_LOAD_MESSAGES = """
    SELECT number, attempt, step, text, at, source, aside, edited_at, joint, cuts, origin, names,
        dropped, passed_on, parts
    FROM messages WHERE chat_id = ? ORDER BY number"""

_TAKE_UP = """
    SELECT EXISTS (SELECT 1 FROM seen WHERE key = ?),
        (SELECT state FROM conversations WHERE chat_id = ?)"""

_CHANGE_STATE = "UPDATE conversations SET state = ? WHERE chat_id = ?"

_KEEP_STATE = """
    INSERT INTO conversations (chat_id, state) VALUES (?, ?)
    ON CONFLICT (chat_id) DO UPDATE SET state = excluded.state"""

_KEEP_MESSAGE = """
    INSERT INTO messages (chat_id, number, attempt, step, text, at, source, aside, edited_at,
        joint, cuts, origin, names, dropped, passed_on, parts)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (chat_id, number) DO UPDATE SET
        step = excluded.step, text = excluded.text, at = excluded.at, source = excluded.source,
        aside = excluded.aside, edited_at = excluded.edited_at, joint = excluded.joint,
        cuts = excluded.cuts, origin = excluded.origin, names = excluded.names,
        dropped = excluded.dropped, passed_on = excluded.passed_on, parts = excluded.parts"""

_AT = """
    SELECT a.conversation, c.state FROM addresses a
    LEFT JOIN conversations c ON c.chat_id = a.conversation
    WHERE a.channel = ? AND a.address = ?"""

_CONVERSATION_OF = "SELECT conversation FROM addresses WHERE channel = ? AND address = ?"

_ADDRESSES = """
    SELECT channel, address FROM addresses WHERE conversation = ? ORDER BY rowid DESC"""

_ADD_ADDRESS = """
    INSERT INTO addresses (channel, address, conversation, at) VALUES (?, ?, ?, ?)
    ON CONFLICT DO NOTHING"""

_NAMED = """
    SELECT chat_id, 0 FROM conversations WHERE chat_id = :name
    UNION SELECT conversation, 1 FROM addresses WHERE address = :name ORDER BY 2"""

# What is as usual is not written down, so that no version is 0. Nothing else is read.
_STANDING = """
    SELECT a.conversation, coalesce(json_extract(c.state, '$.version'), 0),
        (SELECT coalesce(json_extract(body, '$.version'), 0) FROM outbox
            WHERE chat_id = a.conversation AND state = 'stays' ORDER BY number DESC LIMIT 1)
    FROM addresses a LEFT JOIN conversations c ON c.chat_id = a.conversation
    WHERE a.channel = ? AND a.address = ?"""

_SEE = "INSERT INTO seen (key, at) VALUES (?, ?)"

# Keys come in the order of time, so looking from the first one stops at the first that is young.
_FORGET_SEEN = """
    DELETE FROM seen WHERE rowid < (SELECT rowid FROM seen WHERE at >= ? ORDER BY rowid LIMIT 1)"""

NOTE_ERASED = "INSERT INTO erased (hash, at) VALUES (?, ?) ON CONFLICT DO NOTHING"

_FORGET = (
    "DELETE FROM messages WHERE chat_id = ?",
    "DELETE FROM outbox WHERE chat_id = ?",
    "DELETE FROM conversations WHERE chat_id = ?",
    "DELETE FROM addresses WHERE conversation = ?",
    "DELETE FROM mailboxes WHERE conversation = ?",
    "DELETE FROM ways_back WHERE conversation = ?",
    "DELETE FROM crossings WHERE conversation = ?",
    "DELETE FROM members WHERE chat_id = ?",
    "DELETE FROM progress WHERE chat_id = ?",
    "DELETE FROM reach WHERE chat_id = ?",
    "DELETE FROM guesses WHERE chat_id = ?",
    "DELETE FROM coordinators WHERE chat_id = ?",
    "DELETE FROM saved_words WHERE chat_id = ?",
    "UPDATE deliveries SET chat_id = '', outbox = NULL WHERE chat_id = ?",
    "UPDATE invitations SET made_by = '' WHERE made_by = ?",
    "UPDATE schedules SET made_by = '' WHERE made_by = ?",
    "UPDATE audit SET chat_id = '' WHERE chat_id = ?",
    *sharings.FORGET,
)


class ConversationRoom(Room):
    """Where conversations are read. ``SqliteStore.save`` keeps them, with all that a turn does."""

    _loaded: LoadedConversations

    async def load(self, chat_id: str) -> Conversation:
        """Return the conversation of a chat; a new, empty one when nothing is kept."""
        with self._commits.reading():
            found = self._execute(_LOAD_STATE, (chat_id,)).fetchone()
            return self._restored(chat_id, found[0] if found else "").copy()

    async def take_up(self, chat_id: str, key: str) -> Conversation | None:
        """Return the same to be read alone, None where the event of that key was handled before."""
        with self._commits.reading():
            is_seen, state = self._execute(_TAKE_UP, (key, chat_id)).fetchone()
            # A key stands alone: after /forget there is no conversation that it could belong to.
            return None if is_seen else self._restored(chat_id, state)

    def _restored(self, chat_id: str, state: str | None) -> Conversation:
        """Return a conversation whose row has this state, none where it has no row."""
        if not state:
            return Conversation(chat_id)
        if known := self._loaded.find(chat_id, state):
            return known
        messages = [_kept(row) for row in self._execute(_LOAD_MESSAGES, (chat_id,)).fetchall()]
        facts = {**json.loads(state), "id": chat_id, "messages": messages}
        conversation = _CONVERSATION.validate_python(facts)
        self._loaded.put(chat_id, state, conversation)
        return conversation

    async def at(self, address: Address) -> Conversation:
        """Return the conversation of an address to be read alone; an empty one for a new address,
        without an id."""
        with self._commits.reading():
            found = self._execute(_AT, (address.channel, address.address)).fetchone()
            return self._restored(*found) if found else Conversation("")

    async def conversation_of(self, address: Address) -> str:
        """Return the id of the conversation that an address points to, "" for a new address."""
        with self._commits.reading():
            found = self._execute(_CONVERSATION_OF, (address.channel, address.address)).fetchone()
        return str(found[0]) if found else ""

    async def standing(self, address: Address) -> Standing:
        """Return how far the conversation of an address is, and which of its lines is shown."""
        with self._commits.reading():
            found = self._execute(_STANDING, (address.channel, address.address)).fetchone()
        return Standing(*found) if found else Standing()

    async def addresses(self, conversation: str) -> list[Address]:
        """Return where a conversation can be found, the newest first."""
        with self._commits.reading():
            return [Address(*row) for row in self._execute(_ADDRESSES, (conversation,)).fetchall()]

    async def named(self, name: str) -> str:
        """Return the id of the conversation of that id or, failing that, of that address."""
        with self._commits.reading():
            found = self._execute(_NAMED, {"name": name}).fetchone()
        return str(found[0]) if found else name


def keep(execute: Execute, turn: Turn, seen: str) -> str:
    """Keep a conversation as a turn has left it, or nothing, and the key of the turn's event.

    Return the state of its row, "" for none. Raise Changed where all of it was deleted, by an
    operator say, since the turn was begun.
    """
    execute(_SEE, (seen, turn.at.isoformat()))
    if turn.forget:
        _refuse_forgotten(execute, turn)
        forget(execute, turn.after.id)
        execute(NOTE_ERASED, (erased_as(turn.after.id), stamp(turn.at)))
        return ""
    after = turn.after
    # Half of the bytes would say that nothing is set. A default that changes needs a migration.
    state = _CONVERSATION.dump_json(after, exclude=_NOT_STATE, exclude_defaults=True).decode()
    if not turn.before.version:
        execute(_KEEP_STATE, (after.id, state))
    elif not execute(_CHANGE_STATE, (state, after.id)).rowcount:
        raise Changed("changed")
    if to := turn.address:
        execute(_ADD_ADDRESS, (to.channel, to.address, after.id, turn.at.isoformat()))
    for _, new in changed_between(turn.before.messages, after.messages):
        if new is not None:
            execute(_KEEP_MESSAGE, (after.id, *_row(new)))
    return state


def _refuse_forgotten(execute: Execute, turn: Turn) -> None:
    if turn.before.version and not execute(_LOAD_STATE, (turn.before.id,)).fetchone():
        raise Changed("changed")


def forget_keys(execute: Execute, at: datetime) -> None:
    """Forget the keys of events that cannot come again."""
    execute(_FORGET_SEEN, ((at - FORGET_KEYS_AFTER).isoformat(),))


def forget(execute: Execute, chat_id: str) -> None:
    """Delete everything of a chat. In reports they stay a number without a chat."""
    for statement in _FORGET:
        execute(statement, (chat_id,))


def _kept(row: Sequence[Any]) -> dict[str, Any]:
    message = dict(zip(Message.__dataclass_fields__, row, strict=True))
    return message | {name: _read(message[name]) for name in ("cuts", "names", "parts")}


def _read(kept: str) -> list[Any] | None:
    """Return a list as it was kept, None where nothing was."""
    if kept in ("", "[]"):
        return [] if kept else None
    found: list[Any] = json.loads(kept)
    return found


def _row(message: Message) -> tuple[object, ...]:
    return (
        *(message.number, message.attempt, message.step, message.text, message.at.isoformat()),
        *(message.source, int(message.aside)),
        message.edited_at.isoformat() if message.edited_at else None,
        *(message.joint, _list(message.cuts), message.origin, _list(message.names)),
        *(message.dropped, int(message.passed_on)),
        "" if message.parts is None else _list(message.parts),
    )


def _list(found: Sequence[object]) -> str:
    """Return what is nearly always empty as JSON: an encoder is made anew for each call."""
    return json.dumps(found) if found else "[]"
