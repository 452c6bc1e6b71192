"""Patterns that are compiled when they are first tried: no start waits for what reads an answer.

To compile all of them takes longer than to load all files that hold them.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _Waiting:
    """Stands for a pattern. Once it was tried, its methods are those of the compiled one."""

    def __init__(self, text: str, flags: int) -> None:
        self.pattern, self.flags = text, flags

    def __getattr__(self, name: str) -> Any:
        # Asked for what is not there yet only.
        if name not in _METHODS:
            raise AttributeError(name)
        found = re.compile(self.pattern, self.flags)
        for each in _METHODS:
            setattr(self, each, getattr(found, each))
        return getattr(found, name)


def lazy(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern as ``re.compile`` does; it is compiled when it is first tried."""
    return cast("re.Pattern[str]", _Waiting(text, flags))
