"""A part of a message is known by where it stood, and so is the label before it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from bot.domain.messages import Message
from bot.domain.parts import label_before, root_of

AT = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)

SENT = "Situation: I am a cook. Mrs Campbell helped.\n\n**Management** –\nI made a list of it."


def message(number: int, text: str, origin: int = 0) -> Message:
    return Message(number, 1, "situation", text, AT, f"say {number}", origin=origin)


WHOLE = message(1, SENT)

COOK = message(2, "I am a cook. Mrs Campbell helped.", origin=1)

LIST = message(3, "I made a list of it.", origin=1)


def test_a_label_is_what_stood_before_the_part() -> None:
    messages = [WHOLE, COOK, LIST]
    assert [label_before(each, messages) for each in messages] == [
        "",
        "Situation:",
        "**Management** –",
    ]


def test_a_name_that_was_replaced_since_hides_no_label() -> None:
    cook = replace(COOK, text="I am a cook. [a colleague] helped.", names=(("x", "[a colleague]"),))
    messages = [WHOLE, cook, LIST]
    assert label_before(cook, messages) == "Situation:"
    assert label_before(LIST, messages) == "**Management** –"


def test_a_message_that_was_changed_since_tells_no_label() -> None:
    messages = [replace(WHOLE, text="Other words."), COOK, LIST]
    assert [label_before(each, messages) for each in messages] == ["", "", ""]


def test_a_part_of_a_part_has_the_label_of_the_first_and_the_message_of_the_whole() -> None:
    piece = message(4, "I am a cook.", origin=2)
    other = message(5, "Mrs Campbell helped.", origin=2)
    messages = [WHOLE, COOK, LIST, piece, other]
    assert label_before(piece, messages) == "Situation:"
    assert root_of(other, messages) is WHOLE


def test_pieces_without_a_label_have_none() -> None:
    whole = message(1, "I made a list.\nI rang the team.")
    messages = [whole, message(2, "I made a list.", 1), message(3, "I rang the team.", 1)]
    assert [label_before(each, messages) for each in messages] == ["", "", ""]
