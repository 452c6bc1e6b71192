"""How many calls of our own a turn makes, which is the same on every machine and at any load.

    .venv/bin/python -m tests.bench.calls [--most 20]

The learners of ``tests/coaching/conversations.yaml`` talk at once, a message each in turn, so that
no memory of the texts before is flattered. All that reads messages is ready before. Counted is each
function, comprehension and step of a generator of ``bot/`` that a message enters, and what is not
ours beside it, once with words that were never met and once with the same again. ``--most`` lists
those that are entered the most.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from types import FrameType
from typing import Any

import yaml

import bot
from bot.clock import wall_clock
from bot.content.library import Content, shipped_folder
from bot.content.loading import load_content
from bot.domain.conversation import Conversation
from bot.domain.events import Event
from bot.engine.turn import take_turn
from bot.flows.registry import FLOWS
from bot.services.warm_up import warm_up
from tests.bench.turn import CONVERSATIONS

OURS = f"{next(iter(bot.__path__))}/"


class Count:
    """The calls of some turns."""

    def __init__(self) -> None:
        """Nothing is counted yet."""
        self.ours = Counter[str]()
        self.others = 0

    def hook(self, frame: FrameType, event: str, _: Any) -> None:
        """Count a call. It is for ``sys.setprofile``."""
        code = frame.f_code
        if event == "call" and code.co_filename.startswith(OURS):
            self.ours[f"{code.co_filename.removeprefix(OURS)}:{code.co_qualname}"] += 1
        elif event in ("call", "c_call"):
            self.others += 1


def said() -> Iterator[tuple[int, str, bool]]:
    """Yield what each learner does, all in turn: whose it is, and whether it is a message."""
    talks = [
        [("Start", False), *((way, way != "Next") for e in each["turns"] for way in _ways(e))]
        for each in yaml.safe_load(CONVERSATIONS.read_text())["conversations"]
    ]
    for each in zip_longest(*talks):
        yield from ((number, *act) for number, act in enumerate(each) if act)


def _ways(turn: dict[str, Any]) -> tuple[str, str]:
    return turn["text"], "Next"


def talk(content: Content, count: Count | None) -> tuple[int, float]:
    """Let all of them talk; return how many messages there were, and the seconds of the processor
    that these took."""
    talks, messages, taken = dict[int, Conversation](), 0, 0.0
    for place, (number, text, is_message) in enumerate(said()):
        before = talks.get(number) or Conversation(f"talk {number}")
        came = Event(before.id, "say", text, f"said {place}", f"said {place}")
        begin = time.process_time()
        sys.setprofile(count.hook if count and is_message else None)
        talks[number] = take_turn(FLOWS, content, before, came, wall_clock()).after
        sys.setprofile(None)
        taken += (time.process_time() - begin) * is_message
        messages += is_message
    return messages, taken


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--most", type=int, default=0)
    most = parser.parse_args().most
    content = load_content(shipped_folder())
    asyncio.run(warm_up(content))
    for name in ("words never met", "the same again"):
        count = Count()
        messages, _ = talk(content, count)
        ours = count.ours.total() / messages
        print(f"{name}: {ours:,.0f} calls of ours a turn, {count.others / messages:,.0f} of others")
        for function, calls in count.ours.most_common(most):
            print(f"{calls / messages:8.1f}  {function}")
    messages, taken = talk(content, None)
    print(f"{taken / messages * 1e3:.2f} ms of the processor a turn, {messages} turns")


if __name__ == "__main__":
    main()
