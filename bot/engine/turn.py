"""One turn: what an event means for a conversation.

``take_turn`` is pure and synchronous. It never fails for anything a learner can send, it always
answers, and no message that is neither a command nor a choice is ever dropped. Proved by random
conversations in ``tests/test_engine_properties.py``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.content.library import Content
from bot.domain.access import NO_ACCESS, Access
from bot.domain.conversation import Conversation
from bot.domain.events import Event
from bot.domain.progress import progress_of
from bot.domain.turn import Turn
from bot.engine.context import TurnContext
from bot.engine.dispatch import command_of, respond
from bot.engine.offers import offered
from bot.engine.resume import settle
from bot.flows.coordinator import forms
from bot.flows.reflection.screens import show_welcome
from bot.flows.reminders.message import remind
from bot.flows.safety.harm import settle_undecided
from bot.flows.safety.identifiers import masked


def take_turn(
    content: Content,
    conversation: Conversation,
    event: Event,
    now: datetime,
    facts: Access = NO_ACCESS,
) -> Turn:
    """What one event leads to. ``now`` has a time zone. The conversation given is not changed.

    ``facts`` are what the store knows of cohorts for this event, as ``concern`` asks for.
    """
    event, kinds = (event, ()) if forms.asks_contact(conversation) else masked(content, event)
    turn = TurnContext(
        content, conversation.copy(), event, now, page_before=conversation.open_page, masked=kinds
    )
    turn.access = facts
    if event.kind == "remind":
        # No turn of theirs: the buttons that they see stay in use.
        settle(turn)
        return _reminded(turn, conversation)
    turn.conversation.version += 1
    settle(turn)
    open_now = offered(turn)
    if event.late:
        turn.say(content.words.odd.away)
    if not turn.conversation.greeted and event.kind != "open" and command_of(event) != "start":
        show_welcome(turn)
    undecided = conversation.prompt_message if turn.conversation.prompt == "harm" else 0
    respond(turn, open_now)
    if undecided and turn.conversation.prompt != "harm" and not turn.forget:
        settle_undecided(turn, undecided)
    if conversation.attempts and _place(turn.conversation) != _place(conversation):
        turn.conversation.reminded = ""  # they have gone on: what they write is for where they are
    turn.conversation.stopped = turn.conversation.stopped and command_of(event) == "stop"
    if not turn.forget:
        turn.replies[-1] = replace(turn.replies[-1], buttons=offered(turn))
    return Turn(
        before=conversation,
        after=turn.conversation,
        replies=tuple(turn.replies),
        at=now,
        forget=turn.forget,
        leaving=turn.leaving,
        delete=(event.source,) if turn.delete and event.source else (),
        offered_before=open_now if conversation.greeted else (),
        commands=tuple(turn.commands),
        progress=None if turn.forget else progress_of(content.dialogues, turn.conversation),
    )


def _place(conversation: Conversation) -> tuple[int, str]:
    return conversation.current, conversation.attempt.step


def _reminded(turn: TurnContext, before: Conversation) -> Turn:
    """A reminder: it may find that there is nothing to say, and then says nothing."""
    buttons = remind(turn)
    if turn.replies:
        turn.replies[-1] = replace(turn.replies[-1], buttons=tuple(buttons))
    return Turn(
        before=before,
        after=turn.conversation,
        replies=tuple(turn.replies),
        at=turn.now,
        progress=progress_of(turn.content.dialogues, turn.conversation),
        is_reminder=True,
    )
