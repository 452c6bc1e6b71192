"""The question of a reader, at the step that it is about, until its learner has written there."""

from __future__ import annotations

from bot.analysis.coach_texts import CoachTexts
from bot.domain.sharing import Act, Sharing
from bot.engine.context import TurnContext
from bot.engine.wording import Text, Typed
from bot.flows.sharing.told import label_of


def reader_asks(turn: TurnContext) -> Text | None:
    """Return what a reader asks about the step that is open, None for nothing."""
    found = next((act for each, act in open_questions(turn) if _is_here(turn, each, act)), None)
    return turn.fill(turn.content.words.sharing.asks, asked=Typed(found.words)) if found else None


def asked_of(turn: TurnContext) -> list[Text]:
    """Return what readers ask of the statement in hand, each with the answer that it is about."""
    said = turn.content.words.sharing.asks_about
    return [
        turn.fill(said, label=label_of(turn.content, each, act.step), asked=Typed(act.words))
        for each, act in open_questions(turn)
        if each.attempt == turn.attempt.number
    ]


def open_questions(turn: TurnContext) -> list[tuple[Sharing, Act]]:
    """Return the questions that are not answered, the newest first."""
    asked = [
        (each, act)
        for each in turn.access.sharings
        if not each.ended_at and (act := each.did("question"))
    ]
    return [(each, act) for each, act in asked if not _is_answered(turn, each, act)][::-1]


def is_readers(turn: TurnContext, text: str) -> bool:
    """Return whether a text is what a reader has written, and no words of the learner's."""
    asked = [act.words for each in turn.access.sharings for act in each.acts if act.words]
    return bool(asked) and CoachTexts.of(asked).has(text)


def _is_answered(turn: TurnContext, sharing: Sharing, act: Act) -> bool:
    """Whether words came to that step since it was asked."""
    return any(
        (each.edited_at or each.at) > act.at
        for each in turn.conversation.messages
        if (each.attempt, each.step) == (sharing.attempt, act.step) and not each.aside
    )


def _is_here(turn: TurnContext, sharing: Sharing, act: Act) -> bool:
    return (sharing.attempt, act.step) == (turn.attempt.number, turn.attempt.step)
