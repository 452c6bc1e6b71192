"""What shows nothing yet where an account is asked for: a word alone, or a job and a denial."""

from __future__ import annotations

from bot.analysis.reading.denials import denies_with_a_job
from bot.analysis.reading.reading import Reading
from bot.analysis.reading.spoken_pieces import types_for_another
from bot.analysis.reading.words import heard_words
from bot.content.models.dialogue import WordsStep
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.flows.coaching.listed import is_just_asked
from bot.flows.coaching.policy import MANY
from bot.flows.coaching.words_alone import word_alone

LONGEST_WORD = 40
"""Characters of the longest word alone, such as “person-centred communication”."""


def is_word_alone(turn: TurnContext, reading: Reading) -> bool:
    """Return whether but a word is said where an account is asked for, “teamwork”.

    Right after a question of the coach's own it may answer that, if it is no such word as
    “respect”.
    """
    step = turn.step
    is_account = isinstance(step, WordsStep) and bool(step.needs)
    text = turn.event.text
    is_brief = reading.kind == "bare" and len(text) <= LONGEST_WORD and is_account
    # “respect” answers no question of what was done, whoever asked it.
    is_known = word_alone(turn.content.listening.bare.words, text) is not None
    return is_brief and (is_known or not is_just_asked(turn))


def denies(turn: TurnContext, reading: Reading) -> bool:
    """Return whether beside a denial no more is told than a job, “I drive the van. I lead nobody.”,
    or somebody says that they only type for another."""
    text = turn.event.text
    said = " ".join(heard_words(text))
    types = types_for_another(text) and count_words(text) <= MANY and not reading.act
    return types or (reading.kind == "denial" and denies_with_a_job(said))
