"""Words of ``coach cohort`` where a chat would speak of its buttons."""

from __future__ import annotations

from typing import Annotated

from bot.content.models.base import Closed
from bot.content.text_kinds import Help as HelpText
from bot.content.text_kinds import Plain, PlainHelp, fills


class CohortCommandWords(Closed):
    """Sentences for who looks after cohorts from the command line."""

    add_yes: PlainHelp
    made: Annotated[HelpText, fills("cohort", "id")]
    close_ask: Annotated[HelpText, fills("cohort")]
    closed: Annotated[HelpText, fills("cohort", "id")]
    change_what: PlainHelp
    remove_whom: PlainHelp
    remind_whom: PlainHelp
    steps: Annotated[HelpText, fills("steps")]
    no_reminders: PlainHelp
    card: Annotated[HelpText, fills("path")]
    no_link: PlainHelp
    only_here: PlainHelp
    list_heads: Plain
    link_heads: Plain
    reminder_heads: Plain
