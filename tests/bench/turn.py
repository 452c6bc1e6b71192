"""What one durable turn costs, and that it does not grow with the number of conversations.

    .venv/bin/python -m tests.bench.turn [--large 100000]

A turn is load, think, save, commit with synchronous=FULL. The peer is the same number of bytes
written to a bare file and synced, in the same run: what the disk alone takes. Then what thinking
alone takes of the processor, over the learners' messages of ``tests/coaching/conversations.yaml``,
and beside the peers of ``tests/bench/thinking.py``.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import yaml

from bot.app import TryOut
from bot.clock import wall_clock
from bot.content.library import Content, shipped_folder
from bot.content.loading import load_content
from bot.domain.addresses import Address
from bot.domain.conversation import Conversation
from bot.domain.events import Event
from bot.domain.turn import Turn
from bot.engine.turn import take_turn
from bot.flows.registry import FLOWS
from bot.services.coach import Coach
from bot.store.sqlite.conversations import keep
from bot.store.sqlite.store import SqliteStore
from tests.bench.thinking import report

TURNS = 600

CONVERSATIONS = Path(__file__).parent.parent / "coaching" / "conversations.yaml"

TEXT = "I made a list of who needed what and we checked it at each handover. " * 3


def event(chat: str, number: int, text: str) -> Event:
    return Event(chat, "say", text, f"{chat} {number}", f"{chat} {number}")


MIDDLE = ("Start", TEXT, "Next", TEXT, TEXT)


def fill(coach: Coach, chats: int, texts: Sequence[str] = MIDDLE, first: int | None = None) -> None:
    """Put conversations that have come so far into the store, in large transactions.

    Chats are called ``chat 0``, ``chat 1`` and so on, or by numbers from ``first``.
    """
    template: Turn | None = None
    conversation = Conversation("template")
    for number, text in enumerate(texts):
        turn = take_turn(
            FLOWS, coach.content, conversation, event("template", number, text), wall_clock()
        )
        template, conversation = turn, turn.after
    assert template
    store = coach.store
    assert isinstance(store, SqliteStore)
    for begin in range(0, chats, 5000):
        store._execute("BEGIN")
        for number in range(begin, min(begin + 5000, chats)):
            after = template.after.copy()
            after.id = f"chat {number}" if first is None else str(first + number)
            before = Conversation(after.id)
            to = Address("terminal" if first is None else "telegram", after.id)
            turn = Turn(before, after, (), template.at, address=to)
            keep(store._execute, turn, seen=f"before {after.id}")
        store._execute("COMMIT")


async def measure(coach: Coach, chats: int) -> list[float]:
    """Milliseconds of each of TURNS turns, spread over the conversations."""
    times = []
    for number in range(TURNS):
        chat = f"chat {number * 7919 % chats}"
        begin = time.perf_counter()
        await coach.service.receive(event(chat, number + 1000, TEXT))
        times.append((time.perf_counter() - begin) * 1000)
    return times


def bare_writes(folder: Path) -> list[float]:
    """Milliseconds of writing and syncing one turn's bytes to a bare file."""
    times, block = [], b"x" * 8192
    with (folder / "bare").open("wb", buffering=0) as file:
        for _ in range(TURNS):
            begin = time.perf_counter()
            file.write(block)
            os.fdatasync(file.fileno())
            times.append((time.perf_counter() - begin) * 1000)
    return times


def think(content: Content) -> list[float]:
    """Milliseconds of the processor that each turn of the project's conversations takes."""
    conversations = yaml.safe_load(CONVERSATIONS.read_text())["conversations"]
    times = []
    for number, each in enumerate(conversations):
        conversation = Conversation(f"thinking {number}")
        said = [way for turn in each["turns"] for way in (turn["text"], "Next")]
        for place, text in enumerate(["Start", *said]):
            came = event(conversation.id, place, text)
            begin = time.process_time()
            turn = take_turn(FLOWS, content, conversation, came, wall_clock())
            times.append((time.process_time() - begin) * 1000)
            conversation = turn.after
    return times


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--large", type=int, default=100_000)
    large = parser.parse_args().large
    content = load_content(shipped_folder())
    medians: dict[int, float] = {}
    print(f"{'conversations':>14} {'median':>9} {'p95':>9} {'database':>10}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for chats in (10, large):
            coach = TryOut(folder / str(chats), "0" * 64, content, wall_clock).open_coach()
            fill(coach, chats)
            times = asyncio.run(measure(coach, chats))
            asyncio.run(coach.store.close())
            medians[chats] = statistics.median(times)
            p95 = statistics.quantiles(times, n=20)[18]
            size = (folder / str(chats) / "coach.db").stat().st_size / 1e6
            print(f"{chats:>14,} {medians[chats]:>7.2f}ms {p95:>7.2f}ms {size:>8.1f}MB")
        bare = statistics.median(bare_writes(folder))
    print(f"ratio {large:,} to 10: {medians[large] / medians[10]:.2f}")
    think(content)  # what is made ready at its first use is not counted
    median, p95 = statistics.median(times := think(content)), statistics.quantiles(times, n=20)[18]
    print(f"thinking alone, {len(times)} turns: median {median:.2f}ms, p95 {p95:.2f}ms")
    report(content)
    print(f"a bare synced write of 8 KiB: {bare:.2f}ms; a turn takes {medians[10] / bare:.1f} x")


if __name__ == "__main__":
    main()
