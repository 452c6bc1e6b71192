"""One broken file and one exact message for each mistake an author can make.

Each file of ``tests/broken`` is a whole dialogue with one mistake. Its last lines say what the
checker must answer: ``# expect <line>: <message>``.
"""

from __future__ import annotations

import re
import shutil
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from bot.content import readability
from bot.content.library import shipped_folder
from bot.content.loading import load_content
from bot.content.yaml_reader import MAX_BYTES, MOST_PROBLEMS
from bot.errors import ContentError
from tests.conftest import Run

BROKEN = sorted((Path(__file__).parent / "broken").glob("*.yaml"))


ONCE = {
    name: lru_cache(maxsize=None)(getattr(readability, name))
    for name in ("as_read", "grade", "sentences")
}
"""Most texts are the same in each test: how hard one reads is worked out once."""


@pytest.fixture(autouse=True)
def graded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, cached in ONCE.items():
        monkeypatch.setattr(readability, name, cached)


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
    ("frameworks/resources.yaml", "year: 2020", "year: 1820", "“year” must be 1900 or more"),
    ("frameworks/resources.yaml", "year: 2020", "year: 20200", "“year” must be 2100 or less"),
    (
        "frameworks/resources.yaml",
        "checked_on: 2026-11-21",
        "checked_on: last week",
        "“checked_on” must be a day such as 2026-11-29",
    ),
    (
        "frameworks/resources.yaml",
        "checked_on: 2026-11-21",
        "checked_on: [2026]",
        "“checked_on” must be a day such as 2026-11-29",
    ),
    (
        "frameworks/resources.yaml",
        "    status: seen",
        "    status: saw",
        "“status” must be seen, not_verified, print or closed",
    ),
    (
        "frameworks/kotter.yaml",
        "    opposite: establishing_direction",
        "    opposite: establishing_directon",
        "there is no practice “establishing_directon”; did you mean “establishing_direction”?",
    ),
    (
        "frameworks/kotter.yaml",
        "    opposite: establishing_direction",
        "    opposite: aligning_people",
        "“planning_budgeting” and “aligning_people” must name each other, one on each side",
    ),
    (
        "frameworks/kotter.yaml",
        "      - setting: housing_support",
        "      - setting: nursery",
        "give examples from two different settings",
    ),
    (
        "frameworks/kotter.yaml",
        "      - setting: housing_support",
        "      - setting: hospital",
        "“setting” must be care_home, home_care, nursery, social_work, housing_support or justice",
    ),
    (
        "frameworks/kotter.yaml",
        "  - id: planning_budgeting",
        "  - id: plan",
        "“plan” is the id of a page of kotter too; change one",
    ),
    (
        "frameworks/kotter.yaml",
        "  - id: planning_budgeting",
        "  - id: learn",
        "“learn” is the id of a page of the coach too; change one",
    ),
    (
        "frameworks/kotter.yaml",
        "order: 1",
        "order: 2",
        "“kotter” has order 2 too; change one",
    ),
    (
        "frameworks/kotter.yaml",
        "id: kotter",
        "id: kotters",
        "the id “kotters” must be the file's name, “kotter”",
    ),
    (
        "frameworks/kotter.yaml",
        "  resource: kotter_table",
        "  resource: kotter_tabel",
        "there is no resource “kotter_tabel”; did you mean “kotter_table”?",
    ),
    (
        "frameworks/kotter.yaml",
        "    side: management",
        "    side: managing",
        "“side” must be management, leadership or both",
    ),
    (
        "frameworks/activities.yaml",
        "    side: management",
        "    side: leadership",
        "its practices are on the side of management; it is said to be leadership; "
        "change one of the two",
    ),
    (
        "frameworks/activities.yaml",
        "planning_budgeting",
        "planing_budgeting",
        "there is no practice “planing_budgeting”; did you mean “planning_budgeting”?",
    ),
    (
        "dialogues/thing_2.yaml",
        "    criterion: leadership",
        "    criterion: leading",
        "there is no criterion “leading”; there is: leadership, management, overlap",
    ),
    (
        "dialogues/good_leaders.yaml",
        "  - There are five small questions.",
        "  - It is for $badge. There are five small questions.",
        "there is no badge here; add one, or remove its name",
    ),
    (
        "dialogues/leading_and_managing.yaml",
        "        to: more",
        "        to: mor",
        "there is no step “mor”; did you mean “more”?",
    ),
    (
        "dialogues/leading_and_managing.yaml",
        "        to: more",
        "        to: plan",
        "“plan” comes before “go_on”, so this never ends; lead to a later step",
    ),
    (
        "dialogues/leading_and_managing.yaml",
        "        label: Leading too",
        "        label: Skip",
        "“Skip” is a button of the coach; choose another label",
    ),
    (
        "dialogues/leading_and_managing.yaml",
        "    label: monitor",
        "    label: monitor\n    then: more",
        "nothing leads to the step “go_on”; let a “then” or a “to” lead there",
    ),
    (
        "dialogues/leading_and_managing.yaml",
        "    many: true",
        "    example: I scan.",
        "“example” is not a field here; there is: choices, heading, hint, id, label, many, "
        "question, then",
    ),
    (
        "frameworks/kotter.yaml",
        "    name: Planning and budgeting",
        "    name: Next",
        "“Next” is a button of the coach; choose another label",
    ),
    (
        "frameworks/kotter.yaml",
        "    - Decide what to do",
        "    - Decide what to do\n    - A fourth row",
        "4 rows for 3 pairs; give a title for each pair or for none",
    ),
    (
        "frameworks/resources.yaml",
        "    url: https://23leadership.sssc.uk.com/2017/05/01/thing-2-open-badges/",
        "    url: https://23leadership.sssc.uk.com:8o/2017",
        "“url”: is no web address; look at its host and port",
    ),
    (
        "dialogues/leading_and_managing.yaml",
        "    many: true",
        "    lots: true",
        "“lots” is not a field here; there is: choices, heading, hint, id, label, many, "
        "question, then",
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


MENDED_ELSEWHERE = [
    (
        "dialogues/thing_2.yaml",
        ("    criterion: leadership", "    criterion: management"),
        "    - id: leadership",
        "no step answers the criterion “leadership”; add “criterion: leadership” to one",
    ),
    (
        "dialogues/leading_and_managing.yaml",
        ("      - id: leading_too", "      - id: more_plan"),
        "      - id: more_plan\n        label: Plan",
        "“more_plan” stands here a second time; each must be different",
    ),
]


@pytest.mark.parametrize(("name", "change", "mend_at", "message"), MENDED_ELSEWHERE)
def test_a_mistake_is_named_at_the_line_that_it_is_about(
    folder: Path, name: str, change: tuple[str, str], mend_at: str, message: str
) -> None:
    text = (folder / name).read_text().replace(*change, 1)
    (folder / name).write_text(text)
    line = text[: text.index(mend_at)].count("\n") + 1
    assert f"{name}:{line}: {message}" in problems(folder)


def test_a_file_that_would_not_be_read_is_told(folder: Path) -> None:
    (folder / "dialogues" / "thing_6.yml").write_text("id: thing_6")
    assert problems(folder) == [
        "dialogues/thing_6.yml:1: only files that end with .yaml are read; rename it or move it"
    ]


def test_a_folder_of_another_kind_is_told(folder: Path) -> None:
    assert "there is no dialogues/ in it" in problems(folder / "dialogues")[0]


def test_two_models_with_one_name_are_told(folder: Path) -> None:
    path = folder / "frameworks" / "six_capabilities.yaml"
    path.write_text(path.read_text().replace("name: Six capabilities", "name: Two ways to lead", 1))
    [told] = [each for each in problems(folder) if "is called so too; change one" in each]
    assert "“six_capabilities”" in told or "“two_approaches”" in told


def test_every_wrong_way_is_told_at_once(folder: Path) -> None:
    path = folder / "dialogues" / "leading_and_managing.yaml"
    text = path.read_text().replace("        to: more", "        to: mor")
    path.write_text(text.replace("    label: monitor", "    label: monitor\n    then: mro"))
    assert sum("there is no step" in each for each in problems(folder)) == 2


@pytest.mark.parametrize("name", ["six_capabilities", "good_leaders"])
def test_a_picture_needs_both_sides(folder: Path, name: str) -> None:
    path = folder / "frameworks" / f"{name}.yaml"
    path.write_text(path.read_text() + "picture:\n  alt: A table with two columns and some rows.\n")
    assert any("a picture needs the side management" in each for each in problems(folder))


def test_links_that_nobody_has_looked_at_for_half_a_year_are_a_warning() -> None:
    content = load_content(shipped_folder(), today=date(2026, 11, 24))
    assert content.warnings == ()
    aged = load_content(shipped_folder(), today=date(2027, 6, 1))
    contacts = content.support.contacts
    assert len(aged.warnings) == len(content.resources) + len(contacts)
    assert re.match(
        r"frameworks/resources\.yaml:\d+: warning: “thing_2_page” was last checked 192 days ago",
        aged.warnings[0],
    )


def test_check_prints_warnings_and_still_ends_well(folder: Path, run: Run) -> None:
    links = folder / "frameworks" / "resources.yaml"
    links.write_text(links.read_text().replace("2026-11-21", "2020-01-01", 1))
    done = run("check", str(folder))
    assert done.returncode == 0
    assert "warning: “thing_2_page” was last checked" in done.stdout
    assert "then set “checked_on”" in done.stdout


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


def test_a_file_with_mistakes_without_end_is_read_no_further(folder: Path) -> None:
    (folder / "dialogues" / "walk.yaml").write_text("a: 1\n" * 40_000)
    assert len(problems(folder)) == MOST_PROBLEMS


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
        if "\nsteps:" in file.read_text():
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
