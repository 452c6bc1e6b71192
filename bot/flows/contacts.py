"""From whom a reminder or a closing word is, and how a person can be reached.

Nobody reads at the other end of this chat: whoever is answered here must hear that.
"""

from __future__ import annotations

from bot.content.words.words import Words
from bot.domain.events import Reminder
from bot.engine.context import TurnContext
from bot.engine.wording import Text, fill


def from_whom(words: Words, about: Reminder) -> Text:
    """Return who sends a reminder of a cohort, or a message."""
    said = words.people.from_nudge if about.kind == "nudge" else words.reminders.from_cohort
    said = words.people.message_from if about.is_message else said
    return fill(words, said, cohort=about.cohort)


def where_replies_go(words: Words, contact: str) -> list[Text]:
    """That no coordinator reads replies, and how to reach one, where a contact is given."""
    return [fill(words, words.people.not_read), *ways_to_reach(words, contact)]


def ways_to_reach(words: Words, contact: str) -> list[Text]:
    """Return how to reach a coordinator, where a contact is given."""
    return [fill(words, words.people.reach, contact=contact)] if contact else []


def how_to_reach(turn: TurnContext) -> list[Text]:
    """Return how the coordinators of a learner can be reached, as far as they gave a contact."""
    words, given = (
        turn.content.words,
        [each.cohort.contact for each in turn.access.memberships if not each.cohort.closed_at],
    )
    known = [each for each in dict.fromkeys(given) if each]
    return [fill(words, words.people.reach, contact=each) for each in known]
