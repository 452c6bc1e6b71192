"""Lines of a form that a learner left out: found again wherever the text changes."""

from __future__ import annotations

from bot.domain.conversation import Message
from bot.engine.context import TurnContext


def cuts_of(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of the lines of a form in a text."""
    from bot.analysis.form_lines import find_leftovers

    return tuple((each.start, each.end) for each in find_leftovers(text))


def put_text(turn: TurnContext, message: Message, text: str, **changes: object) -> None:
    """Put a new text into a message. Where lines of a form were left out they are found again.

    Cuts are places in the text that they were made for: in another one they would be other words.
    """
    turn.change(message, text=text, cuts=cuts_of(text) if message.cuts else (), **changes)
