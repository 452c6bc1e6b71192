"""“right am back. the boys sat roon the table”, “he slept. gtg bye”: who comes or goes says so
beside an answer, at its beginning or its end. The rest is what is told."""

from __future__ import annotations

from bot.analysis.reading.answering import core_of, stands_beside_greeting
from bot.analysis.reading.being_back import begins_behind_being_back
from bot.analysis.reading.leaving import says_they_go, tells_what_was_done
from bot.analysis.reading.people import tells_of_others
from bot.analysis.reading.spoken_pieces import pieces, says_plainly
from bot.analysis.reading.words import blanked
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.cues import says
from bot.engine.cues import without as without_cues

MOST = 8
"""Words of the longest sentence in which somebody goes."""

LEAST = 3
"""Words that must be left to be an answer."""


def spans_of(turn: TurnContext, text: str) -> list[tuple[int, int]]:
    """Return where somebody says beside an answer that they are back, or go; none where no more is
    said than that."""
    return turn.once(("coming and going", text), lambda: _spans_of(turn, text))


def _spans_of(turn: TurnContext, text: str) -> list[tuple[int, int]]:
    begin = begins_behind_being_back(text)
    found = [(0, begin)] if begin else []
    sentences = [each for each in pieces(text) if text[slice(*each)].strip()]
    if len(sentences) > 1:
        ends = [sentences[-1]] if begin else [sentences[0], sentences[-1]]
        found += [each for each in ends if _goes(turn, text[slice(*each)])]
    left = blanked(text, found)
    return found if count_words(left) >= LEAST and not says_plainly(left) else []


def _goes(turn: TurnContext, sentence: str) -> bool:
    """Whether a sentence says that somebody goes, and tells of nothing and of nobody else."""
    if count_words(sentence) > MOST or "?" in sentence or tells_of_others(sentence):
        return False
    if says_they_go(sentence) and not tells_what_was_done(sentence):
        return True
    cues = turn.content.listening.kinds.cues
    leaves = (*cues.goodbye, *cues.going)
    if not says(sentence, leaves):
        return False
    rest = core_of(without_cues(sentence, leaves))  # “Later I saw why” tells
    return stands_beside_greeting(rest.split())
