"""The models of a framework, and of the activities that learners sort.

A framework is a published model of leadership or management, told in our own words with its source
named. It is leafed through as *pages*: its own, one for each practice, one for each card.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from bot.content.models.base import Closed, Side
from bot.content.text_kinds import TEXT_PATTERN, Card, Id, Label, Prompt

PageId = Id
"""Of a framework, a practice or a card. No two in all files are the same."""

Setting = Literal["care_home", "home_care", "nursery", "social_work", "housing_support", "justice"]
"""Where somebody works. Their names for people are in ``common.yaml``."""

ShortText = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=TEXT_PATTERN)]


class Source(Closed):
    """Where the facts were read. ``resource`` is its link; ``page`` where in it, if it has any."""

    text: ShortText
    page: ShortText | None = None
    resource: Id | None = None


class SideText(Closed):
    """One side of a framework: its name there, and a card about it.

    ``brings`` is what comes of it, in a few words: a picture ends with it.
    """

    side: Side
    name: Label
    text: Card
    brings: ShortText | None = None


class PracticeExample(Closed):
    """Something that somebody did on an ordinary day."""

    setting: Setting
    text: Card


class Practice(Closed):
    """One named activity of a framework.

    ``what`` is one plain sentence. ``ours`` marks it as our own description, where the source has
    only the name. ``opposite`` is the practice of the other side that it is paired with.
    ``outcome`` is what it serves, where a source confirms it.
    """

    id: PageId
    side: Side
    name: Label
    what: Card
    ours: bool = False
    examples: Annotated[tuple[PracticeExample, ...], Field(min_length=2)]
    opposite: PageId | None = None
    outcome: Card | None = None


class FrameworkCard(Closed):
    """One more page of a framework: an idea of its source that is no practice."""

    id: PageId
    name: Label
    text: Card
    ours: bool = False


class Picture(Closed):
    """The framework as a table of two columns. ``alt`` says in words what the picture shows.

    ``rows`` are titles over the rows, where practices stand opposite to each other.
    """

    rows: tuple[ShortText, ...] = ()
    alt: Annotated[str, StringConstraints(min_length=20, max_length=900)]


class Framework(Closed):
    """One published model, a file each.

    ``year`` is text, because a page may be "about 2011". ``standing`` is what a reader must know
    before they rely on it: that it is old, or of another country.
    """

    id: PageId
    order: int
    name: Label
    title: ShortText
    author: ShortText
    year: ShortText
    source: Source
    licence: ShortText
    standing: Card | None = None
    summary: Annotated[tuple[Card, ...], Field(min_length=1)]
    sides: Annotated[tuple[SideText, ...], Field(min_length=1)]
    practices: Annotated[tuple[Practice, ...], Field(min_length=1)]
    cards: tuple[FrameworkCard, ...] = ()
    picture: Picture | None = None

    @property
    def leaves(self) -> tuple[Practice | FrameworkCard, ...]:
        """Return the practices and the cards: every page but the framework's own."""
        return (*self.practices, *self.cards)


class Activity(Closed):
    """Something done at work, for learners to sort. ``practices`` name why, the nearest first."""

    id: PageId
    setting: Setting
    side: Side
    text: Prompt
    practices: Annotated[tuple[PageId, ...], Field(min_length=1)]
    reason: Prompt


class Activities(Closed):
    """The whole of ``frameworks/activities.yaml``."""

    activities: Annotated[tuple[Activity, ...], Field(min_length=1)]
