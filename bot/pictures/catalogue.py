"""Every picture, drawn when it is asked for."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache

from pydantic import TypeAdapter

from bot.content.library import Content
from bot.domain.pictures import Bar, FrameworkPicture, InvitationCard, Picture, ProgressChart


@lru_cache(maxsize=1)
def _kept() -> TypeAdapter[Picture]:
    """Return how a picture is kept; made for the first one, because most starts need none."""
    return TypeAdapter(Picture)


def drawing(content: Content) -> Callable[[Picture], bytes]:
    """Return what draws a picture as a PNG. It is loaded when the first one is asked for."""
    return lambda picture: draw(picture, content)


def draw(picture: Picture, content: Content) -> bytes:
    """Return a picture as a PNG.

    Raises KeyError for a framework that there is none of, ValueError for a card without a link.
    """
    # Drawing costs 0.1 s of imports that few conversations need.
    from bot.pictures import framework, invitation_card, progress_chart  # noqa: PLC0415

    if isinstance(picture, FrameworkPicture):
        return framework.draw(content.frameworks[picture.id])
    if isinstance(picture, InvitationCard):
        return invitation_card.draw_card(picture)
    if isinstance(picture, ProgressChart):
        return progress_chart.draw_chart(picture)
    # Only this one is set in type, by a library that is an extra.
    from bot.pictures.overlap import draw_overlap  # noqa: PLC0415

    return draw_overlap(picture)


def from_kept(kept: object) -> Picture:
    """Return a picture that waited in the outbox, also one that an earlier build put there.

    That build kept the id of a framework, or a kind and JSON with bars as pairs. Raises
    ValueError for anything else.
    """
    if not isinstance(kept, str):
        return _kept().validate_python(kept)
    kind, _, data = kept.partition(" ")
    if not data:
        return FrameworkPicture(kind)
    fields = json.loads(data)
    bars = {
        name: [Bar(*each) for each in fields[name]]
        for name in ("steps", "finished", "stuck")
        if name in fields
    }
    return _kept().validate_python({"kind": kind, **fields, **bars})
