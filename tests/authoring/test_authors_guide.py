"""What docs/authors.md promises to an author is real: its YAML is played to the end."""

from __future__ import annotations

import re
import shutil
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from bot.content.library import Content, shipped_folder
from bot.content.loading import load_content
from bot.content.models.dialogue import ChoiceStep, Dialogue, WordsStep
from bot.content.text_kinds import CARD, HELP, PROMPT
from bot.pictures.framework import draw
from tests.conftest import Run
from tests.support.learner import Learner

pytestmark = pytest.mark.long

DOCS = shipped_folder() / "docs"

GUIDE = (DOCS / "authors.md").read_text()

YAML = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The content that ships, with the guide's file beside it: an author's first ten minutes."""
    for name in ("dialogues", "frameworks"):
        shutil.copytree(shipped_folder() / name, tmp_path / name)
    (tmp_path / "dialogues" / "thing_4.yaml").write_text(YAML[0])
    return tmp_path


@pytest.fixture
def content(folder: Path) -> Content:
    return load_content(folder, today=date(2026, 11, 24))


def test_its_file_passes_the_check(folder: Path, run: Run) -> None:
    done = run("check", str(folder))
    assert (done.returncode, done.stdout) == (0, "")
    assert "5 dialogue(s)" in done.stderr


def test_its_file_alone_makes_a_reflection_without_any_python(content: Content) -> None:
    learner = Learner(content)
    learner.open("thing_4")
    learner.press("Start")
    learner.say("I asked two colleagues and the senior of my shift.")
    learner.press("Next")
    learner.say("word " * 190)
    learner.press("Next")
    learner.press("Less of something")
    assert learner.step == "less"
    learner.say("I will stop doing the list alone.")
    learner.press("Next")
    assert learner.status == "ready"
    assert "SSSC MyLearning" in learner.press("My statement")


def test_the_other_way_leads_past_the_last_step(content: Content) -> None:
    learner = Learner(content)
    learner.open("thing_4")
    learner.press("Start")
    learner.press("Skip")
    learner.press("Skip")
    learner.press("More of something")
    assert learner.step == "more"
    learner.say("I will ring two of the families every Friday.")
    learner.press("Next")
    assert learner.step == "review"


@pytest.mark.parametrize("command", ["preview", "diagram", "play"])
def test_the_commands_that_it_names_work_on_the_file(folder: Path, run: Run, command: str) -> None:
    done = run(command, "thing_4", COACH_CONTENT=str(folder))
    assert done.returncode == 0
    assert done.stdout


def test_the_bot_and_the_terminal_list_it(content: Content) -> None:
    assert "Thing 4: What do others say" in Learner(content).say("/things")


def test_its_table_of_limits_is_the_one_that_is_checked() -> None:
    for kind in (PROMPT, CARD, HELP):
        numbers = (kind.words, kind.sentence, kind.grade, kind.average)
        assert f"| {' | '.join(f'{each:g}' for each in numbers)} |" in GUIDE


def test_it_names_every_field_of_a_dialogue_and_of_a_step() -> None:
    table = GUIDE.partition("## What a dialogue holds")[2].partition("\n## ")[0]
    for model in (Dialogue, WordsStep, ChoiceStep):
        for name in model.model_fields:
            assert f"`{name}" in table, name


def test_its_pictures_are_there() -> None:
    shown = re.findall(r"!\[.+?\]\((.+?)\)", GUIDE)
    assert len(shown) == 2
    for each in shown:
        assert (DOCS / each).read_bytes().startswith(b"\x89PNG")


def test_its_picture_of_a_framework_is_the_one_that_is_drawn(content: Content) -> None:
    shown = Image.open(DOCS / "pictures" / "kotter.png").convert("L")
    drawn = Image.open(BytesIO(draw(content.frameworks["kotter"]))).convert("L")
    assert shown.size == drawn.size
    # Another version of the letters' library may set a dot another way, and no more.
    assert ImageStat.Stat(ImageChops.difference(shown, drawn)).mean[0] < 3
