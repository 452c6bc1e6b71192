"""How far a conversation is, and how much of it a channel that keeps its own lines has shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an address stands. ``conversation`` is "" for a new one, ``version`` counts its turns;
    ``shown`` is the turn of the newest line, None where there is no line."""

    conversation: str = ""
    version: int = 0
    shown: int | None = None

    @property
    def is_behind(self) -> bool:
        """Return whether the newest line is not of the newest turn: it went on by another door."""
        return self.shown is None or self.shown < self.version
