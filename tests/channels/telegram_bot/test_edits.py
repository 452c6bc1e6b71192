"""Edits as phones send them, against the real process."""

from __future__ import annotations

import asyncio

import pytest

from tests.channels.telegram_bot.conftest import Bot, begun
from tests.support.bot_api.user import User

pytestmark = pytest.mark.long

OWN = "I made a list each evening and told the senior when somebody had eaten too little."


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


async def test_an_edit_keeps_each_decision_that_was_made(bot: Bot, ann: User) -> None:
    await begun(ann)
    number = ann.say("Siobhan Reid fell, so I made a list for the night staff.")
    await ann.sees("may be a name")
    ann.press("A colleague")
    await ann.sees("✓ Saved with [a colleague] in its place.")
    seen = ann.say("/review")
    await ann.sees("[a colleague] fell", after=seen)
    ann.edit(number, "Siobhan Reid fell, so I made a plan for the night staff.")
    said = await ann.sees("I changed that message", after=seen)
    assert "Siobhan" not in said
    assert "Siobhan" not in await ann.asks("/statement", "[a colleague] fell, so I made a plan")


async def test_lines_that_were_left_out_are_found_again_in_an_edit(bot: Bot, ann: User) -> None:
    await begun(ann)
    form = "Name: Jo Bloggs\nReg no: 1234567\n\nFeelings\n"
    number = ann.say(f"{form}{OWN}")
    await ann.sees("These lines look like the form")
    ann.press("Leave those lines out")
    await ann.sees("Those lines are left out")
    seen = ann.say("/review")
    await ann.sees("situation 16", after=seen)
    ann.edit(number, f"{form}{OWN} It went well.")
    await ann.sees("I changed that message", after=seen)
    said = await ann.asks("/statement", f"{OWN} It went well.")
    assert "Bloggs" not in said
    assert "Feelings" not in said


async def test_words_that_were_dropped_stay_dropped_when_the_same_text_comes(
    bot: Bot, ann: User
) -> None:
    await begun(ann)
    harm = "One of the staff keeps shouting at a resident and pushes her about."
    number = ann.say(harm)
    await ann.sees("eep it, or drop it?")
    ann.press("Drop it")
    await ann.sees("It is gone here")
    await ann.sees("no hurry")
    before = list(ann.texts)
    ann.edit(number, harm)
    await asyncio.sleep(0.6)
    assert ann.texts == before
    assert "shouting" not in await ann.asks("/mydata", "all that I keep about you")
