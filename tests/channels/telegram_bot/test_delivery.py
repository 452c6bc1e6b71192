"""Getting through: limits, faults, refusals, and what is said to the operator."""

from __future__ import annotations

import asyncio
import re
import signal
import time
from pathlib import Path

import pytest

from tests.channels.telegram_bot.conftest import Bot, begun
from tests.channels.telegram_bot.test_conversation import body
from tests.support.bot_api import server as faults
from tests.support.bot_api.server import TOKEN, BotApi
from tests.support.bot_api.user import User

pytestmark = pytest.mark.long


async def test_too_many_requests_stop_all_sends_for_as_long_as_asked(
    bot: Bot, ann: User, api: BotApi
) -> None:
    await begun(ann)
    other = User(api, 5)
    api.fail("sendMessage", faults.too_many(2))
    begin = time.monotonic()
    ann.say("I am a cook.")
    await asyncio.sleep(0.2)
    other.say("/start")
    await ann.sees("4 words")
    await other.sees("Hello.")
    assert time.monotonic() - begin >= 2
    calls = [method for method, params in api.calls if params.get("text", "").startswith("✓")]
    assert len(calls) == 2, "once refused, once taken"


async def test_a_pause_that_telegram_asks_for_outlasts_a_restart(
    bot: Bot, ann: User, api: BotApi
) -> None:
    await begun(ann)
    api.fail("sendMessage", faults.too_many(4))
    ann.say("I am a cook.")
    await asyncio.sleep(0.5)
    begin = time.monotonic()
    await bot.kill()
    await bot.start()
    await ann.sees("4 words")
    assert time.monotonic() - begin > 2.5


@pytest.mark.parametrize(
    "fault",
    [faults.server_error, faults.reset_before, faults.refuse(502, "Bad Gateway"), faults.slow(1)],
)
async def test_a_reply_is_sent_again_until_it_is_taken(
    bot: Bot, ann: User, api: BotApi, fault: faults.Fault
) -> None:
    await begun(ann)
    api.fail("sendMessage", fault)
    await ann.asks("I am a cook.", "4 words")


@pytest.mark.parametrize("fault", [faults.reset_after, faults.server_error_after])
async def test_a_reply_in_doubt_is_sent_again_and_at_most_doubled(
    bot: Bot, ann: User, api: BotApi, fault: faults.Fault
) -> None:
    await begun(ann)
    api.fail("sendMessage", fault)
    await ann.asks("I am a cook.", "4 words")
    await asyncio.sleep(0.8)
    assert 1 <= len([text for text in ann.texts if "4 words" in text]) <= 2


async def test_faulty_markup_is_sent_again_once_as_plain_text(
    bot: Bot, ann: User, api: BotApi
) -> None:
    await begun(ann)
    api.fail("sendMessage", faults.refuse(400, "Bad Request: can't parse entities: oh no"))
    await ann.asks("I am a cook.", "4 words")
    last = ann.screen[-1]
    assert "entities" not in last
    assert "reply_markup" not in last


async def test_a_refused_message_does_not_hold_up_the_next(
    bot: Bot, ann: User, api: BotApi
) -> None:
    await begun(ann)
    api.fail("sendMessage", faults.refuse(400, "Bad Request: something else"))
    ann.say("I am a cook.")
    await asyncio.sleep(0.3)
    await ann.asks("I wrote lists.", "7 words")


async def test_a_slow_chat_holds_nobody_up(bot: Bot, ann: User, api: BotApi) -> None:
    await begun(ann)
    api.fail("sendMessage", faults.slow(60))
    ann.say("I am a cook.")
    await asyncio.sleep(0.2)
    await User(api, 5).asks("/start", "Hello.")
    assert "4 words" not in ann.last_reply, "hers is still on its way"


async def test_replies_of_one_chat_keep_their_order_through_faults(
    bot: Bot, ann: User, api: BotApi
) -> None:
    await begun(ann)
    api.fail("sendMessage", faults.server_error, faults.reset_before, faults.too_many(1))
    asked = ann.say("/help")
    ann.say("/privacy")
    await ann.sees("Your words are kept", after=asked)
    texts = [m["text"] for m in ann.screen if m["message_id"] > asked]
    assert [text[:12] for text in texts[:2]] == ["I ask one qu", "Your questio"]


async def test_the_send_rate_can_be_capped(stopped_bot: Bot, api: BotApi) -> None:
    await stopped_bot.start(SEND_RATE_LIMIT="10")
    people = [User(api, 100 + n) for n in range(15)]
    await people[0].asks("/start", "Who can read")
    before, begin = len(api.calls), time.monotonic()
    for person in people[1:]:
        person.say("/start")
    await asyncio.gather(*(person.sees("Who can read") for person in people))
    sent = sum(method == "sendMessage" for method, _ in api.calls[before:])
    assert time.monotonic() - begin > (sent - 2) / 10, "ten a second"


async def test_an_update_twice_changes_nothing(bot: Bot, ann: User, api: BotApi) -> None:
    await begun(ann)
    ann.say("I am a cook.")
    again = api.pending[-1]
    await ann.sees("4 words")
    await asyncio.sleep(0.2)
    api.pending.append(again)
    api.arrived.set()
    await ann.asks("I wrote lists.", "7 words")


async def test_a_sudden_end_leaves_turns_in_hand_done_and_replies_sent(
    bot: Bot, ann: User, api: BotApi
) -> None:
    await begun(ann)
    for number in range(20):
        ann.say(f"I made bed {number}")
    await asyncio.sleep(0.05)
    assert await bot.stop(signal.SIGTERM) == 0
    left = len(api.pending)
    kept = 20 - left
    assert f"{kept * 4} words" in "\n".join(ann.texts) or kept == 0
    await bot.start()
    await ann.sees("80 words")


