"""Conversations as they were last read or kept, for their next turn, and lines that were read.

Each is handed out only while its row says what it said then: every turn changes the row, whoever
takes it. So nothing stale is handed out, and its messages need not be read again.
"""

from __future__ import annotations

from collections import OrderedDict

from bot.domain.conversation import Conversation
from bot.domain.outbox import Outgoing

MOST, MOST_MESSAGES = 256, 20_000
"""Conversations that are kept in memory, and messages of all of them: the oldest go first."""

LINES = 10 * MOST
"""Lines that are kept in memory: a page shows ten."""


class LoadedConversations:
    """The conversations of one connection that were used last."""

    def __init__(self, most: int = MOST) -> None:
        """None was used yet. ``most`` is 0 where nothing is kept here."""
        self._most = most
        # Of a plain dict each look for the first key goes past all that were taken out before.
        self._kept = OrderedDict[str, tuple[str, Conversation]]()
        self._messages = 0

    def find(self, chat_id: str, state: str) -> Conversation | None:
        """Return the conversation whose row has this state; None where it is not here."""
        known = self._kept.get(chat_id)
        return known[1] if known and known[0] == state else None

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


class LoadedLines:
    """The lines that pages have shown last, each the same object while its row is the same."""

    def __init__(self, most: int = LINES) -> None:
        """None was read yet. ``most`` is 0 where nothing is kept here."""
        self._most = most
        self._kept = dict[int, tuple[str, Outgoing]]()

    def find(self, number: int, body: str) -> Outgoing | None:
        """Return the line whose row has this body; None where it is not here."""
        known = self._kept.get(number)
        return known[1] if known and known[0] == body else None

    def put(self, body: str, line: Outgoing) -> None:
        """Keep a line with the body of its row."""
        self._kept[line.number] = body, line
        while len(self._kept) > self._most:
            del self._kept[next(iter(self._kept))]

    def drop(self, conversation: str) -> None:
        """Keep nothing of a conversation."""
        gone = [number for number, (_, e) in self._kept.items() if e.conversation == conversation]
        for number in gone:
            del self._kept[number]
