"""“said that already. driver.”: the line of theirs that they mean is quoted, the fault owned once,
and nothing more is asked about it."""

from __future__ import annotations

from bot.analysis.reading.told_already import Pointed, is_all_told, points_back, says_first
from bot.engine.context import TurnContext
from bot.flows.coaching.asides import say_aside
from bot.flows.coaching.known_questions import meant_by
from bot.flows.coaching.letting_go import note_told
from bot.flows.coaching.replies import chooser
from bot.flows.coaching.setting_aside import may_be_left, set_aside
from bot.flows.coaching.told import answers_of
from bot.flows.reflection import choosing
from bot.flows.safety.harm_heard import harm_in

_ABOUT_IT = frozenset(("why_again", "why_you_ask"))
"""Questions that such a message asks by the way."""


def take_words(turn: TurnContext) -> bool:
    """Take words that only say that something was told which stands in the answers."""
    text = turn.event.text
    if turn.at_welcome or turn.event.passed_on or not may_be_left(turn):
        return False
    found = points_back(text, turn.dialogue.called)
    if found is None or not _is_told(turn, found):
        return False
    if _asks(turn, found) or harm_in(turn) or _is_order(turn):
        return False
    message = set_aside(turn, "already_told")
    note_told(turn, "already_told")
    say_aside(turn, "already_told", chooser(turn))
    if turn.open_question and turn.conversation.prompt == "none":
        turn.ask("kept_out", message)
    return True


def _asks(turn: TurnContext, found: Pointed) -> bool:
    """Whether something else is asked in it. What names only what was told, with no sign of a
    question, asks nothing, whatever else its words may mean."""
    if set(meant_by(turn, turn.event.text)) <= _ABOUT_IT:
        return False
    return "?" in turn.event.text or not found.words


def _is_order(turn: TurnContext) -> bool:
    """Whether something shall be done with what was told: “it's all in what I sent, put it in”."""
    heard = choosing.heard(turn)
    return heard is not None and any(each.act != "show" for each in heard.requests)


def _is_told(turn: TurnContext, found: Pointed) -> bool:
    """Whether all that is named stands in an answer. That the coach has asked twice is a complaint,
    where nothing is named."""
    if found.step and not (turn.answer(found.step) or found.words or says_first(turn.event.text)):
        return False
    if found.is_of_asking and not (found.words or found.step):
        return False
    told = "\n".join(each.shown for each in answers_of(turn))
    reading = turn.reading
    tells = reading.act or (found.is_plain and bool(reading.parts))
    return bool(told) and is_all_told(found, told, tells=tells)
