"""Finding the words: filling templates, counting in words, describing where somebody is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from string import Template

from bot.content.models.counted import Counted
from bot.content.models.dialogue import WordsStep
from bot.content.words.words import Words
from bot.domain.statement import Statement

GIST = 90
"""About how many characters of an answer the review shows: two lines on a phone."""


class Typed(str):
    """A learner's words, on their way into a text of ours."""

    __slots__ = ()


class Moment(str):
    """A time in words, which a channel may show in the reader's own clock."""

    __slots__ = ("at",)
    at: datetime


def moment(words: str, at: datetime) -> Moment:
    """Return the words for a time together with the time itself."""
    found = Moment(words)
    found.at = at
    return found


class Text(str):
    """A text of ours with the spans, in characters, that a learner typed, and those of times.

    A time has its seconds since 1970 beside its span.
    """

    __slots__ = ("moments", "typed")
    typed: tuple[tuple[int, int], ...]
    moments: tuple[tuple[int, int, int], ...]


def join(between: str, parts: Iterable[str]) -> Text:
    """Parts as one text, with every typed span and every time where it now is."""
    text, typed, moments = list[str](), list[tuple[int, int]](), list[tuple[int, int, int]]()
    length = 0
    for place, part in enumerate(parts):
        if place:
            text.append(between)
            length += len(between)
        if isinstance(part, Typed) and part:
            typed.append((length, length + len(part)))
        elif isinstance(part, Text):
            typed += [(length + start, length + end) for start, end in part.typed]
            moments += [(length + start, length + end, at) for start, end, at in part.moments]
        elif isinstance(part, Moment):
            moments.append((length, length + len(part), int(part.at.timestamp())))
        text.append(part)
        length += len(part)
    whole = Text("".join(text))
    whole.typed, whole.moments = tuple(typed), tuple(moments)
    return whole


def fill(words: Words, template: str, **facts: object) -> Text:
    """Fill a template. A learner's text among the facts is never read as a template itself."""
    parts, labels = list[str](), words.labels
    for text, name in _pieces(template):
        parts.append(text)
        if name:
            value = facts[name] if name in facts else labels[name]
            parts.append(value if isinstance(value, str) else str(value))
    return join("", parts)


@lru_cache(maxsize=1024)
def _pieces(template: str) -> tuple[tuple[str, str], ...]:
    """A template as (text, the name that follows it), read once for all learners."""
    pieces, start = list[tuple[str, str]](), 0
    for match in Template.pattern.finditer(template):
        name = match["named"] or match["braced"] or ""
        pieces.append((template[start : match.start()] + ("" if name else "$"), name))
        start = match.end()
    return (*pieces, (template[start:], ""))


def counted(words: Words, texts: Counted, count: int, **facts: object) -> Text:
    """The text for none, one or more."""
    text = texts.none if count == 0 else texts.one if count == 1 else texts.other
    return fill(words, text, count=count, **facts)


def gist(text: str) -> Typed:
    """The beginning of an answer on one line, cut at a word."""
    line = " ".join(text.split())
    if len(line) <= GIST:
        return Typed(line)
    cut = line[:GIST]
    return Typed(f"{cut.rpartition(' ')[0] or cut} …")


def counts(words: Words, statement: Statement) -> Text:
    """``situation 31 · management 74 · leadership 23 · both 0 — 128 of 200, 72 to go``."""
    each = " · ".join(
        fill(words, words.review.one_count, label=section.step.label, count=section.words)
        for section in statement.sections
        if isinstance(section.step, WordsStep)
    )
    template = words.review.to_go if statement.to_go else words.review.counts
    if not statement.dialogue.min_words:
        template = words.review.no_minimum
    return fill(
        words,
        template,
        counts=each,
        total=statement.own_words,
        minimum=statement.dialogue.min_words,
        to_go=statement.to_go,
    )


def missing_summary(words: Words, statement: Statement) -> Text:
    """Return what is missing in plain words, or that the statement is ready. Ready is said only
    here, and how many words are missing stands beside it."""
    makes = statement.dialogue.makes
    if statement.ready:
        minimum = statement.dialogue.min_words
        return fill(words, words.review.ready if minimum else words.review.complete, makes=makes)
    parts = [fill(words, words.review.not_ready, makes=makes)]
    wordless = [step.label for step in statement.missing if isinstance(step, WordsStep)]
    if wordless:
        texts = words.review.missing_answers
        parts.append(counted(words, texts, len(wordless), labels=", ".join(wordless)))
    pickless = [step.label for step in statement.missing if not isinstance(step, WordsStep)]
    if pickless:
        parts.append(fill(words, words.review.missing_picks, labels=", ".join(pickless)))
    return join(" ", parts)
