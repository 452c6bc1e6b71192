"""The key is there and the data is not: nobody is greeted as a stranger unless that is wanted."""

from __future__ import annotations

import json
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.app import has_data, open_beside, open_coach
from bot.content.library import Content
from bot.errors import CoachError, DataMissing
from bot.settings import Settings
from tests.conftest import Run

pytestmark = pytest.mark.long

NOWHERE = {
    "TELEGRAM_BOT_TOKEN": "4242:nobody",
    "TELEGRAM_API_URL": "http://127.0.0.1:9",
}


async def used(settings: Settings, content: Content) -> Path:
    """Open a coach once, as on a first run, and give the mark beside its key."""
    await open_coach(settings, content).store.close()
    return settings.coach_key_file.with_name("key.used")


def missing(do: Callable[[], object]) -> CoachError:
    with pytest.raises(DataMissing) as caught:
        do()
    return caught.value


async def test_the_mark_names_the_folder_for_the_owner_only(
    settings: Settings, content: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    relative = settings.model_copy(update={"coach_data": Path("data")})
    for _ in range(2):
        mark = await used(relative, content)
    assert json.loads(mark.read_text()) == [str(tmp_path / "data")]
    assert stat.S_IMODE(mark.stat().st_mode) == 0o600
    assert {each.name for each in mark.parent.iterdir()} == {"key", "key.used"}


async def test_data_from_before_there_were_marks_is_opened_and_marked(
    settings: Settings, content: Content
) -> None:
    mark = await used(settings, content)
    mark.unlink()
    assert (await used(settings, content)).exists()


async def test_a_key_that_was_never_used_begins_with_no_data(
    settings: Settings, content: Content
) -> None:
    settings.coach_key_file.parent.mkdir(parents=True)
    settings.coach_key_file.write_text("0" * 64)
    assert (await used(settings, content)).exists()


@pytest.mark.parametrize("left", ["nothing", "an empty folder"])
async def test_no_data_with_a_used_key_is_told_and_nothing_is_made(
    settings: Settings, content: Content, left: str
) -> None:
    await used(settings, content)
    shutil.rmtree(settings.coach_data)
    if left == "an empty folder":
        settings.coach_data.mkdir()
    for do in (
        lambda: open_coach(settings, content),
        lambda: open_beside(settings),
        lambda: has_data(settings),
    ):
        error = missing(do)
        assert error.exit_status == 2
        assert error.facts == {
            "key": str(settings.coach_key_file),
            "path": str(settings.coach_data),
            "used": str(settings.coach_data),
        }
    assert not settings.coach_data.exists() or not list(settings.coach_data.iterdir())


async def test_another_folder_is_told_the_one_that_the_key_was_used_with(
    settings: Settings, content: Content, tmp_path: Path
) -> None:
    await used(settings, content)
    moved = settings.model_copy(update={"coach_data": tmp_path / "moved"})
    error = missing(lambda: open_coach(moved, content))
    assert error.facts["used"] == str(tmp_path / "data")
    await open_coach(moved, content, new=True).store.close()
    for each in (settings, moved):
        mark = await used(each, content)
    assert json.loads(mark.read_text()) == [str(tmp_path / "data"), str(tmp_path / "moved")]


async def test_a_key_that_is_lost_together_with_the_data_is_not_made_anew(
    settings: Settings, content: Content
) -> None:
    await used(settings, content)
    shutil.rmtree(settings.coach_data)
    settings.coach_key_file.unlink()
    missing(lambda: open_coach(settings, content))
    assert not settings.coach_key_file.exists()


@pytest.mark.parametrize("damaged", ["", "{", "7", "[7]", '{"a": 1}'])
async def test_a_damaged_mark_still_says_that_the_key_was_used(
    settings: Settings, content: Content, damaged: str
) -> None:
    mark = await used(settings, content)
    mark.write_text(damaged)
    shutil.rmtree(settings.coach_data)
    said = missing(lambda: open_coach(settings, content))
    assert said.sentence == "data_missing_mark_bad"
    assert said.facts["mark"] == str(mark)
    await open_coach(settings, content, new=True).store.close()
    assert json.loads(mark.read_text()) == [str(settings.coach_data)]


async def test_a_mark_that_cannot_be_written_stops_nothing_and_leaves_nothing(
    settings: Settings, content: Content
) -> None:
    settings.coach_key_file.with_name("key.used").mkdir(parents=True)
    coach = open_coach(settings, content, new=True)
    assert (await coach.store.load("one")).id == "one"
    await coach.store.close()
    names = {each.name for each in settings.coach_key_file.parent.iterdir()}
    assert names == {"key", "key.used"}


async def test_a_mark_does_not_grow_for_ever(
    settings: Settings, content: Content, tmp_path: Path
) -> None:
    for number in range(25):
        each = settings.model_copy(update={"coach_data": tmp_path / str(number)})
        await open_coach(each, content, new=True).store.close()
    mark = settings.coach_key_file.with_name("key.used")
    folders = json.loads(mark.read_text())
    assert folders[-1] == str(tmp_path / "24")
    assert len(folders) == 20


def lose_folder(data: Path, config: Path) -> None:
    shutil.rmtree(data)


def lose_content(data: Path, config: Path) -> None:
    shutil.rmtree(data)
    data.mkdir()


def lose_database(data: Path, config: Path) -> None:
    (data / "coach.db").unlink()


def lose_key(data: Path, config: Path) -> None:
    (config / "key").unlink()


@pytest.mark.parametrize(
    ("lose", "said"),
    [
        (lose_folder, "`coach run --new`"),
        (lose_content, "`coach run --new`"),
        (lose_database, "is empty or gone"),
        (lose_key, "is missing"),
    ],
)
def test_the_bot_stops_with_2_and_says_what_is_missing(
    run: Run, tmp_path: Path, lose: Callable[[Path, Path], None], said: str
) -> None:
    data, config = tmp_path / "data", tmp_path / "config"
    run("chat", typed="Start\nI am a cook.\n")
    lose(data, config)
    done = run("run", **NOWHERE)
    assert done.returncode == 2
    *logged, told = done.stderr.splitlines()
    assert all(" INFO bot.app settings: " in line for line in logged)
    assert said in told
    assert str(config / "key" if lose is lose_key else data) in done.stderr
    assert (data / "coach.db").exists() == (lose is lose_key)


def change_key(data: Path, config: Path) -> None:
    (config / "key").write_text("ab" * 32)


def spoil_key(data: Path, config: Path) -> None:
    (config / "key").write_text("ab" * 31)


def damage_database(data: Path, config: Path) -> None:
    (data / "coach.db").write_bytes(b"x" * 4096)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (change_key, "does not open"),
        (spoil_key, "is not a key"),
        (damage_database, "the file is damaged"),
    ],
)
def test_the_bot_stops_with_2_where_no_new_start_would_open_the_data(
    run: Run, tmp_path: Path, spoil: Callable[[Path, Path], None], said: str
) -> None:
    run("chat", typed="Start\nI am a cook.\n")
    spoil(tmp_path / "data", tmp_path / "config")
    done = run("run", **NOWHERE)
    assert done.returncode == 2
    assert said in done.stderr


