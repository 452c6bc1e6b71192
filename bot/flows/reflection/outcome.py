"""Four weeks on: what became of the statement that was sent."""

from __future__ import annotations

from bot.analysis.richness import either
from bot.content.models.dialogue import WordsStep
from bot.domain.progress import LOOKED_AT_WITHIN
from bot.domain.turn import Button
from bot.engine.context import Talk
from bot.engine.machine import change, move
from bot.flows.reflection.screens import show_place, show_place_again
from bot.flows.safety.identifiers import tell_masked


def is_due(talk: Talk) -> bool:
    """Whether it is time to ask what became of a statement that was sent."""
    attempt = talk.attempt
    return bool(
        attempt.sent_at and not attempt.outcome and talk.now - attempt.sent_at >= LOOKED_AT_WITHIN
    )


def ask_outcome(talk: Talk) -> None:
    """*How did it go?*, one question, when it is due."""
    talk.say(talk.content.words.outcome.ask, name=talk.dialogue.name)
    talk.conversation.asking = "outcome"


def outcome_buttons(talk: Talk) -> list[Button]:
    """What may have become of it."""
    return [
        Button(getattr(talk.content.words.buttons, name), f"outcome:{name}", side=True)
        for name in ("awarded", "waiting", "declined")
    ]


def outcome(talk: Talk, what: str) -> None:
    """Awarded, still waiting, or declined: then the feedback may be pasted."""
    words = talk.content.words.outcome
    talk.conversation.asking = None
    if what != "waiting":
        talk.attempt.outcome = what
    talk.say(getattr(words, what))
    if what == "declined":
        talk.conversation.asking = "feedback"
    else:
        show_place_again(talk)


def keep_feedback(talk: Talk) -> None:
    """The feedback of an assessor: kept, in no statement. The answer that it names opens again."""
    talk.change(talk.keep(talk.event.text), aside=True)
    if talk.masked:
        tell_masked(talk)
    talk.conversation.asking = None
    named = _step_named(talk, talk.event.text)
    words = talk.content.words.outcome
    talk.say(words.this_one if named else words.thanks)
    move(talk.dialogue, talk.attempt, change(named) if named else "review")
    show_place(talk)


def _step_named(talk: Talk, text: str) -> str:
    """The id of the one step that a text is about, "" for none or several.

    Who writes of the overlap names both sides too, so that step goes before the others.
    """
    badge = talk.dialogue.badge
    both = {each.id for each in badge.criteria if each.side == "both"} if badge else set()
    asked_for = [
        step for step in talk.dialogue.steps if isinstance(step, WordsStep) and step.criterion
    ]
    named = [step for step in asked_for if either((step.id,)).search(text)]
    first = [step for step in named if step.criterion in both] or named
    return first[0].id if len(first) == 1 else ""
