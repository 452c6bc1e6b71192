"""How far somebody has come in each dialogue. What is done in one is untouched by another."""

from __future__ import annotations

from collections.abc import Iterator

from bot.content.models.dialogue import Dialogue
from bot.domain.offers import Button
from bot.domain.progress import status_of
from bot.domain.statement import assemble
from bot.engine.context import TurnContext
from bot.engine.pages import open_page
from bot.engine.wording import counted
from bot.flows.reflection.screens import greet, show_on_return

THINGS = "things"
"""The name of the page."""


def things(turn: TurnContext, _: str = "") -> None:
    """``/things``: every dialogue, and how far each has come."""
    open_page(turn, THINGS)


def show(turn: TurnContext, name: str) -> None:
    """Every dialogue in its order, with what has been done in it."""
    turn.conversation.open_page = name
    turn.conversation.has_read = True
    entries = [_entry(turn, dialogue) for dialogue in turn.content.dialogues.values()]
    turn.tell(turn.fill(turn.content.words.things.title), *entries)


def buttons(turn: TurnContext, _: str) -> Iterator[Button]:
    """Yield a button to open each of them."""
    for each in turn.content.dialogues.values():
        yield Button(each.name, f"open:{each.id}", side=True)


def _entry(turn: TurnContext, dialogue: Dialogue) -> str:
    words, conversation = turn.content.words, turn.conversation
    mine = [each for each in conversation.attempts if each.dialogue == dialogue.id]
    newest = mine[-1] if mine else None
    how_far = status_of(turn.content.dialogues, conversation, newest)
    count = assemble(dialogue, conversation, newest).own_words if newest else 0
    saved = counted(words, words.returning.saved, count) if count else ""
    state = turn.fill(getattr(words.things, how_far), minutes=dialogue.minutes, saved=saved)
    here = turn.fill(words.things.here) if turn.attempt.dialogue == dialogue.id else ""
    parts = [part for part in (here, state) if part]
    return turn.fill(words.things.entry, title=dialogue.title, state=" ".join(parts))


def open_dialogue(turn: TurnContext, dialogue_id: str) -> None:
    """Take up the newest attempt at another dialogue, or begin one. The one left stays as it is."""
    turn.take_up(dialogue_id)
    if not turn.at_welcome or turn.left_over():
        greet(turn)
    show_on_return(turn)
