"""“what? no, its just his way”: what takes back that something was harm, and what does not."""

from __future__ import annotations

import re

from bot.analysis.reading.after_harm import asks_to_be_heard, asks_what_to_do
from bot.analysis.reading.harm_again import points_at, tells_nobody
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.cues import says
from bot.flows.safety.harm_heard import reports_now, told_of

NEWS = 12
"""Words of the longest “no it was …”."""

_NO = re.compile(
    r"\W*(?:no|naw|nah|nope|nae)\W+"
    r"(?:no|naw|its?|it'?s|h?e'?s|he|she'?s?|i|i'?m|ah|serious|honest|that'?s?|they|we|you|ye|really|wait|not)\b",
    re.IGNORECASE,
)
"""How a few words begin that say it is not so: “no it was a toy”, and not “no one can help”."""

PROTESTS = frozenset(("complaint_about_coach", "correction", "not_understood"))
"""Kinds by which it is said that the words were taken the wrong way."""


def takes_back(turn: TurnContext) -> bool:
    """Return whether they say that it is no harm: “what? no”, “its just his way”."""
    cues, text = turn.content.listening.harm.cues, turn.event.text
    first = text.casefold().strip(" .!?")
    if tells_nobody(turn.knowledge.harm_reader.vocabulary, text) or cues.serious in turn.says:
        return False
    if asks_to_be_heard(text) or asks_what_to_do(text) or reports_now(turn):
        return cues.misread in turn.says
    if turn.harm.level != "none" or names_it(turn):  # “no really, he hits her every night”
        return not turn.says.isdisjoint((cues.protest, cues.misread)) and not names_it(turn)
    begins = _NO.match(text) is not None and count_words(text) <= NEWS
    is_no = begins or {*re.split(r"\W+", first)} <= {*cues.bare_no}
    if _is_of_life(turn):
        return is_no or cues.misread in turn.says or says(_MEANS.sub(" ", text), cues.protest)
    is_said = is_no or not turn.says.isdisjoint((cues.protest, cues.misread))
    return is_said or turn.reading.kind in PROTESTS


_MEANS = re.compile(r"\bi mean\b", re.IGNORECASE)
"""“I mean really not here” says it once more."""


def _is_of_life(turn: TurnContext) -> bool:
    """Whether a life may be in danger by what was told: “like not here at all” behind it only looks
    like a complaint, and takes nothing back."""
    told = told_of(turn)
    return told is not None and turn.knowledge.harm_in(told.text).level == "crisis"


def names_it(turn: TurnContext) -> bool:
    """Whether what was done is named once more: “eh? am askin aboot the bruises”."""
    told, words = told_of(turn), turn.knowledge.harm_reader.vocabulary
    return told is not None and points_at(words, turn.event.text, told.text)
