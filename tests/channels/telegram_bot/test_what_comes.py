"""What Telegram can bring: the same thing twice, of other servers, about the chat, in groups."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tests.channels.telegram_bot.conftest import Bot, begun
from tests.support.bot_api.server import BOT, BotApi
from tests.support.bot_api.user import User

pytestmark = pytest.mark.long

OWN = "I made a list each evening and told the senior when somebody had eaten too little."

ME = {"id": 31337, "is_bot": False, "first_name": "Learner"}


async def nothing_more(ann: User) -> None:
    """Wait until what was sent is acknowledged, and see that nothing is said to it."""
    before = list(ann.texts)
    async with asyncio.timeout(60):
        while ann.api.pending:
            await asyncio.sleep(0.05)
    await asyncio.sleep(0.4)
    assert ann.texts == before


async def test_the_same_message_under_two_numbers_is_one_message(bot: Bot, ann: User) -> None:
    await begun(ann)
    ann.send_twice({"text": OWN})
    await ann.sees("✓ Saved · 16 words")
    await nothing_more(ann)
    ann.send_twice({"text": "Next"})
    await ann.sees("Where do you see management skills")
    await nothing_more(ann)
    assert not any("3 of 4" in text or "Nothing is written" in text for text in ann.texts)


async def test_the_same_press_under_two_numbers_is_one_press(bot: Bot, ann: User) -> None:
    await begun(ann)
    ann.press("Example")
    await ann.sees("An example, not yours.")
    press = next(p for p in ann.presses)
    message = ann.screen[-1]
    ann.api.add(
        "callback_query",
        {
            "id": press,
            "from": ME,
            "data": ann.inline["Example"][1],
            "message": {"message_id": message["message_id"], "chat": {"id": ann.chat}},
        },
    )
    await nothing_more(ann)


async def test_a_deletion_that_comes_twice_leaves_no_word_of_it(bot: Bot, ann: User) -> None:
    await begun(ann)
    await ann.asks("/forget", "Delete all your words here?")
    ann.send_twice({"text": "Yes, delete it all"})
    await ann.sees("It is all deleted here.")
    await nothing_more(ann)


@pytest.mark.parametrize(
    "service",
    [
        {"pinned_message": {"message_id": 1, "date": 1, "chat": {"id": 31337, "type": "private"}}},
        {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}},
        {"chat_background_set": {"type": {"type": "wallpaper"}}},
        {"write_access_allowed": {"from_request": True}},
        {"gift": {"gift": {"id": "1", "sticker": {"emoji": "x"}, "star_count": 1}}},
        {"proximity_alert_triggered": {"distance": 5}},
        {"boost_added": {"boost_count": 1}},
        {"something_of_next_year": {"a": [1, {"b": None}]}},
        {"something_else_of_next_year": True},
    ],
    ids=lambda content: next(iter(content)),
)
async def test_what_telegram_writes_about_the_chat_is_silent(
    bot: Bot, ann: User, service: dict[str, Any]
) -> None:
    await begun(ann)
    ann.send(service)
    await nothing_more(ann)
    assert "put aside" not in bot.log


async def test_a_file_of_a_kind_that_nobody_knows_yet_is_answered(bot: Bot, ann: User) -> None:
    await begun(ann)
    ann.send({"hologram": {"file_id": "1", "depth": 3}})
    await ann.sees("only keep words")


@pytest.mark.parametrize(
    "message",
    [
        {"chat": {"id": 31337}, "date": 1_700_000_000},
        {"chat": {"id": 31337, "type": "private"}},
        {"chat": {"id": 31337, "type": "private"}, "date": "yesterday", "from": None},
        {"chat": {"id": 31337, "type": "private"}, "entities": 7, "from": {"id": "x"}},
        {
            "chat": {"id": 31337, "type": "private", "accent": {"new": [1]}},
            "date": 1_700_000_000,
            "reply_to_message": {"odd": True},
            "quote": [1],
            "external_reply": {"origin": "of next year"},
            "link_preview_options": [],
            "effect_id": {"new": 1},
        },
    ],
)
async def test_a_message_with_fields_missing_or_added_still_brings_its_text(
    bot: Bot, ann: User, message: dict[str, Any]
) -> None:
    await begun(ann)
    ann.api.add("message", {"message_id": ann.api.new_message_id(), "text": OWN, **message})
    await ann.sees("✓ Saved · 16 words")


async def test_an_edit_and_a_press_with_fields_missing_are_taken_too(bot: Bot, ann: User) -> None:
    await begun(ann)
    number = ann.say(OWN)
    await ann.sees("✓ Saved")
    edited = {"message_id": number, "chat": {"id": 31337}, "text": f"{OWN} It went well."}
    ann.api.add("edited_message", edited)
    await ann.sees("I changed that message")
    ann.api.add("callback_query", {"id": "bare", "from": ME})
    await ann.sees("not in use now")
    ann.api.add("my_chat_member", {"chat": {"id": 31337}, "new_chat_member": {"status": "kicked"}})
    await ann.asks("/review", "situation 19")


def in_group(api: BotApi, **content: Any) -> None:
    chat = {"id": -500, "type": "supergroup", "title": "Team"}
    base = {"message_id": api.new_message_id(), "date": int(api.now()), "chat": chat, "from": ME}
    api.add("message", {**base, **content})


async def test_a_group_chat_is_answered_only_when_the_bot_is_spoken_to(
    bot: Bot, ann: User, api: BotApi
) -> None:
    group = User(api, -500)
    in_group(api, text="hello all")
    in_group(api, text="/help")
    in_group(api, text="/start@AnotherBot")
    in_group(api, new_chat_members=[BOT])
    in_group(api, photo=[{"file_id": "1"}], caption="our garden")
    in_group(api, text="yes", reply_to_message={"from": {"id": 7, "username": "other"}})
    await begun(ann)
    assert group.texts == []
    in_group(api, text="what is this?", reply_to_message={"from": BOT})
    await group.sees("https://t.me/CoachTestBot")


async def test_the_name_of_the_bot_in_a_group_chat_speaks_to_it(
    bot: Bot, ann: User, api: BotApi
) -> None:
    in_group(api, text="who is @coachtestbot, does anybody know")
    await User(api, -500).sees("https://t.me/CoachTestBot")


@pytest.mark.parametrize(
    "origin",
    [
        {"forward_origin": {"type": "hidden_user", "sender_user_name": "Jo", "date": 1}},
        {"forward_date": 1, "forward_sender_name": "Jo"},
        {"via_bot": {"id": 5, "is_bot": True, "first_name": "Writer", "username": "writerbot"}},
        {"from": {"id": 5, "is_bot": True, "first_name": "Writer"}},
    ],
    ids=("forward", "forward of an older server", "via a bot", "from a bot"),
)
async def test_what_was_passed_on_is_kept_aside_and_asked_about(
    bot: Bot, ann: User, origin: dict[str, Any]
) -> None:
    await begun(ann)
    ann.send({"text": OWN, **origin})
    await ann.sees("Did you write this?")
    ann.press("Yes, I wrote it")
    await ann.sees("✓ Saved · 16 words")


async def test_a_photo_that_was_passed_on_has_its_caption_asked_about(bot: Bot, ann: User) -> None:
    await begun(ann)
    photo = [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]
    ann.send({"photo": photo, "caption": OWN, "forward_origin": {"type": "user", "date": 1}})
    await ann.sees("Did you write this?")


async def test_the_coachs_example_its_question_and_the_badges_point_pasted_back_are_known(
    bot: Bot, ann: User
) -> None:
    await begun(ann)
    ann.press("Example")
    shown = await ann.sees("An example, not yours.")
    known = "my words or the words of the badge"
    await ann.asks(shown.partition("\n\n")[2], known)
    await ann.asks(
        "Tell me your role, and one time at work when you helped something go well.", known
    )
    await ann.asks("where you see management skills being used", known)
