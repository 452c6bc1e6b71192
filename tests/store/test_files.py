"""Files a learner keeps are never written over and never lead out of their folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.turn import File
from bot.errors import CannotSave
from bot.store.files import Files


def as_text(file: File) -> bytes:
    return file.text.encode()


def a_file(text: str) -> File:
    return File("thing_2-statement", "txt", "text/plain", text)


def test_a_changed_statement_gets_the_plain_name_and_the_older_one_is_kept(tmp_path: Path) -> None:
    files = Files(tmp_path, as_text)
    first = files.write("me", a_file("one"))
    assert files.write("me", a_file("one")) == first
    second = files.write("me", a_file("two"))
    assert first == second, "the plain name is always the newest"
    assert second.read_text() == "two"
    assert second.with_name("thing_2-statement-1.txt").read_text() == "one"


@pytest.mark.parametrize("chat", ["../../etc", "..", "/abs", "a/b", "\x00", "é" * 300, ""])
def test_no_chat_id_leads_out_of_the_folder(tmp_path: Path, chat: str) -> None:
    path = Files(tmp_path / "files", as_text).write(chat, a_file("one"))
    assert (tmp_path / "files") in path.resolve().parents


def test_only_the_owner_can_read_them(tmp_path: Path) -> None:
    assert Files(tmp_path, as_text).write("me", a_file("one")).stat().st_mode & 0o077 == 0


def test_forgetting_one_chat_leaves_the_others(tmp_path: Path) -> None:
    files = Files(tmp_path, as_text)
    mine, other = files.write("me", a_file("one")), files.write("you", a_file("one"))
    files.forget("me")
    assert not mine.exists()
    assert other.exists()
    files.forget("nobody")


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotSave) as caught:
        Files(tmp_path / "file", as_text).write("me", a_file("one"))
    assert caught.value.sentence == "cannot_write_file"


def test_a_folder_that_cannot_be_deleted_is_told(tmp_path: Path) -> None:
    files = Files(tmp_path, as_text)
    (tmp_path / "chat-me").write_text("no folder")
    with pytest.raises(CannotSave) as caught:
        files.forget("me")
    assert caught.value.sentence == "cannot_delete_files"
