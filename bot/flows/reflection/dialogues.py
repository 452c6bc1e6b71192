"""How far somebody has come in each dialogue. What is done in one is untouched by another."""

from __future__ import annotations

from bot.content.models.dialogue import Dialogue
from bot.domain.progress import status_of
from bot.domain.statement import assemble
from bot.engine.context import Talk
from bot.engine.wording import counted
from bot.flows.reflection.screens import greet, show_place


def show_things(talk: Talk) -> None:
    """Every dialogue in its order, with what has been done in it."""
    entries = [_entry(talk, dialogue) for dialogue in talk.content.dialogues.values()]
    talk.tell(talk.fill(talk.content.words.things.title), *entries)


def _entry(talk: Talk, dialogue: Dialogue) -> str:
    words, conversation = talk.content.words, talk.conversation
    mine = [each for each in conversation.attempts if each.dialogue == dialogue.id]
    newest = mine[-1] if mine else None
    how_far = status_of(talk.content, conversation, newest)
    count = assemble(dialogue, conversation, newest).own_words if newest else 0
    saved = counted(words, words.returning.saved, count) if count else ""
    state = talk.fill(getattr(words.things, how_far), minutes=dialogue.minutes, saved=saved)
    here = talk.fill(words.things.here) if talk.attempt.dialogue == dialogue.id else ""
    parts = [part for part in (here, state) if part]
    return talk.fill(words.things.entry, title=dialogue.title, state=" ".join(parts))


def open_dialogue(talk: Talk, dialogue_id: str) -> None:
    """Take up the newest attempt at another dialogue, or begin one. The one left stays as it is."""
    talk.take_up(dialogue_id)
    if not talk.at_welcome or talk.left_over():
        greet(talk)
    show_place(talk)
