"""Mailboxes, asked for and confirmed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.addresses import Address
from bot.domain.invitations import hashed
from bot.domain.mail import Mailbox
from tests.support.memory_store.deliveries import came_back
from tests.support.memory_store.kept import InMemory, Kept
from tests.support.memory_store.members import NEVER


def asked(kept: Kept, token_hash: str, now: datetime) -> str:
    asked = kept.asked_mailboxes.items()
    return next((of for of, (each, until) in asked if each == token_hash and until > now), "")


def end_mailbox(kept: Kept, conversation: str) -> None:
    kept.mailboxes.pop(conversation, None)
    kept.asked_mailboxes.pop(conversation, None)
    kept.addresses = {
        to: of for to, of in kept.addresses.items() if (to.channel, of) != ("mail", conversation)
    }


class Mail(InMemory):
    """What the store keeps of mailboxes."""

    async def ask_mailbox(
        self, conversation: str, address: str, token_hash: str, until: datetime
    ) -> None:
        end_mailbox(self.kept, conversation)
        if conversation in self.kept.conversations:
            self.kept.mailboxes[conversation] = Mailbox(address)
            self.kept.asked_mailboxes[conversation] = (token_hash, until)

    async def asked_mailbox(self, token_hash: str, now: datetime) -> str:
        found = asked(self.kept, token_hash, now)
        return self.kept.mailboxes[found].address if found else ""

    async def confirm_mailbox(self, token_hash: str, token: str, now: datetime) -> bool:
        if found := asked(self.kept, token_hash, now):
            del self.kept.asked_mailboxes[found]
            self.kept.mailboxes[found] = replace(self.kept.mailboxes[found], token=token)
            self.kept.lead(Address("mail", token), found, now)
            self.kept.blocked.discard(found)
        return bool(found)

    async def mailbox_of(self, conversation: str) -> Mailbox | None:
        return self.kept.mailboxes.get(conversation)

    async def mailbox_behind(self, token: str) -> str:
        boxes = self.kept.mailboxes.values()
        return next((each.address for each in boxes if token and each.token == token), "")

    async def end_mailbox(self, token: str) -> bool:
        mine = (of for of, each in self.kept.mailboxes.items() if token and each.token == token)
        if found := next(mine, ""):
            end_mailbox(self.kept, found)
        return bool(found)

    async def let_sign_in(self, conversation: str, yes: bool) -> None:
        boxes = self.kept.mailboxes
        mine = boxes.get(conversation)
        for of, each in list(boxes.items()):
            if mine and yes and each.address.lower() == mine.address.lower():
                boxes[of] = replace(each, signs_in=False)
        if mine:
            boxes[conversation] = replace(mine, signs_in=yes and mine.token != "")

    async def signs_in_at(self, address: str) -> str:
        seats = {chat for _, chat in self.kept.coordinators}
        for of, each in self.kept.mailboxes.items():
            if each.signs_in and each.address.lower() == address.lower() and of in seats:
                return of
        return ""

    async def lose_mailbox(self, token: str, outbox: int = 0) -> bool:
        mark = hashed(token)
        mine = [of for of, each in self.kept.mailboxes.items() if token and each.token == token]
        mine += [of for of, (each, _) in self.kept.asked_mailboxes.items() if each == mark]
        if not (found := next(iter(mine), "")):
            return False
        lost = not self.kept.mailboxes[found].is_gone
        box = Mailbox(self.kept.mailboxes[found].address, is_gone=True)
        end_mailbox(self.kept, found)
        self.kept.mailboxes[found], self.kept.asked_mailboxes[found] = box, (mark, NEVER)
        return came_back(self.kept, found, outbox) or lost

    async def end_mailbox_of(self, conversation: str) -> None:
        end_mailbox(self.kept, conversation)
