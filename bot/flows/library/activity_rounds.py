"""Which activities somebody sorts next: twelve that they have not met, as even as can be.

Chance would need a seed that is kept; a hash of the chat and the activity gives each learner an
order of their own that is the same on every machine and after every restart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from hashlib import sha256
from itertools import chain, zip_longest

from bot.content.models.framework import Activity

ROUND = 12


def next_round(activities: Collection[Activity], seen: Sequence[str], whose: str) -> list[str]:
    """Return the ids of the next round: the sides in turn, those first that were never ``seen``.

    ``seen`` are the ids of all that was sorted before, in that order; where too few are left, those
    follow that were seen longest ago. ``whose`` makes the order somebody's own.
    """
    last_seen = {each: place for place, each in enumerate(seen)}
    name = f"{whose} {len(seen) // (len(activities) or 1)}"  # another order each time through
    mixed = sorted(activities, key=lambda each: _hash(name, each.id))
    mixed.sort(key=lambda each: last_seen.get(each.id, -1) // ROUND)
    in_turn = zip_longest(*(_of_side(mixed, side) for side in ("management", "leadership", "both")))
    chosen = [each.id for each in chain.from_iterable(in_turn) if each]
    chosen.sort(key=lambda each: each in last_seen)
    # Taken in turn the sides would be given away by their order.
    return sorted(chosen[:ROUND], key=lambda each: _hash(f"{name} now", each))


def _hash(whose: str, activity_id: str) -> bytes:
    return sha256(f"{whose} {activity_id}".encode()).digest()


def _of_side(activities: Iterable[Activity], side: str) -> list[Activity]:
    return [each for each in activities if each.side == side]
