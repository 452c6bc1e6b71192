"""Harm that the writer told on already: it is an answer, and what they did was right.

A life in danger is never told on enough, and who was sent away, or told to be silent, or is
afraid, or pays for it, still has to hear whom to tell.
"""

from __future__ import annotations

from bot.analysis.reading.harm_reading import HarmReading
from bot.analysis.reading.whom_not import rules_out_boss
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext

OF_OTHERS = ("suicide", "abuse", "neglect", "exploitation", "wrongdoing", "own_act")
"""Sorts of harm that somebody else has to know of. Who rang for a sick man did an act like any."""

LONG = 80
"""Words from which on what was told need not be the harm."""


def is_told_on(turn: TurnContext, harm: HarmReading) -> bool:
    """Return whether the message of this turn tells of harm, and that the writer told on it."""
    cues, text = turn.content.listening.harm.cues, turn.event.text
    still = (cues.not_heard, cues.told_to_hide, cues.punished, cues.my_fear)
    is_of_others = harm.sort in OF_OTHERS or (harm.sort == "distress" and harm.about != "self")
    is_known = harm.told_on and is_of_others and harm.level != "crisis"
    is_paid_for = harm.sort == "wrongdoing" and harm.level != "none"
    is_open = is_paid_for or not turn.says.isdisjoint(still) or rules_out_boss(text)
    return is_known and count_words(text) < LONG and not is_open
