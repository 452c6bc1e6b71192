"""What every reply of the coach keeps to."""

from __future__ import annotations

from bot.engine.wordings import MOST_WORDS, asked, own_words


def fits(reply: str) -> bool:
    """Return whether a whole reply is short enough and asks one thing at most."""
    return own_words(reply) <= MOST_WORDS and asked(reply) <= 1
