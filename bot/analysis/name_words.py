"""The lists of ``dialogues/names.yaml``, folded so that words can be compared with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.analysis.name_tokens import folded


@dataclass(frozen=True, slots=True)
class NameWords:
    """The lists of ``names.yaml``, which explains each; made by ``as_words``."""

    first: frozenset[str]
    titles: frozenset[str]
    kin: frozenset[str]
    never: frozenset[str]
    also_words: frozenset[str] = frozenset()
    no_subject: frozenset[str] = frozenset()
    only_capital: frozenset[str] = frozenset()
    last: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    belongings: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    ordinary: frozenset[str] = frozenset()


def as_words(lists: Mapping[str, Sequence[str]]) -> NameWords:
    """Return the lists of ``names.yaml`` as the rules for names take them."""
    return NameWords(**{name: frozenset(map(folded, words)) for name, words in lists.items()})
