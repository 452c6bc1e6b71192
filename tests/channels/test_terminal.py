"""The conversation typed by hand: a real command on a real terminal."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pytest

from bot.channels.terminal import harmless
from tests.conftest import Run

pytestmark = pytest.mark.long

PASTE = "\x1b[200~{}\x1b[201~"

Typist = Callable[..., "pexpect.spawn[str]"]


@pytest.fixture
def sit_down(environment: dict[str, str], tmp_path: Path) -> Iterator[Typist]:
    """Open ``coach chat`` on a terminal, as often as wanted."""
    opened: list[pexpect.spawn[str]] = []

    def sit_down(first: str = "›", **more: str) -> pexpect.spawn[str]:
        child = pexpect.spawn(
            sys.executable,
            ["-m", "bot", "chat"],
            env={**environment, "TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1", **more},
            cwd=str(tmp_path),
            encoding="utf-8",
            preexec_fn=_as_in_a_terminal,
            dimensions=(50, 80),
            timeout=20,
        )
        opened.append(child)
        child.expect(first)
        return child

    yield sit_down
    for child in opened:
        child.close(force=True)


def _as_in_a_terminal() -> None:
    """Whatever started the tests may ignore these, and children inherit that."""
    for each in (signal.SIGHUP, signal.SIGINT):
        signal.signal(each, signal.SIG_DFL)


def send(child: pexpect.spawn[str], text: str, answer: str) -> None:
    child.send(text + "\r")
    child.expect(answer)
    child.expect("›")


def saved(run: Run) -> str:
    return run("statement").stdout


def leave(child: pexpect.spawn[str]) -> None:
    """Press Ctrl-C until it is heard: a key that comes while the line is set up may be dropped."""
    for _ in range(30):
        child.sendintr()
        if child.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=2) == 0:
            return
    pytest.fail("Ctrl-C was not heard in a minute")


def test_a_number_or_a_label_picks_a_choice(sit_down: Typist, run: Run) -> None:
    child = sit_down()
    send(child, "1", "1 of 4")
    send(child, "I am a cook.", "4 words")
    send(child, "next", "2 of 4")
    send(child, "2", "1 of 4")
    child.sendeof()
    child.expect("To go on later, run:")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert saved(run) == "My role and the situation\n\nI am a cook.\n"


def test_a_number_that_is_no_choice_is_an_answer(sit_down: Typist, run: Run) -> None:
    child = sit_down()
    send(child, "Start", "1 of 4")
    send(child, "12", "Put it in my answer")
    send(child, "Put it in my answer", "1 word")
    child.sendeof()
    child.expect(pexpect.EOF)
    assert saved(run).endswith("12\n")


def test_several_lines_and_a_paste_of_several_lines_are_one_message(
    sit_down: Typist, run: Run
) -> None:
    child = sit_down()
    send(child, "Start", "1 of 4")
    send(child, "I made soup for ten\x1b\rand we shared it.", "9 words")
    send(child, PASTE.format("I wrote it.\n\nI made tea.\nI moved beds."), "18 words")
    child.sendeof()
    child.expect(pexpect.EOF)
    first = "I made soup for ten\nand we shared it."
    second = "I wrote it.\n\nI made tea.\nI moved beds."
    assert saved(run).endswith(f"{first}\n\n{second}\n")


def test_ctrl_c_never_throws_unsent_words_away_at_once(sit_down: Typist, run: Run) -> None:
    child = sit_down()
    send(child, "Start", "1 of 4")
    child.send("I moved half the beds.")
    child.expect("I moved half the beds.")
    child.sendintr()
    child.expect("Not sent yet.")
    child.send("\r")
    child.expect("5 words")
    leave(child)
    child.close()
    assert "To go on later, run:" in (child.before or "")
    assert child.exitstatus == 130
    assert saved(run).endswith("I moved half the beds.\n")


def test_pause_leaves_and_the_next_visit_asks_the_same_question(sit_down: Typist) -> None:
    child = sit_down()
    send(child, "Start", "1 of 4")
    send(child, "Skip", "2 of 4")
    child.send("Pause\r")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    child = sit_down()
    assert "You are at question 2 of 4" in (child.before or "")


@pytest.mark.parametrize("end", [signal.SIGHUP, signal.SIGKILL, signal.SIGTERM])
def test_a_closed_terminal_or_a_kill_loses_nothing(
    sit_down: Typist, run: Run, end: signal.Signals
) -> None:
    child = sit_down()
    send(child, "Start", "1 of 4")
    send(child, "I am a cook.", "4 words")
    child.kill(end)
    child.expect(pexpect.EOF)
    child.close()
    assert saved(run).endswith("I am a cook.\n")


def test_colour_is_off_when_asked(sit_down: Typist) -> None:
    colour = re.compile(r"\x1b\[[\d;]*3[0-7]m")
    assert colour.search(sit_down().before or "")
    assert not colour.search(sit_down(NO_COLOR="1", COACH_DATA="other").before or "")


def test_no_history_of_a_learners_text_is_left_on_disk(
    sit_down: Typist, run: Run, tmp_path: Path
) -> None:
    child = sit_down()
    send(child, "Start", "1 of 4")
    send(child, "I wrote a very private sentence.", "6 words")
    child.sendeof()
    child.expect(pexpect.EOF)
    for folder, _, names in os.walk(tmp_path):
        for name in names:
            assert b"very private" not in (Path(folder) / name).read_bytes()


def test_control_signs_are_shown_and_not_obeyed() -> None:
    assert harmless("a\x1b[2Jb\r\x07\x9b\u202ec\ud800") == "a␛[2Jb␍␇\ufffd\ufffdc\ufffd"
    assert harmless("two\nlines\tand é 👍 \u200f") == "two\nlines\tand é 👍 \u200f"


@pytest.fixture
def gone(run: Run, tmp_path: Path) -> Path:
    """The data folder of a learner who has written, and whose disk is not mounted today."""
    run("chat", typed="Start\nI am a cook.\n")
    shutil.rmtree(tmp_path / "data")
    return tmp_path / "data"


def test_missing_words_are_asked_about_and_yes_begins_with_none(
    sit_down: Typist, gone: Path
) -> None:
    child = sit_down(first="Type yes or no:")
    child.send("Yes\r")
    child.expect("Hello.")
    send(child, "1", "1 of 4")
    child.sendeof()
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert (gone / "coach.db").exists()


@pytest.mark.parametrize("answer", ["no\r", "\r", "perhaps\r", "\x04"])
def test_missing_words_are_asked_about_once_and_anything_but_yes_leaves(
    sit_down: Typist, gone: Path, answer: str
) -> None:
    child = sit_down(first="Type yes or no:")
    child.send(answer)
    child.expect(r"The\s+data\s+in\s")  # the lines are cut where the name of the folder ends
    child.expect(r"is\s+missing\.")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 2
    assert not gone.exists()


def test_ctrl_c_at_that_question_leaves_without_a_word(sit_down: Typist, gone: Path) -> None:
    child = sit_down(first="Type yes or no:")
    child.expect("›")
    leave(child)
    child.close()
    assert child.exitstatus == 130
    assert "Traceback" not in (child.before or "")
    assert not gone.exists()
