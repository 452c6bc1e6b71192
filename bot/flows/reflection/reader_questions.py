"""Going to the step that a reader asks about: their question stands beside the step's own."""

from __future__ import annotations

from bot.domain.sharing import Act, Sharing
from bot.engine.context import TurnContext
from bot.engine.flows import Action
from bot.engine.machine import change, move
from bot.flows.reflection.screens import show_place
from bot.flows.sharing.asked import open_questions
from bot.flows.sharing.page import ANSWER


def answer_reader(turn: TurnContext, key: str) -> None:
    """Open the step that the reader of a sharing asks about."""
    found = next((pair for pair in open_questions(turn) if pair[0].key == key), None)
    if found and _goes(turn, *found):
        show_place(turn)
        return
    turn.say(turn.content.words.sharing.gone)
    turn.show_again()


def _goes(turn: TurnContext, sharing: Sharing, act: Act) -> bool:
    if not turn.take_in_hand(sharing.attempt):
        return False
    is_there = turn.attempt.step == act.step
    return is_there or move(turn.dialogue, turn.attempt, change(act.step))


ACTIONS: dict[str, Action] = {ANSWER: answer_reader}
"""What its buttons do."""
