"""What a turn costs on a server, and the queue at the evening peak that follows from it.

    .venv/bin/python -m tests.bench.scale [--learners 50] [--turns 12]

First turns are taken on a PostgreSQL of its own that waits for its disk, and the CPU time of the
coach and of the server is counted. Then an evening is played with these costs: messages come by
chance, more at the change of shifts, and wait for a free process and for the bot's 30 a second.
"""

from __future__ import annotations

import argparse
import asyncio
import heapq
import random
import resource
import time
from dataclasses import dataclass

from bot.content.library import Operator, shipped_folder
from bot.content.loading import load_content
from tests.support.postgres import Server, open_store
from tests.support.world import World

BOT_LIMIT = 30.0
"""Messages a second that Telegram takes from one bot."""

YEAR = 365 * 86_400.0


@dataclass(frozen=True)
class Cost:
    """CPU seconds of a turn: of the coach, and of the server."""

    coach: float
    server: float


@dataclass(frozen=True)
class Case:
    """So many organisations, each with a bot of its own, and how busy they are."""

    organisations: int
    learners: int
    messages: int = 40
    """Of a learner in a year."""
    peak: float = 0.2
    """The part of a day's messages that comes in the busiest hour."""
    season: float = 4.0
    """How much busier the busiest day is than the mean."""

    @property
    def a_second(self) -> float:
        """Messages a second in the busiest hour of the busiest day, of all."""
        a_day = self.learners * self.messages / 365
        return a_day * self.season * self.peak / 3600


CASES = (Case(1, 1_000), Case(100, 100_000), Case(10_000, 10_000_000))


async def measure(learners: int, turns: int) -> Cost:
    """Take turns as learners do, side by side, and count what they cost."""
    content = load_content(shipped_folder(), Operator("The care team", "care@example.org"))
    server = Server.made(durable=True)
    url = server.url(server.new_database())
    world = await World(content, lambda: open_store(url)).start()
    people = [world.person(str(number + 1)) for number in range(learners)]
    chance = random.Random(1)
    for each in people:
        await each.say("/start")
        await each.say("Start")
    words = [
        "plan",
        "rota",
        "team",
        "parents",
        "children",
        "list",
        "calm",
        "asked",
        "thanked",
        "showed",
        "wrote",
        "week",
        "lunch",
    ]

    async def talk(number: int) -> None:
        for _ in range(turns):
            said = " ".join(chance.choice(words) for _ in range(10))
            await people[number].say(f"I {said}.")

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began, cpu = time.monotonic(), time.process_time()
    await asyncio.gather(*(talk(number) for number in range(learners)))
    done = learners * turns
    coach = (time.process_time() - cpu) / done
    print(f"{done} turns in {time.monotonic() - began:.1f} s, side by side")
    await world.store.close()
    server.stop()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    server.remove()
    spent = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
    return Cost(coach, spent / (done + 2 * learners))


def evening(
    rate: float, processes: int, service: float, limit: float, seconds: float = 600.0
) -> tuple[float, float]:
    """Play some minutes of the busiest hour; return p50 and p99 of the wait, in seconds.

    ``limit`` is how many a second may be sent.
    """
    chance = random.Random(1)
    free = [0.0] * processes
    now = sent = 0.0
    waits = list[float]()
    while now < seconds:
        now += chance.expovariate(rate)
        begin = max(now, heapq.heappop(free))
        done = begin + chance.expovariate(1 / service)
        heapq.heappush(free, done)
        sent = max(done, sent + 1 / limit)
        waits.append(sent - now)
    waits.sort()
    return waits[len(waits) // 2], waits[len(waits) * 99 // 100]


def main(learners: int, turns: int) -> None:
    cost = asyncio.run(measure(learners, turns))
    print(f"CPU a turn: coach {cost.coach * 1e3:.2f} ms, server {cost.server * 1e3:.2f} ms")
    print("organisations  learners  a second  cores  processes  p50 ms  p99 ms  p99 of one bot")
    for case in CASES:
        rate = case.a_second
        cores = rate * (cost.coach + cost.server)
        processes = max(2, round(rate * cost.coach / 0.5 + 0.5))
        p50, p99 = evening(rate, processes, cost.coach, BOT_LIMIT * case.organisations)
        one = evening(rate / case.organisations, 2, cost.coach, BOT_LIMIT)[1]
        print(
            f"{case.organisations:>13,}{case.learners:>11,}{rate:>9.2f}{cores:>7.2f}{processes:>11}"
            f"{p50 * 1e3:>8.0f}{p99 * 1e3:>8.0f}{one * 1e3:>16.0f}"
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--learners", type=int, default=50)
    parser.add_argument("--turns", type=int, default=12)
    given = parser.parse_args()
    main(given.learners, given.turns)
