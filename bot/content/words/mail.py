"""The words of letters, and of the pages where they are asked for and turned off."""

from __future__ import annotations

from typing import Annotated

from bot.content.models.base import Closed
from bot.content.text_kinds import Help, Label, Plain, PlainHelp, fills


class Mail(Closed):
    """Words in letters and on these pages."""

    subject: Label
    confirm_subject: Label
    confirm: Annotated[Help, fills("link")]
    foot: Annotated[Help, fills("page", "off")]
    to_page: Label
    title: Label
    how: PlainHelp
    field: Label
    ask: Label
    none_here: Plain
    not_asked: Plain
    empty: Plain
    is_asked: Annotated[Help, fills("address")]
    other: Plain
    goes_to: Annotated[Help, fills("address")]
    gone: Annotated[Help, fills("address")]
    gone_note: Annotated[Help, fills("address")]
    stop: Label
    stopped: Plain
    no_address: Annotated[Help, fills("typed")]
    refused: Annotated[Help, fills("typed")]
    down: PlainHelp
    in_doubt: Annotated[Help, fills("typed")]
    too_often: Plain
    yes_title: Label
    yes_ask: Annotated[Help, fills("address")]
    yes: Label
    confirmed: Annotated[Help, fills("address")]
    too_late: PlainHelp
    off_title: Label
    off_ask: PlainHelp
    off: Label
    is_off: PlainHelp
    calendar_title: Label
    calendar_how: PlainHelp
    calendar_day: Label
    calendar_time: Label
    calendar_take: Label
    calendar_bad: Plain
    event: Label
    event_says: Annotated[Help, fills("page")]
    where: Annotated[Help, fills("address")]
    not_confirmed: Annotated[Help, fills("address")]
