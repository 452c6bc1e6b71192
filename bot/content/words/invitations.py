"""Words around invitations: being asked to look after a cohort, and the links that are in use."""

from __future__ import annotations

from typing import Annotated

from bot.content.models.base import Closed
from bot.content.text_kinds import Help as HelpText
from bot.content.text_kinds import Label, PlainHelp, fills


class InvitationWords(Closed):
    """Words before somebody becomes a coordinator, and about links in use."""

    look_after: Annotated[HelpText, fills("cohort")]
    make_groups: PlainHelp
    by_coordinator: PlainHelp
    by_operator: PlainHelp
    reach_them: Annotated[HelpText, fills("contact")]
    sees: PlainHelp
    does: PlainHelp
    ask: PlainHelp
    ask_make: PlainHelp
    yes: Label
    not_taken_up: PlainHelp
    own_link: PlainHelp
    taken_up_already: Annotated[HelpText, fills("cohort")]
    may_already: PlainHelp
    pass_on: Annotated[HelpText, fills("cohort", "bot", "until", "link")]
    pass_on_make: Annotated[HelpText, fills("bot", "until", "link")]
    pass_on_page: Annotated[HelpText, fills("cohort", "until", "link")]
    pass_on_make_page: Annotated[HelpText, fills("until", "link")]
    in_use: Label
    listed: PlainHelp
    none_in_use: PlainHelp
    one: Annotated[HelpText, fills("number", "link")]
    for_learner: Annotated[HelpText, fills("left", "uses", "until")]
    for_coordinator: Annotated[HelpText, fills("until")]
    for_successor: Annotated[HelpText, fills("until")]
    made_on: Annotated[HelpText, fills("day")]
    withdraw: Annotated[Label, fills("number")]
    withdraw_ask: Annotated[HelpText, fills("link")]
    withdraw_ask_coordinator: Annotated[HelpText, fills("link")]
    withdraw_it: Label
    withdrawn: PlainHelp
    withdrawn_coordinator: PlainHelp
