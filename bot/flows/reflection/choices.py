"""Steps of choices: what is picked, and taken back."""

from __future__ import annotations

from bot.content.models.dialogue import ChoiceStep
from bot.engine.context import Talk
from bot.engine.machine import change
from bot.flows.reflection.navigation import go
from bot.flows.reflection.screens import show_picks


def pick(talk: Talk, choice_id: str) -> None:
    """A choice of the step: it leads on where one is wanted, and is gathered where several are."""
    step = talk.step
    if not isinstance(step, ChoiceStep):
        return
    talk.attempt.picked_at = talk.now
    others = [each for each in talk.attempt.picks.get(step.id, []) if each != choice_id]
    before = talk.route
    talk.attempt.picks[step.id] = [*others, choice_id] if step.many else [choice_id]
    fresh = [each for each in talk.route if each not in before and not talk.answer(each)]
    if step.many:
        show_picks(talk, step)
    elif fresh:
        go(talk, change(fresh[0]))  # also from the review: these were never asked
    else:
        go(talk, "next")


def unpick(talk: Talk, choice_id: str) -> None:
    """Take a choice back."""
    step = talk.step
    if isinstance(step, ChoiceStep):
        talk.attempt.picked_at = talk.now
        before = talk.attempt.picks.get(step.id, [])
        talk.attempt.picks[step.id] = [each for each in before if each != choice_id]
        show_picks(talk, step)
