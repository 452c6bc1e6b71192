"""Cohorts as those see them who look after them, and who may see what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from bot.domain.access import Access, AccessFacts, AccessQuery, Membership, access_of
from bot.domain.cohort import Cohort, Member
from bot.domain.cohort_view import AuditLine, CohortView, Report
from bot.domain.commands import Command, Invite
from bot.domain.crossing import door_key
from bot.domain.invitations import GUESSES_WITHIN, LinkInUse
from bot.domain.saved_words import SavedWords
from bot.store.sqlite import commands as carrying
from bot.store.sqlite import crossing, deliveries, members, meta, schedules, sharings
from bot.store.sqlite.adapters import adapter
from bot.store.sqlite.columns import Execute, stamp
from bot.store.sqlite.room import Room

# Most are in no cohort and have shared nothing: then there is no more to read.
_WHO = """
    SELECT EXISTS (SELECT 1 FROM coordinators WHERE chat_id = :chat),
        EXISTS (SELECT 1 FROM members WHERE chat_id = :chat AND left_at IS NULL),
        EXISTS (SELECT 1 FROM sharings WHERE conversation = :chat),
        (SELECT value FROM meta WHERE name = 'page_address')"""

_COORDINATES = """
    SELECT cohort, (SELECT count(*) FROM coordinators o WHERE o.cohort = c.cohort)
    FROM coordinators c WHERE chat_id = ?"""

_MEMBERSHIPS = """
    SELECT cohort, number, name FROM members
    WHERE chat_id = ? AND left_at IS NULL ORDER BY joined_at"""

_INVITATION = """
    SELECT role, cohort, expires_at, uses, code, made_by FROM invitations WHERE token_hash = ?"""

_LINKS = """
    SELECT link AS id, role, most AS uses, uses AS left, expires_at AS until, made_at
    FROM invitations WHERE cohort = ? AND uses > 0 AND code = 0 ORDER BY rowid"""

_LINK_FIELDS = tuple(LinkInUse.__dataclass_fields__)

_GUESSES = "SELECT count(*) FILTER (WHERE chat_id IN (?, ?)), count(*) FROM guesses WHERE at > ?"

_COORDINATORS = "SELECT chat_id FROM coordinators WHERE cohort = ? ORDER BY at"

_SAVED_WORDS = "SELECT id, words FROM saved_words WHERE chat_id = ? ORDER BY at DESC, id"

_AUDIT = "SELECT at, chat_id, what, facts FROM audit WHERE cohort = ? ORDER BY number"


class CohortRoom(Room):
    """Where cohorts live, and who is what in them."""

    async def access(self, chat_id: str, access_query: AccessQuery, now: datetime) -> Access:
        """Return who somebody is, and what is theirs to see of what an event is about."""
        with self._commits.reading():
            return access_of(_facts(self._execute, chat_id, access_query, now), access_query, now)

    async def cohorts(self) -> list[Cohort]:
        """Return every cohort, the newest last."""
        with self._commits.reading():
            return members.cohorts(self._execute)

    async def cohort(self, cohort_id: str) -> Cohort | None:
        """Return a cohort by its id."""
        with self._commits.reading():
            return members.cohort(self._execute, cohort_id)

    async def view(self, cohort_id: str) -> CohortView | None:
        """Return all of a cohort that its coordinators may see."""
        with self._commits.reading():
            return _view(self._execute, cohort_id)

    async def links(self, cohort_id: str) -> list[LinkInUse]:
        """Return the links of a cohort that have a use left; of "" those that let make cohorts."""
        with self._commits.reading():
            return _links(self._execute, cohort_id)

    async def members(self, cohort_id: str) -> list[Member]:
        """Return everybody who is or was in a cohort."""
        with self._commits.reading():
            return members.members(self._execute, cohort_id)

    async def do(self, commands: Sequence[Command], chat_id: str, at: datetime) -> None:
        """Carry these out without a turn, as the operator. Raise Changed."""
        async with self._commits.transaction():
            carrying.carry_out(self._execute, commands, chat_id, at)


def _facts(execute: Execute, chat_id: str, access_query: AccessQuery, now: datetime) -> AccessFacts:
    coordinates, belongs, shares, page = execute(_WHO, {"chat": chat_id}).fetchone()
    found = dict(execute(_COORDINATES, (chat_id,)).fetchall()) if coordinates else {}
    looks_after = tuple(found)
    token = access_query.token_hash
    return AccessFacts(
        looks_after,
        tuple(each for each, many in found.items() if each and many == 1),
        tuple(cohort for each in looks_after if (cohort := members.cohort(execute, each))),
        _memberships(execute, chat_id) if belongs else (),
        _invited(execute, token) if token else None,
        _guesses(execute, access_query.guesser, chat_id, now) if token else (0, 0),
        view=partial(_view, execute),
        address=partial(meta.get_meta, execute, "invitation_address"),
        saved_words=partial(_saved_words, execute, chat_id),
        crossing=crossing.behind(execute, door_key(token, code=access_query.code), now),
        page_address=page or "",
        ways_in=partial(crossing.ways_in, execute, chat_id),
        who=chat_id,
        sharings=sharings.mine(execute, chat_id) if shares else (),
        to_read=partial(sharings.to_read, execute, chat_id),
    )


def _memberships(execute: Execute, chat_id: str) -> tuple[Membership, ...]:
    return tuple(
        Membership(cohort, number, name, _coordinators(execute, each))
        for each, number, name in execute(_MEMBERSHIPS, (chat_id,)).fetchall()
        if (cohort := members.cohort(execute, each))
    )


def _coordinators(execute: Execute, cohort_id: str) -> tuple[str, ...]:
    return tuple(chat for (chat,) in execute(_COORDINATORS, (cohort_id,)).fetchall())


def _invited(execute: Execute, token_hash: str) -> tuple[Invite, Cohort | None] | None:
    row = execute(_INVITATION, (token_hash,)).fetchone()
    if not row:
        return None
    role, cohort_id, expires_at, uses, code, made_by = row
    until = datetime.fromisoformat(expires_at)
    invite = Invite(token_hash, role, cohort_id, until, uses, bool(code), made_by=made_by)
    return invite, members.cohort(execute, cohort_id)


def _links(execute: Execute, cohort_id: str) -> list[LinkInUse]:
    rows = execute(_LINKS, (cohort_id,)).fetchall()
    return [
        adapter(LinkInUse).validate_python(dict(zip(_LINK_FIELDS, row, strict=True)))
        for row in rows
    ]


def _saved_words(execute: Execute, chat_id: str) -> tuple[SavedWords, ...]:
    return tuple(SavedWords(*row) for row in execute(_SAVED_WORDS, (chat_id,)).fetchall())


def _guesses(execute: Execute, guesser: str, chat_id: str, now: datetime) -> tuple[int, int]:
    # Until now they were kept under the chat itself.
    mine, everybodys = execute(_GUESSES, (guesser, chat_id, stamp(now - GUESSES_WITHIN))).fetchone()
    return mine, everybodys


def _view(execute: Execute, cohort_id: str) -> CohortView | None:
    cohort = members.cohort(execute, cohort_id)
    if cohort is None:
        return None
    return CohortView(
        cohort,
        tuple(members.members(execute, cohort_id)),
        _coordinators(execute, cohort_id),
        tuple(
            Report(each, tuple(deliveries.of_schedule(execute, each.id)))
            for each in schedules.of_cohort(execute, cohort_id)
        ),
        tuple(
            AuditLine(datetime.fromisoformat(at), chat_id, what, facts)
            for at, chat_id, what, facts in execute(_AUDIT, (cohort_id,)).fetchall()
        ),
        tuple(_links(execute, cohort_id)),
        sharings.waits(execute, cohort_id),
        members.skills(execute, cohort_id),
    )
