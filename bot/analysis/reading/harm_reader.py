"""How much a message is about harm, of what sort, about whom, and in which words.

The level is the worst that a window of the message has. Doubt between a concern and a crisis is a
crisis. It decides only whether a fixed text is shown; it scores nobody and tells nobody.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import groupby
from math import log

from bot.analysis.patterns import lazy
from bot.analysis.reading.cues import part_cues_of
from bot.analysis.reading.harm_features import Found, Line, Window, features
from bot.analysis.reading.harm_vocabulary import HarmVocabulary
from bot.analysis.reading.linear import Table, logit
from bot.content.models.harm_rows import ABOUT, CONCERNS, CRISES, Level
from bot.content.models.markers import OF_NUMBERS

SIGNED, UNSIGNED, URGENT = 1.4, 2.9, 2.0
"""From how many logits on a window is about harm: one with a sign; one without any; one without any
that is likely a crisis. Set on rows that are not learned from: lower, more ordinary messages would
be taken for it, and answering a good day's work with a number to call costs trust."""

ALONE, AT_LEAST, URGENT_AT_LEAST = 0.2, 0.5, -0.5
"""The same by the features alone where a sign is in it; and from how many logits on together with
the pieces, or where it is likely a crisis."""

FEW, FEW_AT_LEAST = 7, -1.5
"""Up to how many words a window has few pieces, and from how many logits on it is so then: “a
resident was hit by a nurse”."""

PLAINLY, FEW_PLAINLY = 4.0, 1.0
"""From how many logits on a window with a sign is plainly about a concern: with the pieces, or,
where it is short, by the features alone. Of the concerns that are found in rows which nothing was
learned from, 105 of 231 are; of 518 ordinary messages, 13 are plainly about a concern or a crisis.
"""

LIKELY_CRISIS = 1.0
"""From how many logits on a window without a sign is likely a crisis."""

LEAN = 0.4
"""How many logits sooner a window with a sign is about harm that would be a crisis."""

MORE_WINDOWS = {True: 0.6, False: 1.0}
"""How many logits later a window with a sign, or without, is about harm, for each time that the
windows of a message are e times as many: the more is looked at, the more looks bad by chance."""

OVER = 2.0
"""How many logits later a window is about harm in a message that tells of long ago and of a good
end, and of nothing lately."""

CRISIS = 0.4
"""From which chance on a window about harm is about a crisis."""

TOLD = frozenset({"report", "pro", "outcome", "past"})
"""Groups that tell of harm that was reported, seen to or long ago."""

SURE_ABOUT = 1.8
"""By how many logits the likeliest person must lead for it to be sure whom it is about: a line that
fits all is better than one that is about a child where a “night girl” was meant."""

_NUMBER = lazy("|".join(map(re.escape, OF_NUMBERS)))
"""What stands for a number is our word: “ring me, my NI is [NI number]” says nothing."""

UNIT = 100
"""The whole number that stands for 1 in a table of weights."""


@dataclass(frozen=True, slots=True)
class HarmReading:
    """What was read of harm: ``start`` to ``end`` are the characters of the words that tell of it.

    ``sort`` is one of ``CRISES`` or ``CONCERNS`` and ``about`` one of ``ABOUT``; both are empty
    where nothing was found. ``sure`` is whether it surely is about them. ``dealt_with``: the words
    sound of harm, and the message tells that it was reported, seen to or long ago; then the level
    is none, and sort and words are still given. ``signed``: a sign of harm is in the words.
    ``doubtful``: it is as likely an ordinary day that only sounds like it.
    """

    level: Level
    sort: str
    about: str
    start: int
    end: int
    dealt_with: bool
    sure: bool = False
    signed: bool = False
    doubtful: bool = False


NO_HARM = HarmReading("none", "", "", 0, 0, dealt_with=False)


