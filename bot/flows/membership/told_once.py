"""What those hear once who joined before it was said to all who join."""

from __future__ import annotations

from bot.domain.turn import Reply
from bot.engine.context import TurnContext


def tell_of_badges(turn: TurnContext) -> None:
    """Say once to who is in a cohort that coordinators see how many have the badge."""
    conversation = turn.conversation
    if turn.access.memberships and not conversation.knows_badges:
        conversation.knows_badges = True
        turn.replies.insert(0, Reply(str(turn.fill(turn.content.words.people.badges_seen))))
