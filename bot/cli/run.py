"""The Telegram bot: ``coach run``."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.app import open_content
from bot.cli.options import commands
from bot.installation import load_settings, settings_of_each
from bot.running import run_bot, run_bots

app = commands()


@app.command()
def run(
    new: Annotated[bool, typer.Option("--new", help="Begin with no data, if it is gone.")] = False,
) -> None:
    """Talk as a Telegram bot, or as all of bots.yaml, until stopped."""
    settings = load_settings()
    if settings.bots and not settings.coach_bot:
        run_bots(settings_of_each(), settings, new=new)
    else:
        run_bot(settings, open_content(settings), new=new)
