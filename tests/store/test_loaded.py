"""What is kept in memory of conversations is what a fresh look at the file would give."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.domain.conversation import Conversation, Message
from bot.store.sqlite.loaded import MOST, MOST_MESSAGES, LoadedConversations

AT = datetime(2026, 3, 2, tzinfo=UTC)


def conversation(chat: str, messages: int = 0) -> Conversation:
    written = [Message(n + 1, 1, "", "hi", AT, "") for n in range(messages)]
    return Conversation(chat, messages=written)


def test_a_conversation_is_found_until_its_row_says_something_else() -> None:
    loaded, mine = LoadedConversations(), conversation("a")
    loaded.put("a", "one", mine)
    assert loaded.find("a", "one") == mine
    assert loaded.find("a", "two") is None
    assert loaded.find("b", "one") is None


def test_what_is_forgotten_is_in_memory_no_more() -> None:
    loaded = LoadedConversations()
    loaded.put("a", "one", conversation("a", 3))
    loaded.drop("a")
    loaded.drop("a")
    assert loaded.find("a", "one") is None


def test_the_ones_that_were_used_longest_ago_go_first() -> None:
    loaded = LoadedConversations()
    for number in range(MOST):
        loaded.put(str(number), "one", conversation(str(number)))
    loaded.put("0", "two", conversation("0"))
    loaded.put("new", "one", conversation("new"))
    assert loaded.find("1", "one") is None
    assert loaded.find("0", "two")
    assert loaded.find("new", "one")


def test_many_messages_leave_no_room_for_others() -> None:
    loaded = LoadedConversations()
    loaded.put("small", "one", conversation("small", 1))
    loaded.put("large", "one", conversation("large", MOST_MESSAGES))
    assert loaded.find("small", "one") is None
    assert loaded.find("large", "one")
    loaded.put("larger", "one", conversation("larger", MOST_MESSAGES + 1))
    assert loaded.find("larger", "one") is None
