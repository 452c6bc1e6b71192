"""What an author may write in ``dialogues/names.yaml``: lists of words, explained there."""

from __future__ import annotations

from bot.content.schema import Closed

Words = tuple[str, ...]


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
    never: Words
    no_subject: Words
