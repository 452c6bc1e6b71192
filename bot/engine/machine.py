"""The way through a dialogue: a state machine built from the order of its steps.

One machine serves every learner. It is fired on the learner's own Attempt, which is not registered
with it, so a conversation costs no memory here. Going back is not a transition: it is history, the
attempt's path. Author strings become state names and never callbacks: a dotted callback string from
a file would be imported and called.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import cast

from transitions import EventData, Machine, MachineError

from bot.content.models.dialogue import REVIEW, Dialogue
from bot.domain.conversation import Attempt

WELCOME, STATEMENT = "welcome", "statement"

LOOKING_BACK = (REVIEW, STATEMENT)
"""From these a learner opens one answer to change it, and Next brings them back to the review."""

_CHANGE = "change_"


def _opened_from_review(event: EventData) -> bool:
    attempt = cast(Attempt, event.model)
    return bool(attempt.path) and attempt.path[-1] in LOOKING_BACK


def _leads_to(dialogue: Dialogue, step_id: str, dest: str) -> Callable[[EventData], bool]:
    def leads(event: EventData) -> bool:
        return dialogue.way(step_id, cast(Attempt, event.model).picks) == dest

    return leads


def _forward(dialogue: Dialogue, trigger: str) -> Iterator[dict[str, object]]:
    """The ways on from each step. Which one is taken, the dialogue says."""
    for step in dialogue.steps:
        for dest in dict.fromkeys(dialogue.ways(step).values()):
            leads = _leads_to(dialogue, step.id, dest)
            yield {"trigger": trigger, "source": step.id, "dest": dest, "conditions": leads}


def _transitions(dialogue: Dialogue) -> Iterator[dict[str, object]]:
    steps = [step.id for step in dialogue.steps]
    everywhere = [WELCOME, *steps, REVIEW, STATEMENT]
    yield {"trigger": "start", "source": WELCOME, "dest": steps[0]}
    for trigger in ("next", "skip"):
        from_review = {"trigger": trigger, "dest": REVIEW, "conditions": _opened_from_review}
        yield {**from_review, "source": steps}
        yield from _forward(dialogue, trigger)
    yield {"trigger": "next", "source": REVIEW, "dest": STATEMENT}
    yield {"trigger": "review", "source": everywhere, "dest": REVIEW}
    yield {"trigger": "statement", "source": everywhere, "dest": STATEMENT}
    for step in steps:
        yield {"trigger": _CHANGE + step, "source": everywhere, "dest": step}


@lru_cache(maxsize=64)
def _machine(dialogue: Dialogue) -> Machine:
    return Machine(
        model=None,
        states=[WELCOME, *(step.id for step in dialogue.steps), REVIEW, STATEMENT],
        initial=None,  # without this, transitions adds a state called "initial"
        transitions=list(_transitions(dialogue)),
        auto_transitions=False,
        send_event=True,
        model_attribute="step",
    )


def move(dialogue: Dialogue, attempt: Attempt, trigger: str) -> bool:
    """Fire a trigger on an attempt and remember the way. False when it has no place here."""
    here = attempt.step
    try:
        moved: bool = _machine(dialogue).events[trigger].trigger(attempt)
    except MachineError:
        return False
    if moved and attempt.step != here:
        # Coming to the review or the statement again cuts the path there, so that it stays short
        # and Back never goes in circles.
        path = [*attempt.path, here]
        again = attempt.step in LOOKING_BACK and attempt.step in path
        attempt.path = path[: path.index(attempt.step)] if again else path
    return moved


def change(step_id: str) -> str:
    """The trigger that opens one answer to change it."""
    return _CHANGE + step_id


def go_back(dialogue: Dialogue, attempt: Attempt) -> bool:
    """One step back along the path, past what a later pick leads away from. False at the start."""
    on_the_way = {WELCOME, *LOOKING_BACK, *dialogue.route(attempt.picks)}
    while attempt.path:
        attempt.step = attempt.path.pop()
        if attempt.step in on_the_way:
            return True
    return False
