"""Checks that the model of ``listening.yaml`` cannot make: lines that stand twice, lines that ask
two things, quotes without marks, practices and steps that there are not.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from bot.content.checks.dialogues import once
from bot.content.models.listening import Listening
from bot.content.models.listening_harm import ABOUT
from bot.content.models.listening_lines import TYPED, ForWords
from bot.content.readability import texts
from bot.content.validation import nearest
from bot.content.yaml_reader import Place, Source

_SENTENCE = re.compile(r"(?<=[.?!:])\s+")

_BARE_SLOT = re.compile(rf"(?<!“)\$(?:{'|'.join((*TYPED, 'label'))})\b")

RETURNS = ("welcome", "review", "statement")
"""Where somebody can be, beside the steps."""


def check_listening(
    listening: Listening, source: Source, practices: Collection[str], steps: Collection[str]
) -> None:
    """Each line once, each question new, each name known.

    ``practices`` and ``steps`` are the ids of all frameworks and of all dialogues.
    """
    lines = [(place, text) for place, text, _ in texts(listening)]
    once([(place, text.casefold()) for place, text in lines], source)
    once(list(_questions(lines)), source)
    for place, text in lines:
        for what in _wrong(text):
            source.note(place, what)
    places = (*steps, *RETURNS)
    _check_names(listening.named, practices, ("named",), source)
    _check_names(listening.asked, steps, ("asked",), source)
    _check_names(listening.smaller, steps, ("smaller",), source)
    _check_names(listening.once_more, steps, ("once_more",), source)
    _check_names(listening.kinds.not_understood, places, ("kinds", "not_understood"), source)
    for level in ("crisis", "concern"):
        for whom in ABOUT:
            if whom not in getattr(listening.harm, level):
                source.note(("harm", level), f"“{whom}” is missing; add it with “unsure”")
    _check_words(listening.bare.words, ("bare", "words"), source)
    _check_words(listening.kinds.word_meant, ("kinds", "word_meant"), source)


def _questions(lines: list[tuple[Place, str]]) -> Iterator[tuple[Place, str]]:
    """Every question: what stands behind a colon is one by itself."""
    for place, text in lines:
        for sentence in _SENTENCE.split(text):
            if sentence.endswith("?"):
                yield place, sentence.casefold()


def _wrong(text: str) -> Iterator[str]:
    if text.count("?") > 1:
        yield "a line asks one thing; make it two lines"
    if "$question" in text and ("?" in text or not text.endswith("$question")):
        yield "$question is the only question of a line, and stands at its end"
    if found := _BARE_SLOT.search(text):
        yield f"{found[0]} stands in “ ”, so that their words are told from ours"


def _check_names(
    found: Collection[str], known: Collection[str], place: Place, source: Source
) -> None:
    for each in found:
        if each not in known:
            source.note((*place, each), f"there is no “{each}”{nearest(each, list(known))}")


def _check_words(entries: tuple[ForWords, ...], place: Place, source: Source) -> None:
    """Each word for which there is a line, once."""
    once([((*place, i), word) for i, each in enumerate(entries) for word in each.words], source)
