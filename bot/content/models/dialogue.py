"""The model of a dialogue.

Every model is closed (an unknown field is a mistake, named with the nearest right one) and frozen.
There is no code in YAML: a step is data, and the machine is built from the order of the steps.
These models are the plain data that the engine reads; a second set of classes beside them would
only repeat every field.

What the series is known to need and no dialogue here uses yet has its place: advice to do another
Thing first, an edition with a badge page of its own and a task to do before are fields of a
Dialogue; a choice of two statements is a ``ChoiceStep`` whose choices go different ways.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, StringConstraints, Tag

from bot.content.models.base import Closed, Side
from bot.content.models.parts import PartName
from bot.content.text_kinds import WORD_PATTERN, Card, Id, Label, Prompt, fills

Heading = Annotated[str, StringConstraints(min_length=1, max_length=120)]

REVIEW = "review"
"""Where the last step leads. A step or a choice may lead there too."""


class Criterion(Closed):
    """One point that a badge asks for. Steps name the ``id`` of the one they answer.

    ``side`` is what it asks about, where it is one: then practices are noticed in the answer.
    """

    id: Id
    text: Prompt
    side: Side | None = None


class Edition(Closed):
    """One of several badge pages of a badge, and whose work it is for."""

    id: Id
    label: Label
    resource: Id


class Badge(Closed):
    """The Open Badge that a dialogue leads to, the badge it counts towards, what it asks for.

    ``editions`` are its badge pages, where the learner's work decides which one is right.
    """

    name: str
    editions: tuple[Edition, ...] = ()
    counts_towards: str
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1)]


class WordsStep(Closed):
    """A question to answer in one's own words.

    ``heading`` is the badge's criterion as it stands in the statement. ``then`` is the step that
    follows, when it is not the next one of the file. ``needs`` are the parts that a reader needs to
    be told, the one that is missed most first; of several in one line any will do. Without them no
    question follows an answer. ``called`` is what learners call the step, beside its id and label.
    ``in_short`` is the question in a few words, where a channel has room for no more.
    """

    id: Id
    label: Label
    heading: Heading
    question: Prompt
    hint: Prompt
    example: Card
    criterion: Id | None = None
    then: Id | None = None
    needs: tuple[PartName | tuple[PartName, ...], ...] = ()
    called: tuple[Annotated[str, StringConstraints(pattern=WORD_PATTERN)], ...] = ()
    in_short: Annotated[str, StringConstraints(max_length=64)] = ""


class Choice(Closed):
    """One thing to pick. ``to`` is the step that it leads to, when it goes a way of its own."""

    id: Id
    label: Label
    to: Id | None = None


class ChoiceStep(Closed):
    """A question to answer by a press: pick one, or with ``many`` as many as apply.

    With a ``heading`` the picks stand beside it in the statement; without one they only lead on.
    """

    id: Id
    label: Label
    heading: Heading | None = None
    question: Prompt
    hint: Prompt
    choices: Annotated[tuple[Choice, ...], Field(min_length=2, max_length=12)]
    many: bool = False
    then: Id | None = None


KINDS_OF_STEP = "a step of words", "a step of choices"
"""How pydantic names the two in its complaints. No key of a file has a space in it."""


def _kind_of_step(value: Any) -> str:
    given = value if isinstance(value, dict) else vars(value) if hasattr(value, "id") else {}
    return KINDS_OF_STEP["choices" in given]


Step = WordsStep | ChoiceStep

_Step = Annotated[
    Annotated[WordsStep, Tag(KINDS_OF_STEP[0])] | Annotated[ChoiceStep, Tag(KINDS_OF_STEP[1])],
    Discriminator(_kind_of_step),
]


class HandIn(Closed):
    """One way to hand the statement in, or to use it, with the link that helps, if any."""

    text: Prompt
    resource: Id | None = None


About = Annotated[Card, fills("badge", "counts_towards")]

DialogueId = Annotated[Id, StringConstraints(max_length=24)]


class Dialogue(Closed):
    """One guided reflection.

    ``makes`` is what comes of it. ``min_words`` is the badge's own minimum, 0 where nobody asks for
    one. ``warm_up`` is offered before the first question.
    """

    id: DialogueId
    name: Annotated[str, StringConstraints(min_length=1, max_length=24)]
    title: str
    order: int
    minutes: str
    makes: Literal["statement", "profile"] = "statement"
    badge: Badge | None = None
    min_words: Annotated[int, Field(ge=0, le=5000)] = 0
    warm_up: Literal["sort"] | None = None
    about: Annotated[tuple[About, ...], Field(min_length=1)]
    steps: Annotated[tuple[_Step, ...], Field(min_length=1)]
    hand_in: Annotated[tuple[HandIn, ...], Field(min_length=1)]
    resources: tuple[Id, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Step]:
        """Return the steps by their ids: the welcome, the review and the statement are none."""
        return {step.id: step for step in self.steps}

    def side_of(self, step_id: str) -> Side | None:
        """Return the side that a step asks about, None where it asks about none."""
        step = self.by_id.get(step_id)
        if self.badge is None or not isinstance(step, WordsStep):
            return None
        return next((each.side for each in self.badge.criteria if each.id == step.criterion), None)

    @cached_property
    def called(self) -> Mapping[str, tuple[str, ...]]:
        """Return what learners call each step, in small letters. Of steps that say so alone."""
        return {
            step.id: (*dict.fromkeys((step.label.casefold(), step.id, *step.called)),)
            for step in self.steps
            if isinstance(step, WordsStep) and step.called
        }

    @cached_property
    def _ways(self) -> dict[str, dict[str, str]]:
        following = [*(each.id for each in self.steps[1:]), REVIEW]
        ways = dict[str, dict[str, str]]()
        for step, after in zip(self.steps, following, strict=True):
            ways[step.id] = {"": step.then or after}
            for choice in step.choices if isinstance(step, ChoiceStep) else ():
                if choice.to:
                    ways[step.id][choice.id] = choice.to
        return ways

    def ways(self, step: Step) -> Mapping[str, str]:
        """Return where a step leads: by the id of each choice with its own way, and by ``""`` else.

        The last step of the file leads to ``REVIEW`` when it does not say otherwise.
        """
        return self._ways[step.id]

    def way(self, step_id: str, picks: Mapping[str, Sequence[str]]) -> str:
        """Return where a step leads by the picks there: step id → choice ids."""
        ways = self._ways[step_id]
        return ways[next((each for each in picks.get(step_id, ()) if each in ways), "")]

    def route(self, picks: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
        """Return the ids of the steps that a learner meets, in order, by their picks."""
        return self._way_of(picks) if picks else self._usual_way

    @cached_property
    def _usual_way(self) -> tuple[str, ...]:
        """The way of who has picked nothing."""
        return self._way_of({})

    def _way_of(self, picks: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
        found, here = list[str](), self.steps[0].id
        while here in self._ways and here not in found:
            found.append(here)
            here = self.way(here, picks)
        return tuple(found)
