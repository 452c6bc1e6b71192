"""The values of a form that was posted, or of an address."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from multidict import MultiDictProxy

LONGEST = 60_000
"""Letters that a field takes: a very long answer has a third of that."""

LONGEST_SENT = 9 * LONGEST + 4096
"""Bytes of a form with a field that is full, whatever the letters, and all else that it has."""

Form = MultiDictProxy[Any]


def field(form: Mapping[str, Any], name: str) -> str:
    """Return a field of a form as text; a browser sends line ends as two characters."""
    value = form.get(name, "")
    return value.replace("\r\n", "\n") if isinstance(value, str) else ""


def number_in(text: str, otherwise: int) -> int:
    """Return the number that a text is, or another one."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else otherwise
