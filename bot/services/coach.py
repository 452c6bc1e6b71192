"""Everything a channel needs to hold a conversation, in one frozen object."""

from __future__ import annotations

from dataclasses import dataclass

from bot.clock import Clock, wall_clock
from bot.content.library import Content
from bot.services.turns import Service
from bot.store import Store
from bot.store.files import Files


@dataclass(frozen=True, slots=True)
class Coach:
    """Everything a channel needs."""

    content: Content
    store: Store
    service: Service
    files: Files
    now: Clock = wall_clock
