"""Handlers of the commands that a turn gives the store.

Everything here runs inside a transaction and decides nothing: where something is a rule, it is a
function of the domain that a handler asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from bot.domain import commands
from bot.domain.eligibility import to_send_again
from bot.domain.missed import missed, to_catch_up
from bot.domain.reminders import ends_with_finish, own_reminder
from bot.errors import Changed
from bot.store.sqlite import deliveries, guesses, schedules, sharings
from bot.store.sqlite.by import By
from bot.store.sqlite.columns import Execute, stamp, stamps
from bot.store.sqlite.door_commands import DOORS
from bot.store.sqlite.sharings import SHARING

_SAVE_COHORT = """
    INSERT INTO cohorts
        (id, name, dialogue, ends_on, zone, made_at, closing, safeguarding, nudge_days,
        contact, nudge_time, nudge_weekday, nudge_words, closed_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, dialogue = excluded.dialogue,
        ends_on = excluded.ends_on, zone = excluded.zone, made_at = excluded.made_at,
        closing = excluded.closing, safeguarding = excluded.safeguarding,
        nudge_days = excluded.nudge_days, contact = excluded.contact,
        nudge_time = excluded.nudge_time, nudge_weekday = excluded.nudge_weekday,
        nudge_words = excluded.nudge_words, closed_at = excluded.closed_at"""

_DELETE_COHORT = [
    f"DELETE FROM {table} WHERE cohort = ?"  # noqa: S608 - the names stand here
    for table in ("invitations", "coordinators", "schedules", "deliveries", "audit")
]

_DELETE_COHORT_ITSELF = "DELETE FROM cohorts WHERE id = ?"

_ADD_COORDINATOR = """
    INSERT INTO coordinators (cohort, chat_id, at) VALUES (?, ?, ?)
    ON CONFLICT (cohort, chat_id) DO NOTHING"""

_REMOVE_COORDINATOR = "DELETE FROM coordinators WHERE cohort = ? AND chat_id = ?"

# A row of its own is held first, so that two who go at once look one after the other.
_HOLD_COHORT = "UPDATE cohorts SET id = id WHERE id = ?"

_OTHERS = "SELECT count(*) FROM coordinators WHERE cohort = ? AND chat_id <> ?"

_GIVE_UP = """
    DELETE FROM coordinators WHERE cohort = :cohort AND chat_id <> :chat
    AND (:instead_of = '' OR chat_id = :instead_of)"""

_INVITE = """
    INSERT INTO invitations
        (token_hash, role, cohort, expires_at, uses, code, link, made_by, made_at, most)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""

# A link and its code are two ways to the same uses.
_REDEEM = """
    UPDATE invitations SET uses = uses - 1 WHERE uses > 0
    AND (cohort, link) = (SELECT cohort, link FROM invitations WHERE token_hash = ?)"""

_WITHDRAW = "DELETE FROM invitations WHERE cohort = ? AND link = ? AND uses = ?"

_CHANGE_LINK = "UPDATE invitations SET expires_at = ? WHERE cohort = ? AND link = ?"

_OPEN_CODES = "SELECT DISTINCT cohort FROM invitations WHERE code = 1 AND expires_at > ?"

_JOIN = """
    INSERT INTO members (cohort, chat_id, number, name, joined_at)
    SELECT :cohort, :chat, coalesce(max(number), 0) + 1, '', :at FROM members
        WHERE cohort = :cohort
    ON CONFLICT (cohort, chat_id) DO UPDATE SET left_at = NULL, joined_at = :at"""

_SET_NAME = "UPDATE members SET name = ? WHERE cohort = ? AND chat_id = ?"

_LEAVE = "UPDATE members SET left_at = ?, name = '' WHERE cohort = ? AND chat_id = ?"

_REPLACE_OWN = """
    DELETE FROM deliveries
    WHERE kind = 'later' AND chat_id = ? AND state IN ('waiting', 'skipped')"""

_SAVE_WORDS = "INSERT INTO saved_words (chat_id, id, words, at) VALUES (?, ?, ?, ?)"

_DELETE_SAVED_WORDS = "DELETE FROM saved_words WHERE chat_id = ? AND id = ?"

_AUDIT = "INSERT INTO audit (cohort, at, chat_id, what, facts) VALUES (?, ?, ?, ?, ?)"


def carry_out(
    execute: Execute, asked: Iterable[commands.Command], chat_id: str, at: datetime
) -> None:
    """Carry out all of it in its order. Raise Changed when something is no longer as it was."""
    for command in asked:
        HANDLERS[type(command)](By(execute, chat_id, at), command)


def _save_cohort(by: By, command: commands.SaveCohort) -> None:
    each = command.cohort
    by.execute(
        _SAVE_COHORT,
        (
            *(each.id, each.name, each.dialogue, each.ends_on.isoformat(), each.zone),
            *(stamp(each.made_at), each.closing, each.safeguarding, each.nudge_days, each.contact),
            *(each.nudge_time, each.nudge_weekday, each.nudge_words, *stamps(each.closed_at)),
        ),
    )


def _add_coordinator(by: By, command: commands.AddCoordinator) -> None:
    by.execute(_ADD_COORDINATOR, (command.cohort, command.chat_id, stamp(by.at)))


def _remove_coordinator(by: By, command: commands.RemoveCoordinator) -> None:
    by.execute(_REMOVE_COORDINATOR, (command.cohort, command.chat_id))


def _expect_alone(by: By, command: commands.ExpectAlone) -> None:
    by.execute(_HOLD_COHORT, (command.cohort,))
    [others] = by.execute(_OTHERS, (command.cohort, command.chat_id)).fetchone()
    if (others == 0) != command.is_alone:
        raise Changed("changed")


def _hand_over(by: By, command: commands.HandOver) -> None:
    given = {"cohort": command.cohort, "chat": command.chat_id, "instead_of": command.instead_of}
    by.execute(_GIVE_UP, given)
    _add_coordinator(by, commands.AddCoordinator(command.cohort, command.chat_id))


def _invite(by: By, command: commands.Invite) -> None:
    by.execute(
        _INVITE,
        (
            *(command.token_hash, command.role, command.cohort),
            *(stamp(command.expires_at), command.uses, int(command.code)),
            *(command.link or command.token_hash, by.chat_id, stamp(by.at), command.uses),
        ),
    )


def _redeem_invitation(by: By, command: commands.RedeemInvitation) -> None:
    if not by.execute(_REDEEM, (command.token_hash,)).rowcount:
        raise Changed("changed")


def _withdraw(by: By, command: commands.Withdraw) -> None:
    if not by.execute(_WITHDRAW, (command.cohort, command.link, command.left)).rowcount:
        raise Changed("changed")


def _record_wrong_code(by: By, command: commands.RecordWrongCode) -> None:
    guesses.record(by.execute, command.guesser, by.at)
    if command.alarm:
        for (cohort,) in by.execute(_OPEN_CODES, (stamp(by.at),)).fetchall():
            _audit(By(by.execute, "", by.at), commands.Audit(cohort, "alarm"))


def _join(by: By, command: commands.Join) -> None:
    given = {"cohort": command.cohort, "chat": by.chat_id, "at": stamp(by.at)}
    by.execute(_JOIN, given)


def _set_display_name(by: By, command: commands.SetDisplayName) -> None:
    by.execute(_SET_NAME, (command.name, command.cohort, by.chat_id))


def _leave(by: By, command: commands.Leave) -> None:
    who = command.chat_id or by.chat_id
    by.execute(_LEAVE, (stamp(by.at), command.cohort, who))
    theirs = deliveries.of_chat(by.execute, who)
    deliveries.skip(by.execute, [d for d in theirs if d.cohort == command.cohort], "left")
    sharings.end(by.execute, who, command.cohort, by.at)


def _schedule_reminder(by: By, command: commands.ScheduleReminder) -> None:
    schedules.add(by.execute, command.schedule)
    deliveries.add(by.execute, command.deliveries)


def _change_schedule(by: By, command: commands.ChangeSchedule) -> None:
    schedules.change(by.execute, command.schedule)
    if command.schedule.paused_at:
        all_of_it = deliveries.of_schedule(by.execute, command.schedule.id)
        deliveries.skip(by.execute, all_of_it, "paused")


def _cancel(by: By, command: commands.Cancel) -> None:
    schedules.cancel(by.execute, command.schedule, by.at)
    all_of_it = deliveries.of_schedule(by.execute, command.schedule)
    deliveries.skip(by.execute, all_of_it, "cancelled")


def _stop_schedules(by: By, command: commands.StopSchedules) -> None:
    for each in schedules.of_cohort(by.execute, command.cohort):
        if each.kind == "reminder":  # nudges have one schedule for ever; they are switched off
            schedules.cancel(by.execute, each.id, by.at)
        deliveries.skip(by.execute, deliveries.of_schedule(by.execute, each.id), "cancelled")


def _delete_cohort(by: By, command: commands.DeleteCohort) -> None:
    for statement in (*_DELETE_COHORT, _DELETE_COHORT_ITSELF):
        by.execute(statement, (command.cohort,))


def _send_again(by: By, command: commands.SendAgain) -> None:
    all_of_it = deliveries.of_schedule(by.execute, command.schedule)
    doubtful = [each for each in all_of_it if each.state == "unknown" and each.chat_id]
    theirs = (d for each in doubtful for d in deliveries.of_chat(by.execute, each.chat_id))
    for each in to_send_again(doubtful, theirs):
        deliveries.wait(by.execute, each, by.at, again=True)


def _send_to_missed(by: By, command: commands.SendToMissed) -> None:
    found = missed(deliveries.of_schedule(by.execute, command.schedule))
    theirs = (d for each in found for d in deliveries.of_chat(by.execute, each.chat_id))
    for each in to_catch_up(found, theirs):
        deliveries.wait(by.execute, each, by.at, again=each.state == "failed")


def _set_own_reminder(by: By, command: commands.SetOwnReminder) -> None:
    by.execute(_REPLACE_OWN, (by.chat_id,))
    if command.due_at:
        deliveries.add(by.execute, [own_reminder(by.chat_id, command.due_at)])


def _cancel_pending(by: By, _: commands.CancelPending) -> None:
    deliveries.skip(by.execute, deliveries.of_chat(by.execute, by.chat_id), "off")


def _skip_finished(by: By, command: commands.SkipFinished) -> None:
    mine = deliveries.of_chat(by.execute, by.chat_id)
    about = [each for each in mine if each.cohort and each.dialogue == command.dialogue]
    ended = [d for d in about if ends_with_finish(schedules.schedule(by.execute, d.schedule))]
    deliveries.skip(by.execute, ended, "finished")


def _save_words(by: By, command: commands.SaveWords) -> None:
    given = (by.chat_id, command.saved.id, command.saved.words, stamp(by.at))
    by.execute(_SAVE_WORDS, given)


def _delete_saved_words(by: By, command: commands.DeleteSavedWords) -> None:
    by.execute(_DELETE_SAVED_WORDS, (by.chat_id, command.id))


def _audit(by: By, command: commands.Audit) -> None:
    given = (command.cohort, stamp(by.at), by.chat_id, command.what, command.facts)
    by.execute(_AUDIT, given)


HANDLERS: dict[type[commands.Command], Callable[[By, Any], None]] = {
    commands.SaveCohort: _save_cohort,
    commands.AddCoordinator: _add_coordinator,
    commands.RemoveCoordinator: _remove_coordinator,
    commands.ExpectAlone: _expect_alone,
    commands.HandOver: _hand_over,
    commands.Invite: _invite,
    commands.RedeemInvitation: _redeem_invitation,
    commands.Withdraw: _withdraw,
    commands.ChangeLink: lambda by, command: by.execute(
        _CHANGE_LINK, (stamp(command.until), command.cohort, command.link)
    ),
    commands.RecordWrongCode: _record_wrong_code,
    commands.Join: _join,
    commands.SetDisplayName: _set_display_name,
    commands.Leave: _leave,
    commands.ScheduleReminder: _schedule_reminder,
    commands.ChangeSchedule: _change_schedule,
    commands.Cancel: _cancel,
    commands.StopSchedules: _stop_schedules,
    commands.DeleteCohort: _delete_cohort,
    commands.SendAgain: _send_again,
    commands.SendToMissed: _send_to_missed,
    commands.SetOwnReminder: _set_own_reminder,
    commands.CancelPending: _cancel_pending,
    commands.SkipFinished: _skip_finished,
    commands.Tell: lambda by, command: deliveries.add(by.execute, [command.news]),
    commands.SaveWords: _save_words,
    commands.DeleteSavedWords: _delete_saved_words,
    commands.Audit: _audit,
    **DOORS,
    **SHARING,
}
