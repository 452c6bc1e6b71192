"""Ways back, crossings, and the words of a door."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.domain.addresses import Address
from bot.domain.crossing import PAGE, Around, Place, WayBack, WaysIn
from bot.domain.invitations import GUESSES_WITHIN
from tests.support.memory_store.kept import InMemory, Kept


def behind_crossing(kept: Kept, token_hash: str, now: datetime) -> str:
    found, until = kept.crossings.get(token_hash, ("", now))
    return found if until > now else ""


def ways_in(kept: Kept, conversation: str) -> WaysIn:
    back = sorted(
        (kept.ways_back_at[each], each) for each, of in kept.ways_back.items() if of == conversation
    )
    found = [
        Place(to, kept.since.get(to)) for to, of in kept.addresses.items() if of == conversation
    ]
    ways = (WayBack(each.partition(" ")[0], at) for at, each in back)
    open_in = tuple(each for each in found[::-1] if each.address.channel != "mail")
    return WaysIn(open_in, tuple(ways), kept.mailboxes.get(conversation))


class Doors(InMemory):
    """What the store keeps of the ways to a conversation."""

    async def set_ways_back(self, conversation: str, hashes: Iterable[str], at: datetime) -> None:
        kept = {each: of for each, of in self.kept.ways_back.items() if of != conversation}
        new = dict.fromkeys(hashes, conversation)
        self.kept.ways_back = kept | new
        self.kept.ways_back_at |= dict.fromkeys(new, at)

    async def behind(self, way_back: str) -> str:
        return self.kept.ways_back.get(way_back, "")

    async def behind_door(self, token_hash: str, now: datetime) -> str:
        return behind_crossing(self.kept, token_hash, now)

    async def around(self, conversation: str) -> Around:
        kept, places = self.kept, ways_in(self.kept, conversation).places
        return Around(
            leads=any(chat == conversation for _, chat in kept.coordinators),
            is_member=any(
                chat == conversation and not member.left_at
                for (_, chat), member in kept.members.items()
            ),
            in_chat=any(each.address.channel != PAGE for each in places),
            mailbox=kept.mailboxes.get(conversation),
        )

    async def point(self, address: Address, conversation: str, at: datetime) -> None:
        if conversation in self.kept.conversations and address not in self.kept.addresses:
            self.kept.lead(address, conversation, at)

    async def wrong_words(self, client: str, now: datetime) -> tuple[int, int]:
        young = [each for each in self.kept.wrong_words if now - each[1] < GUESSES_WITHIN]
        self.kept.wrong_words = young
        return sum(of == client for of, _ in young), len(young)

    async def note_wrong_words(self, client: str, at: datetime) -> None:
        self.kept.wrong_words.append((client, at))
