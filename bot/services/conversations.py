"""Whose conversation an address is, and one thing at a time in each conversation."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from typing import Protocol, TypeVar
from weakref import WeakValueDictionary

from bot.domain.addresses import Address
from bot.store import ConversationStore

_LETTERS = "abcdefghjkmnpqrstuvwxyz"

_CHARACTERS = _LETTERS + "23456789"
"""Of an id: no two of them look alike."""

_Found = TypeVar("_Found")


class Trying(Protocol):
    """How work that may raise StoreError is done: once, or again until it is saved."""

    def __call__(self, work: Callable[[], Awaitable[_Found]], /) -> Awaitable[_Found]:
        """Return the result of ``work``."""


async def once(work: Callable[[], Awaitable[_Found]]) -> _Found:
    """Do it, and let the caller know of a StoreError."""
    return await work()


class Conversations:
    """The conversations of a coach that is running, of which each has one lock."""

    def __init__(self, store: ConversationStore) -> None:
        """Nothing is in hand yet."""
        self._store = store
        self.may_have: Callable[[Address, str], bool] = lambda _, __: True
        """Whether a new id will do for an address."""
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._arriving: WeakValueDictionary[Address, asyncio.Lock] = WeakValueDictionary()
        self._begun: dict[Address, str] = {}

    def lock(self, conversation: str) -> asyncio.Lock:
        """Return the lock of a conversation: turns and reminders go one after the other."""
        return self._locks.setdefault(conversation, asyncio.Lock())

    @asynccontextmanager
    async def held(self, address: Address, trying: Trying = once) -> AsyncIterator[str]:
        """Hold the lock of the conversation of an address, in the order of arrival.

        Yields the conversation's id, a new one for an address that is new. Raises StoreError.
        """
        # Whoever came first is first at the lock, however long the store takes to say where it is.
        async with self._arriving.setdefault(address, asyncio.Lock()):
            conversation, lock = await self._acquire(address, trying)
        try:
            yield conversation
        finally:
            lock.release()

    async def _acquire(self, address: Address, trying: Trying) -> tuple[str, asyncio.Lock]:
        find = partial(self._of, address)
        while True:
            conversation = await trying(find)
            # A lock that nobody holds or waits for does not exist, and a new one makes nobody wait.
            is_free = conversation not in self._locks
            lock = self.lock(conversation)
            await lock.acquire()
            try:
                if is_free or await trying(find) == conversation:
                    return conversation, lock
            except BaseException:
                lock.release()
                raise
            lock.release()  # it was forgotten meanwhile: what waited behind that begins anew

    async def _of(self, address: Address) -> str:
        known = await self._store.conversation_of(address)
        if known:
            self._begun.pop(address, None)
            return known
        if address not in self._begun:  # its first turn may not be saved yet
            made = new_id()
            while not self.may_have(address, made) or await self._store.addresses(made):
                made = new_id()
            self._begun[address] = made
        return self._begun[address]


def new_id() -> str:
    """Return a new id of 8 characters, which begins with a letter and so is no number of a chat."""
    rest = (secrets.choice(_CHARACTERS) for _ in range(7))
    return secrets.choice(_LETTERS) + "".join(rest)
