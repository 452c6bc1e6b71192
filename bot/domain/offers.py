"""Offers: labels that can be pressed, kept with the conversation so that a typed label is a
look-up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Role = Literal["", "primary", "danger"]
"""How a choice stands out: what leads on, what deletes."""

_PRIMARY = frozenset(("start", "next", "carry_on"))

_DANGER = frozenset(("forget_yes", "delete_all", "drop_words"))

_ENDINGS = frozenset(("close", "delete", "remove", "unseat"))
"""What a coordinator ends, which others would miss."""


@dataclass(frozen=True, slots=True)
class Button:
    """A choice. ``action`` is what it does; ``side`` marks one that is not a way through.

    ``shown`` is False for a way through that may be typed early or late though it is not shown.
    """

    label: str
    action: str
    side: bool = False
    shown: bool = True

    @property
    def role(self) -> Role:
        """Return how it stands out, where a channel can show that."""
        name, _, what = self.action.partition(":")
        is_danger = name in _DANGER or (name == "cohort" and what.partition(".")[0] in _ENDINGS)
        return "primary" if name in _PRIMARY else "danger" if is_danger else ""


shared = lru_cache(maxsize=1024)(Button)
"""Makes a button whose words are the coach's own: there are few, and all learners share them."""


def typed_only(buttons: Iterable[Button]) -> list[Button]:
    """Return the same choices, which can be typed and are not shown."""
    return [shared(each.label, each.action, each.side, False) for each in buttons]


def by_label(offers: Iterable[Button], typed: str) -> Button | None:
    """Return the first offer whose label, whatever its case, is the whole of what was typed."""
    wanted = typed.strip().casefold()
    return next((each for each in offers if each.label.casefold() == wanted), None)
