"""How much a message is about harm, of what sort, about whom, and in which words.

The level is the worst that a window of the message has. Doubt between a concern and a crisis is a
crisis. It decides only whether a fixed text is shown; it scores nobody and tells nobody.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import inf, log

from bot.analysis.one_voice import in_one_voice
from bot.analysis.patterns import lazy
from bot.analysis.reading.cues import HINT, part_cues_of
from bot.analysis.reading.disclosures import discloses
from bot.analysis.reading.harm_features import (
    BEFORE,
    Found,
    Line,
    Window,
    by_a_hand,
    features,
    is_a_mark_alone,
)
from bot.analysis.reading.harm_no_more import no_more_in
from bot.analysis.reading.harm_reading import NO_HARM, HarmReading
from bot.analysis.reading.harm_relations import with_relation
from bot.analysis.reading.harm_seen_to import is_mended, is_over, is_told_on
from bot.analysis.reading.harm_table import HarmTable
from bot.analysis.reading.harm_vocabulary import HarmVocabulary
from bot.analysis.reading.knocks import as_knock, knocks_in
from bot.analysis.reading.linear import Table, logit
from bot.analysis.reading.of_no_person import of_no_person_in
from bot.analysis.reading.own_news import grieves, own_news_in
from bot.analysis.reading.words import blanked
from bot.content.models.harm_rows import ABOUT, CONCERNS, CRISES, Level
from bot.content.models.markers import OF_NUMBERS

MARKED, SIGNED, UNSIGNED, URGENT = -0.3, 1.4, 2.65, 1.5
"""From how many logits on a window is about harm: with the mark of a hand or a belt; with a sign;
with none; with none, where it is likely a crisis. Set on rows that are not learned from."""

ALONE, AT_LEAST, URGENT_AT_LEAST = 0.2, 0.5, -0.5
"""The same by the features alone where a sign is in it; and from how many logits on together with
the pieces, or where it is likely a crisis."""

FEW, FEW_AT_LEAST, PLAIN_AT_LEAST = 7, -1.5, -4.0
"""Up to how many words a window has few pieces, and from how many logits on it is so then; and
with a sign of a crisis that is not faint: a plain wish to die is always heard."""

PLAINLY, FEW_PLAINLY, HARDLY = 4.0, 1.0, 1.0
"""From how many logits on a window with a sign is plainly about a concern: with the pieces, or,
where it is short, by the features alone. Below the third, a faint sign is hardly of a crisis."""

LIKELY_CRISIS = 1.0
"""From how many logits on a window without a sign is likely a crisis."""

LEAN = 0.4
"""How many logits sooner a window with a sign is about harm that would be a crisis."""

MORE_WINDOWS = {True: 0.6, False: 1.25}
"""How many logits later a window with a sign, or without, is about harm, for each time that the
windows of a message are e times as many: the more is looked at, the more looks bad by chance."""

FEW_WINDOWS, CLOSELY = 2, 1.5
"""From how many logits on the words close around a sign are about harm, in a message of more
windows: in a short one they are nearly all there is."""

OVER = 2.0
"""How many logits later it is where a message tells of long ago, a good end and nothing lately."""

CRISIS = 0.4
"""From which chance on a window about harm is about a crisis."""

TOLD = frozenset({"report", "pro", "outcome", "past"})  # reported, seen to, or long ago

MOST_KEPT = 32  # texts whose reading is remembered: those of a turn and of the next

FAINTLY = ("abuse", "exploitation")
"""Sorts of harm of which a faint sign is enough where the writer told on it."""

THEMSELVES = frozenset({"i", "my", "myself", "we"})
OTHERS = frozenset({"he", "she", "cared", "child"})  # groups of words for others

DESPAIR = ("suicide", "distress")  # may be told by the very words of a loss

SURE_ABOUT = 1.8
"""By how many logits the likeliest person must lead for it to be sure whom it is about."""

SURE_SORT = 2.0
"""By how many logits the likeliest sort of crisis must lead for it to be sure what it is. Of those
that lead by less, in rows which nothing was learned from, 10 of 60 are of that sort."""

_NUMBER = lazy("|".join(map(re.escape, OF_NUMBERS)))
"""What stands for a number is our word: “ring me, my NI is [NI number]” says nothing."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A window with what its features weigh, its signs, and the logits of harm and of a crisis.

    ``alone`` is the logit of harm by the features alone, without the pieces.
    """

    window: Window
    weighed: Sequence[int]
    signs: list[Found]
    alone: float
    harm: float
    crisis: float

    def is_harm(self, windows: int, later: float) -> bool:
        """Whether the words are about harm, in a message of so many windows."""
        later += MORE_WINDOWS[bool(self.signs)] * log(windows)
        if not self.signs:
            needed = URGENT if self.crisis >= LIKELY_CRISIS else UNSIGNED
            return self.harm >= needed + later
        later -= LEAN if self.crisis >= 0 else 0
        marked = any("MARKS" in each.name for each in self.signs if not each.faint)
        return self.harm >= (MARKED if marked else SIGNED) + later or self._is_harm_alone(later)

    def has_sign(self, faintly: Sequence[str] = ()) -> bool:
        """Whether a sign is in it that is not faint, or is of one of some sorts and no mark alone:
        a bruise or a sore leg is told to a nurse each day."""
        return any(
            not each.faint or (each.sort in faintly and "MARKS" not in each.name)
            for each in self.signs
        )

    def _is_harm_alone(self, later: float) -> bool:
        least = URGENT_AT_LEAST if self.crisis >= LIKELY_CRISIS else AT_LEAST
        is_plain = any(each.sort in CRISES for each in self.signs if not each.faint)
        if is_plain or self.window.last - self.window.first <= FEW:
            least = PLAIN_AT_LEAST if is_plain else FEW_AT_LEAST
        return self.alone >= ALONE + later and self.harm >= least


class HarmReader:
    """Reads messages with an author's words and a learned table."""

    def __init__(self, vocabulary: HarmVocabulary, table: HarmTable, pieces: Table) -> None:
        self.vocabulary = vocabulary
        self.table = table
        self.pieces = pieces
        self._most_by_hints = pieces.most_by("harm", HINT)
        self._kept = dict[str, HarmReading]()

    def read(self, text: str) -> HarmReading:
        """Return what a message tells of harm, read once: a turn asks of earlier ones, too."""
        if (known := self._kept.get(text)) is None:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            known = with_relation(self._read(text), text, self.vocabulary)
            self._kept[text] = known
        return known

    def _read(self, text: str) -> HarmReading:
        text = _NUMBER.sub(lambda found: " " * len(found[0]), text)
        found = self._with_news(text)
        knocks = () if found.level == "none" else knocks_in(text)
        is_more = not knocks or self._with_news(blanked(text, knocks)).level != "none"
        return found if is_more else as_knock(found)

    def _with_news(self, text: str) -> HarmReading:
        news = own_news_in(text)
        found = self._without(text, news)
        if not news or (found.level != "none" and (found.signed or not found.doubtful)):
            return found
        whole = self._without(text) if grieves(text, news) else NO_HARM
        return whole if whole.sort in DESPAIR and not whole.doubtful else NO_HARM

    def _without(self, text: str, news: Sequence[tuple[int, int]] = ()) -> HarmReading:
        """Return what is told beside news of the writer's own, and beside what is no harm."""
        line = Line.of(text, self.vocabulary)
        denied = [*line.denials(self.vocabulary), *no_more_in(line, self.vocabulary)]
        if nothing := [*news, *of_no_person_in(text), *denied]:
            text = blanked(text, nothing)
            line = Line.of(text, self.vocabulary)
        signs = line.signs(self.vocabulary)
        reads = [self._look(text, line, each, signs) for each in line.windows()]
        around = line.close_to(signs) if len(reads) > FEW_WINDOWS else ()
        found = self._worst(line, reads, [self._look(text, line, each, signs) for each in around])
        if not (found.doubtful and found.level == "concern"):
            return found
        if is_mended(line):
            return NO_HARM
        return replace(found, doubtful=not discloses(text, signed=found.signed))

    def _worst(self, line: Line, reads: Sequence[_Read], close: Sequence[_Read]) -> HarmReading:
        if not reads:
            return NO_HARM
        later = OVER if is_over(line) else 0.0
        harmful = [each for each in reads if each.is_harm(len(reads), later)]
        harmful = harmful or [each for each in close if each.harm >= CLOSELY + later]
        if not harmful:
            return self._dealt_with(line, reads)
        worst = max(harmful, key=lambda each: each.crisis)
        if worst.crisis >= logit(CRISIS) and not is_a_mark_alone(*_told(line, worst), worst.signs):
            return self._reading(line, worst, "crisis", len(reads))
        return self._reading(line, max(harmful, key=lambda each: each.harm), "concern")

    def _look(self, text: str, line: Line, window: Window, signs: Sequence[Found]) -> _Read:
        """Return what a window weighs."""
        within = line.within(window, signs)
        weighed = self.table.weigh(features(line, window, within))
        harm = self.table.score("signed" if within else "unsigned", weighed)
        crisis = self.table.score("crisis", weighed)
        more = self._by_pieces(text, line, window, -inf if within else URGENT - harm)
        return _Read(window, weighed, within, harm, harm + more["harm"], crisis + more["crisis"])

    def _by_pieces(
        self, text: str, line: Line, window: Window, least: float
    ) -> Mapping[str, float]:
        """Return the logits of the pieces of a window. Where no hint could bring that of harm up to
        ``least``, none is looked for."""
        said = " ".join(line.typed[window.first : window.last]).split()
        words = [each for each, _ in groupby(said)]  # what is said again says no more
        row = self.pieces.rows.of_words(words)
        plain = self.pieces.scores_of_row(row)
        if plain["harm"] + self._most_by_hints < least:
            return plain
        own = in_one_voice(text[line.spans[window.first][0] : line.spans[window.last - 1][1]])
        return self.pieces.scores_of_row(row, part_cues_of(own, words))

    def _dealt_with(self, line: Line, reads: Sequence[_Read]) -> HarmReading:
        told = TOLD & frozenset[str]().union(*line.groups)
        signed = [each for each in reads if told and each.has_sign()]
        signed = signed or [
            each for each in reads if each.has_sign(FAINTLY) and self._is_told_on(line, each)
        ]
        if not signed:
            return NO_HARM
        return self._reading(line, max(signed, key=lambda each: each.harm), "none")

    def _is_told_on(self, line: Line, read: _Read) -> bool:
        begin = min((each.first for each in read.signs), default=line.offsets[read.window.first])
        return is_told_on(line, self.vocabulary, begin)

    def _reading(self, line: Line, read: _Read, level: Level, windows: int = 1) -> HarmReading:
        sorts = {"crisis": CRISES, "concern": CONCERNS}.get(level, CRISES + CONCERNS)
        whom = [each for each in ABOUT if each != "self"] if _is_of_others(line, read) else ABOUT
        about, sort = self.table.leads(whom, read.weighed), self.table.leads(sorts, read.weighed)
        return HarmReading(
            level,
            sort[0],
            about[0],
            *_span(line, read),
            sure=about[1] >= SURE_ABOUT,
            sure_sort=sort[1] >= SURE_SORT,
            signed=bool(read.signs),
            doubtful=not by_a_hand(line.signs(self.vocabulary))
            and _is_doubtful(read, level, windows, about[0], sort[0]),
            told_on=self._is_told_on(line, read),
        )


