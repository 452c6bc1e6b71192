"""A person with a phone: says, presses, edits, and reads what the screen shows."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from tests.support.bot_api.server import BotApi

_PRESSES = itertools.count(1)

PATIENCE = 60.0
"""Seconds until it counts as a fault that something did not come, however busy the machine is."""


@dataclass
class User:
    """One person in a private chat with the bot."""

    api: BotApi
    chat: int
    sent: list[int] = field(default_factory=list)
    presses: list[str] = field(default_factory=list)

    # -- what they do

    def say(self, text: str, *, at: float | None = None) -> int:
        """Send a message; gives its id."""
        return self.send({"text": text}, at=at)

    def send(self, content: dict[str, Any], *, at: float | None = None) -> int:
        """Send anything: a photo, a voice message, a sticker."""
        message_id = self.api.new_message_id()
        self.sent.append(message_id)
        self.api.written[message_id] = at or self.api.now()
        self.api.add("message", {**self._base(message_id, at), **content})
        return message_id

    def send_twice(self, content: dict[str, Any]) -> int:
        """Send something that comes under two update numbers."""
        message_id = self.send(content)
        self.api.add("message", {**self._base(message_id, None), **content})
        return message_id

    def edit(self, message_id: int, text: str) -> None:
        content = {**self._base(message_id, None), "edit_date": int(self.api.now()), "text": text}
        self.api.add("edited_message", content)

    def press(self, label: str) -> None:
        """Press a button: of the keyboard, which sends its text, or under a message."""
        if label in self.keyboard:
            self.say(label)
            return
        message, data = self.inline[label]
        self.press_data(message, data)

    def press_data(self, message: dict[str, Any], data: str) -> str:
        """Press with any callback data, forged or old."""
        press = f"press {next(_PRESSES)}"
        self.presses.append(press)
        self.api.add(
            "callback_query",
            {
                "id": press,
                "from": self._me(),
                "chat_instance": "1",
                "data": data,
                "message": {**self._base(message["message_id"], None), "text": "x"},
            },
        )
        return press

    def block(self, blocks: bool = True) -> None:
        """Block the bot, or let it back in."""
        if blocks:
            self.api.blocked[self.chat] = "Forbidden: bot was blocked by the user"
        else:
            self.api.blocked.pop(self.chat, None)
        states = ("member", "kicked") if blocks else ("kicked", "member")
        old, new = ({"status": each, "user": {**BOT_USER}, "until_date": 0} for each in states)
        self.api.add(
            "my_chat_member",
            {
                "chat": {"id": self.chat, "type": "private"},
                "from": self._me(),
                "date": int(self.api.now()),
                "old_chat_member": old,
                "new_chat_member": new,
            },
        )

    def _me(self) -> dict[str, Any]:
        return {"id": self.chat, "is_bot": False, "first_name": "Learner"}

    def _base(self, message_id: int, at: float | None) -> dict[str, Any]:
        return {
            "message_id": message_id,
            "date": int(self.api.now() if at is None else at),
            "chat": {"id": self.chat, "type": "private", "first_name": "Learner"},
            "from": self._me(),
        }

    # -- what they see

    @property
    def screen(self) -> list[dict[str, Any]]:
        """Every message of the bot that is still there, oldest first."""
        return self.api.messages[self.chat]

    @property
    def texts(self) -> list[str]:
        return [message.get("text", message.get("caption", "")) for message in self.screen]

    @property
    def last_reply(self) -> str:
        return self.texts[-1] if self.screen else ""

    @property
    def keyboard(self) -> list[str]:
        """The labels of the keyboard that stays under the typing line."""
        for message in reversed(self.screen):
            markup = message.get("reply_markup", {})
            if "keyboard" in markup:
                return [button["text"] for row in markup["keyboard"] for button in row]
            if markup.get("remove_keyboard"):
                return []
        return []

    @property
    def inline(self) -> dict[str, tuple[dict[str, Any], str]]:
        """The newest button of each label under a message, with its message and data."""
        return {
            button["text"]: (message, button["callback_data"])
            for message in self.screen
            for row in message.get("reply_markup", {}).get("inline_keyboard", [])
            for button in row
            if "callback_data" in button
        }

    async def until(self, holds: Callable[[], object], within: float = PATIENCE) -> bool:
        """Wait until something holds, looking each time that the server has changed."""
        deadline = time.monotonic() + within
        while not holds():
            left = deadline - time.monotonic()
            if left <= 0:
                return False
            changed = self.api.changed
            with suppress(TimeoutError):
                await asyncio.wait_for(changed.wait(), left)
        return True

    async def sees(self, text: str, *, within: float = PATIENCE, after: int = 0) -> str:
        """Wait until a message with this text is on the screen, newer than the id ``after``."""

        def found() -> list[str]:
            texts = ((m.get("text", ""), m["message_id"]) for m in self.screen)
            return [shown for shown, number in texts if text in shown and number > after]

        if not await self.until(lambda: bool(found()), within):
            raise AssertionError(f"{text!r} did not come; the screen: {self.texts[-6:]}")
        return found()[0]

    async def asks(self, text: str, answer: str, *, within: float = PATIENCE) -> str:
        """Say something and wait for an answer that was not there before."""
        return await self.sees(answer, within=within, after=self.say(text))

    async def answered(self, press: str) -> None:
        """Wait until a press is answered: its button stops turning."""
        if not await self.until(lambda: press in self.api.answered):
            raise AssertionError(f"{press} was never answered")


BOT_USER = {"id": 4242, "is_bot": True, "first_name": "Coach"}