class HarmTable:
    """Weights of features for each label, in hundredths of a logit.

    Whole numbers: their sum is the same in whatever order they come, and so is who leads. A feature
    has one packed row, so all labels are weighed at once.
    """

    def __init__(self, text: str) -> None:
        """Read a table: the labels, then a line for each feature in hundredths of a logit.

        Raises ValueError that names the line which is none.
        """
        self._table = Table.parse(text)
        self._places = {label: place for place, label in enumerate(self._table.labels)}

    def weigh(self, found: Set[str]) -> Sequence[int]:
        """Return the weight of each label for a set of features, to be read by ``score``."""
        return self._table.lanes.of(self._table.start + self._table.rows.of(found))

    def score(self, label: str, weighed: Sequence[int]) -> float:
        """Return the logit of a label by the weights of a set of features."""
        return weighed[self._places[label]] / UNIT

    def likeliest(self, labels: Sequence[str], weighed: Sequence[int]) -> str:
        """Return the label that the features speak for most, the first of equals."""
        return max(labels, key=lambda label: self.score(label, weighed))


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
        return self.harm >= SIGNED + later or self._is_harm_alone(later)

    def _is_harm_alone(self, later: float) -> bool:
        least = URGENT_AT_LEAST if self.crisis >= LIKELY_CRISIS else AT_LEAST
        if self.window.last - self.window.first <= FEW:
            least = FEW_AT_LEAST
        return self.alone >= ALONE + later and self.harm >= least


class HarmReader:
    """Reads messages with an author's words and a learned table."""

    def __init__(self, vocabulary: HarmVocabulary, table: HarmTable, pieces: Table) -> None:
        self.vocabulary = vocabulary
        self.table = table
        self.pieces = pieces

    def read(self, text: str) -> HarmReading:
        """Return what a message tells of harm."""
        text = _NUMBER.sub(lambda found: " " * len(found[0]), text)
        line = Line.of(text, self.vocabulary)
        if denials := line.denials(self.vocabulary):
            text = _without(text, denials)
            line = Line.of(text, self.vocabulary)
        reads = self._windows(text, line)
        if not reads:
            return NO_HARM
        later = OVER if _is_over(line) else 0.0
        harmful = [each for each in reads if each.is_harm(len(reads), later)]
        if not harmful:
            return self._dealt_with(line, reads)
        worst = max(harmful, key=lambda each: each.crisis)
        if worst.crisis >= logit(CRISIS):
            return self._reading(line, worst, "crisis")
        return self._reading(line, max(harmful, key=lambda each: each.harm), "concern")

    def _windows(self, text: str, line: Line) -> list[_Read]:
        signs, found = line.signs(self.vocabulary), list[_Read]()
        for window in line.windows():
            within = line.within(window, signs)
            weighed = self.table.weigh(features(line, window, within))
            harm = self.table.score("signed" if within else "unsigned", weighed)
            crisis = self.table.score("crisis", weighed)
            more = self._by_pieces(text, line, window)
            both = harm + more["harm"], crisis + more["crisis"]
            found.append(_Read(window, weighed, within, harm, *both))
        return found

    def _by_pieces(self, text: str, line: Line, window: Window) -> Mapping[str, float]:
        own = text[line.spans[window.first][0] : line.spans[window.last - 1][1]]
        typed = line.typed[window.first : window.last]
        words = [each for each, _ in groupby(typed) if each]  # what is said again says no more
        return self.pieces.scores(words, part_cues_of(own, words))

    def _dealt_with(self, line: Line, reads: Sequence[_Read]) -> HarmReading:
        told = TOLD & frozenset[str]().union(*line.groups)
        signed = [each for each in reads if any(not sign.faint for sign in each.signs)]
        if not told or not signed:
            return NO_HARM
        return self._reading(line, max(signed, key=lambda each: each.harm), "none")

    def _reading(self, line: Line, read: _Read, level: Level) -> HarmReading:
        sorts = (
            CRISES if level == "crisis" else CONCERNS if level == "concern" else CRISES + CONCERNS
        )
        start, end = _span(line, read)
        about = sorted(ABOUT, key=lambda each: -self.table.score(each, read.weighed))
        best, second = (self.table.score(each, read.weighed) for each in about[:2])
        return HarmReading(
            level,
            self.table.likeliest(sorts, read.weighed),
            about[0],
            start,
            end,
            dealt_with=level == "none",
            sure=best - second >= SURE_ABOUT,
            signed=bool(read.signs),
            doubtful=_is_doubtful(read, level),
        )


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return a text with blanks in the place of some of its characters."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _is_doubtful(read: _Read, level: Level) -> bool:
    """Whether it may be ordinary. A life in danger is only where no sign of that is there."""
    if level == "crisis":
        return not read.signs and read.harm < PLAINLY
    few = read.window.last - read.window.first <= FEW and read.alone >= FEW_PLAINLY
    return level == "concern" and not (read.signs and (few or read.harm >= PLAINLY))


def _is_over(line: Line) -> bool:
    told = frozenset[str]().union(*line.groups)
    return "past" in told and "lately" not in told and bool(told & {"outcome", "pro"})


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