def _is_doubtful(read: _Read, level: Level, windows: int, about: str, sort: str) -> bool:
    """Whether it may be ordinary: a life in danger where but a faint sign tells of it, or none. In
    a long account something looks so by chance, and half of what looks like the writer's own wish
    to die, without a sign, is a joke, a long shift or a goodbye."""
    if level == "crisis":
        below = HARDLY if read.signs else PLAINLY + MORE_WINDOWS[False] * log(windows)
        below = inf if about == "self" and sort in DESPAIR and not read.signs else below
        return read.harm < below and all(each.faint for each in read.signs)
    few = read.window.last - read.window.first <= FEW and read.alone >= FEW_PLAINLY
    return level == "concern" and not (read.signs and (few or read.harm >= PLAINLY))


def _is_of_others(line: Line, read: _Read) -> bool:
    """Whether somebody else is spoken of, the writer but told: “he said to me he wants …”."""
    words, told = _told(line, read, BEFORE)
    return THEMSELVES.isdisjoint(words) and not OTHERS.isdisjoint(told)


def _told(line: Line, read: _Read, before: int = 0) -> tuple[Sequence[str], frozenset[str]]:
    """Return the words of a window and of as many before it, and their groups."""
    begin, end = line.offsets[read.window.first], line.offsets[read.window.last]
    begin = max(begin - before, 0)
    return line.plain[begin:end], frozenset[str]().union(*line.groups[begin:end])


def _span(line: Line, read: _Read) -> tuple[int, int]:
    """Return the characters of the clauses that hold the signs of a window, or of all of it."""
    first, last = read.window.first, read.window.last - 1
    if read.signs:
        begin = min(sign.first for sign in read.signs)
        end = max(sign.last for sign in read.signs)
        first = max(i for i in (first, *line.starts) if line.offsets[i] <= begin)
        last = min(
            (
                i
                for i in (*(start - 1 for start in line.starts), last)
                if i >= first and line.offsets[i + 1] > end
            ),
            default=last,
        )
    return line.spans[first][0], line.spans[last][1]
