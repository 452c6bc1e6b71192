"""Commands of a turn, or of a reader, to what is shared. ``commands.py`` says how it is done."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.sharing import Act, Sharing


@dataclass(frozen=True, slots=True)
class Share:
    """A statement can be read by one person from now on."""

    sharing: Sharing


@dataclass(frozen=True, slots=True)
class TakeBack:
    """It can be read no more, and no copy of it stays. Its learner does it."""

    hash: str


@dataclass(frozen=True, slots=True)
class TakeToRead:
    """A coordinator opens what a group was asked to read. Nobody else may have done so before."""

    hash: str


@dataclass(frozen=True, slots=True)
class NoteAct:
    """A reader did this. It must be open still, and each answer is given once."""

    hash: str
    act: Act


SharingCommand = Share | TakeBack | TakeToRead | NoteAct
