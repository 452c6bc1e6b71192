"""How often something may be asked for that costs others something, such as a letter."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta

TIMES = 5
"""Letters within an hour, by one client and to one address."""

WITHIN = timedelta(hours=1)


class Sparing:
    """How often something was asked for in the last hour, by each name."""

    def __init__(self) -> None:
        """Nobody has asked yet."""
        self._at: defaultdict[str, list[datetime]] = defaultdict(list)

    def is_over(self, names: tuple[str, ...], now: datetime) -> bool:
        """Count once more by each of these names; return whether one of them is too many."""
        young = {n: [at for at in times if now - at < WITHIN] for n, times in self._at.items()}
        self._at = defaultdict(list, {name: times for name, times in young.items() if times})
        if any(len(self._at[each]) >= TIMES for each in names):
            return True
        for each in names:
            self._at[each].append(now)
        return False
