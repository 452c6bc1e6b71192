"""Fingerprints: a name or a text is known when it comes again, and is not kept.

They keep words from being read, not from being guessed: whoever can open the store can try names
until one fits. Of words that were dropped so little is kept that countless texts have the same, so
that no guess can be proved. One in 65,536 other texts is then taken for the dropped one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from hashlib import sha256

_WORD = re.compile(r"[\w\u0300-\u036f]+")

LONGEST = 10
"""The most words and parts of words ("O'Brien" has two) in a name."""

NAME, TEXT = 10, 4
"""Hexadecimal digits: enough to tell a name from all other words, too few to prove a text."""


def of_name(name: str, chat_id: str) -> str:
    """Return the fingerprint of a name, letters as typed: "Will" is a name, "will" a word."""
    return _hash(name, chat_id)[:NAME]


def of_text(text: str, chat_id: str) -> str:
    """Return the fingerprint of a whole text."""
    return _hash(text, chat_id)[:TEXT]


def names_in(
    text: str, chat_id: str, wanted: Collection[str], stay: Sequence[str] = ()
) -> dict[str, str]:
    """Return the names in a text whose fingerprints are wanted, by fingerprint.

    ``stay`` are casefolded words that are no names.
    """
    if not wanted:
        return {}
    words = [found.span() for found in _WORD.finditer(text)]
    phrases = {
        text[start:end]
        for place, (start, _) in enumerate(words)
        for _, end in words[place : place + LONGEST]
    }
    found = {
        of_name(phrase, chat_id): phrase for phrase in phrases if phrase.casefold() not in stay
    }
    return {fingerprint: found[fingerprint] for fingerprint in wanted if fingerprint in found}


def _hash(text: str, chat_id: str) -> str:
    # The same name has another fingerprint in every chat.
    return sha256(f"{chat_id}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()
