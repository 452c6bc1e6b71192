"""Events that come in: one thing that a learner did, or a reminder that is due."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Literal

from bot.domain.addresses import Address
from bot.domain.reminders import Kind

EventKind = Literal["say", "press", "edit", "open", "attachment", "sorry", "remind"]
"""``say`` typed text (commands too), ``press`` a button's label, ``edit`` new text for an earlier
message, ``open`` the learner came back to the terminal, ``attachment`` something that is no text
(its caption is), ``sorry`` an earlier event could not be handled, ``remind`` a reminder is due."""

Attachment = Literal["voice", "photo", "other"]


@dataclass(frozen=True, slots=True)
class Reminder:
    """The subject of a reminder. ``cohort`` is the name of the one that it comes from, or "";
    ``contact`` how its coordinators can be reached, or "". A message asks nothing, nor does
    news. ``by_mail``: it is read where nothing is answered, and where no word of theirs may stand.
    ``which`` says of news about a shared statement what it is of.
    """

    kind: Kind
    dialogue: str
    cohort: str = ""
    contact: str = ""
    is_message: bool = False
    by_mail: bool = False
    which: str = ""


_COMMAND = re.compile(r"/(\w*)(?:@\w+)?(?=\s|$)")


@dataclass(frozen=True)
class Event:
    """One thing a learner did.

    ``conversation`` is its id, "" where a channel knows the ``address`` only: the service then
    finds it or begins one. Replies go to ``address``. ``key`` tells this event from every other
    one, so that a second delivery changes nothing. ``source`` names the message itself and stays
    the same when it is edited: a ``say`` is stored under it, an ``edit`` looks for it. ``dialogue``
    is set by ``open`` when a channel asks for one. ``at`` is when it was sent, where the channel
    knows; ``late`` means the coach was away then. ``version`` is the turn that a pressed button was
    shown in, None for a typed label. A ``remind`` has a coordinator's words as its text.
    ``cut_at`` is the length, in UTF-16 units, at which the sender's client cuts a long paste into
    several messages; 0 where none does. ``passed_on`` means that somebody else, or a bot, may have
    written it: a forward.
    """

    conversation: str
    kind: EventKind
    text: str
    key: str
    source: str = ""
    dialogue: str = ""
    at: datetime | None = None
    late: bool = False
    attachment: Attachment | None = None
    version: int | None = None
    reminder: Reminder | None = None
    address: Address | None = None
    cut_at: int = 0
    passed_on: bool = False

    @cached_property
    def command(self) -> str | None:
        """The name of the command that a text is: "" for a bare slash, None for no command."""
        if self.kind != "say" or not self.text.startswith("/"):
            return None
        match = _COMMAND.match(self.text)
        return match[1].lower() if match else ""
