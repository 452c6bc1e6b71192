"""All rooms of the store, and what a turn does in them, whichever database they are in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.domain.lost_words import lost_words
from bot.domain.outbox import Outgoing
from bot.domain.turn import Turn
from bot.store.sqlite import (
    commands,
    conversations,
    deliveries,
    erasures,
    guesses,
    members,
    sharings,
)
from bot.store.sqlite.cohorts import CohortRoom
from bot.store.sqlite.conversations import ConversationRoom
from bot.store.sqlite.deliveries import ReminderRoom
from bot.store.sqlite.doors import DoorRoom
from bot.store.sqlite.inbox import InboxRoom
from bot.store.sqlite.looking import LookingRoom
from bot.store.sqlite.mail import MailRoom
from bot.store.sqlite.meta import MetaRoom
from bot.store.sqlite.outbox import OutboxRoom
from bot.store.sqlite.retention import RetentionRoom
from bot.store.sqlite.sharings import SharingRoom

FORGET_KEYS_EVERY = 100
"""Turns between two looks for old keys. The first turn after a start looks too."""


class Rooms(
    ConversationRoom,
    OutboxRoom,
    DoorRoom,
    SharingRoom,
    MailRoom,
    CohortRoom,
    ReminderRoom,
    MetaRoom,
    InboxRoom,
    LookingRoom,
    RetentionRoom,
):
    """Everything that is kept."""

    _saved = 0

    def _keep_turn(
        self,
        turn: Turn,
        seen: str,
        outgoing: Sequence[Outgoing],
        acknowledged: Iterable[int],
        delivery: int,
    ) -> tuple[list[Outgoing], str]:
        """Keep a turn, its event's key and its replies, in a transaction that has begun.

        ``delivery`` is the number of the one that the turn is about. Return the replies with their
        numbers, and the conversation's row as it was written. Raise Changed.
        """
        execute, chat_id = self._execute, turn.after.id
        if turn.forget:
            deliveries.skip(execute, deliveries.of_chat(execute, chat_id), "left")
        else:
            members.keep(execute, turn)
        state = conversations.keep(execute, turn, seen)
        # What is forgotten leaves no trace in the list of what was done.
        commands.carry_out(execute, turn.commands, "" if turn.forget else chat_id, turn.at)
        self._saved += 1
        if self._saved % FORGET_KEYS_EVERY == 1:
            conversations.forget_keys(execute, turn.at)
            guesses.forget_old(execute, turn.at)
            erasures.forget_old(execute, turn.at)
            sharings.drop_old(execute, turn.at)
        if not turn.forget and (lost := lost_words(turn)):
            self._take_back(chat_id, lost)
            sharings.take_out(execute, chat_id, lost)
        numbered = self._exchange(acknowledged, outgoing)
        if delivery and numbered:
            deliveries.queue(execute, delivery, numbered[0].number, turn.at)
        return numbered, state
