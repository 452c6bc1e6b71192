"""The page in a browser: ``coach web``."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from bot.app import open_content
from bot.channels.web.place import Place
from bot.cli.options import commands
from bot.content.words.words import Words
from bot.engine.wording import fill
from bot.installation import load_settings
from bot.page import run_page, try_page

app = commands()

HostOption = Annotated[str, typer.Option("--host", help="The address to listen at.")]

PortOption = Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 is any.")]


@app.command()
def web(
    trial: Annotated[
        bool, typer.Option("--try", help="Keep nothing; see all sides of it.")
    ] = False,
    host: HostOption = "127.0.0.1",
    port: PortOption = 8023,
) -> None:
    """Have the conversation in a browser. Nothing is lost: run it again to go on."""
    settings = load_settings()
    content = open_content(settings)
    say = partial(_say_address, content.words)
    if trial:
        try_page(content, Place(host, port), say)
        return
    proxies = frozenset(each.strip() for each in settings.forwarded_allow_ips.split(","))
    run_page(settings, content, Place(host, port, settings.web_url, proxies), say)


def _say_address(words: Words, address: str) -> None:
    typer.echo(fill(words, words.operator.page_is_at, address=address))
