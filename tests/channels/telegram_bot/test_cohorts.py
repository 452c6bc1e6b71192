"""Cohorts over Telegram: the real bot, the real command beside it, people on phones."""

from __future__ import annotations

import asyncio
import json
import random
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from PIL import Image

from bot.domain.cohort import Cohort
from bot.domain.commands import AddCoordinator, Join, SaveCohort, ScheduleReminder
from bot.domain.reminders import UNDER_WAY, Audience, Delivery, Schedule
from tests.channels.telegram_bot.conftest import Bot
from tests.channels.telegram_bot.test_kill import open_store
from tests.support.bot_api import server as faults
from tests.support.bot_api.server import BotApi
from tests.support.bot_api.user import User
from tests.support.daytime import day_zone
from tests.support.forked import Forked

pytestmark = pytest.mark.long


async def command(bot: Bot, *arguments: str) -> str:
    """Run ``coach`` beside the bot that is running."""
    out, error = bot.folder / "out", bot.folder / "error"
    out.unlink(missing_ok=True)
    process = Forked(arguments, bot.environment, bot.folder, stdout=out, stderr=error)
    assert await asyncio.wait_for(process.wait(), 60) == 0, error.read_text()
    return out.read_text()


async def tap(user: User, label: str) -> None:
    """Press a button as soon as it is there."""
    if not await user.until(lambda: label in user.keyboard or label in user.inline):
        raise AssertionError(f"{label!r} is not offered: {[*user.keyboard, *user.inline]}")
    user.press(label)


async def makes_a_cohort_and_invites(ann: User) -> str:
    """Go from the operator's link to a link for learners, on a phone; gives its token."""
    await tap(ann, "Make a group")
    await ann.sees("What is the group called?")
    await ann.asks("Nursery team", "Which reflection")
    await tap(ann, "Thing 2")
    await ann.sees("What is its last day?")
    ends = datetime.now(UTC) + timedelta(days=100)
    await ann.asks(f"{ends:%d/%m/%Y}", "Which time zone")
    ann.say(day_zone())
    await ann.sees("is there. Now invite people")
    await tap(ann, "Up to 30 people")
    said = await ann.sees("Pass this on to your learners")
    token = re.search(r"start=(\w+)", said)
    assert token
    return token[1]


async def test_a_whole_cohort_from_the_operators_link_to_the_answer_to_a_reminder(
    bot: Bot, ann: User, api: BotApi
) -> None:
    await ann.asks("/start", "Who can read")
    said = await command(bot, "cohort", "invite-coordinator")
    link = said.split()[-1]
    assert link.startswith("https://t.me/CoachTestBot?start=")
    await ann.asks(f"/start {link.partition('start=')[2]}", "Would you like to make a group?")
    token = await makes_a_cohort_and_invites(ann)
    assert await ann.until(lambda: any("photo" in message for message in ann.screen))
    photos = [message["photo"] for message in ann.screen if "photo" in message]
    [code] = zxingcpp.read_barcodes(Image.open(BytesIO(photos[0]["content"])))
    assert code.text == f"https://t.me/CoachTestBot?start={token}", "the QR code scans"

    people = [User(api, 500 + number) for number in range(5)]
    for each in people:
        await each.asks(f"/start {token}", "Would you like to join?")
        await tap(each, "Yes, join")
        await tap(each, "No name")
        await each.sees("sees a number")

    await bot.stop()
    store = open_store(bot)
    # They wrote a moment ago, and nobody is reminded within half an hour of that.
    store._connection.execute("UPDATE reach SET last_at = '2026-01-01T00:00:00+00:00'")
    await store.close()
    await bot.start()
    [row] = (await command(bot, "cohort", "list")).splitlines()
    cohort = row.split("\t")[0]
    await command(bot, "cohort", "remind", cohort, "--words", "Ten minutes are enough.", "--yes")
    for each in people:
        reminder = await each.sees("Ten minutes are enough.")
        assert "A kind reminder from your group “Nursery team”" in reminder
    await people[0].asks("I am a nursery worker and we planned an outing.", "✓ Saved · 10 words")
    await tap(people[1], "Later")
    await tap(people[1], "In 2 hours")
    await people[1].sees("✓ I come back to you on")
    # What is on a phone is noted a moment later.
    while (states := await counted(bot, cohort)).keys() & {*UNDER_WAY}:
        await asyncio.sleep(0.2)
    assert states["sent"] == 5
    assert "nursery worker and we planned" not in await command(bot, "cohort", "progress", cohort)


async def planned(bot: Bot, many: int) -> None:
    """A cohort with so many learners, and a reminder that goes to all of them at once."""
    store = open_store(bot)
    now = datetime.now(UTC)
    ends = (now + timedelta(days=300)).date()
    cohort = Cohort("big", "Everybody", "thing_2", ends, day_zone(), now)
    await store.do([SaveCohort(cohort), AddCoordinator("big", "900")], "900", now)
    people = [str(10_000 + number) for number in range(many)]
    reach = "INSERT INTO reach (chat_id, preferences, resting) VALUES (?, ?, 0)"
    awake = {"zone": day_zone()}
    begun = {"number": 1, "dialogue": "thing_2", "step": "welcome"}
    state = json.dumps({"attempts": [begun], "preferences": awake})
    for chat in people:
        await store.do([Join("big")], chat, now) if chat == people[-1] else None
    store._connection.executemany(
        "INSERT OR IGNORE INTO members (cohort, chat_id, number, name, joined_at)"
        " VALUES ('big', ?, ?, '', ?)",
        [(chat, number, now.isoformat()) for number, chat in enumerate(people, 2)],
    )
    store._connection.executemany(reach, [(chat, json.dumps(awake)) for chat in people])
    store._connection.executemany(
        "INSERT INTO conversations (chat_id, state) VALUES (?, ?)",
        [(chat, state) for chat in people],
    )
    store._connection.executemany(
        "INSERT INTO addresses (channel, address, conversation) VALUES ('telegram', ?, ?)",
        [(chat, chat) for chat in people],
    )
    schedule = Schedule("all", "big", Audience("unfinished"), "Hello again.", None, "900", now, now)
    rows = tuple(
        Delivery("all", now.date(), chat, now, cohort="big", dialogue="thing_2") for chat in people
    )
    await store.do([ScheduleReminder(schedule, rows)], "900", now)
    await store.close()


