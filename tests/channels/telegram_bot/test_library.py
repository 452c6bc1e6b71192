"""Leafing, sorting and picking on a phone, against the real process."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest

from bot.channels.telegram_bot.api import Api
from bot.content.library import shipped_folder
from bot.domain.documents import Document, Part
from bot.domain.pictures import Picture
from bot.domain.turn import File
from tests.channels.telegram_bot.conftest import Bot
from tests.support.bot_api.server import TOKEN, BotApi
from tests.support.bot_api.user import User

pytestmark = pytest.mark.long


async def begun(ann: User) -> None:
    await ann.asks("/start", "Who can read your words?")
    await ann.asks("Start", "1 of 4")


async def pressed(ann: User, label: str, answer: str) -> str:
    """Press a button under the newest message that has it, and wait for the answer."""
    await offered(ann, label)
    seen = max(message["message_id"] for message in ann.screen)
    ann.press(label)
    return await ann.sees(answer, after=seen)


async def offered(ann: User, *labels: str) -> None:
    """Wait until these can be pressed: what a turn says may come as several messages."""
    for _ in range(200):
        if set(labels) <= {*ann.inline, *ann.keyboard}:
            return
        await asyncio.sleep(0.02)
    raise AssertionError(f"{labels} are not offered; there is: {[*ann.inline, *ann.keyboard]}")


async def test_a_picture_comes_as_a_photo_said_in_words(bot: Bot, ann: User, api: BotApi) -> None:
    await begun(ann)
    await ann.asks("/learn", "Which one would you like to see?")
    assert ann.keyboard == ["Back to my question"]
    await pressed(ann, "Kotter's three pairs", "three pairs")
    await offered(ann, "Show it as a picture")
    ann.press("Show it as a picture")
    for _ in range(200):
        if "photo" in ann.screen[-1]:
            break
        await asyncio.sleep(0.05)
    photo = ann.screen[-1]
    assert photo["photo"]["name"] == "kotter-picture.png"
    assert "A table with two columns" in photo["caption"]
    assert "All the models" in ann.inline
    await ann.asks("Back to my question", "Tell me your role")
    assert ann.keyboard[:4] == ["Next", "Back", "Skip", "Pause"]


async def test_an_answer_typed_while_leafing_brings_the_keyboard_back(bot: Bot, ann: User) -> None:
    await begun(ann)
    await ann.asks("/learn", "Which one")
    await ann.asks("I am a cook in a school.", "✓ Saved · 7 words")
    assert ann.keyboard[:4] == ["Next", "Back", "Skip", "Pause"]


async def test_sorting_by_presses_and_a_double_tap(bot: Bot, ann: User, api: BotApi) -> None:
    await begun(ann)
    await ann.asks("/sort", "1 of 12")
    await offered(ann, "Both")
    message, data = ann.inline["Both"]
    ann.press_data(message, data)
    ann.press_data(message, data)
    await ann.sees("not in use now")
    shown = [text for text in ann.texts if "of 12\n" in text]
    assert {text.split()[0] for text in shown} == {"1", "2"}, "the second tap sorted nothing"
    await asyncio.sleep(0.3)  # the activity comes again under the line that says so
    await pressed(ann, "Skip this one", "3 of 12")
    await ann.asks("Back to my question", "Tell me your role")


async def test_quick_picks_on_one_message_are_all_taken(bot: Bot, ann: User) -> None:
    await begun(ann)
    await ann.asks("/things", "These are the reflections")
    await pressed(ann, "Where we learn", "small question")
    await ann.asks("Start", "1 of 5")
    await ann.asks("Skip", "Which of the five helps you most")
    await offered(ann, "Culture")
    for label in ("Culture", "How we are led"):
        ann.press_data(*ann.inline[label])
    await ann.sees("✓ You picked: Culture, How we are led.")


async def test_side_buttons_never_stay_on_the_keyboard(bot: Bot, ann: User, api: BotApi) -> None:
    """There a late tap on one would be words of an answer."""
    await begun(ann)
    for asked, label in (("/resources coaching", "All topics"), ("/learn kotter", "More ideas")):
        await ann.asks("I wrote the list.", "✓ Saved")
        seen = max(message["message_id"] for message in ann.screen)
        ann.say(asked)
        await ann.sees("coaching" if "resources" in asked else "Kotter says", after=seen)
        await asyncio.sleep(0.3)
        assert ann.keyboard == ["Back to my question"]
        assert any(each.startswith(label) for each in ann.inline)
        await ann.asks("Back to my question", "Your question now")


async def test_a_picture_whose_model_is_gone_comes_as_words() -> None:
    """An author may take a model away while the picture waits to be sent."""
    api = BotApi()
    await api.start()

    def gone(picture: Picture) -> bytes:
        raise KeyError(picture)

    client = Api(TOKEN, api.url, gone)
    await client.open()
    photo = {"name": "x.png", "picture": "x"}
    await client.call("sendPhoto", {"chat_id": "5", "photo": photo, "caption": "A table."})
    assert [message["text"] for message in api.messages[5]] == ["A table."]
    await client.close()
    await api.stop()


async def test_a_document_that_cannot_be_made_comes_as_words() -> None:
    """A sign that no letters here have: the learner hears which forms can hold it."""
    api = BotApi()
    await api.start()
    client = Api(TOKEN, api.url, lambda _: b"")
    await client.open()
    document = Document("Mine", (Part("A", "a \U00010300"),))
    file = File("x", "pdf", "application/pdf", document=document, otherwise="Not as PDF.")
    sent = {"name": "x.pdf", "file": file}
    await client.call("sendDocument", {"chat_id": "5", "document": sent, "caption": "Here."})
    assert [message["text"] for message in api.messages[5]] == ["Not as PDF."]
    await client.close()
    await api.stop()


async def test_what_must_not_be_kept_is_taken_out_of_the_chat(
    bot: Bot, ann: User, api: BotApi
) -> None:
    await begun(ann)
    await ann.asks("I rang her son on 07700 900123 today.", "This looked like a phone number.")
    for _ in range(100):
        if ann.sent[-1] not in api.written:
            break
        await asyncio.sleep(0.02)
    assert ann.sent[-1] not in api.written
    assert "900123" not in bot.log


async def test_a_message_too_old_to_be_taken_out_is_said_to_stay(
    bot: Bot, ann: User, api: BotApi
) -> None:
    await begun(ann)
    ann.say("I rang her son on 07700 900123 today.", at=api.now() - 49 * 3600)
    await ann.sees("I could not take your message out of this chat.")
    assert "900123" not in bot.log


async def test_a_button_whose_ids_are_too_long_for_it_works_after_a_restart(
    stopped_bot: Bot, api: BotApi, tmp_path: Path
) -> None:
    longest = "controlling_problem_solving_at_w"
    for name in ("dialogues", "frameworks"):
        shutil.copytree(shipped_folder() / name, tmp_path / "content" / name)
    for file in (tmp_path / "content").rglob("*.yaml"):
        file.write_text(file.read_text().replace("controlling_problem_solving", longest))
    stopped_bot.environment["COACH_CONTENT"] = str(tmp_path / "content")
    await stopped_bot.start()
    user = User(api, 9_007_199_254_740_991)  # as long as Telegram allows
    await begun(user)
    user.press_data(user.screen[-1], f"{user.chat}|welcom|2|page:{longest}")
    await user.sees("You watch results")
    await offered(user, "Show an example")
    assert "|#" in user.inline["Show an example"][1]
    await stopped_bot.kill()
    await stopped_bot.start()
    await pressed(user, "Show an example", "Controlling and problem solving")
