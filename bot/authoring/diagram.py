"""The two state machines as Mermaid diagrams, drawn from the tables that the conversation runs on.

``transitions`` draws, so a picture cannot say anything else than the machine does. What may happen
everywhere is drawn once, from a state *anywhere* that is only in the picture.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from types import SimpleNamespace
from typing import Any

from transitions import State
from transitions.extensions import GraphMachine

from bot.content.models.dialogue import ChoiceStep, Dialogue
from bot.domain.conversation import NO_PROMPT
from bot.engine.machine import (
    STATEMENT,
    WELCOME,
    PromptRule,
    Table,
    prompt_states,
    prompt_table,
    step_states,
    step_table,
)

ANYWHERE = "anywhere"

_NAMES = {"#": "#35;", '"': "#quot;", "<": "#lt;", ">": "#gt;", ":": "#58;", ";": "#59;"}
_SAFE = str.maketrans({**_NAMES, "\n": " "})


def draw_steps(dialogue: Dialogue) -> str:
    """Return the Mermaid text of a dialogue: its steps, and where each choice leads."""
    labels = {each: _quoted(each) for each in step_states(dialogue)}
    labels |= {step.id: _quoted(step.label, step.question) for step in dialogue.steps}
    labels |= {WELCOME: _quoted(dialogue.title), STATEMENT: _quoted(dialogue.makes)}
    return _draw(
        dialogue.name, labels, step_table(dialogue), WELCOME, lambda each: _label(dialogue, each)
    )


def draw_prompts(prompts: Iterable[PromptRule]) -> str:
    """Return the Mermaid text of what may be asked beside the question, when, and what ends it."""
    rules = list(prompts)
    labels = {each: _quoted(each) for each in prompt_states(rules)}
    table = prompt_table(rules)
    return _draw("Prompts", labels, table, NO_PROMPT, lambda each: str(each["trigger"]))


class _State(State):
    """A state with the text that is drawn in it."""

    def __init__(self, name: str, label: str) -> None:
        super().__init__(_id(name))
        self.label = label


def _draw(
    title: str,
    labels: Mapping[str, str],
    table: Table,
    initial: str,
    label: Callable[[Mapping[str, Any]], str],
) -> str:
    machine = GraphMachine(
        model=SimpleNamespace(),  # the library draws for a model; nothing is fired on it
        states=[_State(name, text) for name, text in {**labels, ANYWHERE: ANYWHERE}.items()],
        initial=_id(initial),
        transitions=[_transition(each, list(labels), label(each)) for each in table],
        auto_transitions=False,
        title=f"title: {json.dumps(title)}",
        graph_engine="mermaid",
    )
    return f"{machine.get_graph().draw(None)}\n"


def _transition(each: Mapping[str, Any], everywhere: list[str], label: str) -> dict[str, Any]:
    """Return a transition as it is drawn: conditions stand in its label."""
    sources = [each["source"]] if isinstance(each["source"], str) else each["source"]
    if sources in (["*"], everywhere):
        sources = [ANYWHERE]
    dest = each["dest"] and _id(each["dest"])
    return {
        "trigger": each["trigger"],
        "source": [_id(source) for source in sources],
        "dest": dest,
        "label": label,
    }


def _label(dialogue: Dialogue, each: Mapping[str, Any]) -> str:
    """Return what stands on an arrow: the trigger, and the choices that take this way."""
    trigger, source = each["trigger"], each["source"]
    if not isinstance(source, str):
        condition = each.get("conditions")
        why = condition.__name__.replace("_", " ").strip() if condition else ""
        return f"{trigger} [{why}]" if why else trigger
    step = dialogue.by_id.get(source)
    ways = dialogue.ways(step) if step else {}
    taken = [
        choice.label
        for choice in (step.choices if isinstance(step, ChoiceStep) and len(ways) > 1 else ())
        if ways[choice.id if choice.to else ""] == each["dest"]
    ]
    return f"{trigger} “{_quoted(' / '.join(taken))}”" if taken else trigger


def _id(name: str) -> str:
    # Prefixed, because “end” and the like are words of Mermaid's own.
    return f"s_{name}"


def _quoted(*lines: str) -> str:
    """Lines as Mermaid takes them: what means something to it is written as its name."""
    return "<br>".join(line.translate(_SAFE) for line in lines)
