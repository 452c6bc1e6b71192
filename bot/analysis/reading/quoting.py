"""Which clauses may be said back: whole thoughts that somebody told, and no word to the coach."""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.patterns import lazy
from bot.analysis.reading.clauses import LEAST
from bot.analysis.reading.kinds import Kind

_NEVER_QUOTED: frozenset[Kind] = frozenset(("harm", "bare"))
"""Kinds of which nothing is said back."""

_ACTS_QUOTED: frozenset[Kind] = frozenset(
    ("question", "not_understood", "request", "talk", "chat", "stop", "theory")
)
"""Kinds of which only an act is said back."""

_JOINS = frozenset(("and", "an", "n", "so", "but", "then", "or"))
"""Words that a short clause cannot begin with when it is said back: “and went round”."""

_NO_QUOTE = lazy(
    r"^(?:which|who|whom|whose)\b"
    r"|^(?:(?:so|and|but|then) )*(?:i|ah|we|she|he|they|\w+) (?:just )?(?:say|says|said|sed) "
    r"(?:(?:to|tae) )?(?:\w+){0,1}$"
    r"|^(?:say|says|said) (?:to|tae) \w+$"
    r"|\b(?:(?:was|is|were) always|such|very|the|a|an|of|my|ma|and|was|because)$"
)
"""Half a thought: “I say to everybody”, “it was always”."""

_TO_COACH = lazy(
    r"\b(?:you|ye|u|yous) (?:were|was|asked?|askt|said|say|want(?:ed|in|ing)?|mean|meant|see|know|"
    r"missed|told|telt|keep|call(?:ed)?|put|wrote|got)\b|\b(?:you've|youve|you have) (?:got|had)\b"
    r"|\b(?:let us|lets|let's) (?:continue|go on|carry on)"
)
"""What is said to the coach in the middle of an answer: not said back."""


def least_words(plain: Sequence[str], *, outcome: bool) -> int:
    """Return how many words a clause must have to be said back: what came of it may be short."""
    return LEAST - outcome + (plain[0] in _JOINS)


def may_quote(own: str, kind: Kind, *, act: bool) -> bool:
    """Return whether a clause in small letters is a whole thought, told and not said to the coach.

    ``kind`` is that of its message, ``act`` whether somebody acts in it.
    """
    if kind in _NEVER_QUOTED or (kind in _ACTS_QUOTED and not act):
        return False
    return not (_TO_COACH.search(own) or _NO_QUOTE.search(own))
