"""python-telegram-bot's ConversationHandler: four questions, each answer kept before the reply.

    python -m tests.bench.peers.ptb_conversation pickle|sqlite URL TOKEN

``pickle`` keeps by PicklePersistence, written out before each reply, without a sync of the disk.
``sqlite`` keeps in a table of its own with synchronous=FULL.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Awaitable, Callable
from typing import Any

from telegram import ReplyKeyboardMarkup, Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)

from tests.bench.peers.questions import KEYBOARD, QUESTIONS, received

Keep = Callable[[Update, ContextTypes.DEFAULT_TYPE, int], Awaitable[None]]

MARKUP = ReplyKeyboardMarkup(KEYBOARD, resize_keyboard=True)


async def by_pickle(update: Update, context: ContextTypes.DEFAULT_TYPE, number: int) -> None:
    """Put the answer into the chat's data and write all data out."""
    assert update.message
    assert context.user_data is not None
    context.user_data[number] = update.message.text
    await context.application.update_persistence()


def into_table() -> Keep:
    """Return what puts an answer into a table of a new database in the working folder."""
    database = sqlite3.connect("answers.db", isolation_level=None)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE answers (chat INTEGER, number INTEGER, text TEXT)")

    async def keep(update: Update, context: ContextTypes.DEFAULT_TYPE, number: int) -> None:
        del context
        assert update.message
        row = (update.message.chat_id, number, update.message.text)
        database.execute("INSERT INTO answers VALUES (?, ?, ?)", row)

    return keep


def conversation(keep: Keep, *, persistent: bool) -> ConversationHandler[Any]:
    """Return the four questions; a chat's first message is its answer to the first."""

    def asked(number: int) -> MessageHandler[Any, Any]:
        async def answered(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
            await keep(update, context, number)
            assert update.message
            await update.message.reply_text(received(number), reply_markup=MARKUP)
            return number + 1 if number + 1 < len(QUESTIONS) else ConversationHandler.END

        return MessageHandler(filters.TEXT & ~filters.COMMAND, answered)

    return ConversationHandler(
        entry_points=[asked(0)],
        states={number: [asked(number)] for number in range(1, len(QUESTIONS))},
        fallbacks=[],
        name="four questions",
        persistent=persistent,
    )


def main(kept: str, url: str, token: str) -> None:
    """Poll until the process is ended."""
    builder: ApplicationBuilder[Any, Any, Any, Any, Any, Any] = Application.builder()
    builder = builder.token(token).base_url(f"{url}/bot")
    if kept == "pickle":
        builder = builder.persistence(PicklePersistence("answers.pickle", on_flush=False))
    application = builder.build()
    keep = by_pickle if kept == "pickle" else into_table()
    application.add_handler(conversation(keep, persistent=kept == "pickle"))
    application.run_polling()


if __name__ == "__main__":
    main(*sys.argv[1:])
