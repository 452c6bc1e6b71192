"""Which part of the reflection a message says it belongs to: *oh and the leadership bit:*.

Only words that stand around a step's name as a label would are believed, so “my manager did the
rota” announces nothing. What steps are called is handed in; their order serves *part 2*.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.analysis.patterns import lazy
from bot.analysis.reading.clauses import Span
from bot.analysis.reading.label_sentence import FIRST_SENTENCE, is_of_form, where_to
from bot.analysis.reading.label_words import BIT, LEAD, NUMBERS
from bot.analysis.reading.places import (
    NEAR,
    Pointers,
    StepNames,
    before,
    places_in,
    pointers_of,
)

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

_OF_STORY = (
    r"of (?!all\b)|(?:i|we|ah|he|she|they) (?:was|were|wis|am|are|is|had|faced)\b|"
    r"(?:where|when|who|with)\b|to (?:the|my|ma|our|oor|them|her|him|everyone|everybody)"
)
"""What goes on about the thing itself: “the management bit of my job”, “the situation we had”."""

_AT_WORK = lazy(
    rf"(?: (?:{BIT}))?\s+(?:training|course|team|programme|job|post|style|{_OF_STORY}|never|"
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
    pointers: Pointers


def _patterns(names: StepNames) -> Patterns:
    pointers, count = pointers_of(names), len(names)
    steps = pointers.steps
    nth = "|".join(f"(?P<n{at}>{words})" for at, words in enumerate(NUMBERS[:count]))
    step_nth = "|".join(f"(?P<m{at}>{words})" for at, words in enumerate(NUMBERS[:count]))
    label = re.compile(
        rf"^\W*(?P<lead>(?:(?:{LEAD})\b\W*){{0,9}}?)"
        rf"(?:(?:{steps})(?P<bit>(?:'?s)?(?: (?:{BIT}))?)"
        rf"|(?:{nth}) (?:question|answer|bit|part|pairt|yin|box)(?: again)?"
        rf"|(?:question|part|answer|box) (?:{step_nth}))"
        r"\b(?P<after>\s*(?:[:=👉👇➡–—-]|is this|,|\.|$)?)"
        rf"(?!\s*(?:(?:{BIT}) )?(?:as (?:i|ah|we)|in my|to my mind|{_OF_STORY})\b)"
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
        r"(?= (?:me|us)\b| (?:the )?same\b| (?:when|how|where|ma|my|the|in) "
        rf"{_NOBODY_ELSE}\b(?:i|ah|me|we|us)\b)"
    )
    mention = re.compile(rf"\b(?:{steps})\b")
    return Patterns(label, headed, under, told_as, mention, pointers)


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


def announced(text: str, names: StepNames = THING_2, at: str = "") -> Announced | None:
    """Return the step that a message announces at its beginning, as a label would, or None.

    ``at`` is the open step: “the last one” is the one before it.
    """
    if not names or not patterns_of(names).pointers.may_name(text):
        return None
    begins = _beginnings(text)
    pointed = (_pointed_at(text, names, at, begin) for begin in begins)
    return (
        next(filter(None, pointed), None)
        or _begun(text, names)
        or next(filter(None, (_behind(text, names, each) for each in begins[1:])), None)
    )


_SENTENCE = lazy(r"[^.!?\n]++[.!?\n]++\s*+")
_LITTLE = 4
"""Words of a sentence that may stand before whatever is in it: “hello again.”"""

_MOST_BEFORE = 3
"""Sentences before it: “hello again. carry on then. oh and for the situation …”."""


def _beginnings(text: str) -> list[int]:
    """Return where a label may begin: at once, or behind sentences that tell nothing, as “I shall
    keep it for leadership then.”"""
    found = [len(text) - len(text.lstrip())]
    while len(found) <= _MOST_BEFORE and (before := _SENTENCE.match(text, found[-1])):
        if before[0].count(" ") > _LITTLE and not is_of_form(before[0]):
            break
        found.append(before.end())
    return found


def _behind(text: str, names: StepNames, begin: int) -> Announced | None:
    """Return the step that is announced behind a few words: “hello again. oh and for the …”."""
    found = _begun(text[begin:], names)
    if found is None or not found.is_apart:
        return None
    return replace(found, span=Span(found.span.start + begin, found.span.end + begin))


def _pointed_at(text: str, names: StepNames, at: str, begin: int) -> Announced | None:
    """Return the step that a sentence points at which only says where the next words go; what is
    said next may put it right: “I keep it for leadership. For this one: …”."""
    plain, pointers = in_small_letters(text), patterns_of(names).pointers
    places = [*places_in(plain, pointers, at, begin, begin + FIRST_SENTENCE)]
    found = where_to(plain, places, begin) if places else None
    if found is None:
        return None
    place, end = found
    step = place.step or (at if at in names else "")
    is_apart = _OPENING.match(plain, begin) is None
    start = 0 if is_of_form(text[:begin]) else begin
    return Announced(step, Span(start, end), before=False, is_apart=is_apart) if step else None


_OPENING = lazy(
    r"(?:(?:so|and|now|well|also|then)\W+)*(?:with|in|as|regarding|concerning) "
    r"(?:regard|regards|respect|relation|terms|for|to|the|my|[a-z]+,)\b"
)
"""“With regard to leadership, I listened.” It says where it belongs, and is part of a sentence."""


def _begun(text: str, names: StepNames) -> Announced | None:
    """Return the step that is announced by the very first words."""
    patterns, plain = patterns_of(names), in_small_letters(text)
    found = patterns.label.match(plain)
    if not found or not _is_sure(found, plain[found.end() :]):
        found = patterns.headed.match(plain) or patterns.under.match(plain)
    if not found and (told := patterns.told_as.match(plain)):
        return Announced(patterns.pointers.step_of(told), Span(*told.span()), before=False)
    if not found:
        return _told_first(patterns, plain)
    is_apart = bool(found["after"].strip() or (found["bit"] or "").strip(" 's"))
    return Announced(
        patterns.pointers.step_of(found),
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
            return Announced(patterns.pointers.step_of(each), Span(0, after.end()), before=False)
    return None


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
        if not (_NOT.search(before(plain, each)) or _AT_WORK.match(plain, each.end()))
    ]
    if not wanted:
        return None
    here = [each for each in wanted if _HERE.search(before(plain, each))]
    chosen = (here or wanted)[0]
    is_before = bool(_BEFORE.match(plain)) and not here
    step, span = patterns.pointers.step_of(chosen), Span(*chosen.span())
    return Announced(step, span, is_before)


_TOLD_OF = lazy(
    r"\b(?:i|ah|we) (?:do|dae|did|like|(?:was|were|wis|am|are) (?:put )?in) "
    r"(?:the |this |that |my |ma )?$"
)
"""“I do the management.” “I was put in that situation.” The step is what is told of."""


_ONE_OF = lazy(
    r"\bin (?:that|this|a|an|such a?|the same) $|\b(?:a|better|new|other|another|different) $"
)
"""“In that situation I stayed calm.” “I have a better story.”"""


def _is_sure(found: re.Match[str], rest: str) -> bool:
    """Whether the name stands there as a label: alone, before a sign, or called a bit or a part."""
    after, lead = found["after"].strip(), found["lead"]
    if not found["bit"] and (_TOLD_OF.search(lead) or _ONE_OF.search(lead)):
        return False
    if re.search(r"\bwhat\b|\ba $", lead) and "answer" not in lead:
        return False
    if after or not rest.strip(" .!👇👉️"):
        return True
    if (found["bit"] or "").strip(" 's") and lead != "the last ":
        return True
    return bool(_SAYS.search(lead)) and not re.match(r"\s*(?:is|are|means|and|example)\b", rest)
