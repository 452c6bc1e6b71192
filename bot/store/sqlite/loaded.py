"""Conversations as they were last read or kept, for their next turn.

Each is handed out only while its row says what it said then: every turn changes the row, whoever
takes it. So nothing stale is handed out, and its messages need not be read again.
"""

from __future__ import annotations

from bot.domain.conversation import Conversation

MOST, MOST_MESSAGES = 256, 20_000
"""Conversations that are kept in memory, and messages of all of them: the oldest go first."""


class LoadedConversations:
    """The conversations of one connection that were used last."""

    def __init__(self, most: int = MOST) -> None:
        """None was used yet. ``most`` is 0 where nothing is kept here."""
        self._most = most
        self._kept = dict[str, tuple[str, Conversation]]()
        self._messages = 0

    def find(self, chat_id: str, state: str) -> Conversation | None:
        """Return a copy of the conversation whose row has this state; None where it is not here."""
        known = self._kept.get(chat_id)
        return known[1].copy() if known and known[0] == state else None

    def put(self, chat_id: str, state: str, conversation: Conversation) -> None:
        """Keep a conversation, which nobody changes from now on, with the state of its row."""
        if not self._most:
            return
        self.drop(chat_id)
        self._kept[chat_id] = state, conversation
        self._messages += len(conversation.messages)
        while len(self._kept) > self._most or self._messages > MOST_MESSAGES:
            self.drop(next(iter(self._kept)))

    def drop(self, chat_id: str) -> None:
        """Keep nothing of a conversation."""
        known = self._kept.pop(chat_id, None)
        if known:
            self._messages -= len(known[1].messages)
