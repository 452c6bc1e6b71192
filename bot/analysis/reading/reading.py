"""One message, read once into plain data: what it is for, and what each of its clauses tells.

Nothing here decides what to do about it. What other readers find (names, identifiers, harm) is
handed in as spans; a clause that touches one is not fit to be quoted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby
from math import inf

from bot.analysis.reading.announces import (
    THING_2,
    Announced,
    StepNames,
    announced,
    named_anywhere,
)
from bot.analysis.reading.answering import is_filler, may_answer
from bot.analysis.reading.clauses import MOST, Span, clause_words
from bot.analysis.reading.cues import part_cues
from bot.analysis.reading.features import of_shape
from bot.analysis.reading.how_it_was import is_beside
from bot.analysis.reading.kind_rules import kind_of
from bot.analysis.reading.kind_signs import surely
from bot.analysis.reading.kinds import Control, Kind, Told, control_word, margin
from bot.analysis.reading.linear import Runs, Table
from bot.analysis.reading.modesty import is_vague, names_role
from bot.analysis.reading.naming_rules import fitting
from bot.analysis.reading.outcomes import has_none, is_role
from bot.analysis.reading.own_news import is_own_bad_news
from bot.analysis.reading.pieces import Piece, piece_of, tells_result
from bot.analysis.reading.practices import BY_OTHERS, WIDER, Practice, each_once, likely
from bot.analysis.reading.quoting import least_words, may_quote
from bot.analysis.reading.remarks import Fit, Shape, Whose, fits, whose_act
from bot.analysis.reading.words import Word, words_of
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

FOR_AN_ANSWER = 0.5
"""How much likelier evidence is, in logits, right after a question of the coach's own."""

PLAINLY = 3.0
"""How sure a kind is, in logits, that a sign tells: “need to go” at the end."""

FOR_TELLING = 0.5
"""How much more where the words tell something and speak to nobody."""

_FEW_WORDS: frozenset[Kind] = frozenset(("bare", "talk", "chat", "stop", "correction"))
"""Kinds that what came of something is taken for where it is told in a few words."""

_ACTS: frozenset[PartName] = frozenset(("own_act", "other_act"))

OUTCOME: frozenset[PartName] = frozenset(("own_act", "result", "evidence"))
"""Parts that how things were before tells nothing of, whatever its words look like."""


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
    beside: bool = False
    """Whether it carries little: it tells only when something was, or what was not done."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The result of reading a message. ``sure`` is how much likelier its kind is than the next,
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
    """Facts about the text from elsewhere: nothing in ``hidden`` is quoted, and whether it is harm.

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
    _kept: dict[str, Looked] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, tables: Mapping[str, Table]) -> Reader:
        """Return a reader by its tables."""
        return cls(tables["kinds"], tables["parts"], tables["practices"])

    def read(
        self, text: str, step: str = "", names: StepNames = THING_2, found: Found = NOTHING
    ) -> Reading:
        """Return what a message is and tells. ``step`` is the id of the open step."""
        words = words_of(text)
        plain = [word.plain for word in words]
        pieces, practices = self._looked_at(text, words)
        once = [word for word, _ in groupby(plain)]  # “no no no” is one no
        scores = self.kinds.scores(once, of_shape(text, plain, step))
        may = bool(step) and may_answer(plain)
        told = _told([each.chances for each in pieces], answers=may, asked=found.asked)
        if "evidence" in scores:
            scores["evidence"] += FOR_AN_ANSWER * (found.asked and "?" not in text)
            scores["evidence"] += FOR_TELLING * told.answers * found.asked
        kind: Kind = "harm" if found.harm else kind_of(text, plain, scores, told, names)
        tells = any(e.outcome for e in pieces) or is_role(text.casefold(), plain)
        if kind in _FEW_WORDS and tells and not is_own_bad_news(text):
            kind = "evidence"  # “she slept” is what came of it, “care home, nights” a role
        if (
            kind in ("evidence", "bare", "talk")
            and all(e.modest and not names_role(e.own) for e in pieces)
            and pieces
            and surely(" ".join(plain)) != "talk"
        ):
            kind = "denial"
        kind, announces = _announcement(text, kind, names)
        clauses = tuple(
            _clause(piece, each, kind, found) for piece, each in zip(pieces, practices, strict=True)
        )
        return Reading(
            kind,
            max(margin(scores, kind), PLAINLY if surely(" ".join(plain)) == kind else -inf),
            control_word(plain),
            announces,
            any(each.act for each in clauses),
            frozenset(() if is_filler(plain) else (p for each in clauses for p in each.parts)),
            each_once(practice for each in clauses for practice in each.practices),
            clauses,
        )

    def _looked_at(self, text: str, words: Sequence[Word]) -> Looked:
        """Return the clauses of a text, and the practices that each may show: what depends on
        nothing else is found once where a text is read again within a turn."""
        if known := self._kept.get(text):
            return known
        pieces = [piece_of(text, each, self.parts) for each in clause_words(text, words)]
        runs = self.practices.rows.of_runs([word for each in pieces for word in each.plain])
        ends = [0, *accumulate(len(each.plain) for each in pieces)]
        said = _Said(text, pieces, runs, ends)
        found = pieces, [self._practices(said, place) for place in range(len(pieces))]
        if len(self._kept) >= MOST_KEPT:
            self._kept.clear()
        self._kept[text] = found
        return found

    def _practices(self, said: _Said, place: int) -> tuple[Practice, ...]:
        """Return the practices that a clause may show: none where no act is in it."""
        piece, count = said.pieces[place], len(said.pieces)
        if not piece.act or is_vague(piece.own):
            return ()
        weighed = dict[tuple[int, int], Sequence[float]]()
        logits = [0.0] * len(self.practices.labels)
        for beside, weight in WIDER:
            span = max(0, place - beside), min(count, place + beside + 1)
            if span not in weighed:
                weighed[span] = self._weigh(said, *span)
            logits = [
                sum_ + weight * each for sum_, each in zip(logits, weighed[span], strict=True)
            ]
        alone = weighed[place, place + 1]
        most = (min(each, own + BY_OTHERS) for each, own in zip(logits, alone, strict=True))
        found = likely(dict(zip(self.practices.labels, most, strict=True)))
        return fitting(piece.own, found, piece.may)

    def _weigh(self, said: _Said, first: int, end: int) -> Sequence[float]:
        pieces = said.pieces[first:end]
        cues = pieces[0].cues
        if len(pieces) > 1:
            possible = set[str]().union(*(each.hints for each in pieces))
            cues = part_cues(said.text[pieces[0].start : pieces[-1].end], possible)
        return self.practices.score_row(said.runs.of(said.ends[first], said.ends[end]), cues)


