"""The kinds of text that people read, and how plain each must be.

The limits follow published guidance for health and care services: short sentences, short messages,
a reading age of 9 to 11 for prompts. The grade is Flesch-Kincaid:
0.39 x words per sentence + 11.8 x syllables per word - 15.59.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from string import Template
from typing import Annotated

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError


@dataclass(frozen=True, slots=True)
class Kind:
    """Limits for one kind of text. ``grade`` is the ceiling for one text, ``average`` for all."""

    name: str
    words: int
    sentence: int
    grade: float
    average: float


PROMPT = Kind("prompt", words=60, sentence=20, grade=6.0, average=5.0)

CARD = Kind("card", words=80, sentence=20, grade=8.0, average=6.0)

HELP = Kind("help", words=90, sentence=25, grade=7.0, average=7.0)

ALWAYS = frozenset(
    {
        *("start", "next", "back", "skip", "pause", "carry_on", "example", "replace", "restore"),
        *("review", "statement", "sent", "leave_out", "place", "move", "name_it"),
    }
)
"""The buttons that any sentence may name, as ``$next``: the label then stands in one place only.
``$statement`` is the label of *My profile* where the dialogue makes one."""

MAKES = "makes"
"""What any sentence may call by the dialogue's own word: ``$makes`` is *statement* or *profile*."""


def _only(names: frozenset[str], text: str) -> str:
    template = Template(text)
    if not template.is_valid():
        raise PydanticCustomError("fill", "a lone “$” stands here; write “$$” for a dollar sign")
    for name in template.get_identifiers():
        if name not in names | ALWAYS | {MAKES}:
            known = ", ".join(f"${each}" for each in sorted(names)) or "only the names of buttons"
            raise PydanticCustomError(
                "fill",
                "“${name}” is not filled in here; what can be is: {known}",
                {"name": name, "known": known},
            )
    return text


def fills(*names: str) -> AfterValidator:
    """The placeholders that may stand in a text beside the buttons' names."""
    only: Callable[[str], str] = partial(_only, frozenset(names))
    return AfterValidator(only)


TEXT_PATTERN = r"\S"

LABEL_PATTERN = r"^[^/\s]([^\n]*\S)?$"

STEM_PATTERN = r"^[\w$-]+$"

ID_PATTERN = r"^[a-z][a-z0-9_]*$"

URL_PATTERN = r"^https?://[^\s/]+\.[^\s]+$"

_Text = Annotated[str, StringConstraints(min_length=1, max_length=3500, pattern=TEXT_PATTERN)]

Prompt = Annotated[_Text, PROMPT]

Card = Annotated[_Text, CARD]

Help = Annotated[_Text, HELP]

Label = Annotated[str, StringConstraints(min_length=1, max_length=32, pattern=LABEL_PATTERN)]

FileStem = Annotated[str, StringConstraints(pattern=STEM_PATTERN, max_length=60)]

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=32)]

Plain = Annotated[Prompt, fills()]

PlainHelp = Annotated[Help, fills()]

Counting = Annotated[Prompt, fills("count", "labels")]
