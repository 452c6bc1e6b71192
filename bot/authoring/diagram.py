"""A dialogue as a Mermaid diagram: its steps, and where each choice leads."""

from __future__ import annotations

from collections.abc import Iterator

from bot.content.models.dialogue import REVIEW, ChoiceStep, Dialogue, Step

_SIGNS = str.maketrans({"#": "#35;", '"': "#quot;", "<": "#lt;", ">": "#gt;", "\n": " "})


def mermaid(dialogue: Dialogue) -> str:
    """The text of a flowchart. Steps of choices are diamonds; the way of a choice has its label."""
    return "\n".join(["flowchart TD", *(f"  {line}" for line in _lines(dialogue))]) + "\n"


def _lines(dialogue: Dialogue) -> Iterator[str]:
    yield f"welcome([{_quoted(dialogue.title)}]) --> {_node(dialogue.steps[0].id)}"
    for step in dialogue.steps:
        text = _quoted(step.label, step.question)
        left, right = ("{", "}") if isinstance(step, ChoiceStep) else ("[", "]")
        yield f"{_node(step.id)}{left}{text}{right}"
        for label, target in _ways(dialogue, step):
            yield f"{_node(step.id)} -->{f'|{_quoted(label)}|' if label else ''} {_node(target)}"
    yield f"{_node(REVIEW)}([{_quoted(REVIEW)}]) --> made([{_quoted(dialogue.makes)}])"


def _ways(dialogue: Dialogue, step: Step) -> Iterator[tuple[str, str]]:
    """Where a step leads, each way with the labels of the choices that take it."""
    ways = dialogue.ways(step)
    for way, target in ways.items():
        choices = step.choices if isinstance(step, ChoiceStep) and len(ways) > 1 else ()
        taken = [each.label for each in choices if (each.id if each.to else "") == way]
        yield " / ".join(taken), target


def _node(step_id: str) -> str:
    # Prefixed, because “end” and the like are words of Mermaid's own.
    return f"s_{step_id}"


def _quoted(*lines: str) -> str:
    """Lines as Mermaid takes them: signs that mean something to it are written as their names."""
    return '"' + "<br>".join(line.translate(_SIGNS) for line in lines) + '"'
