"""python-telegram-bot, a bare echo: nothing is kept."""

from __future__ import annotations

import sys

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Answer a message with its own text."""
    del context
    if update.message:
        await update.message.reply_text(update.message.text or "-")


if __name__ == "__main__":
    url, token = sys.argv[1:]
    application = Application.builder().token(token).base_url(f"{url}/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()
