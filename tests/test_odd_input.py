"""Input that nobody means, from outside: each is one odd thing, and holds up nothing."""

from __future__ import annotations

import json
import resource
import time
from pathlib import Path

import pytest

from bot.analysis.identifiers.finder import find_identifiers
from bot.analysis.knowledge import Knowledge
from bot.analysis.reading.announces import THING_2
from bot.analysis.reading.own_text.orders import orders_in
from bot.app import open_coach, try_out
from bot.channels.jsonl import Player
from bot.channels.telegram_bot import pace
from bot.channels.telegram_bot.error_policy import LONGEST_WAIT
from bot.channels.telegram_bot.http import JsonBody, encodable
from bot.channels.telegram_bot.pace import Pace
from bot.cli import main as command
from bot.clock import MovableClock, wall_clock
from bot.content.library import Content
from bot.domain.local_time import is_zone
from bot.domain.plain_line import on_one_line
from bot.exports.progress_csv import escape_formula
from bot.settings import Settings
from bot.store.encryption_key import get_key
from tests.support.learner import Learner
from tests.support.memory_store import MemoryStore
from tests.support.work import work_of
from tests.support.world import World


async def test_a_name_of_a_zone_that_goes_on_for_ever_is_no_zone(world: World) -> None:
    assert not is_zone("a/" * 300)
    assert not is_zone("../" * 300 + "etc/passwd")
    assert is_zone("America/Argentina/Buenos_Aires")
    ann = world.person("1")
    await ann.say("Start")
    assert await ann.say("/reminders zone " + "a/" * 300)


@pytest.mark.parametrize("text", ["-2147483648/-1", "٠١٢٣٤٥٦٧٨٩", "0123456789"])
def test_a_number_that_is_nobodys_is_not_taken_for_one(content: Content, text: str) -> None:
    words = Knowledge.of(content).name_words
    assert find_identifiers(text, words) == ()
    assert find_identifiers("943 476 5919", words)


def test_half_a_character_is_sent_as_a_mark() -> None:
    sent = encodable({"text": "/\ud800", "rows": [["\udfff"]], "chat_id": 1})
    assert sent == {"text": "/\ufffd", "rows": [["\ufffd"]], "chat_id": 1}
    assert json.loads(JsonBody({"text": "/\ud800", "chat_id": 1}).json_payload) == {
        "text": "/\ufffd",
        "chat_id": 1,
    }
    assert json.loads(JsonBody({"text": "😀"}).json_payload) == {"text": "😀"}


async def test_the_clock_of_a_script_stops_before_time_does(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = MovableClock(wall_clock)
    with try_out(content, clock) as temporary:
        player = Player(temporary.open_coach, clock, "one", "thing_2")
        assert not await player.play(['{"wait": "P3650D"}'] * 800)
    last = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert "past the year 3000" in last["error"]


@pytest.mark.parametrize("odd", ["\x1b[31m", "\x00", "\u202e", "\u2066", "\ud800", "\u200b"])
async def test_a_name_has_nothing_unseen(world: World, odd: str) -> None:
    assert on_one_line(f"Zoë {odd}\n Ng") == ("Zoë [31m Ng" if "[" in odd else "Zoë Ng")
    assert odd not in escape_formula(f"Zoë{odd}")
    assert on_one_line("👩‍⚕️ Ann") == "👩‍⚕️ Ann"


async def test_a_pause_that_a_clock_has_moved_by_a_day_is_capped_and_told(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = MemoryStore()
    monkeypatch.setattr(time, "monotonic", lambda: 100.0)
    await store.set_meta(pace.META, "2099-01-01T00:00:00+00:00")
    at = Pace(store, wall_clock, None)
    await at.load()
    assert at._free_at == 100.0 + LONGEST_WAIT
    assert "the clock may have been moved" in caplog.text


def test_a_crash_leaves_no_core_file() -> None:
    before = resource.getrlimit(resource.RLIMIT_CORE)
    command._leave_no_core()
    assert resource.getrlimit(resource.RLIMIT_CORE)[0] == 0
    assert before[0] >= 0 or before[0] == resource.RLIM_INFINITY


def test_a_key_that_others_can_read_is_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    key_file, database = tmp_path / "key", tmp_path / "data" / "coach.db"
    get_key(key_file, database)
    get_key(key_file, database)
    assert caplog.text == ""
    key_file.chmod(0o644)
    get_key(key_file, database)
    assert f"{key_file} has mode 644" in caplog.text
    assert "chmod 600" in caplog.text


async def test_a_data_folder_that_others_can_enter_is_told(
    settings: Settings, content: Content, caplog: pytest.LogCaptureFixture
) -> None:
    await open_coach(settings, content).store.close()
    assert caplog.text == ""
    settings.coach_data.chmod(0o777)
    await open_coach(settings, content).store.close()
    assert f"{settings.coach_data} has mode 777: others can use it; chmod 700" in caplog.text


ONE_SIGN = ["a", "7", ".", "/", '"', "(", "“", "😀", "\u0301", "-", "@", "#", "\u200b"]
ONE_SIGN += [" a", "\n", "so "]
"""A sign of each sort, to be repeated."""

ORDER = " I want that in my answer."
"""Behind the signs, so that each pattern that reads an order is tried."""


@pytest.mark.parametrize("sign", ONE_SIGN)
def test_one_sign_again_and_again_costs_no_more_than_its_length(
    content: Content, sign: str
) -> None:
    def work(times: int) -> int:
        person = Learner(content)
        person.press("Start")
        return work_of(lambda: person.say("I planned it " + sign * times + ORDER))

    # The least of two: a pattern that is tried for the twentieth time is looked into, once.
    assert min(work(4_000), work(4_000)) < 6 * min(work(1_000), work(1_000))


@pytest.mark.parametrize("sign", ONE_SIGN)
def test_an_order_behind_many_signs_costs_no_more_than_its_length(sign: str) -> None:
    def work(times: int) -> int:
        text = sign * times + ORDER
        return work_of(lambda: orders_in(text, THING_2, list))

    assert min(work(400), work(400)) < 6 * min(work(100), work(100))
