"""Finding people where their names are sealed: the server cannot look into them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.domain.fingerprints import short_number
from bot.store.sqlite.looking import Found

FIND = """
    SELECT c.chat_id, coalesce(r.last_at, ''), coalesce(m.cohort, ''), coalesce(m.number, 0),
        m.name, coalesce(a.channel, ''), coalesce(a.address, '')
    FROM conversations c LEFT JOIN members m ON m.chat_id = c.chat_id AND m.left_at IS NULL
    LEFT JOIN addresses a ON a.conversation = c.chat_id
    LEFT JOIN reach r ON r.chat_id = c.chat_id
    WHERE :asked = '' OR c.chat_id = :asked OR a.address = :asked
        OR m.cohort || ' ' || m.number = :asked OR m.name <> '' OR :is_number = 1
    ORDER BY 2 DESC, 1"""

LAST_NUMBER = "SELECT coalesce(max(number), 0) FROM outbox WHERE chat_id = ?"

STATE_NOW = """
    SELECT state, (SELECT coalesce(max(number), 0) FROM outbox WHERE chat_id = c.chat_id)
    FROM conversations c WHERE chat_id = ? FOR UPDATE"""
"""The state that another process may have saved; none changes it before this turn is saved."""

SIGNING_IN = """
    SELECT conversation, address, conversation IN (SELECT chat_id FROM coordinators)
    FROM mailboxes WHERE signs_in = 1 AND token <> ''"""
"""Mailboxes that let somebody sign in: there are few, of coordinators."""


def those_asked_for(found: Iterable[Found], asked: str) -> Iterator[Found]:
    """Yield those of that id, address or number, or with that in their name."""
    number = asked.replace(" ", "")
    for each in found:
        exact = (each.conversation, each.address, f"{each.cohort} {each.number}")
        is_theirs = number == short_number(each.conversation).replace(" ", "")
        if not asked or is_theirs or asked in exact or asked.lower() in each.name.lower():
            yield each
