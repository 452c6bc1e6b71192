"""Words that a coordinator keeps to use again, in each of their cohorts."""

from __future__ import annotations

from dataclasses import dataclass

MOST_SAVED = 12
"""Of one coordinator: so many still fit under one question."""


@dataclass(frozen=True, slots=True)
class SavedWords:
    """One of them. It is deleted with everything else of who wrote it."""

    id: str
    words: str
