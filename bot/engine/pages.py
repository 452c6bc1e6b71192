"""Leafing through pages beside the open question.

A page shows; what changes something is an action.

A page's name says all that it needs, so a button of last week still opens it, and nothing but the
name is kept. Its head, up to the first full stop, says which room of the flows it belongs to.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.offers import Button
from bot.engine.context import TurnContext
from bot.engine.flows import Page

LONGEST_LABEL = 40
"""Characters of a button that leads to a page."""


def open_page(turn: TurnContext, name: str) -> None:
    """Show a page and leave it open."""
    _of(turn, name).show(turn, name)


def page_buttons(turn: TurnContext) -> Iterator[Button]:
    """Yield the ways on from the open page."""
    name = turn.conversation.open_page
    yield from _of(turn, name).buttons(turn, name)


def link(label: str, page: str) -> Button:
    """Return a button that leads to a page."""
    return Button(ellipsize(label), f"page:{page}", side=True)


def ellipsize(label: str) -> str:
    """Return a label of at most ``LONGEST_LABEL`` characters."""
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"


def _of(turn: TurnContext, name: str) -> Page:
    return turn.flows.pages.get(name.partition(".")[0], turn.flows.reading)
