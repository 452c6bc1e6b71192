"""Which activities somebody sorts next: twelve that they have not met, as even as can be.

Chance would need a seed that is kept; a hash of the chat and the activity gives each learner an
order of their own that is the same on every machine and after every restart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from hashlib import sha256
from itertools import chain, zip_longest

from bot.content.frameworks import Activity

ROUND = 12


def next_round(activities: Collection[Activity], seen: Collection[str], whose: str) -> list[str]:
    """The ids of the next round: the sides in turn, those not ``seen`` first.

    ``whose`` makes the order somebody's own. When fewer than a round are left unseen, all may come
    again.
    """
    fresh = [each for each in activities if each.id not in seen]
    if len(fresh) < min(ROUND, len(activities)):
        fresh = list(activities)
    mixed = sorted(fresh, key=lambda each: sha256(f"{whose} {each.id}".encode()).digest())
    in_turn = zip_longest(*(_of_side(mixed, side) for side in ("management", "leadership", "both")))
    chosen = [each.id for each in chain.from_iterable(in_turn) if each][:ROUND]
    # Taken in turn the sides would be given away by their order.
    return sorted(chosen, key=lambda each: sha256(f"{whose} {each} now".encode()).digest())


def _of_side(activities: Iterable[Activity], side: str) -> list[Activity]:
    return [each for each in activities if each.side == side]
