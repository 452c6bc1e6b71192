"""Every golden transcript, with the coach closed and opened again between any two inputs."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from bot.app import open_coach
from bot.clock import MovableClock, wall_clock
from bot.content.library import Content
from bot.domain.events import Event, EventKind
from bot.domain.progress import status
from bot.domain.statement import Statement, assemble
from bot.domain.turn import Reply
from bot.services.coach import Coach
from bot.settings import Settings
from tests.support.forms import check_every_form
from tests.support.transcripts import FILES, Transcript, sent

_DURATION = TypeAdapter(timedelta)


class Player:
    """Plays a transcript's inputs on a real store that is opened anew for each of them."""

    def __init__(self, settings: Settings, content: Content, transcript: Transcript) -> None:
        self.settings, self.content = settings, content
        self.chat_id = str(transcript.chat)
        self.clock = MovableClock(wall_clock, datetime.fromisoformat(transcript.now))
        self.said = 0
        self.turns = 0
        self.statement: Statement | None = None

    async def play(self, turn: dict[str, Any]) -> dict[str, Any]:
        coach = self.open()
        replies: tuple[Reply, ...] = ()
        if "wait" in turn:
            self.clock.move(_DURATION.validate_python(turn["wait"]))
        else:
            done = await coach.service.receive(self.event(turn))
            assert done
            replies = done.replies
        conversation = await coach.store.load(self.chat_id)
        outcome: dict[str, Any] = {"replies": [shown(reply) for reply in replies]}
        if conversation.attempts:
            attempt = conversation.attempt
            statement = assemble(self.content.dialogues[attempt.dialogue], conversation, attempt)
            self.statement = statement
            counts = " ".join(str(section.words) for section in statement.sections)
            stands = status(self.content.dialogues, conversation)
            outcome["state"] = f"{attempt.step}, {stands}, {counts}"
        await self.leave(coach)
        return outcome

    def open(self) -> Coach:
        return open_coach(self.settings, self.content, self.clock)

    async def leave(self, coach: Coach) -> None:
        await coach.store.close()

    def event(self, turn: dict[str, Any]) -> Event:
        self.turns += 1
        key = f"event {self.turns}"
        kind: EventKind = "say"
        match turn:
            case {"edit": number, "say": text}:
                return Event(self.chat_id, "edit", text, key, f"say {number}")
            case {"say": text}:
                self.said += 1
                return Event(self.chat_id, "say", text, key, f"say {self.said}")
            case {"press": text}:
                kind = "press"
            case {"open": text}:
                kind = "open"
            case {"command": text}:
                kind = "say"
            case _:
                raise AssertionError(f"no input in {turn}")
        return Event(self.chat_id, kind, text, key, key)


def shown(reply: Reply) -> dict[str, Any]:
    """A reply as it stands in a transcript: only what it has."""
    value: dict[str, Any] = {"text": reply.text}
    if reply.buttons:
        value["buttons"] = " | ".join(button.label for button in reply.buttons)
    if reply.links:
        value["links"] = [f"{link.title} {link.url}" for link in reply.links]
    if reply.file:
        value["file"] = reply.file.name
    return value


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
async def test_a_conversation_goes_as_written(
    path: Path, settings: Settings, content: Content, request: pytest.FixtureRequest
) -> None:
    transcript = Transcript.read(path)
    player = Player(settings, content, transcript)
    played = [{**sent(turn), **await player.play(turn)} for turn in transcript.turns]
    if request.config.getoption("--regenerate"):
        replace(transcript, turns=played).write(path)
        return
    assert played == transcript.turns
    if player.statement and player.statement.own_words:
        check_every_form(player.statement)


def test_there_are_transcripts_of_whole_conversations() -> None:
    endings = [Transcript.read(path).turns[-1].get("state", "") for path in FILES]
    assert any("submitted" in ending for ending in endings)
