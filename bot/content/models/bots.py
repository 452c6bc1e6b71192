"""The model of ``bots.yaml``: the bots of one installation, each with people of its own."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from bot.content.models.base import Closed
from bot.content.models.resource import Url
from bot.content.text_kinds import Id

Line = Annotated[str, StringConstraints(min_length=1, max_length=200)]

Port = Annotated[int, Field(ge=1, le=65535)]


class Bot(Closed):
    """One bot. Its fields are called as the settings are that it has in their place.

    ``name`` is also that of its folder in the data, of its schema on a server, and of its key.
    Paths begin at the folder of the file, unless they are whole.
    """

    name: Id
    token_file: Line
    operator_name: Line
    operator_contact: Line
    content: Line | None = None
    web_url: Url | None = None
    web_port: Port | None = None
    webhook_url: Url | None = None
    webhook_port: Port | None = None
    keep_months: Annotated[int, Field(ge=3, le=1200)] | None = None
    send_rate_limit: Annotated[float, Field(gt=0)] | None = None


class Bots(Closed):
    """All of them, in their order."""

    bots: Annotated[tuple[Bot, ...], Field(min_length=1)]
