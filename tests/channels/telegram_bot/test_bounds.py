"""What the loopback server refuses: it stands in for Telegram only where it is as strict."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession

import bot.channels.telegram_bot
from tests.support.bot_api.rules import Refusal, check_text
from tests.support.bot_api.server import TOKEN, BotApi
from tests.support.bot_api.strict import METHODS, check_call


def message(text: str = "Hello", **more: Any) -> dict[str, Any]:
    return {"chat_id": "1", "text": text, **more}


def under(**button: Any) -> dict[str, Any]:
    return message(reply_markup={"inline_keyboard": [[{"text": "Go", **button}]]})


def typing(**more: Any) -> dict[str, Any]:
    return message(reply_markup={"keyboard": [[{"text": "Next"}]], **more})


def span(kind: str, offset: int = 0, length: int = 5, **more: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **more}


def spans(*found: dict[str, Any], text: str = "Hello") -> dict[str, Any]:
    return message(text, entities=[*found])


def menu(command: str, description: str = "What it does", **more: Any) -> dict[str, Any]:
    return {"commands": [{"command": command, "description": description}], **more}


TOO_MUCH = [
    ("sendMessage", message("a" * 4097)),
    ("sendMessage", message("😀" * 2049)),
    ("sendMessage", message(surprise=True)),
    ("sendMessage", {"chat_id": "me@example.org", "text": "Hello"}),
    ("sendMessage", under(callback_data="a", url="https://example.org")),
    ("sendMessage", under()),
    ("sendMessage", under(callback_data="a", colour="red")),
    ("sendMessage", under(callback_data="a", style="warning")),
    ("sendMessage", under(copy_text={"text": "a" * 257})),
    ("sendMessage", under(copy_text={"text": ""})),
    ("sendMessage", typing(input_field_placeholder="a" * 65)),
    ("sendMessage", typing(input_field_placeholder="")),
    ("sendMessage", typing(is_sticky=True)),
    ("sendMessage", message(reply_markup={})),
    ("sendMessage", message(reply_markup={"inline_keyboard": []})),
    ("sendMessage", message(link_preview_options={"off": True})),
    ("sendMessage", spans(span("bold", length=0))),
    ("sendMessage", spans(span("shout"))),
    ("sendMessage", spans(span("code"), span("text_link", 2, 2, url="https://example.org"))),
    ("sendMessage", spans(span("text_link"))),
    ("sendMessage", spans(span("code", 1, 1), text="😀")),
    ("sendMessage", spans(*(span("code", each, 1) for each in range(101)), text="a" * 101)),
    ("sendMessage", spans(span("date_time", date_time_format="wDt"))),
    ("sendMessage", spans(span("date_time", unix_time=1, date_time_format="HH:MM"))),
    ("sendMessage", message("https://t.me/CoachTestBot?start=" + "a" * 65)),
    ("sendMessage", message("https://t.me/CoachTestBot?start=a%20b")),
    ("sendPhoto", {"chat_id": "1", "photo": {"name": "a", "content": b"a"}, "caption": "a" * 1025}),
    ("sendDocument", {"chat_id": "1", "document": {"name": "a.txt", "content": ""}}),
    ("sendChatAction", {"chat_id": "1", "action": "thinking"}),
    ("setMyCommands", menu("Cohort")),
    ("setMyCommands", menu("a" * 33)),
    ("setMyCommands", menu("cohort", "")),
    ("setMyCommands", menu("cohort", "a" * 257)),
    ("setMyCommands", menu("cohort", scope={"type": "chat"})),
    ("deleteMyCommands", {"scope": {"type": "everybody"}}),
    ("setMyDescription", {"description": "a" * 513}),
    ("setMyShortDescription", {"short_description": "a" * 121}),
    ("setWebhook", {"url": "https://example.org", "secret_token": "a b"}),
    ("getUpdates", {"limit": 101}),
    ("getUpdates", {"allowed_updates": ["messages"]}),
]


@pytest.mark.parametrize(("method", "params"), TOO_MUCH)
def test_what_telegram_would_not_take_is_refused(method: str, params: dict[str, Any]) -> None:
    with pytest.raises(Refusal) as refusal:
        check_call(method, params)
    assert refusal.value.code == 400


WITHIN = [
    ("sendMessage", message("a" * 4096)),
    ("sendMessage", under(callback_data="a" * 64, style="danger")),
    ("sendMessage", under(copy_text={"text": "a" * 256})),
    ("sendMessage", typing(input_field_placeholder="a" * 64, resize_keyboard=True)),
    ("sendMessage", message(reply_markup={"remove_keyboard": True})),
    ("sendMessage", spans(span("date_time", unix_time=1, date_time_format="wDt"))),
    ("sendMessage", spans(span("code", 0, 2), span("code", 2, 2), text="😀😀")),
    ("sendMessage", message("https://t.me/CoachTestBot?start=" + "a" * 64)),
    ("setMyCommands", menu("a" * 32, "a" * 256, scope={"type": "chat", "chat_id": 1})),
]


@pytest.mark.parametrize(("method", "params"), WITHIN)
def test_what_stands_at_the_bound_is_taken(method: str, params: dict[str, Any]) -> None:
    check_call(method, params)


def test_a_text_of_white_space_or_a_span_beyond_it_is_refused() -> None:
    for text, entities in ((" \n", []), ("Hello", [span("code", 3, 3)])):
        with pytest.raises(Refusal):
            check_text(text, entities)


def test_every_method_that_the_coach_calls_is_known_here() -> None:
    room = Path(bot.channels.telegram_bot.__file__).parent
    code = "\n".join(each.read_text() for each in room.glob("*.py"))
    called = re.findall(r'"((?:send|set|get|delete|answer|edit)[A-Z]\w+)"', code)
    assert set(called) <= METHODS.keys()
    assert len(set(called)) > 8


async def test_a_test_fails_in_which_the_coach_went_out_of_bounds_and_helped_itself() -> None:
    server = BotApi()
    await server.start()
    address = f"{server.url}/bot{TOKEN}/sendMessage"
    async with (
        ClientSession() as session,
        session.post(address, json=message("a" * 4097)) as answer,
    ):
        assert answer.status == 400
    assert not server.messages
    with pytest.raises(AssertionError, match="text of 1 to 4096"):
        await server.stop()
