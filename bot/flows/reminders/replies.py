"""Words after a reminder: the answer to it, or that it is declined."""

from __future__ import annotations

from bot.analysis.refusals import DECLINES, STOPS
from bot.analysis.time_phrases import read_later
from bot.content.models.dialogue import WordsStep
from bot.engine.context import Talk
from bot.engine.machine import change, move
from bot.flows.reminders.later import later_at
from bot.flows.reminders.preferences import show
from bot.flows.reminders.routes import LATER, PAGE

LAPSE = ("form", "name_shown", "name_check", "join", "later", "forget", "restart", "carry_on")
"""What was asked before and takes typed words: those that come now are for the reminder."""


def answer_reminder(talk: Talk) -> None:
    """Words after a reminder are the answer to its question: go there before they are kept."""
    dialogue_id, _, step_id = talk.conversation.reminded.partition(":")
    talk.conversation.reminded = ""
    dialogue = talk.content.dialogues.get(dialogue_id)
    step = dialogue.step(step_id) if dialogue else None
    if dialogue is None or step is None or not isinstance(step, WordsStep):
        return
    if talk.attempt.dialogue == dialogue_id and talk.attempt.step == step_id:
        return
    if talk.attempt.dialogue != dialogue_id:
        talk.take_up(dialogue_id)
    if move(dialogue, talk.attempt, change(step_id)):
        talk.attempt.started_at = talk.attempt.started_at or talk.now
        talk.conversation.asking = None
        talk.say(talk.content.words.reminders.taken, label=step.label, name=dialogue.name)


def declines(talk: Talk) -> bool:
    """Whether the whole message turns a reminder down, or asks for no more of them."""
    text = talk.event.text.strip(" .!").casefold().replace("’", "'")
    if STOPS.fullmatch(text):
        return True
    if not talk.conversation.reminded:
        return False
    return bool(DECLINES.fullmatch(text)) or (len(text.split()) <= 3 and _later_from(talk, text))


def _later_from(talk: Talk, text: str) -> bool:
    return read_later(text, talk.now, talk.conversation.wishes.zone) is not None


def show_declined(talk: Talk) -> None:
    """What was asked for: later, or none. The words are in no answer; they are in /mydata."""
    text = talk.event.text.strip(" .!").casefold()
    talk.say(talk.content.words.reminders.declined)
    if STOPS.fullmatch(text):
        show(talk, PAGE)
    elif not later_at(talk, text):
        show(talk, f"{PAGE}.{LATER}")
