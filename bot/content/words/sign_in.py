"""Words for signing in by e-mail."""

from __future__ import annotations

from typing import Annotated

from bot.content.models.base import Closed
from bot.content.text_kinds import Help, Label, Plain, PlainHelp, fills


class SignInWords(Closed):
    """Words of the pages and the letter of a code."""

    title: Label
    by_mail: Label
    for_groups: Label
    how: PlainHelp
    ask: Label
    on_its_way: Annotated[Help, fills("minutes")]
    code: Label
    enter: Label
    nothing_came: PlainHelp
    again: Label
    wrong: Plain
    too_many: Plain
    subject: Label
    letter: Annotated[Help, fills("code", "minutes")]
    let_title: Label
    let_how: PlainHelp
    let: Label
    is_let: PlainHelp
    let_no_more: Label
