"""A clause as it is looked at by itself, before it is known what its message is for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from bot.analysis.letters import small
from bot.analysis.one_voice import in_one_voice
from bot.analysis.patterns import lazy, look
from bot.analysis.reading import outcomes
from bot.analysis.reading.came_of_it import came_of_it, is_state
from bot.analysis.reading.clauses import Quote, quote_in
from bot.analysis.reading.cues import part_cues, possible_cues
from bot.analysis.reading.how_it_was import is_how_it_was
from bot.analysis.reading.kinds import Told
from bot.analysis.reading.linear import Table
from bot.analysis.reading.modesty import is_modest
from bot.analysis.reading.outcomes import is_doing, is_job, is_outcome, is_unable, says_i_did
from bot.analysis.reading.own_news import OWN_CARE, is_own_care
from bot.analysis.reading.subject import Subject
from bot.analysis.reading.whose import DONE_TO_THEM, is_done_to_them, whose_act
from bot.analysis.reading.words import Word
from bot.analysis.reading.worth_trying import worth_trying

ACT = 0.5
"""From how likely on an act is held to be told. Set by cross-validation on the labelled rows."""

MAY_BE_ACT = 0.2
"""The same for what may be one: what it is called says then whether it is.

On labelled rows that the table of practices had not learned, 75 % of the acts are named so, and
73 % where only surer acts are; as many of them rightly, 86 %.
"""

A_ROLE = 0.5
"""From how likely on a clause is held to tell who somebody is at work."""

NO_ACT = 0.5
"""How likely a result must not be for that."""

_SO = lazy(r"\bso\s+$", re.IGNORECASE)
_GOT = lazy(r"(?:i|ah|a|we) got (?:an?|the|some|two|three|\d+|one|him|her|them) \w")
"""“so I got a drawer unit” is done, although “we got two calls” is not."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A clause: where it stands, its words in small letters, and what is seen in it."""

    start: int
    end: int
    own: str
    plain: list[str]
    may: set[str]
    """The dear patterns that may find something in it."""
    looked: int
    """The bits of all patterns that may."""
    hints: set[str]
    """The hints that its words may hold, and those that it does."""
    cues: Sequence[str]
    chances: Mapping[str, float]
    quote: Quote
    asked: bool
    purpose: bool
    """Whether “so” stands before it, which a quote does without."""
    modest: bool
    """Whether it makes small what was done."""
    before: bool
    """Whether it tells how things were."""
    act: bool
    may_be_act: bool
    """Whether it is one, or is an act if what is told in it has a name."""
    outcome: bool
    """Whether it tells in a few words what came of it."""
    job: bool
    """Whether it says what somebody's work is."""
    state: bool
    """Whether it only tells how somebody is, or how it was."""
    own_affair: bool
    """Whether it tells how somebody looks after themselves, and nothing of work."""
    subject: Subject | None
    """Who or what it begins with, None where that is not shown."""


def piece_of(text: str, words: Sequence[Word], subject: Subject | None, parts: Table) -> Piece:
    """Return a clause of a text by its words and its subject; ``parts`` says how likely it tells
    each part."""
    start, end = words[0].start, words[-1].end
    plain = [word.plain for word in words]
    own = small(text[start:end])
    hints = possible_cues(plain)
    cues = part_cues(own, hints)
    chances = parts.chances(plain, cues)
    asked = text[end : end + 3].lstrip(' "”’)').startswith("?")
    purpose = start > 0 and _SO.search(text, max(0, start - 8), start) is not None
    may, looked = worth_trying(plain), look(own)
    modest = "modest" in may and is_modest(own)
    own_affair = looked & OWN_CARE != 0 and is_own_care(own)
    before = "before" in may and is_how_it_was(own) and not (purpose and _GOT.match(own))
    nobody_acts = asked or modest or before or own_affair or subject == "thing"
    nobody_acts = nobody_acts or (looked & DONE_TO_THEM != 0 and is_done_to_them(own))
    job = looked & outcomes.JOB != 0 and is_job(own)
    told = not (nobody_acts or job or (looked & outcomes.UNABLE and is_unable(own)))
    quote = quote_in(words)
    act = told and (chances["act"] >= ACT or _is_done(own, plain, looked, quote.start - start))
    may_be = act or (told and chances["act"] >= MAY_BE_ACT and chances["result"] < NO_ACT)
    voiced = in_one_voice(own)
    outcome = not (modest or own_affair or _WHO_EACH.match(own)) and (
        (looked & outcomes.OUTCOME and is_outcome(own, plain))
        or came_of_it(voiced)
        or (", " in own and _ends_in_outcome(own, voiced))
    )
    state = not outcome and is_state(voiced)
    signs = asked, purpose, modest, before, act, may_be, outcome, job, state, own_affair, subject
    return Piece(start, end, own, plain, may, looked, hints, cues, chances, quote, *signs)


