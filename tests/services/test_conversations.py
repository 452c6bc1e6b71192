"""Whose conversation an address is, with a store that takes its time to say."""

from __future__ import annotations

import asyncio
from typing import cast

import pytest

from bot.domain.addresses import Address
from bot.services import conversations as room
from bot.services.conversations import Conversations, new_id
from bot.store import Store

ANN = Address("tiny", "ann")


class SlowStore:
    """Answers a later question before an earlier one."""

    def __init__(self) -> None:
        self.known: dict[Address, str] = {}
        self.asked = 0

    async def conversation_of(self, address: Address) -> str:
        self.asked += 1
        for _ in range(max(0, 5 - self.asked)):
            await asyncio.sleep(0)
        return self.known.get(address, "")

    async def addresses(self, conversation: str) -> list[Address]:
        return [each for each, known in self.known.items() if known == conversation]


@pytest.fixture
def store() -> SlowStore:
    return SlowStore()


@pytest.fixture
def conversations(store: SlowStore) -> Conversations:
    return Conversations(cast("Store", store))


async def test_who_comes_first_is_first_however_long_the_store_takes(
    conversations: Conversations,
) -> None:
    came, held = list[int](), set[str]()

    async def turn(number: int) -> None:
        async with conversations.held(ANN) as conversation:
            came.append(number)
            held.add(conversation)
            await asyncio.sleep(0)

    await asyncio.gather(*(turn(number) for number in range(10)))
    assert came == list(range(10))
    assert len(held) == 1


async def test_one_thing_at_a_time_in_a_conversation_whatever_way_it_came(
    conversations: Conversations, store: SlowStore
) -> None:
    store.known = {ANN: "a", Address("other", "ann"): "a"}
    inside = 0

    async def turn(address: Address) -> None:
        nonlocal inside
        async with conversations.held(address):
            inside += 1
            assert inside == 1
            await asyncio.sleep(0.001)
            inside -= 1

    await asyncio.gather(*(turn(address) for address in [*store.known] * 5))


async def test_what_waits_behind_a_forgetting_and_what_comes_after_it_are_one_conversation(
    conversations: Conversations, store: SlowStore
) -> None:
    store.known, found = {ANN: "old"}, list[str]()
    begun, forgotten = asyncio.Event(), asyncio.Event()

    async def forget() -> None:
        async with conversations.held(ANN):
            begun.set()
            await asyncio.sleep(0.01)
            store.known.clear()
        forgotten.set()

    async def turn(after: asyncio.Event) -> None:
        await after.wait()
        async with conversations.held(ANN) as conversation:
            await asyncio.sleep(0.01)
            store.known.setdefault(ANN, conversation)
            found.append(conversation)

    await asyncio.gather(forget(), turn(begun), turn(forgotten))
    assert len(set(found)) == 1
    assert "old" not in found


async def test_an_id_that_there_is_is_not_given_again(
    conversations: Conversations, store: SlowStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.known = {Address("tiny", "bob"): "taken"}
    made = iter(["taken", "taken", "free"])
    monkeypatch.setattr(room, "new_id", lambda: next(made))
    async with conversations.held(ANN) as conversation:
        assert conversation == "free"


def test_an_id_is_no_number_and_has_nothing_that_looks_alike() -> None:
    for _ in range(200):
        made = new_id()
        assert len(made) == 8
        assert made[0].isalpha()
        assert not set(made) & set("ilo01")
