"""A statement as a file, by command: what is printed, what is written, and what is refused."""

from __future__ import annotations

import asyncio
import errno
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.app import open_coach
from bot.cli.main import app
from bot.content.library import Content
from bot.domain.events import Event
from bot.errors import CannotMake, CannotSave, CoachError
from bot.settings import Settings
from tests.support.forms import letters_of_pdf

Coach = Callable[..., Result]


async def tell(settings: Settings, content: Content, *texts: str) -> None:
    opened = open_coach(settings, content)
    for text in texts:
        await opened.service.receive(Event("me", "say", text, f"event {text}", f"say {text}"))
    await opened.store.close()


@pytest.fixture
def coach(
    settings: Settings, content: Content, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Coach:
    """Call ``coach`` in this process, on the words of a cook."""
    asyncio.run(tell(settings, content, "/start", "Start", "I am a cook at $x$.", "Next"))
    monkeypatch.setenv("COACH_DATA", str(settings.coach_data))
    monkeypatch.setenv("COACH_KEY_FILE", str(settings.coach_key_file))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return lambda *words: CliRunner().invoke(app, [*words, "--chat", "me"])


def failed(done: Result, error: type[CoachError], sentence: str) -> None:
    assert isinstance(done.exception, error)
    assert done.exception.sentence == sentence
    assert done.exception.exit_status == 1
    assert not list(Path().iterdir()), "no half file"


@pytest.mark.on_disk
def test_a_file_is_written_where_one_stands_and_its_path_is_printed(coach: Coach) -> None:
    for expected in ("thing_2-statement.pdf", "thing_2-statement-1.pdf"):
        done = coach("statement", "--format", "pdf", "--unfinished", "--name", "Zoë ../../x")
        assert done.exit_code == 0
        assert Path(expected).absolute() == Path(done.stdout.strip())
    assert "Iamacookat$x$." in letters_of_pdf(Path("thing_2-statement.pdf").read_bytes())


@pytest.mark.on_disk
def test_out_names_the_file_and_how_it_was_made_can_be_added(coach: Coach) -> None:
    done = coach("statement", "--format", "html", "--unfinished", "--how", "--out", "mine.html")
    assert done.exit_code == 0
    assert "Message 1, sent " in Path("mine.html").read_text()


@pytest.mark.on_disk
@pytest.mark.parametrize("form", ["pdf", "txt", "md", "json"])
def test_an_answer_that_is_missing_makes_no_file_of_any_form(coach: Coach, form: str) -> None:
    failed(coach("statement", "--format", form, "--out", "mine"), CoachError, "not_finished")


@pytest.mark.on_disk
def test_one_is_printed_and_made_when_asked_for_as_it_is(coach: Coach) -> None:
    assert "I am a cook at $x$." in coach("statement").stdout
    assert coach("statement", "--out", "mine.txt", "--unfinished").exit_code == 0
    assert "I am a cook at $x$." in Path("mine.txt").read_text()


@pytest.mark.on_disk
def test_a_script_without_a_font_makes_no_pdf(
    coach: Coach, settings: Settings, content: Content
) -> None:
    asyncio.run(tell(settings, content, "I told the others why: \U00013080."))
    failed(coach("statement", "--format", "pdf", "--unfinished"), CannotMake, "cannot_hold")
    assert coach("statement", "--format", "docx", "--unfinished").exit_code == 0


@pytest.mark.on_disk
def test_a_folder_that_cannot_be_written_is_told(coach: Coach) -> None:
    words = ("statement", "--format", "docx", "--unfinished", "--out", "no/such/place.docx")
    failed(coach(*words), CannotSave, "cannot_write_file")


@pytest.mark.on_disk
@pytest.mark.parametrize("words", [("statement", "--unfinished"), ("export",)])
def test_a_folder_that_the_system_does_not_let_write_is_told(
    coach: Coach, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    real = os.open

    def refuse(path: str | Path, flags: int, *rest: Any, **named: Any) -> int:
        if flags & os.O_CREAT:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return real(path, flags, *rest, **named)

    monkeypatch.setattr("bot.store.files.os.open", refuse)
    done = coach(*words, "--format", "docx", "--out", "mine")
    failed(done, CannotSave, "cannot_write_file")


@pytest.mark.on_disk
@pytest.mark.parametrize("words", [("statement", "--unfinished"), ("export",)])
def test_in_a_folder_that_is_only_to_be_read_no_file_is_made(
    coach: Coach, words: tuple[str, ...]
) -> None:
    del coach
    Path().chmod(0o500)
    called = [*held_to_rights(), sys.executable, "-m", "bot", *words, "--chat", "me"]
    called += ["--format", "docx"]
    ended = subprocess.run(called, check=False, capture_output=True, text=True)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.count("\n") == 1
    assert ended.stderr.startswith(f"No file could be written in {Path().absolute()} (")
    assert not list(Path().iterdir()), "no half file"


def held_to_rights() -> list[str]:
    """Return what a command begins with, so that what it may not write it does not write.

    Root may write anywhere, unless that right is dropped.
    """
    if os.geteuid():
        return []
    if not (found := shutil.which("setpriv")):
        pytest.skip("NOT TRIED: root may write anywhere, and there is no setpriv (util-linux)")
    return [found, "--bounding-set=-dac_override", "--inh-caps=-dac_override"]


@pytest.mark.on_disk
def test_a_library_that_is_missing_is_told(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.exports.making._is_here", lambda _: False)
    done = coach("statement", "--format", "odt", "--unfinished")
    failed(done, CannotMake, "no_documents")
    failed(coach("export", "--format", "pdf"), CannotMake, "no_documents")


@pytest.mark.on_disk
def test_nothing_written_makes_no_file(coach: Coach, settings: Settings, content: Content) -> None:
    asyncio.run(tell(settings, content, "/restart", "Yes, start again"))
    failed(coach("statement"), CoachError, "nothing_written")


@pytest.mark.on_disk
def test_everything_is_one_zip(coach: Coach) -> None:
    done = coach("export", "--format", "docx")
    assert done.exit_code == 0
    with zipfile.ZipFile(done.stdout.strip()) as archive:
        assert "thing_2-statement.docx" in archive.namelist()
        assert b"I am a cook" in archive.read("my-data.json")
