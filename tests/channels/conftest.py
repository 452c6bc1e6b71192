"""A loopback Bot API server, for the bot and for the page beside it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.support.bot_api.server import BotApi


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    server = BotApi()
    await server.start()
    yield server
    await server.stop()
