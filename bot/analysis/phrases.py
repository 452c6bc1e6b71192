"""Patterns of phrases as people write them."""

from __future__ import annotations

import re
from functools import lru_cache


@lru_cache(maxsize=64)
def either(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern that finds any of these phrases, as whole words."""
    longest = sorted(phrases, key=len, reverse=True)
    inner = "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in longest)
    return re.compile(rf"(?<!\w)(?:{inner})(?!\w)", re.IGNORECASE)
