"""Invitations: what is kept of a token, codes that can be typed, and limits on guesses."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from bot.domain.addresses import Address
from bot.domain.cohort import Cohort

CODE_CHARACTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No 0, O, 1, I, L and U: they are mistaken for one another when a code is read aloud."""

CODE_LENGTH = 8

INVITATION_DAYS = timedelta(days=90)
"""For how long learners can use an invitation, where the cohort does not end before."""

GUESSES_WITHIN = timedelta(hours=1)
"""How long a wrong code counts."""

GUESSES = 5
"""Wrong codes an hour for one chat."""

GUESSES_IN_ALL = 30
"""Wrong codes an hour for everybody: more of them close all codes for the hour, with an alarm."""


def hashed(token: str) -> str:
    """Return what is kept of an invitation: it can be known again, and not be used."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def guesser(conversation: str, address: Address | None) -> str:
    """Return under what wrong codes are counted: a hash, which outlives all else of a chat.

    So whoever has everything deleted, and comes back, has no more guesses than before.
    """
    return hashed(f"guess {address.channel} {address.address}" if address else conversation)


def link_id(token: str) -> str:
    """The id of a link, by which it can be told from others and withdrawn, and not be used."""
    return hashed(token)[:8]


def as_code(typed: str) -> str:
    """Return a typed code in its one form: large letters, without spaces and hyphens."""
    return "".join(each for each in typed.upper() if each.isalnum())


def new_code(random: bytes) -> str:
    """Return a code of 8 characters from random bytes, at least 16 of them: about 39 bits.

    It has a digit and a letter, so that it is known for a code where it stands alone.
    """
    number, code = int.from_bytes(random, "big"), ""
    while number and not _is_mixed(code):
        number, place = divmod(number, len(CODE_CHARACTERS))
        code = (code + CODE_CHARACTERS[place])[-CODE_LENGTH:]
    return code if _is_mixed(code) else ("2A" + code)[:CODE_LENGTH].ljust(CODE_LENGTH, "2")


def _is_mixed(code: str) -> bool:
    kinds = any(map(str.isdigit, code)), any(map(str.isalpha, code))
    return len(code) == CODE_LENGTH and all(kinds)


Role = Literal["coordinator", "successor", "learner"]
"""Whom an invitation is for. A successor looks after a cohort in the place of who invites them."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation that can still be used. ``cohort`` is None where it lets one make cohorts.

    ``made_by`` is the chat of who made it, or the operator; "" where that is not known.
    """

    token_hash: str
    role: Role
    cohort: Cohort | None
    made_by: str = ""


@dataclass(frozen=True, slots=True)
class LinkInUse:
    """A link as those see it who look after its cohort: never what it is, nor its code.

    ``id`` is what a link and its code share. ``left`` of ``uses`` are left, until ``until``.
    ``made_at`` is None for one that an earlier build made.
    """

    id: str
    role: Role
    uses: int
    left: int
    until: datetime
    made_at: datetime | None = None
