"""The four questions that the peers ask, as long as ours."""

from __future__ import annotations

QUESTIONS = (
    "What is the situation? Say where you were and what had to be done, in a line or two.",
    "Which management skills were used? Who planned, shared out or checked, and how?",
    "What leadership did you or others show? Who did something because of somebody's example?",
    "Where do both overlap? Which moment was both a task done and a person helped?",
)

DONE = "Those were all four. Your answers are kept."

KEYBOARD = (("Next", "Back", "Example"), ("Skip", "Pause", "More"))
"""The labels of the buttons below each question, by row."""


def received(number: int) -> str:
    """Return what follows the answer to a question: the receipt and the next question."""
    following = QUESTIONS[number + 1] if number + 1 < len(QUESTIONS) else DONE
    return f"✓ Saved\n\n{following}"
