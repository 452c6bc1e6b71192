"""Where each reminder is: planned, queued, ended, or put off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.domain.reminders import RETURNED, Delivery, DeliveryState
from bot.errors import Changed
from tests.support.memory_store.kept import Kept


def plan(kept: Kept, deliveries: Iterable[Delivery]) -> None:
    for each in deliveries:
        firing = (each.schedule, each.day, each.dialogue, each.chat_id)
        if each.kind == "later" or not any(
            d.kind != "later" and (d.schedule, d.day, d.dialogue, d.chat_id) == firing
            for d in of_chat(kept, each.chat_id)
        ):
            number = max(kept.deliveries, default=0) + 1
            kept.deliveries[number] = replace(each, number=number)


def of_chat(kept: Kept, chat_id: str) -> list[Delivery]:
    return [d for d in kept.deliveries.values() if d.chat_id == chat_id]


def of_schedule(kept: Kept, schedule: str) -> list[Delivery]:
    return [d for d in kept.deliveries.values() if d.schedule == schedule]


def queue(kept: Kept, number: int, outbox: int, at: datetime) -> None:
    found = kept.deliveries.get(number)
    if not found or found.state != "waiting":
        raise Changed("changed")
    kept.deliveries[number] = replace(found, state="queued", outbox=outbox, went_at=at)


def skip(kept: Kept, deliveries: Iterable[Delivery], why: str) -> None:
    for each in deliveries:
        if each.state in ("waiting", "queued"):
            end(kept, each, "skipped", why)


def end(kept: Kept, delivery: Delivery, state: DeliveryState, why: str) -> None:
    went_at = None if delivery.state == "queued" else delivery.went_at
    ended = replace(delivery, state=state, why=why, went_at=went_at)
    kept.deliveries[delivery.number] = ended
    kept.outbox.pop(delivery.outbox, None)


def wait(kept: Kept, delivery: Delivery, due_at: datetime, *, again: bool) -> None:
    went_at = None if delivery.state == "queued" else delivery.went_at
    waiting = replace(delivery, state="waiting", why="", due_at=due_at, again=again, outbox=0)
    waiting = replace(waiting, went_at=went_at)
    kept.deliveries[delivery.number] = waiting
    kept.outbox.pop(delivery.outbox, None)


def came_back(kept: Kept, chat_id: str, outbox: int) -> bool:
    found = [
        d for d in of_chat(kept, chat_id) if d.outbox == outbox and d.state in ("sent", "unknown")
    ]
    for each in found:
        lost = replace(each, state="failed", why=RETURNED, went_at=None)
        kept.deliveries[each.number] = lost
    return bool(found)
