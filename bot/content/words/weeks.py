"""Words of what happened in each week."""

from __future__ import annotations

from typing import Annotated

from bot.content.models.base import Closed
from bot.content.text_kinds import Help as HelpText
from bot.content.text_kinds import Label, PlainHelp, fills


class WeekWords(Closed):
    """A cohort week by week."""

    button: Label
    heading: Annotated[HelpText, fills("cohort")]
    line: Annotated[HelpText, fills("day", "joined", "sent")]
    note: PlainHelp
    chart_subtitle: Annotated[HelpText, fills("date")]
    chart_joined: PlainHelp
    chart_sent: PlainHelp
