"""Six weeks of a cohort of 300 in two time zones, on shifts, with all that happens to people.

It begins on Monday 1 March 2027: the clocks change in New York on 14 March and in London on 28
March. People finish, leave, block, mute, snooze and write at the wrong moment; the coach is killed,
sleeps over a due time, and has its clock set back. What came to whom is then counted, against what
people wished and did by a reckoning of its own.
"""

from __future__ import annotations

import asyncio
import random
import tempfile
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest

from bot.content.library import Content
from bot.domain.cohort_view import CohortView, Report
from bot.domain.commands import Join
from bot.domain.outbox import Outgoing
from bot.domain.reminders import DeliveryState
from tests.support.world import Person, World

pytestmark = pytest.mark.long

START = datetime(2027, 3, 1, 8, 0, tzinfo=UTC)

END = datetime(2027, 4, 12, 14, 0, tzinfo=UTC)

LAST_DAY = date(2027, 4, 8)

HALF_STEP = timedelta(minutes=15)

LONDON, NEW_YORK = ZoneInfo("Europe/London"), ZoneInfo("America/New_York")

SHIFTS = ["default"] * 90 + ["afternoon"] * 60 + ["night"] * 60 + ["rota"] * 60 + ["off"] * 30

LIVES = ["finishes"] * 100 + ["leaves"] * 24 + ["blocks"] * 15 + ["stops"] * 8 + ["stays"] * 153

MANY = 300

IN_BOTH = 60
"""So many are in a second group, too."""

FIRST_NOW = datetime(2027, 3, 2, 10, 0, tzinfo=UTC)

NUDGES_ON = datetime(2027, 3, 9, 8, 0, tzinfo=UTC)

MEANWHILE = datetime(2027, 3, 8, 10, 0, tzinfo=UTC)

ONE_OFF = datetime(2027, 3, 18, 12, 0, tzinfo=UTC)

CANCELLED = datetime(2027, 4, 2, 11, 0, tzinfo=UTC)

PLANNED_AND_KILLED = (
    datetime(2027, 3, 15, 10, 0, tzinfo=UTC),
    datetime(2027, 3, 29, 9, 0, tzinfo=UTC),
)

DOWN_FROM = datetime(2027, 3, 8, 21, 0, tzinfo=UTC)
"""16:00 in New York: many are on their way. Up again at 21:30, when none of them may come."""

DOWN_FOR = timedelta(hours=5, minutes=30)

ASLEEP_FROM = datetime(2027, 3, 22, 9, 30, tzinfo=UTC)

ASLEEP_FOR = timedelta(hours=9)

WOKE = (DOWN_FROM + DOWN_FOR, ASLEEP_FROM + ASLEEP_FOR)

SET_BACK_AT = datetime(2027, 4, 5, 10, 30, tzinfo=UTC)
"""Monday's reminder was due an hour and a half before: it becomes due once more."""

SET_BACK_BY = timedelta(hours=2)

DEATHS = ["on the way"] * 6 + ["half of them sent"] * 6
"""What the coach was killed at, besides the three times above."""

FINAL = {"waiting", "skipped", "sent", "blocked", "failed", "unknown"}


@dataclass(repr=False)
class Somebody:
    """One learner: what they wish, what will happen to them, and what has."""

    person: Person
    shift: str
    zone: ZoneInfo
    rota_from: date
    life: str
    moment: datetime
    cohorts: set[str] = field(default_factory=set)
    left: set[str] = field(default_factory=set)
    finished_at: datetime | None = None
    stopped: bool = False
    muted: bool = False
    wrote_at: datetime = START
    moved_at: datetime = START
    snoozed_until: datetime = START

    def typed(self) -> str:
        return {
            "afternoon": "/reminders not before 16:00",
            "night": "/reminders quiet 09:00 to 17:00",
            "rota": f"/reminders rota 4 4 {self.rota_from}",
            "off": "/reminders off",
        }.get(self.shift, "/reminders on")

    def may_be_reminded(self, at: datetime) -> bool:
        """Whether they want a reminder when the clock on their wall shows this."""
        local = at.astimezone(self.zone)
        wall, days = local.time(), (local.date() - self.rota_from).days % 8
        match self.shift:
            case "afternoon":
                return time(16) <= wall < time(21)
            case "night":
                return not time(9) <= wall < time(17)
            case "rota":
                return days >= 4 and time(7) <= wall < time(21)
            case _:
                return time(7) <= wall < time(21)

    @property
    def can_act(self) -> bool:
        """Whether they still do anything by chance: nothing ended it for them."""
        return self.life in ("stays", "finishes") and not (self.finished_at or self.stopped)


