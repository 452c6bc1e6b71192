"""A reply never just stops: a question, or what can be pressed next, ends it."""

from __future__ import annotations

from bot.analysis.reading.kinds import Kind
from bot.content.models.dialogue import WordsStep
from bot.engine.context import TurnContext
from bot.engine.wording import Text, join
from bot.engine.wordings import Chooser
from bot.flows.coaching.replies import ask_open, ask_smaller

NEEDED: frozenset[Kind] = frozenset(
    ("complaint_about_coach", "already_told", "correction", "chat", "theory", "denial", "request")
)
"""Kinds whose reply needs a way on. Who goes, stops or tells of bad news is asked nothing."""


def with_way_on(turn: TurnContext, kind: Kind, said: Text, lines: Chooser) -> Text:
    """Return a reply that ends with a way on: its own, the question that waits, or *Next*. Who told
    something already is asked nothing: where the answer is empty, they may go past it."""
    if kind == "already_told":
        return _past_it(turn, said, lines)
    return with_end(turn, said, lines) if kind in NEEDED else said


def _past_it(turn: TurnContext, said: Text, lines: Chooser) -> Text:
    """Return a reply that asks nothing, and says how to go on from a step."""
    step = turn.step
    if not isinstance(step, WordsStep):
        return said
    is_told = bool(turn.answer(step.id))
    leave = turn.content.listening.kinds.talk.leave_it
    way_on = turn.fill(turn.content.words.answer.first) if is_told else lines.pick(leave)
    return join("\n", [each for each in (said, way_on) if each])


def with_end(turn: TurnContext, said: Text, lines: Chooser) -> Text:
    """Return a reply that ends with a way on, whatever it replies to."""
    if turn.conversation.prompt != "none" or _has_one(turn, said):
        return said
    step = turn.open_question
    if step is None:
        return said
    more = ask_open(turn, lines)
    if more is None and turn.answer(step.id) and step == turn.step:
        more = turn.fill(turn.content.words.answer.first)
    more = more or ask_smaller(turn, lines)
    return join("\n", [said, more]) if more else said


def _has_one(turn: TurnContext, said: Text) -> bool:
    """Whether a reply asks something, or names a button."""
    buttons = turn.content.words.buttons
    labels = (buttons.next, buttons.skip, buttons.review, buttons.statement, buttons.put_in)
    return "?" in said or any(f"“{each}”" in said for each in labels)
