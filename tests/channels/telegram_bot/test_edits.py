"""Edits as phones send them, against the real process."""

from __future__ import annotations

import asyncio

import pytest

from tests.channels.telegram_bot.conftest import Bot
from tests.support.bot_api.user import User

pytestmark = pytest.mark.long

OWN = "I made a list each evening and told the senior when somebody had eaten too little."


async def begun(ann: User) -> None:
    await ann.asks("/start", "Who can read your words?")
    await ann.asks("Start", "Tell me your role")


async def test_an_edit_that_changes_nothing_says_nothing_and_the_buttons_stay_in_use(
    bot: Bot, ann: User
) -> None:
    await begun(ann)
    number = ann.say(OWN)
    await ann.sees("✓ Saved")
    before = list(ann.texts)
    ann.edit(number, OWN)
    ann.edit(ann.sent[0], "/start")
    ann.edit(ann.sent[1], "Start")
    await asyncio.sleep(0.6)
    assert ann.texts == before
    ann.press("Not quite")
    await ann.answered(ann.presses[0])
    await asyncio.sleep(0.3)
    assert not any("not in use now" in text for text in ann.texts)


async def test_next_that_is_edited_into_words_becomes_words(bot: Bot, ann: User) -> None:
    await begun(ann)
    await ann.asks(OWN, "✓ Saved")
    number = ann.say("Next")
    await ann.sees("2 of 4")
    seen = max(each["message_id"] for each in ann.screen)
    ann.edit(number, "I planned the rota so that nobody worked two nights in a row.")
    await ann.sees("✓ Saved · 13 words", after=seen)


async def test_the_parts_of_a_split_message_follow_its_edit(bot: Bot, ann: User) -> None:
    await begun(ann)
    situation = "Situation: I am a cook and I changed the menu for one who ate too little."
    number = ann.say(f"{situation}\nManagement: {OWN}")
    await ann.sees("Shall I put each part")
    ann.press("Yes, split it like that")
    await ann.sees("Each part is in its own answer")
    ann.edit(number, f"{situation}\nManagement: {OWN.replace('list', 'plan')}")
    await ann.sees("in these answers: situation, management")
    await ann.asks("/statement", "I made a plan each evening")


async def test_words_of_harm_in_an_edit_are_held(bot: Bot, ann: User) -> None:
    await begun(ann)
    number = ann.say(OWN)
    await ann.sees("✓ Saved")
    ann.edit(number, "One of the staff keeps shouting at a resident and pushes her about.")
    await ann.sees("eep it, or drop it?")
    ann.press("Drop it")
    await ann.sees("It is gone here")
    assert "shouting" not in await ann.asks("/statement", "no words in your statement")
