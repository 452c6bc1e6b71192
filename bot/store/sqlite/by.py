"""Who asks the store to do something, and when."""

from __future__ import annotations

from datetime import datetime

from bot.store.sqlite.columns import Execute


class By:
    """Who does something, and when."""

    def __init__(self, execute: Execute, chat_id: str, at: datetime) -> None:
        """Share the store's connection."""
        self.execute, self.chat_id, self.at = execute, chat_id, at