def test_a_key_that_was_typed_from_paper_opens_the_data(run: Run, tmp_path: Path) -> None:
    run("chat", typed="Start\nI am a cook.\n")
    on_paper = run("key", "show").stdout.rpartition(": ")[2].strip()
    assert on_paper.count(" ") == 7
    (tmp_path / "config" / "key").write_text(on_paper.upper() + "\r\n")
    assert "I am a cook." in run("statement").stdout


def test_what_only_reads_makes_no_data_and_says_what_is_missing(run: Run, tmp_path: Path) -> None:
    run("chat", typed="Start\nI am a cook.\n")
    shutil.rmtree(tmp_path / "data")
    (tmp_path / "data").mkdir()
    for arguments in (("statement",), ("cohort", "list"), ("cohort", "invite-coordinator")):
        done = run(*arguments)
        assert done.returncode == 2
        assert done.stdout == ""
        assert f"The data in {tmp_path / 'data'} is missing." in done.stderr
    assert not list((tmp_path / "data").iterdir())


def test_a_script_begins_fresh_as_ever(run: Run, tmp_path: Path) -> None:
    run("chat", typed="Start\nI am a cook.\n")
    shutil.rmtree(tmp_path / "data")
    done = run("chat", typed="Start\nI am a cook.\n")
    assert done.returncode == 0
    assert "Hello." in done.stdout
    line = '{"command": "/start"}\n'
    done = run("play", "thing_2", "--jsonl", "--data", str(tmp_path / "mine"), typed=line)
    assert done.returncode == 0
    assert (tmp_path / "mine" / "coach.db").exists()
