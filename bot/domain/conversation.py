"""The conversation between a learner and the coach, as plain data.

What authors write (Dialogue, Step, Resource, the words) is in ``content/models/``; here is what
learners do with it. Everything a conversation holds makes a round trip through JSON unchanged.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from datetime import datetime
from operator import attrgetter
from typing import Any, TypeVar

from bot.domain.drafts import Draft, FormDraft, NameDraft
from bot.domain.messages import Message, Messages
from bot.domain.offers import Button
from bot.domain.reminder_preferences import ReminderPreferences

T = TypeVar("T")

NO_PROMPT = "none"
"""Nothing is asked beside the question of the step."""

SCREEN = 600
"""About how many characters a phone shows at once."""


@dataclass(slots=True)
class Attempt:
    """One time through one dialogue.

    ``path`` holds the steps behind, so that Back is history. ``picks`` are the ids of the choices
    made, by step. ``named`` are the practices that the learner named or agreed to, ``asked`` the
    follow-ups that were asked, by step; ``rejected`` the practices that the learner did not see
    there, ``harm_told`` the steps at which they wrote of their own distress. ``parts_asked`` are
    the parts that were asked for, each as ``step:part``; ``asked_after`` is, by step, the number of
    the newest message when that was done last, ``smaller_after`` the same for a smaller question,
    at any step; ``told_beside`` are parts that are told in no answer, as a role in a question;
    ``seen`` is the practice that was named last, by step. ``ahead`` are steps that
    were filled before the learner came to them. ``passed`` are decisions that were asked about and
    not made, each as ``prompt:message``. ``outcome_asked`` is said once; ``own_at`` is when they
    said that every line is theirs, ``sent_at`` when they said that it is sent, ``sent_before`` when
    they said so the time before. ``outcome`` is what the learner said became of it.
    ``kept_phrases`` are fingerprints of phrases that may show who somebody is and that the learner
    kept, ``asked_for`` is the step that the review asks about, ``question`` what it asks.
    """

    number: int
    dialogue: str
    step: str
    path: list[str] = field(default_factory=list)
    picks: dict[str, list[str]] = field(default_factory=dict)
    named: dict[str, list[str]] = field(default_factory=dict)
    asked: dict[str, list[str]] = field(default_factory=dict)
    asked_at: datetime | None = None
    rejected: dict[str, list[str]] = field(default_factory=dict)
    harm_told: list[str] = field(default_factory=list)
    parts_asked: list[str] = field(default_factory=list)
    asked_after: dict[str, int] = field(default_factory=dict)
    smaller_after: int = 0
    told_beside: list[str] = field(default_factory=list)
    seen: dict[str, str] = field(default_factory=dict)
    ahead: list[str] = field(default_factory=list)
    passed: list[str] = field(default_factory=list)
    outcome_asked: bool = False
    started_at: datetime | None = None
    own_at: datetime | None = None
    sent_at: datetime | None = None
    sent_before: datetime | None = None
    picked_at: datetime | None = None
    outcome: str = ""
    kept_phrases: list[str] = field(default_factory=list)
    asked_for: str = ""
    question: str = ""


@dataclass(slots=True)
class ActivityRound:
    """How far somebody is with sorting activities: the ids of this round, how many of them are
    done, and what earlier rounds showed."""

    round: list[str] = field(default_factory=list)
    done: int = 0
    seen: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Conversation:
    """All that is known of one conversation.

    ``id`` is its own: addresses in channels point to it. ``current`` is the number of the attempt
    in hand, 0 for none. ``greeted`` means the welcome, and with it who can read what, has been
    shown. ``invitation`` is the hash of what a link or a
    typed code brought along, while joining is asked about, ``by_code`` says which. ``prompt`` is
    what was asked last beside the question of the step, ``prompt_message`` the number of the
    message that it is about. ``open_page`` is what they leaf through, "" for nothing.
    ``not_names`` is what the learner said is no name, ``said`` and ``quoted`` are marks of the
    lines that the coach has said and of the clauses that it has said back, ``edition`` which badge
    page fits their work, ``has_read`` that a page was opened, ``distressed`` that they wrote of
    their own despair or of danger: nobody reminds them until they come back. ``undecided`` are the
    numbers of messages about harm that were neither kept nor dropped, ``harm_at`` is that of the
    newest that told of it, 0 for none or once they are back at the badge. ``taken_out`` are the
    numbers of the messages that words were taken out of just now, each with its cuts before that.
    ``pressed`` is the label that was pressed last, and when.
    ``preferences`` are those for reminders, ``reminded`` is the ``dialogue:step`` that a reminder
    asked for just now, ``asked_since`` that what is asked beside the question was asked after it,
    ``draft`` what is being filled in, ``drafts`` what was begun before and left, ``name_draft`` a
    name that is not confirmed, ``hinted`` that they were told what a coordinator is told once,
    ``knows_badges`` that coordinators see how many have the badge, ``knows_counts`` that they see
    how many name each skill or wait for a reader. ``name_for`` is the form of the file for which a
    name is asked, ``keeps_name`` that it is to be kept, ``own_name`` the one that is, "" for none.
    ``since_asked`` is how much was said since the open question was, in characters, up to more than
    a ``SCREEN``. ``offers`` can be pressed, as the last turn left it (empty: not known),
    ``offered_before`` are the labels as the turn before that left them, in small letters,
    ``handled`` are the newest events that are no messages. ``placeholder`` says what can be typed,
    in a few words. ``version`` counts turns.
    ``channel`` is the one that they last wrote in, "" where that is not known.
    """

    id: str
    attempts: list[Attempt] = field(default_factory=list)
    messages: Messages = field(default_factory=Messages)
    current: int = 0
    prompt: str = NO_PROMPT
    greeted: bool = False
    stopped: bool = False
    invitation: str = ""
    by_code: bool = False
    open_page: str = ""
    prompt_message: int = 0
    not_names: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    quoted: list[str] = field(default_factory=list)
    edition: str = ""
    has_read: bool = False
    distressed: bool = False
    undecided: list[int] = field(default_factory=list)
    taken_out: list[str] = field(default_factory=list)
    harm_at: int = 0
    pressed: str = ""
    pressed_at: datetime | None = None
    activity_round: ActivityRound = field(default_factory=ActivityRound)
    preferences: ReminderPreferences = field(default_factory=ReminderPreferences)
    reminded: str = ""
    asked_since: bool = False
    draft: Draft | None = None
    drafts: list[FormDraft] = field(default_factory=list)
    name_draft: NameDraft | None = None
    hinted: bool = False
    knows_badges: bool = False
    knows_counts: bool = False
    name_for: str = ""
    keeps_name: bool = False
    own_name: str = ""
    since_asked: int = SCREEN + 1
    offers: list[Button] = field(default_factory=list)
    offered_before: list[str] = field(default_factory=list)
    handled: list[str] = field(default_factory=list)
    placeholder: str = ""
    version: int = 0
    channel: str = ""

    def __post_init__(self) -> None:
        if not isinstance(self.messages, Messages):  # what was kept is read as a plain list
            self.messages = Messages(self.messages)

    @property
    def attempt(self) -> Attempt:
        """The attempt in hand. Raises IndexError before the first turn."""
        return self.attempts[self.current - 1]

    def copy(self) -> Conversation:
        """A copy that can be changed without touching this one. Messages are frozen and shared."""
        made = _copied(self, _OF_CONVERSATION)
        made.attempts = [_copied(each, _OF_ATTEMPT) for each in self.attempts]
        made.messages = self.messages.copy()
        made.activity_round = _copied(self.activity_round, _OF_ROUND)
        made.preferences = _copied(self.preferences, _OF_PREFERENCES)
        return made


class _Fields:
    """The fields of a class: how all are read, and which hold lists and lists by a name."""

    def __init__(self, of: type[Any]) -> None:
        every = fields(of)
        self.read = attrgetter(*(each.name for each in every))
        self.lists = [each.name for each in every if each.default_factory is list]
        by_name = [each for each in every if each.default_factory is dict]
        self.by_name = [each.name for each in by_name if "list[" in str(each.type)]
        self.plain = [each.name for each in by_name if "list[" not in str(each.type)]


_OF_CONVERSATION, _OF_ATTEMPT = _Fields(Conversation), _Fields(Attempt)
_OF_ROUND, _OF_PREFERENCES = _Fields(ActivityRound), _Fields(ReminderPreferences)


def _copied(one: T, known: _Fields) -> T:
    """Return a copy with lists of its own."""
    made = type(one)(*known.read(one))
    for name in known.lists:
        setattr(made, name, [*getattr(one, name)])
    for name in known.by_name:
        lists = getattr(one, name)
        setattr(made, name, {at: [*each] for at, each in lists.items()})
    for name in known.plain:
        setattr(made, name, getattr(one, name).copy())
    return made


_PARAGRAPH = re.compile(r"\S[^\n]*")

Piece = tuple[Message, int, int]
"""A message, and from where to where a piece of it goes."""


def pieces_of(message: Message) -> list[Piece]:
    """The paragraphs of a message. One that lines were left out of stays whole."""
    spans = [found.span() for found in _PARAGRAPH.finditer(message.text)]
    if len(spans) < 2 or message.cuts:
        spans = [(0, len(message.text))]
    return [(message, start, end) for start, end in spans]


def is_unsent(conversation: Conversation) -> bool:
    """Whether the statement in hand was never said to be sent, or has changed since."""
    attempt = conversation.attempt
    sent_at, picked_at = attempt.sent_at, attempt.picked_at
    if sent_at is None or (picked_at and picked_at > sent_at):
        return True
    return any(
        (message.edited_at or message.at) > sent_at
        for message in conversation.messages
        if message.attempt == attempt.number and message.step and not message.aside
    )
