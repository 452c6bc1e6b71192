"""Words that must not be kept are gone before a turn begins: identifiers, unless one was asked
for."""

from __future__ import annotations

from bot.content.library import Content
from bot.domain.conversation import Conversation
from bot.domain.events import Event
from bot.flows.coordinator import forms
from bot.flows.safety import identifiers


def protect(
    content: Content, conversation: Conversation, event: Event
) -> tuple[Event, tuple[str, ...]]:
    """Return an event without what must not be kept, and the kinds of identifiers it had."""
    without, kinds = identifiers.masked(content, event)
    is_wanted = bool(kinds) and forms.asks_contact(conversation)
    return (event, ()) if is_wanted else (without, kinds)
