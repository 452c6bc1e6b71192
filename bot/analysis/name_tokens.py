"""The words of a text as the rules for names see them: how each is written, what stands before."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from bot.analysis.patterns import lazy
from bot.analysis.tokens import LETTERS, straight

# What the coach put in (“[a resident]”) is no name any more, and an address has names of its own.
_PASSED_OVER = lazy(r"\[[a-z ]{1,40}\]|(?:https?://|www\.)\S{1,500}")

_MAC = lazy(r"(?:Mc|Mac|O')[A-Z][a-z]", spared=False)

# Letters that do not come apart into a letter and an accent.
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "þ": "th"})

_TAILS = ("'s", "'ll", "'d", "'ve", "'re")

SPACES = (" ", "\u00a0", "  ", "-", "\u2011")

STOPS = (". ", ".")

_WITHIN_A_SENTENCE = " \t\u00a0,-'&+/()0123456789"

_JOINING = frozenset(each for each in SPACES if not each.strip(_WITHIN_A_SENTENCE))

_SMALL, _BESIDE = (False, False, False), (True, False)

_MADE = tuple.__new__
"""Makes a token without the call between that takes as long as all else: there are many."""


@lru_cache(maxsize=64)  # few gaps are not of these
def _stands(gap: str) -> tuple[bool, bool]:
    """Return whether a gap joins a word to the one before, and whether the word begins anew."""
    return (
        (True, False) if gap in _JOINING else (gap in SPACES, bool(gap.strip(_WITHIN_A_SENTENCE)))
    )


class Token(NamedTuple):
    """A word without ``'s``, and how it stands."""

    start: int
    end: int
    fold: str
    gap: str
    """The gap between it and the word before; a line begins with a break."""
    big: bool
    capital: bool
    """Big, not in capitals alone, and where that means something."""
    shouted: bool
    """“NHS”, and “JEAN” where the rest of the line is not in capitals."""
    owns: bool
    joined: bool
    opens: bool
    """Whether it begins a line, a sentence or what is said in quotes."""
    scottish: bool


def tokens(text: str) -> tuple[Token, ...]:
    """Return the words of a text in its order."""
    # What is passed over keeps its length, and parts the words on both sides.
    plain = _PASSED_OVER.sub(lambda match: "0" * len(match[0]), straight(text))
    found, start = list[Token](), 0
    for line in plain.splitlines(keepends=True):
        matches = list(LETTERS.finditer(line))
        longer = [match[0] for match in matches if len(match[0]) > 1]
        locked = len(longer) > 2 and sum(map(str.isupper, longer)) > 0.6 * len(longer)
        before, gap = 0, "\n"
        for match in matches:
            begin, end = match.span()
            raw, gap = match[0], gap + line[before:begin]
            if raw.isascii() and raw.islower() and "'" not in raw:  # most are typed like that
                owns = raw[-1] == "s" and line.startswith("' ", end)
                span = start + begin, start + end
                stands = _BESIDE if gap == " " else _stands(gap)
                found.append(_MADE(Token, (*span, raw, gap, *_SMALL, owns, *stands, False)))
            else:
                found.append(_token(match, start, gap, locked))
            before, gap = end, ""
        start += len(line)
    return tuple(found)


def _token(match: re.Match[str], start: int, gap: str, locked: bool) -> Token:
    raw = match[0]
    fold = folded(raw)
    tail = next((each for each in _TAILS if fold.endswith(each)), "") if "'" in fold else ""
    raw, fold = raw[: len(raw) - len(tail)], fold.removesuffix(tail)
    big, capitals = raw[:1].isupper(), len(raw) > 1 and raw.isupper()
    owns = tail == "'s" or (fold.endswith("s") and match.string.startswith("' ", match.end()))
    return Token(
        *(start + match.start(), start + match.start() + len(raw), fold, gap, big),
        capital=big and not capitals and not locked,
        shouted=capitals and not locked,
        owns=owns,
        joined=_stands(gap)[0],
        opens=_stands(gap)[1],
        scottish=not locked and _MAC.match(raw) is not None,
    )


def folded(word: str) -> str:
    """Return a word or expression as it is compared: in small letters, without accents.

    An expression of several words loses every ``'s``.
    """
    plain = word.casefold().replace("-", " ")
    if not plain.isascii():
        parts = unicodedata.normalize("NFKD", plain.translate(_PLAIN))
        plain = "".join(letter for letter in parts if not unicodedata.combining(letter))
    if " " in plain:
        return " ".join(each.removesuffix("'s") for each in plain.split())
    return plain
