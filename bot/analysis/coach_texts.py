"""The coach's own words and the badge's, where they come back in a message of a learner.

Examples, questions, hints and what the badge asks for can be copied from the screen and sent. A
sentence counts as ours where each run of words in it stands in one of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.analysis.letters import small_pieces
from bot.analysis.patterns import lazy
from bot.domain.word_count import count_words

RUN = 5
"""Words of a run. Fewer are what anybody may say."""

SENTENCE = 7
"""Words from which on a sentence beside own words is told as ours."""

_WORD = lazy(r"[^\W_]+(?:['’][^\W_]+)*")

_SENTENCE = lazy(r"[^\n.!?…]+[.!?…]*[”\"')]*")


@dataclass(frozen=True, slots=True)
class CoachTexts:
    """The texts of the coach and the badge, by their runs of words."""

    runs: frozenset[tuple[str, ...]]

    @classmethod
    def of(cls, texts: Iterable[str]) -> CoachTexts:
        """Return the texts, made ready."""
        return cls(frozenset(run for text in texts for run in _runs(_words(text))))

    def has(self, text: str) -> bool:
        """Return whether all of a text is ours: each run of its words stands in ours."""
        words = _words(text)
        return len(words) >= SENTENCE and all(run in self.runs for run in _runs(words))

    def find(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return the spans of the sentences that are ours, in characters."""
        return tuple(_joined(text, self._spans(text)))

    def _spans(self, text: str) -> Iterator[tuple[int, int]]:
        for found in _SENTENCE.finditer(text):
            if self.has(found[0]):
                yield found.end() - len(found[0].lstrip()), found.end()


def _joined(text: str, spans: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans with nothing but white space between them as one."""
    joined = list[tuple[int, int]]()
    for start, end in spans:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined if count_words(text) else []


def _words(text: str) -> tuple[str, ...]:
    return tuple(small_pieces(text, [each.span() for each in _WORD.finditer(text)]))


def _runs(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return (words[at : at + RUN] for at in range(len(words) - RUN + 1))
