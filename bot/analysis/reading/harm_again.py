"""What a message tells about harm that was told before it."""

from __future__ import annotations

from bot.analysis.reading.harm_features import Line
from bot.analysis.reading.harm_seen_to import is_untold, tells_somebody
from bot.analysis.reading.harm_vocabulary import HarmVocabulary
from bot.analysis.reading.just_told import names_protection

DONE = frozenset(
    {"die", "kill", "suicide", "pills", "cut", "blood", "weapon", "threat", "hit", "grab"}
    | {"sexual", "shout", "demean", "marks", "lock", "money", "steal", "sign", "wrong", "drink"}
)
"""Groups of what is done to somebody. Who names it again speaks of it still."""


def points_at(vocabulary: HarmVocabulary, text: str, before: str) -> bool:
    """Return whether a message names what an earlier one tells again: “it was that bruise”."""
    groups = frozenset[str]().union(*Line.of(text, vocabulary).groups)
    done = frozenset[str]().union(*Line.of(before, vocabulary).groups)
    return not DONE.isdisjoint(groups & done)


def tells_nobody(vocabulary: HarmVocabulary, text: str) -> bool:
    """Return whether the writer says that they told nobody."""
    return is_untold(Line.of(text, vocabulary))


def tells_anybody(vocabulary: HarmVocabulary, text: str) -> bool:
    """Return whether a message tells that anybody was told of something."""
    return tells_somebody(Line.of(text, vocabulary), vocabulary.told, vocabulary.confided)


def only_confides(vocabulary: HarmVocabulary, text: str) -> bool:
    """Return whether a friend or a sister was told, and nobody who can act on it."""
    line = Line.of(text, vocabulary)
    if names_protection(text):
        return False
    return tells_somebody(line, vocabulary.confided) and not tells_somebody(line, vocabulary.told)


def fears(vocabulary: HarmVocabulary, text: str) -> bool:
    """Return whether the writer is afraid, in any spelling: “im scard il get sakked”."""
    line = Line.of(text, vocabulary)
    return any(
        "scared" in groups and not ME.isdisjoint(line.plain[max(i - NEAR, 0) : i])
        for i, groups in enumerate(line.groups)
    )


ME, NEAR = frozenset({"i", "am"}), 3
"""Words by which somebody says that it is they, and among how many before “scared”."""
