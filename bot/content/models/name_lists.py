"""The model of ``dialogues/names.yaml``: lists of words, explained there."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from bot.content.models.base import Closed


def _words(text: object) -> object:
    """The words of a list, which is one text: 4,000 scalars of YAML would hold up every start."""
    if not isinstance(text, str):
        return text
    return tuple(word for each in text.split(",") if (word := " ".join(each.split())))


Words = Annotated[tuple[str, ...], BeforeValidator(_words)]


class Names(Closed):
    """The whole of ``dialogues/names.yaml``."""

    titles: Words
    kin: Words
    people: Words
    things: Words
    belongings: Words
    before: Words
    after: Words
    also_words: Words
    only_capital: Words
    last: Words
    first: Words
    ordinary: Words
    never: Words
    no_subject: Words
