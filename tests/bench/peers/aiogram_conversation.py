"""aiogram's finite state machine: four questions, state and answers kept before the reply.

    python -m tests.bench.peers.aiogram_conversation sqlite3|aiosqlite URL TOKEN

Both keep in SQLite with synchronous=FULL; the first holds the loop up while it writes.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
import sys
from abc import abstractmethod
from collections.abc import Mapping
from typing import Any

import aiosqlite
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import BaseStorage, StorageKey
from aiogram.types import KeyboardButton, Message, ReplyKeyboardMarkup

from tests.bench.peers.questions import KEYBOARD, QUESTIONS, received

TABLE = "CREATE TABLE kept (chat INTEGER PRIMARY KEY, state TEXT, data TEXT DEFAULT '{}')"

MARKUP = ReplyKeyboardMarkup(
    keyboard=[[KeyboardButton(text=label) for label in row] for row in KEYBOARD],
    resize_keyboard=True,
)


class Reflection(StatesGroup):  # type: ignore[misc, unused-ignore]
    """Which question a chat is at; none is the first."""

    second = State()
    third = State()
    fourth = State()


STATES = (None, Reflection.second, Reflection.third, Reflection.fourth)


class Storage(BaseStorage):  # type: ignore[misc, unused-ignore]
    """A chat's state and data in one row; each change is a commit."""

    @abstractmethod
    async def write(self, column: str, chat: int, value: str | None) -> None:
        """Set one column of a chat's row and commit."""

    @abstractmethod
    async def read(self, column: str, chat: int) -> str | None:
        """Return one column of a chat's row, None where there is no row."""

    async def set_state(self, key: StorageKey, state: Any = None) -> None:
        """Keep the state, by its name."""
        await self.write("state", key.chat_id, state.state if isinstance(state, State) else state)

    async def get_state(self, key: StorageKey) -> str | None:
        """Return the name of the state."""
        return await self.read("state", key.chat_id)

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Keep the answers."""
        await self.write("data", key.chat_id, json.dumps(data))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """Return the answers by the number of their question."""
        data: dict[str, Any] = json.loads(await self.read("data", key.chat_id) or "{}")
        return data


WRITE = {
    column: f"INSERT INTO kept (chat, {column}) VALUES (?, ?)"  # noqa: S608 - our own two names
    f" ON CONFLICT (chat) DO UPDATE SET {column} = excluded.{column}"
    for column in ("state", "data")
}

READ = {column: f"SELECT {column} FROM kept WHERE chat = ?" for column in WRITE}  # noqa: S608 - same


class Blocking(Storage):
    """Python's own sqlite3."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database

    async def write(self, column: str, chat: int, value: str | None) -> None:
        """See Storage."""
        self.database.execute(WRITE[column], (chat, value))

    async def read(self, column: str, chat: int) -> str | None:
        """See Storage."""
        row = self.database.execute(READ[column], (chat,)).fetchone()
        return row[0] if row else None

    async def close(self) -> None:
        """Close the database."""
        self.database.close()


class Threaded(Storage):
    """aiosqlite: a thread of its own."""

    def __init__(self, database: aiosqlite.Connection) -> None:
        self.database = database

    async def write(self, column: str, chat: int, value: str | None) -> None:
        """See Storage."""
        await self.database.execute(WRITE[column], (chat, value))

    async def read(self, column: str, chat: int) -> str | None:
        """See Storage."""
        async with self.database.execute(READ[column], (chat,)) as cursor:
            row = await cursor.fetchone()
        return row[0] if row else None

    async def close(self) -> None:
        """Close the database."""
        await self.database.close()


PRAGMAS = ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", TABLE)


async def storage(kept: str) -> Storage:
    """Open a new database in the working folder."""
    if kept == "sqlite3":
        blocking = sqlite3.connect("answers.db", isolation_level=None)
        for each in PRAGMAS:
            blocking.execute(each)
        return Blocking(blocking)
    threaded = await aiosqlite.connect("answers.db", isolation_level=None)
    for each in PRAGMAS:
        await threaded.execute(each)
    return Threaded(threaded)


def ask(dispatcher: Dispatcher, number: int) -> None:
    """Register what takes the answer to a question; no state is the first question."""

    async def answered(message: Message, state: FSMContext) -> None:
        await state.update_data({str(number): message.text})
        await state.set_state(STATES[(number + 1) % len(QUESTIONS)])
        await message.answer(received(number), reply_markup=MARKUP)

    dispatcher.message.register(answered, StateFilter(STATES[number]))


async def main(kept: str, url: str, token: str) -> None:
    """Poll until the process is ended."""
    dispatcher = Dispatcher(storage=await storage(kept))
    for number in range(len(QUESTIONS)):
        ask(dispatcher, number)
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    await dispatcher.start_polling(Bot(token, session=session))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
