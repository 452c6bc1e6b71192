"""What the model of ``support.yaml`` cannot see: telephone numbers that agree everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.content.models.support import Support
from bot.content.yaml_reader import Source

_NUMBER = re.compile(r"(?<![\d])\d[\d ]{1,}\d(?![\d])")


def check_support(support: Support, source: Source) -> None:
    """Every number in a text is the number of a contact: a wrong one must not be rung."""
    known = {each.number for each in support.contacts}
    for part in ("texts", "support"):
        for name, text in getattr(support, part):
            for number in numbers(text):
                if number not in known:
                    what = f"{number} is the number of no contact; correct it, or add the contact"
                    source.note((part, name), what)


def numbers(text: str) -> Iterable[str]:
    """Everything in a text that looks like a number to ring: three digits or more."""
    return (found for found in _NUMBER.findall(text) if sum(map(str.isdigit, found)) > 2)
