"""A coach with a store, people who write to it, and a phone network that can fail.

The fake stands at one port: the channel. What it is given is split as Telegram's is; each reminder
that is put on its way is marked as the real sender marks it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from bot.channels.telegram_bot.parts import parts
from bot.content.library import Content
from bot.domain.addresses import Address
from bot.domain.cohort_view import CohortView
from bot.domain.commands import Invite
from bot.domain.crossing import PAGE
from bot.domain.eligibility import Case, Decision, decide_delivery
from bot.domain.events import Event
from bot.domain.invitations import hashed
from bot.domain.offers import Button
from bot.domain.outbox import Outgoing
from bot.domain.reminders import SHOWN, DeliveryState
from bot.domain.turn import Reply, Turn
from bot.flows.registry import FLOWS
from bot.services.scheduler import Scheduler
from bot.services.turns import Service
from bot.store import Store
from bot.store.sqlite.store import SqliteStore
from tests.support.bot_api.rows import LINES, check_rows
from tests.support.memory_store import MemoryStore

KEY = "ab" * 32

LINK = "https://t.me/CoachTestBot"


@dataclass
class Phones:
    """The channel: what was sent to whom and when, and what becomes of it."""

    clock: Callable[[], datetime]
    decide: Callable[[Outgoing], DeliveryState] = lambda _: "sent"
    reminded: dict[str, list[tuple[datetime, str]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    on_the_way: list[Outgoing] = field(default_factory=list)
    acknowledged: set[int] = field(default_factory=set)
    only_shows: bool = False

    def prepare(self, turn: Turn, to: Address) -> list[Outgoing]:
        rows = parts(turn, to, LINES)
        check_rows(rows)
        return rows

    def put(self, rows: list[Outgoing]) -> None:
        for each in rows:
            if each.kind == "reminder":
                self.on_the_way.append(each)
            else:
                self.acknowledged.add(each.number)


@dataclass
class World:
    """Everything, at a time that stands still until it is moved."""

    content: Content
    opens: Callable[[], Store]
    now: datetime = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
    turns: int = 0

    def __post_init__(self) -> None:
        self.phones = Phones(lambda: self.now)
        self.pages = replace(self.phones, only_shows=True)
        self._open()

    @classmethod
    def on_disk(cls, content: Content, folder: Path) -> World:
        """One with a real store, which is read anew after each restart."""
        return cls(content, lambda: SqliteStore.open(folder, KEY, Path("(in memory)")))

    @classmethod
    def in_memory(cls, content: Content) -> World:
        """One whose store is as quick as can be, and outlives a restart."""
        store = MemoryStore()
        return cls(content, lambda: store)

    @property
    def database(self) -> Database:
        """The tables of a real store."""
        assert isinstance(self.store, SqliteStore)
        return Database(self.store._connection)

    def _open(self) -> None:
        self.store = self.opens()
        outboxes = {"phone": self.phones, PAGE: self.pages}
        self.service = Service(FLOWS, self.content, self.store, lambda: self.now, outboxes=outboxes)
        self.ticker = Scheduler(self.service, self.store, lambda: self.now)

    async def start(self) -> World:
        await self.store.set_meta("invitation_address", f"{LINK}?start={{token}}")
        return self

    async def restart(self) -> None:
        """Everything in memory is gone, as after kill -9."""
        await self.store.close()
        self.phones.on_the_way.clear()
        self._open()
        self.phones.on_the_way += [
            each for each in await self.store.waiting() if each.kind == "reminder"
        ]

    def person(self, chat_id: str) -> Person:
        return Person(self, chat_id)

    async def group(self, ann: Person, many: int) -> tuple[str, list[Person]]:
        """A cohort of hers with so many learners in it, an hour ago."""
        cohort = await ann.becomes_coordinator()
        token, _ = await ann.invites(cohort)
        people = [self.person(str(number)) for number in range(1, many + 1)]
        for each in people:
            await each.joins(token)
        await self.later(hours=1)
        return cohort, people

    async def scheduler(self) -> None:
        """What is due, until nothing more is; and what was put on its way leaves."""
        while True:
            went = await self.ticker.scheduler()
            await self.deliver()
            if not went:
                return

    def may_leave(self, case: Case) -> Decision:
        return decide_delivery(case, self.now, leaving=True)

    async def deliver(self) -> None:
        while self.phones.on_the_way:
            each = self.phones.on_the_way.pop(0)
            if not await self.store.release(each.number, self.may_leave):
                continue
            state = self.phones.decide(each)
            if state in ("sent", "unknown"):
                assert isinstance(each.what, Reply)
                self.phones.reminded[each.conversation].append((self.now, each.what.text))
            if state == "blocked":
                await self.store.set_blocked(each.conversation, True, self.now)
            is_shown = each.to.channel == PAGE and state == "sent"
            await self.store.mark(each.number, state, SHOWN if is_shown else "")

    async def later(self, **how: float) -> None:
        """Time passes; the coach looks at what is due every quarter of an hour."""
        until = self.now + timedelta(**how)
        while self.now < until:
            self.now = min(until, self.now + timedelta(minutes=15))
            await self.scheduler()


@dataclass
class Person:
    """Somebody in a private chat."""

    world: World
    chat_id: str
    last: Turn | None = None
    edited: list[str] = field(default_factory=list)
    channel: str = "phone"

    async def say(self, text: str) -> str:
        """Send a message; gives all that came back as one text."""
        return await self._send(Event(self.chat_id, "say", text, self._key(), self._key()))

    async def press(self, label: str) -> str:
        """Press a button that is offered, whichever part of its label is given."""
        button = next((each for each in self.buttons if label in each.label), None)
        assert button, f"{label!r} is not offered: {[each.label for each in self.buttons]}"
        if not button.side:
            return await self.say(button.label)
        assert self.last
        version = self.last.after.version
        return await self.act(button.action, version)

    async def act(self, action: str, version: int = 1) -> str:
        """A press with any data, forged or old."""
        event = Event(self.chat_id, "press", action, self._key(), version=version)
        return await self._send(event)

    async def at(self, cohort: str, page: str, *labels: str) -> str:
        """Open a page of a cohort and press what is offered there, one after the other."""
        said = await self.act(f"page:co.{cohort}.{page}")
        for label in labels:
            said = await self.press(label)
        return said

    def _key(self) -> str:
        self.world.turns += 1
        return f"event {self.world.turns}"

    async def _send(self, event: Event) -> str:
        to = Address(self.channel, self.chat_id)
        turn = await self.world.service.receive(replace(event, address=to))
        assert turn
        self.last = turn
        return "\n".join(reply.text for reply in turn.replies)

    @property
    def buttons(self) -> tuple[Button, ...]:
        assert self.last
        return self.last.replies[-1].buttons if self.last.replies else ()

    @property
    def labels(self) -> list[str]:
        return [each.label for each in self.buttons]

    @property
    def reminders(self) -> list[str]:
        return [text for _, text in self.world.phones.reminded[self.chat_id]]

    # -- what people do often

    async def becomes_coordinator(
        self, name: str = "Nursery team", ends: str = "31/03/2027"
    ) -> str:
        """Become one by the operator's link and make a cohort; gives its id."""
        token = f"operator-link-{self.chat_id}"
        until = self.world.now + timedelta(days=7)
        invite = Invite(hashed(token), "coordinator", "", until, 1)
        await self.world.store.do([invite], "", self.world.now)
        known = {each.id for each in await self.world.store.cohorts()}
        await self.say(f"/start {token}")
        await self.press("Make a group")
        await self.say(name)
        return await self._fills_in(known, ends)

    async def makes_cohort(self, name: str = "Nursery team", ends: str = "31/03/2027") -> str:
        known = {each.id for each in await self.world.store.cohorts()}
        await self.begins_cohort(name)
        return await self._fills_in(known, ends)

    async def _fills_in(self, known: set[str], ends: str) -> str:
        """The rest of a cohort, after its name; gives its id."""
        await self.press("Thing 2")
        await self.say(ends)
        await self.press("Europe/London")
        [made] = [each.id for each in await self.world.store.cohorts() if each.id not in known]
        return made

    async def begins_cohort(self, name: str) -> None:
        """Go as far as its name."""
        await self.say("/cohort")
        if "Make a group" not in self.labels:  # the only one that they have opens at once
            await self.press("All my groups")
        await self.press("Make a group")
        await self.say(name)

    async def lets_in(self, cohort: str, other: Person) -> str:
        """Have somebody look after a cohort with them; gives what they are told at last."""
        said = await self.at(cohort, "who", "Invite a coordinator")
        await other.say(f"/start {said.partition('start=')[2].split()[0]}")
        return await other.press("Yes, look after it")

    async def invites(self, cohort: str) -> tuple[str, str]:
        """A link's token and a typed code."""
        await self.act(f"page:co.{cohort}")
        await self.press("Invite people")
        said = await self.press("Up to 500")
        link = re.search(r"start=(\w+)", said)
        code = re.search(r"this code: ([\w-]+)", said)
        assert link
        assert code
        return link[1], code[1]

    async def seats(self, other: Person, cohort: str) -> str:
        """Let somebody else look after a cohort, too; gives what they are told."""
        said = await self.at(cohort, "who", "Invite a coordinator")
        link = re.search(r"start=(\w+)", said)
        assert link
        await other.say(f"/start {link[1]}")
        return await other.press("Yes, look after it")

    async def joins(self, token: str, name: str = "") -> None:
        await self.say(f"/start {token}")
        await self.press("Yes, join")
        await (self.say(name) if name else self.press("No name"))
        if name:
            await self.press("Yes, show it")

    async def reminds(
        self, cohort: str, group: str = "Everybody unfinished", when: str = "now"
    ) -> str:
        """Send a reminder to a group; gives what was said before *Send*."""
        await self.at(cohort, "rem", group, "Your standard words")
        said = await self.say(when)
        await self.press("Send")
        return said

    async def leaves(self, cohort: str) -> str:
        """Leave a cohort; gives what is said."""
        await self.say("/reminders")
        assert self.last
        return await self.act(f"membership:leave.{cohort}", self.last.after.version)

    async def answers_all(self, **words: int) -> None:
        """Write an answer to each question, of so many words."""
        await self.say("/review")
        for step, count in words.items():
            await self.say("/review")
            await self.say(f"Change: {step}")
            said = "I planned the week and we all did it well together " * 6
            await self.say(" ".join(said.split()[:count]))

    async def finishes_writing(self) -> None:
        """Write a whole statement."""
        await self.answers_all(situation=60, management=60, leadership=60, both=60)

    async def view(self, cohort: str) -> CohortView:
        """All that the coordinators of a cohort may see of it."""
        found = await self.world.store.view(cohort)
        assert found
        return found

    async def finishes(self) -> None:
        """Write a whole statement and send it."""
        await self.finishes_writing()
        await self.say("/statement")
        await self.press("I have sent it")
        await self.press("Yes, it is sent")
