"""Words for the skills that a group has named."""

from __future__ import annotations

from typing import Annotated

from bot.content.models.base import Closed
from bot.content.models.counted import Counted
from bot.content.text_kinds import Help as HelpText
from bot.content.text_kinds import Label, Plain, PlainHelp, Prompt, fills


class SkillWords(Closed):
    """Words for a coordinator about the skills of a group, and for its learners, once."""

    button: Label
    heading: Annotated[HelpText, fills("cohort")]
    line: Annotated[Prompt, fills("skill", "people")]
    people: Counted
    note: PlainHelp
    short_note: Plain
    none: Plain
    nothing: PlainHelp
    title: Annotated[Prompt, fills("cohort")]
    seen: PlainHelp
