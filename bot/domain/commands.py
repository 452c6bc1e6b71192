"""Commands of a turn beside its own conversation: to cohorts, invitations and reminders.

The engine only says what is to be done; the store does all of it in the transaction of the turn, or
nothing. ``RedeemInvitation`` holds the store to what the engine was told: when it is no longer so,
nothing is kept and the turn is taken again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.cohort import Cohort
from bot.domain.door_commands import DoorCommand
from bot.domain.invitations import Role
from bot.domain.reminders import Delivery, Schedule
from bot.domain.saved_words import SavedWords
from bot.domain.sharing_commands import SharingCommand


@dataclass(frozen=True, slots=True)
class SaveCohort:
    """A new cohort, or one with something changed."""

    cohort: Cohort


@dataclass(frozen=True, slots=True)
class AddCoordinator:
    """Somebody looks after a cohort from now on; ``cohort`` "" lets them make their own."""

    cohort: str
    chat_id: str


@dataclass(frozen=True, slots=True)
class RemoveCoordinator:
    """Somebody looks after a cohort no more."""

    cohort: str
    chat_id: str


@dataclass(frozen=True, slots=True)
class ExpectAlone:
    """Somebody still looks after a cohort alone, or still with others: what follows rests on it."""

    cohort: str
    chat_id: str
    is_alone: bool


@dataclass(frozen=True, slots=True)
class HandOver:
    """Somebody looks after a cohort in the place of ``instead_of``, "" for all who did."""

    cohort: str
    chat_id: str
    instead_of: str


@dataclass(frozen=True, slots=True)
class Invite:
    """A new invitation. Only the hash of its token is kept. ``code`` marks a typed one.

    ``link`` is the id that a link and its code share, whose uses are the same ones; "" takes one
    of its own. Who does it has made it: the store notes that in ``made_by``.
    """

    token_hash: str
    role: Role
    cohort: str
    expires_at: datetime
    uses: int
    code: bool = False
    link: str = ""
    made_by: str = ""


@dataclass(frozen=True, slots=True)
class RedeemInvitation:
    """One use of an invitation. It must have one left."""

    token_hash: str


@dataclass(frozen=True, slots=True)
class Withdraw:
    """A link of a cohort is gone, with its code. It must have as many uses left as was told."""

    cohort: str
    link: str
    left: int


@dataclass(frozen=True, slots=True)
class ChangeLink:
    """A link of a cohort can be used until another time, and its code with it."""

    cohort: str
    link: str
    until: datetime


@dataclass(frozen=True, slots=True)
class RecordWrongCode:
    """A typed code that is none, counted under ``guesser``; ``alarm``: too many in this hour."""

    guesser: str
    alarm: bool = False


@dataclass(frozen=True, slots=True)
class Join:
    """A learner joins a cohort, or comes back to it under their number of before."""

    cohort: str


@dataclass(frozen=True, slots=True)
class SetDisplayName:
    """The name that coordinators of a cohort may see, "" for none."""

    cohort: str
    name: str


@dataclass(frozen=True, slots=True)
class Leave:
    """A learner leaves a cohort. What waits for them from it is skipped.

    ``chat_id`` is whom a coordinator takes out, "" for who leaves by themselves.
    """

    cohort: str
    chat_id: str = ""


@dataclass(frozen=True, slots=True)
class ScheduleReminder:
    """A reminder, with a delivery for everybody in its audience where it goes now.

    Doing it twice changes nothing: a schedule and a delivery are each there once.
    """

    schedule: Schedule
    deliveries: tuple[Delivery, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeSchedule:
    """A reminder that was planned is as this says, unless it has been cancelled.

    What has not left of one that is paused now is skipped.
    """

    schedule: Schedule


@dataclass(frozen=True, slots=True)
class Cancel:
    """A reminder ends: what has not left is skipped."""

    schedule: str


@dataclass(frozen=True, slots=True)
class StopSchedules:
    """All that was planned in a cohort ends, and what waits from it is skipped."""

    cohort: str


@dataclass(frozen=True, slots=True)
class DeleteCohort:
    """A cohort is gone, with all that is kept of it. Nobody may have joined it."""

    cohort: str


@dataclass(frozen=True, slots=True)
class SendAgain:
    """Those whose reminder may not have arrived get it once more."""

    schedule: str


@dataclass(frozen=True, slots=True)
class SendToMissed:
    """Those who were missed get it, if they still should."""

    schedule: str


@dataclass(frozen=True, slots=True)
class SetOwnReminder:
    """The learner's own reminder, in the place of an earlier one. None: there shall be none."""

    due_at: datetime | None


@dataclass(frozen=True, slots=True)
class CancelPending:
    """Nothing that waits for this learner is sent any more."""


@dataclass(frozen=True, slots=True)
class SkipFinished:
    """Skip all that waits for this learner about a dialogue that they have finished.

    What they asked for themselves stays.
    """

    dialogue: str


@dataclass(frozen=True, slots=True)
class Tell:
    """Somebody else is told what has become of their place in a cohort."""

    news: Delivery


@dataclass(frozen=True, slots=True)
class SaveWords:
    """A coordinator's words that are kept to use again."""

    saved: SavedWords


@dataclass(frozen=True, slots=True)
class DeleteSavedWords:
    """Words that a coordinator kept are kept no more."""

    id: str


@dataclass(frozen=True, slots=True)
class Audit:
    """A line in the list of what coordinators did. ``what`` names its words."""

    cohort: str
    what: str
    facts: str = ""


Command = (
    SaveCohort
    | AddCoordinator
    | RemoveCoordinator
    | ExpectAlone
    | HandOver
    | Invite
    | RedeemInvitation
    | Withdraw
    | ChangeLink
    | RecordWrongCode
    | Join
    | SetDisplayName
    | Leave
    | ScheduleReminder
    | ChangeSchedule
    | Cancel
    | StopSchedules
    | DeleteCohort
    | SendAgain
    | SendToMissed
    | SetOwnReminder
    | CancelPending
    | SkipFinished
    | Tell
    | SaveWords
    | DeleteSavedWords
    | Audit
    | DoorCommand
    | SharingCommand
)
