"""What one file's schema cannot see: names across files, labels that clash, text that is too hard.

Every check notes its problems in the source of the file, at the line, with the mend.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from string import Template
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from bot.content.kinds import Kind, grade, sentences
from bot.content.loader import Place, Source, nearest
from bot.content.schema import Dialogue, Resources
from bot.content.words import Words

RESERVED = ("welcome", "review", "statement")
"""The steps that every dialogue has. The machine's own words are reserved too."""
MACHINE_WORDS = ("state", "initial")


def check_words(words: Words, source: Source) -> None:
    """The shared words: plain enough, and no two buttons that read the same."""
    check_reading(words, source)
    seen = dict[str, str]()
    for name in ("change", "add_to"):
        if "$label" not in getattr(words.buttons, name):
            source.note(("buttons", name), f"“{name}” needs $label, to tell the answers apart")
    for name, label in words.buttons:
        other = seen.setdefault(label.casefold(), name)
        if other != name:
            source.note(("buttons", name), f"“{label}” is the label of “{other}” too; change one")


def check_resources(resources: Resources, source: Source) -> None:
    """The links: every id once, every topic known."""
    check_reading(resources, source)
    topics = [topic.id for topic in resources.topics]
    _once([(("topics", i, "id"), each) for i, each in enumerate(topics)], source)
    ids = [resource.id for resource in resources.resources]
    _once([(("resources", i, "id"), each) for i, each in enumerate(ids)], source)
    for i, resource in enumerate(resources.resources):
        if resource.topic not in topics:
            what = f"there is no topic “{resource.topic}”{nearest(resource.topic, topics)}"
            source.note(("resources", i, "topic"), what)


def check_dialogues(found: list[tuple[Dialogue, Source]], resources: set[str] | None) -> None:
    """Each dialogue by itself and beside the others. ``resources`` is None when unreadable."""
    orders = dict[int, str]()
    for dialogue, source in found:
        check_reading(dialogue, source)
        _check_steps(dialogue, source)
        stem = PurePath(source.name).stem
        if dialogue.id != stem:
            source.note(("id",), f"the id “{dialogue.id}” must be the file's name, “{stem}”")
        other = orders.setdefault(dialogue.order, dialogue.id)
        if other != dialogue.id:
            source.note(("order",), f"“{other}” has order {dialogue.order} too; change one")
        if resources is None:
            continue
        places: list[tuple[Place, str]] = [
            (("resources", i), each) for i, each in enumerate(dialogue.resources)
        ]
        places += [
            (("hand_in", i, "resource"), way.resource)
            for i, way in enumerate(dialogue.hand_in)
            if way.resource
        ]
        for place, each in places:
            if each not in resources:
                what = f"there is no resource “{each}”{nearest(each, list(resources))}"
                source.note(place, what)


def _check_steps(dialogue: Dialogue, source: Source) -> None:
    for i, step in enumerate(dialogue.steps):
        if step.id in (*RESERVED, *MACHINE_WORDS):
            source.note(("steps", i, "id"), f"“{step.id}” is a word of the coach; choose another")
    for key in ("id", "label", "heading"):
        values = [getattr(step, key).casefold() for step in dialogue.steps]
        _once([(("steps", i, key), each) for i, each in enumerate(values)], source)


def _once(values: list[tuple[Place, str]], source: Source) -> None:
    seen = set[str]()
    for place, value in values:
        if value in seen:
            source.note(place, f"“{value}” stands here a second time; each must be different")
        seen.add(value)


def check_reading(model: BaseModel, source: Source) -> None:
    """Every text within the limits of its kind, and every kind within its average grade."""
    together = dict[Kind, list[tuple[float, str, Place]]]()
    for place, text, kind in texts(model):
        plain = as_read(text)
        together.setdefault(kind, []).append((grade(plain), plain, place))
        for what in too_hard(plain, kind):
            source.note(place, what)
    for kind, all_of_kind in together.items():
        average = grade("\n".join(text for _, text, _ in all_of_kind))
        if len(all_of_kind) >= 5 and average > kind.average:
            what = (
                f"all {kind.name} texts together read at grade {average:.1f}, over {kind.average}"
            )
            source.note(max(all_of_kind)[2], f"{what}; this one is the hardest")


def too_hard(text: str, kind: Kind) -> Iterator[str]:
    """What makes a text too hard for its kind, each with the mend."""
    parts = sentences(text)
    count = sum(map(len, parts))
    if count > kind.words:
        yield f"{count} words; a {kind.name} has at most {kind.words}"
    longest = max(parts, key=len, default=[])
    if len(longest) > kind.sentence:
        start = " ".join(longest[:4])
        yield f"a sentence of {len(longest)} words (“{start} …”); at most {kind.sentence}"
    # The grade of a few words swings by several years, so only whole sentences are held to it.
    if count >= 12 and (found := grade(text)) > kind.grade:
        yield f"reading grade {found:.1f}, over {kind.grade:.0f}; use shorter words and sentences"


def as_read(text: str) -> str:
    """A template as it reads, near enough: each placeholder is one short word."""
    names = Template(text).get_identifiers()
    return Template(text).safe_substitute(dict.fromkeys(names, "this"))


def texts(model: BaseModel, place: Place = ()) -> Iterator[tuple[Place, str, Kind]]:
    """Every text of a model that has a kind, with its place."""
    for name, info in type(model).model_fields.items():
        yield from _inside(getattr(model, name), info, (*place, name))


def _inside(value: Any, info: FieldInfo, place: Place) -> Iterator[tuple[Place, str, Kind]]:
    if isinstance(value, BaseModel):
        yield from texts(value, place)
    elif isinstance(value, tuple):
        for i, item in enumerate(value):
            yield from _inside(item, info, (*place, i))
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
