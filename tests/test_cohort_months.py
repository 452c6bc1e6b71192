"""Six weeks of a cohort of 300 in two time zones, on shifts, with all that happens to people.

It begins on Monday 1 March 2027: the clocks change in New York on 14 March and in London on 28
March. People finish, leave, block, mute, snooze and write at the wrong moment; the coach is killed,
sleeps over a due time, and has its clock set back. What came to whom is then counted.
"""

from __future__ import annotations

import asyncio
import random
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.content.content import Content
from bot.deeds import Join
from bot.facts import View
from bot.model import Outgoing, OutgoingState
from tests.cohort_world import Person, World

MANY = 300
START = datetime(2027, 3, 1, 8, 0, tzinfo=UTC)
WEEKS = 6
STEP = timedelta(minutes=30)
KINDS = ("default", "afternoon", "night", "rota", "off", "default", "afternoon", "night", "rota")
TYPED = {
    "default": "/reminders on",
    "afternoon": "/reminders not before 16:00",
    "night": "/reminders quiet 09:00 to 17:00",
    "rota": "/reminders rota 4 4 2027-03-01",
    "off": "/reminders off",
}
FINAL = {"waiting", "skipped", "sent", "blocked", "failed", "unknown"}


@dataclass
class Somebody:
    """One learner, what they wish, and when what happens to them."""

    person: Person
    kind: str
    zone: str
    finishes_at: datetime | None = None
    leaves_at: datetime | None = None
    stops_at: datetime | None = None
    blocks_at: datetime | None = None
    done: dict[str, datetime] = field(default_factory=dict)


