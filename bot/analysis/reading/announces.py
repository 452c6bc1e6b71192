"""Which part of the reflection a message says it belongs to: *oh and the leadership bit:*.

Only words that stand around a step's name as a label would are believed, so “my manager did the
rota” announces nothing. What steps are called is handed in; their order serves *part 2*.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.analysis.patterns import lazy
from bot.analysis.reading.clauses import Span
from bot.analysis.reading.label_sentence import ends_at
from bot.analysis.reading.label_words import BIT, LEAD, NUMBERED, NUMBERS
from bot.analysis.reading.words import words_of

StepNames = Mapping[str, Sequence[str]]

THING_2: StepNames = {
    "situation": ("situation", "situaton", "situasion", "sittuation", "situashun"),
    "management": ("management", "managment", "manigment", "mgmt", "managing", "managin"),
    "leadership": ("leadership", "leedership", "leadrship", "ledership", "leading", "leadin"),
    "overlap": ("overlap", "ovrlap", "overlaping", "both", "baith"),
}
"""The steps of Thing 2 in their order, with what learners call them."""

_SAYS = lazy(
    r"\b(?:for|fur|fer|under|in|to|tae|was|wis|is|here|here's|heres|now|noo|add|this|that|first|"
    r"concerns)\b"
)

_BEFORE = lazy(
    r"\W*(?:(?:sorry|oh|wait|what i just sent|that last (?:bit|yin|one))\W+)*(?:that|the last|"
    r"what i|wis|was|"
    r"should|goes)\b.{0,20}\b(?:was|wis|should|belongs|goes|meant|bit|sent)\b"
)

_NOT = lazy(r"\b(?:not|isn'?t|isnae|no)\b(?:\W+\w+)?\W*$")

_AT_WORK = lazy(
    r"\s+(?:training|course|team|programme|job|post|style|of (?:my|our|oor|the|her|his)|never|"
    r"put|wanted|want|told|telt|said|did|made|came|come|has|have|had|were|don'?t|didn'?t|won'?t)\b"
)
"""What comes after a step's name that is a thing at work: “the management put it up”."""

_NOBODY_ELSE = r"(?:(?!you\b|ye\b|people\b)[^.!?\n]){0,80}?"
"""What may stand before who it was: “leadership is when you inspire people” is theory."""

_HERE = lazy(r"\b(?:now|noo|here'?s?|heres|then|next)\b(?:\W+\w+){0,2}\W*$")


@dataclass(frozen=True, slots=True)
class Announced:
    """The step that a message names, the span that says so, and whether it speaks of what was sent
    before (*that was for management*). ``is_apart`` is whether it stands there as a label does,
    and is in no sentence of what is told."""

    step: str
    span: Span
    before: bool
    is_apart: bool = False


@dataclass(frozen=True, slots=True)
class Patterns:
    """How the steps of a dialogue are found in a text in small letters, by what they are called."""

    label: re.Pattern[str]
    headed: re.Pattern[str]
    under: re.Pattern[str]
    told_as: re.Pattern[str]
    mention: re.Pattern[str]
    order: tuple[str, ...]
    begins: frozenset[str]
    """Words one of which is wherever a step is named or numbered."""

    def may_name(self, text: str) -> bool:
        """Whether a text may name a step: most name none, and are looked at no further."""
        words = [word.plain for word in words_of(text)]
        parts = [part for word in words if "'" in word for part in word.split("'")]
        return not (self.begins.isdisjoint(words) and self.begins.isdisjoint(parts))


