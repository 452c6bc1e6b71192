"""Labels that are answers, pastes that are split, and a promised time, against the real process."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from tests.channels.telegram_bot.conftest import Bot, begun
from tests.channels.telegram_bot.test_kill import open_store
from tests.support.bot_api.user import User

pytestmark = pytest.mark.long

SITUATION = "Situation: I am a cook and Siobhan Reid asked me to help a lady with her menu."

MANAGEMENT = "Management: I made a list with Mr Singh and checked each day what was on her plate."

FORM = "Name: Jo Bloggs\nReg no: 1234567"


@pytest.mark.parametrize("text", ["A colleague", "Both", "Waiting"])
async def test_an_answer_that_happens_to_be_a_label_is_kept(bot: Bot, ann: User, text: str) -> None:
    await begun(ann)
    await ann.asks("I am a cook and I asked who could sit with her.", "✓ Saved")
    ann.say(text)
    await ann.asks("/mydata", text)
    assert not any("not in use now" in each for each in ann.texts)


async def test_a_label_that_was_offered_just_before_is_a_late_tap_and_no_answer(
    bot: Bot, ann: User
) -> None:
    await begun(ann)
    await ann.asks("I am a cook and I asked Siobhan to sit with her.", "may be a name")
    ann.press("A colleague")
    await ann.sees("✓ Saved with [a colleague] in its place.")
    await ann.asks("A colleague", "not in use now")
    await ann.asks("/review", "[a colleague]")
    assert "A colleague" not in ann.last_reply


async def test_words_after_start_that_are_no_link_are_kept(bot: Bot, ann: User) -> None:
    words = "I am a cook in a care home and I want the badge"
    await ann.asks(f"/start {words}", "saved in /mydata")
    await ann.asks("/mydata", words)


async def test_after_a_split_form_lines_and_then_names_are_asked_about(bot: Bot, ann: User) -> None:
    await begun(ann)
    await ann.asks(f"{FORM}\n{SITUATION}\n{MANAGEMENT}", "Shall I put each part")
    ann.press("Yes, split it like that")
    await ann.sees("These lines look like the form")
    ann.press("Leave those lines out")
    await ann.sees("“Siobhan Reid” may be a name")
    ann.press("A colleague")
    await ann.sees("“Mr Singh” may be a name")
    ann.press("A colleague")
    await ann.sees("✓ Saved with [a colleague] in its place.")
    await asyncio.sleep(0.2)
    said = await ann.asks("/statement", "I made a list with [a colleague]")
    for gone in ("Bloggs", "1234567", "Siobhan", "Singh"):
        assert gone not in said


async def test_a_paste_that_the_phone_cut_in_two_is_one_answer_and_split_as_one(
    bot: Bot, ann: User
) -> None:
    await begun(ann)
    long = "I looked at what each of them had eaten and wrote it down for the night staff. " * 60
    whole = f"{SITUATION} {long}"
    ann.say(whole[:4096])
    ann.say(f"{whole[4096:]}\n{MANAGEMENT}")
    await asyncio.sleep(1)
    said = await ann.asks("/mydata", "all that I keep about you")
    assert "2 messages" in said, "none is lost"
    await ann.asks("/review", "situation")
    assert not any("command" in each and "did you mean" in each.lower() for each in ann.texts)


async def test_a_time_that_was_promised_is_kept_though_they_wrote_just_now(
    bot: Bot, ann: User
) -> None:
    await begun(ann)
    await ann.asks("/later in 5 minutes", "I come back to you on")
    await bot.stop()
    store = open_store(bot)
    [due] = store._execute("SELECT due_at FROM deliveries WHERE kind = 'later'").fetchone()
    in_minutes = (datetime.fromisoformat(due) - datetime.now(UTC)).total_seconds() / 60
    assert 2 < in_minutes <= 5, "not half an hour after they wrote"
    moved = "UPDATE deliveries SET due_at = ? WHERE state = 'waiting'"
    store._connection.execute(moved, (datetime.now(UTC).isoformat(),))  # the minutes pass
    await store.close()
    await bot.start()
    await ann.sees("You asked me to come back to you now.")


async def test_a_zone_in_any_case_and_by_city_changes_what_is_promised(bot: Bot, ann: User) -> None:
    await begun(ann)
    await ann.asks("/reminders zone GLASGOW", "(Europe/London)")
    await ann.asks("/reminders zone warsaw", "(Europe/Warsaw)")
    ann.press("My time zone")
    await ann.sees("Where are you?")
    ann.press("Europe/Dublin")
    await ann.sees("(Europe/Dublin)")