class Progress(NamedTuple):
    """How somebody stood at the second in which a reminder reached them."""

    finished_at: datetime | None
    left: frozenset[str]
    stopped: bool
    muted: bool
    wrote_at: datetime
    moved_at: datetime
    snoozed_until: datetime


class Row(NamedTuple):
    """A delivery, as the store has it at the end."""

    schedule: str
    day: str
    chat_id: str
    cohort: str
    kind: str
    due_at: str
    state: str
    why: str
    outbox: int | None
    dialogue: str

    @property
    def firing(self) -> tuple[str, ...]:
        """What nobody gets twice. A learner may ask for more than one on a day."""
        asked_for = self.due_at if self.kind == "later" else ""
        return (self.kind, self.schedule, self.day, self.chat_id, self.dialogue, asked_for)


@dataclass(frozen=True)
class Arrival:
    """A reminder that reached a phone, or may have."""

    one: Somebody
    at: datetime
    number: int
    stood: Progress


@dataclass(repr=False)
class Months:
    """The six weeks as they went."""

    world: World
    chance: random.Random
    people: dict[str, Somebody] = field(default_factory=dict)
    cohort: str = ""
    other: str = ""
    came: list[Arrival] = field(default_factory=list)
    audiences: dict[tuple[str, str], int] = field(default_factory=dict)
    kills: int = 0
    in_doubt: list[int] = field(default_factory=list)
    taken_back: list[int] = field(default_factory=list)
    held_back: list[int] = field(default_factory=list)
    cancelled: list[int] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    views: list[CohortView] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.ann = self.world.person("900")
        self.deaths = [*DEATHS]
        self.chance.shuffle(self.deaths)

    # -- six weeks

    async def live(self) -> Months:
        await self._begin()
        is_set_back = False
        while self.world.now < END:
            self.world.now += HALF_STEP
            await self._things_happen()
            self.world.now += HALF_STEP
            if self.world.now == ASLEEP_FROM:
                self.world.now += ASLEEP_FOR
            if self.world.now == SET_BACK_AT and not is_set_back:
                self.world.now -= SET_BACK_BY
                is_set_back = True
            else:
                await self._coordinator()
            await self._tick()
        self.rows = self._read_rows()
        views = [await self.world.store.view(each) for each in (self.cohort, self.other)]
        self.views = [each for each in views if each]
        return self

    async def _begin(self) -> None:
        self.world.now = START
        ends = f"{LAST_DAY:%d/%m/%Y}"
        self.cohort = await self.ann.becomes_coordinator(ends=ends)
        self.other = await self.ann.makes_cohort("Night team", ends)
        shifts, lives = [*SHIFTS], [*LIVES]
        self.chance.shuffle(shifts)
        self.chance.shuffle(lives)
        for number, (shift, life) in enumerate(zip(shifts, lives, strict=True)):
            chat = str(1000 + number)
            minutes = self.chance.randrange(3 * 60, 39 * 24 * 60)
            one = Somebody(
                self.world.person(chat),
                shift,
                NEW_YORK if number % 2 else LONDON,
                START.date() + timedelta(days=number % 8),
                life,
                START + timedelta(minutes=minutes),
            )
            await one.person.say(one.typed())
            if one.zone is not LONDON:
                await one.person.say(f"/reminders zone {one.zone.key}")
            one.cohorts = {self.cohort, self.other} if number < IN_BOTH else {self.cohort}
            joins = [Join(each) for each in sorted(one.cohorts)]
            await self.world.store.do(joins, chat, self.world.now)
            self.people[chat] = one
        self.world.phones.decide = self._decides

    def _decides(self, each: Outgoing) -> DeliveryState:
        one = self.people[each.conversation]
        if one.life == "blocks" and one.moment <= self.world.now:
            return "blocked"
        drawn = self.chance.random()
        if drawn < 0.01:
            return "failed"
        self._note_arrival(each)
        return "unknown" if drawn < 0.02 else "sent"

    def _note_arrival(self, each: Outgoing) -> None:
        one = self.people[each.conversation]
        stood = Progress(
            one.finished_at,
            frozenset(one.left),
            one.stopped,
            one.muted,
            one.wrote_at,
            one.moved_at,
            one.snoozed_until,
        )
        self.came.append(Arrival(one, self.world.now, each.number, stood))

    # -- what people do

    async def _things_happen(self) -> None:
        now = self.world.now
        for one in self.people.values():
            if one.moment > now:
                continue
            if one.life == "finishes" and not one.finished_at:
                await self._finishes(one)
            elif one.life == "leaves" and not one.left:
                await self._leaves(one)
            elif one.life == "stops" and not one.stopped:
                await self._stops(one)
        active = [one for one in self.people.values() if one.can_act]
        if self.chance.random() < 0.2:
            await self._snoozes(self.chance.choice(active))
        for one in await self._soon_reminded(active):
            await self._writes(one)

    async def _soon_reminded(self, active: list[Somebody]) -> list[Somebody]:
        """A few who get a reminder within half an hour, and some before each Monday's."""
        until = (self.world.now + 2 * HALF_STEP).isoformat()
        query = "SELECT DISTINCT chat_id FROM deliveries WHERE state = 'waiting' AND due_at <= ?"
        found = self.world.database.execute(query, (until,)).fetchall()
        waiting = {chat for (chat,) in found}
        soon = [one for one in active if one.person.chat_id in waiting]
        writers = self.chance.sample(soon, min(len(soon), 1 if self.chance.random() < 0.3 else 0))
        local = self.world.now.astimezone(LONDON)
        if local.weekday() == 0 and local.time() == time(9, 45):
            writers += [each for each in self.chance.sample(active, 8) if each not in writers]
        return writers

    async def _finishes(self, one: Somebody) -> None:
        one.wrote_at = self.world.now
        await one.person.finishes()
        one.finished_at = self.world.now

    async def _leaves(self, one: Somebody) -> None:
        one.wrote_at = self.world.now
        await one.person.leaves(self.cohort)
        one.left.add(self.cohort)

    async def _stops(self, one: Somebody) -> None:
        one.wrote_at = self.world.now
        await one.person.say("/stop")
        one.stopped = True

    async def _writes(self, one: Somebody) -> None:
        one.wrote_at = self.world.now
        if "✓ Saved ·" in await one.person.say("I am writing about a day with ten children."):
            one.moved_at = self.world.now

    async def _snoozes(self, one: Somebody) -> None:
        hours = self.chance.choice((2, 5, 12, 30))
        one.wrote_at = self.world.now
        await one.person.say(f"/later in {hours} hours")
        one.snoozed_until = self.world.now + timedelta(hours=hours)

    async def _meanwhile(self) -> None:
        """What is on its way to some of them loses its point before it leaves."""
        mine = {each.conversation: each for each in self.world.phones.on_the_way}
        stay = [chat for chat in mine if self.people[chat].life == "stays"]
        finishing, leaving, stopping, muting, writing = stay[:5]
        await self._finishes(self.people[finishing])
        await self._leaves(self.people[leaving])
        await self._stops(self.people[stopping])
        self.people[muting].wrote_at = self.world.now
        await self.people[muting].person.say("/reminders off")
        self.people[muting].muted = True
        await self._writes(self.people[writing])
        self.taken_back = [mine[chat].number for chat in (finishing, leaving, stopping, muting)]
        self.held_back = [mine[writing].number]

    # -- what the coordinator does

    async def _coordinator(self) -> None:
        now, ann = self.world.now, self.ann
        if now == FIRST_NOW:
            await self._send(self.cohort, "now")
            await self._send(self.cohort, "every monday 10:00")
            await self._send(self.other, "every thursday 18:00")
        elif now == NUDGES_ON:
            await ann.at(self.cohort, "nud", "After 5 days")
        elif now == ONE_OFF:
            await self._send(self.cohort, "tomorrow 11:00")
        elif now == CANCELLED:
            report = await self._send(self.cohort, "now")
            await self.world.ticker.scheduler()
            half = self.world.phones.on_the_way[::2]
            rest = [each for each in self.world.phones.on_the_way if each not in half]
            self.world.phones.on_the_way[:] = half
            await self.world.deliver()
            self.world.phones.on_the_way += rest
            self.cancelled = [each.number for each in rest]
            self._note_audiences(self._here())
            await ann.at(self.cohort, f"rep.{report.schedule.id}", "Cancel it")

    async def _send(self, cohort: str, when: str) -> Report:
        await self.ann.at(cohort, "rem", "Everybody unfinished", "Your standard words")
        await self.ann.say(when)
        await self.ann.press("Send")
        view = await self.world.store.view(cohort)
        assert view
        return view.reports[-1]

    # -- what the coach does

    async def _tick(self) -> None:
        here = self._here()
        if self.world.now in PLANNED_AND_KILLED:
            for schedule in await self.world.store.schedules():
                await self.world.ticker._fire(schedule, self.world.now)
            await self._kill()
        went = await self.world.ticker.scheduler()
        if self.world.now == DOWN_FROM:
            self.held_back += [each.number for each in self.world.phones.on_the_way]
            self.world.now += DOWN_FOR
            await self._kill()
        elif self.world.now == MEANWHILE:
            await self._meanwhile()
        elif went and self.deaths and self.chance.random() < 0.2:
            await self._die(self.deaths.pop())
        await self.world.deliver()
        if went:
            await self.world.scheduler()
        self._note_audiences(here)

    async def _die(self, how: str) -> None:
        """Killed with reminders on the way: one in the very call, which may have been through."""
        waiting = self.world.phones.on_the_way
        if how == "half of them sent":
            rest = waiting[len(waiting) // 2 :]
            del waiting[len(waiting) // 2 :]
            await self.world.deliver()
            waiting += rest
        if waiting:
            await self.world.store.mark(waiting[0].number, "sending")
            self.in_doubt.append(waiting[0].number)
            self._note_arrival(waiting[0])
        await self._kill()

    async def _kill(self) -> None:
        self.kills += 1
        await self.world.restart()

    # -- what is read of it

    def _here(self) -> Counter[str]:
        """How many are in each group."""
        return Counter(each for one in self.people.values() for each in one.cohorts - one.left)

    def _note_audiences(self, here: Counter[str]) -> None:
        """How many were in the group when a reminder to it was seen first."""
        query = "SELECT DISTINCT schedule, day, cohort FROM deliveries WHERE kind = 'reminder'"
        for schedule, day, cohort in self.world.database.execute(query).fetchall():
            self.audiences.setdefault((schedule, day), here[cohort])

    def _read_rows(self) -> list[Row]:
        query = f"SELECT {', '.join(Row._fields)} FROM deliveries ORDER BY number"  # noqa: S608
        return [Row(*row) for row in self.world.database.execute(query).fetchall()]

    def arrived(self, *kinds: str) -> list[tuple[Arrival, Row]]:
        """What came, and the row that says why."""
        rows = {row.outbox: row for row in self.rows if row.outbox}
        found = [(each, rows[each.number]) for each in self.came]
        return [(each, row) for each, row in found if row.kind in kinds]


@pytest.fixture(scope="module")
def months(content: Content) -> Months:
    with tempfile.TemporaryDirectory() as folder:

        async def live() -> Months:
            world = await World.on_disk(content, Path(folder) / "data").start()
            lived = await Months(world, random.Random(20270301)).live()
            await world.store.close()
            return lived

        return asyncio.run(live())


PLANNED = ("reminder", "nudge")

UNASKED = (*PLANNED, "outcome")


def test_so_much_happened_that_counting_it_proves_something(months: Months) -> None:
    people = months.people.values()
    assert len(people) == MANY
    assert months.kills == 15
    assert len(months.in_doubt) == len(DEATHS)
    assert {one.zone.key for one in people} == {"Europe/London", "America/New_York"}
    assert sum(one.finished_at is not None for one in people) > 90
    for kind, least in (("reminder", 500), ("nudge", 100), ("later", 150), ("outcome", 10)):
        assert len(months.arrived(kind)) > least, kind
    assert {row.state for row in months.rows} >= FINAL - {"waiting"}
    reasons = {row.why for row in months.rows if row.state == "skipped"}
    assert reasons >= {"finished", "left", "off", "blocked", "recent", "late", "cancelled", "over"}


def test_the_store_and_the_phones_agree_on_what_came(months: Months) -> None:
    rows = {row.outbox: row for row in months.rows if row.outbox}
    assert all(rows[each.number].state in ("sent", "unknown") for each in months.came)
    came = {each.number for each in months.came}
    sent = {row.outbox for row in months.rows if row.state in ("sent", "unknown")}
    assert sent == came
    assert len(came) == len(months.came), "nothing leaves the outbox twice"


def test_nobody_who_has_finished_is_reminded(months: Months) -> None:
    every = months.arrived(*PLANNED, "later")
    assert not [(each.at, row) for each, row in every if each.stood.finished_at]
    for view in months.views:
        mine = {each.chat_id: each for each in view.members}
        for chat, member in mine.items():
            assert (member.status == "submitted") == (months.people[chat].finished_at is not None)


def test_who_has_finished_is_asked_once_how_it_went_after_28_days(months: Months) -> None:
    asked = months.arrived("outcome")
    for each, _ in asked:
        assert each.stood.finished_at
        assert each.at >= each.stood.finished_at + timedelta(days=28)
    assert max(Counter(each.one.person.chat_id for each, _ in asked).values()) == 1


def test_nobody_is_reminded_after_leaving(months: Months) -> None:
    assert not [row for each, row in months.arrived(*PLANNED) if row.cohort in each.stood.left]


def test_nothing_at_all_comes_after_stop(months: Months) -> None:
    assert not [row for each, row in months.arrived(*UNASKED, "later") if each.stood.stopped]


def test_who_has_reminders_off_gets_none_that_they_did_not_ask_for(months: Months) -> None:
    off = [each for each, _ in months.arrived(*UNASKED) if each.one.shift == "off"]
    assert not off
    assert not [each for each, _ in months.arrived(*UNASKED) if each.stood.muted]
    assert [each for each, _ in months.arrived("later") if each.one.shift == "off"]


def test_nobody_gets_anything_once_they_have_blocked_the_coach(months: Months) -> None:
    for each, _ in months.arrived(*UNASKED, "later"):
        assert each.one.life != "blocks" or each.at < each.one.moment
    tried = Counter(row.chat_id for row in months.rows if row.state == "blocked")
    assert tried
    assert set(tried.values()) == {1}, "a chat that takes no messages is not tried again"


def test_nobody_is_reminded_in_their_quiet_time(months: Months) -> None:
    wrong = [
        (each.one.shift, each.at.astimezone(each.one.zone), row)
        for each, row in months.arrived(*UNASKED)
        if not each.one.may_be_reminded(each.at)
    ]
    assert wrong == []


def test_nobody_is_reminded_before_the_time_they_put_it_off_to(months: Months) -> None:
    early = [
        (each.at, row)
        for each, row in months.arrived(*UNASKED)
        if each.at < each.stood.snoozed_until
    ]
    assert early == []


def test_nobody_is_reminded_within_half_an_hour_of_writing(months: Months) -> None:
    every = months.arrived(*UNASKED, "later")
    near = [(each.at, row) for each, row in every if each.at - each.stood.wrote_at < 2 * HALF_STEP]
    assert near == []


def test_nobody_gets_the_same_reminder_twice(months: Months) -> None:
    every = Counter(row.firing for _, row in months.arrived(*UNASKED, "later"))
    assert [key for key, count in every.items() if count > 1] == []


def test_three_days_lie_between_two_reminders_from_whichever_group(months: Months) -> None:
    """Between two that coordinators wrote; a nudge has its five days from whatever came before."""
    mine = defaultdict[str, list[tuple[datetime, str]]](list)
    for each, row in months.arrived(*PLANNED):
        mine[each.one.person.chat_id].append((each.at, row.kind))
    gaps = [
        (kind, after - before, chat)
        for chat, came in mine.items()
        for (before, _), (after, kind) in pairwise(came)
        if kind == "nudge"
    ]
    for chat, came in mine.items():
        own = [at for at, kind in came if kind == "reminder"]
        gaps += [("reminder", after - before, chat) for before, after in pairwise(own)]
    least = {"reminder": timedelta(days=3), "nudge": timedelta(days=5)}
    assert [each for each in gaps if each[1] < least[each[0]]] == []


def test_no_nudge_keeps_back_what_a_coordinator_wrote(months: Months) -> None:
    """Who is left out as reminded of late had one that a coordinator wrote, and got it."""
    came = defaultdict[str, list[datetime]](list)
    for each, _ in months.arrived("reminder"):
        came[each.one.person.chat_id].append(each.at)
    starved = [
        row
        for row in months.rows
        if (row.kind, row.state, row.why) == ("reminder", "skipped", "recent")
        and not any(
            abs(datetime.fromisoformat(row.due_at) - at) < timedelta(days=3, hours=1)
            for at in came[row.chat_id]
        )
    ]
    assert starved == []


def test_what_learners_ask_for_comes_at_their_time_alone(months: Months) -> None:
    asked = months.arrived("later")
    for each, row in asked:
        # Looked for every half hour; who wrote just before is left another half hour.
        late = each.at - datetime.fromisoformat(row.due_at)
        assert timedelta() <= late <= timedelta(hours=1) or each.at in WOKE
    theirs = {(each.one.person.chat_id, each.at) for each, _ in asked}
    assert not [
        row
        for each, row in months.arrived(*UNASKED)
        if (each.one.person.chat_id, each.at) in theirs
    ]


def test_a_nudge_comes_after_five_still_days_and_five_times_at_most(months: Months) -> None:
    nudges = months.arrived("nudge")
    for each, _ in nudges:
        assert each.at >= NUDGES_ON
        assert each.at - each.stood.moved_at >= timedelta(days=5)
    assert max(Counter(each.one.person.chat_id for each, _ in nudges).values()) <= 5


def test_each_of_the_audience_is_in_one_row_and_one_final_state(months: Months) -> None:
    assert {row.state for row in months.rows} <= FINAL
    assert len({row.firing for row in months.rows}) == len(months.rows)
    planned = [row for row in months.rows if row.kind == "reminder"]
    assert Counter((row.schedule, row.day) for row in planned) == months.audiences


def test_the_coordinators_reports_hold_all_of_it(months: Months) -> None:
    shown, nudged = Counter[tuple[str, str]](), 0
    for view in months.views:
        for report in view.reports:
            assert sum(report.states.values()) == len(report.rows)
            assert sum(report.reasons.values()) == report.states["skipped"]
            assert "moved_on" not in report.reasons, "who has finished is called that"
            if report.schedule.kind == "nudge":
                nudged += len(report.rows)
            else:
                shown.update((report.schedule.id, row.day.isoformat()) for row in report.rows)
    assert shown == months.audiences
    assert nudged == sum(row.kind == "nudge" for row in months.rows) > 100


def test_every_monday_fired_once_at_ten_though_the_clocks_changed(months: Months) -> None:
    [weekly] = [
        report
        for report in months.views[0].reports
        if report.schedule.timing and report.schedule.timing.weekday == 0
    ]
    mondays = ["2027-03-08", "2027-03-15", "2027-03-22", "2027-03-29", "2027-04-05"]
    assert sorted({row.day.isoformat() for row in weekly.rows}) == mondays
    first = dict[str, datetime]()
    for each, row in months.arrived("reminder"):
        if row.schedule == weekly.schedule.id:
            first.setdefault(row.day, each.at)
    walls = {day: at.astimezone(LONDON) for day, at in first.items()}
    assert {day: f"{at:%F %R}" for day, at in walls.items()} == {
        day: f"{day} 10:00" for day in mondays if day != f"{ASLEEP_FROM:%F}"
    }


def test_what_was_slept_over_is_skipped_and_the_report_says_so(months: Months) -> None:
    day = f"{ASLEEP_FROM:%F}"
    slept = [
        row
        for report in months.views[0].reports
        for row in report.rows
        if row.day.isoformat() == day and report.schedule.timing
    ]
    assert slept
    assert {(row.state, row.why) for row in slept} == {("skipped", "late")}


def test_a_cancelled_reminder_goes_to_nobody_more(months: Months) -> None:
    [report] = [each for each in months.views[0].reports if each.schedule.cancelled_at]
    assert report.states["sent"]
    assert report.reasons["cancelled"]
    assert not report.states["waiting"]
    assert len(months.cancelled) > 5, "so many were on their way"
    for each, row in months.arrived("reminder"):
        assert each.number not in months.cancelled
        assert row.schedule != report.schedule.id or each.at == CANCELLED


def test_what_was_in_the_very_call_when_the_coach_was_killed_is_in_doubt(months: Months) -> None:
    states = {row.outbox: row.state for row in months.rows}
    assert {states[number] for number in months.in_doubt} == {"unknown"}


def test_what_loses_its_point_on_its_way_is_taken_back_or_comes_later(months: Months) -> None:
    came = {each.number for each in months.came}
    assert not came.intersection(months.taken_back)
    reasons = [row.why for row in months.rows if row.outbox in months.taken_back]
    assert reasons == ["finished", "left", "off", "off"]
    assert len(months.held_back) > 1


def test_nothing_comes_from_a_group_after_its_last_day(months: Months) -> None:
    for each, _ in months.arrived(*PLANNED):
        assert each.at.astimezone(LONDON).date() <= LAST_DAY
