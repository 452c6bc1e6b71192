"""Before the first learner comes, what reads messages is made ready, and nobody waits for it."""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

import pytest

from bot.analysis.knowledge import Knowledge
from bot.clock import wall_clock
from bot.content.library import Content
from bot.domain.conversation import Conversation
from bot.domain.events import Event
from bot.engine.turn import take_turn
from bot.flows.registry import FLOWS
from bot.services.warm_up import step_by_step, warm_up
from tests.analysis.conftest import waiting_patterns


async def test_all_that_reads_is_there_before_anybody_says_anything(content: Content) -> None:
    anew = replace(content)
    await warm_up(anew)
    made = vars(Knowledge.of(anew))
    named = {n for n, each in vars(Knowledge).items() if isinstance(each, cached_property)}
    assert named <= set(made)
    assert all(each.is_spared for each in waiting_patterns())


async def test_a_turn_after_it_compiles_no_pattern_of_a_reader(
    content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    await warm_up(content)
    known, compiled = {each.pattern for each in waiting_patterns()}, list[str]()
    compile_ = re.compile

    def noted(pattern: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(pattern)
        return compile_(pattern, flags)

    monkeypatch.setattr("bot.analysis.patterns.re.compile", noted)
    conversation = Conversation("ann")
    for number, text in enumerate(["Start", "I asked the cook what we could do, and she helped."]):
        event = Event("ann", "say", text, f"{number}", f"{number}")
        conversation = take_turn(FLOWS, content, conversation, event, wall_clock()).after
    assert known.isdisjoint(compiled)


async def test_whoever_talks_meanwhile_does_not_wait() -> None:
    at, going_on = threading.Event(), threading.Event()

    def long_steps() -> Iterator[None]:
        at.set()
        assert going_on.wait(30)
        yield

    waiting = asyncio.ensure_future(step_by_step(long_steps()))
    while not at.is_set():  # the loop goes on, or nobody would let the step end
        await asyncio.sleep(0)
    going_on.set()
    await waiting


async def test_once_the_coach_is_asked_to_stop_no_step_of_it_begins() -> None:
    begun, at, going_on = list[int](), threading.Event(), threading.Event()

    def steps() -> Iterator[None]:
        for number in range(3):
            begun.append(number)
            at.set()
            assert going_on.wait(30)
            yield

    waiting = asyncio.ensure_future(step_by_step(steps()))
    await asyncio.to_thread(at.wait, 30)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    going_on.set()
    await asyncio.get_running_loop().shutdown_default_executor()
    assert begun == [0]


async def test_a_fault_in_it_ends_nothing(
    content: Content, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def faulty() -> Iterator[None]:
        raise re.error("no pattern")
        yield

    monkeypatch.setattr("bot.analysis.patterns.make_ready", faulty)
    await warm_up(content)
    assert "not all is ready" in caplog.text
