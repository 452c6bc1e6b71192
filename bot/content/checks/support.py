"""A check of ``support.yaml`` beyond its model: telephone numbers agree everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.content.models.support import Support
from bot.content.yaml_reader import Source

_NUMBER = re.compile(r"(?<![\d])\d[\d ]{1,}\d(?![\d])")


def check_support(support: Support, source: Source) -> None:
    """Note numbers in a text that are no contact's: a wrong one must not be rung."""
    known = {each.number for each in support.contacts}
    for name, text in support.support:
        for number in numbers(text):
            if number not in known:
                what = f"{number} is the number of no contact; correct it, or add the contact"
                source.note(("support", name), what)


def numbers(text: str) -> Iterable[str]:
    """Yield all that looks like a number to ring: three digits or more."""
    return (found for found in _NUMBER.findall(text) if sum(map(str.isdigit, found)) > 2)
