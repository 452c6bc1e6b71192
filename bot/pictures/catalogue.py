"""Every picture by its name, drawn when it is asked for."""

from __future__ import annotations

import json
from collections.abc import Callable

from bot.content.library import Content
from bot.pictures.invitation_card import InvitationCard, draw_card
from bot.pictures.progress_chart import Bar, ProgressChart, draw_chart


def drawing(content: Content) -> Callable[[str], bytes]:
    """Draws a picture by its name. What it needs is read when the first one is asked for."""

    def drawn(picture: str) -> bytes:
        kind, _, data = picture.partition(" ")
        if data:
            return draw_json(kind, data)
        from bot.pictures.framework import draw  # noqa: PLC0415 - 0.1 s that few conversations need

        return draw(content.frameworks[picture])

    return drawn


_BARS = {"progress": ("steps", "finished", "stuck")}


def draw_json(kind: str, data: str) -> bytes:
    """A ``card`` or ``progress``, its fields as JSON and its bars as pairs of label and count.

    Raises KeyError for another kind, TypeError or ValueError for other data.
    """
    fields = json.loads(data)
    if kind == "card":
        return draw_card(InvitationCard(**fields))
    bars = {name: tuple(Bar(*each) for each in fields[name]) for name in _BARS[kind]}
    return draw_chart(ProgressChart(**{**fields, **bars}))
