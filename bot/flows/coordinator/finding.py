"""Finding people by what is typed: a number, a name that they let be seen, or a part of it."""

from __future__ import annotations

import re
import unicodedata

from bot.domain.cohort import Member
from bot.domain.cohort_view import CohortView

_NUMBER = re.compile(r"(?:learner\s*)?#?\s*(\d{1,4})", re.IGNORECASE)

FEW_WORDS = 3
"""Words of a text in which a surname alone is meant as one: “grant” may be a verb."""


def find_people(view: CohortView, typed: str, *, looking: bool = False) -> list[Member]:
    """Return whom a text names: by the whole name, else the first name, else any part of it.

    With ``looking`` somebody is looked for and nothing else is meant: a beginning is enough then.
    """
    if number := _NUMBER.fullmatch(typed.strip()):
        return [each for each in view.here if each.number == int(number[1])]
    words = _words(typed)
    named = [(each, _words(each.name)) for each in view.here if each.name]
    whole = [each for each, name in named if f" {' '.join(name)} " in f" {' '.join(words)} "]
    first = [each for each, name in named if name and name[0] in words]
    part = [each for each, name in named if len(words) <= FEW_WORDS and set(name) & set(words)]
    begun = [
        each
        for each, name in named
        if looking and len(words) == 1 and any(one.startswith(words[0]) for one in name)
    ]
    return whole or first or part or begun


def _words(text: str) -> list[str]:
    """Return the words of a text in small letters, without accents: “zoe” is *Zoë*."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.findall(r"[\w'’-]+", "".join(c for c in plain if not unicodedata.combining(c)))
