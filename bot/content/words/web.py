"""The words of the page in the browser."""

from __future__ import annotations

from typing import Annotated

from bot.content.models.base import Closed
from bot.content.models.counted import Counted
from bot.content.text_kinds import Help, Label, Plain, PlainHelp, fills
from bot.content.words.cohort_pages import CohortPages


class TrialPerson(Closed):
    """Somebody to look over the shoulder of, and what they have written before."""

    name: Label
    says: tuple[str, ...]


class Trial(Closed):
    """Words for a trial, where all sides can be seen."""

    title: Label
    how: Plain
    clock: Label
    hour: Label
    day: Label
    week: Label
    who: Label
    you: Label
    coordinator: Label
    elsewhere: Label
    alone: Label
    cohort: Label
    letters: Label
    letters_count: Counted
    letter_to: Annotated[Help, fills("address")]
    no_letters: Plain
    people: tuple[TrialPerson, ...]


class Web(Closed):
    """Words for the page alone: what it calls its parts, and what it says by itself."""

    title: Label
    skip: Label
    menu: Label
    field: Label
    send: Label
    write: Label
    ways: Label
    beside: Label
    now: Label
    said_before: Annotated[Label, fills("count")]
    earlier_all: Label
    you: Label
    coach: Label
    change: Label
    change_title: Label
    change_how: Plain
    changed: Label
    save: Label
    cancel: Label
    answers: Label
    taken_out: Plain
    copy_it: Label
    copied: Label
    download: Label
    download_file: Annotated[Label, fills("name")]
    kept_here: PlainHelp
    kept_alone: PlainHelp
    kept_group: PlainHelp
    kept_chat: PlainHelp
    field_saved: Plain
    nothing_typed: Plain
    stale_form: PlainHelp
    went_on: PlainHelp
    not_saved: PlainHelp
    too_long: PlainHelp
    too_fast: Plain
    bad_request: Plain
    not_found: Plain
    fault: PlainHelp
    onward: Label
    to_start: Label
    offline: PlainHelp
    offline_title: Label
    waiting: Label
    offline_how: PlainHelp
    away: Plain
    not_kept: PlainHelp
    gone_title: Label
    keys_title: Label
    keys_how: PlainHelp
    keys_make: Label
    keys_old: Plain
    keys_empty: Plain
    keys_once: PlainHelp
    keys_link: Label
    keys_words: Label
    keys_either: Plain
    others_title: Label
    others: Counted
    others_end: Label
    close_one: Label
    back_title: Label
    back_words: Label
    back_open: Label
    back_other: PlainHelp
    wrong_words: Plain
    too_many_words: Plain
    link_gone: Plain
    join_title: Label
    join_how: Plain
    door_browser: Label
    door_browser_reads: PlainHelp
    door_browser_open: Label
    door_telegram: Label
    door_telegram_reads: PlainHelp
    door_telegram_open: Label
    to_keys: Label
    to_back: Label
    shown_once: Plain
    once_title: Label
    invited: Annotated[Help, fills("cohort", "link", "until", "code", "count")]
    card_title: Label
    card_code: Annotated[Help, fills("page")]
    cross_title: Label
    cross_how: PlainHelp
    cross_own: PlainHelp
    cross_open: Label
    cross_stay: Label
    cross_gone: PlainHelp
    crossed_own: PlainHelp
    telegram_title: Label
    telegram_how: PlainHelp
    telegram_make: Label
    telegram_once: Annotated[Help, fills("minutes")]
    telegram_code: PlainHelp
    trial: Trial
    cohorts: CohortPages
