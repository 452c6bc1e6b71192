"""What is on its way to a learner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A call to Telegram on its way, a row of the outbox.

    A ``reply`` leaves at least once, a ``reminder`` at most once: its delivery says how far it is.
    ``receipt`` and ``waits`` are those of the Reply. ``number`` orders the rows; 0 until the store
    has given one.
    """

    chat_id: str
    kind: Literal["reply", "reminder"]
    method: str
    params: dict[str, Any]
    receipt: bool = False
    waits: bool = False
    number: int = 0
