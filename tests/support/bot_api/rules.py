"""What Telegram checks in a request, as its documentation and its answers have it."""

from __future__ import annotations

import struct
from collections import deque
from dataclasses import dataclass, field
from typing import Any

MESSAGE_LIMIT = 4096

CALLBACK_DATA_LIMIT = 64

MESSAGE_LIFETIME = 24 * 3600

PRESS_LIFETIME = 150


class Refusal(Exception):
    """An answer that is not ok."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.body = {"ok": False, "error_code": code, "description": description}
        if parameters:
            self.body["parameters"] = parameters
        self.code = code


def utf16(text: str) -> int:
    """The length that Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


def check_text(text: str, entities: list[dict[str, Any]]) -> None:
    """A text of 1 to 4,096 UTF-16 units, with entities that lie inside it."""
    if not text.strip():
        raise Refusal(400, "Bad Request: message text is empty")
    if utf16(text) > MESSAGE_LIMIT:
        raise Refusal(400, "Bad Request: message is too long")
    for entity in entities:
        if entity["offset"] < 0 or entity["offset"] + entity["length"] > utf16(text):
            raise Refusal(400, "Bad Request: can't parse entities: entity beyond the text")


CAPTION_LIMIT = 1024

PHOTO_LIMIT = 10 * 1024 * 1024

PHOTO_SIDES = 10_000
"""Pixels that width and height may have together; neither more than 20 times the other."""


def check_photo(photo: dict[str, Any], caption: str) -> None:
    """A picture of the sizes that Telegram takes, with a caption that is not too long."""
    content = photo["content"]
    if not content.startswith(b"\x89PNG\r\n"):
        raise Refusal(400, "Bad Request: IMAGE_PROCESS_FAILED")
    width, height = struct.unpack(">II", content[16:24])
    if width + height > PHOTO_SIDES or max(width, height) > 20 * min(width, height):
        raise Refusal(400, "Bad Request: PHOTO_INVALID_DIMENSIONS")
    if len(content) > PHOTO_LIMIT:
        raise Refusal(413, "Request Entity Too Large")
    if utf16(caption) > CAPTION_LIMIT:
        raise Refusal(400, "Bad Request: message caption is too long")


def check_markup(markup: dict[str, Any]) -> None:
    """Buttons with a text, and callback data of 1 to 64 bytes."""
    for row in [*markup.get("inline_keyboard", []), *markup.get("keyboard", [])]:
        for button in row:
            if not button.get("text"):
                raise Refusal(400, "Bad Request: text buttons must be non-empty")
            size = len(button.get("callback_data", "x").encode())
            if not 1 <= size <= CALLBACK_DATA_LIMIT:
                raise Refusal(400, "Bad Request: BUTTON_DATA_INVALID")


@dataclass
class SlidingLimit:
    """At most so many in any one second. Over it, 429 with ``retry_after``."""

    most: int
    times: deque[float] = field(default_factory=deque)

    def check(self, now: float) -> None:
        while self.times and self.times[0] <= now - 1:
            self.times.popleft()
        if len(self.times) >= self.most:
            raise Refusal(429, "Too Many Requests: retry after 1", retry_after=1)
        self.times.append(now)


class Counting(SlidingLimit):
    """Telegram's limit, and how often it was met."""

    refused = 0

    def check(self, now: float) -> None:
        try:
            super().check(now)
        except Refusal:
            self.refused += 1
            raise


class EachTenth(Counting):
    """One that refuses each tenth message, however fast they come."""

    def __init__(self) -> None:
        super().__init__(most=0)
        self._asked = 0

    def check(self, now: float) -> None:
        self._asked += 1
        if self._asked % 10 == 0:
            self.refused += 1
            raise Refusal(429, "Too Many Requests: retry after 1", retry_after=1)
