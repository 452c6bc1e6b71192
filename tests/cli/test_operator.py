"""What an operator does from a shell: back up, restore, look, give a new key."""

from __future__ import annotations

import asyncio
import json
import os
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot import __version__
from bot.app import open_coach
from bot.cli.main import app
from bot.clock import wall_clock
from bot.content.library import Content
from bot.domain.events import Event
from bot.errors import BackupFailed, DataMissing
from bot.services.coach import Coach
from bot.settings import Settings
from bot.store import encryption_key
from bot.store import place as places
from bot.store.place import DataPlace
from bot.store.places import place_of
from bot.store.sqlite.rekey import opens
from tests.store.test_sqlite_file import store_of

Call = Callable[..., Result]


@pytest.fixture
def call(environment: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Call ``coach`` in this process; what it raises is raised here."""
    monkeypatch.chdir(tmp_path)

    def invoke(*arguments: str, typed: str = "") -> Result:
        done = CliRunner().invoke(app, arguments, input=typed, env=environment)
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return done

    return invoke


async def told(coach: Coach, *texts: str, chat: str = "one") -> None:
    for number, text in enumerate(("Start", *texts)):
        key = f"{chat} {number} {text}"
        await coach.service.receive(Event(chat, "say", text, key, key))


async def kept(settings: Settings, content: Content, chat: str = "one") -> list[str]:
    coach = open_coach(settings, content)
    try:
        return [each.text for each in (await coach.store.load(chat)).messages]
    finally:
        await coach.store.close()


async def test_a_backup_made_under_load_brings_back_all_that_was_saved_before_it(
    coach: Coach, settings: Settings, content: Content, call: Call, tmp_path: Path
) -> None:
    parts = [f"part {number}" for number in range(40)]
    await told(coach, *parts)
    before = await coach.store.load("one")
    backup = asyncio.ensure_future(asyncio.to_thread(call, "backup", str(tmp_path / "safe")))

    async def write(chat: str) -> int:
        written = 0
        while not backup.done():
            await told(coach, f"late {written}", chat=chat)
            written += 1
        return written

    assert all(await asyncio.gather(write("two"), write("three")))
    made = await backup
    assert "The backup is whole" in made.output, "made while the coach runs"
    await coach.store.close()
    (settings.coach_data / "coach.db").write_bytes(b"gone" * 1000)
    [path] = (tmp_path / "safe").iterdir()
    declined = await asyncio.to_thread(lambda: call("restore", str(path), typed="n\n"))
    assert declined.exit_code == 1
    done = await asyncio.to_thread(lambda: call("restore", str(path), typed="y\n"))
    assert re.search(r"conversations [123], messages \d+", done.output)
    assert "What was there before is in" in done.output
    assert "may be back" in done.output, "no list of deletions could be read"
    coach = open_coach(settings, content)
    assert await coach.store.load("one") == before
    assert [each.text for each in before.messages] == parts
    await coach.store.close()


async def test_a_backup_under_another_key_opens_with_that_key_alone(
    coach: Coach, settings: Settings, content: Content, call: Call, tmp_path: Path
) -> None:
    await told(coach, "I am a cook.")
    other = tmp_path / "other.key"
    other.write_text("ab" * 32 + "\n")
    other.chmod(0o600)
    safe = str(tmp_path / "safe")
    await asyncio.to_thread(lambda: call("backup", safe, "--key-file", str(other)))
    await coach.store.close()
    [path] = Path(safe).iterdir()
    assert not opens(path, place_of(settings).key())
    with pytest.raises(BackupFailed):
        await asyncio.to_thread(lambda: call("restore", str(path), "--yes"))
    asked = ("restore", str(path), "--yes", "--key-file", str(other))
    await asyncio.to_thread(lambda: call(*asked))
    assert await kept(settings, content) == ["I am a cook."]


async def test_status_tells_a_coach_that_runs_from_one_that_does_not(
    coach: Coach, settings: Settings, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    await told(coach, "I am a cook.")
    store_of(coach).take_sending()
    running = await asyncio.to_thread(call, "status", "--json")
    found = json.loads(running.output)
    assert (running.exit_code, found["well"], found["runs"]) == (0, True, True)
    assert (found["people"], found["messages"], found["aside"]) == (1, 1, 0)
    assert (found["data"], found["key"]) == tuple(
        map(str, (settings.coach_data, settings.coach_key_file))
    )
    assert (found["version"], found["schema"][0]) == (__version__, "m")
    assert {"alive_at", "outbox_since", "due_since", "without_coordinator"} <= found.keys()
    assert {found["outbox"], found["due"], found["without_coordinator"]} == {0}
    assert found["free"] > 0
    assert (found["turn_at"] or "")[:4] == f"{datetime.now(UTC):%Y}"
    assert "I am a cook" not in running.output
    await coach.store.close()
    stopped = await asyncio.to_thread(call, "status")
    assert stopped.exit_code == 0, "a conversation in a terminal needs no coach that runs"
    assert re.search(r"free on the disk  +\d+\.\d [kMGT]?B\n", stopped.output)
    assert re.search(r"last message taken  +[\d-]+ \d\d:\d\d UTC\n", stopped.output)
    assert re.search(r"runs now  +no\n", stopped.output)
    names = coach.content.words.operator.facts.values()
    shown = [f"\n{each} " in stopped.output for each in names]
    assert shown.count(False) == 1, "all but why one of several bots cannot be looked at"
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "1:x")
    stopped = await asyncio.to_thread(call, "status")
    assert stopped.exit_code == 1
    assert "No coach is running on this data." in stopped.output
    assert "The last good backup is over two days old" in stopped.output


async def test_status_says_which_file_the_settings_came_from(
    coach: Coach, settings: Settings, call: Call, tmp_path: Path
) -> None:
    await coach.store.close()
    none = await asyncio.to_thread(call, "status", "--json")
    assert json.loads(none.output)["settings"] is None
    for folder in (settings.coach_data, tmp_path):
        (folder / ".env").write_text("OPERATOR_NAME=The care team\n")
        found = await asyncio.to_thread(call, "status", "--json")
        assert json.loads(found.output)["settings"] == str(folder / ".env")
    assert str(tmp_path / ".env") in (await asyncio.to_thread(call, "status")).output


async def test_a_new_key_opens_all_and_the_old_one_nothing(
    coach: Coach, settings: Settings, content: Content, call: Call
) -> None:
    await told(coach, "I am a cook.")
    await coach.store.close()
    place = place_of(settings)
    old = place.key()
    done = await asyncio.to_thread(call, "key", "rotate")
    assert "The data has a new key" in done.output
    assert place.key() != old
    assert not opens(place.database, old)
    assert await kept(settings, content) == ["I am a cook."]
    shown = await asyncio.to_thread(call, "key", "show")
    assert place.key() in shown.output.replace(" ", "").replace("\n", "")


async def test_a_backup_of_before_a_new_key_names_the_key_that_opens_it(
    coach: Coach, settings: Settings, content: Content, call: Call, tmp_path: Path
) -> None:
    await told(coach, "I am a cook.")
    await coach.store.close()
    await asyncio.to_thread(call, "backup", str(tmp_path / "safe"))
    await asyncio.to_thread(call, "key", "rotate")
    [path] = (tmp_path / "safe").iterdir()
    with pytest.raises(BackupFailed) as caught:
        await asyncio.to_thread(lambda: call("restore", str(path), "--yes"))
    assert caught.value.sentence == "restore_old_key"
    named = str(caught.value.facts["key"])
    asked = ("restore", str(path), "--yes", "--key-file", named)
    await asyncio.to_thread(lambda: call(*asked))
    assert await kept(settings, content) == ["I am a cook."]


async def test_what_a_restore_has_replaced_goes_with_its_age(
    coach: Coach, settings: Settings, call: Call, tmp_path: Path
) -> None:
    await told(coach, "I am a cook.")
    await coach.store.close()
    for name in ("replaced-20200101T000000Z", "replaced-29990101T000000Z", "replaced-by-hand"):
        (settings.coach_data / name).mkdir()
    done = await asyncio.to_thread(call, "backup", str(tmp_path / "safe"))
    assert "deleted for its age: 1" in done.output
    left = {each.name for each in settings.coach_data.glob("replaced-*")}
    assert left == {"replaced-29990101T000000Z", "replaced-by-hand"}


async def test_a_change_of_keys_that_was_cut_short_is_brought_to_its_end(
    coach: Coach, settings: Settings, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    await told(coach, "I am a cook.")
    await coach.store.close()
    place = place_of(settings)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    real = encryption_key.write_key
    monkeypatch.setattr(
        places, "write_key", lambda *a: real(*a) if ".next" in a[0].name else killed()
    )
    with pytest.raises(KeyboardInterrupt):
        place.rotate_key(wall_clock())
    monkeypatch.setattr(places, "write_key", real)
    assert not opens(place.database, place.key())
    place.rotate_key(wall_clock())
    assert opens(place.database, place.key())
    assert await kept(settings, content) == ["I am a cook."]


def test_a_key_from_where_nothing_can_be_noted_makes_no_new_database(
    settings: Settings, tmp_path: Path
) -> None:
    reads, writes = os.pipe()
    os.write(writes, b"ab" * 32)
    os.close(writes)
    place = DataPlace(tmp_path / "data", Path(f"/dev/fd/{reads}"))
    with pytest.raises(DataMissing) as told:
        place.key()
    assert told.value.sentence == "data_unknown"
    os.close(reads)


@pytest.mark.parametrize(
    "asked", [("status",), ("people",), ("backup",), ("key", "show"), ("forget", "one", "--yes")]
)
def test_looking_where_no_data_is_makes_none(
    settings: Settings, call: Call, asked: tuple[str, ...]
) -> None:
    with pytest.raises(DataMissing) as caught:
        call(*asked)
    assert caught.value.sentence == "no_data"
    assert not settings.coach_key_file.exists()
    assert not place_of(settings).database.exists()


@pytest.mark.parametrize("name", ["no-such-file.db", "."])
def test_a_backup_that_is_no_file_is_told_and_none_is_made(
    call: Call, tmp_path: Path, name: str
) -> None:
    with pytest.raises(BackupFailed) as caught:
        call("restore", name)
    assert "directory" in str(caught.value.facts["why"])
    assert not (tmp_path / "no-such-file.db").exists()
