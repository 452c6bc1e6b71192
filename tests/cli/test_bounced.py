"""A letter that came back is handed to ``coach bounced`` while the page is served."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

from bot.channels.mail.letters import Letters
from bot.clock import wall_clock
from bot.content.library import Content
from bot.domain.invitations import hashed
from bot.domain.mail import Mailbox
from bot.services.coach import Coach
from tests.cli.test_operator import Call, call, told
from tests.support.mail_server import came_back

__all__ = ["call"]


async def test_nothing_more_goes_to_an_address_whose_letter_came_back(
    coach: Coach, content: Content, call: Call, tmp_path: Path
) -> None:
    await told(coach, "I am a cook.")
    store, until = coach.store, wall_clock() + timedelta(days=1)
    await store.ask_mailbox("one", "ann@example.org", hashed("asked"), until)
    await store.confirm_mailbox(hashed("asked"), "secret", wall_clock())
    letters = Letters(content.words, "coach@example.org", "https://coach.example/")

    async def hands_in(token: str) -> str:
        mail = tmp_path / "mail"
        letter = letters.to_remind("ann@example.org", token, "It is time.", 7)
        mail.write_bytes(came_back(letter))
        return (await asyncio.to_thread(call, "bounced", str(mail))).output

    assert "Nothing was changed" in await hands_in("made up")
    assert await store.mailbox_of("one") == Mailbox("ann@example.org", "secret")
    assert "gets nothing more" in await hands_in("secret")
    assert await store.mailbox_of("one") == Mailbox("ann@example.org", is_gone=True)
    assert "Nothing was changed" in await hands_in("secret")
    await store.close()


def test_a_file_that_is_not_there_is_told(call: Call) -> None:
    done = call("bounced", "no-such-mail")
    assert done.exit_code == 2
    assert "no-such-mail" in done.output
