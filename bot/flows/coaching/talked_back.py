"""Who is offered words that talk back to what the coach has just said or asked."""

from __future__ import annotations

from bot.flows.coaching import heard_first, low_days, objecting, other_words

FIRST = heard_first.take_words
"""Who hears how somebody is, before the rest of a message is taken by others."""

TAKERS = (other_words.take_words, objecting.take_words, low_days.take_words)
"""From first to last: what was meant, that it was not so, and that it is nothing much."""
