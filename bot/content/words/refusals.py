"""Why a coordinator cannot do something, of ``dialogues/common.yaml``."""

from __future__ import annotations

from typing import Annotated

from bot.content.models.base import Closed
from bot.content.text_kinds import Help as HelpText
from bot.content.text_kinds import PlainHelp, fills


class Refusals(Closed):
    """Why a coordinator cannot do something: a sentence for each ``Reason``."""

    not_yours: PlainHelp
    bad_name: PlainHelp
    bad_dialogue: PlainHelp
    bad_date: PlainHelp
    bad_zone: PlainHelp
    bad_uses: PlainHelp
    bad_days: PlainHelp
    bad_nudge_time: PlainHelp
    has_identifier: PlainHelp
    too_long: PlainHelp
    over: PlainHelp
    is_closed: PlainHelp
    small: Annotated[HelpText, fills("most")]
    no_address: PlainHelp
    no_page: PlainHelp
    last_coordinator: PlainHelp
    never: PlainHelp
    unknown_reminder: PlainHelp
    already_cancelled: PlainHelp
    nothing_unknown: PlainHelp
    nothing_missed: PlainHelp
    no_words: PlainHelp
    too_many_saved: PlainHelp
    no_such_person: PlainHelp
    has_people: PlainHelp
    closed_already: PlainHelp
    unknown_link: PlainHelp
    gone_out: PlainHelp
    needs_time: PlainHelp
    reaches_nobody: PlainHelp
    not_weekly: PlainHelp
