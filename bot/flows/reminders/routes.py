"""How the pages of reminders are named."""

from __future__ import annotations

from bot.domain.offers import Button

PAGE, LATER = "rem", "later"


def to(label: str, page: str) -> Button:
    """Return a button that leads to a page of reminders."""
    return Button(label, f"page:{PAGE}.{page}", side=True)


def shorten(label: str) -> str:
    """Return a label of at most 40 characters."""
    return label if len(label) <= 40 else f"{label[:39]}…"
