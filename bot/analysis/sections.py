"""Everything in one message: the sections that a learner labelled, found by their labels.

Invariant: every character that the learner typed is inside a part, or is a label, or is white space
between. Nothing is moved, changed or lost; the split is a proposal, and the learner says yes to it.
Proved for random texts in ``tests/analysis/test_sections.py``.

A label stands at the start of the text or of a line, or after the end of a sentence with a colon or
a dash behind it. So *management* inside a sentence is no label.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from bot.analysis import tokens
from bot.analysis.patterns import lazy
from bot.analysis.tokens import LETTERS, fold, word_set

LONGEST = 12
"""Words in a label at most: the longest criterion has nine."""

ALIKE = 0.8
"""How alike two words of six letters or more must be, from 0 to 1, to be one word misspelt."""

_BEGINNING = lazy(r"\A|\n|(?<=[.!?…])[”\")’']?[^\S\n]+")

_MARKS = lazy(
    r"[^\S\n]*(?P<hashes>#{1,6}[^\S\n]+)?(?P<bullet>[•▪‣*\->–—][^\S\n]+)?(?P<bold>[*_]{1,3})?"
    r"(?:(?P<named>(?:question|step|part|criterion|point|section|q)[^\S\n]*)?(?:\((?P<bracketed>"
    r"\d{1,2})\)|(?P<number>\d{1,2})(?:[.):](?!\d)|[^\S\n]?[–—-](?=\s)|(?(named)\b|(?!))))[^\S\n]*)?"
    r"(?P<inner>[*_]{1,3})?",
    re.IGNORECASE,
)

_HEAD = lazy(
    r"(?P<words>(?:[^\W\d_]|[^\S\n]|['’/&(),-]){1,120}?)[*_]{0,3}[^\S\n]*"
    r"(?P<end>[:;=–—]+>?|-+(?:>|(?=\s|\Z|[A-Z]))|\.{2,}|…|[.?!](?=\s|\Z)|(?=\n|\Z)|(?<=[*_]))[*_]{0,3}"
)

_UNDERLINE = lazy(r"[^\S\n]*\n[^\S\n]*[=\-_*~]{3,}[^\S\n]*(?=\n|\Z)")

_CLEAR = lazy(r"[:;=–—-]")

# What a heading has around its own word: "where I see management skills being used".
_FILLER = word_set(
    "a an the my our your of in on to and or there this i me you we others other where what how "
    "that did do see saw being is are was were be use used using skill skills show shows showed "
    "shown showing part section answer with regard regards regarding respect relation concerning "
    "turning come coming now then next third finally lastly also as about under"
)

_TELLING = word_set("i we he she they it there")

_DANGLING = word_set("is are was were and or the of in to my")


@dataclass(frozen=True, slots=True)
class Part:
    """A span of the text, in characters, for one step. The label's own words are outside."""

    step: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Label:
    """A label or a bare number. ``start`` to ``end`` is what is ours to leave out."""

    start: int
    end: int
    step: str | None
    number: int | None


