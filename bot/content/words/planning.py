"""The words around what is planned: changing it, pausing it, another last day."""

from __future__ import annotations

from typing import Annotated

from bot.content.models.base import Closed
from bot.content.models.counted import Counted
from bot.content.text_kinds import Help as HelpText
from bot.content.text_kinds import Label, PlainHelp, fills


class PlanningWords(Closed):
    """Words there, and the labels of the buttons."""

    get_then: Counted
    one_gets_it_then: PlainHelp
    sent_to_one: PlainHelp
    sent_for_later: PlainHelp
    sent_to_pages: PlainHelp
    on_page: Counted
    open: Label
    set_words: Label
    set_timing: Label
    set_audience: Label
    which_one: PlainHelp
    save: Label
    save_ask: PlainHelp
    saved: PlainHelp
    saved_paused: PlainHelp
    pause: Label
    go_on: Label
    paused: PlainHelp
    paused_since: Annotated[HelpText, fills("when")]
    goes_on: Annotated[HelpText, fills("when")]
    paused_one: Annotated[Label, fills("every")]
    planned_paused: Annotated[HelpText, fills("every", "audience")]
    every: Annotated[HelpText, fills("day", "time")]
    nudges_pause: Label
    nudges_go_on: Label
    nudges_paused: PlainHelp
    carried: PlainHelp
    links_until: Annotated[HelpText, fills("until")]
    ends_loses: Annotated[HelpText, fills("ends")]
    last_time: Annotated[HelpText, fills("every", "when")]
    no_more: Annotated[HelpText, fills("every")]
    ends_ask: PlainHelp
    ends_yes: Label