@dataclass
class Months:
    """The six weeks as they went."""

    world: World
    chance: random.Random
    people: dict[str, Somebody] = field(default_factory=dict)
    cohort: str = ""
    fired: dict[str, int] = field(default_factory=dict)
    kills: int = 0
    rows: list[tuple[str, ...]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.ann = self.world.person("900")

    async def live(self) -> Months:
        await self._begin()
        self.world.phones.fate = self._fate
        end = START + timedelta(weeks=WEEKS)
        asleep_at = datetime(2027, 3, 22, 9, 30, tzinfo=UTC)
        back_at = datetime(2027, 4, 5, 9, 30, tzinfo=UTC)
        set_back = False
        while self.world.now < end:
            self.world.now += STEP
            if self.world.now == asleep_at:
                self.world.now += timedelta(hours=9)
            if self.world.now == back_at and not set_back:
                self.world.now -= timedelta(hours=2)
                set_back = True
            await self._things_happen()
            await self._coordinator()
            await self._tick()
        return self

    async def _begin(self) -> None:
        ann = self.ann
        self.world.now = START
        self.cohort = await ann.becomes_coordinator(ends="30/04/2027")
        for number in range(MANY):
            chat, kind = str(1000 + number), KINDS[number % len(KINDS)]
            if kind == "off" and number % 3:
                kind = "default"
            zone = "America/New_York" if number % 2 else "Europe/London"
            one = Somebody(self.world.person(chat), kind, zone)
            await one.person.say(TYPED[kind])
            await one.person.say(f"/reminders zone {zone}")
            await self.world.store.do([Join(self.cohort)], chat, self.world.now)
            self._plan_life(one, number)
            self.people[chat] = one
        self.world.now += timedelta(hours=1)

    def _plan_life(self, one: Somebody, number: int) -> None:
        moment = START + timedelta(minutes=self.chance.randrange(3 * 60, WEEKS * 7 * 24 * 60))
        if number % 3 == 0:
            # Some finish in the minutes between a plan and its sending.
            soon = datetime(2027, 3, 15, 10, 15, tzinfo=UTC)
            one.finishes_at = soon if number % 30 == 0 else moment
        elif number % 12 == 1:
            one.leaves_at = moment
        elif number % 20 == 5:
            one.blocks_at = moment
        elif number % 40 == 7:
            one.stops_at = moment

    def _fate(self, each: Outgoing) -> OutgoingState:
        one = self.people.get(each.chat_id)
        if one and one.blocks_at and one.blocks_at <= self.world.now:
            return "blocked"
        drawn = self.chance.random()
        return "unknown" if drawn < 0.01 else "failed" if drawn < 0.02 else "sent"

    async def _things_happen(self) -> None:
        now = self.world.now
        for one in self.people.values():
            if one.finishes_at and one.finishes_at <= now and "finished" not in one.done:
                one.done["finished"] = now
                await one.person.finishes()
            elif one.leaves_at and one.leaves_at <= now and "left" not in one.done:
                one.done["left"] = now
                await one.person.act(f"page:rem.leave.{self.cohort}")
            elif one.stops_at and one.stops_at <= now and "stopped" not in one.done:
                one.done["stopped"] = now
                await one.person.say("/stop")
        quiet = [one for one in self.people.values() if not one.done and not one.stops_at]
        for one in self.chance.sample(quiet, 1 if self.chance.random() < 0.3 else 0):
            await one.person.say("later in 5 hours")
        if now.weekday() == 0 and now.astimezone(ZoneInfo("Europe/London")).time() == time(9, 30):
            for one in self.chance.sample(quiet, 8):
                one.done["wrote"] = now
                await one.person.say("I am writing now.")
                del one.done["wrote"]

    async def _coordinator(self) -> None:
        now, ann = self.world.now, self.ann
        if now == START + timedelta(days=1, hours=2):
            await self._send("now")
            await self._send("every monday 10:00")
        if now == START + timedelta(days=8):
            await ann.act(f"page:co.{self.cohort}.nud.5")
        if now == START + timedelta(days=16, hours=2):
            await self._send("tomorrow 11:00")
        if now == START + timedelta(days=30, hours=2):
            await self._send("now")
            await self._tick_once()
            [*_, last] = (await self._view()).reports
            await ann.act(f"page:co.{self.cohort}.stop.{last.schedule.id}")

    async def _send(self, when: str) -> None:
        await self.ann.act(f"page:co.{self.cohort}.rem.u")
        await self.ann.press("Your standard words")
        await self.ann.say(when)
        await self.ann.press("Send")

    async def _view(self) -> View:
        view = await self.world.store.view(self.cohort)
        assert view
        return view

    async def _tick_once(self) -> None:
        await self.world.ticker.tick()
        await self.world.deliver()

    async def _tick(self) -> None:
        went = await self.world.ticker.tick()
        if went and self.kills < 15 and self.chance.random() < 0.2:
            self.kills += 1
            first = self.world.phones.on_the_way[0]
            await self.world.store.mark(first.number, "sending")
            await self.world.restart()
        await self.world.deliver()
        await self.world.tick()
        here = sum("left" not in one.done for one in self.people.values())
        rows = self.world.store._connection.execute(
            "SELECT DISTINCT schedule, day FROM recipients WHERE kind = 'reminder'"
        )
        for schedule, day in rows.fetchall():
            self.fired.setdefault(f"{schedule} {day}", here)


@pytest.fixture(scope="module")
def months(content: Content) -> Months:
    with tempfile.TemporaryDirectory() as folder:

        async def live() -> Months:
            world = await World(content, Path(folder) / "data").start()
            lived = await Months(world, random.Random(20270301)).live()
            rows = world.store._connection.execute(
                "SELECT schedule, day, chat_id, kind, state, why FROM recipients"
            )
            lived.rows = rows.fetchall()
            await world.store.close()
            return lived

        return asyncio.run(live())


def arrived(months: Months) -> list[tuple[Somebody, datetime, str]]:
    """Every reminder that came, other than the question how it went."""
    return [
        (one, at, text)
        for one in months.people.values()
        for at, text in months.world.phones.reminded[one.person.chat_id]
        if "How did it go" not in text
    ]


def own(text: str) -> bool:
    return text.startswith("You asked me")


def test_many_reminders_came_and_the_coach_was_killed_often(months: Months) -> None:
    assert len(arrived(months)) > 500
    assert months.kills == 15


def test_nobody_who_has_finished_is_reminded(months: Months) -> None:
    late = [
        (one.person.chat_id, at)
        for one, at, text in arrived(months)
        if not own(text) and "finished" in one.done and at >= one.done["finished"]
    ]
    assert late == []


def test_nobody_is_reminded_after_leaving_or_stop(months: Months) -> None:
    for one, at, text in arrived(months):
        assert "left" not in one.done or at < one.done["left"] or own(text)
        assert "stopped" not in one.done or at < one.done["stopped"]


def test_who_has_reminders_off_gets_none_that_they_did_not_ask_for(months: Months) -> None:
    assert not [at for one, at, text in arrived(months) if one.kind == "off" and not own(text)]


def test_nobody_is_reminded_in_their_quiet_time(months: Months) -> None:
    for one, at, text in arrived(months):
        if own(text):
            continue
        local = at.astimezone(ZoneInfo(one.zone))
        if one.kind == "night":
            assert not time(9) <= local.time() < time(17), local
        else:
            assert time(7) <= local.time() < time(21), local
        if one.kind == "afternoon":
            assert local.time() >= time(16), local
        if one.kind == "rota":
            assert (local.date() - START.date()).days % 8 >= 4, local


def test_nobody_gets_two_and_three_days_lie_between(months: Months) -> None:
    for one in months.people.values():
        mine = months.world.phones.reminded[one.person.chat_id]
        times = [at for at, text in mine if not own(text) and "How did it" not in text]
        # The clock was set back two hours once.
        assert all(b - a >= timedelta(days=3) - timedelta(hours=2) for a, b in pairwise(times))
    rows = [row[:3] for row in months.rows if row[2]]
    assert len(set(rows)) == len(rows)


def test_everybody_is_accounted_for_in_one_final_state(months: Months) -> None:
    rows = months.rows
    assert {row[4] for row in rows} <= FINAL
    counted = Counter(f"{row[0]} {row[1]}" for row in rows if row[3] == "reminder")
    assert counted == months.fired
    assert len(months.fired) >= 8


def test_what_was_slept_over_is_skipped_and_shown(months: Months) -> None:
    late = [row for row in months.rows if row[5] == "late"]
    assert any(row[1] == "2027-03-22" for row in late)


def test_every_monday_fired_once_though_clocks_changed(months: Months) -> None:
    days = sorted({key.split()[1] for key in months.fired})
    for monday in ("03-08", "03-15", "03-22", "03-29", "04-05"):
        assert f"2027-{monday}" in days
