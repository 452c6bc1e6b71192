"""The words of ``dialogues/common.yaml`` around frameworks, links, sorting and dialogues."""

from __future__ import annotations

from typing import Annotated

from bot.content.models.base import Closed
from bot.content.text_kinds import Help, Label, Plain, Prompt, fills


class ResourceWords(Closed):
    """The answer to /resources."""

    ask: Plain
    for_this: Annotated[Prompt, fills("name")]
    topic: Annotated[Prompt, fills("topic")]
    found: Annotated[Prompt, fills("typed")]
    some: Annotated[Prompt, fills("first", "last", "total")]
    none_found: Annotated[Prompt, fills("typed")]
    entry: Annotated[Prompt, fills("title", "who", "why")]
    front_page: Plain
    no_page: Plain
    closed: Plain
    print: Plain
    old: Annotated[Prompt, fills("year")]
    england: Plain
    end: Plain


class Learn(Closed):
    """The answer to /learn: leafing through the frameworks."""

    title: Plain
    entry: Annotated[Prompt, fills("name", "title")]
    by: Annotated[Prompt, fills("author", "year")]
    source: Annotated[Prompt, fills("source")]
    page: Annotated[Prompt, fills("source", "page")]
    place: Annotated[Prompt, fills("framework", "side")]
    outcome: Annotated[Help, fills("outcome")]
    opposite: Annotated[Prompt, fills("name")]
    ideas: Annotated[Prompt, fills("framework")]
    ours: Plain
    example: Annotated[Help, fills("setting", "text")]
    none_found: Annotated[Prompt, fills("typed")]


class Sides(Closed):
    """The names of the sides inside a sentence."""

    management: Label
    leadership: Label
    both: Label


class Settings(Closed):
    """The names of the places of work."""

    care_home: Label
    home_care: Label
    nursery: Label
    social_work: Label
    housing_support: Label
    justice: Label


class Sort(Closed):
    """The answer to /sort."""

    intro: Plain
    ask: Annotated[Prompt, fills("number", "total", "text")]
    same: Annotated[Prompt, fills("side", "practices", "reason")]
    other: Annotated[Prompt, fills("side", "practices", "reason")]
    two: Annotated[Prompt, fills("first", "second")]
    skipped: Plain
    kept: Plain
    done: Plain
    left: Plain


class Things(Closed):
    """The answer to /things: every dialogue, and how far each has come."""

    title: Plain
    entry: Annotated[Prompt, fills("title", "state")]
    here: Plain
    new: Annotated[Prompt, fills("minutes")]
    in_progress: Annotated[Prompt, fills("saved")]
    ready: Plain
    submitted: Plain