def _patterns(names: StepNames) -> Patterns:
    named = names.items()
    steps = "|".join(f"(?P<{step}>{'|'.join(map(re.escape, words))})" for step, words in named)
    count = len(names)
    nth = "|".join(f"(?P<n{at}>{words})" for at, words in enumerate(NUMBERS[:count]))
    step_nth = "|".join(f"(?P<m{at}>{words})" for at, words in enumerate(NUMBERS[:count]))
    label = re.compile(
        rf"^\W*(?P<lead>(?:(?:{LEAD})\b\W*){{0,9}}?)"
        rf"(?:(?:{steps})(?P<bit>(?:'?s)?(?: (?:{BIT}))?)"
        rf"|(?:{nth}) (?:question|answer|bit|part|pairt|yin|box)(?: again)?"
        rf"|(?:question|part|answer|box) (?:{step_nth}))"
        r"\b(?P<after>\s*(?:[:=👉👇➡-]|is this|,|\.|$)?)"
        r"(?!\s*(?:as (?:i|ah|we)|in my|to my mind)\b)"
    )
    headed = re.compile(
        rf"^(?P<lead>(?:[^\s.!?:]+\s+){{1,12}}?(?:for|fur|fer|tae|to|under|add|here'?s)\s+"
        rf"(?:(?:the|ma|my)\s+)?)(?:{steps})(?P<bit>(?:'?s)?(?: (?:{BIT}))?)(?P<after>\s*:)"
    )
    under = re.compile(
        rf"^(?P<lead>(?:[^\s.!?:]+\s+){{0,8}}?(?:under|in)\s+(?:(?:the|ma|my)\s+)?)(?:{steps})"
        rf"(?P<bit>(?:'?s)?(?: (?:{BIT}))?)(?P<after>)(?=\s*,\s+(?:that|how|i|ah|we)\b)"
    )
    told_as = re.compile(
        rf"^\W*(?:(?:{LEAD})\b\W*){{0,4}}?(?:{steps})(?:'?s)?(?: (?:{BIT}))?(?:'s)? (?:is|was|wis)"
        r"(?= (?:me|us)\b| (?:when|how|where|ma|my|the|in) "
        rf"{_NOBODY_ELSE}\b(?:i|ah|me|we|us)\b)"
    )
    firsts = (word for called in names.values() for name in called for word in words_of(name)[:1])
    first = {word.plain.partition("'")[0] for word in firsts}
    begins = NUMBERED | first | {f"{word}s" for word in first}
    mention = re.compile(rf"\b(?:{steps})\b")
    return Patterns(label, headed, under, told_as, mention, tuple(names), begins)


_KEPT: dict[int, tuple[StepNames, Patterns]] = {}
"""The names that were met and their patterns, by where the names lie; at most 64."""


def patterns_of(names: StepNames) -> Patterns:
    """Return the patterns for steps that are called so, made once."""
    known = _KEPT.get(id(names))
    if known is None or known[0] is not names:
        if len(_KEPT) >= 64:
            _KEPT.clear()
        known = _KEPT[id(names)] = names, _patterns(names)
    return known[1]


def in_small_letters(text: str) -> str:
    """Return a text in small letters and with plain apostrophes, each at the place of its own."""
    small = text.lower().replace("’", "'")
    return small if len(small) == len(text) else text.replace("’", "'")


def announced(text: str, names: StepNames = THING_2) -> Announced | None:
    """Return the step that a message announces at its beginning, as a label would, or None."""
    return _begun(text, names) or _after_a_greeting(text, names)


def _begun(text: str, names: StepNames) -> Announced | None:
    """Return the step that is announced by the very first words."""
    if not names:
        return None
    patterns, plain = patterns_of(names), in_small_letters(text)
    if not patterns.may_name(text):
        return None
    found = patterns.label.match(plain)
    if not found or not _is_sure(found, plain[found.end() :]):
        found = patterns.headed.match(plain) or patterns.under.match(plain)
    if not found and (told := patterns.told_as.match(plain)):
        return Announced(step_of(told, patterns.order), Span(*told.span()), before=False)
    if not found:
        return _told_first(patterns, plain) or _in_a_sentence(patterns, plain)
    is_apart = bool(found["after"].strip() or (found["bit"] or "").strip(" 's"))
    return Announced(
        step_of(found, patterns.order),
        Span(found.start(), found.end()),
        bool(_BEFORE.match(plain)),
        is_apart,
    )


def _told_first(patterns: Patterns, plain: str) -> Announced | None:
    """Return the step that somebody says they tell first: “right, the leadership bit first”."""
    for each in patterns.mention.finditer(plain, 0, NEAR + MOST_NAME):
        after = _BIT_FIRST.match(plain, each.end())
        if not after and _FIRST_THE.search(plain[: each.start()]):
            after = _ENDS.match(plain, each.end())
        if after:
            return Announced(step_of(each, patterns.order), Span(0, after.end()), before=False)
    return None


_LITTLE = lazy(r"(?:[^\s.!?\n]++ ?){1,4}+[.!?\n]++\s*+")


