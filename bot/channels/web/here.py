"""Who is at the page, and what is known of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.channels.web.visitor import Visitor
from bot.domain.conversation import Conversation
from bot.domain.outbox import Outgoing
from bot.domain.standing import Standing


@dataclass(frozen=True, slots=True)
class At:
    """Somebody at the page. ``base`` is where their pages begin; ``is_live`` that the page's script
    asks, which shows the answer itself."""

    visitor: Visitor
    base: str
    is_live: bool = field(default=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Posting(At):
    """Somebody who posts a form, for which it is enough to know how far they are."""

    standing: Standing


@dataclass(frozen=True, slots=True)
class Here(At):
    """Somebody who looks, their conversation and its newest lines, or all where it is whole."""

    conversation: Conversation
    rows: list[Outgoing]
    is_whole: bool = field(default=True, kw_only=True)

    @property
    def standing(self) -> Standing:
        """How far they are."""
        shown = self.rows[-1].version if self.rows else None
        return Standing(self.conversation.id, self.conversation.version, shown)
