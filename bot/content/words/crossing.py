"""Words for going on elsewhere: the same conversation in a browser and in a chat."""

from __future__ import annotations

from typing import Annotated

from bot.content.models.base import Closed
from bot.content.text_kinds import Help as HelpText
from bot.content.text_kinds import PlainHelp, fills


class CrossingWords(Closed):
    """Words of /browser, and the question before words from elsewhere open here."""

    no_page: PlainHelp
    link: Annotated[HelpText, fills("minutes", "link")]
    groups: Annotated[HelpText, fills("link")]
    how: PlainHelp
    own: PlainHelp
    own_groups: PlainHelp
    ask: PlainHelp
    here_already: PlainHelp
    gone: PlainHelp
    own_kept: Annotated[HelpText, fills("link")]
    crossed: PlainHelp
    stayed: PlainHelp
