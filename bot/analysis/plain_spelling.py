"""A text in plain spelling, as the authors' words are looked for in it."""

from __future__ import annotations

from functools import lru_cache

from bot.analysis.one_voice import in_one_voice
from bot.analysis.patterns import lazy

_ASKED = lazy(r"\b(what|who|where|when|how)'s\b")


@lru_cache(maxsize=64)  # the messages of a turn, each looked at by every list of an author's
def plainly_spelt(text: str) -> str:
    """Return a text in small letters in one voice, with “what's” and its like written out.

    No more than these: “I'm” is no “I am” where an author lists what is said.
    """
    return _ASKED.sub(r"\1 is", in_one_voice(text))
