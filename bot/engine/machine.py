"""Two flat state machines: the steps of a dialogue, and the prompts beside them.

One machine of each serves every learner. It is fired on the learner's own Attempt or Conversation,
which is not registered with it, so a conversation costs no memory here. Going back is not a
transition: it is history, the attempt's path. Author strings become state names and never
callbacks: a dotted callback string from a file would be imported and called. What a table does not
list raises MachineError.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any, ClassVar, Protocol, cast

from transitions import EventData, Machine, MachineError

from bot.content.models.dialogue import REVIEW, Dialogue
from bot.domain.conversation import NO_PROMPT, Attempt

WELCOME, STATEMENT = "welcome", "statement"

LOOKING_BACK = (REVIEW, STATEMENT)
"""From these a learner opens one answer to change it, and Next brings them back to the review."""

_CHANGE = "change_"

StateMachine = Machine
"""The type, for those who may not import the library."""

Table = list[dict[str, Any]]
"""Transitions as ``Machine`` takes them."""


def _opened_from_review(event: EventData) -> bool:
    attempt = cast(Attempt, event.model)
    return bool(attempt.path) and attempt.path[-1] in LOOKING_BACK


def _picked(step_id: str, way: str) -> Callable[[EventData], bool]:
    """A condition: the pick of a step takes this way; "" is the way of every other pick."""

    def picked(event: EventData) -> bool:
        return way in cast(Attempt, event.model).picks.get(step_id, ())

    return picked


def _forward(dialogue: Dialogue, trigger: str) -> Iterator[dict[str, Any]]:
    """The ways on from each step: those of a pick first, the way of all others last."""
    for step in dialogue.steps:
        for way, dest in sorted(dialogue.ways(step).items(), key=lambda each: not each[0]):
            conditions = {"conditions": _picked(step.id, way)} if way else {}
            yield {"trigger": trigger, "source": step.id, "dest": dest, **conditions}


def step_table(dialogue: Dialogue) -> Table:
    """Return the transitions between the steps of a dialogue."""
    return list(_step_table(dialogue))


def _step_table(dialogue: Dialogue) -> Iterator[dict[str, Any]]:
    everywhere = step_states(dialogue)
    steps = everywhere[1:-2]
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


def step_states(dialogue: Dialogue) -> list[str]:
    """Return the places of a dialogue in their order."""
    return [WELCOME, *(step.id for step in dialogue.steps), REVIEW, STATEMENT]


@lru_cache(maxsize=64)
def _step_machine(dialogue: Dialogue) -> Machine:
    return _shared(step_states(dialogue), step_table(dialogue), "step")


def _shared(states: list[str], table: Table, attribute: str) -> Machine:
    return Machine(
        model=None,
        states=states,
        initial=None,  # without this, transitions adds a state called "initial"
        transitions=table,
        auto_transitions=False,
        send_event=True,
        model_attribute=attribute,
    )


class PromptRule(Protocol):
    """The part of a prompt that the table is made from; see ``engine.flows.Prompt``."""

    name: ClassVar[str]
    survives: ClassVar[frozenset[str]]
    follows: ClassVar[frozenset[str]]
    interrupts: ClassVar[bool]
    gives_way: ClassVar[bool]


def prompt_states(prompts: Iterable[PromptRule]) -> list[str]:
    """Return the states of the prompts: nothing asked, and each of them."""
    return [NO_PROMPT, *(each.name for each in prompts)]


def prompt_table(prompts: Iterable[PromptRule]) -> Table:
    """Return what may be asked when, and what ends it.

    ``ask_x`` asks; ``answered`` and ``left`` end; ``looked_up`` leaves open what survives it;
    ``interrupted`` is a reminder that has asked since: what takes typed words gives way to it.
    """
    rules = list(prompts)
    table: Table = [
        {
            "trigger": f"ask_{each.name}",
            "source": "*" if each.interrupts else [NO_PROMPT, each.name, *sorted(each.follows)],
            "dest": each.name,
        }
        for each in rules
    ]
    lasting = [NO_PROMPT, *(each.name for each in rules if each.survives)]
    yielding = [each.name for each in rules if each.gives_way]
    return [
        *table,
        {"trigger": "answered", "source": "*", "dest": NO_PROMPT},
        {"trigger": "left", "source": "*", "dest": NO_PROMPT},
        {"trigger": "looked_up", "source": lasting, "dest": None},
        {"trigger": "interrupted", "source": yielding, "dest": NO_PROMPT},
    ]


def prompt_machine(prompts: Iterable[PromptRule]) -> Machine:
    """Return the machine of the prompts, to be shared by all conversations."""
    rules = list(prompts)
    return _shared(prompt_states(rules), prompt_table(rules), "prompt")


def fire(machine: Machine, trigger: str, model: object) -> bool:
    """Fire a trigger on a model. Raises MachineError where the table does not list it."""
    fired: bool = machine.events[trigger].trigger(model)
    return fired


def move(dialogue: Dialogue, attempt: Attempt, trigger: str) -> bool:
    """Fire a trigger on an attempt and remember the way. False when it has no place here."""
    here = attempt.step
    try:
        moved = fire(_step_machine(dialogue), trigger, attempt)
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
