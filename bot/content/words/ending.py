"""The words around what ends: a place in a group, a group, being in charge of one."""

from __future__ import annotations

from typing import Annotated

from bot.content.models.base import Closed
from bot.content.models.counted import Counted
from bot.content.text_kinds import Help as HelpText
from bot.content.text_kinds import Label, PlainHelp, fills


class EndingWords(Closed):
    """Questions and lines, and the labels of the buttons."""

    close: Label
    close_ask: Annotated[HelpText, fills("cohort")]
    last_message: Annotated[HelpText, fills("said")]
    send_and_close: Label
    close_now: Label
    with_message: Label
    ask_goodbye: PlainHelp
    closed: Annotated[HelpText, fills("cohort")]
    message_goes: Counted
    message_small: PlainHelp
    is_closed: PlainHelp
    closed_home: Annotated[HelpText, fills("cohort", "date")]
    closed_groups: Label
    list_closed: PlainHelp
    reopen: Label
    reopened: Annotated[HelpText, fills("cohort")]
    delete: Label
    delete_ask: Annotated[HelpText, fills("cohort")]
    delete_yes: Label
    deleted: Annotated[HelpText, fills("cohort")]
    remove: Label
    remove_ask: Annotated[HelpText, fills("who")]
    remove_yes: Label
    tell_learner: Annotated[HelpText, fills("cohort")]
    tell_coordinator: Annotated[HelpText, fills("cohort")]
    removed: Annotated[HelpText, fills("who")]
    you: Annotated[HelpText, fills("number", "date")]
    coordinator: Annotated[HelpText, fills("number", "date")]
    unseat: Annotated[Label, fills("number")]
    unseat_ask: Annotated[HelpText, fills("number", "date")]
    no_coordinator: PlainHelp
    unseat_yes: Label
    unseated: Annotated[HelpText, fills("number")]
    will_be_alone: PlainHelp
    hand_over: Label
    hand_over_link: Annotated[HelpText, fills("link", "until")]
    instead: PlainHelp
    successor_seated: Annotated[HelpText, fills("cohort")]
    forget_alone: Annotated[HelpText, fills("cohorts")]
    hand_over_first: Annotated[Label, fills("cohort")]
