"""The outcome of one event: words to say, a conversation to keep, commands to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bot.domain.addresses import Address
from bot.domain.coaching import Coaching
from bot.domain.conversation import Conversation
from bot.domain.documents import Document
from bot.domain.offers import Button
from bot.domain.pictures import Picture
from bot.domain.progress import Progress
from bot.domain.reminder_preferences import ReminderPreferences

if TYPE_CHECKING:
    from bot.domain.commands import Command


@dataclass(frozen=True, slots=True)
class Link:
    """A page to open. ``copied`` means that its address is for pasting somewhere."""

    title: str
    url: str
    copied: bool = False


@dataclass(frozen=True, slots=True)
class File:
    """A file for the learner to keep. ``stem`` has no ending; the channel chooses where it lies.

    ``picture`` is drawn when the file is written or leaves; the reply says what it shows. So is
    ``document`` made, in the form that ``ending`` names, and a zip of what is ``inside``.
    ``otherwise`` is said where that turns out to be impossible.
    """

    stem: str
    ending: str
    mime: str
    text: str = ""
    picture: Picture | None = None
    document: Document | None = None
    inside: tuple[File, ...] = ()
    otherwise: str = ""

    @property
    def name(self) -> str:
        """Return the whole name, with its ending."""
        return f"{self.stem}.{self.ending}"

    @property
    def is_made(self) -> bool:
        """Whether it is made when it leaves, and is no text that stands here already."""
        return bool(self.document or self.inside or self.ending == "svg")


@dataclass(frozen=True, slots=True)
class Reply:
    """One message of the coach.

    ``verbatim`` is a learner's own text, to be shown as it is and copied. ``typed`` holds the spans
    of a learner's words inside a text of ours, so that no channel takes them for mark-up,
    ``moments`` those of times that a channel may show in the reader's own clock, each with its
    seconds since 1970.
    ``receipt`` is an acknowledgement that a later one makes needless; ``waits`` means the rest of a
    cut paste is likely on its way, so that the reply may wait for it.
    """

    text: str
    buttons: tuple[Button, ...] = ()
    links: tuple[Link, ...] = ()
    file: File | None = None
    verbatim: bool = False
    typed: tuple[tuple[int, int], ...] = ()
    receipt: bool = False
    waits: bool = False
    moments: tuple[tuple[int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Reach:
    """How a learner can be reached. ``resting`` means that reminders are stopped.

    ``last_at`` is when they last wrote, None where a turn says nothing of it.
    """

    preferences: ReminderPreferences
    resting: bool
    last_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """The outcome of one event: where the conversation stood, where it stands, what to say, and
    when.

    ``forget`` asks the store to delete the chat; ``leaving`` tells a terminal to close.
    ``offered_before`` are the choices that were open before. ``delete`` names messages, by source,
    whose copy in the channel should go, because they hold what must not be kept. ``commands`` are
    done in the same transaction; ``is_reminder`` marks a turn that the learner did not begin.
    ``address`` is where the replies go, None where the caller shows them. Reminders go
    by ``progress``, None where everything is forgotten, and by ``reach``. ``coaching`` is what the
    message was taken for, None for a press or a command. ``coordinates`` is whether they look after
    a cohort, or may make one. ``said`` is the label that was pressed or the
    command that was sent.
    """

    before: Conversation
    after: Conversation
    replies: tuple[Reply, ...]
    at: datetime
    forget: bool = False
    leaving: bool = False
    offered_before: tuple[Button, ...] = ()
    delete: tuple[str, ...] = ()
    commands: tuple[Command, ...] = ()
    progress: Progress | None = None
    reach: Reach | None = None
    is_reminder: bool = False
    address: Address | None = None
    coaching: Coaching | None = None
    coordinates: bool = False
    said: str = ""
