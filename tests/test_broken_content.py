"""One broken file and one exact message for each mistake an author can make.

Each file of ``tests/broken`` is a whole dialogue with one mistake. Its last lines say what the
checker must answer: ``# expect <line>: <message>``.
"""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from bot.content.content import load_content, shipped_folder
from bot.content.loader import MAX_BYTES
from bot.errors import ContentError
from tests.conftest import Run

BROKEN = sorted((Path(__file__).parent / "broken").glob("*.yaml"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("dialogues", "frameworks"):
        shutil.copytree(shipped_folder() / name, tmp_path / name)
    return tmp_path


def problems(folder: Path) -> list[str]:
    try:
        load_content(folder, today=date(2026, 11, 21))
    except ContentError as error:
        return [str(problem).removeprefix(f"{folder}/") for problem in error.problems]
    return []


@pytest.mark.parametrize("file", BROKEN, ids=lambda file: file.stem)
def test_a_mistake_gets_its_line_and_its_mend(folder: Path, file: Path) -> None:
    shutil.copy(file, folder / "dialogues" / "walk.yaml")
    expected = re.findall(r"^# expect (.*)$", file.read_text(), re.MULTILINE)
    assert bool(expected) == (file.stem != "good")
    assert problems(folder) == [f"dialogues/walk.yaml:{each}" for each in expected]


IN_OTHER_FILES = [
    (
        "dialogues/common.yaml",
        '  change: "Change: $label"',
        "  change: Change it",
        "“change” needs $label, to tell the answers apart",
    ),
    (
        "dialogues/common.yaml",
        "  carry_on: Carry on",
        "  carry_on: 'Carry on '",
        "“carry_on” must be one line that does not begin with / or a space, nor end with one",
    ),
    (
        "dialogues/common.yaml",
        "  statement: $dialogue-$makes",
        "  statement: ../$dialogue",
        "“statement” must be letters, digits, _ and -, as part of a file's name",
    ),
    (
        "dialogues/thing_2.yaml",
        "    question: What leadership did you or others show?",
        "    question: '   '",
        "“question” is only spaces; write it or remove the key",
    ),
    (
        "dialogues/common.yaml",
        "  next: Next",
        "  next: Pause",
        "“Pause” is the label of “next” too; change one",
    ),
    (
        "dialogues/common.yaml",
        "  press_start: Press “$start”",
        "  press_start: Press “$strat”",
        "“press_start”: “$strat” is not filled in here; what can be is: only the names of buttons",
    ),
    (
        "dialogues/common.yaml",
        "press “$skip”.",
        "press “$ skip”.",
        "a lone “$” stands here; write “$$” for a dollar sign",
    ),
    (
        "dialogues/common.yaml",
        "$number of $total · $label",
        "$nummer of $total · $label",
        "“ask”: “$nummer” is not filled in here; what can be is: "
        "$hint, $label, $number, $question, $total",
    ),
    (
        "frameworks/resources.yaml",
        "topics: [background]",
        "topics: [backgroud]",
        "there is no topic “backgroud”; did you mean “background”?",
    ),
    (
        "frameworks/resources.yaml",
        "id: helpful_resources",
        "id: thing_2_page",
        "“thing_2_page” stands here a second time; each must be different",
    ),
    (
        "frameworks/resources.yaml",
        "url: https://mylearning.scot/?p=453763",
        "url: mylearning.scot",
        "“url” must be a web address that begins with http:// or https://",
    ),
    (
        "frameworks/resources.yaml",
        "    status: seen",
        "    status: saw",
        "“status” must be seen, not_verified, print or closed",
    ),
]


@pytest.mark.parametrize(("name", "good", "bad", "message"), IN_OTHER_FILES)
def test_a_mistake_in_the_shared_files_gets_its_line_and_its_mend(
    folder: Path, name: str, good: str, bad: str, message: str
) -> None:
    text = (folder / name).read_text()
    assert good in text
    line = text[: text.index(good)].count("\n") + 1
    (folder / name).write_text(text.replace(good, bad, 1))
    found = problems(folder)
    place, _, _ = next(each for each in found if each.endswith(message)).partition(": ")
    near = int(place.rpartition(":")[2])
    assert line - 1 <= near <= line + 10, "the line, or the beginning of a text of several lines"


def test_all_problems_of_all_files_are_told_at_once(folder: Path) -> None:
    for file in BROKEN[:4]:
        shutil.copy(file, folder / "dialogues" / file.name)
    assert {each.partition(":")[0] for each in problems(folder)} >= {
        f"dialogues/{file.name}" for file in BROKEN[:4]
    }


def test_a_file_that_is_too_large_is_not_read(folder: Path) -> None:
    (folder / "dialogues" / "walk.yaml").write_bytes(b"x" * 10_000_000)
    assert problems(folder) == [
        f"dialogues/walk.yaml:1: 10,000,000 bytes; a content file has at most {MAX_BYTES:,}"
    ]


def test_a_file_that_is_not_utf_8_is_refused(folder: Path) -> None:
    (folder / "dialogues" / "walk.yaml").write_bytes(b"id: caf\xe9\n")
    assert "byte 7 is not UTF-8" in problems(folder)[0]


def test_a_bomb_of_aliases_is_refused_at_its_first_anchor(folder: Path) -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}]"
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    (folder / "dialogues" / "walk.yaml").write_text("\n".join(lines))
    assert "walk.yaml:1: anchors" in problems(folder)[0]


def test_a_missing_shared_file_is_told(folder: Path) -> None:
    (folder / "frameworks" / "resources.yaml").unlink()
    assert "resources.yaml:1: cannot be read" in problems(folder)[0]


def test_a_folder_without_dialogues_is_told(folder: Path) -> None:
    for file in (folder / "dialogues").glob("*.yaml"):
        if file.name != "common.yaml":
            file.unlink()
    assert "there is no dialogue beside this file" in problems(folder)[0]


def test_check_prints_every_problem_and_ends_with_1(folder: Path, run: Run) -> None:
    shutil.copy(BROKEN[0], folder / "dialogues" / "walk.yaml")
    done = run("check", str(folder))
    assert done.returncode == 1
    assert "walk.yaml:6: anchors" in done.stdout
    assert "1 problem(s)." in done.stderr


def test_broken_content_stops_a_conversation_with_the_same_lines(folder: Path, run: Run) -> None:
    shutil.copy(BROKEN[0], folder / "dialogues" / "walk.yaml")
    done = run("chat", COACH_CONTENT=str(folder))
    assert done.returncode == 1
    assert "walk.yaml:6: anchors" in done.stderr
