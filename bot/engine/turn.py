"""One turn: what an event means for a conversation.

``take_turn`` is pure and synchronous. It never fails for anything a learner can send, it always
answers, and no message that is neither a command nor a choice is ever dropped. Proved by random
conversations in ``tests/engine/test_engine_properties.py``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.analysis.knowledge import Knowledge
from bot.content.library import Content
from bot.content.models.dialogue import WordsStep
from bot.domain.access import NO_ACCESS, Access
from bot.domain.commands import SkipFinished
from bot.domain.conversation import Conversation
from bot.domain.events import Event
from bot.domain.messages import NOWHERE
from bot.domain.offers import by_label
from bot.domain.progress import progress_of
from bot.domain.turn import Reach, Turn
from bot.engine.arriving import arrive
from bot.engine.context import TurnContext
from bot.engine.dispatch import respond
from bot.engine.flows import Flows, Prompt
from bot.engine.handled import is_repeated
from bot.engine.machine import LOOKING_BACK, WELCOME
from bot.engine.offers import keep_offers, keep_placeholder
from bot.engine.sight import keep_sight


def take_turn(
    flows: Flows,
    content: Content,
    conversation: Conversation,
    event: Event,
    now: datetime,
    access: Access = NO_ACCESS,
) -> Turn:
    """Return what one event leads to. The conversation given is not changed.

    ``now`` has a time zone. ``access`` is what the store knows of cohorts for this event, as
    ``flows.access_query`` asks for.
    """
    event, kinds = flows.protect(content, conversation, event)
    asked = flows.prompts.get(conversation.prompt)
    turn = TurnContext(
        flows, content, conversation.copy(), event, now, Knowledge.of(content), asked
    )
    turn.page_before, turn.masked, turn.access = conversation.open_page, kinds, access
    _settle(turn)
    if event.kind == "remind":
        return _reminded(turn, conversation)
    if not turn.conversation.offers:
        keep_offers(turn)
    turn.conversation.version += 1
    open_before = tuple(each for each in turn.conversation.offers if each.shown)
    arrive(turn)
    if not turn.conversation.greeted and event.kind != "open" and event.command != "start":
        flows.welcome(turn)
    turn.is_silent = is_repeated(turn)
    if not turn.is_silent:
        respond(turn)
    if turn.is_silent and conversation.attempts:
        return _unchanged(turn, conversation)
    _tidy_up(turn, conversation, asked)
    if conversation.attempts and _has_gone_on(turn, conversation):
        turn.conversation.reminded = ""  # what they write is for where they are now
    if turn.conversation.stopped and turn.event.command != "stop" and not turn.forget:
        flows.after_stop(turn)
    if not turn.forget:
        flows.tell_once(turn)
        keep_sight(turn)
        turn.replies[-1] = replace(turn.replies[-1], buttons=keep_offers(turn))
        keep_placeholder(turn)
    # Words that were kept stand in the conversation alone, where what is protected is replaced.
    wrote = len(turn.conversation.messages) > len(conversation.messages)
    return _kept(
        turn,
        conversation,
        forget=turn.forget,
        leaving=turn.leaving,
        delete=(event.source,) if turn.delete and event.source else (),
        offered_before=open_before if conversation.greeted else (),
        coaching=turn.coaching,
        said="" if wrote else _said(event, conversation),
    )


def _said(event: Event, before: Conversation) -> str:
    """The label that was pressed or the command that was sent, "" for anything else.

    Words that somebody typed are in their messages and nowhere else: there they can be taken out.
    """
    if event.kind == "press" and event.version is not None:
        return next((each.label for each in before.offers if each.action == event.text), "")
    if event.command is not None:
        return event.text.split(maxsplit=1)[0]
    pressed = by_label(before.offers, event.text) if event.kind in ("say", "press") else None
    return pressed.label if pressed else ""


def _unchanged(turn: TurnContext, before: Conversation) -> Turn:
    """A turn after which everything is as it was: the buttons that they see stay in use."""
    delete = (turn.event.source,) if turn.delete and turn.event.source else ()
    return Turn(
        before,
        before,
        (),
        turn.now,
        address=turn.event.address,
        delete=delete,
        coordinates=turn.access.is_coordinator,
    )


def _tidy_up(turn: TurnContext, before: Conversation, asked: Prompt | None) -> None:
    """Let a prompt that this turn has closed tidy up behind itself.

    What was passed over undecided is asked again where nothing else is, once something was done
    that was no typing and no old press.
    """
    conversation = turn.conversation
    if turn.forget:
        return
    if asked and turn.open_prompt is not asked:
        asked.leave(turn, before.prompt_message)
    is_quiet = turn.open_prompt is None and not conversation.open_page
    if is_quiet and _has_acted(turn) and len(conversation.messages) == len(before.messages):
        any(each.come_back(turn) for each in turn.flows.coming_back)


def _has_acted(turn: TurnContext) -> bool:
    """Whether an open button was pressed, a command was sent, or it is an event by itself."""
    is_command = turn.event.command is not None or turn.event.kind in turn.flows.events
    return is_command or turn.conversation.pressed_at == turn.now


def _settle(turn: TurnContext) -> None:
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
    steps = {NOWHERE, *[each.id for each in turn.dialogue.steps if isinstance(each, WordsStep)]}
    messages, attempt = turn.conversation.messages, turn.attempt.number
    gone = [step for step in messages.steps(attempt) if step not in steps]
    loose = [
        each
        for step in gone
        for aside in (False, True)
        for each in messages.at(attempt, step, aside=aside)
    ]
    for message in loose:
        turn.change(message, step=NOWHERE)
    return bool(loose)


def _has_gone_on(turn: TurnContext, before: Conversation) -> bool:
    here, there = turn.attempt, before.attempt
    return (here.number, here.step) != (there.number, there.step)


def _kept(
    turn: TurnContext, before: Conversation, *, is_reminder: bool = False, **more: Any
) -> Turn:
    """Return a turn as it is kept, with ``more`` of its fields.

    Who has sent the statement needs no reminder to go on.
    """
    after, commands = turn.conversation, turn.commands
    progress = None if turn.forget else progress_of(turn.dialogue, after, turn.attempt)
    if progress and progress.status == "submitted" and not is_reminder:
        commands = [SkipFinished(progress.dialogue), *commands]
    last_at = None if is_reminder else turn.now  # a reminder is no word of theirs
    return Turn(
        before=before,
        after=after,
        replies=tuple(turn.replies),
        at=turn.now,
        commands=tuple(commands),
        progress=progress,
        reach=Reach(after.preferences, after.stopped or after.distressed, last_at),
        is_reminder=is_reminder,
        address=turn.event.address,
        coordinates=turn.access.is_coordinator and not turn.forget,
        **more,
    )


def _reminded(turn: TurnContext, before: Conversation) -> Turn:
    """A reminder is no turn of theirs: the buttons that they see stay in use.

    It may find that there is nothing to say, and then says nothing.
    """
    prompt = turn.conversation.prompt
    buttons = turn.flows.remind(turn)
    if turn.replies:
        turn.replies[-1] = replace(turn.replies[-1], buttons=tuple(buttons))
    if turn.conversation.prompt != prompt:
        turn.conversation.offers = []
    return _kept(turn, before, is_reminder=True)
