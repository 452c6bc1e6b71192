"""What a turn asks for about reminders, each command by its handler."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain import commands as c
from bot.domain.eligibility import to_send_again
from bot.domain.missed import missed, to_catch_up
from bot.domain.reminders import (
    ends_with_finish,
    own_reminder,
)
from tests.support.memory_store.deliveries import of_chat, of_schedule, plan, skip, wait
from tests.support.memory_store.kept import Handlers, Kept


def _schedule(kept: Kept, command: c.ScheduleReminder, _: str, _at: datetime) -> None:
    kept.schedules.setdefault(command.schedule.id, command.schedule)
    plan(kept, command.deliveries)


def _change(kept: Kept, command: c.ChangeSchedule, _: str, _at: datetime) -> None:
    found = kept.schedules.get(command.schedule.id)
    if found and not found.cancelled_at:
        kept.schedules[found.id] = command.schedule
    if command.schedule.paused_at:
        skip(kept, of_schedule(kept, command.schedule.id), "paused")


def _cancel(kept: Kept, command: c.Cancel, _: str, at: datetime) -> None:
    if (found := kept.schedules.get(command.schedule)) and not found.cancelled_at:
        kept.schedules[found.id] = replace(found, cancelled_at=at)
    skip(kept, of_schedule(kept, command.schedule), "cancelled")


def _stop(kept: Kept, command: c.StopSchedules, _: str, at: datetime) -> None:
    for each in list(kept.schedules.values()):
        if each.cohort == command.cohort:
            ends = each.kind == "reminder" and not each.cancelled_at
            kept.schedules[each.id] = replace(each, cancelled_at=at) if ends else each
            skip(kept, of_schedule(kept, each.id), "cancelled")


def _send_again(kept: Kept, command: c.SendAgain, _: str, at: datetime) -> None:
    all_of_it = of_schedule(kept, command.schedule)
    doubtful = [each for each in all_of_it if each.state == "unknown" and each.chat_id]
    for each in to_send_again(doubtful, kept.deliveries.values()):
        wait(kept, each, at, again=True)


def _send_to_missed(kept: Kept, command: c.SendToMissed, _: str, at: datetime) -> None:
    found = missed(of_schedule(kept, command.schedule))
    for each in to_catch_up(found, kept.deliveries.values()):
        wait(kept, each, at, again=each.state == "failed")


def _own(kept: Kept, command: c.SetOwnReminder, chat: str, _: datetime) -> None:
    for each in of_chat(kept, chat):
        if each.kind == "later" and each.state in ("waiting", "skipped"):
            del kept.deliveries[each.number]
    plan(kept, [own_reminder(chat, command.due_at)] if command.due_at else [])


def _cancel_pending(kept: Kept, _: c.CancelPending, chat: str, _at: datetime) -> None:
    skip(kept, of_chat(kept, chat), "off")


def _finished(kept: Kept, command: c.SkipFinished, chat: str, _: datetime) -> None:
    mine = of_chat(kept, chat)
    about = [d for d in mine if d.cohort and d.dialogue == command.dialogue]
    ended = [d for d in about if ends_with_finish(kept.schedules.get(d.schedule))]
    skip(kept, ended, "finished")


def _tell(kept: Kept, command: c.Tell, _: str, _at: datetime) -> None:
    plan(kept, [command.news])


FOR_REMINDERS: Handlers = {
    c.ScheduleReminder: _schedule,
    c.ChangeSchedule: _change,
    c.Cancel: _cancel,
    c.StopSchedules: _stop,
    c.SendAgain: _send_again,
    c.SendToMissed: _send_to_missed,
    c.SetOwnReminder: _own,
    c.CancelPending: _cancel_pending,
    c.SkipFinished: _finished,
    c.Tell: _tell,
}
