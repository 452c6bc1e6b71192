"""Letters of the coach that come back to the mailbox of ``SMTP_FROM``."""

from __future__ import annotations

import asyncio
from typing import Annotated

import typer

from bot.channels.mail.bounces import LONGEST, letter_of_returned
from bot.cli.operator import place_of_data, tell, words_of
from bot.cli.options import commands

app = commands()


@app.command()
def bounced(
    mail: Annotated[
        typer.FileBinaryRead, typer.Argument(help="The file of the mail (- for standard input).")
    ],
) -> None:
    """Send nothing more to the address that a returned mail is about. A coach may be running."""
    (token, number), words = letter_of_returned(mail.read(LONGEST)), words_of()
    is_known = bool(token) and asyncio.run(_lose(token, number))
    tell(words, words.operator.returned if is_known else words.operator.not_returned)


async def _lose(token: str, number: int) -> bool:
    """Return whether it was a letter to somebody who is sent some."""
    place = place_of_data()
    store = place.open(place.key_of_data(), beside=True)
    try:
        return await store.lose_mailbox(token, number)
    finally:
        await store.close()
