"""The words of a coordinator's pages in the browser, beside those that the chat has too."""

from __future__ import annotations

from typing import Annotated

from bot.content.models.base import Closed
from bot.content.text_kinds import Help, Label, Plain, PlainHelp, fills


class Pages(Closed):
    """The pages of a cohort, in their order. Each is found at its name."""

    overview: Label
    progress: Label
    weeks: Label
    figures: Label
    skills: Label
    remind: Label
    reports: Label
    invite: Label
    done: Label


class OwnLines(Closed):
    """Lines about one person before a reminder is sent."""

    ready: Label
    reminded: Label
    on_page: Label
    not_now: Label


class Notes(Closed):
    """Lines that stand after a form."""

    sent: Plain
    planned: Plain
    changed: Plain
    cancel: Plain
    again: Plain
    missed: Plain
    pause: Plain
    go_on: Plain


class CohortPages(Closed):
    """Words for the pages of a coordinator."""

    title: Label
    strangers: PlainHelp
    nav: Label
    pages: Pages
    all: Label
    ends: Label
    next: Label
    more: PlainHelp
    more_open: Label
    to_conversation: Label
    place: Label
    how_many: Label
    week: Label
    skill: Label
    picture: Label
    no_words: Plain
    whom: Label
    groups_of: Label
    people_of: Label
    pick: Label
    pick_whom: Plain
    own_words: Label
    own_words_how: Plain
    when: Label
    when_how: Plain
    look: Label
    audience: Label
    person: Label
    line: Label
    small_lines: Plain
    write_again: Label
    not_sent_yet: Plain
    lines: OwnLines
    notes: Notes
    sent_before: Label
    none_sent: Plain
    invited_title: Label
    keep_it: Plain
    withdraw: Label
    keep_link: Label
    sign_in: Annotated[Help, fills("link", "minutes")]
    cross_title: Label
    cross_how: PlainHelp
    cross_open: Label
