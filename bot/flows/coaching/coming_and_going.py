"""“right am back. the boys sat roon the table”, “he slept. gtg bye”: who comes or goes says so
beside an answer, at its beginning or its end. The rest is what is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.analysis.patterns import lazy
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
    sentences = [*_sentences(turn, text)]
    if len(sentences) > 1:
        ends = [sentences[-1]] if begin else [sentences[0], sentences[-1]]
        found += [each for each in ends if _goes(turn, _core(text[slice(*each)]))]
    left = blanked(text, found)
    return found if count_words(left) >= LEAST and not says_plainly(left) else []


_CALLED = lazy(
    r"\W*(?:(?:oh|och|sorry|oops|wait|right)\W+)*(?:that|there)[’']?s (?:the|my|ma) (?:door|phone|"
    r"buzzer|bell|bus|taxi)\b(?:\W+(?:hang|haud|hold|on|gone|again|now|noo|wait|sorry|brb|here|a|"
    r"min\w*|sec\w*|mo))*\W*",
    re.IGNORECASE,
)
_TAIL = lazy(
    r"(?:\s*[,;–—]\s*(?:(?:oh|och|right|ok|sorry|anyway|but|and|so) )*"
    r"|\s+(?:and|n|an|but|anyway|right|oh|ok) )(?=[^,;–—\s])",
    re.IGNORECASE,
)


def _sentences(turn: TurnContext, text: str) -> Iterator[tuple[int, int]]:
    """Yield the pieces of a text, that they go at its end apart: “…, oh that's the door”."""
    found = [each for each in pieces(text) if text[slice(*each)].strip()]
    yield from found[:-1]
    for start, end in found[-1:]:
        joints = _TAIL.finditer(text, start, end)
        tail = next((at.start() for at in joints if _goes(turn, text[at.end() : end])), end)
        yield start, tail
        if tail < end:
            yield tail, end


def _core(sentence: str) -> str:
    """Return a sentence without what joins it to the one before."""
    found = _TAIL.match(sentence)
    return sentence[found.end() :] if found else sentence


def _goes(turn: TurnContext, sentence: str) -> bool:
    """Whether a sentence says that somebody goes, and tells of nothing and of nobody else."""
    cues = turn.content.listening.kinds.cues
    if _CALLED.fullmatch(sentence) or (count_words(sentence) <= MOST and _declines(turn, sentence)):
        return True
    if count_words(sentence) > MOST or "?" in sentence or tells_of_others(sentence):
        return False
    if says_they_go(sentence) and not tells_what_was_done(sentence):
        return True
    leaves = (*cues.goodbye, *cues.going)
    if not says(sentence, leaves):
        return False
    rest = core_of(without_cues(sentence, leaves))  # “Later I saw why” tells
    return stands_beside_greeting(rest.split())


def _declines(turn: TurnContext, sentence: str) -> bool:
    """Whether somebody says that they leave something out: “No thanks, I'd rather not say”."""
    return "?" not in sentence and says(sentence, turn.content.listening.kinds.cues.declines)
