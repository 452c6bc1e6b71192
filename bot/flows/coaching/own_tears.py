"""“I cried in the car park on Tuesday”: a human line, where support is, and that this can wait."""

from __future__ import annotations

from bot.analysis.reading.own_tears import is_own_tears
from bot.domain.coaching import ASIDE, Coaching
from bot.engine.context import TurnContext
from bot.flows.safety.harm_heard import is_after_harm
from bot.flows.safety.harm_lines import say


def take_words(turn: TurnContext) -> bool:
    """Take tears of the writer's own that are told alone: they are in no answer until that is
    wanted, and nothing is asked."""
    prompt = turn.open_prompt
    is_free = prompt is None or prompt.is_offer
    if not is_free or turn.step is None or is_after_harm(turn) or turn.harm.level == "crisis":
        return False
    if not is_own_tears(turn.event.text):
        return False
    message = turn.keep_aside(turn.event.text)
    turn.coaching = Coaching("feeling_about_task", ASIDE)
    turn.tell(say(turn, turn.content.listening.harm.tears))
    turn.left()
    turn.ask("kept_out", message)
    return True
