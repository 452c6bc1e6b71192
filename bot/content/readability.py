"""Whether every text is plain enough for its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from string import Template
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from bot.content.reading_grade import grade, sentences
from bot.content.text_kinds import Kind
from bot.content.yaml_reader import Place, Source

_JARGON = re.compile(r"\b(?:leadership|management)\b", re.IGNORECASE)
"""The two words of three syllables that no text here can do without: averages leave them out."""


def check_reading(model: BaseModel, source: Source) -> None:
    """Note texts over a limit of their kind, and kinds over their average grade."""
    together = dict[Kind, list[tuple[float, str, Place]]]()
    for place, text, kind in texts(model):
        plain = as_read(text)
        together.setdefault(kind, []).append((grade(plain), plain, place))
        for what in too_hard(plain, kind):
            source.note(place, what)
    for kind, all_of_kind in together.items():
        average = grade(_JARGON.sub("work", "\n".join(text for _, text, _ in all_of_kind)))
        if len(all_of_kind) >= 5 and average > kind.average:
            what = (
                f"all {kind.name} texts together read at grade {average:.1f}, over {kind.average}"
            )
            source.note(max(all_of_kind)[2], f"{what}; this one is the hardest")


def too_hard(text: str, kind: Kind) -> Iterator[str]:
    """Yield the reasons why a text is too hard for its kind, each with the mend."""
    parts = sentences(text)
    count = sum(map(len, parts))
    if count > kind.words:
        yield f"{count} words; a {kind.name} has at most {kind.words}"
    longest = max(parts, key=len, default=[])
    if len(longest) > kind.sentence:
        start = " ".join(longest[:4])
        yield f"a sentence of {len(longest)} words (“{start} …”); at most {kind.sentence}"
    # The grade of a few words swings by several years, so they are held to twice as much.
    found = grade(_JARGON.sub("work", text)) if count < 12 else grade(text)
    if found > (kind.grade if count >= 12 else 2 * kind.grade):
        yield f"reading grade {found:.1f}, over {kind.grade:.0f}; use shorter words and sentences"


def as_read(text: str) -> str:
    """Return a template as it reads, near enough: each placeholder is one short word."""
    names = Template(text).get_identifiers()
    return Template(text).safe_substitute(dict.fromkeys(names, "this"))


def texts(model: BaseModel, place: Place = ()) -> Iterator[tuple[Place, str, Kind]]:
    """Yield every text of a model that has a kind, with its place."""
    for name, info in type(model).model_fields.items():
        yield from _inside(getattr(model, name), info, (*place, name))


def _inside(value: Any, info: FieldInfo, place: Place) -> Iterator[tuple[Place, str, Kind]]:
    if isinstance(value, BaseModel):
        yield from texts(value, place)
    elif isinstance(value, tuple):
        for i, item in enumerate(value):
            yield from _inside(item, info, (*place, i))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _inside(item, info, (*place, key))
    elif isinstance(value, str) and (kind := _kind(info.annotation, info.metadata)):
        yield place, value, kind


def _kind(annotation: Any, metadata: Any) -> Kind | None:
    """The kind in a field's metadata, or inside ``tuple[Card, ...]`` and ``Prompt | None``."""
    for each in metadata:
        if isinstance(each, Kind):
            return each
    for inner in getattr(annotation, "__args__", ()):
        if kind := _kind(inner, getattr(inner, "__metadata__", ())):
            return kind
    return None
