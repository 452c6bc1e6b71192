"""What the coach knows beside its questions: how answers are read, what is not for a badge page.

Each is made ready, and its code read, at its first use: no start waits for what most turns of a
moment do not need.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bot.analysis.practice_scorer import CentroidNoticer, Example, Noticer
from bot.analysis.richness import PARTS, Signs
from bot.content.models.coaching import Coaching
from bot.content.models.name_lists import Names
from bot.content.models.questions import Questions
from bot.content.models.support import Support

if TYPE_CHECKING:
    from bot.analysis.faq import QA
    from bot.analysis.names import NameWords
    from bot.analysis.phrase_matcher import HarmWords


@dataclass(frozen=True)
class Knowledge:
    """What is written in the files around the dialogues."""

    coaching: Coaching
    support: Support
    questions: Questions
    names: Names
    examples: Sequence[Example]
    rivals: Sequence[frozenset[str]]

    @cached_property
    def noticer(self) -> Noticer:
        """Notices practices."""
        return CentroidNoticer(self.examples, self.rivals)

    @cached_property
    def signs(self) -> Signs:
        """Tells what an answer tells."""
        return Signs.of({part: getattr(self.coaching.signs, part) for part in PARTS})

    @cached_property
    def harm_words(self) -> HarmWords:
        """Finds words of harm."""
        from bot.analysis.harm import as_words  # noqa: PLC0415

        return as_words(self.support.signs)

    @cached_property
    def name_words(self) -> NameWords:
        """Finds what could be a name."""
        from bot.analysis.names import as_words  # noqa: PLC0415

        return as_words(self.names.model_dump())

    @cached_property
    def asks(self) -> tuple[QA, ...]:
        """The questions that learners ask the coach."""
        from bot.analysis.faq import QA  # noqa: PLC0415

        return tuple(QA(each.id, each.asks) for each in self.questions.questions)
