"""The kinds of text that ``dialogues/listening.yaml`` is made of."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from bot.content.models.base import Closed
from bot.content.text_kinds import TEXT_PATTERN, WORD_PATTERN, Kind, fills

LINE = Kind("line", words=45, sentence=15, grade=5.0, average=4.0)
"""A whole reply has at most 45 words of ours, so no line has more."""

CONTACTS = (
    *("emergency", "nhs_24", "breathing_space", "samaritans", "council", "care_inspectorate"),
)
"""The contacts of ``support.yaml`` that a line may name."""

TYPED = ("clause", "word", "group", "phrase")
"""The slots for a learner's own words."""

SLOTS = (
    *TYPED,
    *("label", "question", "count", "here", "to_go", "minimum", "name", "date"),
    *("undo", "put_in", "quiet", "drop", "keep", "misread", "out"),
    *CONTACTS,
)

Line = Annotated[
    str,
    StringConstraints(min_length=1, max_length=300, pattern=TEXT_PATTERN),
    LINE,
    fills(*SLOTS),
]

Lines = Annotated[tuple[Line, ...], Field(min_length=1)]

Often = Annotated[tuple[Line, ...], Field(min_length=4)]
"""Lines for what may come several times in one conversation."""

Word = Annotated[str, StringConstraints(pattern=WORD_PATTERN, max_length=40)]
"""A word, or several, as people type them in small letters; ``hand*`` is each that begins so."""


Words = Annotated[tuple[Word, ...], Field(min_length=1)]


class ForWords(Closed):
    """A line that is taken only where one of the words stands."""

    words: Words
    line: Line


class LinesForWords(Closed):
    """Lines that are taken only where one of the words stands, and none of ``unless``."""

    words: Words
    unless: tuple[Word, ...] = ()
    lines: Lines
