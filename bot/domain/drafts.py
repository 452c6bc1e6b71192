"""Drafts that somebody is filling in, one field after the other, and has not sent yet.

``asked`` is the field that was asked for last, "" when every field has been answered. ``kind``
tells one draft from another in JSON.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.domain.recurrence import Timing
from bot.domain.reminders import Audience

CohortField = Literal["name", "dialogue", "ends_on", "zone", "closing", "safeguarding"]

ChangeField = Literal["ends_on", "closing", "safeguarding", "contact", "new_name", "nudge_words"]

ReminderField = Literal["words", "timing"]
"""What is asked of a reminder, in this order."""


AnswerField = Literal["question", "reader_name", "reader_role"]


@dataclass(frozen=True, slots=True)
class CohortDraft:
    """A cohort in the making."""

    name: str = ""
    dialogue: str = ""
    ends_on: date | None = None
    zone: str = ""
    closing: str = ""
    safeguarding: str = ""
    asked: CohortField | Literal[""] = "name"
    kind: Literal["cohort"] = "cohort"


@dataclass(frozen=True, slots=True)
class ChangeDraft:
    """Changes to make to a cohort. None stays as it is."""

    cohort: str
    ends_on: date | None = None
    closing: str | None = None
    safeguarding: str | None = None
    contact: str | None = None
    new_name: str | None = None
    nudge_words: str | None = None
    asked: ChangeField | Literal[""] = ""
    kind: Literal["change"] = "change"

    @property
    def about(self) -> Literal["told", "nudges", "cohort"]:
        """Return whether it changes what learners read, the nudges, or the cohort itself."""
        told = (self.closing, self.safeguarding, self.contact) != (None, None, None)
        if told or self.asked in ("closing", "safeguarding", "contact"):
            return "told"
        is_nudge = self.nudge_words is not None or self.asked == "nudge_words"
        return "nudges" if is_nudge else "cohort"


@dataclass(frozen=True, slots=True)
class ReminderDraft:
    """A reminder in the making. ``words`` are "" for the standard ones, ``timing`` None for now.

    ``id`` becomes the id of the reminder, so that a second *Send* is known for what it is. With
    ``changes`` it is the id of one that is planned, which shall be as the draft says.
    """

    id: str
    cohort: str
    audience: Audience
    words: str = ""
    timing: Timing | None = None
    asked: ReminderField | Literal[""] = "words"
    kind: Literal["reminder"] = "reminder"
    changes: bool = False


@dataclass(frozen=True, slots=True)
class AnswerDraft:
    """A coordinator's answer to a statement that is shared with them; ``key`` says of which one.

    A question has a ``step``; whoever confirms that they know of the work has a name and a role.
    """

    cohort: str
    key: str
    step: str = ""
    question: str = ""
    reader_name: str = ""
    reader_role: str = ""
    asked: AnswerField | Literal[""] = "question"
    kind: Literal["answer"] = "answer"


@dataclass(frozen=True, slots=True)
class NameDraft:
    """A name that was typed for a cohort's coordinators and is not confirmed."""

    cohort: str
    name: str
    kind: Literal["name"] = "name"


FormDraft = CohortDraft | ChangeDraft | ReminderDraft | AnswerDraft
"""What is filled in one field after the other. A field has the name of its attribute."""

Draft = FormDraft | NameDraft
