"""aiogram, a bare echo: nothing is kept."""

from __future__ import annotations

import asyncio
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message


async def echo(message: Message) -> None:
    """Answer a message with its own text."""
    await message.answer(message.text or "-")


async def main(url: str, token: str) -> None:
    """Poll until the process is ended."""
    dispatcher = Dispatcher()
    dispatcher.message.register(echo)
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    await dispatcher.start_polling(Bot(token, session=session))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