def _after_a_greeting(text: str, names: StepNames) -> Announced | None:
    """Return the step that is announced behind a few words: “hello again. oh and for the …”."""
    before = _LITTLE.match(text)
    found = _begun(text[before.end() :], names) if before else None
    if found is None or before is None or not found.is_apart:
        return None
    begin = before.end()
    return replace(found, span=Span(found.span.start + begin, found.span.end + begin))


def _in_a_sentence(patterns: Patterns, plain: str) -> Announced | None:
    """Return the step that the first sentence names, where that only says where words go. Of
    several it is the first, or the one behind *but*.
    """
    found = list(patterns.mention.finditer(plain, 0, FIRST_SENTENCE))
    but = [n for n in range(1, len(found)) if " but " in plain[found[0].end() : found[n].start()]]
    chosen = found[: but[0] + 1 if but else 1]
    end = ends_at(plain, [each.span() for each in chosen])
    if end is None:
        return None
    return Announced(step_of(chosen[-1], patterns.order), Span(0, end), before=False, is_apart=True)


FIRST_SENTENCE = 240
"""Characters in which the first sentence must name a step."""


_BIT_FIRST = lazy(rf"'?s? (?:{BIT}) first\b(?:\s+(?:cause|cos|coz|because|as|since)\b)?\s*[:,.-]?")
_FIRST_THE = lazy(
    r"^\W*(?:(?:so|ok|okay|well|right|hello|hi)\W+)*(?:i|ah|i'll|ah'll|let me|i will|i want to) "
    r"(?:answer|anser|do|dae|start|tell|write|begin|take|give)(?: with)? first "
    r"(?:the |my |ma |with )+$"
)
_ENDS = lazy(r"\s*(?:[,.:;-]|$)")

MOST_NAME = 30
"""Characters of the longest name of a step."""


def named_anywhere(text: str, names: StepNames = THING_2) -> Announced | None:
    """Return the step of a message that is known to announce one, wherever it names it.

    Of several that stand there the one behind *now* or *here's* is meant, else the first; what
    stands behind *not* is not.
    """
    if not names:
        return None
    patterns, plain = patterns_of(names), in_small_letters(text)
    wanted = [
        each
        for each in patterns.mention.finditer(plain)
        if not (_NOT.search(ahead(plain, each)) or _AT_WORK.match(plain, each.end()))
    ]
    if not wanted:
        return None
    here = [each for each in wanted if _HERE.search(ahead(plain, each))]
    chosen = (here or wanted)[0]
    before = bool(_BEFORE.match(plain)) and not here
    return Announced(step_of(chosen, patterns.order), Span(chosen.start(), chosen.end()), before)


NEAR = 40
"""Characters before a name that can say that it is a label, or is not meant."""


def ahead(plain: str, found: re.Match[str]) -> str:
    """Return what stands before a name, as far as it can say what is meant."""
    return plain[max(0, found.start() - NEAR) : found.start()]


def step_of(found: re.Match[str], order: Sequence[str]) -> str:
    """Return the id of the step that was found by its name or by its number in ``order``."""
    named = found.groupdict()
    for number, step in enumerate(order):
        if named.get(step) or named.get(f"n{number}") or named.get(f"m{number}"):
            return step
    raise AssertionError("one of the names was found")


_TOLD_OF = lazy(
    r"\b(?:i|ah|we) (?:do|dae|did|like|(?:was|were|wis|am|are) (?:put )?in) "
    r"(?:the |this |that |my |ma )?$"
)
"""“I do the management.” “I was put in that situation.” The step is what is told of."""


def _is_sure(found: re.Match[str], rest: str) -> bool:
    """Whether the name stands there as a label: alone, before a sign, or called a bit or a part."""
    after, lead = found["after"].strip(), found["lead"]
    if not found["bit"] and _TOLD_OF.search(lead):
        return False
    if re.search(r"\bwhat\b|\ba $", lead) and "answer" not in lead:
        return False
    if after or not rest.strip(" .!👇👉️"):
        return True
    if (found["bit"] or "").strip(" 's") and lead != "the last ":
        return True
    return bool(_SAYS.search(lead)) and not re.match(r"\s*(?:is|are|means|and|example)\b", rest)
