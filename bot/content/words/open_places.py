"""Words for where somebody's words are open."""

from __future__ import annotations

from typing import Annotated

from bot.content.models.base import Closed
from bot.content.text_kinds import Help as HelpText
from bot.content.text_kinds import Label, Plain, fills


class OpenPlaces(Closed):
    """Words of /mydata about places, and of closing a browser."""

    heading: Label
    line: Annotated[HelpText, fills("number", "place")]
    browser: Label
    chat: Label
    since: Annotated[HelpText, fills("date")]
    this: Label
    close: Annotated[Label, fills("number")]
    close_all: Label
    closed: Plain
    closed_already: Plain
