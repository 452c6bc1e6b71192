"""The authors' lists, made ready to read texts with.

Each is made at its first use, and the code for it is imported then: no start waits for what most
turns do not need.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from bot.analysis.richness import PARTS, Signs
from bot.content.library import Content

if TYPE_CHECKING:
    from bot.analysis.faq import QA
    from bot.analysis.name_words import NameWords
    from bot.analysis.phrase_matcher import HarmWords
    from bot.analysis.practice_scorer import Example, Noticer


@dataclass(frozen=True)
class Knowledge:
    """Everything that is compiled from one content. Get it with ``Knowledge.of``."""

    content: Content

    @classmethod
    def of(cls, content: Content) -> Knowledge:
        """Return the knowledge of a content: one object for as long as the content is in use."""
        return _knowledge_of(content)

    @cached_property
    def noticer(self) -> Noticer:
        """The noticer of practices."""
        from bot.analysis.practice_scorer import CentroidNoticer

        frameworks = self.content.frameworks.values()
        rivals = [frozenset(each.id for each in one.practices) for one in frameworks]
        return CentroidNoticer(self._examples(), rivals)

    def _examples(self) -> list[Example]:
        """The labelled sentences, and the frameworks' own examples.

        Only of practices that sentences were sorted for: a few examples alone teach too little.
        """
        from bot.analysis.practice_scorer import Example

        sentences = self.content.sentences
        sorted_for = {practice for each in sentences for practice in each.practices}
        own = [
            Example(example.text, (each.id,))
            for each in self.content.practices.values()
            if each.id in sorted_for
            for example in each.examples
        ]
        return [*own, *(Example(each.text, each.practices) for each in sentences)]

    @cached_property
    def signs(self) -> Signs:
        """The patterns of the words that tell each part of an event."""
        signs = self.content.coaching.signs
        return Signs.of({part: getattr(signs, part) for part in PARTS})

    @cached_property
    def harm_words(self) -> HarmWords:
        """The phrases that tell of harm."""
        from bot.analysis.harm import as_words

        return as_words(self.content.support.signs)

    @cached_property
    def name_words(self) -> NameWords:
        """The lists by which a name is told from a word."""
        from bot.analysis.name_words import as_words

        return as_words(self.content.names.model_dump())

    @cached_property
    def asks(self) -> tuple[QA, ...]:
        """The questions that learners ask the coach, in every way of asking."""
        from bot.analysis.faq import QA

        return tuple(QA(each.id, each.asks) for each in self.content.questions.questions)


@lru_cache(maxsize=4)
def _knowledge_of(content: Content) -> Knowledge:
    return Knowledge(content)
