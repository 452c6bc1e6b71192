"""How far somebody has come in each dialogue. What is done in one is untouched by another."""

from __future__ import annotations

from datetime import timedelta

from bot.content.content import Content
from bot.content.schema import Dialogue
from bot.conversation.talk import Talk
from bot.conversation.wording import counted
from bot.model import Attempt, Conversation, Standing, Status
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


LOOKED_AT_WITHIN = timedelta(days=28)
"""How long SSSC may take to look at a badge application."""


def standing(content: Content, conversation: Conversation) -> Standing | None:
    """How far the attempt in hand has come, without a word of it. None where there is none."""
    if not conversation.attempts or conversation.attempt.dialogue not in content.dialogues:
        return None
    attempt = conversation.attempt
    statement = assemble(content.dialogues[attempt.dialogue], conversation, attempt)
    asks = attempt.sent_at and not attempt.outcome and "asked" not in attempt.offered
    return Standing(
        attempt.dialogue,
        attempt.step,
        status_of(content, conversation, attempt),
        statement.own_words,
        attempt.sent_at,
        attempt.sent_at + LOOKED_AT_WITHIN if attempt.sent_at and asks else None,
    )


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
