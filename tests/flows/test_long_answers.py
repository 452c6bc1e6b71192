"""Whoever writes on and on is answered as fast as before, and slows nobody down."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.content.library import Content
from bot.domain.conversation import Conversation
from bot.domain.events import Event
from bot.domain.messages import Message, Messages
from bot.domain.turn import Turn
from bot.engine.turn import take_turn
from bot.flows.registry import FLOWS
from tests.support.work import work_of

NOW = datetime(2026, 11, 29, 9, 0, tzinfo=UTC)

TOLD = ("I planned the rota with the team.", "I asked each of them what they needed.")


def take(content: Content, before: Conversation, text: str) -> Turn:
    source = f"{before.version}"
    return take_turn(FLOWS, content, before, Event(before.id, "say", text, source, source), NOW)


def with_messages(content: Content, count: int) -> Conversation:
    """A conversation with so many messages in the open answer, each read when it came."""
    conversation = Conversation("one")
    for text in ("Start", "I am a cook in a care home.", "Next", *TOLD):
        conversation = take(content, conversation, text).after
    last = conversation.messages[-1]
    for number in range(len(conversation.messages) + 1, count + 1):
        text = f"I planned week {number} with the night team."
        message = replace(last, number=number, source=f"told {number}", text=text)
        conversation.messages.append(message)
    return take(content, conversation, "It went well.").after


@pytest.mark.parametrize(
    "text", ["I asked Maria what she needed before I changed it.", "Next", "Back", "why?"]
)
def test_a_turn_costs_the_same_with_5_000_messages_in_the_answer(
    content: Content, text: str
) -> None:
    few, many = (with_messages(content, count) for count in (10, 5_000))

    def work(before: Conversation) -> int:
        # The least of many: a pattern that is tried for the twentieth time is looked into, once.
        return min(work_of(lambda: take(content, before, text)) for _ in range(12))

    assert work(many) <= 1.5 * work(few)


@pytest.mark.parametrize("text", ["ok thanks", "dunno", "Next"])
def test_a_turn_costs_the_same_with_1_000_messages_that_are_in_no_answer(
    content: Content, text: str
) -> None:
    def beside(count: int) -> Conversation:
        conversation = with_messages(content, 10)
        newest = conversation.messages[-1]
        for number in range(newest.number + 1, count + 1):
            aside = replace(newest, number=number, source=f"said {number}", aside=True)
            conversation.messages.append(replace(aside, text=f"lol {number}", step=""))
        return conversation

    few, many = beside(30), beside(1_000)

    def work(before: Conversation) -> int:
        return min(work_of(lambda: take(content, before, text)) for _ in range(3))

    assert work(many) <= 1.5 * work(few)


def test_what_an_answer_tells_is_known_anew_when_a_message_of_it_changes(content: Content) -> None:
    told = with_messages(content, 10).messages
    newest = told[-1]
    first = told.at(newest.attempt, newest.step)[0]
    place = (first.attempt, first.step)
    messages = Messages([replace(each, parts=("who",)) for each in told])
    messages.tells(messages[first.number - 1], ["how"])
    assert messages.tell(*place, never) == {"who", "how"}
    other = messages.copy()
    other[first.number - 1] = replace(first, aside=True)
    assert other.tell(*place, never) == {"who"}
    messages.tells(messages[newest.number - 1], ["why"])
    messages.append(replace(newest, number=newest.number + 1, parts=("result",)))
    assert messages.tell(*place, never) == {"who", "how", "why", "result"}


def test_a_message_at_which_nobody_has_looked_is_read_once(content: Content) -> None:
    messages = Messages(replace(each, parts=None) for each in with_messages(content, 10).messages)
    newest, read = messages[-1], list[int]()
    place = (newest.attempt, newest.step)

    def who(message: Message) -> list[str]:
        read.append(message.number)
        return ["who"]

    copy = messages.copy()
    assert copy.tell(*place, who) == {"who"}
    assert copy.copy().tell(*place, never) == {"who"}
    assert read == [each.number for each in copy.at(*place)]
    assert all(each.parts == ("who",) for each in copy.at(*place))
    assert messages[-1].parts is None


def never(message: Message) -> list[str]:
    raise AssertionError(f"message {message.number} was read again")


@pytest.mark.parametrize(
    "piece", ["\n", " ", "and ", "so ", ", ", "it still says ", "then put that ", "you never "]
)
def test_a_page_of_one_thing_holds_nobody_up(content: Content, piece: str) -> None:
    """A pattern that is tried at every blank of it would take minutes: whoever waits for it here
    finds the test at its limit."""
    page, conversation = (piece * 60_000)[:60_000], Conversation("paged")
    for text in ("Start", *TOLD, page, "My colleague hits a resident.", page):
        conversation = take(content, conversation, text).after
    assert conversation.messages[-1].text
