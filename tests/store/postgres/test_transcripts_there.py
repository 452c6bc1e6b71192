"""The golden transcripts on a server, which is left and reached again now and then."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.app import open_coach
from bot.content.library import Content
from bot.services.coach import Coach
from bot.settings import Settings
from tests.support.postgres import KEY
from tests.support.transcripts import FILES, Transcript, sent
from tests.test_transcripts import Player

pytestmark = pytest.mark.long

REOPEN_AFTER = 7
"""Turns. In a folder it is opened anew for each of them."""


class PlayerThere(Player):
    """Plays a transcript's inputs on a server."""

    opened: Coach | None = None

    def open(self) -> Coach:
        if self.opened is None:
            self.opened = open_coach(self.settings, self.content, self.clock)
        return self.opened

    async def leave(self, coach: Coach) -> None:
        if not self.turns % REOPEN_AFTER:
            await self.end()

    async def end(self) -> None:
        if self.opened:
            await self.opened.store.close()
        self.opened = None


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
async def test_a_conversation_goes_as_written(
    path: Path, database_url: str, tmp_path: Path, content: Content
) -> None:
    transcript = Transcript.read(path)
    key = tmp_path / "key"
    key.write_text(KEY)
    key.chmod(0o600)
    settings = Settings(coach_data=tmp_path / "data", coach_key_file=key, database_url=database_url)
    player = PlayerThere(settings, content, transcript)
    try:
        played: list[dict[str, Any]] = [
            {**sent(turn), **await player.play(turn)} for turn in transcript.turns
        ]
    finally:
        await player.end()
    assert played == transcript.turns
