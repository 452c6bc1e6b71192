"""Somebody of a group, put together from all that is kept of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import get_args

from bot.domain.cohort import Member
from bot.domain.crossing import PAGE
from bot.domain.reminders import MAY_HAVE_COME, Kind
from tests.support.memory_store.deliveries import of_chat
from tests.support.memory_store.kept import Kept

NEVER = datetime.min.replace(tzinfo=UTC)


def member_of(kept: Kept, chat_id: str, cohort_id: str) -> Member:
    """Somebody with all that is known of how far they are and how they can be reached."""
    reach = kept.reach.get(chat_id)
    member = kept.members.get((cohort_id, chat_id))
    if not member:
        member = Member(chat_id, 0, left_at=None if reach else NEVER)
    else:
        dialogue = kept.cohorts[cohort_id].dialogue
        progress, moved_at = kept.progress.get((chat_id, dialogue), (None, None))
        if progress:
            member = replace(
                member,
                step=progress.step,
                status=progress.status,
                own_words=progress.own_words,
                progressed_at=moved_at,
                finished_at=progress.finished_at,
                asked=progress.asked,
                has_badge=progress.has_badge,
            )
    nudges = [d for d in of_chat(kept, chat_id) if (d.kind, d.cohort) == ("nudge", cohort_id)]
    mine = [d for d in of_chat(kept, chat_id) if (d.kind, d.cohort) == ("reminder", cohort_id)]
    channels = {to.channel for to, of in kept.addresses.items() if of == chat_id} - {"terminal"}
    member = replace(
        member,
        cohort_reminded_at=max((d.due_at for d in mine if d.state in MAY_HAVE_COME), default=None),
        nudges=sum(each.state != "skipped" for each in nudges),
        blocked=chat_id in kept.blocked,
        reminded_at=went(kept, chat_id, get_args(Kind)),
        own_reminded_at=went(kept, chat_id, ("reminder",)),
        asked_for_at=went(kept, chat_id, ("later",)),
        has_only_page=channels == {PAGE},
    )
    if not reach:
        return member
    return replace(
        member,
        preferences=reach.preferences,
        resting=reach.resting,
        last_at=reach.last_at,
    )


def went(kept: Kept, chat_id: str, kinds: Sequence[str]) -> datetime | None:
    """When a reminder of these kinds went last that may have come."""
    if chat_id not in kept.reach:
        return None
    times = (d.went_at for d in of_chat(kept, chat_id) if d.kind in kinds and d.went_at)
    return max(times, default=None)