async def test_kills_and_faults_reach_nobody_twice_and_miss_nobody_in_the_report(
    stopped_bot: Bot, ann: User, api: BotApi
) -> None:
    """A small one; the full size is ``tests/bench/cohort_kills.py``.

    At a server that answers at once a kill hardly ever meets a reminder on its way.
    """
    api.latency = 0.2
    doubled, states, kills = await run_reminder_kills(
        stopped_bot, ann, api, many=60, kills=4, chance=random.Random(20261124)
    )
    assert kills == 4
    assert doubled == 0
    assert sum(states.values()) == 60
    assert set(states) <= {"sent", "unknown", "failed"}


async def run_reminder_kills(
    bot: Bot, ann: User, api: BotApi, *, many: int, kills: int, chance: random.Random
) -> tuple[int, dict[str, int], int]:
    """Remind many, kill the bot at random, and count: (got it twice, what is reported, kills)."""
    await bot.start()
    await ann.asks("/start", "Who can read")
    await bot.stop()
    await planned(bot, many)

    async def faulty(server: BotApi, request: Any, go: Callable[[], Any]) -> Any:
        drawn = chance.random()
        which = (
            faults.too_many(1) if drawn < 0.01
            else faults.server_error if drawn < 0.03
            else faults.server_error_after if drawn < 0.05
            else faults.reset_before if drawn < 0.07
            else faults.reset_after if drawn < 0.09
            else None
        )  # fmt: skip
        return await (which(server, request, go) if which else go())

    api.fail("sendMessage", *[faulty] * (many * 3))
    done = 0
    for _ in range(kills):
        await bot.start()
        target = got(api) + max(1, many // (kills + 2))
        for _ in range(600):
            if got(api) >= target:
                break
            await asyncio.sleep(0.02)
        await asyncio.sleep(chance.random() / 20)
        await bot.kill()
        done += 1
    await bot.start()
    states: dict[str, int] = {}
    for _ in range(2000):
        await asyncio.sleep(0.5)
        if (
            len(api.messages)
            and (states := await counted(bot))
            and not ({*UNDER_WAY} & set(states))
        ):
            break
    await bot.stop()
    doubled = sum(
        max(0, sum("Hello again." in m.get("text", "") for m in shown) - 1)
        for chat, shown in api.messages.items()
        if chat >= 10_000 and chat < 10_000 + many
    )
    return doubled, states, done


def got(api: BotApi) -> int:
    return sum(1 for chat, shown in api.messages.items() if 10_000 <= chat < 1_000_000 and shown)


async def counted(bot: Bot, cohort: str = "big") -> dict[str, int]:
    """The states in the report, as the command prints them beside the bot."""
    printed = await command(bot, "cohort", "report", cohort)
    return {name: int(count) for name, count in re.findall(r"(\w+)=(\d+)", printed)}


async def test_a_learners_own_reminder_comes_without_any_cohort(
    bot: Bot, ann: User, api: BotApi
) -> None:
    await ann.asks("/start", "Who can read")
    await ann.asks("Start", "Tell me your role")
    await ann.asks("/later 2h", "I come back to you on")
    await bot.stop()
    store = open_store(bot)
    store._connection.execute("UPDATE deliveries SET due_at = '2026-01-01T00:00:00+00:00'")
    await store.close()
    await bot.start()
    await asyncio.sleep(2)
    assert not any("You asked me" in text for text in ann.texts), "months late: it is skipped"
    await ann.asks("/later 2h", "I come back to you on")
    await bot.stop()
    store = open_store(bot)
    now = datetime.now(UTC)
    store._connection.execute(
        "UPDATE deliveries SET due_at = ? WHERE state = 'waiting'", (now.isoformat(),)
    )
    store._connection.execute("UPDATE reach SET last_at = '2026-01-01T00:00:00+00:00'")
    await store.close()
    await bot.start()
    await ann.sees("You asked me to come back to you now.")
    await ann.asks("I am a cook.", "✓ Saved · 4 words")
    assert Path(bot.folder).exists()


async def test_a_coordinators_link_tapped_and_agreed_to_twice_seats_one_person_once(
    bot: Bot, ann: User, api: BotApi
) -> None:
    await ann.asks("/start", "Who can read")
    made = await command(bot, "cohort", "new", "Night team", "--ends", "in 12 weeks")
    cohort = made.split()[-1]
    said = await command(bot, "cohort", "invite-coordinator", "--cohort", cohort)
    start = f"/start {said.split()[-1].partition('start=')[2]}"
    bob, cat = User(api, 601), User(api, 602)
    for each in (bob, cat):
        each.say(start)
        await each.asks(start, "Would you like to look after it?")
    await tap(bob, "Yes, look after it")
    await bob.sees("You now look after the group “Night team”")
    await tap(cat, "Yes, look after it")
    await cat.sees("That link is not in use any more")
    assert (await command(bot, "cohort", "audit", cohort)).count("became a coordinator") == 1
    assert not await command(bot, "cohort", "links", cohort)
