"""The parts that all conversations are dealt into, so that several processes can share the work."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from bot.domain.addresses import Address

SHARDS = 64
"""So many that they can be spread evenly, so few that all can be looked at each second."""


def shard_of(conversation: str) -> int:
    """Return the shard of a conversation: the same in every process and every build."""
    return zlib.crc32(conversation.encode("utf-8", "surrogatepass")) % SHARDS


def shard_of_new(address: Address) -> int:
    """Return the shard of an address that leads to no conversation yet."""
    return shard_of(f"{address.channel} {address.address}")


def is_in_shard(address: Address, conversation: str) -> bool:
    """Return whether a new conversation is where its address was until now."""
    return shard_of(conversation) == shard_of_new(address)


@dataclass(frozen=True, slots=True)
class Holdings:
    """The holdings of a process at this moment: its shards, and whether it leads.

    ``surplus`` are shards that others should have. ``since`` is another number each time the
    connection that holds all of it was lost. ``builds`` are those of all processes: each has its
    version and the mark of its content.
    """

    shards: frozenset[int] = frozenset()
    surplus: frozenset[int] = frozenset()
    leads: bool = False
    processes: int = 0
    since: int = 0
    builds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Beside:
    """The sending of a bot's other processes: messages a second, and whether reminders leave."""

    sends: float = 0.0
    reminds: bool = False


@dataclass(frozen=True, slots=True)
class Brought:
    """An update that is kept and waits for its turn."""

    number: int
    shard: int
    body: str
