"""The bots that ours is measured beside: bare echoes, with nothing kept.

python -m tests.bench.peers ptb|aiogram URL TOKEN
"""

from __future__ import annotations

import asyncio
import logging
import sys


def ptb(url: str, token: str) -> None:
    """python-telegram-bot as its documentation shows it."""
    from telegram import Update  # noqa: PLC0415 - only this peer needs it
    from telegram.ext import Application, ContextTypes, MessageHandler, filters  # noqa: PLC0415

    async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        del context
        if update.message:
            await update.message.reply_text(update.message.text or "-")

    application = Application.builder().token(token).base_url(f"{url}/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


def aiogram(url: str, token: str) -> None:
    """aiogram as its documentation shows it."""
    from aiogram import Bot, Dispatcher  # noqa: PLC0415 - only this peer needs it
    from aiogram.client.session.aiohttp import AiohttpSession  # noqa: PLC0415
    from aiogram.client.telegram import TelegramAPIServer  # noqa: PLC0415
    from aiogram.types import Message  # noqa: PLC0415

    dispatcher = Dispatcher()

    @dispatcher.message()  # type: ignore[untyped-decorator, unused-ignore]
    async def echo(message: Message) -> None:
        await message.answer(message.text or "-")

    async def main() -> None:
        session = AiohttpSession(api=TelegramAPIServer.from_base(url))
        await dispatcher.start_polling(Bot(token, session=session))

    asyncio.run(main())


if __name__ == "__main__":
    logging.basicConfig(level=logging.ERROR)
    {"ptb": ptb, "aiogram": aiogram}[sys.argv[1]](sys.argv[2], sys.argv[3])
