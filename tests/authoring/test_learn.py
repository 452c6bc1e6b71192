"""Learning from labelled rows, on a machine that has scikit-learn."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.content.labelled import read_acts, read_messages
from bot.content.library import shipped_folder
from bot.content.loading import load_content
from bot.errors import ContentError

PRACTICES = frozenset(each.id for each in load_content(shipped_folder()).practices.values())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(shipped_folder() / "frameworks", tmp_path / "frameworks")
    shutil.copytree(shipped_folder() / "dialogues", tmp_path / "dialogues")
    return tmp_path


def test_the_rows_that_ship_are_all_labelled_with_what_is_known() -> None:
    assert len(read_acts(shipped_folder(), PRACTICES)) > 1000
    assert len(read_messages(shipped_folder())) > 1000


def test_a_label_that_is_not_known_is_named_with_its_line(folder: Path) -> None:
    path = folder / "frameworks" / "labelled" / "speech.csv"
    path.write_text("id,step,voice,text,kind,act\nx1,management,,ok,tlak,false\n", "utf-8")
    with pytest.raises(ContentError) as caught:
        read_messages(folder)
    (problem,) = caught.value.problems
    assert problem.line == 2
    assert "“tlak”" in problem.what


def test_a_row_with_an_unquoted_comma_is_named_with_its_line(folder: Path) -> None:
    path = folder / "frameworks" / "labelled" / "speech.csv"
    path.write_text("id,step,voice,text,kind,act\nx1,management,,ok, ta,talk,false\n", "utf-8")
    with pytest.raises(ContentError, match="quote commas"):
        read_messages(folder)


@pytest.mark.long
@pytest.mark.parametrize("name", ["kinds", "parts", "practices", "questions", "sayings"])
def test_the_same_rows_lead_to_the_same_bytes(folder: Path, name: str) -> None:
    pytest.importorskip("sklearn")
    from bot.authoring.learn import tasks_of  # noqa: PLC0415 - needs the extra
    from bot.authoring.training import learn  # noqa: PLC0415

    task = next(each for each in tasks_of(folder) if each.name == name)
    shipped = (shipped_folder() / "frameworks" / "weights" / f"{name}.tsv").read_text("utf-8")
    assert learn(task) == shipped


def test_each_act_of_a_row_has_its_practice_in_each_framework(folder: Path) -> None:
    path = folder / "frameworks" / "labelled" / "acts.csv"
    path.write_text(
        "text,label,kotter,msh,tells,speech\n"
        "split the floor and thanked them,both,"
        "organising_staffing;motivating_inspiring,organise|plan;inspire,own_act,evidence\n"
        "ran the tombola,management,none,implement,own_act,evidence\n"
        "it rained,neither,none,none,context,evidence\n",
        "utf-8",
    )
    assert [each.acts for each in read_acts(folder, PRACTICES)] == [
        (("organising_staffing", "organise"), ("motivating_inspiring", "inspire")),
        (("implement",),),
        (),
    ]


@pytest.mark.long
def test_harm_is_learned_to_the_same_bytes_too(folder: Path) -> None:
    pytest.importorskip("sklearn")
    from bot.authoring.harm_learning import learn_harm  # noqa: PLC0415 - needs the extra
    from bot.authoring.learn import harm_corpus  # noqa: PLC0415

    shipped = (shipped_folder() / "frameworks" / "weights" / "harm.tsv").read_text("utf-8")
    assert learn_harm(harm_corpus(folder)) == shipped