async def test_ctrl_c_ends_well_too(bot: Bot, ann: User) -> None:
    await begun(ann)
    assert await bot.stop(signal.SIGINT) == 0


async def test_without_a_token_one_line_says_where_to_get_one(stopped_bot: Bot) -> None:
    await stopped_bot.start(TELEGRAM_BOT_TOKEN="")
    assert await stopped_bot.ends() == 2
    assert "@BotFather" in stopped_bot.log
    assert "TELEGRAM_BOT_TOKEN" in stopped_bot.log
    assert len(stopped_bot.log.splitlines()) == 1


@pytest.mark.parametrize("token", ["1:wrong", "nonsense", "4242:loopback-token-for-tests2"])
async def test_a_wrong_token_ends_with_its_own_status(stopped_bot: Bot, token: str) -> None:
    await stopped_bot.start(TELEGRAM_BOT_TOKEN=token)
    assert await stopped_bot.ends() == 5
    assert "does not know this token" in stopped_bot.log
    assert token not in stopped_bot.log


async def test_a_token_that_is_taken_away_ends_it_too(bot: Bot, ann: User, api: BotApi) -> None:
    await begun(ann)
    api.fail("sendMessage", faults.refuse(401, "Unauthorized"))
    ann.say("I am a cook.")
    assert await bot.ends() == 5


async def test_the_later_of_two_pollers_stops_and_the_earlier_goes_on(
    bot: Bot, ann: User, tmp_path: Path
) -> None:
    await begun(ann)
    await asyncio.sleep(4)
    (tmp_path / "second").mkdir()
    places = {"COACH_DATA": "second/data", "COACH_KEY_FILE": "second/key"}
    elsewhere = {name: str(tmp_path / place) for name, place in places.items()}
    environment = {**bot.environment, **elsewhere}
    second = await Bot(environment, tmp_path / "second").start()
    assert await second.ends(40) == 3
    assert "Another process is talking as this bot." in second.log
    assert "conflict: another poller" in bot.log
    await ann.asks("I am a cook.", "4 words")


async def test_a_webhook_that_is_still_set_is_told_apart(stopped_bot: Bot, api: BotApi) -> None:
    api.webhook = "https://elsewhere.example/bot"
    await stopped_bot.start()
    assert await stopped_bot.ends(30) == 4
    assert "A webhook is set for this bot." in stopped_bot.log


async def test_a_server_that_is_away_is_waited_for(
    stopped_bot: Bot, api: BotApi, ann: User
) -> None:
    port = int(api.url.rpartition(":")[2])
    await api.stop()
    await stopped_bot.start()
    await asyncio.sleep(1.5)
    await api.start(port)
    await ann.asks("/start", "Hello.")


async def test_malformed_updates_stall_nobody(bot: Bot, ann: User, api: BotApi) -> None:
    await begun(ann)
    shapes = [
        b'{"update_id":%d}',
        b'{"update_id":%d,"message":5}',
        b'{"update_id":%d,"message":{"message_id":"x"}}',
        b'{"update_id":%d,"message":{"message_id":1,"date":"no","chat":{"id":1}}}',
        b'{"update_id":%d,"callback_query":[]}',
        b'{"update_id":%d,"edited_message":{"chat":null}}',
        b'{"update_id":%d,"something_new":{"a":[1,{"b":null}]}}',
    ]
    for number in range(20_000):
        api.add("message", shapes[number % len(shapes)])
    while len(api.pending) > 100:
        await asyncio.sleep(0.1)
    await ann.asks("I am a cook.", "4 words")


async def test_who_sent_something_unreadable_gets_an_apology_and_the_question(
    bot: Bot, ann: User, api: BotApi
) -> None:
    await begun(ann)
    chat = str(ann.chat).encode()
    api.add(
        "message",
        b'{"update_id":%d,"message":{"message_id":1,"text":["secret words"],'
        b'"chat":{"id":' + chat + b',"type":"private"}}}',
    )
    await ann.sees("Something went wrong here.")
    await ann.sees("Your question now")
    assert "secret words" not in bot.log


async def test_the_log_holds_a_line_a_turn_and_no_words_no_token_no_chat(
    bot: Bot, ann: User, api: BotApi
) -> None:
    await begun(ann)
    await ann.asks("I wrote private lists", "4 words")
    api.fail("sendMessage", faults.reset_before, faults.server_error)
    await ann.asks("I wrote privately", "7 words")
    assert bot.log.splitlines()[0].endswith("settings: the environment alone")
    turns = [line for line in bot.log.splitlines() if " turn chat=" in line]
    assert len(turns) == 4
    pattern = r"turn chat=\w{10} dialogue=thing_2 step=situation kind=say ms=[\d.]+$"
    assert re.search(pattern, turns[-1])
    for secret in ("private", TOKEN, TOKEN.partition(":")[2], "31337"):
        assert secret not in bot.log


async def test_a_whole_reflection_is_kept_through_a_bad_day(
    bot: Bot, ann: User, api: BotApi
) -> None:
    await begun(ann)
    sent = []
    for number in range(12):
        api.fail(
            "sendMessage", [faults.server_error, faults.reset_after, faults.too_many(1)][number % 3]
        )
        sent.append(f"I wrote thought {number}")
        await ann.asks(sent[-1], f"{(number + 1) * 4} words")
    text = await body(ann)
    assert text == "My role and the situation\n\n" + "\n\n".join(sent)
