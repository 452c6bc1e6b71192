"""A learner to test with: says, presses, edits, and reads the replies.

Between any two turns the conversation is written out as JSON and read back, so what cannot be
stored fails in every test.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from pydantic import TypeAdapter

from bot.content.library import Content
from bot.domain.access import NO_ACCESS, Access
from bot.domain.coaching import Coaching
from bot.domain.conversation import Conversation
from bot.domain.events import Attachment, Event, EventKind
from bot.domain.progress import status
from bot.domain.statement import Statement, assemble
from bot.domain.turn import Reply, Turn
from bot.engine.turn import take_turn
from bot.exports import FORMATS
from bot.flows.registry import FLOWS

_CONVERSATION = TypeAdapter(Conversation)


@dataclass
class Learner:
    """One person in one chat, with the engine and nothing else."""

    content: Content
    conversation: Conversation = field(default_factory=lambda: Conversation(""))
    """Without an id of its own it hears the first line of each need: tests know which."""
    now: datetime = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
    last: Turn | None = None
    said: list[str] = field(default_factory=list)
    turns: int = 0
    access: Access = NO_ACCESS
    buttons: list[str] = field(default_factory=list)
    """What can be pressed. A turn that says nothing leaves it as it was."""

    def say(self, text: str) -> str:
        """Send a message; gives all that came back as one text."""
        source = f"say {len(self.said) + 1}"
        self.said.append(source)
        return self.send("say", text, source)

    def say_at(self, text: str, at: datetime) -> str:
        """Send a message over a channel that knows when it was sent."""
        return self.send("say", text, at=at)

    def attach(self, kind: Attachment, caption: str) -> str:
        return self.send("attachment", caption, attachment=kind)

    def press_button(self, action: str, version: int) -> str:
        """Press a button under a message, from the turn it was shown in."""
        return self.send("press", action, version=version)

    def press(self, label: str) -> str:
        return self.send("press", label)

    def edit(self, number: int, text: str) -> str:
        """Change the message of the nth ``say``."""
        return self.send("edit", text, f"say {number}")

    def open(self, dialogue: str = "") -> str:
        """Come back to the terminal."""
        return self.send("open", "", dialogue=dialogue)

    def send(self, kind: EventKind, text: str, source: str = "", **more: Any) -> str:
        self.turns += 1
        self.now += timedelta(minutes=1)
        more = {"cut_at": 4096, **more}  # as phones cut a long paste
        event = Event("learner", kind, text, f"event {self.turns}", source, **more)
        before = _CONVERSATION.dump_json(self.conversation)
        self.last = take_turn(FLOWS, self.content, self.conversation, event, self.now, self.access)
        assert _CONVERSATION.dump_json(self.conversation) == before, "the turn changed its input"
        stored = _CONVERSATION.dump_json(self.last.after)
        self.conversation = _CONVERSATION.validate_json(stored)
        assert self.conversation == self.last.after, "the conversation changed on its way"
        if self.replies:
            self.buttons = [button.label for button in self.replies[-1].buttons]
        if self.last.forget:
            self.conversation = Conversation("learner")
        return "\n".join(reply.text for reply in self.last.replies)

    @property
    def replies(self) -> tuple[Reply, ...]:
        assert self.last
        return self.last.replies

    @property
    def step(self) -> str:
        return self.conversation.attempt.step

    @property
    def coaching(self) -> Coaching | None:
        """What the last message was taken for."""
        assert self.last
        return self.last.coaching

    @property
    def status(self) -> str:
        return status(self.content.dialogues, self.conversation)

    @property
    def statement(self) -> Statement:
        attempt = self.conversation.attempt
        return assemble(self.content.dialogues[attempt.dialogue], self.conversation, attempt)

    def at(self, step: str) -> Learner:
        """Walk to a step by skipping from the start, or open it from the review later on."""
        self.send("say", "/start")
        if self.step != "welcome":
            self.send("say", "/review")
            label = next((each.label for each in self.content.first.steps if each.id == step), "")
            self.press(f"Change: {label}" if label else "My statement")
            return self
        self.press("Start")
        for _ in self.content.first.steps:
            if self.step != step:
                self.press("Skip")
        if step == "statement":
            self.press("My statement")
        assert self.step == step
        return self


def body(learner: Learner) -> str:
    """Return the statement as plain text."""
    return FORMATS["txt"](learner.statement)
