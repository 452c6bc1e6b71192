"""The model of ``dialogues/support.yaml``: when somebody speaks of harm.

A *phrase* is a small pattern, read by ``parse``:

- words, small letters, apostrophes or not: ``can't`` and ``cant`` are one word;
- ``a|b`` either of them; ``hit*`` any word that begins so; ``<staff>`` any word of that list;
- ``...`` up to four words between, never past the end of a sentence or a word of ``walls``;
- ``(just)`` what may be missing;
- ``START`` the beginning of a sentence, for those who leave out “I”;
- ``a & b`` in ``faint`` alone: both phrases in one sentence, near each other, in any order;
- ``SIGN`` in ``quiet`` alone: the words that were taken for a sign.

There is no regular expression in it, so nothing an author writes can be slow or break.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

from bot.content.models.base import Closed
from bot.content.models.harm_phrases import Signs
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


class Texts(Closed):
    """The answers, one text for each kind of harm. ``keep_or_drop`` is asked after any of them.

    ``own_life`` is the learner's own distress as a crisis; ``danger`` any other crisis.
    """

    child: PlainHelp
    adult: PlainHelp
    abuse: PlainHelp
    wrongdoing: PlainHelp
    distress: PlainHelp
    own_life: PlainHelp
    danger: PlainHelp
    keep_or_drop: Plain


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

    texts: Texts
    support: SupportWords
    contacts: Annotated[tuple[Contact, ...], AfterValidator(_once)]
    signs: Signs
