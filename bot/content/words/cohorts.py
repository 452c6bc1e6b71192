"""The words of ``dialogues/common.yaml`` around cohorts, coordinators and reminders.

What learners read is held to the limits of prompts; what coordinators read, to those of help.
"""

from __future__ import annotations

from typing import Annotated

from bot.content.models.base import Closed
from bot.content.models.counted import Counted
from bot.content.text_kinds import Help as HelpText
from bot.content.text_kinds import Label, Plain, PlainHelp, Prompt, fills


class JoiningWords(Closed):
    """Joining a cohort, and becoming a coordinator."""

    invited: Annotated[Prompt, fills("cohort")]
    sees: Plain
    ask: Plain
    joined: Annotated[Prompt, fills("cohort")]
    ask_name: Plain
    not_joined: Plain
    no_name: Plain
    check_name: Annotated[Prompt, fills("name")]
    name_shown: Annotated[Prompt, fills("name")]
    here_already: Annotated[Prompt, fills("cohort")]
    left: Annotated[Prompt, fills("cohort")]
    not_here: Plain
    link_gone: Plain
    at_work: Annotated[Prompt, fills("whom")]
    code_how: Plain
    code_wrong: Plain
    too_many: Plain
    seated: Annotated[Prompt, fills("cohort")]
    may_create_cohorts: Plain
    ask_sssc: Plain


class CoordinatorWords(Closed):
    """The pages of a coordinator."""

    list: PlainHelp
    list_empty: PlainHelp
    list_closed_only: PlainHelp
    home: Annotated[HelpText, fills("cohort", "dialogue", "people", "finished", "ends", "zone")]
    people: Counted
    home_small: Annotated[HelpText, fills("cohort", "dialogue", "people", "ends", "zone")]
    learner: Annotated[Label, fills("number")]
    progress: Annotated[HelpText, fills("cohort", "people", "left")]
    row: Annotated[HelpText, fills("name", "count")]
    stuck: PlainHelp
    csv: PlainHelp
    csv_people: PlainHelp
    csv_who: PlainHelp
    csv_place: PlainHelp
    csv_words: PlainHelp
    csv_moved: PlainHelp
    csv_group: PlainHelp
    csv_day: PlainHelp
    chart_subtitle: Annotated[HelpText, fills("people", "date")]
    chart_steps: PlainHelp
    chart_finished: PlainHelp
    chart_stuck: PlainHelp
    invite_ask: PlainHelp
    invited: Annotated[HelpText, fills("link", "code", "count", "until", "cohort", "bot")]
    card: Annotated[HelpText, fills("code")]
    card_title: PlainHelp
    card_how: PlainHelp
    nudges_on: Annotated[HelpText, fills("days")]
    nudges_at: Annotated[HelpText, fills("day", "time")]
    nudge_words: Annotated[HelpText, fills("said")]
    nudges_starved: PlainHelp
    nudges_off: PlainHelp
    nudged: Annotated[HelpText, fills("count")]
    seat_link: Annotated[HelpText, fills("link", "until")]
    seat_left: Annotated[HelpText, fills("cohort")]
    coordinators: Counted
    audit: PlainHelp
    audit_line: Annotated[HelpText, fills("when", "who", "what")]
    coordinator: Annotated[Label, fills("number")]
    somebody: PlainHelp
    operator: PlainHelp
    settings: Annotated[HelpText, fills("ends")]
    told: Annotated[HelpText, fills("closing", "safeguarding", "contact")]
    none: PlainHelp
    whom: PlainHelp
    which_one: PlainHelp
    preview: PlainHelp
    weekly: Annotated[HelpText, fills("day", "time")]
    at_time: Annotated[HelpText, fills("when")]
    too_near: Annotated[HelpText, fills("when")]
    starves_nudges: PlainHelp
    send_ask: PlainHelp
    will_get: Counted
    small_audience: PlainHelp
    stopped_small: PlainHelp
    will_get_later: Counted
    people_are: Annotated[HelpText, fills("people")]
    nobody: PlainHelp
    planned: PlainHelp
    sending: Annotated[HelpText, fills("count")]
    reports: PlainHelp
    report: Annotated[HelpText, fills("when", "audience")]
    report_words: Annotated[HelpText, fills("words_sent")]
    report_standard: PlainHelp
    on_day: Annotated[HelpText, fills("day", "count")]
    on_day_pages: Annotated[HelpText, fills("day", "count")]
    moved_since: Annotated[HelpText, fills("count")]
    next_time: Annotated[HelpText, fills("when")]
    cancelled: Annotated[HelpText, fills("when")]
    sum: Annotated[HelpText, fills("count")]
    stopped: Annotated[HelpText, fills("count")]
    made: Annotated[HelpText, fills("cohort")]
    changed: PlainHelp
    person: Annotated[HelpText, fills("who", "place", "own_words", "when")]
    person_small: Annotated[HelpText, fills("who")]
    never_moved: PlainHelp
    person_gone: PlainHelp


