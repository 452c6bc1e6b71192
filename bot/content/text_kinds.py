"""The kinds of text that people read, and how plain each must be.

The limits follow published guidance for health and care services: short sentences, short messages,
a reading age of 9 to 11 for prompts. The grade is Flesch-Kincaid:
0.39 x words per sentence + 11.8 x syllables per word - 15.59.

There are 800 fields of text. Each kind hands pydantic its schema whole: put together from
constraints, and from validators whose signatures are looked up, they would take a tenth of the
start of a conversation.
"""

from __future__ import annotations

from dataclasses import dataclass
from string import Template
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, StringConstraints
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_after_validator_function, str_schema


@dataclass(frozen=True, slots=True)
class Kind:
    """Limits for one kind of text. ``grade`` is the ceiling for one text, ``average`` for all."""

    name: str
    words: int
    sentence: int
    grade: float
    average: float

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return str_schema(min_length=1, max_length=3500, pattern=TEXT_PATTERN)


PROMPT = Kind("prompt", words=60, sentence=20, grade=6.0, average=5.0)

CARD = Kind("card", words=80, sentence=20, grade=8.0, average=6.0)

HELP = Kind("help", words=90, sentence=25, grade=7.0, average=7.0)

ALWAYS = frozenset(
    {
        *("start", "next", "back", "skip", "pause", "carry_on", "example", "replace", "restore"),
        *("review", "statement", "sent", "leave_out", "place", "move", "name_it", "put_in", "undo"),
        *("beside", "show_kept_out", "disagree"),
    }
)
"""The buttons that any sentence may name, as ``$next``: the label then stands in one place only.
``$statement`` is the label of *My profile* where the dialogue makes one."""

MAKES = "makes"
"""What any sentence may call by the dialogue's own word: ``$makes`` is *statement* or *profile*."""


@dataclass(frozen=True, slots=True)
class Fills:
    """The placeholders that may stand in a text beside the buttons' names."""

    names: tuple[str, ...]

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return no_info_after_validator_function(self._checked, handler(source))

    def _checked(self, text: str) -> str:
        if "$" not in text:
            return text
        template = Template(text)
        if not template.is_valid():
            what = "a lone “$” stands here; write “$$” for a dollar sign"
            raise PydanticCustomError("fill", what)
        for name in template.get_identifiers():
            if name not in ALWAYS and name not in (*self.names, MAKES):
                known = ", ".join(f"${each}" for each in sorted(self.names))
                raise PydanticCustomError(
                    "fill",
                    "“${name}” is not filled in here; what can be is: {known}",
                    {"name": name, "known": known or "only the names of buttons"},
                )
        return text


def fills(*names: str) -> Fills:
    """Return the placeholders that may stand in a text beside the buttons' names."""
    return Fills(names)


@dataclass(frozen=True, slots=True)
class _Line:
    """A text of one line, as a button has it."""

    longest: int

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return str_schema(min_length=1, max_length=self.longest, pattern=LABEL_PATTERN)


TEXT_PATTERN = r"\S"

LABEL_PATTERN = r"^[^/\s]([^\n]*\S)?$"

STEM_PATTERN = r"^[\w$-]+$"

WORD_PATTERN = r"^[a-z0-9][a-z0-9' /-]*\*?$"

ID_PATTERN = r"^[a-z][a-z0-9_]*$"

URL_PATTERN = r"^https?://[^\s/]+\.[^\s]+$"

Prompt = Annotated[str, PROMPT]

Card = Annotated[str, CARD]

Help = Annotated[str, HELP]

Label = Annotated[str, _Line(32)]

FileStem = Annotated[str, StringConstraints(pattern=STEM_PATTERN, max_length=60)]

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=32)]

Plain = Annotated[Prompt, fills()]

PlainHelp = Annotated[Help, fills()]

Counting = Annotated[Prompt, fills("count", "labels")]
