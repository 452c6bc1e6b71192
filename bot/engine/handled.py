"""Events that were handled and left no message behind: presses, commands, and what filled in a
field.

A phone can send an edit of any of them. So that an edit which changes nothing is known as one, the
newest are kept: where each came from, and a fingerprint of its text.
"""

from __future__ import annotations

from typing import Literal

from bot.domain.events import Event
from bot.domain.fingerprints import of_text
from bot.engine.context import TurnContext

MOST = 20
"""How many are kept. An edit comes soon, or it is a real one."""

_FIELD = "field"

Before = Literal["same", "field", "other"]
"""``same`` is the text that was handled, ``field`` filled in something, ``other`` is not known or
was a press or a command with another text."""


def note(turn: TurnContext, event: Event, *, is_field: bool) -> None:
    """Keep in mind an event that was handled, unless its words are kept as a message."""
    source = event.source or event.key
    if turn.conversation.messages.has_source(source):
        return
    entry = f"{source} {of_text(event.text, turn.conversation.id)}"
    handled = turn.conversation.handled
    handled.append(f"{entry} {_FIELD}" if is_field else entry)
    del handled[:-MOST]


def is_repeated(turn: TurnContext) -> bool:
    """Return whether a message has come before under another key, as one of a build before this."""
    event = turn.event
    if event.kind not in ("say", "attachment") or not event.source:
        return False
    if turn.conversation.messages.has_source(event.source):
        return True
    return before_edit(turn) == "same"


def before_edit(turn: TurnContext) -> Before:
    """Return what an edit of something that is no message was before."""
    event, chat = turn.event, turn.conversation.id
    for entry in reversed(turn.conversation.handled):
        text, _, what = entry.removeprefix(f"{event.source} ").partition(" ")
        if entry.startswith(f"{event.source} "):
            if text == of_text(event.text, chat):
                return "same"
            return "field" if what else "other"
    return "other"
