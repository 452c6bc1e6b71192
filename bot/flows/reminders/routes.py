"""How the pages of reminders and what changes them are named."""

from __future__ import annotations

from bot.domain.offers import Button
from bot.engine.pages import link

PAGE, LATER, AGAIN = "rem", "later", "again"


def to(label: str, page: str) -> Button:
    """Return a button that shows a page of reminders."""
    return link(label, f"{PAGE}.{page}")


def does(label: str, change: str) -> Button:
    """Return a button that changes something about reminders."""
    return Button(label, f"reminders:{change}", side=True)
