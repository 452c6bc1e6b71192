"""One message, read once into plain data: what it is for, and what each of its clauses tells.

Nothing here decides what to do about it. What other readers find (names, identifiers, harm) is
handed in as spans; a clause that touches one is not fit to be quoted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.analysis.reading.announces import (
    THING_2,
    Announced,
    StepNames,
    announced,
    named_anywhere,
)
from bot.analysis.reading.answering import may_answer
from bot.analysis.reading.clauses import LEAST, MOST, Span, clause_words
from bot.analysis.reading.cues import part_cues_of
from bot.analysis.reading.features import Word, of_shape, words_of
from bot.analysis.reading.how_it_was import is_how_it_was
from bot.analysis.reading.kind_rules import kind_of
from bot.analysis.reading.kinds import Control, Kind, Told, control_word
from bot.analysis.reading.linear import Table
from bot.analysis.reading.practices import WIDER, Practice, each_once, likely
from bot.analysis.reading.remarks import Fit, Whose, fits, whose_act
from bot.content.models.parts import PartName

LIKELY: Mapping[PartName, float] = {
    "role": 0.5,
    "context": 0.5,
    "own_act": 0.5,
    "other_act": 0.6,
    "who": 0.5,
    "how": 0.4,
    "result": 0.45,
    "evidence": 0.4,
    "why": 0.45,
    "task_part": 0.5,
    "people_part": 0.5,
}
"""From how likely on a part is held to be told. Set by cross-validation on the labelled rows."""

ACT = 0.5
"""The same for an act."""

FOR_AN_ANSWER = 1.5
"""How much likelier evidence is, in logits, right after a question of the coach's own."""

FOR_TELLING = 2.5
"""How much more where the words tell something and speak to nobody."""

_NEVER_QUOTED: frozenset[Kind] = frozenset(("harm", "bare"))
"""Kinds of which nothing is said back."""

_ACTS_QUOTED: frozenset[Kind] = frozenset(
    ("question", "not_understood", "request", "talk", "chat", "stop", "theory")
)
"""Kinds of which only an act is said back."""

OUTCOME: frozenset[PartName] = frozenset(("own_act", "result", "evidence"))
"""Parts that how things were before tells nothing of, whatever its words look like."""

_JOINS = frozenset(("and", "an", "n", "so", "but", "then", "or"))
"""Words that a short clause cannot begin with when it is said back: “and went round”."""

_SO = re.compile(r"\bso\s+$", re.IGNORECASE)
_TO_COACH = re.compile(
    r"\b(?:you|ye|u|yous) (?:were|was|asked?|askt|said|say|want(?:ed|in|ing)?|mean|meant|see|know|"
    r"missed|told|telt|keep|call(?:ed)?|put|wrote)\b"
    r"|\b(?:let us|lets|let's) (?:continue|go on|carry on)"
)
"""What is said to the coach in the middle of an answer: not said back."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing told. ``practices`` are those that it may show, the likeliest first; ``fit`` names
    the remarks that are true of it, the best first."""

    start: int
    end: int
    act: bool
    whose: Whose | None
    parts: frozenset[PartName]
    practices: tuple[Practice, ...]
    fit: tuple[Fit, ...]
    fit_to_quote: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What a message is for and tells. ``sure`` is how much likelier its kind is than the next,
    in logits; ``control`` the control word that it means; ``announces`` the step that it names."""

    kind: Kind
    sure: float
    control: Control | None
    announces: Announced | None
    act: bool
    parts: frozenset[PartName]
    practices: tuple[Practice, ...]
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What others know of the text: nothing in ``hidden`` is quoted, and whether it is harm.

    ``asked``: whether it is the first message after a question of the coach's own.
    """

    hidden: Sequence[Span] = ()
    harm: bool = False
    asked: bool = False


NOTHING = Found()


