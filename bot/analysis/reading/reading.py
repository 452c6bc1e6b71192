"""One message, read once into plain data: what it is for, and what each of its clauses tells.

Nothing here decides what to do about it. What other readers find (names, identifiers, harm) is
handed in as spans; a clause that touches one is not fit to be quoted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby, repeat
from math import inf
from operator import attrgetter

from bot.analysis.reading.announcement import announcement
from bot.analysis.reading.announces import THING_2, Announced
from bot.analysis.reading.answering import is_filler, may_answer
from bot.analysis.reading.beside_denial import is_act_beside
from bot.analysis.reading.clauses import Span, clause_words
from bot.analysis.reading.cues import part_cues
from bot.analysis.reading.features import of_shape
from bot.analysis.reading.grievances import as_answer
from bot.analysis.reading.handing_over import as_heard
from bot.analysis.reading.how_it_was import is_beside
from bot.analysis.reading.kind_rules import kind_of
from bot.analysis.reading.kind_signs import surely
from bot.analysis.reading.kinds import Control, Kind, control_word, margin
from bot.analysis.reading.linear import Runs, Table
from bot.analysis.reading.modesty import VAGUE, is_vague, names_role
from bot.analysis.reading.naming_rules import fitting
from bot.analysis.reading.own_news import is_own_bad_news
from bot.analysis.reading.pieces import Piece, as_they_came, piece_of, tells_own_affair, told_by
from bot.analysis.reading.places import StepNames
from bot.analysis.reading.practices import Practice, each_once, likely, together
from bot.analysis.reading.quoting import quoted
from bot.analysis.reading.remarks import Fit, Shape, fits
from bot.analysis.reading.roles import is_role
from bot.analysis.reading.spoken_pieces import asks
from bot.analysis.reading.step_labels import is_whole_without
from bot.analysis.reading.subject import subjects_of
from bot.analysis.reading.tells import parts_told
from bot.analysis.reading.whose import Whose, whose_act
from bot.analysis.reading.words import words_of
from bot.content.models.parts import PartName

FOR_AN_ANSWER = 0.5
"""How much likelier evidence is, in logits, right after a question of the coach's own."""

PLAINLY = 3.0
"""How sure a kind is, in logits, that a sign tells: “need to go” at the end."""

FOR_TELLING = 0.5
"""How much more where the words tell something and speak to nobody."""

_FEW_WORDS: frozenset[Kind] = frozenset(("bare", "talk", "chat", "stop", "correction", "back"))
"""Kinds that what came of something is taken for where it is told in a few words."""

_NO_NEWS: frozenset[Kind] = frozenset(("evidence", "talk", "feeling_about_task", "private"))
"""Kinds that how somebody looks after themselves is taken for."""


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
    quote: Span
    """What is said back with it: the clause, or the sentence that it stands in."""
    beside: bool = False
    """Whether it carries little: it tells only when something was, or what was not done."""
    led: bool = False
    """Whether “so” leads to it."""

    @property
    def own_act(self) -> bool:
        """Whether the writer does something in it, alone or with others."""
        return self.act and self.whose != "other"


@dataclass(frozen=True, slots=True)
class Shown:
    """Where a clause stands, and the practices that it may show, the likeliest first."""

    start: int
    end: int
    practices: tuple[Practice, ...]


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

    @property
    def own_act(self) -> bool:
        """Whether the writer does something in any of its clauses."""
        return any(each.own_act for each in self.clauses)


@dataclass(frozen=True, slots=True)
class Found:
    """Facts from elsewhere: nothing in ``hidden`` is quoted; whether it is harm; and whether it is
    the first message after a question of the coach's own."""

    hidden: Sequence[Span] = ()
    harm: bool = False
    asked: bool = False


