"""How far somebody is in a dialogue, without a word of theirs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.content.models.dialogue import Dialogue, WordsStep
from bot.domain.conversation import Attempt, Conversation
from bot.domain.named_skills import named_in
from bot.domain.statement import Statement, assemble
from bot.domain.status import Status

Dialogues = Mapping[str, Dialogue]
"""The dialogues that there are, by their ids."""


def status(dialogues: Dialogues, conversation: Conversation) -> Status:
    """Return how far the attempt in hand has come."""
    attempt = conversation.attempt if conversation.attempts else None
    return status_of(dialogues, conversation, attempt)


def status_of(dialogues: Dialogues, conversation: Conversation, attempt: Attempt | None) -> Status:
    """Return how far one attempt has come; *new* for none."""
    dialogue = dialogues.get(attempt.dialogue) if attempt else None
    if attempt is None or dialogue is None:
        return _status(attempt, is_ready=False)
    return _status(attempt, is_ready=assemble(dialogue, conversation, attempt).ready)


def _status(attempt: Attempt | None, *, is_ready: bool) -> Status:
    if attempt is None or not attempt.started_at:
        return "new"
    if attempt.sent_at:
        return "submitted"
    return "ready" if is_ready else "in_progress"


LOOKED_AT_WITHIN = timedelta(days=28)
"""How long SSSC may take to look at a badge application."""


def progress_of(dialogue: Dialogue, conversation: Conversation, attempt: Attempt) -> Progress:
    """Return how far an attempt at a dialogue has come, without a word of it."""
    statement = assemble(dialogue, conversation, attempt)
    asks = attempt.sent_at and not attempt.outcome and not attempt.outcome_asked
    return Progress(
        attempt.dialogue,
        attempt.step,
        _status(attempt, is_ready=statement.ready),
        statement.own_words,
        attempt.sent_at,
        attempt.sent_at + LOOKED_AT_WITHIN if attempt.sent_at and asks else None,
        open_step(statement, attempt),
        has_badge=attempt.outcome == "awarded",
        practices=named_in(dialogue, attempt),
    )


def open_step(statement: Statement, attempt: Attempt | None) -> str:
    """Return the step whose question a reminder asks, "" when the statement is ready.

    The one in hand until *Next*, else the first that has no answer. Where every answer has words,
    and there are too few in all, the shortest one. Who has not begun is asked the first.
    """
    if attempt is None or not attempt.started_at:
        return statement.dialogue.steps[0].id
    missing = [step.id for step in statement.missing]
    if not missing and not statement.to_go:
        return ""
    if any(each.step.id == attempt.step for each in statement.sections):
        return attempt.step
    if missing:
        return missing[0]
    words = [each for each in statement.sections if isinstance(each.step, WordsStep)]
    return min(words, key=lambda each: each.words).step.id


@dataclass(frozen=True, slots=True)
class Progress:
    """How far somebody is in one dialogue: all that coordinators and reminders know of them.

    ``outcome_due`` is when to ask how it went, None where that is not to be asked. ``asked`` is the
    step whose question a reminder asks, "" where the statement is ready. ``has_badge`` is what they
    said themselves. ``practices`` are those that they have named, each as ``side:practice``: they
    are only ever counted.
    """

    dialogue: str
    step: str
    status: Status
    own_words: int
    finished_at: datetime | None = None
    outcome_due: datetime | None = None
    asked: str = ""
    has_badge: bool = False
    practices: tuple[str, ...] = ()


def has_moved(kept: tuple[str, str, int] | None, progress: Progress) -> bool:
    """Return whether somebody is elsewhere than at the kept (step, status, own words)."""
    return kept != (progress.step, progress.status, progress.own_words)


def outcome_is_due(attempt: Attempt, now: datetime) -> bool:
    """Return whether it is time to ask what became of a statement that was sent."""
    sent = attempt.sent_at
    return bool(sent and not attempt.outcome and now - sent >= LOOKED_AT_WITHIN)
