"""A turn is thought on a copy: what is kept stays as it was until the turn is saved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from typing import Any

from bot.domain.conversation import ActivityRound, Attempt, Conversation
from bot.domain.messages import Message, Messages
from bot.domain.offers import Button


def full() -> Conversation:
    """Return a conversation with something in each list."""
    attempt = Attempt(1, "thing_2", "management")
    for each in fields(Attempt):
        if each.default_factory is list:
            setattr(attempt, each.name, ["situation"])
        elif each.default_factory is dict:
            setattr(attempt, each.name, {"situation": ["plan"]})
    attempt.asked_after, attempt.seen = {"situation": 1}, {"situation": "plan"}
    message = Message(1, 1, "situation", "We made a list.", datetime(2026, 11, 29, tzinfo=UTC), "1")
    made = Conversation("a", [attempt], Messages([message]), current=1)
    made.activity_round = ActivityRound(["a"], 1, ["b"])
    for each in fields(Conversation):
        if each.default_factory is list and not getattr(made, each.name):
            setattr(made, each.name, ["a"])
    made.offers = [Button("Next", "next")]
    return made


def changeable(value: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Yield all that can be changed in a value, each with where it is."""
    if isinstance(value, Message | Button):
        return
    if isinstance(value, list | dict) or is_dataclass(value):
        yield name, value
    if isinstance(value, list):
        inside = {str(place): each for place, each in enumerate(value)}
    elif isinstance(value, dict):
        inside = value
    else:
        inside = (
            {e.name: getattr(value, e.name) for e in fields(value)} if is_dataclass(value) else {}
        )
    for at, each in inside.items():
        yield from changeable(each, f"{name}.{at}")


def test_a_copy_of_a_conversation_is_equal_and_shares_nothing_that_can_be_changed() -> None:
    kept = full()
    copy = kept.copy()
    assert copy == kept
    mine, theirs = dict(changeable(kept)), dict(changeable(copy))
    assert mine.keys() == theirs.keys()
    assert [name for name in mine if mine[name] is theirs[name]] == []
