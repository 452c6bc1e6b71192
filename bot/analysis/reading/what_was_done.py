"""How much of a clause tells what was done, so that a word in it shows that: “I thanked the lad |
who washed the pots” is thanks and no washing, and “never once asked” is no asking.
"""

from __future__ import annotations

from bot.analysis.patterns import lazy

_SPOKEN_OF = lazy(
    r"(?<=\S )(?:who|wha|whae|whose|whom|which|when|whan|while|whilst|before|afore|after|efter|"
    r"until|"
    r"till|til|if|unless|instead|insteid|rather|because|cos|coz|cause|cuz|"
    r"that(?= (?:had|hud|has|was|wis|were|(?!need|red\b)\w{2,}(?:ed|it)|\w+(?:s|in|ing)) ))\b"
)
"""How begins, behind a word, what is told only of somebody, or of when or why it was."""

_ASKED = lazy(
    r"\b(?:ask\w*|know|ken|see|saw|seen|check\w*|wonder\w*|learn\w*|find|found)(?: \S+)?$"
)
"""What leads in a question: “asked him who did it”, “to see if”. That belongs to what was done."""

_AUX = r"(?:did|does|dis|do|was|wis|were|is|are|could|cud|would|wid|wud|should|had|hud|has|have)"
_NOT = lazy(
    r"\b(?:never|nivver|nevr|nevver|not|no|nae|nobody|naebody|no one|none|nane|hardly|without|"
    r"withoot|instead of|stopped|stopt|refused|forgot|cannot|canny|cannae|dinny|dinnae|dinna|"
    rf"\w+n't|(?:{_AUX}|ca|wo|do|must)nt|{_AUX}n?(?:ae|y|a))\b"
)


def done_in(clause: str) -> str:
    """Return how far a clause, in small letters, tells what was done, and not of whom or when."""
    for found in _SPOKEN_OF.finditer(clause):
        if not _ASKED.search(clause[: found.start()].rstrip()):
            return clause[: found.start()]
    return clause


def is_denied(clause: str) -> bool:
    """Return whether a clause, in small letters, tells what was not done, or by nobody."""
    return _NOT.search(done_in(clause)) is not None
