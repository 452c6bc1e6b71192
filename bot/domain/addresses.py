"""Where somebody can be found. A conversation has an id of its own; addresses point to it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Address:
    """Somebody in a channel, under the name that they have there, such as the number of a chat."""

    channel: str
    address: str
