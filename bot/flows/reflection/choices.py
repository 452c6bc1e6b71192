"""Steps of choices: what is picked, and taken back."""

from __future__ import annotations

from bot.content.models.dialogue import ChoiceStep
from bot.engine.context import TurnContext
from bot.engine.flows import Action
from bot.engine.machine import change
from bot.flows.reflection.navigation import go
from bot.flows.reflection.screens import show_picks


def pick(turn: TurnContext, choice_id: str) -> None:
    """A choice of the step: it leads on where one is wanted, and is gathered where several are."""
    step = turn.step
    if not isinstance(step, ChoiceStep):
        return
    turn.attempt.picked_at = turn.now
    others = [each for each in turn.attempt.picks.get(step.id, []) if each != choice_id]
    before = turn.route
    turn.attempt.picks[step.id] = [*others, choice_id] if step.many else [choice_id]
    fresh = [each for each in turn.route if each not in before and not turn.answer(each)]
    if step.many:
        show_picks(turn, step)
    elif fresh:
        go(turn, change(fresh[0]))  # also from the review: these were never asked
    else:
        go(turn, "next")


def unpick(turn: TurnContext, choice_id: str) -> None:
    """Take a choice back."""
    step = turn.step
    if isinstance(step, ChoiceStep):
        turn.attempt.picked_at = turn.now
        before = turn.attempt.picks.get(step.id, [])
        turn.attempt.picks[step.id] = [each for each in before if each != choice_id]
        show_picks(turn, step)


ACTIONS: dict[str, Action] = {"pick": pick, "unpick": unpick}
"""What its buttons do."""
