"""Dates of birth: a date beside a word that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.analysis.identifiers.plain_text import Guess, is_near
from bot.analysis.identifiers.rooms import names_beside
from bot.analysis.name_words import NameWords
from bot.analysis.patterns import lazy

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"

DATE = lazy(
    r"(?i)(?<![\w£/])(?<![0-9][.,:-])(?:"
    r"(?:[0-3]?[0-9](?: ?[-./] ?| )[0-3]?[0-9](?: ?[-./] ?| )'?"
    rf"|[0-3]?[0-9] ?(?:st|nd|rd|th)? ?(?:of )?[-/]?{_MONTH}[-/]?,? ?(?:of )?'?"
    rf"|{_MONTH} [0-3]?[0-9](?:st|nd|rd|th)?,? )((?:19|20)?[0-9]{{2}})"
    r"|((?:19|20)[0-9]{2})[-./][01]?[0-9][-./][0-3]?[0-9])(?![\w/]|[.:-][0-9])"
)

_BORN = (
    r"\b(?:born\w*|dob|d\. ?o\. ?b\.?|d o b|birth ?dates?|dates? of birth|b(?:irth|')?days?)(?!\w)"
    r"(?! (?:party|parties|cakes?|cards?|tea|lunch|dinner|meal|treats?|presents?|trips?))"
)

_BORN_BEFORE = lazy(rf"(?i)(?:{_BORN}|\bb\.)(?:[^.!?;\n]*|[:\n ]*)$")

_SMALL = r"(?:is|was|wis|my|her|his|their|the|as|of|when|he|she|they|got|s) "

_BORN_AFTER = lazy(rf"(?i)[ ,'(=:-]{{0,3}}(?:{_SMALL}){{0,5}}{_BORN}")

_BORN_RUN = lazy(rf"(?i){_BORN}(?: is| was)? ?[:=-]? ?([0-9]{{8}}|[0-9]{{6}})(?!\w)")


def find_births(plain: str, words: NameWords) -> Iterator[Guess]:
    """Yield the spans of dates of birth, each with its rank and kind."""
    for match in _BORN_RUN.finditer(plain):
        yield 5, "birth_date", *match.span(1)
    for match in DATE.finditer(plain):
        start, end = match.span()
        old = bool(re.fullmatch("19..", match[1] or match[2]))
        bracketed = plain[start - 1 : start] + plain[end : end + 1] == "()"
        old = old and (bracketed or bool(names_beside(plain, start, words)))
        if old or is_near(_BORN_BEFORE, plain, start, -45) or _BORN_AFTER.match(plain, end):
            yield 5, "birth_date", start, end
