"""People write, the bot is killed again and again, and afterwards everything is counted."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from dataclasses import dataclass
from functools import partial

from tests.channels.telegram_bot.conftest import Bot
from tests.support.bot_api.server import BotApi
from tests.support.bot_api.user import User


@dataclass
class Killed:
    """What was found after all kills."""

    kills: int
    messages: int
    lost: int
    doubled: int
    out_of_order: int
    unanswered: int
    doubled_replies: int
    most_doubled_replies: int
    """In one chat for one kill, rounded up: its doubled replies by the number of kills."""


async def run_kills(
    bot: Bot, people: list[User], *, kills: int, messages: int, chance: random.Random
) -> Killed:
    """Let everybody write, kill the bot at random moments, then read what is kept.

    Each message is a number of its own. What each learner's data holds at the end is compared with
    what was sent: nothing may be missing, doubled or out of order.
    """
    api = people[0].api
    sent: dict[int, list[str]] = {person.chat: [] for person in people}
    await bot.start()
    for person in people:
        await person.asks("/start", "Who can read")
        await person.asks("Start", "Tell me your role")
    per_kill = max(1, messages // kills)
    number = 0
    for _ in range(kills):
        await _nearly_done(api, 100)
        for _ in range(per_kill):
            person = chance.choice(people)
            number += 1
            text = f"I made bed {number}."
            person.say(text)
            sent[person.chat].append(text)
            if chance.random() < 0.3:
                await asyncio.sleep(chance.random() / 50)
        await _work_is_in_hand(api, chance)
        await bot.kill()
        await bot.start()
    await _nearly_done(api, 0)
    return await _count(people, sent, kills, number)


async def _nearly_done(api: BotApi, left: int) -> None:
    """Wait until no more than so many updates are pending."""
    while len(api.pending) > left:
        await asyncio.sleep(0.02)


async def _work_is_in_hand(api: BotApi, chance: random.Random) -> None:
    """Wait until the bot has begun on what is pending, mostly, and then a moment more."""
    before, calls = len(api.pending), len(api.calls)
    for _ in range(300):
        if len(api.pending) < before or len(api.calls) > calls + 4 or chance.random() < 0.002:
            break
        await asyncio.sleep(0.01)
    await asyncio.sleep(chance.random() / 40)


def _has_seen(person: User, text: str) -> bool:
    return any(text in each for each in person.texts)


async def _count(
    people: list[User], sent: dict[int, list[str]], kills: int, messages: int
) -> Killed:
    lost = doubled = out_of_order = unanswered = 0
    doubled_replies = most = 0
    for person in people:
        mine = sent[person.chat]
        words = len(mine) * 4
        if mine and not await person.until(partial(_has_seen, person, f"✓ Saved · {words} words")):
            unanswered += 1
        acks = Counter(
            params["text"]
            for method, params in person.api.calls
            if method == "sendMessage"
            and int(params["chat_id"]) == person.chat
            and params["text"].startswith("✓ Saved")
        )
        extra = sum(count - 1 for count in acks.values())
        doubled_replies += extra
        most = max(most, -(-extra // kills))
        asked = person.say("/mydata")
        await person.asks("/help", "I ask one")  # so all before it has come
        kept = "\n\n".join(
            m["text"] for m in person.screen if m["message_id"] > asked and "text" in m
        )
        lines = kept.replace("\n\n", "\n").split("\n")
        found = [text for text in lines if text.startswith("I made bed")]
        counts = Counter(found)
        lost += sum(1 for text in mine if text not in counts)
        doubled += sum(count - 1 for count in counts.values())
        out_of_order += list(dict.fromkeys(found)) != [text for text in mine if text in counts]
    return Killed(kills, messages, lost, doubled, out_of_order, unanswered, doubled_replies, most)
