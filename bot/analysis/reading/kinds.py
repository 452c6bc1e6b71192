"""The kind of a message: evidence, or one of the things that people say to a coach.

Two kinds are told by their form alone: a control word, spelt right or nearly so, and a paste.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from bot.analysis.patterns import lazy
from bot.analysis.reading.lexicon import word_list
from bot.domain.word_count import PLACEHOLDER

Kind = Literal[
    "evidence",
    "announce",
    "several",
    "alternative",
    "bare",
    "denial",
    "question",
    "not_understood",
    "request",
    "talk",
    "back",
    "chat",
    "already_told",
    "stop",
    "delete",
    "correction",
    "feeling_about_task",
    "complaint_about_coach",
    "to_coordinator",
    "pasted",
    "private",
    "harm",
    "theory",
]

KINDS: tuple[Kind, ...] = get_args(Kind)

FEW = 8
"""Words up to which a message without an act, a thing or a person is never evidence."""

Control = Literal[
    "next", "back", "skip", "start", "pause", "stop", "help", "review", "menu", "statement"
]

CONTROLS: dict[str, tuple[Control, Kind]] = {
    "next": ("next", "talk"),
    "back": ("back", "talk"),
    "skip": ("skip", "talk"),
    "start": ("start", "talk"),
    "pause": ("pause", "stop"),
    "stop": ("stop", "stop"),
    "help": ("help", "question"),
    "review": ("review", "talk"),
    "menu": ("menu", "talk"),
    "statement": ("statement", "talk"),
}

_REAL = word_list("""
    text nest neat net newt shop step stoop stops star stat state smart starts sip slip ship snack
    black pack sack bank bak hello heap held hell mean men pauses reviews preview rack
""")
"""Words one letter away from a control word that mean themselves."""

_SLIPS = {
    "nxt": "next",
    "nex": "next",
    "skp": "skip",
    "bck": "back",
    "bak": "back",
    "strat": "start",
    "stp": "stop",
    "paws": "pause",
}

_GO = word_list("""
    go ok okay please pls gan gaun then to tae lets let's ok, and
""")

_NEXT_WHAT = word_list("""
    one question bit part now thanks ta
""")
"""What may stand after *next* and *start*: “back now” is somebody who is back."""

_SKIPS = frozenset(("skip", "skp"))
_AROUND_SKIP = _SKIPS | word_list(
    "it this that one yin wan bit no naw nah nope just jist i'll ill ah'll ta thanks dunno idk "
    "don't dont know dinnae ken not sure idea nothing sorry can could may we i us want would like "
    "the next question again think of anything can't cant cannae hmm eh well here for now noo lol"
)
"""What may stand around *skip*: “naw, skip it”, “dunno skip it”."""

_MAY = frozenset(("can", "could", "may"))

_FORM = lazy(
    r"^[ \t]*(?:[•*\-–☐☑\uf0b7✓]|\d{1,2}[.)]|[A-Za-z0-9][\w ./&’'()-]{0,40}:[ \t]*(?:_+|$)|(?:q|a|"
    r"unit|section|"
    r"criteria|learning outcome|part)\b ?\d*[.:–-]?)",
    re.MULTILINE | re.IGNORECASE,
)

_GAP = lazy(rf"{PLACEHOLDER}|_{{4,}}|lorem ipsum|forwarded message", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """The part of what a message tells on which its kind depends."""

    act: float
    parts: float
    """How likely the likeliest part other than an act is."""
    role: float
    """How likely it says what somebody works as: a job sent alone is no bare word."""
    answers: bool = False
    """Whether it tells something and speaks to nobody, as an answer to a question does."""
    asked: bool = False
    """Whether the coach asked something of its own just before."""


def control_word(words: Sequence[str]) -> Control | None:
    """Return the control word that a whole message means, spelt right or nearly so."""
    said = [word for word in words if word not in _GO]
    if said[1:] and said[0] in ("next", "nxt", "start") and _NEXT_WHAT.issuperset(said[1:]):
        said = said[:1]
    tells = _MAY.isdisjoint(said) and "we" in said  # “we skip it” tells
    if said[1:] and _SKIPS.intersection(said) and _AROUND_SKIP.issuperset(said) and not tells:
        said = ["skip"]
    most = MOST_AROUND_SKIP if said == ["skip"] else MOST_AROUND
    if len(said) != 1 or len(words) > most:
        return None
    word = _SLIPS.get(said[0], said[0])
    if word in CONTROLS:
        return CONTROLS[word][0]
    if word in _REAL or len(word) < 4:
        return None
    near = [known for known in CONTROLS if known[0] == word[0] and _one_slip(word, known)]
    return CONTROLS[near[0]][0] if len(near) == 1 else None


MOST_AROUND, MOST_AROUND_SKIP = 3, 9
"""Words of the longest message that is a control word with what stands around it; “can't think of
anything, skip this one please” has more."""


def _one_slip(word: str, known: str) -> bool:
    """Whether one letter too many, too few, another, or two in the wrong order part two words."""
    if abs(len(word) - len(known)) > 1 or word == known:
        return False
    start = 0
    while start < min(len(word), len(known)) and word[start] == known[start]:
        start += 1
    rest, other = word[start:], known[start:]
    swapped = rest[:2] == other[1::-1] and len(rest) > 1 and rest[2:] == other[2:]
    return rest[1:] == other[1:] or rest[1:] == other or rest == other[1:] or swapped


def is_pasted(text: str) -> bool:
    """Whether a text looks like a form or a list from elsewhere, or holds a gap to be filled in."""
    return bool(_GAP.search(text)) or (
        text.count("\n") >= 1 and len(_FORM.findall(text)) > max(1, (text.count("\n") + 1) // 3)
    )


_IN_ANSWERS: frozenset[Kind] = frozenset(("evidence", "announce", "several", "private"))
"""Kinds that are told in an answer."""


def margin(scores: Mapping[str, float], kind: Kind) -> float:
    """Return how much likelier a kind is than the next, or, where it is meant for the coach, than
    the likeliest of those that are told: which of two remarks it is makes no answer of it."""
    beside = scores.keys() if kind in _IN_ANSWERS else _IN_ANSWERS & scores.keys()
    others = [scores[name] for name in beside if name != kind] or [*scores.values()]
    return scores.get(kind, max(scores.values())) - max(others)