Looked = tuple[Sequence[Piece], Sequence[tuple[Practice, ...]]]
"""The clauses of a text, and the practices that each may show."""

MOST_KEPT = 8
"""Texts that a reader remembers: those of a turn."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A text in its clauses. Words ``ends[n]`` up to ``ends[n + 1]`` are those of clause ``n``."""

    text: str
    pieces: Sequence[Piece]
    runs: Runs
    ends: Sequence[int]


def _clause(
    piece: Piece,
    practices: tuple[Practice, ...],
    kind: Kind,
    found: Found,
) -> Clause:
    chances = piece.chances
    touched = any(piece.start < span.end and span.start < piece.end for span in found.hidden)
    to_quote = (
        not (piece.asked or piece.modest or touched)
        and least_words(piece.plain, outcome=piece.outcome) <= piece.quote.words <= MOST
        and may_quote(piece.own, kind, act=piece.act)
    )
    whose = whose_act(piece.own, chances) if piece.act else None
    parts = {part for part, least in LIKELY.items() if chances[part] >= least}
    if piece.modest or (not piece.act and piece.before):
        parts -= OUTCOME
    if not tells_result(piece):
        parts.discard("result")
    elif piece.outcome:
        parts.add("result")
    if is_vague(piece.own):
        parts -= _ACTS
    elif piece.act and kind == "evidence" and not parts & _ACTS:
        parts.add("other_act" if whose == "other" else "own_act")
    if has_none(piece.own):
        parts.discard("role")
    elif not piece.act and is_role(piece.own, piece.plain):
        parts.add("role")
    so = ["so"] if piece.purpose else []
    told, words = " ".join([*so, piece.own]), [*so, *piece.plain]
    known = Shape(piece.act, piece.outcome, whose)
    fit = fits(told, words, known, chances) if to_quote else ()
    return Clause(
        piece.start,
        piece.quote.end if to_quote else piece.end,
        piece.act,
        whose,
        frozenset(() if piece.asked or piece.own_affair else parts),
        practices,
        fit,
        to_quote,
        "beside" in piece.may and is_beside(piece.own),
    )


def _told(weighed: Sequence[Mapping[str, float]], *, answers: bool, asked: bool) -> Told:
    others = ("role", "context", "who", "result", "evidence", "why", "learning")
    return Told(
        max((each["act"] for each in weighed), default=0.0),
        max((each[part] for each in weighed for part in others), default=0.0),
        max((each["role"] for each in weighed), default=0.0),
        answers,
        asked,
    )


def _announcement(text: str, kind: Kind, names: StepNames) -> tuple[Kind, Announced | None]:
    """Return the step that a message announces; as its kind, where it was not sure what it is."""
    if kind == "announce":
        return kind, announced(text, names) or named_anywhere(text, names)
    if kind in ("evidence", "correction", "back", "theory", "chat", "talk"):
        found = announced(text, names)
        return ("announce" if found else kind), found
    return kind, None