@dataclass(frozen=True)
class Reader:
    """Reads messages by the learned tables."""

    kinds: Table
    parts: Table
    practices: Table

    @classmethod
    def of(cls, tables: Mapping[str, str]) -> Reader:
        """Return a reader by the texts of its tables. Raises ValueError for a broken one."""
        parsed = {name: Table.parse(tables[name]) for name in ("kinds", "parts", "practices")}
        return cls(parsed["kinds"], parsed["parts"], parsed["practices"])

    def read(
        self, text: str, step: str = "", names: StepNames = THING_2, found: Found = NOTHING
    ) -> Reading:
        """Return what a message is and tells. ``step`` is the id of the open step."""
        words = words_of(text)
        plain = [word.plain for word in words]
        pieces = [self._piece(text, each) for each in clause_words(text, words)]
        once = [word for word, _ in groupby(plain)]  # “no no no” is one no
        scores = self.kinds.scores(once, of_shape(text, plain, step))
        told = _told([each.chances for each in pieces], answers=bool(step) and may_answer(plain))
        if "evidence" in scores:
            scores["evidence"] += FOR_AN_ANSWER * found.asked
            scores["evidence"] += FOR_TELLING * told.answers * found.asked
        kind: Kind = "harm" if found.harm else kind_of(text, plain, scores, told, names)
        kind, announces = _announcement(text, kind, names)
        clauses = tuple(
            _clause(piece, self._practices(text, pieces, place), kind, found)
            for place, piece in enumerate(pieces)
        )
        return Reading(
            kind,
            _margin(scores, kind),
            control_word(plain),
            announces,
            any(each.act for each in clauses),
            frozenset(part for each in clauses for part in each.parts),
            each_once(practice for each in clauses for practice in each.practices),
            clauses,
        )

    def _piece(self, text: str, words: Sequence[Word]) -> _Piece:
        start, end = words[0].start, words[-1].end
        plain = [word.plain for word in words]
        own = text[start:end].casefold().replace("’", "'")
        chances = self.parts.chances(plain, part_cues_of(own, plain))
        asked = text[end : end + 3].lstrip(" \"”')").startswith("?")
        purpose = _SO.search(text, max(0, start - 8), start) is not None
        return _Piece(start, end, own, plain, chances, asked, purpose)

    def _practices(self, text: str, pieces: Sequence[_Piece], place: int) -> tuple[Practice, ...]:
        """Return the practices that a clause may show: none where no act is in it."""
        if not pieces[place].act:
            return ()
        weighed, logits = (
            dict[tuple[int, int], Sequence[float]](),
            [0.0] * len(self.practices.labels),
        )
        for beside, weight in WIDER:
            span = max(0, place - beside), min(len(pieces), place + beside + 1)
            if span not in weighed:
                weighed[span] = self._weigh(text, pieces[span[0] : span[1]])
            logits = [
                sum_ + weight * each for sum_, each in zip(logits, weighed[span], strict=True)
            ]
        return likely(dict(zip(self.practices.labels, logits, strict=True)))

    def _weigh(self, text: str, pieces: Sequence[_Piece]) -> Sequence[float]:
        own = text[pieces[0].start : pieces[-1].end]
        plain = [word for each in pieces for word in each.plain]
        return self.practices.score(plain, part_cues_of(own, plain))


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    own: str
    plain: list[str]
    chances: Mapping[str, float]
    asked: bool
    purpose: bool
    """Whether “so” stands before it, which a quote does without."""

    @property
    def act(self) -> bool:
        return self.chances["act"] >= ACT and not self.asked and not is_how_it_was(self.own)


def _clause(
    piece: _Piece,
    practices: tuple[Practice, ...],
    kind: Kind,
    found: Found,
) -> Clause:
    chances = piece.chances
    touched = any(piece.start < span.end and span.start < piece.end for span in found.hidden)
    to_quote = (
        LEAST + (piece.plain[0] in _JOINS) <= len(piece.plain) <= MOST
        and not piece.asked
        and not touched
        and kind not in _NEVER_QUOTED
        and (piece.act or kind not in _ACTS_QUOTED)
        and not _TO_COACH.search(piece.own)
    )
    whose = whose_act(piece.own, chances) if piece.act else None
    parts = {part for part, least in LIKELY.items() if chances[part] >= least}
    if not piece.act and is_how_it_was(piece.own):
        parts -= OUTCOME
    so = ["so"] if piece.purpose else []
    told, words = " ".join([*so, piece.own]), [*so, *piece.plain]
    fit = fits(told, words, whose, chances, act=piece.act) if to_quote else ()
    return Clause(
        piece.start,
        piece.end,
        piece.act,
        whose,
        frozenset(() if piece.asked else parts),
        practices,
        fit,
        to_quote,
    )


def _told(weighed: Sequence[Mapping[str, float]], *, answers: bool) -> Told:
    others = ("role", "context", "who", "result", "evidence", "why", "learning")
    return Told(
        max((each["act"] for each in weighed), default=0.0),
        max((each[part] for each in weighed for part in others), default=0.0),
        max((each["role"] for each in weighed), default=0.0),
        answers,
    )


def _announcement(text: str, kind: Kind, names: StepNames) -> tuple[Kind, Announced | None]:
    """Return the step that a message announces; as its kind, where it was not sure what it is."""
    if kind == "announce":
        return kind, announced(text, names) or named_anywhere(text, names)
    if kind in ("evidence", "correction", "back", "theory", "chat", "talk"):
        found = announced(text, names)
        return ("announce" if found else kind), found
    return kind, None


def _margin(scores: Mapping[str, float], kind: Kind) -> float:
    others = [score for name, score in scores.items() if name != kind]
    return scores.get(kind, max(others)) - max(others)
