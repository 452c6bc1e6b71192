"""Going on elsewhere, asked of each store: a door is good for a while, and once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.access import AccessQuery
from bot.domain.addresses import Address
from bot.domain.cohort import Cohort
from bot.domain.commands import AddCoordinator, Join, SaveCohort
from bot.domain.conversation import Conversation
from bot.domain.crossing import GOOD_FOR, Around, Place, WayBack, WaysIn
from bot.domain.door_commands import AddWayBack, Cross, OpenDoor
from bot.domain.mail import Mailbox
from bot.domain.turn import Turn
from bot.errors import Changed
from bot.store import Store
from bot.store.sqlite.store import SqliteStore
from tests.support.memory_store import MemoryStore

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
UNTIL = NOW + GOOD_FOR
TEAM = Cohort("team", "Nursery team", "thing_2", UNTIL.date(), "Europe/London", NOW)
CHAT, BROWSER = Address("telegram", "7"), Address("web", "b")


@pytest.fixture(params=["sqlite", "memory"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    found: Store = MemoryStore()
    if request.param == "sqlite":
        found = SqliteStore.open(tmp_path, "ab" * 32, tmp_path / "key")
    for name, address in (("a", CHAT), ("b", BROWSER)):
        kept = Conversation(name, version=1)
        await found.save(Turn(Conversation(name), kept, (), NOW, address=address), name)
    yield found
    await found.close()


async def test_a_door_is_looked_through_and_used_once(store: Store) -> None:
    await store.do([OpenDoor(("link", "code"), UNTIL)], "a", NOW)
    for _ in range(2):
        assert await store.behind_door("link", NOW) == "a", "looking uses nothing up"
    await store.do([Cross("link", BROWSER)], "b", NOW)
    assert await store.conversation_of(BROWSER) == "a"
    assert (await store.load("b")).version == 1, "what was there is kept"
    for each in ("link", "code"):
        with pytest.raises(Changed):
            await store.do([Cross(each, BROWSER)], "b", NOW)


async def test_a_door_closes_by_itself_and_when_another_is_opened(store: Store) -> None:
    await store.do([OpenDoor(("old",), UNTIL)], "a", NOW)
    assert await store.behind_door("old", UNTIL) == ""
    with pytest.raises(Changed):
        await store.do([Cross("old", BROWSER)], "b", UNTIL)
    assert await store.conversation_of(BROWSER) == "b"
    await store.do([OpenDoor(("new",), UNTIL)], "a", NOW)
    assert await store.behind_door("old", NOW) == ""


async def test_what_was_empty_is_gone_and_what_is_forgotten_has_no_door(store: Store) -> None:
    await store.do([OpenDoor(("link",), UNTIL)], "a", NOW)
    await store.do([Cross("link", BROWSER, "b")], "b", NOW)
    assert (await store.load("b")).version == 0
    await store.do([OpenDoor(("more",), UNTIL)], "a", NOW)
    mine = await store.load("a")
    await store.save(Turn(mine, mine, (), NOW, forget=True), "gone")
    assert await store.behind_door("more", NOW) == ""
    assert await store.conversation_of(BROWSER) == ""


async def test_a_page_knows_who_beside_its_owner_gets_something(store: Store) -> None:
    assert await store.around("a") == Around(in_chat=True)
    assert await store.around("b") == Around()
    await store.ask_mailbox("b", "ann@example.org", "hash", UNTIL)
    await store.confirm_mailbox("hash", "token", NOW)
    assert await store.around("b") == Around(mailbox=Mailbox("ann@example.org", "token"))
    await store.do([SaveCohort(TEAM), AddCoordinator(TEAM.id, "b"), Join(TEAM.id)], "b", NOW)
    box = await store.mailbox_of("b")
    assert await store.around("b") == Around(leads=True, is_member=True, mailbox=box)


async def test_somebody_sees_the_ways_into_their_conversation_where_they_ask(store: Store) -> None:
    await store.set_meta("page_address", "https://coach.example.org/")
    await store.set_ways_back("a", ["link 1", "words 2"], NOW)
    await store.do([AddWayBack("link 3")], "a", UNTIL)
    asked = await store.access("a", AccessQuery(doors=True), NOW)
    assert asked.page_address == "https://coach.example.org/"
    back = (WayBack("link", NOW), WayBack("words", NOW), WayBack("link", UNTIL))
    assert asked.ways_in == WaysIn((Place(CHAT, NOW),), back)
    assert await store.behind("link 3") == "a"
    assert (await store.access("a", AccessQuery(), NOW)).ways_in == WaysIn()
