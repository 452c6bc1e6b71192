"""The model of ``dialogues/coaching.yaml``: what is looked for in an answer as it stands."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bot.content.models.base import Closed

Phrases = Annotated[tuple[str, ...], Field(min_length=1)]


class Coaching(Closed):
    """The whole of ``dialogues/coaching.yaml``."""

    public: Phrases
    another: Phrases
