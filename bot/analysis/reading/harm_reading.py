"""What was read in a message of harm."""

from __future__ import annotations

from dataclasses import dataclass

from bot.content.models.harm_rows import Level


@dataclass(frozen=True, slots=True)
class HarmReading:
    """Harm that was read in a text: ``start`` to ``end`` are the characters of the words that tell
    of it.

    ``sort`` is one of ``CRISES`` or ``CONCERNS`` and ``about`` one of ``ABOUT``; both are empty
    where nothing was found. ``sure`` is whether it surely is about them, ``sure_sort`` whether a
    crisis surely is of that sort. Where words sound of harm, and the message tells that it was
    reported, seen to or long ago, the level is none, and sort and words are still given.
    ``told_on``: the writer told somebody who has to know. ``signed``: a sign of harm is in
    the words. ``doubtful``: it is as likely an ordinary day
    that only sounds like it.
    """

    level: Level
    sort: str
    about: str
    start: int
    end: int
    sure: bool = False
    sure_sort: bool = False
    signed: bool = False
    doubtful: bool = False
    told_on: bool = False
    knocked: bool = False
    """Whether somebody who is looked after hit the writer, and nothing tells of more."""


NO_HARM = HarmReading("none", "", "", 0, 0)
