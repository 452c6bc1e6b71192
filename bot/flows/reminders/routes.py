"""How the pages of reminders and what changes them are named."""

from __future__ import annotations

from bot.domain.turn import Button

PAGE, LATER = "rem", "later"


def to(label: str, page: str) -> Button:
    """Return a button that shows a page of reminders."""
    return Button(label, f"page:{PAGE}.{page}", side=True)


def does(label: str, change: str) -> Button:
    """Return a button that changes something about reminders."""
    return Button(label, f"reminders:{change}", side=True)
