"""What happens no more, or to nobody: “he not shout any more”, “nobody had a cold dinner”.

It is no harm, unless what is done to people stands beside it: they may be silent for fear, or
drugged.
"""

from __future__ import annotations

from bot.analysis.reading.harm_features import Line
from bot.analysis.reading.harm_vocabulary import HarmVocabulary

SILENCES = frozenset({"lock", "pills", "quieten", "covert", "threat", "sexual", "weapon"})
"""Groups of what makes people silent, wherever it is told."""

DONE_THEN = SILENCES | {"hit", "grab", "fed", "left", "marks", "collapse", "die"}
"""The same where it is told after it: “she does not cry any more when he slaps her”."""


def no_more_in(line: Line, vocabulary: HarmVocabulary) -> list[tuple[int, int]]:
    """Return the characters of what happens no more, or to nobody."""
    return [
        line.span_of(first, last)
        for first, last in line.tellings(vocabulary.ended)
        if not line.turns(vocabulary, last)
        and _groups(line, 0, first).isdisjoint(SILENCES)
        and _groups(line, last + 1, len(line.groups)).isdisjoint(DONE_THEN)
    ]


def _groups(line: Line, begin: int, end: int) -> frozenset[str]:
    return frozenset[str]().union(*line.groups[begin:end])
