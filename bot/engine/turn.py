"""One turn: what an event means for a conversation.

``take_turn`` is pure and synchronous. It never fails for anything a learner can send, it always
answers, and no message that is neither a command nor a choice is ever dropped. Proved by random
conversations in ``tests/test_engine_properties.py``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.content.library import Content
from bot.domain.access import NOTHING, Facts
from bot.domain.conversation import Conversation
from bot.domain.events import Event
from bot.domain.progress import progress_of
from bot.domain.turn import Turn
from bot.engine.context import Talk
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
    facts: Facts = NOTHING,
) -> Turn:
    """What one event leads to. ``now`` has a time zone. The conversation given is not changed.

    ``facts`` are what the store knows of cohorts for this event, as ``concern`` asks for.
    """
    event, kinds = (event, ()) if forms.asks_contact(conversation) else masked(content, event)
    talk = Talk(content, conversation.copy(), event, now, page=conversation.page, masked=kinds)
    talk.facts = facts
    if event.kind == "remind":
        # No turn of theirs: the buttons that they see stay in use.
        settle(talk)
        return _reminded(talk, conversation)
    talk.conversation.version += 1
    settle(talk)
    open_now = offered(talk)
    if event.late:
        talk.say(content.words.odd.away)
    if not talk.conversation.greeted and event.kind != "open" and command_of(event) != "start":
        show_welcome(talk)
    undecided = conversation.about if talk.conversation.asking == "harm" else 0
    respond(talk, open_now)
    if undecided and talk.conversation.asking != "harm" and not talk.forget:
        settle_undecided(talk, undecided)
    if conversation.attempts and _place(talk.conversation) != _place(conversation):
        talk.conversation.reminded = ""  # they have gone on: what they write is for where they are
    talk.conversation.stopped = talk.conversation.stopped and command_of(event) == "stop"
    if not talk.forget:
        talk.replies[-1] = replace(talk.replies[-1], buttons=offered(talk))
    return Turn(
        before=conversation,
        after=talk.conversation,
        replies=tuple(talk.replies),
        at=now,
        forget=talk.forget,
        leaving=talk.leaving,
        delete=(event.source,) if talk.delete and event.source else (),
        offered_before=open_now if conversation.greeted else (),
        deeds=tuple(talk.deeds),
        standing=None if talk.forget else progress_of(content, talk.conversation),
    )


def _place(conversation: Conversation) -> tuple[int, str]:
    return conversation.current, conversation.attempt.step


def _reminded(talk: Talk, before: Conversation) -> Turn:
    """A reminder: it may find that there is nothing to say, and then says nothing."""
    buttons = remind(talk)
    if talk.replies:
        talk.replies[-1] = replace(talk.replies[-1], buttons=tuple(buttons))
    return Turn(
        before=before,
        after=talk.conversation,
        replies=tuple(talk.replies),
        at=talk.now,
        standing=progress_of(talk.content, talk.conversation),
        is_reminder=True,
    )