class CoordinatorButtons(Closed):
    """Labels of a coordinator."""

    new: Label
    home: Label
    all: Label
    invite: Label
    progress: Label
    remind: Label
    reports: Label
    nudges: Label
    change: Label
    coordinators: Label
    audit: Label
    set_name: Label
    set_ends_on: Label
    set_closing: Label
    set_safeguarding: Label
    invite_one: Label
    invite_many: Annotated[Label, fills("count")]
    nudge_days: Annotated[Label, fills("days")]
    nudge_off: Label
    nudge_how: Label
    nudge_day: Label
    nudge_hour: Label
    nudge_weekdays: Label
    nudge_words: Label
    nudge_report: Label
    add_coordinator: Label
    leave_cohort: Label
    csv: Label
    unfinished: Label
    not_started: Label
    stuck_at: Annotated[Label, fills("step")]
    ready: Label
    one_person: Label
    more: Label
    send: Label
    who_now: Label
    who_finished: Label
    who_off: Label
    who_blocked: Label
    who_recent: Label
    report: Annotated[Label, fills("when")]
    refresh: Label
    cancel: Label
    again: Label
    london: Label
    standard_words: Label
    now: Label
    weekly: Label
    leave_empty: Label
    cancel_form: Label
    in_weeks: Annotated[Label, fills("count", "day")]
    remind_person: Annotated[Label, fills("who")]


class Forms(Closed):
    """The questions of a coordinator's forms, and their refusals."""

    ask_name: PlainHelp
    ask_dialogue: PlainHelp
    ask_ends_on: PlainHelp
    ask_zone: PlainHelp
    ask_closing: PlainHelp
    ask_safeguarding: PlainHelp
    ask_words: PlainHelp
    ask_timing: PlainHelp
    ask_nudge_words: PlainHelp
    left: PlainHelp
    bad_when: PlainHelp


class Places(Closed):
    """Where somebody can be, beside the questions."""

    new: PlainHelp
    welcome: PlainHelp
    review: PlainHelp
    statement: PlainHelp
    ready: PlainHelp
    submitted: PlainHelp


class AuditFacts(Closed):
    """Words for a change, or for whom a reminder went to, by its name in the log."""

    name: PlainHelp
    ends_on: PlainHelp
    closing: PlainHelp
    safeguarding: PlainHelp
    contact: PlainHelp
    nudges: PlainHelp
    nudge_words: PlainHelp
    unfinished: PlainHelp
    not_started: PlainHelp
    stuck: PlainHelp
    ready: PlainHelp
    one: PlainHelp
    still: PlainHelp
    everybody: PlainHelp
    goodbye: PlainHelp


class Audit(Closed):
    """The log of what coordinators did."""

    made: Annotated[HelpText, fills("facts", "step", "who")]
    invited: Annotated[HelpText, fills("facts")]
    invited_coordinator: Annotated[HelpText, fills("facts", "step", "who")]
    invited_successor: PlainHelp
    seated: Annotated[HelpText, fills("facts", "step", "who")]
    unseated: Annotated[HelpText, fills("facts", "step", "who")]
    coordinator_removed: Annotated[HelpText, fills("facts")]
    removed: PlainHelp
    left_alone: PlainHelp
    closed: PlainHelp
    reopened: PlainHelp
    handed_over: PlainHelp
    nudges: Annotated[HelpText, fills("facts")]
    nudges_off: PlainHelp
    sent: Annotated[HelpText, fills("facts")]
    cancelled: Annotated[HelpText, fills("facts", "step", "who")]
    sent_again: Annotated[HelpText, fills("facts")]
    sent_missed: Annotated[HelpText, fills("facts")]
    changed: Annotated[HelpText, fills("facts")]
    replanned: PlainHelp
    paused: PlainHelp
    resumed: PlainHelp
    alarm: Annotated[HelpText, fills("facts", "step", "who")]
    withdrew: Annotated[HelpText, fills("facts")]
    withdrew_coordinator: PlainHelp
    withdrew_successor: PlainHelp
    signed_in: Annotated[HelpText, fills("facts", "step", "who")]


class Groups(Closed):
    """The names of audiences."""

    unfinished: Annotated[HelpText, fills("facts", "step", "who")]
    not_started: Annotated[HelpText, fills("facts", "step", "who")]
    stuck: Annotated[HelpText, fills("step")]
    ready: Annotated[HelpText, fills("facts", "step", "who")]
    one: Annotated[HelpText, fills("who")]
    still: PlainHelp
    everybody: PlainHelp
    goodbye: PlainHelp
