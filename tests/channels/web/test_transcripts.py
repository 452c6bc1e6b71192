"""Every golden transcript over the page: the same words come back as in every other channel."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from bot.channels.web.visitor import Visitor
from bot.domain.turn import Reply
from tests.channels.web.conftest import Site
from tests.support.browser import Browser
from tests.support.transcripts import FILES, Transcript
from tests.test_transcripts import shown

pytestmark = pytest.mark.long

_DURATION = TypeAdapter(timedelta)


class Player:
    """Somebody who does at the page what a transcript says."""

    def __init__(self, site: Site, browser: Browser, chat: str) -> None:
        self.site, self.browser, self.chat = site, browser, chat
        self.numbers: list[int] = []

    async def play(self, turn: dict[str, Any]) -> None:
        match turn:
            case {"wait": how_long}:
                self.site.clock[0] += _DURATION.validate_python(how_long)
            case {"edit": number, "say": text}:
                await self.browser.get(f"/change/{self.numbers[number - 1]}")
                await self.browser.press_of("Save", text=text)
            case {"say": text}:
                before = await self.last_number()
                await self.browser.send(text)
                after = await self.last_number()
                self.numbers.append(before + 1 if after > before else 0)
            case {"press": label} if label in self.browser.page.labels:
                await self.browser.press(label)
            case {"press": text} | {"command": text}:
                await self.browser.send(text)

    async def last_number(self) -> int:
        messages = (await self.site.store.load(self.chat)).messages
        return messages[-1].number if messages else 0

    async def replies(self) -> list[dict[str, Any]]:
        """The replies of the newest turn, as they stay."""
        rows = await self.site.store.said(self.chat)
        newest = [each.what for each in rows if each.version == rows[-1].version]
        return [shown(each) for each in newest if isinstance(each, Reply)]


NOT_ON_A_PAGE = {"odd_input": "it presses what no page has"}

PLAYED = [path for path in FILES if path.stem not in NOT_ON_A_PAGE]


@pytest.mark.parametrize("path", PLAYED, ids=lambda path: path.stem)
async def test_a_conversation_goes_as_written(path: Path, site: Site, ann: Browser) -> None:
    transcript = Transcript.read(path)
    site.clock[0] = datetime.fromisoformat(transcript.now)
    player = Player(site, ann, str(transcript.chat))
    await ann.get()
    # Whose it is decides how activities are dealt.
    await site.store.save(await site.nobody(player.chat), "made")
    await site.store.point(Visitor(ann.cookie).address, player.chat, site.clock[0])
    for place, turn in enumerate(transcript.turns):
        if place == 0 and turn.get("command") == "/start":
            continue  # the page itself is the welcome
        if turn.get("edit", 0) > len(player.numbers):
            continue  # there is nothing to change that a page could show
        await player.play(turn)
        if "wait" in turn or place == 0:
            continue
        if turn.get("press") == "Yes, delete it all":
            assert turn["replies"][0]["text"] in ann.page.text
            break
        assert await player.replies() == turn["replies"], turn
        seen = "".join(ann.page.text.split())
        for reply in turn["replies"]:
            for line in reply["text"].splitlines():
                assert "".join(line.split()) in seen
