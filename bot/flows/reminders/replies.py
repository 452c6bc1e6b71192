"""Words after a reminder: the answer to it, that it is put off, or that it is declined."""

from __future__ import annotations

import re

from bot.analysis.refusals import DECLINES, STOPS
from bot.analysis.time_phrases import read_later
from bot.content.models.dialogue import WordsStep
from bot.engine.context import TurnContext
from bot.engine.machine import change, move
from bot.flows.reminders.later import FEW_WORDS, ask_when, later_at
from bot.flows.reminders.preferences import show
from bot.flows.reminders.routes import PAGE

_LATER = re.compile(r"\s*(?:later|remind\s+me(?:\s+again)?|not\s+now)\b[\s,:-]*(.*)", re.IGNORECASE)


def take_words(turn: TurnContext) -> bool:
    """Words that put a reminder off or turn it down are in no answer; all others answer it."""
    if _puts_off(turn):
        return True
    if _declines(turn):
        turn.keep_aside(turn.event.text)  # it is in /mydata
        _show_declined(turn)
        return True
    _go_to_its_question(turn)
    return False


def _puts_off(turn: TurnContext) -> bool:
    """Whether it is “later tomorrow 8am”, which is done."""
    text = turn.event.text
    found = _LATER.fullmatch(text)
    if not found or len(text.split()) > FEW_WORDS:
        return False
    if not found[1]:
        ask_when(turn)
    return not found[1] or later_at(turn, found[1])


def _go_to_its_question(turn: TurnContext) -> None:
    """Go to the question that a reminder asked before the words are kept."""
    dialogue_id, _, step_id = turn.conversation.reminded.partition(":")
    turn.conversation.reminded = ""
    dialogue = turn.content.dialogues.get(dialogue_id)
    step = dialogue.step(step_id) if dialogue else None
    if dialogue is None or step is None or not isinstance(step, WordsStep):
        return
    if turn.attempt.dialogue == dialogue_id and turn.attempt.step == step_id:
        return
    if turn.attempt.dialogue != dialogue_id:
        turn.take_up(dialogue_id)
    if move(dialogue, turn.attempt, change(step_id)):
        turn.attempt.started_at = turn.attempt.started_at or turn.now
        turn.answered()
        turn.say(turn.content.words.reminders.taken, label=step.label, name=dialogue.name)


def _declines(turn: TurnContext) -> bool:
    """Whether the whole message turns a reminder down, or asks for no more of them."""
    text = turn.event.text.strip(" .!").casefold().replace("’", "'")
    if STOPS.fullmatch(text):
        return True
    if not turn.conversation.reminded:
        return False
    return bool(DECLINES.fullmatch(text)) or (len(text.split()) <= 3 and _later_from(turn, text))


def _later_from(turn: TurnContext, text: str) -> bool:
    return read_later(text, turn.now, turn.conversation.preferences.zone) is not None


def _show_declined(turn: TurnContext) -> None:
    """What was asked for: later, or none."""
    text = turn.event.text.strip(" .!").casefold()
    turn.say(turn.content.words.reminders.declined)
    if STOPS.fullmatch(text):
        show(turn, PAGE)
    elif not later_at(turn, text):
        ask_when(turn)
