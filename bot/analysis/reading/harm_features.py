"""A message cut into windows, and the features of each that the weights of harm know.

A window is a run of whole clauses of at most ``MOST`` words, so that harm in the middle of a good
answer stands in a window of its own; what the rest of the message tells counts as its context.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from bot.analysis.one_voice import said_in_one_voice
from bot.analysis.patterns import lazy
from bot.analysis.reading.harm_vocabulary import HarmVocabulary, Phrase, Sign, Signs, of_group
from bot.content.models.harm_rows import CRISES

MOST = 16
"""Words of a window."""

REACH = 5
"""Words between the two of a pair of groups, at most."""

STOP_GAP = 2
"""How many words the end of a sentence counts for between two words of a sign."""

BEFORE, AFTER = 4, 6
"""Words before and after a sign whose groups count beside it."""

CLOSE = 6
"""Words on each side of a sign that are looked at without the others in a long answer."""

TURNS_WITHIN = 4
"""How many words after a denial a “but” turns it round: “I am not suicidal I just want peace”."""

MOST_COUNTED = 4
"""Different signs in a window are counted so far."""

CONTEXT = frozenset(
    {"report", "pro", "outcome", "did_so", "my_act", "past", "formal"}
    | {"game", "joke", "secret", "cover", "if", "scared"}
)
"""Groups that also count where they stand in the rest of the message."""

BESIDE = CONTEXT | {
    *("me", "we", "he", "she", "they", "cared", "child", "kin", "staff", "mate"),
    *("my_act", "neg", "now", "lately", "tell", "unsaid"),
}
"""Groups that count beside a sign."""

PRESSING = frozenset(
    {"now", "kill", "suicide", "die", "weapon", "threat", "blood", "means", "fire", "cut", "pills"}
)
FRESH = ("scald", "burn", "wound", "broken", "fractur", "injur")
"""Groups beside which a mark may be of a life in danger, and how marks begin that may be; a bruise
alone is looked at today, and nobody calls 999 for it."""

_TOKEN = lazy(r"[^\W_]+(?:['’][^\W_]+)*|[\U0001F300-\U0001FAFF\u2600-\u27BF]")

_CLAUSE_END, _SENTENCE_END = lazy(r"[.!?…\n;:,–—]| - "), lazy(r"[.!?…\n]")

_JOINERS = frozenset(["and", "but", "so", "then", "because", "cos", "cause", "an", "n", "only"])


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens ``first`` up to ``last`` of a message, without ``last``."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Found:
    """A sign in a message: words ``first`` to ``last`` of its plain spelling."""

    name: str
    sort: str
    faint: bool
    first: int
    last: int


@dataclass(slots=True)
class Line:
    """A message in tokens, each in one voice, with what is known of it and where clauses begin.

    ``plain``, ``groups``, ``bits``, ``features`` and ``places`` have an entry for each word of the
    plain spelling; the token ``i`` has those from ``offsets[i]`` up to ``offsets[i + 1]``, and is
    ``typed[i]`` in small letters. ``context`` has the first and the last word of each group that
    counts from outside a window, too: a long message has too many windows to look at all for each.
    """

    spans: list[tuple[int, int]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)
    offsets: list[int] = field(default_factory=lambda: [0])
    plain: list[str] = field(default_factory=list)
    groups: list[frozenset[str]] = field(default_factory=list)
    bits: list[int] = field(default_factory=list)
    features: list[frozenset[str]] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    context: dict[str, tuple[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str, vocabulary: HarmVocabulary) -> Line:
        """Return the tokens of a text."""
        line, end, stops = cls(), 0, 0
        line.spans = [match.span() for match in _TOKEN.finditer(text)]
        plain = {each.start: each.plain for each in said_in_one_voice(text)}
        words = vocabulary.words([plain.get(begin, text[begin:last]) for begin, last in line.spans])
        for number, (span, word) in enumerate(zip(line.spans, words, strict=True)):
            between = text[end : span[0]]
            is_apart = between != " " and _CLAUSE_END.search(between) is not None
            if not number or is_apart or word.typed in _JOINERS:
                line.starts.append(number)
                stops += STOP_GAP if is_apart and _SENTENCE_END.search(between) else 0
            end, before = span[1], line.offsets[-1]
            after = before + len(word.plain)
            line.places += range(before + stops, after + stops)
            line.offsets.append(after)
        line.typed = [word.typed for word in words]
        line.plain = [each for word in words for each in word.plain]
        line.groups = [each for word in words for each in word.groups]
        line.bits = [each for word in words for each in word.bits]
        line.features = [each for word in words for each in word.features]
        line._find_phrases(vocabulary.phrases)
        for i, groups in enumerate(line.groups):
            if groups.isdisjoint(CONTEXT):
                continue
            for group in groups & CONTEXT:
                line.context[group] = line.context.get(group, (i, i))[0], i
        return line

    def _find_phrases(self, phrases: Mapping[tuple[str, str], Sequence[Phrase]]) -> None:
        for i, two in enumerate(pairwise(self.plain)):
            for phrase in phrases.get(two, ()):
                words = phrase.words
                if tuple(self.plain[i : i + len(words)]) == words:
                    self.bits[i] |= phrase.bit
                    if phrase.group:
                        self.groups[i] |= {phrase.group}
                        self.features[i] |= {of_group(phrase.group)}

    def windows(self) -> list[Window]:
        """Return every run of whole clauses that fits, and pieces of those that are too long."""
        ends, found, latest = [*self.starts[1:], len(self.spans)], list[Window](), 0
        for i, start in enumerate(self.starts):
            first, last = start, ends[i]
            while last - first > MOST:
                found.append(Window(first, first + MOST))
                first += MOST // 2
            last = ends[bisect_right(ends, first + MOST) - 1]
            if last > latest:
                found.append(Window(first, last))
                latest = last
        return found

    def close_to(self, signs: Sequence[Found]) -> list[Window]:
        """Return the words close around each sign that is not faint: in a good answer many ordinary
        words of its clause speak against it."""
        spans = [(each.first, each.last) for each in signs if not each.faint]
        tokens = [[bisect_right(self.offsets, at) - 1 for at in span] for span in spans]
        most = len(self.spans)
        return [Window(max(a - CLOSE, 0), min(b + 1 + CLOSE, most)) for a, b in tokens]

    def denials(self, vocabulary: HarmVocabulary) -> list[tuple[int, int]]:
        """Return the characters of what is said not to be so, where no “but” turns it round."""
        said = self.tellings(vocabulary.denied)
        return [self.span_of(*each) for each in said if not self.turns(vocabulary, each[1])]

    def turns(self, vocabulary: HarmVocabulary, last: int) -> bool:
        """Return whether a “but” follows soon after a word."""
        then = self.plain[last + 1 : last + 1 + TURNS_WITHIN]
        return not vocabulary.turning.isdisjoint(then)

    def span_of(self, begin: int, last: int) -> tuple[int, int]:
        """Return the characters from one word to another."""
        first, end = (bisect_right(self.offsets, each) - 1 for each in (begin, last))
        return self.spans[first][0], self.spans[end][1]

    def tellings(self, *signs: Signs) -> list[tuple[int, int]]:
        """Return the first and last word of each place where somebody is told."""
        return [(first, last) for each in signs for _, first, last in self._matches(each)]

    def clause_of(self, word: int) -> int:
        """Return the first word of the clause that a word stands in."""
        begins = (self.offsets[each] for each in reversed(self.starts))
        return next((each for each in begins if each <= word), 0)

    def signs(self, vocabulary: HarmVocabulary) -> list[Found]:
        """Return the signs in the message, each wherever it begins, but not in ordinary words."""
        for _, first, last in self._matches(vocabulary.ordinary):
            self.bits[first : last + 1] = [0] * (last + 1 - first)
        return [
            Found(sign.name, sign.sort, sign.faint, first, last)
            for sign, first, last in self._matches(vocabulary.signs)
        ]

    def _matches(self, signs: Signs) -> list[tuple[Sign, int, int]]:
        possible = signs.possible(self.bits)
        marked = [(i, bits) for i, bits in enumerate(self.bits) if bits] if possible else ()
        begun = {bit: [i for i, its in marked if its & bit] for bit in {e.first for e in possible}}
        return [
            (sign, i, last)
            for sign in possible
            for i in begun[sign.first]
            if (last := self._follow(sign.steps, 1, i)) >= 0
        ]

    def _follow(self, steps: Sequence[tuple[int, int]], at: int, i: int) -> int:
        """Return where the rest of a sign ends that has come to word ``i``, or -1."""
        if at == len(steps):
            return i
        bit, gap = steps[at]
        for j in range(i + 1, len(self.bits)):
            if self.places[j] - self.places[i] > gap:
                break
            if self.bits[j] & bit and (last := self._follow(steps, at + 1, j)) >= 0:
                return last
        return -1

    def within(self, window: Window, signs: Sequence[Found]) -> list[Found]:
        """Return the signs that stand in a window."""
        begin, end = self.offsets[window.first], self.offsets[window.last]
        return [each for each in signs if begin <= each.first and each.last < end]


def features(line: Line, window: Window, signs: Sequence[Found]) -> set[str]:
    """Return the features of a window, given the signs in it."""
    begin, end = line.offsets[window.first], line.offsets[window.last]
    found = set[str]().union(*line.features[begin:end], *_pairs(line.groups[begin:end]))
    found.update([f"before:{g}" for g, (first, _) in line.context.items() if first < begin])
    found.update([f"after:{g}" for g, (_, last) in line.context.items() if last >= end])
    for each in signs:
        found.update(_of_sign(line, begin, end, each))
    for tier, faint in (("plain", False), ("faint", True)) if len(signs) > 1 else ():
        count = len({each.name for each in signs if each.faint == faint})
        found.update(f"s:{tier} {n}+" for n in range(2, min(count, MOST_COUNTED) + 1))
    return found


def _pairs(groups: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """Return the pairs of groups that stand near one another, in the order of their words."""
    return [
        _pairs_of(before, each)
        for i, each in enumerate(groups)
        if each
        for before in groups[max(0, i - REACH) : i]
        if before
    ]


@lru_cache(maxsize=4096)  # groups of words are few, whatever is written
def _pairs_of(before: frozenset[str], after: frozenset[str]) -> frozenset[str]:
    """Return the features of two words by their groups."""
    return frozenset([f"{one}>{other}" for one in before for other in after])


def _of_sign(line: Line, begin: int, end: int, sign: Found) -> Iterator[str]:
    tier = "faint" if sign.faint else "plain"
    yield f"s:{tier}"
    yield f"s:{tier} {sign.sort}"
    yield f"s:{sign.name}"
    for side, part in (
        ("<", line.groups[max(sign.first - BEFORE, begin) : sign.first]),
        ("=", line.groups[sign.first : sign.last + 1]),
        (">", line.groups[sign.last + 1 : min(sign.last + 1 + AFTER, end)]),
    ):
        for groups in part:
            for group in groups & BESIDE:
                yield f"s{side}{group}"
                yield f"s{side}{group} {sign.sort}"


def by_a_hand(signs: Sequence[Found]) -> bool:
    """Return whether a mark and what a hand does are told together: “bruises on her arms, and she
    says he gripped her”. Of 12,579 ordinary labelled messages two have both; neither is harm."""
    marks = {"MARKS" in each.name for each in signs if each.sort in ("abuse", "violence")}
    return len(marks) > 1


def is_a_mark_alone(words: Sequence[str], told: frozenset[str], signs: Sequence[Found]) -> bool:
    """Return whether some words tell of a mark, and of nothing by which a life may be in danger."""
    is_fresh = any(each.startswith(FRESH) for each in words)
    presses = is_fresh or any(each.sort in CRISES for each in signs) or told & PRESSING
    return "marks" in told and not presses
