"""Names that the learner has told of, wherever they come again: in any spelling and any case."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.analysis.name_rules import Finder
from bot.analysis.name_tokens import SPACES, STOPS, Token, tokens
from bot.analysis.name_words import NameWords

_LONGEST = 6
"""The most words that are taken together for a name that no rule finds."""

_SHORT = 3


@dataclass(frozen=True, slots=True)
class ToldName:
    """Where a name stands, a title and a surname included, and what it is known by."""

    start: int
    end: int
    known_by: str


def name_key(name: str) -> str:
    """Return what all spellings of a name have in common: "mrs campbell" of "Mrs. Campbell's"."""
    return " ".join(each.fold for each in tokens(name))


def find_told_names(
    text: str, words: NameWords, known: Callable[[str], str]
) -> tuple[ToldName, ...]:
    """Return where the names stand that are told, in order and apart.

    ``known`` says what a spelling is known by, "" for nothing. It is asked for the key, and for the
    letters as they stand.
    """
    return tuple(_Search(text, words, known).found())


class _Search:
    def __init__(self, text: str, words: NameWords, known: Callable[[str], str]) -> None:
        self.text, self.words, self.known = text, words, known
        self.tokens = tokens(text)
        self.names = Finder(self.tokens, words).found()
        self.passed_over = words.expressions_in(self.tokens)

    def found(self) -> Iterator[ToldName]:
        index = 0
        while index < len(self.tokens):
            told = self._in_a_name(index) or self._as_typed(index)
            if told:
                yield told
            end = told.end if told else self.tokens[index].end
            while index < len(self.tokens) and self.tokens[index].start < end:
                index += 1

    def _in_a_name(self, index: int) -> ToldName | None:
        """The whole of “Jessie Grant” goes with “Jessie”."""
        if index not in self.names:
            return None
        last, end = self.names[index]
        keys = [(place, self._known(index, place, end)) for place in range(last, index - 1, -1)]
        known_by = next((key for _, key in keys if key), "")
        return ToldName(self.tokens[index].start, end, known_by) if known_by else None

    def _known(self, first: int, last: int, end: int) -> str:
        """Return the keys of the words from one to another; a name may end within the last."""
        within = self.tokens[first : last + 1]
        end = min(end, within[-1].end)
        key = " ".join(each.fold for each in within)
        key = key[: len(key) - (within[-1].end - end)]
        return self.known(key) or self.known(self.text[within[0].start : end])

    def _as_typed(self, index: int) -> ToldName | None:
        """A name that no rule finds here. What is a word too needs its capital letter."""
        first = self.tokens[index]
        if not (first.big or first.fold in self.words.titles) and first.fold in self.words.no_name:
            return None
        for last in range(self._reach(index), index - 1, -1):
            end = self.tokens[last].end
            ends = [end, end - 1] if self.tokens[last].fold.endswith("s") else [end]
            for each in ends:
                known_by = self._known(index, last, each)
                if known_by and self._can_be(index, last, each):
                    return ToldName(first.start, each, known_by)
        return None

    def _reach(self, index: int) -> int:
        last = index
        while last + 1 < len(self.tokens) and last + 1 < index + _LONGEST:
            parted = self.tokens[last + 1].gap not in (*SPACES, *STOPS)
            if parted or self._in_a_name(last + 1):
                break
            last += 1
        return last

    def _can_be(self, first: int, last: int, end: int) -> bool:
        if not self.passed_over.isdisjoint(range(first, last + 1)):
            return False
        if last > first:
            return any(self._is_no_word(each) for each in self.tokens[first : last + 1])
        word = self.tokens[first]
        fold = word.fold[: len(word.fold) - (word.end - end)]
        if fold in self.words.words:
            unsure = word.opens and fold in self.words.also_words
            return word.capital and not unsure
        return word.big or len(fold) > _SHORT

    def _is_no_word(self, word: Token) -> bool:
        return word.capital or word.fold not in self.words.words
