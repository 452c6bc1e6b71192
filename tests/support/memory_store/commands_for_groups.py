"""What a turn asks for about groups, each command by its handler."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain import commands as c
from bot.domain.cohort import Member
from bot.domain.cohort_view import AuditLine
from bot.domain.invitations import GUESSES_WITHIN
from bot.errors import Changed
from tests.support.memory_store.deliveries import of_chat, skip
from tests.support.memory_store.kept import Handlers, Kept
from tests.support.memory_store.sharings import end_sharings


def _save_cohort(kept: Kept, command: c.SaveCohort, _: str, _at: datetime) -> None:
    kept.cohorts[command.cohort.id] = command.cohort


def _add_coordinator(kept: Kept, command: c.AddCoordinator, _: str, _at: datetime) -> None:
    kept.coordinators.setdefault((command.cohort, command.chat_id))


def _expect_alone(kept: Kept, command: c.ExpectAlone, _: str, _at: datetime) -> None:
    found = {chat for of, chat in kept.coordinators if of == command.cohort}
    if (found <= {command.chat_id}) != command.is_alone:
        raise Changed("changed")


def _remove_coordinator(kept: Kept, command: c.RemoveCoordinator, _: str, _at: datetime) -> None:
    kept.coordinators.pop((command.cohort, command.chat_id), None)


def _hand_over(kept: Kept, command: c.HandOver, _: str, _at: datetime) -> None:
    for of, chat in list(kept.coordinators):
        is_meant = command.instead_of in ("", chat)
        if of == command.cohort and chat != command.chat_id and is_meant:
            del kept.coordinators[of, chat]
    kept.coordinators.setdefault((command.cohort, command.chat_id))


def _invite(kept: Kept, command: c.Invite, chat: str, at: datetime) -> None:
    made = replace(command, link=command.link or command.token_hash, made_by=chat)
    kept.invitations[made.token_hash] = made
    if not made.code:
        kept.links[made.cohort, made.link] = (made.uses, at)


def _redeem(kept: Kept, command: c.RedeemInvitation, _: str, _at: datetime) -> None:
    found = kept.invitations.get(command.token_hash)
    if not found or found.uses < 1:
        raise Changed("changed")
    for each in list(kept.invitations.values()):
        if (each.cohort, each.link) == (found.cohort, found.link):
            kept.invitations[each.token_hash] = replace(each, uses=each.uses - 1)


def _withdraw(kept: Kept, command: c.Withdraw, _: str, _at: datetime) -> None:
    wanted = (command.cohort, command.link, command.left)
    known = kept.invitations.items()
    rest = {at: each for at, each in known if (each.cohort, each.link, each.uses) != wanted}
    if len(rest) == len(known):
        raise Changed("changed")
    kept.invitations = rest


def _change_link(kept: Kept, command: c.ChangeLink, _: str, _at: datetime) -> None:
    for token, each in kept.invitations.items():
        if (each.cohort, each.link) == (command.cohort, command.link):
            kept.invitations[token] = replace(each, expires_at=command.until)


def _wrong_code(kept: Kept, command: c.RecordWrongCode, chat: str, at: datetime) -> None:
    kept.guesses = [each for each in kept.guesses if each[1] >= at - GUESSES_WITHIN]
    kept.guesses.append((command.guesser, at))
    codes = [each for each in kept.invitations.values() if each.code and each.expires_at > at]
    for cohort in sorted({each.cohort for each in codes}) if command.alarm else ():
        _audit(kept, c.Audit(cohort, "alarm"), "", at)


def _join(kept: Kept, command: c.Join, chat: str, at: datetime) -> None:
    of = command.cohort
    number = sum(cohort == of for cohort, _ in kept.members) + 1
    member = kept.members.get((of, chat)) or Member(chat, number)
    kept.members[of, chat] = replace(member, joined_at=at, left_at=None)


def _set_name(kept: Kept, command: c.SetDisplayName, chat: str, _: datetime) -> None:
    if member := kept.members.get((command.cohort, chat)):
        kept.members[command.cohort, chat] = replace(member, name=command.name)


def _leave(kept: Kept, command: c.Leave, chat: str, at: datetime) -> None:
    who = command.chat_id or chat
    if member := kept.members.get((command.cohort, who)):
        kept.members[command.cohort, who] = replace(member, left_at=at, name="")
    skip(kept, [each for each in of_chat(kept, who) if each.cohort == command.cohort], "left")
    end_sharings(kept, who, command.cohort, at)


def _delete_cohort(kept: Kept, command: c.DeleteCohort, _: str, _at: datetime) -> None:
    gone = command.cohort
    kept.cohorts.pop(gone, None)
    kept.coordinators = {key: each for key, each in kept.coordinators.items() if key[0] != gone}
    kept.invitations = {key: i for key, i in kept.invitations.items() if i.cohort != gone}
    kept.schedules = {key: each for key, each in kept.schedules.items() if each.cohort != gone}
    kept.deliveries = {key: each for key, each in kept.deliveries.items() if each.cohort != gone}
    kept.audit = [each for each in kept.audit if each[0] != gone]


def _save_words(kept: Kept, command: c.SaveWords, chat: str, _: datetime) -> None:
    kept.saved_words.append((chat, command.saved))


def _delete_saved(kept: Kept, command: c.DeleteSavedWords, chat: str, _: datetime) -> None:
    kept.saved_words = [
        (of, words) for of, words in kept.saved_words if (of, words.id) != (chat, command.id)
    ]


def _audit(kept: Kept, command: c.Audit, chat: str, at: datetime) -> None:
    line = AuditLine(at, chat, command.what, command.facts)
    kept.audit.append((command.cohort, line))


FOR_GROUPS: Handlers = {
    c.SaveCohort: _save_cohort,
    c.AddCoordinator: _add_coordinator,
    c.RemoveCoordinator: _remove_coordinator,
    c.ExpectAlone: _expect_alone,
    c.HandOver: _hand_over,
    c.Invite: _invite,
    c.RedeemInvitation: _redeem,
    c.Withdraw: _withdraw,
    c.ChangeLink: _change_link,
    c.RecordWrongCode: _wrong_code,
    c.Join: _join,
    c.SetDisplayName: _set_name,
    c.Leave: _leave,
    c.DeleteCohort: _delete_cohort,
    c.SaveWords: _save_words,
    c.DeleteSavedWords: _delete_saved,
    c.Audit: _audit,
}
