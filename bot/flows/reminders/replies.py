"""Words after a reminder: the answer to it, that it is put off, or that it is declined."""

from __future__ import annotations

import re

from bot.analysis.letters import bare, small
from bot.analysis.reading.own_text.orders import is_order
from bot.analysis.reading.words import words_of
from bot.analysis.reading.worth_trying import worth_trying
from bot.analysis.refusals import AWAY, DECLINES, I_AM_AWAY, STOPS
from bot.analysis.time_phrases import read_later
from bot.content.models.dialogue import WordsStep
from bot.domain.coaching import ASIDE, Coaching
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.machine import change, move
from bot.flows.coaching.listening import is_rest_of_paste
from bot.flows.coaching.policy import is_evidence
from bot.flows.coaching.reading import read_text
from bot.flows.contacts import how_to_reach
from bot.flows.reminders.later import FEW_WORDS, ask_when, later_at
from bot.flows.reminders.preferences import show
from bot.flows.reminders.routes import PAGE
from bot.flows.safety.harm_heard import harm_in

NOTE = 25
"""Words up to which somebody writes that they are away; an account of an act is longer."""

_LATER = re.compile(r"\s*(?:later|remind\s+me(?:\s+again)?|not\s+now)\b[\s,:-]*(.*)", re.IGNORECASE)


def take_words(turn: TurnContext) -> bool:
    """Words that put a reminder off or turn it down are in no answer; all others answer it.

    What was asked after the reminder is offered them first.
    """
    if _puts_off(turn):
        return True
    if _declines(turn):
        turn.keep_aside(turn.event.text)  # it is in /mydata
        _show_declined(turn)
        return True
    if _is_for_a_person(turn):
        _say_nobody_reads_it(turn)
        return True
    return False if turn.open_prompt and turn.conversation.asked_since else take_rest(turn)


def take_rest(turn: TurnContext) -> bool:
    """Words that nothing has taken which was asked after a reminder are the answer to it.

    The words under a photo answer none.
    """
    if turn.event.kind != "attachment":
        _go_to_its_question(turn)
    return False


def _puts_off(turn: TurnContext) -> bool:
    """Return whether it is “later tomorrow 8am”, which is done."""
    text = turn.event.text
    found = _LATER.fullmatch(text)
    if not found or len(text.split()) > FEW_WORDS:
        return False
    if not found[1]:
        ask_when(turn)
    return not found[1] or later_at(turn, found[1])


def _is_for_a_person(turn: TurnContext) -> bool:
    """Whether it is for who looks after them: "sorry, I am off sick". Harm goes before that."""
    text, reminded = turn.event.text, bool(turn.conversation.reminded)
    if is_rest_of_paste(turn) or not (reminded or turn.open_prompt is None or _is_offer(turn)):
        return False
    away = _says_away(turn)
    if not (away or reminded) or is_order(text):
        return False
    reading = read_text(turn, text)
    for_them = reminded and reading.kind == "to_coordinator"
    is_note = (away and not reading.act) or (
        for_them and not is_evidence(reading, count_words(text))
    )
    return is_note and harm_in(turn) is None


def _says_away(turn: TurnContext) -> bool:
    """Whether few words say that somebody is away; with no reminder before them, who writes."""
    if count_words(turn.event.text) > NOTE:
        return False
    said = [each.plain for each in words_of(turn.event.text)]
    pattern = AWAY if turn.conversation.reminded else I_AM_AWAY
    return "away" in worth_trying(said) and bool(pattern.search(" ".join(said)))


def _is_offer(turn: TurnContext) -> bool:
    return turn.open_prompt is not None and turn.open_prompt.is_offer


def _say_nobody_reads_it(turn: TurnContext) -> None:
    """It is in no answer and goes to nobody: say how to reach them, and offer to put it in."""
    message = turn.keep_aside(turn.event.text)
    turn.left()
    turn.coaching = Coaching("to_coordinator", ASIDE)
    turn.tell(turn.fill(turn.content.words.people.for_person), *how_to_reach(turn))
    turn.show_again()
    if turn.open_question:
        turn.ask("kept_out", message)


def _go_to_its_question(turn: TurnContext) -> None:
    """Go to the question that a reminder asked before the words are kept."""
    dialogue_id, _, step_id = turn.conversation.reminded.partition(":")
    turn.conversation.reminded = ""
    dialogue = turn.content.dialogues.get(dialogue_id)
    step = dialogue.by_id.get(step_id) if dialogue else None
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
    """Return whether the whole message turns a reminder down, or asks for no more of them."""
    text = small(bare(turn.event.text))
    if STOPS.fullmatch(text):
        return True
    if not turn.conversation.reminded:
        return False
    return bool(DECLINES.fullmatch(text)) or (len(text.split()) <= 3 and _later_from(turn, text))


def _later_from(turn: TurnContext, text: str) -> bool:
    return read_later(text, turn.now, turn.conversation.preferences.zone) is not None


def _show_declined(turn: TurnContext) -> None:
    """Do what was asked for: later, or none."""
    text = bare(turn.event.text).casefold()
    turn.say(turn.content.words.reminders.declined)
    if STOPS.fullmatch(text):
        show(turn, PAGE)
    elif not later_at(turn, text):
        ask_when(turn)
