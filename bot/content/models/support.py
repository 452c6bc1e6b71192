"""The model of ``dialogues/support.yaml``: whom to turn to. What is said of harm is in
``listening.yaml``."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

from bot.content.models.base import Closed
from bot.content.models.resource import Url
from bot.content.text_kinds import Help as HelpText
from bot.content.text_kinds import Id, Plain, PlainHelp, Prompt, fills


class Contact(Closed):
    """Somebody to turn to.

    ``status``: ``seen`` the number was read on its owner's page; ``seen_elsewhere`` on pages of
    others; ``not_verified`` on none. ``hours`` only where they were read. Without a ``number`` it
    is set for each cohort. ``what`` says what it is for, in one plain line.
    """

    id: Id
    name: Annotated[str, StringConstraints(min_length=1, max_length=60)]
    number: Annotated[str, StringConstraints(pattern=r"^\d[\d ]*\d$", max_length=16)] | None = None
    url: Url | None = None
    hours: Annotated[str, StringConstraints(min_length=1, max_length=80)] | None = None
    what: Plain
    checked_on: date
    status: Literal["seen", "seen_elsewhere", "not_verified"]
    note: Prompt | None = None


class SupportWords(Closed):
    """The answer to /support: ``intro``, then each contact as an entry."""

    intro: PlainHelp
    entry: Annotated[HelpText, fills("name", "number", "what")]
    with_hours: Annotated[HelpText, fills("name", "number", "what", "hours")]
    without_number: Annotated[HelpText, fills("name", "what")]


def _once(contacts: tuple[Contact, ...]) -> tuple[Contact, ...]:
    ids = [contact.id for contact in contacts]
    for each in ids:
        if ids.count(each) > 1:
            what = "the id “{id}” stands twice; change one"
            raise PydanticCustomError("contact", what, {"id": each})
    return contacts


class Support(Closed):
    """The whole of ``dialogues/support.yaml``."""

    support: SupportWords
    contacts: Annotated[tuple[Contact, ...], AfterValidator(_once)]
