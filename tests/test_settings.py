"""Settings that cannot work are told at once, all of them, each with its mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import UsageError
from bot.settings import load_settings, settings_file


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COACH_DATA", str(tmp_path / "kept"))
    return tmp_path


@pytest.mark.parametrize(
    ("setting", "value", "said"),
    [
        ("COACH_DATA", "$HOME/data", "write the whole path"),
        ("COACH_KEY_FILE", ".", "it is a folder"),
        ("WEBHOOK_URL", "http://coach.example/x", "https://"),
        ("WEBHOOK_URL", "coach.example", "https://"),
        ("WEBHOOK_PORT", "many", "integer"),
        ("TELEGRAM_API_URL", "nonsense", "no address"),
        ("WEB_URL", "ftp://x", "no address"),
    ],
)
def test_a_setting_that_cannot_work_is_told_with_its_mend(
    setting: str, value: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(setting, value)
    with pytest.raises(UsageError) as caught:
        load_settings()
    assert caught.value.facts["setting"] == setting
    assert said in caught.value.facts["why"]


def test_a_secret_that_can_be_guessed_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEBHOOK_URL", "https://coach.example/x")
    monkeypatch.setenv("WEBHOOK_SECRET", "short")
    with pytest.raises(UsageError) as caught:
        load_settings()
    assert caught.value.facts["setting"] == "WEBHOOK_SECRET"
    assert "short" not in caught.value.facts["why"].replace("too short", "")


def test_all_that_is_wrong_is_told_together_with_misspelt_names(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / ".env").write_text("# mine\nTELEGRAM_BOT_TOKN=x\nHOME_OF_NOBODY=1\n")
    monkeypatch.setenv("COACH_DATA", "$HOME/data")
    with pytest.raises(UsageError) as caught:
        load_settings()
    assert caught.value.facts["count"] == "2"
    assert "did you mean TELEGRAM_BOT_TOKEN" in caught.value.facts["listed"]
    assert "COACH_DATA" in caught.value.facts["listed"]
    assert caught.value.exit_status == 2


def test_settings_that_work_are_let_be(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COACH_DATA")
    (folder / ".env").write_text("COACH_DATA=data\nWEBHOOK_URL=https://coach.example:8443/x\n")
    assert load_settings().coach_data == Path("data")


def test_settings_are_found_beside_the_data_from_any_folder(folder: Path) -> None:
    assert settings_file() is None
    (folder / "kept").mkdir()
    beside = folder / "kept" / ".env"
    beside.write_text("OPERATOR_NAME=beside the data\n")
    assert settings_file() == beside
    assert load_settings().operator_name == "beside the data"


def test_those_of_the_folder_come_first_and_no_two_files_are_mixed(folder: Path) -> None:
    (folder / "kept").mkdir()
    (folder / "kept" / ".env").write_text("OPERATOR_NAME=beside the data\nLOG_FORMAT=json\n")
    (folder / ".env").write_text("OPERATOR_NAME=in the folder\n")
    settings = load_settings()
    assert (settings.operator_name, settings.log_format) == ("in the folder", "text")


def test_a_folder_that_the_command_line_gave_is_looked_in(folder: Path) -> None:
    (folder / "given").mkdir()
    (folder / "given" / ".env").write_text("OPERATOR_NAME=given\n")
    assert load_settings(coach_data=folder / "given").operator_name == "given"


def test_a_file_that_is_no_text_is_named_whole(folder: Path) -> None:
    (folder / ".env").write_bytes(b"OPERATOR_NAME=\xff\n")
    with pytest.raises(UsageError) as caught:
        load_settings()
    assert caught.value.facts["setting"] == str(folder / ".env")
