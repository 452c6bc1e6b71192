"""Words where an operator keeps words for so many months after the last visit."""

from __future__ import annotations

from typing import Annotated

from bot.content.models.base import Closed
from bot.content.text_kinds import Help as HelpText
from bot.content.text_kinds import PlainHelp, fills


class RetentionWords(Closed):
    """The announcement, and what /privacy says of it."""

    announced: Annotated[HelpText, fills("date")]
    announced_by_mail: Annotated[HelpText, fills("date")]
    no_end: PlainHelp
    months: Annotated[HelpText, fills("months")]
