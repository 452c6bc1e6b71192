"""The model of a link."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from bot.content.models.base import Closed
from bot.content.text_kinds import URL_PATTERN, Id, Label, Prompt


def _can_be_split(url: str) -> str:
    try:
        urlsplit(url).port  # noqa: B018 - reading it is what finds out
    except ValueError as error:
        raise PydanticCustomError("url", "is no web address; look at its host and port") from error
    return url


Url = Annotated[
    str,
    StringConstraints(pattern=URL_PATTERN, max_length=500),
    AfterValidator(_can_be_split),
]

OLD_AFTER = 10
"""Years after which a page is called old."""


class Topic(Closed):
    """A subject of links. ``label`` is its button."""

    id: Annotated[Id, StringConstraints(max_length=16)]
    label: Label


class Resource(Closed):
    """One page, book or body that a source names.

    ``status``: ``seen`` an archived copy of this very address was read and fits; ``not_verified``
    nothing was found there; ``print`` it is a book; ``closed`` whoever made it is no more.
    Learners are given ``address``: never a deep link that nobody has seen.
    ``year`` is when it was written, where that is known.
    """

    id: Id
    title: Annotated[str, StringConstraints(min_length=1, max_length=120)]
    author: Annotated[str, StringConstraints(min_length=1, max_length=120)] | None = None
    owner: Annotated[str, StringConstraints(min_length=1, max_length=80)]
    year: Annotated[int, Field(ge=1900, le=2100)] | None = None
    country: Literal["Scotland", "England", "UK", "international"]
    status: Literal["seen", "not_verified", "print", "closed"]
    url: Url | None = None
    front_page: Url | None = None
    checked_on: date
    topics: Annotated[tuple[Id, ...], Field(min_length=1)]
    why: Prompt
    note: Prompt | None = None

    @property
    def address(self) -> str | None:
        """Return the page itself when it was seen, else its owner's front page, else nothing."""
        return self.url if self.status == "seen" else self.front_page

    @property
    def is_old(self) -> bool:
        """Return whether it was written ten years or more before somebody last looked at it."""
        return self.year is not None and self.checked_on.year - self.year >= OLD_AFTER


class Resources(Closed):
    """The whole of ``frameworks/resources.yaml``."""

    topics: Annotated[tuple[Topic, ...], Field(min_length=1)]
    resources: tuple[Resource, ...]
