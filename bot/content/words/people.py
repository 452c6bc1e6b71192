"""Words between people: forms that wait, who sends a reminder, what joining means, times."""

from __future__ import annotations

from typing import Annotated

from bot.content.models.base import Closed
from bot.content.text_kinds import Help as HelpText
from bot.content.text_kinds import Label, Plain, PlainHelp, Prompt, fills


class PeopleWords(Closed):
    """Words around those who look after a cohort, and to those who are in it."""

    form_kept: PlainHelp
    go_on_cohort: Label
    go_on_change: Label
    go_on_reminder: Label
    tomorrow: Label
    no_time_set: Plain
    later_is_quiet: Annotated[Prompt, fills("end")]
    not_before_is_quiet: Annotated[Prompt, fills("end")]
    no_time_left: Plain
    nothing_rings: Plain
    later_kept: Annotated[Prompt, fills("when", "page")]
    kept_time: Annotated[Prompt, fills("when")]
    only_shown: Annotated[Prompt, fills("page")]
    set_contact: Label
    ask_contact: PlainHelp
    from_nudge: Annotated[Prompt, fills("cohort")]
    not_read: Plain
    message_from: Annotated[Prompt, fills("cohort")]
    reach: Annotated[Prompt, fills("contact")]
    closing_from: Annotated[Prompt, fills("cohort")]
    for_person: Plain
    sees_more: Plain
    badges_seen: Plain
    one_gets_it: PlainHelp
    card_what: PlainHelp
    card_code_to: Annotated[HelpText, fills("bot")]
    card_until: Annotated[HelpText, fills("until")]
