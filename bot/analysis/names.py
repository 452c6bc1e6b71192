"""Possible names in a text. They are asked about and never blocked.

Badge pages are public. Not every name can be found: a name is known by its own letters
(``Siobhan``), by what stands beside it (``Mrs Smith``, ``a lady called Zofka``, ``Grace's mum``),
or not at all. Letters that mean nothing but a name show it in small letters too (``wi jean``,
``marys tea``), and where capitals lock is on. One that is as likely a word needs a sign beside it
(``Will``, ``Hope``), or its capital letter (``Penny``).

The words are in ``dialogues/names.yaml``. ``tests/bench/names.py`` prints what is found.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.analysis.name_rules import Finder
from bot.analysis.name_tokens import tokens
from bot.analysis.name_words import NameWords
from bot.analysis.tokens import LETTERS, straight


@dataclass(frozen=True, slots=True)
class PossibleName:
    """Where a possible name stands: ``text[start:end]``, a title included, a ``'s`` not."""

    start: int
    end: int


def find_names(text: str, words: NameWords) -> tuple[PossibleName, ...]:
    """Return the possible names in a text, in order and apart from one another."""
    if not may_name(text, words):
        return ()
    within = tokens(text)
    found = Finder(within, words).found()
    return tuple(PossibleName(within[first].start, end) for first, (_, end) in found.items())


def may_name(text: str, words: NameWords) -> bool:
    """Return whether a text may name anybody, by a quick look: without a capital letter and without
    a word that can begin a name it does not, and most texts are typed like that."""
    if not (text.isascii() and text.islower()) or "://" in text or "www." in text:
        return True
    typed = LETTERS.findall(straight(text))
    owned = [each.rpartition("'")[0] for each in typed if "'" in each]
    return not (words.beginnings.isdisjoint(typed) and words.beginnings.isdisjoint(owned))
