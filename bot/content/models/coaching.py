"""The model of ``dialogues/coaching.yaml``: how an answer is read, and what is asked next."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bot.content.models.base import Closed
from bot.content.text_kinds import Prompt

Phrases = Annotated[tuple[str, ...], Field(min_length=1)]

Questions = Annotated[tuple[Prompt, ...], Field(min_length=3)]


class PartSigns(Closed):
    """Words that tell each part of what happened."""

    act: Phrases
    who: Phrases
    change: Phrases
    tell: Phrases
    role: Phrases


class AskedBy(Closed):
    """Words by which a question asks for a part; without any it asks for an act."""

    who: Phrases
    change: Phrases
    tell: Phrases
    role: Phrases


class PartQuestions(Closed):
    """Questions for what is missing, when no practice is known."""

    act: Questions
    who: Questions
    change: Questions
    tell: Questions
    role: Questions


class SidePhrases(Closed):
    """Phrases by which people say that there was none of it."""

    leadership: Phrases
    management: Phrases


class SideLines(Closed):
    """One text for each side."""

    leadership: Prompt
    management: Prompt


class Coaching(Closed):
    """The whole of ``dialogues/coaching.yaml``."""

    signs: PartSigns
    asked_by: AskedBy
    follow_ups: PartQuestions
    denials: SidePhrases
    lines: SideLines
    smaller: SideLines
    public: Phrases
    another: Phrases
