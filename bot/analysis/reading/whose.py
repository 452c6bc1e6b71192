"""Who did what a clause tells of: the writer, alone or with others, or somebody else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from bot.analysis.patterns import bits_of, lazy
from bot.analysis.reading.people import SOMEBODY, is_person
from bot.analysis.reading.subject import Subject

Whose = Literal["own", "we", "other"]

SURE = 0.6
"""How likely it must be that somebody acts where no word says who."""

OWN = lazy(
    r"^(?:(?:so|and|then|but|after that|next|ok|now|noo|once) )*"
    r"(?:i|ah|a(?! (?:wee|big|new|old|auld|small|young|good|nice|few|lot|bit|couple|different|"
    r"second|simple|single|whole|hale|red|blue|green|quick|quiet)\b)|"
    r"i'd|i've|ah've|me|it'?s me|it (?:was|wis) me)\b"
)
_AN_A = lazy(r"^(?:(?:so|and|then|but|after that|next|ok|now|noo|once) )*a\b")
"""What “a” begins may be Scots for I, or “a colleague”."""

_WE = lazy(
    r"^(?:(?:so|and|then|but|now|noo) )*(?:we|we've|us|wi|(?:the )?(?:two|three|both|all) of us)\b"
    r"|\b(?:me and|me an|me n) "
)
VERB_FIRST = lazy(
    r"^(?:(?:so|and|an|then|but|just|jist|also) )*"
    r"(?!during|evening|morning|nothing|something|anything|everything|within|wit\b)"
    r"(?:\w{2,}(?:ed|in|ing|it)|put|pit|told|telt|gave|gied|"
    r"made|took|tuk|set|wrote|rote|got|rang|kept|sat|went|did|had|said|let|led|ran|read|split|cut|"
    r"brought|bought|built|found|held|left|met|sent|showed|spoke|stood|swept|taught|fed|drove)\b"
)
"""How an act begins that names nobody: “moved two of us”. Who writes so did it."""

_THEY = frozenset(("she", "he", "they"))

_INSIDE_OWN = lazy(r"\b(?:i|ah) \w")


def begins_done(text: str) -> bool:
    """Return whether a clause begins with what was done, and names nobody: “changed the run”."""
    return VERB_FIRST.match(text.casefold()) is not None


_AT_ME = lazy(
    r"\b(?:at|oan|ower|past|on) me\b(?! (?:day|phone|way))"
    r"|\b(?:hit|bit|kicked|kickt|punched|grabbed|pushed|told|telt|asked|askt|gave|gied|called|"
    r"sent|taught|showed|thanked|left) me\b"
)
"""“threw a chair at me”: somebody else did that, although nobody is named."""

_GOT_DONE = lazy(
    r"(?:(?:so|and|then|but) )*(?:i|ah|we) (?:just |always |aye |even |then )*"
    r"(?:got|get|gets|was|were|wis|wur|am|been) (?:\w+ly |always |aye |all )?"
    r"(?:shouted|sworn|swore|screamed|spat|told|telt|asked|askt|hit|bit|bitten|kicked|punched|called|"
    r"blamed|laughed|left|sent|given|gied|taught)\b"
)


DONE_TO_THEM = bits_of(_GOT_DONE)
"""One of these is in what ``look`` returns of a clause for which that is worth asking."""


def is_done_to_them(plain: str) -> bool:
    """Return whether a clause, in small letters, tells what was done to the writer: “I got shouted
    at”, “I was asked to account for it”."""
    return _GOT_DONE.match(plain) is not None


def whose_act(plain: str, chances: Mapping[str, float], subject: Subject | None) -> Whose | None:
    """Return who did what a clause tells of, or None where it is not sure."""
    if _WE.search(plain):
        return "we"
    if OWN.match(plain) and not (subject == "person" and _AN_A.match(plain)):
        return "own"
    if subject == "person" or (
        _AT_ME.search(plain) and VERB_FIRST.match(plain) and not _INSIDE_OWN.search(plain)
    ):
        return "other"
    if _INSIDE_OWN.search(plain) or (chances["own_act"] >= SURE and VERB_FIRST.match(plain)):
        return "own"
    has_others = any(each in SOMEBODY or each in _THEY or is_person(each) for each in plain.split())
    return "other" if has_others and chances["other_act"] >= SURE else None
