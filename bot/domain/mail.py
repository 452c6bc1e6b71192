"""Reminders by e-mail: where they go, and what became of a letter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

CHANNEL = "mail"
"""The name of the channel in an Address, whose other half is a token and no e-mail address: it
stands in each letter, and whoever has it can turn the letters off."""

CONFIRM_WITHIN = timedelta(hours=24)
"""For how long it can be confirmed that an address is theirs."""

LONGEST = 254
"""Characters of an e-mail address (RFC 5321, 4.5.3.1.3)."""

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}")

SendOutcome = Literal["sent", "refused", "gone", "down", "unknown"]
"""What became of a letter: the server took it, takes it never, knows nobody there, did not take it
this time; or it may have taken it and its answer did not come."""


@dataclass(frozen=True, slots=True)
class Mailbox:
    """Where somebody wants reminders. ``token`` is their Address in the channel once it is
    confirmed, "" before. ``is_gone`` says that the server there knew it no more: nothing goes to
    it. ``signs_in`` that a code sent there may open their pages, if they look after a group."""

    address: str
    token: str = ""
    is_gone: bool = False
    signs_in: bool = False


def is_mailbox(text: str) -> bool:
    """Return whether a text can be an e-mail address."""
    local = text.partition("@")[0]
    has_dots = not (local.startswith(".") or local.endswith(".") or ".." in text)
    return len(text) <= LONGEST and has_dots and _ADDRESS.fullmatch(text) is not None
