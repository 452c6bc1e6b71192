"""The year page: every finished reflection by its date, and what became of its badge."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from bot.domain.conversation import Attempt
from bot.domain.documents import Document, Part
from bot.engine.context import TurnContext
from bot.engine.dates import day_in
from bot.engine.wording import counted
from bot.flows.reflection.written import Written, all_written

BADGE = {"awarded": "awarded", "declined": "declined"}
"""What a learner told of the badge, and the sentence for it; anything else is *sent*."""


def finished(turn: TurnContext) -> list[tuple[datetime, Written]]:
    """Return the finished reflections with the day of the last word, the oldest first."""
    found = [
        (_last_word(turn, each.attempt), each)
        for each in all_written(turn)
        if each.statement.ready or each.attempt.sent_at
    ]
    return sorted(found, key=lambda pair: pair[0])


def year_page(turn: TurnContext) -> Document:
    """Return the page as a document: a part for each reflection, and no word of any answer."""
    words = turn.content.words.documents.year
    parts = [
        Part(each.statement.dialogue.title, "\n".join(_lines(turn, at, each)))
        for at, each in finished(turn)
    ]
    return Document(str(turn.fill(words.title)), tuple(parts))


def _lines(turn: TurnContext, at: datetime, written: Written) -> Iterator[str]:
    words, attempt = turn.content.words.documents.year, written.attempt
    zone = turn.conversation.preferences.zone
    count = counted(turn.content.words, words.count, written.statement.own_words)
    yield turn.fill(words.finished, date=day_in(at, zone), count=count)
    if attempt.sent_at:
        yield turn.fill(words.sent, date=day_in(attempt.sent_at, zone))
    if attempt.sent_at and attempt.outcome in BADGE:
        yield turn.fill(getattr(words, BADGE[attempt.outcome]))


def _last_word(turn: TurnContext, attempt: Attempt) -> datetime:
    return max(
        each.edited_at or each.at
        for each in turn.conversation.messages
        if each.attempt == attempt.number
    )
