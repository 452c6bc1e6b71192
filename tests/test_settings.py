"""Settings that cannot work are told at once, all of them, each with its mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cli.error_line import error_line
from bot.content.library import Content
from bot.errors import BadSettings
from bot.settings import load_settings, settings_file

OTHERS = {"WEBHOOK_URL": ("WEBHOOK_SECRET",), "SMTP_HOST": ("SMTP_FROM",)}
"""What must be mended where another setting needs it."""


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
        ("WEBHOOK_URL", "https://coach.example/x", "it is missing"),
        ("WEBHOOK_PORT", "many", "whole number"),
        ("WEB_PORT", "80.5", "whole number"),
        ("WEB_PORT", "0", "use 1 or more"),
        ("HEALTH_PORT", "65536", "use 65535 or less"),
        ("SEND_RATE_LIMIT", "fast", "no number"),
        ("SEND_RATE_LIMIT", "0", "more than 0"),
        ("KEEP_MONTHS", "1", "use 3 or more"),
        ("LOG_FORMAT", "xml", "'text' or 'json'"),
        ("SMTP_SECURITY", "ssl", "'starttls', 'tls' or 'none'"),
        ("SMTP_HOST", "mail.example.org", "the e-mail address that they come from"),
        ("WEB_URL", "http://coach.example.org/", "https://"),
        ("COACH_DTA", "/srv/coach", "did you mean COACH_DATA"),
        ("TELEGRAM_API_URL", "nonsense", "no address"),
        ("WEB_URL", "ftp://x", "no address"),
    ],
)
def test_a_setting_that_cannot_work_is_told_with_its_mend(
    setting: str, value: str, said: str, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(setting, value)
    with pytest.raises(BadSettings) as caught:
        load_settings()
    (fault,) = caught.value.faults
    assert fault.setting in (setting, *OTHERS.get(setting, ()))
    told = error_line(content.words, caught.value)
    assert "Input should" not in told
    assert said in told


def test_a_secret_that_can_be_guessed_is_refused(
    content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WEBHOOK_URL", "https://coach.example/x")
    monkeypatch.setenv("WEBHOOK_SECRET", "short")
    with pytest.raises(BadSettings) as caught:
        load_settings()
    told = error_line(content.words, caught.value)
    assert "WEBHOOK_SECRET" in told
    assert "short" not in told.replace("too short", "")


def test_all_that_is_wrong_is_told_together_with_misspelt_names(
    folder: Path, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / ".env").write_text("# mine\nTELEGRAM_BOT_TOKN=x\nHOME_OF_NOBODY=1\nWEB_PORT=a\n")
    monkeypatch.setenv("COACH_DATA", "$HOME/data")
    monkeypatch.setenv("SMTP_HOST", "mail.example.org")
    with pytest.raises(BadSettings) as caught:
        load_settings()
    told = error_line(content.words, caught.value)
    assert told.startswith("These 4 settings are wrong.")
    assert "WEB_PORT: it is no whole number" in told
    assert "SMTP_FROM" in told
    assert "did you mean TELEGRAM_BOT_TOKEN" in told
    assert "COACH_DATA: nobody fills in the $ of $HOME/data" in told
    assert caught.value.exit_status == 2


def test_settings_that_work_are_let_be(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COACH_DATA")
    hook = f"WEBHOOK_URL=https://coach.example:8443/x\nWEBHOOK_SECRET={'s' * 16}\n"
    (folder / ".env").write_text(f"COACH_DATA=data\n{hook}WEB_URL=http://localhost:8023/\n")
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
    with pytest.raises(BadSettings) as caught:
        load_settings()
    assert [(each.setting, each.reason) for each in caught.value.faults] == [
        (str(folder / ".env"), "not_utf8")
    ]
