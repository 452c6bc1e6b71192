"""The smallest parts of a sentence in which somebody says how they are: “feet are killing me, is
this the last one”, “she's leaving and I'm gutted”."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.analysis.patterns import lazy

_EDGE = lazy(
    r"(?<=[,;:–—(])\s*|\s*(?=[)(–—])"
    r"|\s+(?=(?:and|an|n|but|so|cos|because)\s+(?:(?:now|noo|just|jist|tbh|honestly)\s+)?"
    r"(?:i'?m|im|i am|i feel|ah'?m|am)\b)",
    re.IGNORECASE,
)
"""What parts them: a comma, a bracket, and what joins “I'm …” to the rest."""


def units(text: str) -> list[tuple[int, int]]:
    """Return the spans of the parts of a text, none where it is in one part."""
    edges = sorted({0, len(text), *(found.end() for found in _EDGE.finditer(text))})
    found = [(start, end) for start, end in pairwise(edges) if text[start:end].strip()]
    return found if len(found) > 1 else []
