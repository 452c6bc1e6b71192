"""What was read of the content is kept for the next start, and taken only while it holds."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.content.kept import NAME, open_kept
from bot.content.library import Content, Operator, shipped_folder
from bot.content.loading import load_content
from bot.errors import ContentError

US = Operator("The care team", "care@example.org")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for each in ("dialogues", "frameworks"):
        shutil.copytree(shipped_folder() / each, tmp_path / "content" / each)
    return tmp_path / "content"


class Reads:
    """How often the files were read and checked, in whatever process."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.file.touch()

    def note(self, folder: Path, operator: Operator) -> Content:
        with self.file.open("a") as noted:
            noted.write(f"{os.getpid()}\n")
        return load_content(folder, operator)

    @property
    def processes(self) -> list[int]:
        return [int(each) for each in self.file.read_text().split()]

    def __len__(self) -> int:
        return len(self.processes)


@pytest.fixture
def reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reads:
    """The readings of the content."""
    found = Reads(tmp_path / "reads")
    monkeypatch.setattr("bot.content.loading.load_content", found.note)
    return found


def test_the_next_start_takes_what_the_first_has_read(
    folder: Path, tmp_path: Path, reads: Reads
) -> None:
    first, second = (open_kept(folder, US, tmp_path / "cache") for _ in range(2))
    assert len(reads) == 1
    assert second.words == first.words
    assert second.dialogues == first.dialogues
    assert second.frameworks == first.frameworks
    assert second.listening == first.listening
    assert second.operator == US


def test_a_file_that_was_changed_is_read_again(folder: Path, tmp_path: Path, reads: Reads) -> None:
    open_kept(folder, US, tmp_path / "cache")
    words = folder / "dialogues" / "common.yaml"
    words.write_text(words.read_text().replace("✓ Saved", "✓ Kept"))
    assert "✓ Kept" in repr(open_kept(folder, US, tmp_path / "cache").words)
    assert len(reads) == 2


def test_another_operator_is_never_shown_as_the_one_before(
    folder: Path, tmp_path: Path, reads: Reads
) -> None:
    open_kept(folder, US, tmp_path / "cache")
    other = open_kept(folder, Operator("The night team", ""), tmp_path / "cache")
    assert other.operator.name == "The night team"
    assert len(reads) == 2


def cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-100])


def open_to_others(file: Path) -> None:
    file.chmod(0o666)


def gone_wrong(file: Path) -> None:
    file.write_bytes(b"nonsense")


@pytest.mark.parametrize("spoil", [cut_short, gone_wrong, open_to_others])
def test_what_may_not_be_what_was_kept_is_not_taken(
    folder: Path, tmp_path: Path, reads: Reads, spoil: Callable[[Path], None]
) -> None:
    open_kept(folder, US, tmp_path / "cache")
    spoil(tmp_path / "cache" / NAME)
    open_kept(folder, US, tmp_path / "cache")
    assert len(reads) == 2
    open_kept(folder, US, tmp_path / "cache")
    assert len(reads) == 2, "it was kept anew"


def test_it_is_kept_for_its_user_alone_and_where_it_cannot_be_kept_it_is_read(
    folder: Path, tmp_path: Path, reads: Reads
) -> None:
    open_kept(folder, US, tmp_path / "cache")
    if os.name == "posix":
        assert (tmp_path / "cache" / NAME).stat().st_mode & 0o777 == 0o600
    (tmp_path / "file").write_text("no folder")
    assert open_kept(folder, US, tmp_path / "file" / "cache").words
    assert [each.name for each in (tmp_path / "cache").iterdir()] == [NAME]


def test_a_fault_in_what_the_coach_says_back_keeps_nothing(folder: Path, tmp_path: Path) -> None:
    (folder / "dialogues" / "listening.yaml").write_text("nonsense: 1")
    assert open_kept(folder, US, tmp_path / "cache").words
    assert not (tmp_path / "cache").exists()


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """This process has one thread, as a command has that begins."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)


@pytest.mark.usefixtures("alone")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="no process has a child here")
def test_a_first_start_has_the_files_read_by_a_process_that_goes_again(
    folder: Path, tmp_path: Path, reads: Reads
) -> None:
    first, second = (open_kept(folder, US, tmp_path / "cache") for _ in range(2))
    assert len(reads) == 1
    assert os.getpid() not in reads.processes
    assert first.words == second.words


@pytest.mark.usefixtures("alone")
def test_where_that_process_fails_the_fault_is_told_here(
    folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "dialogues" / "common.yaml").write_text("nothing: here\n")
    with pytest.raises(ContentError):
        open_kept(folder, US, tmp_path / "cache")
    assert capfd.readouterr() == ("", "")


def test_a_process_of_several_threads_reads_the_files_itself(
    folder: Path, tmp_path: Path, reads: Reads, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    open_kept(folder, US, tmp_path / "cache")
    assert reads.processes == [os.getpid()]