NOTHING = Found()
_ACT, _OUTCOME = attrgetter("act"), attrgetter("outcome")


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
        heard = as_heard(text)
        plain = [word.plain for word in words_of(heard)]
        pieces, practices = self._looked_at(text)
        answers = bool(step) and may_answer(plain)
        told = told_by(pieces, answers=answers, asked=found.asked)
        scores = self._scores(heard, plain, step)
        if "evidence" in scores:
            scores["evidence"] += FOR_AN_ANSWER * (found.asked and "?" not in text)
            scores["evidence"] += FOR_TELLING * told.answers * found.asked
        kind: Kind = "harm" if found.harm else kind_of(heard, plain, scores, told, names)
        sure = surely(" ".join(plain))
        is_job = is_role(text.casefold(), plain)
        tells = any(map(_OUTCOME, pieces)) or is_job
        is_said = sure == "back" or is_own_bad_news(text) or asks(heard)
        if (kind in _FEW_WORDS or (kind == "denial" and is_job)) and tells and not is_said:
            kind = "evidence"  # “she slept” is what came of it, “care home, nights” a role
        if kind in _MAY_DENY and sure not in ("talk", "feeling_about_task") and _is_modest(pieces):
            kind = "denial"
        if kind in _NO_NEWS and tells_own_affair(pieces):
            kind = "chat"
        acts, kind = any(map(_ACT, pieces)), as_answer(kind, step, text)
        kind, announces = announcement(text, kind, (names, step), acts=acts)
        is_label = announces and is_whole_without(text, announces)
        hidden = (*found.hidden, announces.span) if announces and is_label else found.hidden
        fit, quotes = quoted(text, pieces, kind, hidden)
        clauses = tuple(map(_clause, pieces, practices, repeat(kind), fit, quotes))
        return Reading(
            kind,
            max(margin(scores, kind), PLAINLY if sure == kind else -inf),
            control_word(plain),
            announces,
            any(map(_ACT, clauses)),
            frozenset([] if is_filler(plain) else [p for each in clauses for p in each.parts]),
            each_once([practice for each in clauses for practice in each.practices]),
            clauses,
        )

    def _scores(self, heard: str, plain: Sequence[str], step: str) -> dict[str, float]:
        once = [word for word, _ in groupby(plain)]  # “no no no” is one no
        return self.kinds.scores(once, of_shape(heard, plain, step))

    def shown(self, text: str) -> tuple[Shown, ...]:
        """Return what each clause of a text may show, whatever the message is for."""
        pieces, practices = self._looked_at(text)
        return tuple(Shown(p.start, p.end, each) for p, each in zip(pieces, practices, strict=True))

    def _looked_at(self, text: str) -> Looked:
        """Return the clauses of a text, and the practices that each may show, found once a turn."""
        if known := self._kept.get(text):
            return known
        clauses = clause_words(text)
        subjects = subjects_of(text, clauses)
        pieces = [piece_of(text, *each, self.parts) for each in zip(clauses, subjects, strict=True)]
        pieces = [*as_they_came(pieces)]
        runs = self.practices.rows.of_runs([word for each in pieces for word in each.plain])
        ends = [0, *accumulate(len(each.plain) for each in pieces)]
        said = _Said(text, pieces, runs, ends)
        found = pieces, [self._practices(said, place) for place in range(len(pieces))]
        if len(self._kept) >= MOST_KEPT:
            self._kept.clear()
        self._kept[text] = found
        return found

    def _practices(self, said: _Said, place: int) -> tuple[Practice, ...]:
        """Return the practices that a clause may show: none where surely no act is in it."""
        piece, count = said.pieces[place], len(said.pieces)
        if not piece.may_be_act or (piece.looked & VAGUE and is_vague(piece.own)):
            return ()
        logits = together(lambda *span: self._weigh(said, *span), place, count)
        found = likely(self.practices.labels, logits)
        return fitting(piece.own, found, piece.may)

    def _weigh(self, said: _Said, first: int, end: int) -> Sequence[float]:
        pieces = said.pieces[first:end]
        cues = pieces[0].cues
        if len(pieces) > 1:
            possible = set[str]().union(*[each.hints for each in pieces])
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


_MAY_DENY: frozenset[Kind] = frozenset(("evidence", "bare", "talk"))
"""Kinds that words which only make small what was done are taken for."""


def _is_modest(pieces: Sequence[Piece]) -> bool:
    return bool(pieces) and all(e.modest and not names_role(e.own) for e in pieces)


def _clause(
    piece: Piece,
    practices: tuple[Practice, ...],
    kind: Kind,
    to_quote: bool,
    quote: Span,
) -> Clause:
    chances = piece.chances
    act = piece.act or (kind == "denial" and is_act_beside(piece))
    whose = whose_act(piece.own, chances, piece.subject) if act else None
    so = ["so"] if piece.purpose else []
    told, words = " ".join([*so, piece.own]), [*so, *piece.plain]
    known = Shape(act, piece.outcome, whose)
    fit = fits(told, words, known, chances) if to_quote else ()
    return Clause(
        piece.start,
        piece.end,
        act,
        whose,
        parts_told(piece, kind, whose, act=act),
        practices,
        fit,
        to_quote,
        quote,
        "beside" in piece.may and is_beside(piece.own),
        piece.purpose,
    )
