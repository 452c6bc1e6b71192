"""The words of a coordinator's pages: previews, reports, figures and people."""

from __future__ import annotations

from typing import Annotated

from bot.content.models.base import Closed
from bot.content.text_kinds import Help as HelpText
from bot.content.text_kinds import Label, PlainHelp, fills


class CoordinatorPages(Closed):
    """Words on these pages, and the labels of their buttons."""

    more: Label
    more_here: Annotated[HelpText, fills("cohort")]
    what_they_read: Label
    preview_some: Annotated[HelpText, fills("count", "all")]
    preview_small: PlainHelp
    kind_one: Annotated[HelpText, fills("text")]
    kind_some: Annotated[HelpText, fills("count", "text")]
    kind_unknown: PlainHelp
    preview_more: PlainHelp
    other_time: PlainHelp
    to_me: Label
    only_you: PlainHelp
    still: Label
    everybody: Label
    ask_message: PlainHelp
    is_message: PlainHelp
    use_words: Annotated[Label, fills("text")]
    keep_words: Label
    words_kept: PlainHelp
    my_saved_words: Label
    saved_words: PlainHelp
    no_saved_words: PlainHelp
    delete_words: Annotated[Label, fills("text")]
    one_by_one: Label
    find_one: PlainHelp
    people_small: PlainHelp
    fit: Annotated[HelpText, fills("count")]
    person_line: Annotated[HelpText, fills("who", "place", "own_words")]
    by_number: Label
    by_name: Label
    by_place: Label
    by_still: Label
    compare: Label
    compare_first: PlainHelp
    compare_second: Annotated[HelpText, fills("cohort")]
    both: Annotated[HelpText, fills("left", "right")]
    part: Annotated[HelpText, fills("count", "percent")]
    who_gets_it: Label
    went_to: Annotated[HelpText, fills("people")]
    not_to: Annotated[HelpText, fills("people")]
    to_missed: Label
    older: Label
    what_is_planned: Label
    planned: PlainHelp
    planned_once: Annotated[HelpText, fills("when", "audience")]
    planned_weekly: Annotated[HelpText, fills("when", "audience")]
    nothing_planned: PlainHelp
    nobody_in_charge: PlainHelp
    for_funder: Label
    figures: Annotated[HelpText, fills("cohort", "date")]
    figures_on: Annotated[HelpText, fills("date", "count")]
    figures_title: PlainHelp
    figures_note: PlainHelp
    invited: Annotated[HelpText, fills("count")]
    joined: PlainHelp
    begun: PlainHelp
    ready: PlainHelp
    sent: PlainHelp
    badge: PlainHelp
    badge_few: Annotated[HelpText, fills("most")]
    csv_invited: PlainHelp
    csv_joined: PlainHelp
    csv_left: PlainHelp
    csv_begun: PlainHelp
    csv_ready: PlainHelp
    csv_sent: PlainHelp
    csv_badge: PlainHelp
