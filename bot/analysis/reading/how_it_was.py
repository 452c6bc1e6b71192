"""Whether a clause tells how things were, or what went wrong: nobody's act, and no result.

A table that learns from acts hears one in “it was fights every week”. “You did that” would hurt.
"""

from __future__ import annotations

import re

_NOBODY_ACTS = re.compile(
    r"^(?:(?:so|and|an|then|but|ach|well|oh|before that|at first|back then),? )*"
    r"(?:it|there|that) (?:was|wis|were|is|had been)\b(?=(?: \S+){3})"
    r"|\b(?:was|wis|were|got|kept|is|are|wasn'?t|weren'?t) (?:\w+ ){0,2}(?:scared|feart|feared|"
    r"afraid|crying|cryin|greetin|upset|sick|tired|late|short|broken|wrong|interrupted|bored|angry|lost|"
    r"missing|empty|faded|raging|shouting|frightened|worried|anxious|unhappy|closed)\b"
    r"|\b(?:errors?|falls?|complaints?|mistakes?|fights?|incidents?|accidents?|problems?)\b.{0,40}"
    r"\b(?:went up|were|was|rose|got|happened|kept|every|doubled)\b"
    r"|\b(?:always|aye|still|never) (?:the )?same\b|\b(?:that|so) bad\b"
    r"|\b(?:nobody|naebody|no one|they|he|she) (?:could(?:n'?t)?|cudnae|couldnae)\b"
    r"|\bringin[g]? (?:aff|off)\b"
    r"|\bstopped (?:com|eat|go|talk|sleep|play|speak)(?:ing|in)\b"
)
"""How it was, and what went wrong: nobody did that, least of all who tells it."""

_BETTER = re.compile(
    r"\b(?:down|fewer|less|better|no|nae|none|half|since|now|noo|calmer|instead|any ?more|after|"
    r"efter|could (?:now|then))\b"
)
"""One of these is in most of what came of something."""

_DOES = re.compile(r"\b(?:i|ah|i'd|i've|we|we'd|we've|me and)\b")


def is_how_it_was(plain: str) -> bool:
    """Return whether a clause, in small letters, tells how things were and of nobody's act."""
    if not _NOBODY_ACTS.search(plain):
        return False
    return not (_DOES.search(plain) or _BETTER.search(plain))
