"""A kept conversation made to fit content that was edited since."""

from __future__ import annotations

from bot.engine.context import Talk
from bot.engine.machine import LOOKING_BACK, WELCOME
from bot.flows.coaching.practices import practices_asked
from bot.flows.reflection.screens import activity_in_hand

MESSAGE_ASKED_ABOUT = (
    "masked",
    "name",
    "harm",
    "question",
    "split",
    "lines",
    "situations",
    "pieces",
)


def settle(talk: Talk) -> None:
    """Make the conversation fit the content, which may have been edited since the last turn."""
    conversation, content = talk.conversation, talk.content
    if not conversation.attempts:
        talk.begin(content.dialogues.get(talk.event.dialogue, content.first))
    if conversation.attempt.dialogue not in content.dialogues:
        talk.begin(content.first)
        talk.say(content.words.odd.dialogue_gone)
    wanted = talk.event.dialogue
    if wanted and wanted != conversation.attempt.dialogue:
        conversation.asking = None
        talk.take_up(wanted)
    places = {WELCOME, *LOOKING_BACK, *(step.id for step in talk.dialogue.steps)}
    attempt = talk.attempt
    attempt.path = [step for step in attempt.path if step in places]
    gone = attempt.step not in places
    if gone:
        attempt.step = attempt.path.pop() if attempt.path else WELCOME
        conversation.asking = None
        talk.step_gone = True
    if talk.loosen() or gone:
        talk.say(content.words.odd.step_gone)
    if _has_lost_its_point(talk):
        conversation.asking = None


def _has_lost_its_point(talk: Talk) -> bool:
    """Whether what was asked last is about something that is no longer there."""
    match talk.conversation.asking:
        case "place":
            return talk.to_place() is None
        case "sort":
            return activity_in_hand(talk) is None
        case "form":
            return talk.conversation.form is None
        case "naming" | "noticed":
            return not practices_asked(talk)
        case asking:
            return asking in MESSAGE_ASKED_ABOUT and talk.in_question() is None
