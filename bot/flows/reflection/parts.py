"""The parts that a message was split into, once its text changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.domain.conversation import pieces_of
from bot.domain.messages import NOWHERE, Message
from bot.engine.context import TurnContext
from bot.flows.reflection.parts_told import wide_parts_of
from bot.flows.reflection.splitting import situations_in
from bot.flows.safety.cuts import put_text
from bot.flows.safety.markers import Decisions

_Span = tuple[str, int, int]
"""The label of a part, "" for none, and from where to where it goes."""


def _labelled(turn: TurnContext, message: Message) -> list[_Span]:
    return [(each.step, each.start, each.end) for each in wide_parts_of(turn, message)]


def _situations(turn: TurnContext, message: Message) -> list[_Span]:
    return [("", start, end) for start, end in situations_in(turn, message)]


def _paragraphs(_: TurnContext, message: Message) -> list[_Span]:
    return [("", start, end) for _, start, end in pieces_of(replace(message, cuts=()))]


_WAYS: tuple[Callable[[TurnContext, Message], list[_Span]], ...] = (
    _labelled,
    _situations,
    _paragraphs,
)
"""How a message is split: by the learner's labels, by its situations, by its paragraphs."""


def parts_made(turn: TurnContext, message: Message) -> list[Message]:
    """Return the parts of a message as they are now, none where it is in one piece."""
    return [each for each in turn.conversation.messages if each.origin == message.number]


def follow(turn: TurnContext, message: Message, text: str, names: Decisions) -> bool:
    """Put its new words into each part of a message; return False where it has other parts now.

    Nothing is changed then.
    """
    found = _found(turn, message, text, names)
    for part, new in found or []:
        if new != part.text:
            mine = tuple(pair for pair in names if pair[1] in new)
            put_text(turn, part, new, names=mine, edited_at=turn.now)
    return found is not None


def _found(
    turn: TurnContext, message: Message, text: str, names: Decisions
) -> list[tuple[Message, str]] | None:
    """The new words of each part, and of the parts of each part."""
    made = parts_made(turn, message)
    for way in _WAYS:
        before, now = way(turn, message), way(turn, replace(message, text=text))
        if [message.text[start:end].strip() for _, start, end in before] != [m.text for m in made]:
            continue
        if [label for label, *_ in before] != [label for label, *_ in now]:
            return None
        found = list[tuple[Message, str]]()
        for part, (_, start, end) in zip(made, now, strict=True):
            new = text[start:end].strip()
            found.append((part, new))
            if parts_made(turn, part):
                inner = _found(turn, part, new, names)
                if inner is None:
                    return None
                found += inner
        return found
    return None


def put_together(turn: TurnContext, parts: list[Message]) -> None:
    """A message is in one piece again: its parts are no more, as the old words of any edit."""
    for each in parts:
        put_together(turn, parts_made(turn, each))
        undecided = turn.conversation.undecided
        turn.conversation.undecided = [n for n in undecided if n != each.number]
        turn.change(each, text="", aside=True, cuts=(), origin=0, step=NOWHERE)
