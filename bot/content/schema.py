"""What an author may write in a dialogue and in the list of resources.

Every model is closed (an unknown field is a mistake, named with the nearest right one) and frozen.
There is no code in YAML: a step is data, and the machine is built from the order of the steps.
These models are the plain data that the engine reads; a second set of classes beside them would
only repeat every field.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from bot.content.kinds import Card, Id, Label, Prompt, fills

StepId = Annotated[Id, StringConstraints(max_length=24)]
"""Shorter than others: it travels in the 64 bytes that a button in Telegram can carry."""

Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s/]+\.[^\s]+$", max_length=500)]


class Closed(BaseModel):
    """A model that takes the fields it names and no other, and never changes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Badge(Closed):
    """The Open Badge that a dialogue leads to, and the badge it counts towards."""

    name: str
    counts_towards: str


class Step(Closed):
    """One question. ``heading`` is the badge's criterion as it stands in the statement."""

    id: StepId
    label: Label
    heading: Annotated[str, StringConstraints(min_length=1, max_length=120)]
    question: Prompt
    hint: Prompt
    example: Card


class HandIn(Closed):
    """One way to hand the statement in, with the link that helps, if any."""

    text: Prompt
    resource: Id | None = None


About = Annotated[Card, fills("badge", "counts_towards")]


class Dialogue(Closed):
    """One guided reflection. ``min_words`` is the badge's own minimum for the statement."""

    id: Id
    name: Annotated[str, StringConstraints(min_length=1, max_length=24)]
    title: str
    order: int
    minutes: str
    badge: Badge
    min_words: Annotated[int, Field(ge=1, le=5000)]
    about: Annotated[tuple[About, ...], Field(min_length=1)]
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    hand_in: Annotated[tuple[HandIn, ...], Field(min_length=1)]
    resources: tuple[Id, ...]

    def step(self, step_id: str) -> Step | None:
        """The step of that id, or None for the welcome, the review, the statement or no step."""
        return next((step for step in self.steps if step.id == step_id), None)


class Topic(Closed):
    """What a group of links is about."""

    id: Id
    title: str


class Resource(Closed):
    """One link. Learners are given ``address``, never a deep link that nobody has seen."""

    id: Id
    title: str
    owner: str
    url: Url
    front_page: Url
    status: Literal["seen", "not_verified"]
    checked_on: date
    topic: Id
    why: Prompt
    note: Prompt | None = None

    @property
    def address(self) -> str:
        """The page itself when it was seen, its owner's front page when it was not."""
        return self.url if self.status == "seen" else self.front_page


class Resources(Closed):
    """The whole of ``frameworks/resources.yaml``."""

    topics: tuple[Topic, ...]
    resources: tuple[Resource, ...]
