"""What can be pressed, kept with the conversation so that a typed label is a look-up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Button:
    """A choice. ``action`` is what it does; ``side`` marks one that is not a way through.

    ``shown`` is False for a way through that may be typed early or late though it is not shown.
    """

    label: str
    action: str
    side: bool = False
    shown: bool = True


def by_label(offers: Iterable[Button], typed: str) -> Button | None:
    """Return the first offer whose label, whatever its case, is the whole of what was typed."""
    wanted = typed.strip().casefold()
    return next((each for each in offers if each.label.casefold() == wanted), None)
