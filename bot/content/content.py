"""Everything the coach can say and ask, in one frozen object."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from bot.content.checks import check_dialogues, check_words
from bot.content.frameworks import Activities, Activity, Framework
from bot.content.library_checks import (
    check_activities,
    check_frameworks,
    check_resources,
    old_checks,
)
from bot.content.loader import Source, build, raise_problems, read
from bot.content.reading import check_reading
from bot.content.resources import Resource, Resources, Topic
from bot.content.schema import Dialogue
from bot.content.words import Words

DIALOGUES, WORDS = "dialogues", "common.yaml"
FRAMEWORKS, RESOURCES, ACTIVITIES = "frameworks", "resources.yaml", "activities.yaml"


@dataclass(frozen=True, slots=True)
class Operator:
    """Who runs this coach. Empty when nobody has said."""

    name: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """Dialogues and frameworks in their order, the words they share, links, activities to sort, and
    who runs this.

    ``warnings`` are for authors: what is no mistake yet.
    """

    dialogues: Mapping[str, Dialogue]
    words: Words
    resources: Mapping[str, Resource]
    topics: tuple[Topic, ...]
    frameworks: Mapping[str, Framework]
    activities: Mapping[str, Activity]
    operator: Operator = Operator()
    warnings: tuple[str, ...] = ()

    @property
    def first(self) -> Dialogue:
        """The dialogue that a newcomer meets."""
        return next(iter(self.dialogues.values()))


def shipped_folder() -> Path:
    """The folder with the content that comes with the coach: the checkout, or inside the wheel."""
    package = Path(__file__).parent.parent
    inside = package / "_shipped"
    return inside if inside.is_dir() else package.parent


def load_words(folder: Path) -> Words:
    """Only the shared words, for a command that must say something. Raises ContentError."""
    source = _read(folder / DIALOGUES / WORDS)
    words = build(source, Words)
    raise_problems([source])
    assert words is not None, "build returns None only with a problem noted"  # noqa: S101
    return words


def load_content(
    folder: Path, operator: Operator = Operator(), today: date | None = None
) -> Content:
    """Read and check all content below a folder. Raises ContentError with every problem.

    With ``today`` it is held to all that an author wants to know: whether each text is plain enough
    for its readers, and, as warnings, what has grown old. That costs a third of the time, and no
    conversation should stop for a sentence that is a word too long.
    """
    words_source = _read(folder / DIALOGUES / WORDS)
    resources_source = _read(folder / FRAMEWORKS / RESOURCES)
    activities_source = _read(folder / FRAMEWORKS / ACTIVITIES)
    words = build(words_source, Words)
    resources = build(resources_source, Resources)
    activities = build(activities_source, Activities)
    dialogues, dialogue_sources = _read_all(folder / DIALOGUES, Dialogue, (WORDS,))
    frameworks, framework_sources = _read_all(
        folder / FRAMEWORKS, Framework, (RESOURCES, ACTIVITIES)
    )

    labels = [label for _, label in words.buttons] if words else []
    if words:
        check_words(words, words_source)
    if resources:
        check_resources(resources, resources_source)
    known = {resource.id for resource in resources.resources} if resources else None
    check_dialogues(dialogues, known, labels)
    check_frameworks(frameworks, known)
    all_read = len(frameworks) == len(framework_sources)
    practices = {each.id: each for framework, _ in frameworks for each in framework.practices}
    if activities:
        check_activities(activities, activities_source, practices if all_read else None)
    if not dialogue_sources:
        words_source.note((), "there is no dialogue beside this file; add one, as thing_2.yaml")
    shared = [words_source, resources_source, activities_source]
    if today:
        in_common = zip((words, resources, activities), shared, strict=True)
        for model, source in (*in_common, *dialogues, *frameworks):
            if model:
                check_reading(model, source)
    raise_problems([*shared, *dialogue_sources, *framework_sources])

    assert words and resources and activities  # noqa: S101, PT018 - without one there is a problem
    return Content(
        {each.id: each for each in sorted((d for d, _ in dialogues), key=lambda d: d.order)},
        words,
        {resource.id: resource for resource in resources.resources},
        resources.topics,
        {each.id: each for each in sorted((f for f, _ in frameworks), key=lambda f: f.order)},
        {activity.id: activity for activity in activities.activities},
        operator,
        tuple(old_checks(resources, resources_source, today) if today else ()),
    )


_Model = TypeVar("_Model", Dialogue, Framework)


def _read_all(
    folder: Path, model: type[_Model], others: tuple[str, ...]
) -> tuple[list[tuple[_Model, Source]], list[Source]]:
    """Every file of one kind in a folder with its model, where it has one; and all their sources.

    ``others`` are files of another kind there.
    """
    paths = [path for path in sorted(folder.glob("*.yaml")) if path.name not in others]
    sources = [_read(path) for path in paths]
    built = [(build(source, model), source) for source in sources]
    return [(each, source) for each, source in built if each], sources


def _read(path: Path) -> Source:
    """One file, named in messages from the working folder when it is below it."""
    try:
        name = str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        name = str(path)
    return read(path, name)
