"""How far somebody has come in each dialogue. What is done in one is untouched by another."""

from __future__ import annotations

from bot.content.content import Content
from bot.content.schema import Dialogue
from bot.conversation.talk import Talk
from bot.conversation.wording import counted
from bot.model import Attempt, Conversation, Status
from bot.statement import assemble


def status_of(content: Content, conversation: Conversation, attempt: Attempt | None) -> Status:
    """How far one attempt has come."""
    if attempt is None or not attempt.started_at:
        return "new"
    if attempt.sent_at:
        return "submitted"
    dialogue = content.dialogues.get(attempt.dialogue)
    if dialogue and assemble(dialogue, conversation, attempt).ready:
        return "ready"
    return "in_progress"


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