def _is_done(own: str, plain: Sequence[str], looked: int, begin: int) -> bool:
    """Whether the words of a clause say that something was done, from where it is quoted."""
    if looked & outcomes.DOING and is_doing(own, plain):
        return True
    return (begin > 0 or looked & outcomes.I_DID != 0) and says_i_did(own[begin:])


def _ends_in_outcome(own: str, voiced: str) -> bool:
    """Whether behind the last comma of a few words stands what came of it: “I put a mat down,
    nobody fell”."""
    last = own.rpartition(", ")[2]
    return bool(last) and (is_outcome(last, last.split()) or came_of_it(voiced.rpartition(", ")[2]))


_SINCE_THEN = lazy(
    r"\b(?:now|noo|any ?more|no more|nae mair|these days|since (?:then|that))\b"
    r"|^(?:by|within|after) (?!that,? (?:he|she|they|it|we)\b)"
)
"""Words of what came of something, where it is told before what was done."""


_UNHURT = lazy(
    r"\b(?:nobody|naebody|no one|no wan|none|nane) (?:was |wis |were |got )?"
    r"(?:hurt|harmed|injured)\b|\bno harm\b|^(?:luckily|thank god|thankfully)\b"
)
"""“Nobody hurt. I put a bell on it”: how it was, and not for what was done then."""

_WHO_EACH = lazy(r"(?:who|wha|whae|whose|which|by what|how (?:to|tae|many|often)) \w")
"""What is written on a list: “who answers, and by when the family is told”. Nothing came of it."""


def as_they_came(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield clauses, those that are told before the first thing the learner did as how it was: what
    came of something follows it, unless its words say that it is so now."""
    first = _first_own(pieces)
    is_led = first < len(pieces) and pieces[first].purpose
    for place, piece in enumerate(pieces):
        yield _as_how_it_was(piece, is_led=is_led) if place < first else piece


def _first_own(pieces: Sequence[Piece]) -> int:
    """Return the place of the first clause in which the learner acts, and does not only tell what
    their work is: “I drive the bus … so I turned the run round”. 0 for none."""
    own = [
        place
        for place, each in enumerate(pieces)
        if each.act and whose_act(each.own, each.chances, each.subject) in ("own", "we")
    ]
    done = (place for place in own if pieces[place].chances["role"] < A_ROLE)
    return next(done, min(own, default=0))


def _as_how_it_was(piece: Piece, *, is_led: bool) -> Piece:
    """Return a clause as how it was. ``is_led`` is whether a “so” leads to what they did: “nobody
    was hurt, so I made a card” tells what led to it."""
    is_end = piece.outcome and not (is_led or _UNHURT.search(piece.own))
    if is_end or _SINCE_THEN.search(piece.own):
        return piece
    return replace(piece, outcome=False, chances={**piece.chances, "result": 0.0, "evidence": 0.0})


def tells_own_affair(pieces: Sequence[Piece]) -> bool:
    """Return whether all that is told is how somebody looks after themselves."""
    return any(each.own_affair for each in pieces) and not any(each.act for each in pieces)


_OTHERS = itemgetter("role", "context", "who", "result", "evidence", "why", "learning")


def told_by(pieces: Sequence[Piece], *, answers: bool, asked: bool) -> Told:
    """Return the part of what a message tells on which its kind depends."""
    weighed = [each.chances for each in pieces]
    return Told(
        max([each["act"] for each in weighed], default=0.0),
        max(map(max, map(_OTHERS, weighed)), default=0.0),
        max([each["role"] for each in weighed], default=0.0),
        answers,
        asked,
    )
