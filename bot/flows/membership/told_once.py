"""News, told once, for those who joined before all were told it on joining."""

from __future__ import annotations

from bot.domain.turn import Reply
from bot.engine.context import TurnContext


def tell_what_is_new(turn: TurnContext) -> None:
    """Say once to who is in a cohort what its coordinators see since: only numbers."""
    conversation, words = turn.conversation, turn.content.words
    if not turn.access.memberships:
        return
    if not conversation.knows_counts:
        conversation.knows_counts = True
        turn.replies.insert(0, Reply(str(turn.fill(words.skills.seen))))
    if not conversation.knows_badges:
        conversation.knows_badges = True
        turn.replies.insert(0, Reply(str(turn.fill(words.people.badges_seen))))
