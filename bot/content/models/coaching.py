"""The model of ``dialogues/coaching.yaml``: what is looked for in an answer as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from bot.content.models.base import Closed
from bot.content.text_kinds import Id

Phrases = Annotated[tuple[str, ...], Field(min_length=1)]


class Sign(Closed):
    """One kind of thing by which somebody is known, and how surely: 2 is enough by itself."""

    sure: Annotated[int, Field(ge=1, le=3)]
    phrases: Phrases


class ShowsWho(Closed):
    """Signs that show who somebody is without a name.

    ``words`` are lists that phrases name as ``<list>``, ``people`` tell that somebody is told of,
    ``own`` that it is the writer, ``ordinary`` are phrases in which a sign shows nobody. What comes
    with one of ``confided`` is told in confidence.
    """

    words: Mapping[Id, Phrases]
    people: Phrases
    own: Phrases
    signs: Mapping[Id, Sign]
    ordinary: Phrases
    confided: Phrases


class Coaching(Closed):
    """The whole of ``dialogues/coaching.yaml``."""

    shows_who: ShowsWho
    another: Phrases
