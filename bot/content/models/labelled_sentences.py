"""The model of ``frameworks/sentences.yaml``: sentences with the practices that they are of."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from bot.content.models.base import Closed
from bot.content.models.framework import PageId
from bot.content.text_kinds import TEXT_PATTERN


class Sentence(Closed):
    """A sentence of somebody who did something; ``practices`` is empty for *nothing here*."""

    text: Annotated[str, StringConstraints(min_length=3, max_length=400, pattern=TEXT_PATTERN)]
    practices: tuple[PageId, ...]


class Sentences(Closed):
    """The whole of ``frameworks/sentences.yaml``."""

    sentences: Annotated[tuple[Sentence, ...], Field(min_length=1)]
