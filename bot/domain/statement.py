"""Answers in, the headed statement out.

The invariant: the body is the learner's messages, in the order of the steps and as typed, with
nothing between them but blank lines, and no word of ours. Only the headings are the badge's, with
the labels of what was picked beside them.
Proved in ``tests/domain/test_statement.py`` and for every random conversation in
``tests/engine/test_engine_properties.py``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.content.models.dialogue import ChoiceStep, Dialogue, Step
from bot.domain.conversation import Attempt, Conversation
from bot.domain.messages import Message, joined


@dataclass(frozen=True)
class Section:
    """One criterion and the learner's messages under it, or what they picked beside it.

    ``needed`` is false for words at a step that the learner's picks no longer lead to: they stay.
    """

    step: Step
    messages: Sequence[Message] = ()
    picks: tuple[str, ...] = ()
    needed: bool = True
    words: int = 0
    """Own words in this answer."""

    @property
    def heading(self) -> str:
        """Ours: the criterion, and the labels of what was picked."""
        return (
            f"{self.step.heading}: {', '.join(self.picks)}"
            if self.picks
            else str(self.step.heading)
        )

    @property
    def is_answered(self) -> bool:
        """Whether there are words, or picks where picks are asked for."""
        return bool(self.words or self.picks)

    @cached_property
    def text(self) -> str:
        """The answer: the messages as typed, a blank line between two."""
        return joined(self.messages)


@dataclass(frozen=True)
class Statement:
    """The statement of one attempt, ready or not."""

    dialogue: Dialogue
    sections: tuple[Section, ...]

    @cached_property
    def own_words(self) -> int:
        """All own words, the situation included. Headings count nothing."""
        return sum([section.words for section in self.sections])

    @property
    def to_go(self) -> int:
        """How many words are still needed, 0 when there are enough."""
        return max(0, self.dialogue.min_words - self.own_words)

    @property
    def written(self) -> tuple[Section, ...]:
        """The sections that have messages or picks: the ones that are shown."""
        return tuple(section for section in self.sections if section.messages or section.picks)

    @cached_property
    def missing(self) -> tuple[Step, ...]:
        """The steps on the learner's way that have no answer yet."""
        return tuple(
            section.step for section in self.sections if section.needed and not section.is_answered
        )

    @property
    def ready(self) -> bool:
        """Enough words, and words under every heading. Nothing else makes a statement ready."""
        return not self.to_go and not self.missing


def assemble(dialogue: Dialogue, conversation: Conversation, attempt: Attempt) -> Statement:
    """The statement of an attempt as it stands now."""
    route, sections = dialogue.route(attempt.picks), list[Section]()
    answers = conversation.messages.answers(attempt.number)
    for step in dialogue.steps:
        on_route = step.id in route
        if isinstance(step, ChoiceStep):
            if on_route and step.heading:
                sections.append(Section(step, picks=picked(step, attempt)))
            continue
        answer, words = answers.get(step.id, ((), 0))
        if on_route or answer:
            sections.append(Section(step, answer, needed=on_route, words=words))
    return Statement(dialogue, tuple(sections))


def picked(step: ChoiceStep, attempt: Attempt) -> tuple[str, ...]:
    """The labels of what was picked at a step, in the order of the step's choices."""
    ids = attempt.picks.get(step.id, ())
    return tuple(choice.label for choice in step.choices if choice.id in ids)
