"""A kept conversation made to fit content that was edited since."""

from __future__ import annotations

from bot.content.models.dialogue import WordsStep
from bot.domain.conversation import NOWHERE
from bot.engine.context import TurnContext
from bot.engine.machine import LOOKING_BACK, WELCOME


def settle(turn: TurnContext) -> None:
    """Make the conversation fit the content, which may have been edited since the last turn."""
    conversation, content = turn.conversation, turn.content
    before = conversation.prompt, conversation.current
    if not conversation.attempts:
        turn.begin(content.dialogues.get(turn.event.dialogue, content.first))
    elif not turn.take_in_hand(conversation.current):
        turn.begin(content.first)
        turn.say(content.words.odd.dialogue_gone)
    wanted = turn.event.dialogue
    if wanted and wanted != turn.attempt.dialogue:
        turn.left()
        turn.take_up(wanted)
    gone = _leave_a_step_that_is_gone(turn)
    if _loosen(turn) or gone:
        turn.say(content.words.odd.step_gone)
    prompt = turn.open_prompt
    if prompt and not prompt.still_holds(turn):
        turn.left()
    if gone or before != (conversation.prompt, conversation.current):
        conversation.offers = []


def _leave_a_step_that_is_gone(turn: TurnContext) -> bool:
    places = {WELCOME, *LOOKING_BACK, *(step.id for step in turn.dialogue.steps)}
    attempt = turn.attempt
    attempt.path = [step for step in attempt.path if step in places]
    if attempt.step in places:
        return False
    attempt.step = attempt.path.pop() if attempt.path else WELCOME
    turn.left()
    turn.step_gone = True
    return True


def _loosen(turn: TurnContext) -> bool:
    """Take messages out of steps that are gone; return whether there were any."""
    words = (each for each in turn.dialogue.steps if isinstance(each, WordsStep))
    steps = {NOWHERE, *(step.id for step in words)}
    loose = [
        message
        for message in turn.conversation.messages
        if message.attempt == turn.attempt.number and message.step not in steps
    ]
    for message in loose:
        turn.change(message, step=NOWHERE)
    return bool(loose)
