"""Messages on their way to a learner, by content: how one looks is for its channel to know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.domain.addresses import Address
from bot.domain.offers import Role
from bot.domain.turn import Reply


@dataclass(frozen=True, slots=True)
class Delete:
    """Take a learner's message out of the channel. ``source`` names it, as its event did."""

    source: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """Something that an earlier build made ready for its channel, which alone can read it."""

    call: str


@dataclass(frozen=True, slots=True)
class Said:
    """Something that somebody did, as a line of a channel that keeps its own list of what was said.

    The words of a message stay in the conversation, so that a change is seen: ``message`` is its
    number. ``words`` is a label that they pressed, or a command.
    """

    words: str
    message: int = 0


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Outgoing:
    """One message of a channel on its way, a row of the outbox.

    A ``reply`` leaves at least once, a ``reminder`` at most once: its delivery says how far it is.
    The buttons of a reply in ``what`` hang under it; ``keyboard`` has the labels of the core
    choices from now on, None where they stay as they are; ``roles`` are theirs, in the same order,
    and ``placeholder`` says in a few words what can be typed. ``step`` and ``version`` are of the
    turn that the buttons belong to. ``receipt`` and ``waits`` are those of the Reply that it is a
    part of. ``number`` orders the rows; 0 until the store has given one. ``stays`` marks a line of
    a channel that keeps its own list: it is on its way nowhere, and is there until it is forgotten.
    """

    conversation: str
    to: Address
    kind: Literal["reply", "reminder"]
    what: Reply | Delete | Rendered | Said
    keyboard: tuple[str, ...] | None = None
    roles: tuple[Role, ...] = ()
    placeholder: str = ""
    step: str = ""
    version: int = 0
    receipt: bool = False
    waits: bool = False
    number: int = 0
    stays: bool = False
