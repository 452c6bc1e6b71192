"""What a word means that a learner asks about: one of the few that are told, or another."""

from __future__ import annotations

from bot.analysis.reading.meaning_asked import word_meant
from bot.analysis.reading.words import words_of
from bot.engine.author_words import first_for
from bot.engine.context import TurnContext
from bot.engine.wording import Text
from bot.engine.wordings import Chooser

_POINTS = frozenset(("it", "that", "this", "you", "u", "ye", "they", "question", "bit", "one"))
"""Words by which the open question itself is meant."""

BARE = 3
"""Words of the longest text that may be but a word whose meaning is asked."""


def meaning_of(turn: TurnContext, text: str, lines: Chooser) -> Text | None:
    """Return what the first word of a text means that an author tells of, None for none."""
    meant = first_for(turn.content.listening.kinds.word_meant, text)
    return lines.must_pick([meant[0].line]) if meant else None


def meaning_asked(turn: TurnContext, text: str, lines: Chooser) -> Text | None:
    """Return what the word means that a text asks about, or that is nearly all of it: “reader?”.
    “why are you asking me that” asks for no word."""
    word = word_meant(text) or (text if len(words_of(text)) <= BARE else "")
    return meaning_of(turn, word, lines) if word else None


def is_of_other_word(turn: TurnContext) -> bool:
    """Whether they ask what a word means that is none of the open question's."""
    word, step = word_meant(turn.event.text), turn.open_question
    asked = {each.plain for each in words_of(f"{step.question} {step.hint}")} if step else set()
    return bool(word) and not {each.plain for each in words_of(word)} & (asked | _POINTS)
