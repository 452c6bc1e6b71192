"""The words around what coordinators ask, look up and keep for later."""

from __future__ import annotations

from bot.content.models.base import Closed
from bot.content.text_kinds import PlainHelp

COORDINATOR_TOPICS = (
    "one_person",
    "invite",
    "see_words",
    "forget",
    "remind",
    "progress",
    "change",
    "stop",
)
"""What coordinators ask about, the more special before the others."""


class CoordinatorHelp(Closed):
    """Help of a coordinator's own: what is said to ``/help``, and to each topic."""

    intro: PlainHelp
    more: PlainHelp
    one_person: PlainHelp
    invite: PlainHelp
    see_words: PlainHelp
    remind: PlainHelp
    progress: PlainHelp
    change: PlainHelp
    stop: PlainHelp
    forget: PlainHelp
    unknown: PlainHelp
    left: PlainHelp
    not_kept: PlainHelp
    nobody_fits: PlainHelp


class CoordinatorCues(Closed):
    """By which words a topic is known; ``invit*`` is each that begins so."""

    one_person: tuple[str, ...]
    invite: tuple[str, ...]
    see_words: tuple[str, ...]
    remind: tuple[str, ...]
    progress: tuple[str, ...]
    change: tuple[str, ...]
    stop: tuple[str, ...]
    forget: tuple[str, ...]
