"""Four weeks on: what became of the statement that was sent."""

from __future__ import annotations

from collections.abc import Iterator

from bot.analysis.phrases import either
from bot.content.models.dialogue import WordsStep
from bot.domain.offers import Button
from bot.domain.progress import outcome_is_due
from bot.engine.context import TurnContext
from bot.engine.flows import Prompt
from bot.engine.machine import change, move
from bot.flows.reflection.screens import show_place
from bot.flows.safety.identifiers import tell_masked


def is_due(turn: TurnContext) -> bool:
    """Whether it is time to ask what became of a statement that was sent."""
    return outcome_is_due(turn.attempt, turn.now)


def ask_outcome(turn: TurnContext) -> None:
    """*How did it go?*, one question, when it is due."""
    turn.left()  # a reminder, or a greeting weeks later, comes while something else is asked
    turn.say(turn.content.words.outcome.ask, name=turn.dialogue.name)
    turn.ask("outcome")


def outcome(turn: TurnContext, what: str) -> None:
    """Awarded, still waiting, or declined: then the feedback may be pasted."""
    words = turn.content.words.outcome
    turn.answered()
    if what != "waiting":
        turn.attempt.outcome = what
    turn.say(getattr(words, what))
    if what == "declined":
        turn.ask("feedback")
    else:
        turn.show_again()


def _step_named(turn: TurnContext, text: str) -> str:
    """The id of the one step that a text is about, "" for none or several.

    Who writes of the overlap names both sides too, so that step goes before the others.
    """
    badge = turn.dialogue.badge
    both = {each.id for each in badge.criteria if each.side == "both"} if badge else set()
    asked_for = [
        step for step in turn.dialogue.steps if isinstance(step, WordsStep) and step.criterion
    ]
    named = [step for step in asked_for if either((step.id,)).search(text)]
    first = [step for step in named if step.criterion in both] or named
    return first[0].id if len(first) == 1 else ""


class OutcomePrompt(Prompt):
    """*How did it go?*"""

    name = "outcome"

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """Yield what may have become of it."""
        for name in ("awarded", "waiting", "declined"):
            yield Button(getattr(turn.content.words.buttons, name), f"outcome:{name}", side=True)


class FeedbackPrompt(Prompt):
    """*What did the assessor say?* It is kept in no statement; the answer it names opens again."""

    name = "feedback"
    leaves_place = True

    def is_private(self, _turn: TurnContext, /) -> bool:
        """These are the assessor's words."""
        return True

    def take_text(self, turn: TurnContext) -> bool:
        """Keep the feedback, and open the answer that it is about."""
        turn.keep_aside(turn.event.text)
        if turn.masked:
            tell_masked(turn)
        turn.answered()
        named = _step_named(turn, turn.event.text)
        words = turn.content.words.outcome
        turn.say(words.this_one if named else words.thanks)
        move(turn.dialogue, turn.attempt, change(named) if named else "review")
        show_place(turn)
        return True
