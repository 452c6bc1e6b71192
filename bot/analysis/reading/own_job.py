"""The job that somebody says is theirs, wherever they say it: “im only a driver, does that count?”

It is known by the job, and not by what is told of it: who asks whether a small job counts has said
which one it is, and is not asked for it again.
"""

from __future__ import annotations

from bot.analysis.letters import small
from bot.analysis.patterns import bits_of, lazy

_JOB = (
    r"(?:carer|care (?:worker|assistant|staff)|careworker|support (?:worker|assistant)|nurse|cook|"
    r"chef|driver|escort|cleaner|domestic|housekeeper|laundry (?:worker|assistant)|student|trainee|"
    r"apprentice|volunteer|senior|deputy|depute|manager|supervisor|coordinator|co-ordinator|"
    r"practitioner|assistant|porter|handyman|janitor|jannie|warden|social worker|key ?worker|"
    r"housing (?:officer|support|worker)|teacher|childminder|nursery (?:worker|nurse|assistant)|"
    r"relief|bank|agency|bank staff|agency staff|relief staff|home help|helper|hca|sssw|dom|"
    r"playworker|escort|befriender|team leader|shift leader|receptionist|administrator|temp|"
    r"activities (?:worker|coordinator|lady|lassie)|youth worker)"
)

_NAMED = lazy(
    r"\b(?:i'?m|i am|ah'?m|ah am|am|me being|being|as)(?: (?:only|just|jist|still|now))*"
    rf"(?: an?| the| wan o the)?(?: (?!not\b|no\b)[\w-]+){{0,2}}? {_JOB}s?\b"
)


NAMES_JOB = bits_of(_NAMED)


def names_job(text: str) -> bool:
    """Return whether somebody says in a text what they work as."""
    return _NAMED.search(small(text)) is not None


_BEGINS = lazy(
    rf"(?:^|[.!?\n] *)(?:an? |the )?(?:[\w-]+ ){{0,2}}?{_JOB}s?\b(?! \w+(?:ed|s)\b)(?!')"
)


def begins_with_job(text: str) -> bool:
    """Return whether a sentence of a text begins with what somebody works as: “home carer, Orkney”,
    and not with what one of them did."""
    return _BEGINS.search(small(text)) is not None
