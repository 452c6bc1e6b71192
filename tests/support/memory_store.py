"""A store that keeps everything in memory: for tests of flows and services, and to prove the port.

``tests/store/test_contract.py`` holds it to what the real one does.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime
from typing import Any

from bot.domain import commands as c
from bot.domain import door_commands as d
from bot.domain.access import Access, AccessFacts, AccessQuery, Membership, access_of
from bot.domain.addresses import Address
from bot.domain.cohort import Cohort, Member
from bot.domain.cohort_view import AuditLine, CohortView, Report
from bot.domain.conversation import Conversation
from bot.domain.crossing import Place, WayBack, WaysIn, door_key
from bot.domain.eligibility import Case, Rule, to_send_again
from bot.domain.invitations import GUESSES_WITHIN, LinkInUse
from bot.domain.lost_words import lost_words, without
from bot.domain.mail import Mailbox
from bot.domain.missed import missed, to_catch_up
from bot.domain.outbox import Outgoing
from bot.domain.progress import Progress, has_moved
from bot.domain.reminders import (
    MAY_HAVE_COME,
    Delivery,
    DeliveryState,
    Schedule,
    Why,
    ends_with_finish,
    outcome_question,
    own_reminder,
)
from bot.domain.saved_words import SavedWords
from bot.domain.turn import Reach, Reply, Turn
from bot.errors import Changed

Two = tuple[str, str]

NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass
class Kept:
    """All that is kept, each thing under its key. What is in it is replaced, never changed."""

    addresses: dict[Address, str] = field(default_factory=dict)
    since: dict[Address, datetime] = field(default_factory=dict)
    conversations: dict[str, Conversation] = field(default_factory=dict)
    seen: dict[str, datetime] = field(default_factory=dict)
    outbox: dict[int, Outgoing] = field(default_factory=dict)
    ways_back: dict[str, str] = field(default_factory=dict)
    ways_back_at: dict[str, datetime] = field(default_factory=dict)
    crossings: dict[str, tuple[str, datetime]] = field(default_factory=dict)
    wrong_words: list[tuple[str, datetime]] = field(default_factory=list)
    blocked: set[str] = field(default_factory=set)
    quarantine: dict[str, str] = field(default_factory=dict)
    inbox: dict[int, tuple[Address, str]] = field(default_factory=dict)
    meta: dict[str, str] = field(default_factory=dict)
    cohorts: dict[str, Cohort] = field(default_factory=dict)
    coordinators: dict[Two, None] = field(default_factory=dict)
    invitations: dict[str, c.Invite] = field(default_factory=dict)
    links: dict[Two, tuple[int, datetime]] = field(default_factory=dict)
    guesses: list[tuple[str, datetime]] = field(default_factory=list)
    members: dict[Two, Member] = field(default_factory=dict)
    progress: dict[Two, tuple[Progress, datetime]] = field(default_factory=dict)
    reach: dict[str, Reach] = field(default_factory=dict)
    schedules: dict[str, Schedule] = field(default_factory=dict)
    deliveries: dict[int, Delivery] = field(default_factory=dict)
    mailboxes: dict[str, Mailbox] = field(default_factory=dict)
    asked_mailboxes: dict[str, tuple[str, datetime]] = field(default_factory=dict)
    saved_words: list[tuple[str, SavedWords]] = field(default_factory=list)
    audit: list[tuple[str, AuditLine]] = field(default_factory=list)
    last: int = 0

    def lead(self, address: Address, conversation: str, at: datetime) -> None:
        """Let an address lead to a conversation from now on."""
        self.addresses[address], self.since[address] = conversation, at


class MemoryStore:
    """The whole port. A transaction that raises leaves everything as it was."""

    def __init__(self) -> None:
        self.kept = Kept()

    @contextmanager
    def _transaction(self) -> Iterator[Kept]:
        before = Kept(**{each.name: copy(getattr(self.kept, each.name)) for each in fields(Kept)})
        try:
            yield self.kept
        except BaseException:
            self.kept = before
            raise

    async def close(self) -> None:
        """Keep everything, as a file would."""

    # -- conversations

    async def load(self, chat_id: str) -> Conversation:
        found = self.kept.conversations.get(chat_id)
        return found.copy() if found else Conversation(chat_id)

    async def conversation_of(self, address: Address) -> str:
        return self.kept.addresses.get(address, "")

    async def addresses(self, conversation: str) -> list[Address]:
        found = [to for to, of in self.kept.addresses.items() if of == conversation]
        return found[::-1]

    async def named(self, name: str) -> str:
        if name in self.kept.conversations:
            return name
        found = (of for to, of in self.kept.addresses.items() if to.address == name)
        return next(found, name)

    async def has_seen(self, key: str) -> bool:
        return key in self.kept.seen

    async def save(
        self,
        turn: Turn,
        seen: str,
        outgoing: Sequence[Outgoing] = (),
        acknowledged: Iterable[int] = (),
        delivery: int = 0,
    ) -> list[Outgoing]:
        chat_id = turn.after.id
        with self._transaction() as kept:
            if turn.forget:
                self._forget(chat_id)
            else:
                kept.conversations[chat_id] = turn.after.copy()
                if turn.address and turn.address not in kept.addresses:
                    kept.lead(turn.address, chat_id, turn.at)
                self._keep_progress(turn)
            self._carry_out(turn.commands, "" if turn.forget else chat_id, turn.at)
            kept.seen[seen] = turn.at
            for number in acknowledged:
                kept.outbox.pop(number, None)
            if not turn.forget and (lost := lost_words(turn)):
                for number, each in kept.outbox.items():
                    if each.stays and each.conversation == chat_id and isinstance(each.what, Reply):
                        kept.outbox[number] = replace(each, what=without(each.what, lost))
            numbered = [self._add(each) for each in outgoing]
            if delivery and numbered:
                self._queue(delivery, numbered[0].number, turn.at)
        return numbered

    def _keep_progress(self, turn: Turn) -> None:
        progress, reach = turn.progress, turn.reach
        chat_id, kept = turn.after.id, self.kept
        if progress is None or reach is None:
            return
        before, moved_at = kept.progress.get((chat_id, progress.dialogue), (None, turn.at))
        place = (before.step, before.status, before.own_words) if before else None
        at = turn.at if has_moved(place, progress) else moved_at
        kept.progress[chat_id, progress.dialogue] = (progress, at)
        known = kept.reach.get(chat_id)
        last_at = reach.last_at or (known.last_at if known else None)
        preferences = replace(reach.preferences)
        kept.reach[chat_id] = replace(reach, preferences=preferences, last_at=last_at)

    def _forget(self, chat_id: str) -> None:
        kept = self.kept
        self._end_mailbox(chat_id)
        self._skip(self._of_chat(chat_id), "left")
        for each in self._of_chat(chat_id):
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

    # -- doors

    async def set_ways_back(self, conversation: str, hashes: Iterable[str], at: datetime) -> None:
        kept = {each: of for each, of in self.kept.ways_back.items() if of != conversation}
        new = dict.fromkeys(hashes, conversation)
        self.kept.ways_back = kept | new
        self.kept.ways_back_at |= dict.fromkeys(new, at)

    def _behind(self, token_hash: str, now: datetime) -> str:
        found, until = self.kept.crossings.get(token_hash, ("", now))
        return found if until > now else ""

    def _ways_in(self, conversation: str) -> WaysIn:
        kept = self.kept
        back = sorted(
            (kept.ways_back_at[each], each)
            for each, of in kept.ways_back.items()
            if of == conversation
        )
        found = [
            Place(to, kept.since.get(to)) for to, of in kept.addresses.items() if of == conversation
        ]
        ways = (WayBack(each.partition(" ")[0], at) for at, each in back)
        open_in = tuple(each for each in found[::-1] if each.address.channel != "mail")
        return WaysIn(open_in, tuple(ways), kept.mailboxes.get(conversation))

    # -- mail

    async def ask_mailbox(
        self, conversation: str, address: str, token_hash: str, until: datetime
    ) -> None:
        self._end_mailbox(conversation)
        if conversation in self.kept.conversations:
            self.kept.mailboxes[conversation] = Mailbox(address)
            self.kept.asked_mailboxes[conversation] = (token_hash, until)

    def _asked(self, token_hash: str, now: datetime) -> str:
        asked = self.kept.asked_mailboxes.items()
        return next((of for of, (each, until) in asked if each == token_hash and until > now), "")

    async def asked_mailbox(self, token_hash: str, now: datetime) -> str:
        found = self._asked(token_hash, now)
        return self.kept.mailboxes[found].address if found else ""

    async def confirm_mailbox(self, token_hash: str, token: str, now: datetime) -> bool:
        if found := self._asked(token_hash, now):
            del self.kept.asked_mailboxes[found]
            self.kept.mailboxes[found] = replace(self.kept.mailboxes[found], token=token)
            self.kept.lead(Address("mail", token), found, now)
            self.kept.blocked.discard(found)
        return bool(found)

    async def mailbox_of(self, conversation: str) -> Mailbox | None:
        return self.kept.mailboxes.get(conversation)

    async def mailbox_behind(self, token: str) -> str:
        boxes = self.kept.mailboxes.values()
        return next((each.address for each in boxes if token and each.token == token), "")

    async def end_mailbox(self, token: str) -> bool:
        mine = (of for of, each in self.kept.mailboxes.items() if token and each.token == token)
        if found := next(mine, ""):
            self._end_mailbox(found)
        return bool(found)

    async def end_mailbox_of(self, conversation: str) -> None:
        self._end_mailbox(conversation)

    def _end_mailbox(self, conversation: str) -> None:
        kept = self.kept
        kept.mailboxes.pop(conversation, None)
        kept.asked_mailboxes.pop(conversation, None)
        kept.addresses = {
            to: of
            for to, of in kept.addresses.items()
            if (to.channel, of) != ("mail", conversation)
        }

    async def behind(self, way_back: str) -> str:
        return self.kept.ways_back.get(way_back, "")

    async def behind_door(self, token_hash: str, now: datetime) -> str:
        return self._behind(token_hash, now)

    async def point(self, address: Address, conversation: str, at: datetime) -> None:
        if conversation in self.kept.conversations and address not in self.kept.addresses:
            self.kept.lead(address, conversation, at)

    async def wrong_words(self, client: str, now: datetime) -> tuple[int, int]:
        young = [each for each in self.kept.wrong_words if now - each[1] < GUESSES_WITHIN]
        self.kept.wrong_words = young
        return sum(of == client for of, _ in young), len(young)

    async def note_wrong_words(self, client: str, at: datetime) -> None:
        self.kept.wrong_words.append((client, at))

    # -- outbox

    def _add(self, outgoing: Outgoing) -> Outgoing:
        self.kept.last += 1
        self.kept.outbox[self.kept.last] = numbered = replace(outgoing, number=self.kept.last)
        return numbered

    async def waiting(self) -> list[Outgoing]:
        for each in list(self.kept.deliveries.values()):
            if each.state == "sending":
                self._end(each, "unknown", "")
        return [each for each in self.kept.outbox.values() if not each.stays]

    async def said(self, conversation: str, most: int = 0) -> list[Outgoing]:
        lines = self.kept.outbox.values()
        mine = [each for each in lines if each.stays and each.conversation == conversation]
        return mine[-most:]

    async def add(self, outgoing: Outgoing) -> Outgoing:
        return self._add(outgoing)

    async def delete_acknowledged(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            self.kept.outbox.pop(number, None)

    async def mark(self, number: int, state: DeliveryState, error: str = "") -> None:
        for each in list(self.kept.deliveries.values()):
            if each.outbox == number and each.state in ("queued", "sending"):
                refused = state in ("failed", "blocked") and not each.again
                went_at = None if refused else each.went_at
                marked = replace(each, state=state, why=error, went_at=went_at)
                self.kept.deliveries[each.number] = marked
        if state not in ("queued", "sending"):
            self.kept.outbox.pop(number, None)

    async def set_blocked(self, chat_id: str, blocked: bool, at: datetime) -> None:
        if not blocked:
            self.kept.blocked.discard(chat_id)
            return
        self.kept.blocked.add(chat_id)
        leaving = {each.outbox for each in self._of_chat(chat_id) if each.state == "sending"}
        for each in self._of_chat(chat_id):
            if each.state == "queued":
                self._end(each, "blocked", "")
        for number, outgoing in list(self.kept.outbox.items()):
            is_leaving = number in leaving or outgoing.stays
            if outgoing.conversation == chat_id and not is_leaving:
                del self.kept.outbox[number]

    async def blocked(self) -> set[str]:
        return set(self.kept.blocked)

    # -- cohorts

    async def access(self, chat_id: str, access_query: AccessQuery, now: datetime) -> Access:
        kept, query = self.kept, access_query
        mine = [cohort for cohort, chat in kept.coordinators if chat == chat_id]
        joined = sorted(
            (
                each
                for each in kept.members.items()
                if each[0][1] == chat_id and not each[1].left_at
            ),
            key=lambda each: each[1].joined_at or NEVER,
        )
        invited = kept.invitations.get(query.token_hash)
        recent = [chat for chat, at in kept.guesses if at > now - GUESSES_WITHIN]
        facts = AccessFacts(
            tuple(mine),
            tuple(
                each
                for each in mine
                if each and sum(of == each for of, _ in kept.coordinators) == 1
            ),
            tuple(kept.cohorts[each] for each in mine if each),
            tuple(Membership(kept.cohorts[of], m.number, m.name) for (of, _), m in joined),
            (invited, kept.cohorts.get(invited.cohort)) if invited else None,
            (recent.count(query.guesser), len(recent)),
            view=self._view,
            address=lambda: kept.meta.get("invitation_address", ""),
            saved_words=lambda: tuple(
                words for of, words in kept.saved_words[::-1] if of == chat_id
            ),
            crossing=self._behind(door_key(query.token_hash, code=query.code), now),
            page_address=lambda: kept.meta.get("page_address", ""),
            ways_in=lambda: self._ways_in(chat_id),
        )
        return access_of(facts, query, now)

    async def cohorts(self) -> list[Cohort]:
        return sorted(self.kept.cohorts.values(), key=lambda each: each.made_at)

    async def cohort(self, cohort_id: str) -> Cohort | None:
        return self.kept.cohorts.get(cohort_id)

    async def view(self, cohort_id: str) -> CohortView | None:
        return self._view(cohort_id)

    async def members(self, cohort_id: str) -> list[Member]:
        return [self._member(chat, of) for of, chat in self.kept.members if of == cohort_id]

    async def do(self, commands: Sequence[c.Command], chat_id: str, at: datetime) -> None:
        with self._transaction():
            self._carry_out(commands, chat_id, at)

    def _view(self, cohort_id: str) -> CohortView | None:
        kept, cohort = self.kept, self.kept.cohorts.get(cohort_id)
        if not cohort:
            return None
        schedules = [each for each in kept.schedules.values() if each.cohort == cohort_id]
        return CohortView(
            cohort,
            tuple(self._member(chat, of) for of, chat in kept.members if of == cohort_id),
            tuple(chat for of, chat in kept.coordinators if of == cohort_id),
            tuple(
                Report(each, tuple(self._of_schedule(each.id)))
                for each in sorted(schedules, key=lambda each: each.made_at)
            ),
            tuple(line for of, line in kept.audit if of == cohort_id),
            tuple(self._links(cohort_id)),
        )

    async def links(self, cohort_id: str) -> list[LinkInUse]:
        return self._links(cohort_id)

    def _links(self, cohort_id: str) -> list[LinkInUse]:
        mine = [each for each in self.kept.invitations.values() if each.cohort == cohort_id]
        return [
            LinkInUse(each.link, each.role, most, each.uses, each.expires_at, at)
            for each in mine
            if each.uses and not each.code
            for most, at in [self.kept.links[each.cohort, each.link]]
        ]

    def _member(self, chat_id: str, cohort_id: str) -> Member:
        """Somebody with all that is known of how far they are and how they can be reached."""
        kept, reach = self.kept, self.kept.reach.get(chat_id)
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
        nudges = [d for d in self._of_chat(chat_id) if (d.kind, d.cohort) == ("nudge", cohort_id)]
        mine = [d for d in self._of_chat(chat_id) if (d.kind, d.cohort) == ("reminder", cohort_id)]
        member = replace(
            member,
            cohort_reminded_at=max(
                (d.due_at for d in mine if d.state in MAY_HAVE_COME), default=None
            ),
            nudges=sum(each.state != "skipped" for each in nudges),
            blocked=chat_id in kept.blocked,
            reminded_at=self._went(
                chat_id, ("reminder", "nudge", "later", "outcome", "taken_out", "unseated")
            ),
            own_reminded_at=self._went(chat_id, ("reminder",)),
            asked_for_at=self._went(chat_id, ("later",)),
        )
        if not reach:
            return member
        return replace(
            member,
            preferences=reach.preferences,
            resting=reach.resting,
            last_at=reach.last_at,
        )

    def _went(self, chat_id: str, kinds: Sequence[str]) -> datetime | None:
        """When a reminder of these kinds went last that may have come."""
        if chat_id not in self.kept.reach:
            return None
        times = (d.went_at for d in self._of_chat(chat_id) if d.kind in kinds and d.went_at)
        return max(times, default=None)

    # -- reminders

    async def schedules(self) -> list[Schedule]:
        found = [s for s in self.kept.schedules.values() if not s.cancelled_at]
        return [each for each in found if each.timing or each.kind == "nudge"]

    async def fire(self, schedule: str, deliveries: Iterable[Delivery], until: datetime) -> None:
        self._plan(deliveries)
        if found := self.kept.schedules.get(schedule):
            self.kept.schedules[schedule] = replace(found, fired_until=until)

    async def ask_outcomes(self, now: datetime) -> None:
        for (chat_id, dialogue), (progress, at) in list(self.kept.progress.items()):
            if progress.outcome_due and progress.outcome_due <= now:
                self._plan([outcome_question(chat_id, dialogue, progress.outcome_due)])
                asked = replace(progress, outcome_due=None)
                self.kept.progress[chat_id, dialogue] = (asked, at)

    async def due(self, now: datetime, most: int) -> list[Delivery]:
        states = [each.state for each in self.kept.deliveries.values()]
        in_outbox = states.count("queued") + states.count("sending")
        found = [
            each
            for each in self.kept.deliveries.values()
            if each.state == "waiting" and each.due_at <= now and each.chat_id
        ]
        first = sorted(found, key=lambda each: (each.kind != "later", each.due_at))
        return first[: max(0, most - in_outbox)]

    async def admit(self, number: int, decide: Rule) -> Case | None:
        found = self.kept.deliveries.get(number)
        return self._may_go(found, decide) if found and found.state == "waiting" else None

    async def release(self, number: int, decide: Rule) -> bool:
        for each in list(self.kept.deliveries.values()):
            if each.outbox == number and each.state == "queued" and self._may_go(each, decide):
                self.kept.deliveries[each.number] = replace(each, state="sending")
                return True
        return False

    async def skip(self, number: int, why: Why) -> None:
        if (found := self.kept.deliveries.get(number)) and found.state == "waiting":
            self._end(found, "skipped", why)

    async def fail(self, number: int, error: str) -> None:
        if (found := self.kept.deliveries.get(number)) and found.state == "waiting":
            self._end(found, "failed", error)

    def _may_go(self, delivery: Delivery, decide: Rule) -> Case | None:
        kept = self.kept
        case = Case(
            delivery,
            self._member(delivery.chat_id, delivery.cohort),
            kept.cohorts.get(delivery.cohort),
            kept.schedules.get(delivery.schedule),
        )
        decision = decide(case)
        if decision.goes:
            return case
        if decision.at:
            again = delivery.again or delivery.state == "queued"
            self._wait(delivery, decision.at, again=again)
        else:
            self._end(delivery, "skipped", decision.why or "")
        return None

    def _plan(self, deliveries: Iterable[Delivery]) -> None:
        for each in deliveries:
            firing = (each.schedule, each.day, each.dialogue, each.chat_id)
            if each.kind == "later" or not any(
                d.kind != "later" and (d.schedule, d.day, d.dialogue, d.chat_id) == firing
                for d in self._of_chat(each.chat_id)
            ):
                number = max(self.kept.deliveries, default=0) + 1
                self.kept.deliveries[number] = replace(each, number=number)

    def _of_chat(self, chat_id: str) -> list[Delivery]:
        return [d for d in self.kept.deliveries.values() if d.chat_id == chat_id]

    def _of_schedule(self, schedule: str) -> list[Delivery]:
        return [d for d in self.kept.deliveries.values() if d.schedule == schedule]

    def _queue(self, number: int, outbox: int, at: datetime) -> None:
        found = self.kept.deliveries.get(number)
        if not found or found.state != "waiting":
            raise Changed("changed")
        self.kept.deliveries[number] = replace(found, state="queued", outbox=outbox, went_at=at)

    def _skip(self, deliveries: Iterable[Delivery], why: str) -> None:
        for each in deliveries:
            if each.state in ("waiting", "queued"):
                self._end(each, "skipped", why)

    def _end(self, delivery: Delivery, state: DeliveryState, why: str) -> None:
        went_at = None if delivery.state == "queued" else delivery.went_at
        ended = replace(delivery, state=state, why=why, went_at=went_at)
        self.kept.deliveries[delivery.number] = ended
        self.kept.outbox.pop(delivery.outbox, None)

    def _wait(self, delivery: Delivery, due_at: datetime, *, again: bool) -> None:
        went_at = None if delivery.state == "queued" else delivery.went_at
        waiting = replace(delivery, state="waiting", why="", due_at=due_at, again=again, outbox=0)
        waiting = replace(waiting, went_at=went_at)
        self.kept.deliveries[delivery.number] = waiting
        self.kept.outbox.pop(delivery.outbox, None)

    # -- commands

    def _carry_out(self, commands: Iterable[c.Command], chat_id: str, at: datetime) -> None:
        for command in commands:
            CARRY_OUT[type(command)](self, command, chat_id, at)

    # -- what the coach keeps about itself

    async def set_meta(self, name: str, value: str) -> None:
        self.kept.meta[name] = value

    async def get_meta(self, name: str) -> str:
        return self.kept.meta.get(name, "")

    async def watch(self) -> None:
        await asyncio.Event().wait()

    async def keep_for_later(self, number: int, sender: Address, body: str) -> None:
        self.kept.inbox.setdefault(number, (sender, body))

    async def first_kept(self, sender: Address) -> tuple[int, str] | None:
        found = sorted((n, body) for n, (of, body) in self.kept.inbox.items() if of == sender)
        return found[0] if found else None

    async def drop_kept(self, number: int) -> None:
        self.kept.inbox.pop(number, None)

    async def kept_senders(self) -> list[Address]:
        return list(dict.fromkeys(of for of, _ in self.kept.inbox.values()))

    async def quarantine(self, keys: Iterable[str], error: str, at: datetime) -> int:
        self.kept.quarantine |= dict.fromkeys(keys, error)
        return len(self.kept.quarantine)


# -- what a turn asks for, each command by its handler


def _save_cohort(to: MemoryStore, command: c.SaveCohort, _: str, _at: datetime) -> None:
    to.kept.cohorts[command.cohort.id] = command.cohort


def _add_coordinator(to: MemoryStore, command: c.AddCoordinator, _: str, _at: datetime) -> None:
    to.kept.coordinators.setdefault((command.cohort, command.chat_id))


def _remove_coordinator(
    to: MemoryStore, command: c.RemoveCoordinator, _: str, _at: datetime
) -> None:
    to.kept.coordinators.pop((command.cohort, command.chat_id), None)


def _hand_over(to: MemoryStore, command: c.HandOver, _: str, _at: datetime) -> None:
    for of, chat in list(to.kept.coordinators):
        is_meant = command.instead_of in ("", chat)
        if of == command.cohort and chat != command.chat_id and is_meant:
            del to.kept.coordinators[of, chat]
    to.kept.coordinators.setdefault((command.cohort, command.chat_id))


def _invite(to: MemoryStore, command: c.Invite, chat: str, at: datetime) -> None:
    kept = replace(command, link=command.link or command.token_hash, made_by=chat)
    to.kept.invitations[kept.token_hash] = kept
    if not kept.code:
        to.kept.links[kept.cohort, kept.link] = (kept.uses, at)


def _redeem(to: MemoryStore, command: c.RedeemInvitation, _: str, _at: datetime) -> None:
    found = to.kept.invitations.get(command.token_hash)
    if not found or found.uses < 1:
        raise Changed("changed")
    for each in list(to.kept.invitations.values()):
        if (each.cohort, each.link) == (found.cohort, found.link):
            to.kept.invitations[each.token_hash] = replace(each, uses=each.uses - 1)


def _withdraw(to: MemoryStore, command: c.Withdraw, _: str, _at: datetime) -> None:
    wanted = (command.cohort, command.link, command.left)
    known = to.kept.invitations.items()
    rest = {at: each for at, each in known if (each.cohort, each.link, each.uses) != wanted}
    if len(rest) == len(known):
        raise Changed("changed")
    to.kept.invitations = rest


def _change_link(to: MemoryStore, command: c.ChangeLink, _: str, _at: datetime) -> None:
    for token, each in to.kept.invitations.items():
        if (each.cohort, each.link) == (command.cohort, command.link):
            to.kept.invitations[token] = replace(each, expires_at=command.until)


def _wrong_code(to: MemoryStore, command: c.RecordWrongCode, chat: str, at: datetime) -> None:
    to.kept.guesses = [each for each in to.kept.guesses if each[1] >= at - GUESSES_WITHIN]
    to.kept.guesses.append((command.guesser, at))
    codes = [each for each in to.kept.invitations.values() if each.code and each.expires_at > at]
    for cohort in sorted({each.cohort for each in codes}) if command.alarm else ():
        _audit(to, c.Audit(cohort, "alarm"), "", at)


def _join(to: MemoryStore, command: c.Join, chat: str, at: datetime) -> None:
    of = command.cohort
    number = sum(cohort == of for cohort, _ in to.kept.members) + 1
    member = to.kept.members.get((of, chat)) or Member(chat, number)
    to.kept.members[of, chat] = replace(member, joined_at=at, left_at=None)


def _set_name(to: MemoryStore, command: c.SetDisplayName, chat: str, _: datetime) -> None:
    if member := to.kept.members.get((command.cohort, chat)):
        to.kept.members[command.cohort, chat] = replace(member, name=command.name)


def _leave(to: MemoryStore, command: c.Leave, chat: str, at: datetime) -> None:
    who = command.chat_id or chat
    if member := to.kept.members.get((command.cohort, who)):
        to.kept.members[command.cohort, who] = replace(member, left_at=at, name="")
    to._skip([each for each in to._of_chat(who) if each.cohort == command.cohort], "left")


def _schedule(to: MemoryStore, command: c.ScheduleReminder, _: str, _at: datetime) -> None:
    to.kept.schedules.setdefault(command.schedule.id, command.schedule)
    to._plan(command.deliveries)


def _change(to: MemoryStore, command: c.ChangeSchedule, _: str, _at: datetime) -> None:
    found = to.kept.schedules.get(command.schedule.id)
    if found and not found.cancelled_at:
        to.kept.schedules[found.id] = command.schedule
    if command.schedule.paused_at:
        to._skip(to._of_schedule(command.schedule.id), "paused")


def _cancel(to: MemoryStore, command: c.Cancel, _: str, at: datetime) -> None:
    if (found := to.kept.schedules.get(command.schedule)) and not found.cancelled_at:
        to.kept.schedules[found.id] = replace(found, cancelled_at=at)
    to._skip(to._of_schedule(command.schedule), "cancelled")


def _stop(to: MemoryStore, command: c.StopSchedules, _: str, at: datetime) -> None:
    for each in list(to.kept.schedules.values()):
        if each.cohort == command.cohort:
            ends = each.kind == "reminder" and not each.cancelled_at
            to.kept.schedules[each.id] = replace(each, cancelled_at=at) if ends else each
            to._skip(to._of_schedule(each.id), "cancelled")


def _delete_cohort(to: MemoryStore, command: c.DeleteCohort, _: str, _at: datetime) -> None:
    kept, gone = to.kept, command.cohort
    kept.cohorts.pop(gone, None)
    kept.coordinators = {key: each for key, each in kept.coordinators.items() if key[0] != gone}
    kept.invitations = {key: i for key, i in kept.invitations.items() if i.cohort != gone}
    kept.schedules = {key: each for key, each in kept.schedules.items() if each.cohort != gone}
    kept.deliveries = {key: each for key, each in kept.deliveries.items() if each.cohort != gone}
    kept.audit = [each for each in kept.audit if each[0] != gone]


def _send_again(to: MemoryStore, command: c.SendAgain, _: str, at: datetime) -> None:
    all_of_it = to._of_schedule(command.schedule)
    doubtful = [each for each in all_of_it if each.state == "unknown" and each.chat_id]
    for each in to_send_again(doubtful, to.kept.deliveries.values()):
        to._wait(each, at, again=True)


def _send_to_missed(to: MemoryStore, command: c.SendToMissed, _: str, at: datetime) -> None:
    found = missed(to._of_schedule(command.schedule))
    for each in to_catch_up(found, to.kept.deliveries.values()):
        to._wait(each, at, again=each.state == "failed")


def _own(to: MemoryStore, command: c.SetOwnReminder, chat: str, _: datetime) -> None:
    for each in to._of_chat(chat):
        if each.kind == "later" and each.state in ("waiting", "skipped"):
            del to.kept.deliveries[each.number]
    to._plan([own_reminder(chat, command.due_at)] if command.due_at else [])


def _cancel_pending(to: MemoryStore, _: c.CancelPending, chat: str, _at: datetime) -> None:
    to._skip(to._of_chat(chat), "off")


def _finished(to: MemoryStore, command: c.SkipFinished, chat: str, _: datetime) -> None:
    mine = to._of_chat(chat)
    about = [d for d in mine if d.cohort and d.dialogue == command.dialogue]
    ended = [d for d in about if ends_with_finish(to.kept.schedules.get(d.schedule))]
    to._skip(ended, "finished")


def _tell(to: MemoryStore, command: c.Tell, _: str, _at: datetime) -> None:
    to._plan([command.news])


def _save_words(to: MemoryStore, command: c.SaveWords, chat: str, _: datetime) -> None:
    to.kept.saved_words.append((chat, command.saved))


def _delete_saved(to: MemoryStore, command: c.DeleteSavedWords, chat: str, _: datetime) -> None:
    to.kept.saved_words = [
        (of, words) for of, words in to.kept.saved_words if (of, words.id) != (chat, command.id)
    ]


def _audit(to: MemoryStore, command: c.Audit, chat: str, at: datetime) -> None:
    line = AuditLine(at, chat, command.what, command.facts)
    to.kept.audit.append((command.cohort, line))


def _open_door(to: MemoryStore, command: d.OpenDoor, chat: str, at: datetime) -> None:
    whose = command.conversation or chat
    kept = {each: way for each, way in to.kept.crossings.items() if way[0] != whose and way[1] > at}
    to.kept.crossings = kept | dict.fromkeys(command.hashes, (whose, command.until))


def _close_places(to: MemoryStore, command: d.ClosePlaces, chat: str, _: datetime) -> None:
    for each in command.addresses:
        if to.kept.addresses.get(each) == chat:
            del to.kept.addresses[each]


def _cross(to: MemoryStore, command: d.Cross, _: str, at: datetime) -> None:
    found = to._behind(command.token_hash, at)
    if not found:
        raise Changed("changed")
    to.kept.lead(command.address, found, at)
    to.kept.crossings = {way: of for way, of in to.kept.crossings.items() if of[0] != found}
    if command.empty:
        to._forget(command.empty)


def _add_way_back(to: MemoryStore, command: d.AddWayBack, chat: str, at: datetime) -> None:
    to.kept.ways_back[command.hash] = chat
    to.kept.ways_back_at[command.hash] = at


CARRY_OUT: dict[type[c.Command], Callable[[MemoryStore, Any, str, datetime], None]] = {
    c.SaveCohort: _save_cohort,
    c.AddCoordinator: _add_coordinator,
    c.RemoveCoordinator: _remove_coordinator,
    c.HandOver: _hand_over,
    c.Invite: _invite,
    c.RedeemInvitation: _redeem,
    c.Withdraw: _withdraw,
    c.ChangeLink: _change_link,
    c.RecordWrongCode: _wrong_code,
    c.Join: _join,
    c.SetDisplayName: _set_name,
    c.Leave: _leave,
    c.ScheduleReminder: _schedule,
    c.ChangeSchedule: _change,
    c.Cancel: _cancel,
    c.StopSchedules: _stop,
    c.DeleteCohort: _delete_cohort,
    c.SendAgain: _send_again,
    c.SendToMissed: _send_to_missed,
    c.SetOwnReminder: _own,
    c.CancelPending: _cancel_pending,
    c.SkipFinished: _finished,
    c.Tell: _tell,
    c.SaveWords: _save_words,
    c.DeleteSavedWords: _delete_saved,
    c.Audit: _audit,
    d.OpenDoor: _open_door,
    d.ClosePlaces: _close_places,
    d.Cross: _cross,
    d.AddWayBack: _add_way_back,
}
