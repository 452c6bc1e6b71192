"""Who was to get a reminder and did not, through no doing of theirs."""

from __future__ import annotations

from collections.abc import Iterable

from bot.domain.eligibility import to_send_again
from bot.domain.reminders import Delivery


def is_missed(delivery: Delivery) -> bool:
    """Return whether it was too late when the coach was back, or was refused on its way."""
    late = delivery.state == "skipped" and delivery.why == "late"
    return late or delivery.state == "failed"


def missed(rows: Iterable[Delivery]) -> list[Delivery]:
    """Return the deliveries of one schedule that were missed, for each person only the newest."""
    newest = {each.chat_id: each for each in sorted(rows, key=lambda each: each.number)}
    return [each for each in newest.values() if each.chat_id and is_missed(each)]


def to_catch_up(found: Iterable[Delivery], of_theirs: Iterable[Delivery]) -> list[Delivery]:
    """Return those of the missed who go now: of the refused, who has had no other one since."""
    missed_ones = list(found)
    refused = to_send_again([d for d in missed_ones if d.state == "failed"], of_theirs)
    return [each for each in missed_ones if each.state != "failed" or each in refused]
