"""What is kept in memory of conversations and lines is what a fresh look at the file would give."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.domain.addresses import Address
from bot.domain.conversation import Conversation
from bot.domain.messages import Message, Messages
from bot.domain.outbox import Outgoing
from bot.domain.turn import Reply
from bot.store.sqlite.loaded import MOST, MOST_MESSAGES, LoadedConversations, LoadedLines

AT = datetime(2026, 3, 2, tzinfo=UTC)


def conversation(chat: str, messages: int = 0) -> Conversation:
    written = [Message(n + 1, 1, "", "hi", AT, "") for n in range(messages)]
    return Conversation(chat, messages=Messages(written))


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


def line(number: int, conversation: str = "a") -> Outgoing:
    to = Address("web", conversation)
    return Outgoing(conversation, to, "reply", Reply("Hello"), number=number, stays=True)


def test_a_line_is_the_same_object_while_its_row_says_the_same() -> None:
    loaded, mine = LoadedLines(), line(1)
    loaded.put("one", mine)
    assert loaded.find(1, "one") is mine
    assert loaded.find(1, "two") is None
    assert loaded.find(2, "one") is None


def test_no_line_of_a_conversation_stays_that_is_forgotten() -> None:
    loaded = LoadedLines()
    for each in (line(1), line(2, "b"), line(3)):
        loaded.put("one", each)
    loaded.drop("a")
    assert [loaded.find(number, "one") for number in (1, 2, 3)] == [None, line(2, "b"), None]


def test_the_lines_that_are_kept_are_limited() -> None:
    loaded = LoadedLines(2)
    for number in (1, 2, 3):
        loaded.put("one", line(number))
    assert loaded.find(1, "one") is None
    assert loaded.find(3, "one")
