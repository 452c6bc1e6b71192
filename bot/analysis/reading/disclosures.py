"""How something is said that was seen of others, or was told in trust: “she confided to me”, “I
witnessed”, “it has come to my attention”.

By itself it tells of no harm: a wish to sing is confided, too. Where the words that follow may be
of harm, it is no slip of a good day's account.
"""

from __future__ import annotations

from bot.analysis.patterns import lazy
from bot.analysis.reading.words import heard_text, plain_text

_TO_ME = lazy(
    r"\b(?:informed|begged|implored|(?:disclosed|confessed|whispered|confided|intimated|"
    r"admitted|stated|revealed)(?: it| this)? (?:to|in)) (?:me|us)\b"
    r"|\b(?:disclosed|confided|intimated|alleged|let slip|has admitted|indicated that|in (?:the )?"
    r"(?:strictest |strict )?confidence)\b"
)

_SEEN = lazy(
    r"\bi (?:have |had |was )?(?:witnessed|observed|overheard|discovered|learned|learnt|came upon|"
    r"present when)\b"
    r"|\b(?:come|came|been brought) to (?:my|our) (?:attention|notice)\b|\bcome to light\b"
    r"|\bmy attention was drawn\b"
    r"|\breason to believe\b|\bi regret to (?:say|report)\b"
    r"|\bit (?:has )?(?:emerged|transpired|transpires|became|become|would appear|appears)\b"
    r"|\bi (?:must|should|feel (?:bound|obliged) to|am bound to) (?:also )?"
    r"(?:mention|record|report|confess|state|add)\b"
    r"|\b(?:was|were) (?:instructed|requested|directed|asked|told) (?:by \w+ \w+ )?(?:not )?to\b"
)


_TALK = lazy(r"\b(?:told|telt|tellt|said to|mentioned (?:it )?to) (?:me|us)\b")
"""In most of what is told of a shift: it counts where a sign of harm stands beside it."""


def discloses(text: str, *, signed: bool = False) -> bool:
    """Return whether a text is told as a thing that was seen of others, or told in trust; a sign of
    harm in it makes such a thing of “she told me”, too."""
    ways = (plain_text(text), heard_text(text))  # by ear “confessed” is “confused”
    frames = (_TO_ME, _SEEN, *([_TALK] if signed else []))
    return any(each.search(way) for way in ways for each in frames)
