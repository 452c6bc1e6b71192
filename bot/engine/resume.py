"""A kept conversation made to fit content that was edited since."""

from __future__ import annotations

from bot.engine.context import TurnContext
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


def settle(turn: TurnContext) -> None:
    """Make the conversation fit the content, which may have been edited since the last turn."""
    conversation, content = turn.conversation, turn.content
    if not conversation.attempts:
        turn.begin(content.dialogues.get(turn.event.dialogue, content.first))
    if conversation.attempt.dialogue not in content.dialogues:
        turn.begin(content.first)
        turn.say(content.words.odd.dialogue_gone)
    wanted = turn.event.dialogue
    if wanted and wanted != conversation.attempt.dialogue:
        conversation.prompt = None
        turn.take_up(wanted)
    places = {WELCOME, *LOOKING_BACK, *(step.id for step in turn.dialogue.steps)}
    attempt = turn.attempt
    attempt.path = [step for step in attempt.path if step in places]
    gone = attempt.step not in places
    if gone:
        attempt.step = attempt.path.pop() if attempt.path else WELCOME
        conversation.prompt = None
        turn.step_gone = True
    if turn.loosen() or gone:
        turn.say(content.words.odd.step_gone)
    if _has_lost_its_point(turn):
        conversation.prompt = None


def _has_lost_its_point(turn: TurnContext) -> bool:
    """Whether what was asked last is about something that is no longer there."""
    match turn.conversation.prompt:
        case "place":
            return turn.to_place() is None
        case "sort":
            return activity_in_hand(turn) is None
        case "form":
            return turn.conversation.draft is None
        case "naming" | "noticed":
            return not practices_asked(turn)
        case prompt:
            return prompt in MESSAGE_ASKED_ABOUT and turn.in_question() is None
