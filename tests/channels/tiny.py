"""A whole channel in a few lines, to show what a new one takes: no phone, no limits, no parts.

Somebody's address is a nickname. Replies are rows of the outbox like everybody's; they leave into a
list, and are taken out with the next turn.
"""

from __future__ import annotations

from bot.domain.addresses import Address
from bot.domain.events import Event, EventKind
from bot.domain.outbox import Outgoing
from bot.domain.turn import Reply, Turn
from bot.services.turns import Service

CHANNEL = "tiny"


class TinyChannel:
    """The channel and its outbox in one."""

    def __init__(self, name: str = CHANNEL) -> None:
        self.name = name
        self.acknowledged, self.only_shows = set[int](), False
        self.shown: dict[str, list[Reply]] = {}
        self.is_away = False
        self.not_shown: list[Outgoing] = []
        self._events = 0

    def prepare(self, turn: Turn, to: Address) -> list[Outgoing]:
        """Every reply is a row."""
        return [Outgoing(turn.after.id, to, "reply", each) for each in turn.replies]

    def put(self, rows: list[Outgoing]) -> None:
        """They leave at once, unless nobody is there."""
        for row in rows:
            if self.is_away:
                self.not_shown.append(row)
                continue
            assert isinstance(row.what, Reply)
            self.shown.setdefault(row.to.address, []).append(row.what)
            self.acknowledged.add(row.number)

    async def send(
        self, service: Service, who: str, kind: EventKind, text: str, source: str = ""
    ) -> list[Reply]:
        """What somebody did, and what they see for it."""
        self._events += 1
        key = f"{self.name} {self._events}"
        self.shown.pop(who, None)
        to = Address(self.name, who)
        await service.receive(Event("", kind, text, key, source or key, address=to))
        return self.shown.get(who, [])
