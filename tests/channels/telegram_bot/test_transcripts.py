"""All golden transcripts over Telegram, from the same files, all at once against one process."""

from __future__ import annotations

import asyncio
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from bot.channels.telegram_bot import CHANNEL
from bot.content.library import Content, shipped_folder
from bot.content.loading import load_words
from bot.domain.progress import LOOKED_AT_WITHIN
from bot.store.encryption_key import get_key
from bot.store.sqlite.connection import DATABASE
from bot.store.sqlite.store import SqliteStore
from tests.channels.telegram_bot.conftest import Bot
from tests.support.bot_api.server import BotApi
from tests.support.bot_api.user import User
from tests.support.transcripts import FILES, Transcript

pytestmark = pytest.mark.long

_DURATION = TypeAdapter(timedelta)

MORE = load_words(shipped_folder()).telegram.more_choices
"""A line that only Telegram needs, to hang buttons under."""

NOT_IN_USE = load_words(shipped_folder()).odd.stale_press

BURST = 2.2
"""Seconds that a patient person lets pass between two messages."""


async def test_every_transcript_goes_the_same_way_over_telegram(
    stopped_bot: Bot, api: BotApi, content: Content
) -> None:
    operator = content.operator
    await have_talked_before(stopped_bot, [Transcript.read(path).chat for path in FILES])
    await stopped_bot.start(OPERATOR_NAME=operator.name, OPERATOR_CONTACT=operator.contact)
    transcripts = [Transcript.read(path) for path in FILES]
    talks = [play(User(api, each.chat), each) for each in transcripts]
    for path, differences in zip(FILES, await asyncio.gather(*talks), strict=True):
        assert differences == [], path.stem


async def have_talked_before(bot: Bot, chats: list[int]) -> None:
    """Give their conversations the ids that the transcripts have: what is drawn by lot, such as
    which activities are sorted first, hangs on the id."""
    data, key_file = (Path(bot.environment[name]) for name in ("COACH_DATA", "COACH_KEY_FILE"))
    store = SqliteStore.open(data, get_key(key_file, data / DATABASE), key_file)
    store._connection.executemany(
        "INSERT INTO addresses (channel, address, conversation) VALUES (?, ?, ?)",
        [(CHANNEL, str(chat), str(chat)) for chat in chats],
    )
    await store.close()


async def play(user: User, transcript: Transcript) -> list[tuple[str, str]]:
    """Play one transcript; gives each (expected, shown) that differ."""
    said: list[int] = []
    for turn in transcript.turns:
        if "wait" in turn:
            if _DURATION.validate_python(turn["wait"]) >= LOOKED_AT_WITHIN:
                return []  # from here on what is said depends on the time, which a process has
            continue
        seen = max((m["message_id"] for m in user.screen), default=0)
        send(user, turn, said)
        expected = "\n\n".join(as_telegram(reply) for reply in turn["replies"])
        buttons = set(turn["replies"][-1].get("buttons", "").split(" | ")) - {""}
        for _ in range(400):
            shown = "\n\n".join(text_of(m) for m in user.screen if new(m, seen))
            if undated(shown) == undated(expected) and buttons <= open_buttons(user, seen):
                break
            await asyncio.sleep(0.02)
        else:
            return [(expected, shown), (str(buttons), str(open_buttons(user, seen)))]
        files = [
            m[kind]["name"] for m in user.screen for kind in ("document", "photo") if kind in m
        ]
        assert [reply["file"] for reply in turn["replies"] if "file" in reply] == files[
            len(files) - sum("file" in reply for reply in turn["replies"]) :
        ]
        if "✓ Saved ·" in expected or ("say" in turn and "?" in expected):  # it has to be read
            await asyncio.sleep(BURST)
    return []


def new(message: dict[str, Any], seen: int) -> bool:
    words = text_of(message)
    return bool(words) and words != MORE and message["message_id"] > seen


def undated(text: str) -> str:
    """A text without its day: a process has the day of today, a transcript its own."""
    return re.sub(r"\b\d{1,2} [A-Z][a-z]+ 20\d\d\b", "(a day)", text)


def text_of(message: dict[str, Any]) -> str:
    return str(message.get("text", message.get("caption", "")))


def as_telegram(reply: dict[str, Any]) -> str:
    """A reply's text as a phone shows it: the title of each link stands in it."""
    text: str = reply["text"].rstrip("\n")
    titles = (link.rpartition(" ")[0] for link in reply.get("links", ()))
    return "\n\n".join([text, *(title for title in titles if title not in text)])


def open_buttons(user: User, seen: int) -> set[str]:
    """What can be pressed: the keyboard, and the buttons under the newest messages."""
    under = {label for label, (m, _) in user.inline.items() if m["message_id"] > seen}
    return set(user.keyboard) | under


def send(user: User, turn: dict[str, Any], said: list[int]) -> None:
    match turn:
        case {"edit": number, "say": text}:
            user.edit(said[number - 1] if number <= len(said) else 1, text)
        case {"say": text}:
            said.append(user.say(text))
        case {"command": text}:
            user.say(text)
        case {"press": label} if label in user.keyboard or label in user.inline:
            user.press(label)
        case {"press": _} if turn["replies"][0]["text"] == NOT_IN_USE:
            user.press_data(user.screen[-1], "forged")
        case {"press": label}:  # typed, a label works whether it is shown or not
            user.say(label)
