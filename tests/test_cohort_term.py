"""A term of sixty learners with three coordinators: one hands over, the next one disappears.

It runs from 5 October to 8 December 2026, over the end of summer time on 25 October: a weekly
reminder, nudges and hand-written ones together. What came to whom is counted by a reckoning of its
own: nothing that a coordinator wrote is starved, nothing goes against a preview, nobody is reminded
twice, and no word of a learner reaches a coordinator.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest

from bot.content.library import Content
from bot.domain.events import Event
from bot.domain.outbox import Outgoing
from bot.domain.reminders import DeliveryState
from bot.domain.turn import Reply
from tests.support.world import Person, World

pytestmark = pytest.mark.long

LONDON = ZoneInfo("Europe/London")

MANY = 60

HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(weeks=1)

START = datetime(2026, 10, 5, 6, 30, tzinfo=UTC)

END = datetime(2026, 12, 8, 12, 30, tzinfo=UTC)

FIRST_WORDS, SECOND_WORDS = "Ten minutes are enough.", "Winter is a good time to write."

OWN_WORDS = ("The room is open on Friday.", "Is anything in your way?", "Cake on Monday for all.")

FINISH, LEAVE, STOP, BLOCK = range(10), range(10, 14), range(14, 17), range(17, 20)

NIGHT, AFTERNOON, PUT_OFF, WRITE = range(20, 28), range(28, 34), range(34, 40), range(40, 48)

STILL = range(48, 60)
"""They do nothing at all, so each reminder is for them."""

MESSAGE_AT = datetime(2026, 11, 20, 10, tzinfo=UTC)

PAUSED_MONDAY = datetime(2026, 11, 16, tzinfo=UTC).date()


Act = Callable[[], Awaitable[object]]


class Listener(Person):
    """A coordinator, with all that was ever said to them."""

    heard: str = ""

    async def _send(self, event: Event) -> str:
        said = await super()._send(event)
        files = (each.file.text for each in self.last.replies if each.file) if self.last else ()
        self.heard += "\n".join((said, *self.labels, *files, ""))
        return said


class Arrival(NamedTuple):
    """A reminder that reached a phone."""

    chat: str
    at: datetime
    kind: str
    schedule: str
    text: str


class Sent(NamedTuple):
    """A hand-written one: how many the preview said would get it, and what went out at once.

    Without those who had blocked the bot unknown to anybody.
    """

    promised: int
    words: str
    preview: str
    came: list[Arrival]


@dataclass(repr=False)
class Term:
    """The term as it went."""

    world: World
    came: list[Arrival] = field(default_factory=list)
    sent: list[Sent] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    ended: dict[int, datetime] = field(default_factory=dict)
    firings: list[tuple[str, ...]] = field(default_factory=list)
    left_out: list[tuple[str, datetime]] = field(default_factory=list)
    coordinators: list[str] = field(default_factory=list)
    weekly: str = ""
    cohort: str = ""
    refused: str = ""
    warned: str = ""
    refusals: int = 0
    """Calls to those who have blocked the bot: nobody knows that before the first."""

    def __post_init__(self) -> None:
        self.ann, self.bob, self.cat = (
            Listener(self.world, chat) for chat in ("900", "901", "902")
        )
        self.people = [self.world.person(str(number)) for number in range(1, MANY + 1)]
        self.world.phones.decide = self._decides

    async def live(self) -> Term:
        self.world.now = START
        await self._begin()
        events = self._events()
        while self.world.now < END:
            self.world.now += HOUR / 2
            for at in sorted(at for at in events if at <= self.world.now):
                await events.pop(at)()
            await self._learners()
            self.world.now += HOUR / 2
            await self.world.scheduler()
        assert not events, "everything has happened"
        return self

    # -- coordinators

    async def _begin(self) -> None:
        self.cohort = await self.ann.becomes_coordinator(ends="30/11/2026")
        token, code = await self.ann.invites(self.cohort)
        for number, each in enumerate(self.people):
            if number % 6:
                await each.joins(token, f"Person {number}" if number % 5 == 0 else "")
            else:
                await each.say(code)
                await each.press("Yes, join")
                await each.press("No name")
        for number in NIGHT:
            await self.people[number].say("/reminders quiet 09:00 to 17:00")
        for number in AFTERNOON:
            await self.people[number].say("/reminders not before 16:00")
        await self._plans(self.ann, "every monday 10:00")

    def _events(self) -> dict[datetime, Act]:
        """What coordinators do, and when."""
        ann, bob, cat = self.ann, self.bob, self.cat
        return {
            datetime(2026, 10, 6, 9, tzinfo=UTC): lambda: ann.at(
                self.cohort, "nud", "After 3 days"
            ),
            datetime(2026, 10, 16, 9, tzinfo=UTC): lambda: self._sends(ann, 0),
            datetime(2026, 10, 21, 9, tzinfo=UTC): self._ann_hands_over,
            datetime(2026, 10, 30, 10, tzinfo=UTC): lambda: self._sends(bob, 1),
            datetime(2026, 11, 3, 9, tzinfo=UTC): lambda: self._changes_the_words(bob),
            datetime(2026, 11, 9, 12, tzinfo=UTC): lambda: self._on_the_weekly(bob, "Pause it"),
            datetime(2026, 11, 11, 9, tzinfo=UTC): self._bob_disappears,
            datetime(2026, 11, 17, 9, tzinfo=UTC): lambda: self._on_the_weekly(
                cat, "Go on with it"
            ),
            MESSAGE_AT: lambda: self._sends(cat, 2),
            datetime(2026, 11, 24, 9, tzinfo=UTC): self._goes_on_for_longer,
        }

    async def _hands_over(self, who: Listener, whom: Listener) -> str:
        """One hands the cohort over to another, who looks after it from then on."""
        said = await who.at(self.cohort, "who", "Hand the group over")
        await whom.say(f"/start {said.partition('start=')[2].split()[0]}")
        await whom.press("Yes")
        return await who.act(f"page:co.{self.cohort}.prog")

    async def _ann_hands_over(self) -> None:
        self.refused = await self._hands_over(self.ann, self.bob)

    async def _bob_disappears(self) -> None:
        """He is alone, so he is asked for a successor; then all that is kept of him is deleted."""
        self.warned = await self.bob.say("/forget")
        await self.bob.press("Hand over “Nursery team”")
        await self._hands_over(self.bob, self.cat)
        await self.bob.say("/forget")
        await self.bob.press("Yes, delete it all")

    async def _plans(self, who: Listener, when: str) -> None:
        await who.at(self.cohort, "rem", "Everybody unfinished")
        await who.say(FIRST_WORDS)
        await who.say(when)
        await who.press("Send")

    async def _sends(self, who: Listener, number: int) -> str:
        """One written by hand; who gets it at once is held against what was said before *Send*."""
        groups = ("Everybody unfinished", "Not moved since my last", "A message to everybody")
        await who.at(self.cohort, "rem", groups[number])
        await who.say(OWN_WORDS[number])
        preview = await who.press("Now")
        found = re.search(r"(\d+) will get it now", preview)
        before, refused = len(self.came), self.refusals
        await who.press("Send")
        await self.world.scheduler()
        come = self.came[before:]
        promised = int(found[1]) - (self.refusals - refused) if found else 0
        sent = Sent(promised, OWN_WORDS[number], preview, come)
        self.sent.append(sent)
        return preview

    async def _changes_the_words(self, who: Listener) -> str:
        await self._on_the_weekly(who, "Change the words")
        await who.say(SECOND_WORDS)
        return await who.press("Save the change")

    async def _on_the_weekly(self, who: Listener, label: str) -> str:
        [weekly] = (await who.view(self.cohort)).planned
        return await who.at(self.cohort, f"plan.{weekly.schedule.id}", label)

    async def _goes_on_for_longer(self) -> str:
        await self.cat.at(self.cohort, "set", "Change the last day")
        return await self.cat.say("11 December 2026")

    # -- learners

    async def _learners(self) -> None:
        """What some of them do at half past some hour."""
        local = self.world.now.astimezone(LONDON)
        days = (self.world.now - START).days
        for number in (*FINISH, *LEAVE, *STOP, *BLOCK):
            if local.hour == 12 and days == 4 + 5 * (number % 10) and number not in self.ended:
                await self._ends(number)
        if local.weekday() == 6 and local.hour == 20:
            for number in PUT_OFF:
                await self.people[number].say("/later tomorrow 8am")
        if local.weekday() == 0 and local.hour == 9:
            for number in WRITE[: 1 + days % len(WRITE)]:
                await self._writes(number)

    async def _ends(self, number: int) -> None:
        one = self.people[number]
        if number in FINISH:
            await one.finishes()
        elif number in LEAVE:
            await one.leaves(self.cohort)
        elif number in STOP:
            await one.say("/stop")
        self.ended[number] = self.world.now

    async def _writes(self, number: int) -> None:
        """Words of theirs that nobody else says."""
        mark = f"quorn{chr(97 + number % 26)}{chr(97 + self.world.now.day % 26)}"
        self.words.add(mark)
        await self.people[number].say(
            f"I planned the {mark} outing with the night staff by myself."
        )

    def _decides(self, each: Outgoing) -> DeliveryState:
        number = int(each.conversation) - 1
        if number in BLOCK and number in self.ended:
            self.refusals += 1
            return "blocked"
        query = "SELECT kind, schedule FROM deliveries WHERE outbox = ?"
        [(kind, schedule)] = self.world.database.execute(query, (each.number,)).fetchall()
        assert isinstance(each.what, Reply)
        here = (each.conversation, self.world.now, kind, schedule, each.what.text)
        self.came.append(Arrival(*here))
        return "sent"

    # -- what is read of it

    def read(self) -> None:
        """Read from the store what is counted, while it is open."""
        execute = self.world.database.execute
        out = "kind = 'reminder' AND state = 'skipped' AND why = 'recent'"
        query = f"SELECT chat_id, due_at FROM deliveries WHERE {out}"  # noqa: S608
        self.left_out = [
            (chat, datetime.fromisoformat(at)) for chat, at in execute(query).fetchall()
        ]
        query = (
            "SELECT kind, schedule, day, chat_id FROM deliveries "
            "WHERE kind <> 'later' AND state = 'sent'"
        )
        self.firings = [tuple(row) for row in execute(query).fetchall()]
        found = execute("SELECT chat_id FROM coordinators WHERE cohort <> ''").fetchall()
        self.coordinators = [chat for (chat,) in found]
        [(self.weekly,)] = execute("SELECT id FROM schedules WHERE timing <> ''").fetchall()

    def of(self, number: int, *kinds: str) -> list[Arrival]:
        """What came to one of them, the oldest first."""
        chat = str(number + 1)
        return [each for each in self.came if each.chat == chat and each.kind in kinds]


@pytest.fixture(scope="module")
def term(content: Content) -> Iterator[Term]:
    with tempfile.TemporaryDirectory() as folder:

        async def live() -> Term:
            world = await World.on_disk(content, Path(folder) / "data").start()
            lived = await Term(world).live()
            lived.read()
            await world.store.close()
            return lived

        yield asyncio.run(live())


def test_so_much_happened_that_counting_it_proves_something(term: Term) -> None:
    kinds = Counter(each.kind for each in term.came)
    assert kinds["reminder"] > 350
    assert kinds["nudge"] > 80
    assert kinds["later"] > 40
    assert len(term.ended) == 20
    assert len(term.words) > 20
    assert len(term.sent) == 3
    assert "only for a group that you look after" in term.refused
    assert "If you go, nobody is in charge" in term.warned
    assert term.coordinators == ["902"], "one handed over, one disappeared"


def test_nothing_that_a_coordinator_wrote_is_starved(term: Term) -> None:
    """Who is left out as reminded of late has had another one of theirs within three days."""
    starved = [
        (chat, due)
        for chat, due in term.left_out
        if not any(
            timedelta() <= due - each.at < 3 * DAY for each in term.of(int(chat) - 1, "reminder")
        )
    ]
    assert starved == []


def test_who_does_nothing_gets_each_weekly_one_at_ten_by_their_clock(term: Term) -> None:
    mondays = [START.date() + week * WEEK for week in range(10)]
    wanted = [(day, 10) for day in mondays if day != PAUSED_MONDAY]
    for number in STILL:
        came = [each.at.astimezone(LONDON) for each in term.of(number, "reminder")]
        weekly = [(at.date(), at.hour) for at in came if at.weekday() == 0]
        assert weekly == wanted, number
    assert wanted[2][0] < datetime(2026, 10, 25, tzinfo=LONDON).date() < wanted[3][0]


def test_who_asked_to_be_left_alone_until_monday_gets_the_weekly_one_too(term: Term) -> None:
    for number in PUT_OFF:
        monday = [each for each in term.of(number, "reminder") if each.at.weekday() == 0]
        assert len(monday) == 9, number
        asked = {each.at for each in term.of(number, "later")}
        assert not {each.at for each in monday} & asked, "not both at once"


def test_what_is_sent_is_what_the_preview_said(term: Term) -> None:
    for each in term.sent:
        assert len(each.came) == each.promised > 0, each.words
        assert each.words in each.preview
        assert all(each.words in arrival.text for arrival in each.came)
    changed_at = datetime(2026, 11, 3, tzinfo=UTC)
    for arrival in term.came:
        if arrival.schedule == term.weekly:
            wanted = FIRST_WORDS if arrival.at < changed_at else SECOND_WORDS
            assert wanted in arrival.text


def test_nobody_is_reminded_twice_nor_too_soon(term: Term) -> None:
    own = defaultdict[str, list[datetime]](list)
    anything = defaultdict[str, list[tuple[datetime, str]]](list)
    for each in term.came:
        anything[each.chat].append((each.at, each.kind))
        if each.kind == "reminder":
            own[each.chat].append(each.at)
    for times in own.values():
        assert all(after - before >= 3 * DAY for before, after in pairwise(times))
    for came in anything.values():
        for (before, _), (after, kind) in pairwise(came):
            assert kind != "nudge" or after - before >= 3 * DAY
    firings = Counter(term.firings)
    assert [each for each, count in firings.items() if count > 1] == []


def test_nobody_is_reminded_who_is_out_of_it(term: Term) -> None:
    for number, since in term.ended.items():
        later = [each for each in term.of(number, "reminder", "nudge") if each.at > since]
        told = [each for each in later if OWN_WORDS[2] in each.text]  # a message, to all here
        assert len(told) == (number in FINISH and since < MESSAGE_AT)
        assert len(later) == len(told)


def test_no_word_of_a_learner_reaches_a_coordinator(term: Term) -> None:
    for each in (term.ann, term.bob, term.cat):
        assert len(each.heard) > 1000
        assert not [word for word in term.words if word in each.heard]
        assert "night staff by myself" not in each.heard
        told = ["You do not look after the group “Nursery team” any more"]
        heard = [text.partition(".")[0] for text in each.reminders]
        assert heard == (told if each is term.ann else []), "that her hand-over was taken up"
