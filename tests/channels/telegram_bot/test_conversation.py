"""The conversation on a phone, against the real process."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.store.sqlite.store import SqliteStore
from tests.channels.telegram_bot.conftest import Bot, begun
from tests.support.bot_api.rules import utf16
from tests.support.bot_api.server import BotApi
from tests.support.bot_api.user import User

pytestmark = pytest.mark.long


async def body(ann: User) -> str:
    """The statement, put together from its parts."""
    asked = ann.say("/statement")
    await ann.sees("Press “", after=asked)
    return "".join(part["text"] for part in parts(ann) if part["message_id"] > asked)


def parts(ann: User) -> list[dict[str, Any]]:
    """Every message on the screen that one tap copies."""
    found = (m for m in ann.screen if "text" in m)
    return [m for m in found if m.get("entities", [{}])[0].get("type") == "pre"]


async def test_a_newcomer_is_welcomed_with_a_keyboard(bot: Bot, ann: User) -> None:
    await ann.asks("/start", "Who can read your words?")
    assert ann.keyboard == ["Start"]
    assert "About Thing 2" in ann.inline


async def test_core_choices_are_a_keyboard_and_side_actions_stand_under_the_message(
    bot: Bot, ann: User
) -> None:
    await begun(ann)
    assert ann.keyboard == ["Next", "Back", "Skip", "Pause"]
    assert "Example" in ann.inline
    ann.press("Example")
    await ann.sees("An example, not yours.")
    await ann.answered(ann.presses[0])


async def test_an_answer_is_saved_and_said_to_be(bot: Bot, ann: User) -> None:
    await begun(ann)
    said = await ann.asks("I am a cook.", "✓ Saved")
    assert said.splitlines()[0] == "✓ Saved · 4 words"
    assert said.count("?") == 1


async def test_a_whole_reflection_ends_with_a_statement_to_copy_and_a_file(
    bot: Bot, ann: User
) -> None:
    await begun(ann)
    for number, answer in enumerate(["a cook", "a plan", "we asked", "both met"]):
        await ann.asks(f"{answer} {'word ' * 60}", "✓ Saved")
        await ann.asks("Next", "of 4 ·" if number < 3 else "Your statement is ready")
    await ann.asks("My statement", "Done? Press “I have sent it”.")
    document = next(m["document"] for m in ann.screen if "document" in m)
    assert document["name"] == "thing_2-statement.txt"
    shown = next(m for m in ann.screen if m.get("text", "").startswith("My role"))
    assert shown["entities"] == [{"type": "pre", "offset": 0, "length": utf16(shown["text"])}]
    assert document["content"].rstrip("\n") == shown["text"]
    last = next(m for m in ann.screen if "How to hand it in" in m.get("text", ""))
    assert [e["url"] for e in last["entities"]][-1].endswith(
        "preparing-and-publishing-your-evidence/"
    )
    await ann.asks("I have sent it", "Have you sent your statement")
    await ann.asks("Yes, it is sent", "Well done.")


async def test_a_burst_leaves_one_receipt_on_the_screen(bot: Bot, ann: User) -> None:
    await begun(ann)
    for number in range(1, 6):
        await ann.asks(f"I moved bed {number}", f"{number * 4} words")
    await asyncio.sleep(0.3)
    receipts = [text for text in ann.texts if text.startswith("✓ Saved")]
    [receipt] = receipts
    assert receipt.startswith("✓ Saved · 20 words\n")
    assert receipt.count("?") == 1, "one question, though five messages came"


async def test_a_receipt_that_brought_the_keyboard_is_not_taken_back(bot: Bot, ann: User) -> None:
    await begun(ann)
    await ann.asks("Pause", "When you are back")
    assert ann.keyboard == ["Carry on"]
    await ann.asks("I moved beds", "3 words")
    await ann.asks("I wrote lists", "6 words")
    await asyncio.sleep(0.3)
    assert ann.keyboard[:4] == ["Next", "Back", "Skip", "Pause"]


async def test_receipts_apart_in_time_all_stay(bot: Bot, ann: User) -> None:
    await begun(ann)
    await ann.asks("I moved beds", "3 words")
    await asyncio.sleep(2.2)
    await ann.asks("I wrote lists", "6 words")
    await asyncio.sleep(0.3)
    assert len([text for text in ann.texts if text.startswith("✓ Saved")]) == 2


async def test_a_cut_paste_is_one_text_with_one_receipt(bot: Bot, ann: User) -> None:
    await begun(ann)
    paste = "".join(f"word{n} " for n in range(1500)).strip()
    for start in range(0, len(paste), 4096):
        ann.say(paste[start : start + 4096])
    await ann.sees("1500 words")
    await asyncio.sleep(0.3)
    assert len([text for text in ann.texts if text.startswith("✓ Saved")]) == 1
    assert paste in (await body(ann)).replace("\n", " ").replace("  ", " ")


async def test_a_long_message_without_a_rest_is_answered_soon(bot: Bot, ann: User) -> None:
    await begun(ann)
    begin = time.monotonic()
    # In three seconds, where nothing else goes on.
    await ann.asks("word " * 810, "810 words")
    assert time.monotonic() - begin > 1.5
    assert any(method == "sendChatAction" for method, _ in ann.api.calls)


async def test_an_edit_changes_that_part_whatever_the_step(bot: Bot, ann: User) -> None:
    await begun(ann)
    number = ann.say("I am a cok.")
    await ann.sees("4 words")
    await ann.asks("Next", "2 of 4")
    ann.edit(number, "I am a cook.")
    await ann.sees("I changed that message in your answer “situation”.")
    assert "I am a cook." in await body(ann)


async def test_a_long_statement_leaves_in_parts_with_nothing_lost(bot: Bot, ann: User) -> None:
    await begun(ann)
    paragraphs = [
        f"{n} 😀 I moved the beds with " + "plenty of words here " * 40 for n in range(12)
    ]
    for number, paragraph in enumerate(paragraphs):
        await ann.asks(paragraph.strip(), "✓ Saved")
        if number % 3 == 2:
            await ann.asks("Next", "of 4 ·" if number < 11 else "Your answers so far")
    text = await body(ann)
    assert len(parts(ann)) > 2
    assert all(utf16(part["text"]) <= 4096 for part in parts(ann))
    places = [text.find(paragraph.strip()) for paragraph in paragraphs]
    assert places == sorted(places)
    assert -1 not in places
    assert text.count("plenty of words here") == 12 * 40


async def test_no_words_of_a_learner_become_a_link_or_a_mention(bot: Bot, ann: User) -> None:
    await begun(ann)
    typed = "I wrote the rota on https://example.org and told @somebody or /forget #tag"
    await ann.asks(typed, "✓ Saved")
    await ann.asks("/review", "Pick an answer")
    shown = next(m for m in ann.screen if typed in m.get("text", ""))
    start = utf16(shown["text"][: shown["text"].index(typed)])
    assert {"type": "code", "offset": start, "length": utf16(typed)} in shown["entities"]
    assert all("parse_mode" not in params for _, params in ann.api.calls)
    assert shown["link_preview_options"] == {"is_disabled": True}


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        ({"photo": [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]}, "photo"),
        ({"voice": {"file_id": "1", "file_unique_id": "1", "duration": 1}}, "microphone"),
        ({"location": {"latitude": 1.0, "longitude": 1.0}}, "only keep words"),
        ({"contact": {"phone_number": "1", "first_name": "A"}}, "only keep words"),
        ({"dice": {"emoji": "🎲", "value": 1}}, "only keep words"),
    ],
)
async def test_what_is_no_text_gets_a_kind_line_below_the_question(
    bot: Bot, ann: User, content: dict[str, object], answer: str
) -> None:
    await begun(ann)
    before = ann.send(content)
    await ann.sees(answer, after=before)


async def test_the_caption_of_a_photo_is_kept(bot: Bot, ann: User) -> None:
    await begun(ann)
    photo = [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]
    ann.send({"photo": photo, "caption": "our new garden"})
    await ann.sees("✓ Saved · 3 words")
    assert "our new garden" in await body(ann)


async def test_an_old_or_forged_press_is_answered_and_harmless(bot: Bot, ann: User) -> None:
    await begun(ann)
    await ann.asks("I wrote the rota two weeks ahead for all of us.", "✓ Saved")
    message, data = ann.inline["Not quite"]
    await ann.asks("I am a cook.", "15 words")
    forged = [
        data,
        data.replace("31337", "31338"),
        "",
        "x",
        "|||",
        "31337|situat|99999999999999999999|forget_yes",
        "31337|situat|3|forget_yes",
        "é" * 32,
    ]
    for each in forged:
        before = ann.screen[-1]["message_id"]
        press = ann.press_data(message, each)
        await ann.sees("not in use now", after=before)
        await ann.answered(press)
    said = "I wrote the rota two weeks ahead for all of us."
    assert await body(ann) == f"My role and the situation\n\n{said}\n\nI am a cook."


async def test_after_an_outage_lost_presses_are_spoken_of_once(
    stopped_bot: Bot, api: BotApi, ann: User
) -> None:
    await stopped_bot.start()
    await begun(ann)
    await stopped_bot.kill()
    written = time.time()
    ann.say("I am a cook.", at=written + 100)
    ann.say("I wrote lists.", at=written + 101)
    # The coach's own clock cannot be moved, so its note of when it was last alive is.
    await _alive_at(stopped_bot, written - 1000)
    ann.say("I moved beds.", at=written - 5)
    await stopped_bot.start()
    await ann.sees("10 words")
    assert len([text for text in ann.texts if "I was away" in text]) == 1


async def _alive_at(bot: Bot, when: float) -> None:
    data, key = (Path(bot.environment[name]) for name in ("COACH_DATA", "COACH_KEY_FILE"))
    store = SqliteStore.open(data, key.read_text().strip(), key)
    await store.set_meta("alive_at", datetime.fromtimestamp(when, UTC).isoformat())
    await store.close()


async def test_a_group_gets_one_line_and_nothing_is_recorded(
    bot: Bot, api: BotApi, ann: User
) -> None:
    for text in ("/start@CoachTestBot", "hello all"):
        content = {
            "message_id": api.new_message_id(),
            "date": int(api.now()),
            "chat": {"id": -500, "type": "group", "title": "Team"},
            "from": {"id": 9, "is_bot": False, "first_name": "B"},
            "text": text,
        }
        api.add("message", content)
    group = User(api, -500)
    await group.sees("https://t.me/CoachTestBot")
    await begun(ann)
    assert len(group.texts) == 1


async def test_a_blocked_chat_gets_nothing_and_loses_nothing(bot: Bot, ann: User) -> None:
    await begun(ann)
    await ann.asks("I am a cook.", "✓ Saved")
    ann.block()
    await asyncio.sleep(0.3)
    ann.block(False)
    said = await ann.asks("/start", "Welcome back")
    assert "4 words are saved" in said


async def test_somebody_who_blocks_in_between_is_noted(bot: Bot, ann: User) -> None:
    await begun(ann)
    ann.api.blocked[ann.chat] = "Forbidden: bot was blocked by the user"
    ann.say("I moved beds")
    await asyncio.sleep(0.5)
    ann.api.blocked.clear()
    await ann.asks("I wrote lists", "6 words")


async def test_an_invitation_and_the_profile_are_set(bot: Bot, api: BotApi, ann: User) -> None:
    await ann.asks("/start abc-123", "Hello.")
    shown = {"setMyCommands", "setMyDescription", "setMyShortDescription"}
    async with asyncio.timeout(15):
        while not shown <= {method for method, _ in api.calls}:
            await asyncio.sleep(0.02)
    commands = next(params["commands"] for method, params in api.calls if method == "setMyCommands")
    assert {"command": "start", "description": "See where you are"} in commands


async def test_forgetting_takes_the_keyboard_away_and_starts_anew(bot: Bot, ann: User) -> None:
    await begun(ann)
    await ann.asks("I am a cook.", "✓ Saved")
    await ann.asks("/forget", "Delete all your words here?")
    assert ann.keyboard == ["No, keep it", "Yes, delete it all"]
    await ann.asks("Yes, delete it all", "It is all deleted here.")
    assert ann.keyboard == []
    await ann.asks("hi", "Who can read your words?")


async def test_many_people_talk_at_once_and_each_in_order(
    bot: Bot, somebody: Callable[[int], User]
) -> None:
    people = [somebody(n) for n in range(30)]
    await asyncio.gather(*(begun(person) for person in people))
    for person in people:
        for number in range(10):
            person.say(f"I moved part {number}")
    await asyncio.gather(*(person.sees("40 words") for person in people))
    for person in people[:3]:
        text = await body(person)
        assert [text.index(f"part {n}") for n in range(10)] == sorted(
            text.index(f"part {n}") for n in range(10)
        )
