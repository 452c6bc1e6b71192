"""The files of a content folder, each read and built into its model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from string import Template
from typing import Any, Generic, TypeVar

from bot.content.checks.dialogues import check_dialogues, check_words
from bot.content.checks.library import (
    check_activities,
    check_frameworks,
    check_labels,
    check_resources,
    check_sentences,
    grown_old,
    page_labels,
)
from bot.content.checks.support import check_support
from bot.content.folders import DIALOGUES, FRAMEWORKS, LISTENING, WORDS
from bot.content.models.coaching import Coaching
from bot.content.models.dialogue import Dialogue
from bot.content.models.framework import Activities, Framework, Practice
from bot.content.models.labelled_sentences import Sentences
from bot.content.models.name_lists import Names
from bot.content.models.questions import Questions
from bot.content.models.resource import Resources
from bot.content.models.support import Support
from bot.content.readability import check_reading
from bot.content.validation import Model, build
from bot.content.words.words import Words
from bot.content.yaml_reader import Source, read
from bot.errors import ContentError

_UNDER_MESSAGES = frozenset(
    (
        *("more_on", "situation", "piece", "order_piece", "use_kept_out"),
        *("resident", "child", "colleague"),
        *("family", "not_name", "awarded", "waiting", "declined", "disagree", "something_else"),
        *("none_of_these", "no_name", "own_no", "wrote_it", "wrote_it_not"),
    )
)
"""Buttons that hang under messages and never stay on the keyboard: once they are not offered any
more, words that read so are somebody's own: “A colleague”."""


@dataclass(frozen=True, slots=True)
class One(Generic[Model]):
    """A file of which there is one. ``built`` is None when it has problems."""

    source: Source
    built: Model | None

    @property
    def model(self) -> Model:
        """Return the model of a file without problems: they are raised before this is asked."""
        if self.built is None:
            raise ContentError(self.source.problems)
        return self.built


def _one(path: Path, model: type[Model]) -> One[Model]:
    source = read_source(path)
    return One(source, build(source, model))


@dataclass(frozen=True, slots=True)
class Files:
    """All files of a folder with their models."""

    words: One[Words]
    coaching: One[Coaching]
    support: One[Support]
    questions: One[Questions]
    names: One[Names]
    resources: One[Resources]
    activities: One[Activities]
    sentences: One[Sentences]
    dialogues: list[tuple[Dialogue, Source]]
    dialogue_sources: list[Source]
    frameworks: list[tuple[Framework, Source]]
    framework_sources: list[Source]

    def grown_old(self, today: date) -> tuple[str, ...]:
        """Return a warning for each link and each number that nobody has looked at for long."""
        links, numbers = self.resources, self.support
        look, read = "run “coach links”", "read the number on its owner's page"
        return (
            *grown_old(links.model.resources, "resources", links.source, today, look),
            *grown_old(numbers.model.contacts, "contacts", numbers.source, today, read),
        )

    @classmethod
    def read(cls, folder: Path) -> Files:
        """Read and build everything."""
        dialogues, frameworks = folder / DIALOGUES, folder / FRAMEWORKS
        shared = (
            *(WORDS, LISTENING, "coaching.yaml"),
            *("support.yaml", "questions.yaml", "names.yaml"),
        )
        lists = ("resources.yaml", "activities.yaml", "sentences.yaml")
        found, dialogue_sources = _read_all(dialogues, Dialogue, shared)
        models, framework_sources = _read_all(frameworks, Framework, lists)
        return cls(
            words=_one(dialogues / WORDS, Words),
            coaching=_one(dialogues / "coaching.yaml", Coaching),
            support=_one(dialogues / "support.yaml", Support),
            questions=_one(dialogues / "questions.yaml", Questions),
            names=_one(dialogues / "names.yaml", Names),
            resources=_one(frameworks / "resources.yaml", Resources),
            activities=_one(frameworks / "activities.yaml", Activities),
            sentences=_one(frameworks / "sentences.yaml", Sentences),
            dialogues=found,
            dialogue_sources=dialogue_sources,
            frameworks=models,
            framework_sources=framework_sources,
        )

    @property
    def single(self) -> tuple[One[Any], ...]:
        """Every file of which there is one."""
        return (
            *(self.words, self.coaching, self.support, self.questions, self.names),
            *(self.resources, self.activities, self.sentences),
        )

    @property
    def sources(self) -> list[Source]:
        """Every file."""
        single = [each.source for each in self.single]
        return [*single, *self.dialogue_sources, *self.framework_sources]

    @property
    def is_whole(self) -> bool:
        """Whether no dialogue and no framework is unreadable, so that a name missing is missing."""
        read = len(self.dialogues) == len(self.dialogue_sources)
        return read and len(self.frameworks) == len(self.framework_sources)

    @property
    def practices(self) -> dict[str, Practice]:
        """Return the practices of all frameworks."""
        return {each.id: each for framework, _ in self.frameworks for each in framework.practices}

    def labels(self) -> Iterator[str]:
        """Yield the labels of the coach's own buttons, in small letters."""
        dialogues = [dialogue for dialogue, _ in self.dialogues]
        names = [{"name": dialogue.name} for dialogue in dialogues]
        steps = [{"label": step.label} for dialogue in dialogues for step in dialogue.steps]
        for name, label in self.words.model.buttons:
            filled = {"about": names, "change": steps, "add_to": steps}.get(name, [{}])
            if name not in _UNDER_MESSAGES:
                yield from (Template(label).substitute(each).casefold() for each in filled)

    def check(self) -> None:
        """Note the problems that one file's model cannot see."""
        words, resources = self.words.built, self.resources.built
        labels = [label for _, label in words.buttons] if words else []
        if words:
            check_words(words, self.words.source)
        if resources:
            check_resources(resources, self.resources.source)
        if self.support.built:
            check_support(self.support.built, self.support.source)
        known = {each.id for each in resources.resources} if resources else None
        check_dialogues(self.dialogues, known, labels)
        check_frameworks(self.frameworks, known)
        check_labels(page_labels(self.frameworks, resources, self.resources.source), labels)
        self._check_practices()
        if not self.dialogue_sources:
            what = "there is no dialogue beside this file; add one, as thing_2.yaml"
            self.words.source.note((), what)

    def _check_practices(self) -> None:
        """Note names of practices that there are none of."""
        if len(self.frameworks) < len(self.framework_sources):
            return  # some are unreadable, and would be missed here
        if self.activities.built:
            check_activities(self.activities.built, self.activities.source, self.practices)
        if self.sentences.built:
            check_sentences(self.sentences.built, self.sentences.source, self.practices)

    def check_reading(self) -> None:
        """Note each text that is not plain enough."""
        single = [(each.built, each.source) for each in self.single]
        for model, source in (*single, *self.dialogues, *self.frameworks):
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
            sources.append(read_source(path))
            if found := build(sources[-1], model):
                built.append((found, sources[-1]))
        elif not path.name.startswith((".", "_")) and path.is_file():
            sources.append(Source(_name(path)))
            sources[-1].note((), "only files that end with .yaml are read; rename it or move it")
    return built, sources


def read_source(path: Path) -> Source:
    """Return a YAML file as a source, named as its author knows it."""
    return read(path, _name(path))


def _name(path: Path) -> str:
    """Return how a file is named in messages: from the working folder when it is below it."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
