"""What is shared with a reader, and what a turn or a reader does to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain import sharing_commands as s
from bot.domain.lost_words import LostWords
from bot.domain.sharing import Sharing, Waiting, without_lost
from bot.errors import Changed
from tests.support.memory_store.kept import Handlers, InMemory, Kept


def sharings_of(kept: Kept, chat_id: str) -> tuple[Sharing, ...]:
    mine = (each for each in kept.sharings.values() if each.conversation == chat_id)
    return tuple(replace(each, parts=()) for each in mine)


def to_read_by(kept: Kept, chat_id: str) -> tuple[Sharing, ...]:
    groups = {cohort for cohort, chat in kept.coordinators if cohort and chat == chat_id}
    return tuple(e for e in kept.sharings.values() if e.cohort in groups and not e.ended_at)


def waits_in(kept: Kept, cohort_id: str) -> tuple[Waiting, ...]:
    dialogue = kept.cohorts[cohort_id].dialogue
    return tuple(
        Waiting(each.conversation, each.until)
        for each in kept.sharings.values()
        if each.dialogue == dialogue and not each.ended_at and not each.is_answered
        if (member := kept.members.get((cohort_id, each.conversation))) and not member.left_at
    )


def end_sharings(kept: Kept, chat_id: str, cohort_id: str, at: datetime) -> None:
    for key, each in kept.sharings.items():
        if (each.conversation, each.cohort) == (chat_id, cohort_id) and not each.ended_at:
            kept.sharings[key] = replace(each, ended_at=at, parts=())


def take_out_of_sharings(kept: Kept, chat_id: str, lost: LostWords) -> None:
    for key, each in kept.sharings.items():
        if each.conversation == chat_id:
            kept.sharings[key] = replace(each, parts=without_lost(each.parts, lost))


def forget_sharings(kept: Kept, chat_id: str) -> None:
    kept.sharings = {
        key: replace(each, reader="-") if each.reader == chat_id else each
        for key, each in kept.sharings.items()
        if each.conversation != chat_id
    }


class Sharings(InMemory):
    """What the store tells of what is shared."""

    async def shared(self, token_hash: str, now: datetime) -> Sharing | None:
        found = self.kept.sharings.get(token_hash)
        return found if found and found.is_open(now) and not found.cohort else None

    async def sharings(self, conversation: str) -> list[Sharing]:
        return list(sharings_of(self.kept, conversation))


def _share(kept: Kept, command: s.Share, _: str, _at: datetime) -> None:
    kept.sharings[command.sharing.hash] = command.sharing


def _take_back(kept: Kept, command: s.TakeBack, chat: str, at: datetime) -> None:
    found = kept.sharings.get(command.hash)
    if found and found.conversation == chat and not found.ended_at:
        kept.sharings[found.hash] = replace(found, ended_at=at, parts=())


def _take_to_read(kept: Kept, command: s.TakeToRead, chat: str, at: datetime) -> None:
    found = kept.sharings.get(command.hash)
    if not found or not found.is_open(at) or found.reader not in ("", chat):
        raise Changed("changed")
    kept.sharings[found.hash] = replace(found, reader=chat)


def _note(kept: Kept, command: s.NoteAct, _: str, at: datetime) -> None:
    found, act = kept.sharings.get(command.hash), command.act
    if not found or not found.is_open(at) or (act.what != "read" and found.did(act.what)):
        raise Changed("changed")
    kept.sharings[found.hash] = replace(found, acts=(*found.acts, act))


FOR_SHARING: Handlers = {
    s.Share: _share,
    s.TakeBack: _take_back,
    s.TakeToRead: _take_to_read,
    s.NoteAct: _note,
}
