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
    check_labels,
    check_resources,
    old_checks,
    page_labels,
)
from bot.content.loader import Source, build, raise_problems, read
from bot.content.reading import check_reading
from bot.content.resources import Resource, Resources, Topic
from bot.content.schema import Dialogue
from bot.content.words import Words
from bot.errors import ContentError, Problem

DIALOGUES, WORDS = "dialogues", "common.yaml"
NAMES, SUPPORT, QUESTIONS = "names.yaml", "support.yaml", "questions.yaml"
FRAMEWORKS, RESOURCES, ACTIVITIES = "frameworks", "resources.yaml", "activities.yaml"
SENTENCES = "sentences.yaml"


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
    if not (folder / DIALOGUES).is_dir():
        what = "there is no dialogues/ in it; name the folder with dialogues/ and frameworks/"
        raise ContentError([Problem(str(folder), 1, what)])
    files = _Files.read(folder)
    files.check()
    if today:
        files.check_reading()
    raise_problems(files.sources)
    words, resources, activities = files.words, files.resources, files.activities
    assert words and resources and activities  # noqa: S101, PT018 - without one there is a problem
    return Content(
        {each.id: each for each in sorted((d for d, _ in files.dialogues), key=lambda d: d.order)},
        words,
        {resource.id: resource for resource in resources.resources},
        resources.topics,
        {each.id: each for each in sorted((f for f, _ in files.frameworks), key=lambda f: f.order)},
        {activity.id: activity for activity in activities.activities},
        operator,
        tuple(old_checks(resources, files.resources_source, today) if today else ()),
    )


@dataclass(frozen=True, slots=True)
class _Files:
    """All files of a folder with their models. A model that cannot be built is missing."""

    words: Words | None
    words_source: Source
    resources: Resources | None
    resources_source: Source
    activities: Activities | None
    activities_source: Source
    dialogues: list[tuple[Dialogue, Source]]
    dialogue_sources: list[Source]
    frameworks: list[tuple[Framework, Source]]
    framework_sources: list[Source]

    @classmethod
    def read(cls, folder: Path) -> _Files:
        """Read and build everything."""
        words = _read(folder / DIALOGUES / WORDS)
        resources = _read(folder / FRAMEWORKS / RESOURCES)
        activities = _read(folder / FRAMEWORKS / ACTIVITIES)
        others = (WORDS, NAMES, SUPPORT, QUESTIONS)
        return cls(
            *(build(words, Words), words),
            *(build(resources, Resources), resources),
            *(build(activities, Activities), activities),
            *_read_all(folder / DIALOGUES, Dialogue, others),
            *_read_all(folder / FRAMEWORKS, Framework, (RESOURCES, ACTIVITIES, SENTENCES)),
        )

    @property
    def sources(self) -> list[Source]:
        """Every file."""
        shared = [self.words_source, self.resources_source, self.activities_source]
        return [*shared, *self.dialogue_sources, *self.framework_sources]

    def check(self) -> None:
        """What one file's schema cannot see."""
        labels = [label for _, label in self.words.buttons] if self.words else []
        if self.words:
            check_words(self.words, self.words_source)
        if self.resources:
            check_resources(self.resources, self.resources_source)
        known = {each.id for each in self.resources.resources} if self.resources else None
        check_dialogues(self.dialogues, known, labels)
        check_frameworks(self.frameworks, known)
        check_labels(page_labels(self.frameworks, self.resources, self.resources_source), labels)
        practices = {
            each.id: each for framework, _ in self.frameworks for each in framework.practices
        }
        all_read = len(self.frameworks) == len(self.framework_sources)
        if self.activities and all_read:
            check_activities(self.activities, self.activities_source, practices)
        if not self.dialogue_sources:
            what = "there is no dialogue beside this file; add one, as thing_2.yaml"
            self.words_source.note((), what)

    def check_reading(self) -> None:
        """Whether each text is plain enough."""
        shared = (
            (self.words, self.words_source),
            (self.resources, self.resources_source),
            (self.activities, self.activities_source),
        )
        for model, source in (*shared, *self.dialogues, *self.frameworks):
            if model:
                check_reading(model, source)


_Model = TypeVar("_Model", Dialogue, Framework)


def _read_all(
    folder: Path, model: type[_Model], others: tuple[str, ...]
) -> tuple[list[tuple[_Model, Source]], list[Source]]:
    """Every file of one kind in a folder with its model, where it has one; and all their sources.

    ``others`` are files of another kind there.
    """
    paths = [path for path in sorted(folder.glob("*")) if path.name not in others]
    sources, built = list[Source](), list[tuple[_Model, Source]]()
    for path in paths:
        if path.suffix == ".yaml":
            sources.append(_read(path))
            if found := build(sources[-1], model):
                built.append((found, sources[-1]))
        elif not path.name.startswith((".", "_")) and path.is_file():
            sources.append(Source(_name(path)))
            sources[-1].note((), "only files that end with .yaml are read; rename it or move it")
    return built, sources


def _read(path: Path) -> Source:
    return read(path, _name(path))


def _name(path: Path) -> str:
    """How a file is named in messages: from the working folder when it is below it."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