@dataclass(frozen=True, slots=True)
class _Name:
    """One name of a step: its words, and those that tell it from others."""

    step: str
    words: tuple[str, ...]
    core: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of the steps, the step by the words of each, and a pattern of any with a mark."""

    names: Sequence[_Name]
    of_words: Mapping[str, str]
    together: re.Pattern[str]


@lru_cache(maxsize=32)  # the names are an author's, the same for all learners
def _names_of(labels: tuple[tuple[str, tuple[str, ...]], ...]) -> _Names:
    names = [_name(step, each) for step, all_names in labels for each in all_names]
    of_words = {" ".join(name.words): name.step for name in names}
    either = "|".join(re.escape(each) for each in sorted(of_words, key=len, reverse=True))
    pattern = rf"(?:\A|(?<=\s))({either})[^\S\n]*([:;=–—]|-(?=\s))"
    return _Names(names, of_words, lazy(pattern, re.IGNORECASE))


def split_sections(text: str, labels: Mapping[str, Sequence[str]]) -> tuple[Part, ...]:
    """Return the parts of a text in its order; none when fewer than two steps are labelled.

    ``labels``: step id → the names by which a learner may call it, the steps in their order. What
    stands before the first label belongs to the first step. A step may come twice.
    """
    steps = tuple(labels)
    known = _names_of(tuple((step, tuple(names)) for step, names in labels.items()))
    names, found = known.names, list[_Label]()
    for at in _BEGINNING.finditer(text):
        # The dot of "1." ends no sentence: what follows it belongs to the label it opens.
        inside = found and at.end() < found[-1].end
        if not inside and (label := _label(text, at, names)):
            found.append(label)
    chosen = _numbered(text, found, steps) or [each for each in found if each.step]
    if len({each.step for each in chosen}) < len(steps):
        chosen = _run_together(text, known, steps) or chosen
    if len({each.step for each in chosen}) < TWO:
        chosen = _in_capitals(text, names) or chosen
    parts = _parts(text, chosen, steps)
    labelled = {part.step for part in parts if part.start >= chosen[0].end}
    return parts if len(labelled) > 1 else ()


def _parts(text: str, chosen: Sequence[_Label], steps: Sequence[str]) -> tuple[Part, ...]:
    """The text behind each label, up to the next."""
    if not chosen:
        return ()
    spans = [(steps[0], 0, chosen[0].start)]
    ends = [*(each.start for each in chosen[1:]), len(text)]
    spans += [(each.step or "", each.end, end) for each, end in zip(chosen, ends, strict=True)]
    trimmed = (
        Part(step, end - len(text[start:end].lstrip()), start + len(text[start:end].rstrip()))
        for step, start, end in spans
    )
    return tuple(part for part in trimmed if part.start < part.end)


def _label(text: str, at: re.Match[str], names: Sequence[_Name]) -> _Label | None:
    """The label or number at a beginning, if one stands there."""
    marks = _MARKS.match(text, at.end())
    assert marks, "every mark may be missing"  # noqa: S101
    digits = marks["bracketed"] or marks["number"]
    number = int(digits) if digits else None
    label = _Label(at.end(), marks.end(), None, number)
    head = _HEAD.match(text, marks.end())
    words = _words(head["words"]) if head else ()
    if head and 0 < len(words) <= LONGEST and _ends_a_label(at, marks, head):
        step = _step(words, names)
        if step:
            end = head.end()
            under = _UNDERLINE.match(text, end)
            return replace(label, end=under.end() if under else end, step=step)
    if number is None:
        return None
    return _full_name(text, label, names)


def _ends_a_label(at: re.Match[str], marks: re.Match[str], head: re.Match[str]) -> bool:
    """Whether what stands behind the words makes a label of them at this place."""
    marked = bool(marks["hashes"] or marks["bracketed"] or marks["number"])
    end = head["end"]
    bold = marks["bold"] or marks["inner"]
    if _CLEAR.match(end) or (bold and head[0].rstrip().endswith(("*", "_"))):
        return True
    begins_line = not at[0] or at[0] == "\n"
    if end.startswith((".", "?", "!", "…")):
        is_drawn_out = len(end) > 1 or end == "…"  # “LEADERSHIP... the big one showed”
        return marked or (is_drawn_out and (begins_line or head["words"].strip().isupper()))
    return not end and begins_line


def _full_name(text: str, label: _Label, names: Sequence[_Name]) -> _Label:
    """A numbered heading of three words or more that runs on into the text, or the bare number."""
    line_end = text.find("\n", label.end, label.end + 200)
    end = label.end + 200 if line_end < 0 else line_end
    words = list(islice(LETTERS.finditer(text, label.end, end), LONGEST))
    if not words or words[0].start() > label.end:
        return label
    for name in names:
        if not 3 <= len(name.words) < len(words) or not _same(name.words[0], _word(words[0])):
            continue
        # "… being used is in the rota" is the learner's own sentence, heading and all.
        after = words[len(name.words)][0]
        if not after[0].islower() and all(map(_same, name.words, map(_word, words))):
            return replace(label, end=words[len(name.words) - 1].end(), step=name.step)
    return label


def _numbered(text: str, found: Sequence[_Label], steps: Sequence[str]) -> list[_Label]:
    """Numbers as labels: as many as there are steps, in their order, from the very beginning."""
    numbers = [each for each in found if each.number is not None]
    if [each.number for each in numbers] != [*range(1, len(steps) + 1)]:
        return []
    if text[: numbers[0].start].strip() or any(each.step and not each.number for each in found):
        return []
    pairs = list(zip(numbers, steps, strict=True))
    if any(each.step not in (None, step) for each, step in pairs):
        return []
    return [replace(each, step=step) for each, step in pairs]


def _run_together(text: str, known: _Names, steps: Sequence[str]) -> list[_Label]:
    """Labels without the end of a sentence before them, as phones type.

    Only when every step is labelled once, in order, with the same mark, from the very beginning:
    four such words in a row are not there by chance.
    """
    if not known.of_words or not _CLEAR.search(text):
        return []
    matches = list(known.together.finditer(text))
    found = [_Label(m.start(), m.end(), known.of_words[m[1].casefold()], None) for m in matches]
    in_order = [each.step for each in found] == list(steps)
    from_the_start = in_order and not text[: found[0].start].strip()
    return found if from_the_start and len({match[2] for match in matches}) == 1 else []


TWO = 2
"""Steps that must be labelled for a text to have parts."""


def _in_capitals(text: str, names: Sequence[_Name]) -> list[_Label]:
    """Labels that their capitals alone show: “MANAGEMENT i wrote it up LEADERSHIP i asked”."""
    of_words = {name.words[0].upper(): name.step for name in names if len(name.words) == 1}
    if text.isupper() or text.islower() or not of_words:
        return []
    either = "|".join(re.escape(each) for each in sorted(of_words, key=len, reverse=True))
    found = re.finditer(rf"(?:\A|(?<=\s))({either})(?=\s)", text)
    return [_Label(m.start(), m.end(), of_words[m[1]], None) for m in found]


def _step(words: tuple[str, ...], names: Sequence[_Name]) -> str | None:
    """The step that the words of a label name, misspelt or not."""
    for name in names:
        if name.words == words:
            return name.step
    core = _core(words)
    if not core or words[0] in _TELLING or words[-1] in _DANGLING:
        return None
    return next((name.step for name in names if _same_words(core, name.core)), None)


def _same_words(some: frozenset[str], others: frozenset[str]) -> bool:
    return len(some) == len(others) and all(
        any(_same(one, other) for other in others) for one in some
    )


def _same(one: str, other: str) -> bool:
    """Whether two words are one: alike but for a letter or two, or for an ending."""
    if one == other:
        return True
    if one[0] != other[0] or min(len(one), len(other)) < 6:
        return False
    short, long = sorted((one, other), key=len)
    if len(short) > 6 and long.startswith(short) and len(long) - len(short) <= 4:
        return True
    if len(long) - len(short) > 3:
        return False
    return difflib.SequenceMatcher(None, one, other).ratio() >= ALIKE


def _name(step: str, name: str) -> _Name:
    words = _words(name)
    return _Name(step, words, _core(words) or frozenset(words))


def _core(words: Iterable[str]) -> frozenset[str]:
    return frozenset(words) - _FILLER


def _word(found: re.Match[str]) -> str:
    return fold(found[0])


def _words(text: str) -> tuple[str, ...]:
    return tuple(tokens.words(text, LETTERS))
