"""A few words that greet, or say that somebody is tired: nobody's answer, and warmly answered."""

from __future__ import annotations

from bot.analysis.reading.answering import stands_beside_greeting
from bot.analysis.reading.people import tells_of_others
from bot.analysis.reading.said_of_it import reads_back
from bot.analysis.reading.words import words_of
from bot.content.models.listening_cues import Cues
from bot.domain.word_count import count_words
from bot.engine.cues import says, without

GREETING = 6
"""Words of the longest message that only greets: “good evening ma'am”, “hiya again”."""

TIRED = 10
"""Words of the longest that only says how tired somebody is."""


def is_moved(text: str, cues: Cues) -> bool:
    """Return whether somebody says in a few words how it moved them to read what they wrote."""
    is_brief = count_words(text) <= MOVED and "?" not in text
    return is_brief and reads_back(text) and says(text, cues.moved)


MOVED = 18
"""Words of the longest message that says so."""


def is_greeting(text: str, cues: Cues) -> bool:
    """Return whether nothing is said but a greeting, in whatever language."""
    if count_words(text) > GREETING or not says(text, cues.hello):
        return False
    rest = words_of(without(text, cues.hello))
    return stands_beside_greeting([word.plain for word in rest])


def is_tired(text: str, cues: Cues) -> bool:
    """Return whether all that is said is how tired somebody is after a shift."""
    is_brief = count_words(text) <= TIRED and "?" not in text
    return is_brief and says(text, cues.tired) and not tells_of_others(text.casefold())
