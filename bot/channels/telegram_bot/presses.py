"""Actions that are too long for a button: each under a short key, which outlives a restart."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Protocol


class Kept(Protocol):
    """The facts that a store keeps about the coach itself."""

    async def get_meta(self, name: str) -> str:
        """Return a fact, "" when there is none."""

    async def set_meta(self, name: str, value: str) -> None:
        """Keep a fact."""


META = "telegram_presses"

MARK = "#"
"""Begins a key. No action begins with it."""

MOST = 2000
"""Actions that are remembered. There are few: they are made of the ids that authors give."""


class Presses:
    """The long actions of buttons that have left. The same action has the same key."""

    def __init__(self, store: Kept) -> None:
        """``load`` before the first press."""
        self._store = store
        self._actions: dict[str, str] = {}
        self.is_new = False
        """Whether there are actions that are not kept yet."""

    async def load(self) -> None:
        """Take up what was kept, by other processes, too. Raises StoreError."""
        kept = json.loads(await self._store.get_meta(META) or "{}")
        self._actions = {**kept, **self._actions}

    def shorten(self, action: str) -> str:
        """Return the key of an action. ``keep`` it before its button leaves."""
        key = MARK + sha256(action.encode()).hexdigest()[:10]
        if key not in self._actions:
            self._actions[key] = action
            self._actions = dict(list(self._actions.items())[-MOST:])
            self.is_new = True
        return key

    def action(self, pressed: str) -> str:
        """Return the action that a press asks for, "" for a key that is not known."""
        return self._actions.get(pressed, "") if pressed.startswith(MARK) else pressed

    async def keep(self) -> None:
        """Keep what is new beside what others have kept. Raises StoreError."""
        await self.load()
        await self._store.set_meta(META, json.dumps(self._actions))
        self.is_new = False
