"""The lists of ``dialogues/names.yaml``, folded so that words can be compared with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.analysis.name_tokens import Token, folded


@dataclass(frozen=True)
class NameWords:
    """The lists of ``names.yaml``, which explains each; made by ``as_words``.

    What is made of them is made once, at its first use.
    """

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

    @cached_property
    def names(self) -> frozenset[str]:
        """Every first name, also one that is a word."""
        return self.first | self.only_capital | self.also_words

    @cached_property
    def persons(self) -> frozenset[str]:
        """Words for people: a resident, a sister."""
        return self.people | self.kin

    @cached_property
    def no_name(self) -> frozenset[str]:
        """Words that are no name by themselves, even with a capital letter."""
        return self.persons | self.things | self.never

    @cached_property
    def words(self) -> frozenset[str]:
        """Names that mean something else with a small letter."""
        return self.no_name | self.ordinary | self.belongings | self.also_words | self.only_capital

    def may_begin(self, tokens: Sequence[Token]) -> frozenset[int]:
        """Return the places of the words that a rule may take for the first of a name: no other is
        tried."""
        known = self.beginnings
        return frozenset([i for i, w in enumerate(tokens) if w.capital or w.fold in known])

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """Words that can begin a name without a capital letter: “dr”, “jean”, “marys”."""
        return self.titles | self.names | {f"{name}s" for name in self.names}

    @cached_property
    def openings(self) -> frozenset[str]:
        """The first words of the expressions that are no name."""
        return frozenset(each.partition(" ")[0] for each in self.never if " " in each)

    def expressions_in(self, tokens: Sequence[Token]) -> frozenset[int]:
        """Return the places of the words of expressions that are no name, such as “Burns Night”."""
        found, openings = set[int](), self.openings
        for index in [at for at, word in enumerate(tokens) if word.fold in openings]:
            expression = tokens[index].fold
            for last in range(index + 1, min(index + 4, len(tokens))):
                expression += " " + tokens[last].fold
                if expression in self.never:
                    found.update(range(index, last + 1))
        return frozenset(found)

    def owner(self, fold: str) -> str:
        """Return the name in “marys”, typed without an apostrophe; "" for none."""
        name = fold.removesuffix("s")
        taken = fold in self.names or fold in self.no_name or fold in self.last
        return name if name != fold and name in self.first and not taken else ""


def as_words(lists: Mapping[str, Sequence[str]]) -> NameWords:
    """Return the lists of ``names.yaml`` as the rules for names take them."""
    return NameWords(**{name: frozenset(map(folded, words)) for name, words in lists.items()})
