"""The labels of the buttons, and a line for each command."""

from __future__ import annotations

from typing import Annotated

from bot.content.models.base import Closed
from bot.content.text_kinds import Label, PlainHelp, fills


class Buttons(Closed):
    """Labels. A whole message equal to an offered one presses it."""

    start: Label
    about: Annotated[Label, fills("name")]
    next: Label
    back: Label
    skip: Label
    pause: Label
    carry_on: Label
    beside: Label
    example: Label
    replace: Label
    restore: Label
    review: Label
    statement: Label
    profile: Label
    sent: Label
    sent_yes: Label
    sent_no: Label
    unsent: Label
    own_yes: Label
    own_no: Label
    change: Annotated[Label, fills("label")]
    add_to: Annotated[Label, fills("label")]
    leave_out: Label
    place: Label
    restart_yes: Label
    restart_no: Label
    forget_yes: Label
    forget_no: Label
    sort: Label
    management: Label
    leadership: Label
    both: Label
    sort_skip: Label
    to_question: Label
    frameworks: Label
    more_on: Annotated[Label, fills("name")]
    ideas: Label
    credit: Label
    show_example: Label
    other_example: Label
    picture: Label
    topics: Label
    more_links: Label
    name_it: Label
    show_noticed: Label
    none_of_these: Label
    agree: Label
    disagree: Label
    something_else: Label
    good: Label
    again: Label
    resident: Label
    child: Label
    colleague: Label
    family: Label
    name_yes: Label
    not_name: Label
    keep_words: Label
    drop_words: Label
    misread: Label
    put_in: Label
    show_kept_out: Label
    use_kept_out: Annotated[Label, fills("number")]
    other_kept_out: Label
    keep_phrase: Label
    cut_out: Label
    write_again: Label
    take_back: Label
    delete_all: Label
    called: Label
    undo: Label
    for_coach: Label
    split: Label
    not_split: Label
    wrote_it: Label
    wrote_it_not: Label
    lines_out: Label
    lines_keep: Label
    move: Label
    situation: Annotated[Label, fills("number")]
    all_of_it: Label
    new_story: Label
    first_story: Label
    both_stories: Label
    piece: Annotated[Label, fills("number")]
    all_pieces: Label
    order_piece: Annotated[Label, fills("number")]
    order_all: Label
    reword: Label
    order_bit: Label
    order_sentence: Label
    order_stay: Label
    awarded: Label
    waiting: Label
    declined: Label
    tell_more: Label
    checklist: Label
    ledger: Label
    join_yes: Label
    join_no: Label
    cross_yes: Label
    cross_no: Label
    no_name: Label
    show_name: Label


class Commands(Closed):
    """A line for each command. The names of the fields are the commands."""

    start: PlainHelp
    next: PlainHelp
    back: PlainHelp
    skip: PlainHelp
    pause: PlainHelp
    review: PlainHelp
    statement: PlainHelp
    share: PlainHelp
    learn: PlainHelp
    sort: PlainHelp
    resources: PlainHelp
    things: PlainHelp
    support: PlainHelp
    reminders: PlainHelp
    later: PlainHelp
    join: PlainHelp
    browser: PlainHelp
    cohort: PlainHelp
    restart: PlainHelp
    mydata: PlainHelp
    forget: PlainHelp
    privacy: PlainHelp
    stop: PlainHelp
    help: PlainHelp
