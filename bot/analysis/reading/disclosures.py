"""How something is said that was seen of others, or was told in trust: “she confided to me”, “I
witnessed”, “it has come to my attention”.

By itself it tells of no harm: a wish to sing is confided, too. Where the words that follow may be
of harm, it is no slip of a good day's account.
"""

from __future__ import annotations

from bot.analysis.patterns import lazy
from bot.analysis.reading.words import heard_text

_TO_ME = lazy(
    r"\b(?:told|informed|begged|implored|(?:disclosed|confided|intimated|mentioned|said|admitted|"
    r"stated|revealed)(?: it| this)? (?:to|in)) (?:me|us)\b"
    r"|\b(?:disclosed|confided|intimated|alleged|let slip|has admitted|in (?:the )?"
    r"(?:strictest |strict )?confidence)\b"
)

_SEEN = lazy(
    r"\bi (?:have |had |was )?(?:witnessed|observed|overheard|discovered|learned|learnt|"
    r"present when)\b"
    r"|\b(?:come|came|been brought) to (?:my|our) (?:attention|notice)\b|\bcome to light\b"
    r"|\breason to believe\b|\bi regret to (?:say|report)\b"
    r"|\bit (?:has )?(?:emerged|transpired|transpires|became|become|would appear|appears)\b"
    r"|\bi (?:must|should|feel (?:bound|obliged) to|am bound to) (?:also )?"
    r"(?:mention|record|report|confess|state|add)\b"
    r"|\b(?:was|were) (?:instructed|requested|directed|asked|told) (?:by \w+ \w+ )?(?:not )?to\b"
)


def discloses(text: str) -> bool:
    """Return whether a text is told as a thing that was seen of others, or told in trust."""
    said = heard_text(text)
    return _TO_ME.search(said) is not None or _SEEN.search(said) is not None
