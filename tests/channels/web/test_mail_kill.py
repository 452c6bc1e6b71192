"""kill -9 while letters are on their way: each comes at most once, and what is in doubt is said."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session

from bot.app import open_beside, open_coach
from bot.clock import wall_clock
from bot.content.library import Content
from bot.domain.addresses import Address
from bot.domain.commands import SetOwnReminder
from bot.domain.events import Event
from bot.domain.invitations import hashed
from bot.settings import Settings
from bot.store.sqlite.store import SqliteStore
from tests.channels.web.kills import Server
from tests.support.mail_server import Handler, MailOffice
from tests.support.ports import free_port

pytestmark = [pytest.mark.long, pytest.mark.on_disk]

PEOPLE = 7

KILLS = ("before the letter", "in the letter", "after the answer")


@dataclass
class Deadly(Handler):
    """A mail server that kills its client at chosen moments: every second letter meets one."""

    server: Server | None = None
    left: list[str] = field(default_factory=list)
    begun: int = 0
    killed: asyncio.Event = field(default_factory=asyncio.Event)

    def _kill_at(self, moment: str) -> None:
        if self.left and self.left[0] == moment and self.begun % 2 == 0:
            assert self.server
            assert self.server.process
            self.left.pop(0)
            self.server.process.kill()
            self.killed.set()

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any
    ) -> str:
        self.begun += 1
        self._kill_at("before the letter")
        return await super().handle_RCPT(server, session, envelope, address, options)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        answer = await super().handle_DATA(server, session, envelope)
        self._kill_at("in the letter")
        return answer

    async def handle_QUIT(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        self._kill_at("after the answer")
        return "221 Bye"


async def wait_for_reminders(settings: Settings, content: Content) -> None:
    """Keep people whose letters are due now."""
    now = wall_clock()
    coach = open_coach(settings, content, lambda: now - timedelta(hours=2))  # nobody writes now
    for number in range(PEOPLE):
        who = f"person{number}"
        await coach.service.receive(Event(who, "say", "/start", who, who, address=None))
        token = hashed(who)
        await coach.store.ask_mailbox(who, address_of(number), token, now + timedelta(hours=1))
        assert await coach.store.confirm_mailbox(token, f"token{number}", now)
        assert await coach.store.conversation_of(Address("mail", f"token{number}")) == who
        await coach.store.do([SetOwnReminder(now)], who, now)
    assert isinstance(coach.store, SqliteStore)
    await coach.store.close()


def address_of(number: int) -> str:
    return f"person{number}@example.org"


async def states(settings: Settings) -> dict[str, str]:
    """What became of each letter, by whose it is."""
    store = open_beside(settings)
    assert isinstance(store, SqliteStore)
    rows = store._execute("SELECT chat_id, state FROM deliveries").fetchall()
    await store.close()
    return {f"{chat}@example.org": state for chat, state in rows}


async def test_a_letter_comes_at_most_once_whenever_the_coach_is_killed(
    settings: Settings, content: Content, environment: dict[str, str], tmp_path: Path
) -> None:
    await wait_for_reminders(settings, content)
    office = await MailOffice.opened(handler=(handler := Deadly(left=list(KILLS))))
    mail = {"SMTP_HOST": "127.0.0.1", "SMTP_PORT": str(office.port), "SMTP_SECURITY": "none"}
    server = Server(environment | mail | {"SMTP_FROM": "a@example.org"}, tmp_path, free_port())
    handler.server = server
    for _ in KILLS:
        handler.killed.clear()
        await server.start()
        await asyncio.wait_for(handler.killed.wait(), 60)
        await server.kill()
    await server.start()
    async with asyncio.timeout(60):
        while set((found := await states(settings)).values()) - {"sent", "unknown"}:
            await asyncio.sleep(0.1)
    await server.kill()
    office.close()
    came = Counter(handler.receivers)
    assert max(came.values()) == 1, "each at most once"
    assert set(found.values()) == {"sent", "unknown"}
    assert list(found.values()).count("unknown") == len(KILLS), "what is in doubt is said so"
    assert all(came[each] == 1 for each, state in found.items() if state == "sent")
