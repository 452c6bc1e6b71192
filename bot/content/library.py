"""Everything the coach can say and ask, in one frozen object."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from bot.content.models.coaching import Coaching
from bot.content.models.dialogue import Dialogue
from bot.content.models.framework import Activity, Framework, Practice
from bot.content.models.labelled_sentences import Sentence
from bot.content.models.name_lists import Names
from bot.content.models.questions import Questions
from bot.content.models.resource import Resource, Topic
from bot.content.models.support import Support
from bot.content.weights import load_table
from bot.content.words.words import Words

if TYPE_CHECKING:
    from bot.content.models.harm_rows import HarmWords
    from bot.content.models.listening import Listening


@dataclass(frozen=True, slots=True)
class Operator:
    """Who runs this coach, empty when nobody has said; and for how many months after the last visit
    they keep words, None for no end."""

    name: str = ""
    contact: str = ""
    keep_months: int | None = None


NOBODY = Operator()


@dataclass(frozen=True, eq=False)  # it is itself and no other, so a key of a cache
class Content:
    """Dialogues and frameworks in their order, the words they share, links, activities to sort, the
    lists that texts are read with, and who runs this.

    ``practices`` are those of all frameworks, ``labels`` those of all buttons that may stay on a
    screen, in small letters. ``warnings`` are for authors: what is no mistake yet.
    """

    dialogues: Mapping[str, Dialogue]
    words: Words
    resources: Mapping[str, Resource]
    topics: tuple[Topic, ...]
    frameworks: Mapping[str, Framework]
    activities: Mapping[str, Activity]
    practices: Mapping[str, Practice]
    coaching: Coaching
    support: Support
    questions: Questions
    names: Names
    sentences: tuple[Sentence, ...]
    folder: Path
    labels: frozenset[str] = frozenset()
    operator: Operator = NOBODY
    warnings: tuple[str, ...] = ()
    common: Content | None = None
    """What several operators share, with all that is made of it."""

    def run_by(self, operator: Operator) -> Content:
        """Return the same content for another operator. What it is made into is made once."""
        return replace(self, operator=operator, common=self.common or self)

    @cached_property
    def listening(self) -> Listening:
        """Return the coach's lines when it has listened. Raises ContentError.

        Like all that reads a message it is loaded at first use: no first question waits for it.
        """
        if self.common:
            return self.common.listening
        from bot.content.listening_files import load_listening  # noqa: PLC0415 - at first use

        return load_listening(self.folder)

    def table(self, name: str) -> str:
        """Return a learned table as text, which nobody keeps: it is parsed once. Raises
        ContentError."""
        return load_table(self.folder, name)

    @cached_property
    def harm_words(self) -> HarmWords:
        """Return the words by which harm is read. Raises ContentError."""
        if self.common:
            return self.common.harm_words
        from bot.content.harm_files import read_harm_words  # noqa: PLC0415 - at first use

        return read_harm_words(self.folder)

    @property
    def first(self) -> Dialogue:
        """Return the dialogue that a newcomer meets."""
        return next(iter(self.dialogues.values()))


def shipped_folder() -> Path:
    """Return the folder of the content that comes with the coach: a checkout, or in the wheel."""
    package = Path(__file__).parent.parent
    inside = package / "_shipped"
    return inside if inside.is_dir() else package.parent
