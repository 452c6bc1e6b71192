"""What a phone shows beside the words: what can be typed, what leads on, what deletes, menus."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest
from aiohttp import web

from tests.channels.telegram_bot.conftest import Bot, begun
from tests.channels.telegram_bot.test_cohorts import command, tap
from tests.support.bot_api.rules import Refusal
from tests.support.bot_api.server import BotApi, Fault
from tests.support.bot_api.user import User

pytestmark = pytest.mark.long


def keyboards(ann: User) -> list[dict[str, Any]]:
    """The keyboards that came, oldest first."""
    markups = (each.get("reply_markup", {}) for each in ann.screen)
    return [each for each in markups if "keyboard" in each]


def styles(rows: list[list[dict[str, Any]]]) -> dict[str, str]:
    return {each["text"]: each.get("style", "") for row in rows for each in row}


async def test_the_field_holds_the_open_question_in_a_few_words(bot: Bot, ann: User) -> None:
    await begun(ann)
    shown = keyboards(ann)[-1]["input_field_placeholder"]
    assert shown == "Your role, and one time that went well"
    await ann.asks("I am a cook and I made a new plan for meals.", "✓ Saved")
    assert len(keyboards(ann)) == 2, "the welcome's, and one for the question"
    await ann.asks("Next", "Where do you see management skills")
    shown = keyboards(ann)[-1]["input_field_placeholder"]
    assert shown == "Where do you see management skills?"
    assert all(len(each.get("input_field_placeholder", "")) <= 64 for each in keyboards(ann))


async def test_next_leads_on_and_a_deletion_is_red(bot: Bot, ann: User) -> None:
    await begun(ann)
    found = styles(keyboards(ann)[-1]["keyboard"])
    assert found == {"Next": "primary", "Back": "", "Skip": "", "Pause": ""}
    await ann.asks("/forget", "Delete all your words here?")
    found = styles(keyboards(ann)[-1]["keyboard"])
    assert found == {"No, keep it": "", "Yes, delete it all": "danger"}


async def test_a_link_to_a_badge_page_can_be_copied_and_has_no_preview(bot: Bot, ann: User) -> None:
    await begun(ann)
    for number in range(4):
        await ann.asks(f"I made plan {number} {'word ' * 60}", "✓ Saved")
        await ann.asks("Next", "of 4 ·" if number < 3 else "Your statement is ready")
    await ann.asks("My statement", "How to hand it in")
    await asyncio.sleep(0.3)
    label = "Early learning and childcare"
    if label not in ann.inline:
        ann.press("All of it is mine")
        await ann.sees("Which one fits your work?")
    ann.press(label)
    await ann.sees("ask for the badge on this page")
    message = next(m for m in ann.screen if "ask for the badge on this page" in m.get("text", ""))
    rows = message["reply_markup"]["inline_keyboard"]
    [copied] = [each["copy_text"]["text"] for row in rows for each in row if "copy_text" in each]
    assert copied.startswith("https://")
    assert message["link_preview_options"] == {"is_disabled": True}


def old_server(told: str) -> Fault:
    """A server of years ago, which refuses what it does not know."""

    async def fault(api: BotApi, request: web.Request, go: Callable[[], Any]) -> Any:
        markup = json.dumps((await request.json()).get("reply_markup", ""))
        if any(each in markup for each in ("style", "copy_text", "input_field_placeholder")):
            raise Refusal(400, f"Bad Request: {told}")
        return await go()

    return fault


@pytest.mark.parametrize("told", ["can't parse reply keyboard markup: unknown field", "button"])
async def test_an_older_server_gets_all_but_what_it_does_not_know(
    bot: Bot, ann: User, api: BotApi, told: str
) -> None:
    api.fail("sendMessage", *[old_server(told)] * 100)
    await begun(ann)
    assert ann.keyboard == ["Next", "Back", "Skip", "Pause"]
    assert "style" not in str(keyboards(ann)[-1])
    assert "Example" in ann.inline
    await ann.asks("I am a cook and I made a new plan for meals.", "✓ Saved")


async def until_called(api: BotApi, true: Callable[[str, dict[str, Any]], bool]) -> dict[str, Any]:
    async with asyncio.timeout(60):
        while True:
            for method, params in api.calls:
                if true(method, params):
                    return params
            await asyncio.sleep(0.02)


def names(params: dict[str, Any]) -> list[str]:
    return [each["command"] for each in params["commands"]]


async def test_only_a_coordinators_menu_has_what_coordinators_use(
    bot: Bot, ann: User, api: BotApi
) -> None:
    common = await until_called(api, lambda method, _: method == "setMyCommands")
    assert "help" in names(common)
    assert "cohort" not in names(common)
    await begun(ann)
    assert not any("scope" in params for _, params in api.calls)
    token = (await command(bot, "cohort", "invite-coordinator")).partition("start=")[2].split()[0]
    await ann.asks(f"/start {token}", "group")
    await tap(ann, "Make a group")
    theirs = await until_called(api, lambda _, params: "scope" in params)
    assert "cohort" in names(theirs)
    scope = theirs["scope"] if isinstance(theirs["scope"], dict) else json.loads(theirs["scope"])
    assert scope == {"type": "chat", "chat_id": ann.chat}
    await ann.asks("/forget", "Delete all your words here?")
    await ann.asks("Yes, delete it all", "It is all deleted here.")
    await ann.asks("/start", "Who can read your words?")
    gone = await until_called(api, lambda method, _: method == "deleteMyCommands")
    assert gone["scope"] == scope, "who looks after nothing has the common menu again"
