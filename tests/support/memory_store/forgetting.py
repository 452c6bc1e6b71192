"""Somebody who goes: what is kept of them, and what is not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.support.memory_store.deliveries import of_chat, skip
from tests.support.memory_store.kept import Kept, Two
from tests.support.memory_store.mail import end_mailbox
from tests.support.memory_store.sharings import forget_sharings


def forget(kept: Kept, chat_id: str) -> None:
    end_mailbox(kept, chat_id)
    skip(kept, of_chat(kept, chat_id), "left")
    for each in of_chat(kept, chat_id):
        kept.deliveries[each.number] = replace(each, chat_id="", outbox=0)
    for invite in kept.invitations.values():
        if invite.made_by == chat_id:
            changed = replace(invite, made_by="")
            kept.invitations = {**kept.invitations, invite.token_hash: changed}
    for schedule in kept.schedules.values():
        if schedule.made_by == chat_id:
            kept.schedules = {**kept.schedules, schedule.id: replace(schedule, made_by="")}
    kept.audit = [
        (of, replace(line, chat_id="") if line.chat_id == chat_id else line)
        for of, line in kept.audit
    ]
    kept.outbox = {n: each for n, each in kept.outbox.items() if each.conversation != chat_id}
    kept.addresses = {to: of for to, of in kept.addresses.items() if of != chat_id}
    kept.ways_back = {way: of for way, of in kept.ways_back.items() if of != chat_id}
    kept.crossings = {way: to for way, to in kept.crossings.items() if to[0] != chat_id}
    forget_sharings(kept, chat_id)
    kept.saved_words = [each for each in kept.saved_words if each[0] != chat_id]
    by_chat: tuple[dict[str, Any], ...] = (
        kept.conversations,
        kept.reach,
    )
    for rows in by_chat:
        rows.pop(chat_id, None)
    pairs: tuple[dict[Two, Any], ...] = (kept.members, kept.progress, kept.coordinators)
    for by_two in pairs:
        for key in [each for each in by_two if chat_id in each]:
            del by_two[key]
