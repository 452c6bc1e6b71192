"""Everything told in one go, without labels that stand apart: “so for management I made a list”.

Two ways, the surer first: the learner's own lead-in to a part, and, where there is none in a long
text, the run of sentences that tell of the work and the run that tell of people. No word is left
out: a lead-in is theirs. The split is a proposal, as that of ``sections`` is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from bot.analysis.patterns import lazy
from bot.analysis.reading.reading import Shown
from bot.analysis.sections import Part

LONG = 80
"""Words from which on a text without any lead-in is looked at."""

MOST = 150
"""Sentences of a text that is told in one go: each place to cut is weighed against each other."""

SURE = 0.52
"""How likely a practice must be for its sentence to tell of that side."""

CLAUSE = 0.45
"""The same for a clause of a text that somebody wants to have split."""

_SENTENCE = lazy(r"\S[^.!?\n]*[.!?]*")

MOST_JOINS = 4
"""Words such as “and then” before a lead-in that go with it. Without a limit “so so so …” would be
read to its end from each of its words."""

_WORD = lazy(r"\w")

_JOINT = " \n\t,"
"""What stands between two parts and is in none."""

Labels = Mapping[str, Sequence[str]]


def led_sections(text: str, labels: Labels) -> tuple[Part, ...]:
    """Return the parts of a text by the learner's lead-ins; none where fewer than two steps have
    one. What stands before the first belongs to the first step."""
    pattern = _pattern(tuple((step, tuple(names)) for step, names in labels.items()))
    found = [(_step(each), each.start("lead")) for each in pattern.finditer(text)]
    if len({step for step, _ in found}) < 2:
        return ()
    steps = [(next(iter(labels)), 0), *found]
    return _parts(text, steps)


@lru_cache(16)
def _pattern(labels: tuple[tuple[str, tuple[str, ...]], ...]) -> re.Pattern[str]:
    names = "|".join(
        f"(?P<{step}>{'|'.join(re.escape(each) for each in called)})" for step, called in labels
    )
    plain = re.sub(r"\?P<\w+>", "?:", names)
    return re.compile(
        rf"(?:\A|(?<=[.!?,;\s]))"
        rf"(?P<lead>(?:(?:and|so|then|now|but|ok|right|well) ){{0,{MOST_JOINS}}}"
        rf"(?:(?:as )?(?:for|fur) (?:the |my |ma )?(?={plain})"
        rf"|(?:the |my |ma |on the |in the |at the )"
        rf"(?=(?:{plain}) (?:bit|part|side|pairt|yin|thing)\b)"
        rf"|(?:the |my |ma )?(?=(?:{plain})(?:\s*=| (?:would|wid) be\b))"
        rf"|(?:the |my |ma )?(?=(?:situation|overlap) (?:is|was|wis)\b)|(?=where they meet\b)"
        rf"|(?=where both meet\b))(?:{names}|where (?:they|both) meet))\b",
        re.IGNORECASE,
    )


def _step(found: re.Match[str]) -> str:
    return next((step for step, said in found.groupdict().items() if said and step != "lead"), "")


def told_sections(text: str, shown: Sequence[Shown], sides: Mapping[str, str]) -> tuple[Part, ...]:
    """Return the parts of a long text by what its sentences tell; none where it is not plain.

    ``sides`` has the side of each practice. The work comes before the people, or after them; what
    stands before both is the situation.
    """
    sentences = [each.span() for each in _SENTENCE.finditer(text)]
    if len(text.split()) < LONG or not 4 <= len(sentences) <= MOST:
        return ()
    scores = [_lean(span, shown, sides) for span in sentences]
    best = max(
        (
            (_worth(scores, one, two, sign), one, two, sign)
            for one in range(1, len(sentences) - 1)
            for two in range(one + 1, len(sentences))
            for sign in (1, -1)
        ),
        default=None,
    )
    if best is None or best[0] < 2 * SURE:
        return ()
    _, one, two, sign = best
    first, second = ("management", "leadership")[::sign]
    starts = [("situation", 0), (first, sentences[one][0]), (second, sentences[two][0])]
    return _parts(text, starts)


def _lean(span: tuple[int, int], shown: Sequence[Shown], sides: Mapping[str, str]) -> float:
    """Return how surely a sentence tells of the work, above 0, or of people, below it."""
    lean = 0.0
    for clause in shown:
        if not (span[0] <= clause.start < span[1]):
            continue
        for each in clause.practices[:1]:
            if each.chance >= SURE:
                lean += each.chance * {"management": 1, "leadership": -1}.get(sides[each.id], 0)
    return max(-1.0, min(1.0, lean))


def _worth(scores: Sequence[float], one: int, two: int, sign: int) -> float:
    first, second = sum(scores[one:two]) * sign, -sum(scores[two:]) * sign
    if min(first, second) < SURE:
        return 0.0
    return first + second - sum(map(abs, scores[:one]))


def clause_sections(
    text: str, shown: Sequence[Shown], sides: Mapping[str, str], labels: Labels
) -> tuple[Part, ...]:
    """Return the parts of a text that shall be split: each clause to the side that it shows.

    A clause that names a step belongs there; one that shows no side, or was told before word for
    word, goes with the one before it. None where fewer than two steps would have words.
    """
    starts, here, told, after = [("situation", 0)], "situation", set[str](), 0
    for clause in shown:
        begin, after = after, clause.end
        plain = text[clause.start : clause.end].casefold()
        if plain in told:
            continue
        told.add(plain)
        named = [step for step, words in labels.items() if _called(tuple(words)).search(plain)]
        best = next((each for each in clause.practices if each.chance >= CLAUSE), None)
        side = sides.get(best.id, "") if best else ""
        step = named[0] if named else side if side in labels else ""
        if step and step != here:
            here = step
            led = _WORD.search(text, begin)  # “so”, “I think” go with what they lead to
            starts.append((step, led.start() if led else clause.start))
    parts = _parts(text, starts)
    return parts if len({each.step for each in parts}) > 1 else ()


@lru_cache(16)  # the names of an author's steps, the same for all learners
def _called(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


def _parts(text: str, starts: Sequence[tuple[str, int]]) -> tuple[Part, ...]:
    spans = [
        (step or "overlap", start, end)
        for (step, start), (_, end) in pairwise([*starts, ("", len(text))])
    ]
    trimmed = (
        Part(step, end - len(text[start:end].lstrip()), start + len(text[start:end].rstrip(_JOINT)))
        for step, start, end in spans
    )
    return tuple(part for part in trimmed if part.start < part.end)
