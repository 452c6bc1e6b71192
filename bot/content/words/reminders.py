"""The words of reminders and of ``/reminders``."""

from __future__ import annotations

from typing import Annotated

from bot.content.models.base import Closed
from bot.content.models.counted import Counted
from bot.content.text_kinds import Help as HelpText
from bot.content.text_kinds import Label, Plain, PlainHelp, Prompt, fills


class RemindersWords(Closed):
    """The words of a reminder, and of ``/reminders``."""

    from_cohort: Annotated[Prompt, fills("cohort")]
    asked_for: Plain
    done: Annotated[Prompt, fills("done")]
    last_line: Annotated[Prompt, fills("line")]
    question: Annotated[Prompt, fills("question")]
    answer_here: Plain
    ready: Annotated[Prompt, fills("name")]
    taken: Annotated[Prompt, fills("label", "name")]
    are_on: Plain
    are_off: Plain
    quiet: Annotated[Prompt, fills("end", "zone")]
    not_before: Annotated[Prompt, fills("time")]
    rota_on: Annotated[Prompt, fills("on", "off")]
    rota_off: Annotated[Prompt, fills("on", "off")]
    days_off_only: Plain
    weekends_off: Plain
    snoozed: Annotated[Prompt, fills("when")]
    quotes: Plain
    no_quotes: Plain
    in_cohort: Annotated[Prompt, fills("cohort", "name")]
    how: Plain
    not_read: Annotated[Prompt, fills("typed")]
    nb_ask: Plain
    quiet_ask: Plain
    rota_ask: Plain
    zone_ask: Plain
    later_ask: Plain
    later_type: Plain
    later_set: Annotated[Prompt, fills("when")]
    after_stop: Plain
    declined: Plain
    later_not_read: Annotated[Prompt, fills("typed")]


class ReminderButtons(Closed):
    """Labels around reminders."""

    turn_on: Label
    turn_off: Label
    leave_off: Label
    later: Label
    not_before: Label
    quiet: Label
    rota: Label
    zone: Label
    any_day: Label
    days_off: Label
    quotes: Label
    no_quotes: Label
    leave: Annotated[Label, fills("cohort")]
    two_hours: Label
    tonight: Label
    morning: Label
    day_off: Label
    pick: Label
    hour: Annotated[Label, fills("time")]
    any_hour: Label
    span: Annotated[Label, fills("end")]
    pattern: Annotated[Label, fills("on", "off")]
    no_rota: Label
    weekends: Label
    hide_name: Annotated[Label, fills("cohort")]
    all: Label


class Reasons(Closed):
    """Why somebody gets no reminder."""

    finished: Counted
    off: Counted
    blocked: Counted
    recent: Counted
    left: Counted
    moved_on: Counted
    late: Counted
    over: Counted
    cancelled: Counted
    paused: Counted


class RecipientStates(Closed):
    """The states of a reminder."""

    sent: Annotated[HelpText, fills("count")]
    shown: Annotated[HelpText, fills("count")]
    one_person: PlainHelp
    one_on_page: PlainHelp
    waiting: Annotated[HelpText, fills("count")]
    queued: Annotated[HelpText, fills("count")]
    sending: Annotated[HelpText, fills("count")]
    blocked: Annotated[HelpText, fills("count")]
    failed: Annotated[HelpText, fills("count")]
    returned: Annotated[HelpText, fills("count")]
    unknown: Annotated[HelpText, fills("count")]
