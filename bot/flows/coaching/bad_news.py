"""News of a death or an illness of their own, and what comes just after."""

from __future__ import annotations

from datetime import timedelta
from itertools import islice

from bot.analysis.reading.leaving import says_they_stay
from bot.analysis.reading.own_news import is_own_bad_news
from bot.engine.context import TurnContext
from bot.engine.cues import says
from bot.flows.coaching.confided import confides

JUST_BEFORE = 20
"""Messages after which it is not just before any more that bad news was told."""

LONG_AGO = timedelta(hours=12)
"""After so long bad news is not what a short message is about."""


def tells_bad_news(turn: TurnContext) -> bool:
    """Return whether a few words tell of their own loss or illness: “my dad died on Tuesday”."""
    text = turn.event.text
    return is_own_bad_news(text) and not (turn.reading.act and confides(turn, text))


def is_after_bad_news(turn: TurnContext) -> bool:
    """Return whether somebody told of a death or an illness just before, and does not go on yet."""
    cues, text = turn.content.listening.kinds.cues, turn.event.text
    if cues.goes_on in turn.says or "?" in text or says_they_stay(text):
        return False
    if cues.bad_news in turn.says or is_own_bad_news(text):
        return False
    for message in islice(reversed(turn.conversation.messages), JUST_BEFORE):
        if message.text == text and message.source == (turn.event.source or turn.event.key):
            continue
        if not message.aside or turn.now - message.at > LONG_AGO:
            return False
        if says(message.text, cues.bad_news) or is_own_bad_news(message.text):
            return True
    return False
