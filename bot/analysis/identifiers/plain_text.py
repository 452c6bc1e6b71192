"""A text with its odd characters made plain, at the same length, so that spans stay."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal
from unicodedata import category, decimal

from bot.analysis.patterns import lazy

Kind = Literal["chi", "nhs", "ni", "phone", "email", "postcode", "birth_date", "address", "room"]

Guess = tuple[int, Kind, int, int]  # how sure (more is surer), of what, from where, to where

_ODD = lazy(r"[^\n -~]")

_MARKER = lazy(r"(?i)\[(?!(?:at|dot)\])[^\W\d_](?:[^\W\d_]|[ '/-]){1,60}\]")

OUT = "\0"

# Single characters, and whole categories of Unicode: spaces, controls, the invisible, dashes.
CHARACTERS = dict.fromkeys(("Zs", "Zl", "Zp", "Cc"), " ") | dict.fromkeys(("Cf", "Mn", "Me"), "")


def to_plain(text: str) -> tuple[str, Sequence[int]]:
    """Return the plain text, and where in the text each of its characters and its end stand."""
    plain = _ODD.sub(lambda odd: _as_ascii(odd[0]), text)
    where: Sequence[int] = range(len(text) + 1)
    if len(plain) != len(text):
        where = [at for at, character in enumerate(text + ".") if _as_ascii(character)]
    return _MARKER.sub(lambda marker: OUT * len(marker[0]), plain), where


def _as_ascii(character: str) -> str:
    """One character or none: full-width "０" is 0, a zero-width or combining one is nothing."""
    if "！" <= character <= "～":
        character = chr(ord(character) - 0xFEE0)
    if character.isdecimal():
        return str(decimal(character))
    return CHARACTERS.get(character, CHARACTERS.get(category(character), character))


def is_near(word: re.Pattern[str], plain: str, at: int, reach: int) -> bool:
    """Return whether a word stands so near (before: a negative reach), with no marker between."""
    if reach < 0:
        return bool(word.search(plain[max(at + reach, 0) : at].rpartition(OUT)[2]))
    return bool(word.search(plain[at : at + reach].partition(OUT)[0]))


GAP = r"[ .()-]{0,3}"

BEGIN = r"(?<![\w£$€])(?<![0-9][.,:/])"

IS = r" ?(?:numbers?|no|num|nr|id)?\.? ?(?:is|was|wis)? ?[:=#(-]? ?"
