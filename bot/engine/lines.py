"""One line of the coach: what it is made of, which words of it are ours, and which word it fits."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2s
from string import Template
from typing import TypeVar

from bot.content.models.listening_lines import ForWords, LinesForWords
from bot.domain.word_count import count_words
from bot.engine.wording import Typed

E = TypeVar("E", ForWords, LinesForWords)

QUOTE = 4
"""From so many of their words on a quote is theirs alone; a shorter one counts as ours too."""

SHORT = 3
"""Words that make a sentence one of its own: “All right.” may come again."""

_SENTENCE = re.compile(r"(?<=[.?!:])\s+")

_FRAME = re.compile(r"[^$?]{0,24}“\$(?:word|group|clause)”[.,:]")

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

_SLOT = re.compile(r"\$\w+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line as the chooser sees it.

    ``marks`` are its sentences as a conversation remembers them. ``frame`` is how a question leads
    in the learner's words, such as “About …:”, and "" for none.
    """

    template: str
    slots: frozenset[str]
    marks: tuple[str, ...]
    frame: str
    asks: bool


@lru_cache(maxsize=2048)  # the lines of the shared words, the same for all learners
def read_line(template: str) -> Line:
    """Return a template of ``listening.yaml`` as a line."""
    whole = [each for each in _SENTENCE.split(template) if _is_own(each)] or [template]
    if not count_words(_SLOT.sub(" ", template)):
        whole = []  # their words alone are no sentence of ours
    asks = "?" in template
    found = _FRAME.match(template) if asks else None
    return Line(
        template,
        frozenset(Template(template).get_identifiers()),
        tuple(dict.fromkeys(map(_mark, whole))),
        "~" + _SLOT.sub("…", found[0]).casefold() if found else "",
        asks,
    )


def _is_own(sentence: str) -> bool:
    return count_words(_SLOT.sub(" ", sentence)) >= SHORT


def _mark(sentence: str) -> str:
    return blake2s(sentence.casefold().encode(), digest_size=4).hexdigest()


def quotable(clause: str) -> Typed:
    """Return a clause as it stands in “ ”: on one line, without quotation marks and stop."""
    return Typed(" ".join(clause.split()).strip("“”\"'‘’").rstrip(" .,;:!…–-"))


def own_words(text: str) -> int:
    """Return the words of a text that are ours: all but quotes of ``QUOTE`` words and more."""
    kept, after = list[str](), 0
    for start, end in getattr(text, "typed", ()):
        if count_words(text[start:end]) >= QUOTE:
            kept.append(text[after:start])
            after = end
    return count_words(" ".join([*kept, text[after:]]))


def asked(text: str) -> int:
    """Return how many questions a text asks: its question marks, less those that they typed."""
    typed = sum(text.count("?", start, end) for start, end in getattr(text, "typed", ()))
    return text.count("?") - typed


def first_for(entries: Iterable[E], text: str) -> tuple[E, str] | None:
    """Return the entry whose word comes first in a text, and that word as it was typed, or None.

    Of two that begin at one place the longer wins.
    """
    spans, tokens, padded = _words_of(text)
    best: tuple[int, int, E] | None = None
    for entry in entries:
        for word, begun in _begun(entry.words):
            if begun not in padded:  # most are not there, a star or the last letter aside
                continue
            size = word.count(" ") + 1
            for at in range(len(tokens) - size + 1):
                if _is_word(word, " ".join(tokens[at : at + size])):
                    if best is None or (at, -size) < best[:2]:
                        best = at, -size, entry
                    break
    if best is None:
        return None
    at, size, entry = best
    return entry, text[spans[at][0] : spans[at - size - 1][1]]


@lru_cache(maxsize=512)  # the lists of the authors, the same for all learners
def _begun(words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return words, each with how it begins behind another word."""
    return tuple((word, f" {word[:-1]}") for word in words)


@lru_cache(maxsize=4)  # a clause is held against every entry of a list, one by one
def _words_of(text: str) -> tuple[list[tuple[int, int]], list[str], str]:
    """Return the spans of the words of a text, the words in small letters, and all as one."""
    spans = [token.span() for token in _TOKEN.finditer(text)]
    tokens = [text[start:end].casefold().replace("’", "'") for start, end in spans]
    return spans, tokens, f" {' '.join(tokens)} "


def _is_word(word: str, typed: str) -> bool:
    return typed.startswith(word[:-1]) if word.endswith("*") else typed == word
