"""What the README promises is real: its commands, settings, form and words."""

from __future__ import annotations

import json
import re
import shlex

from typer.main import get_command

from bot import __version__
from bot.cli.main import app
from bot.content.library import Content, shipped_folder
from bot.flows.registry import COMMANDS
from bot.settings import Settings
from tests.conftest import Run
from tests.support.learner import Learner

ROOT = shipped_folder()

README = (ROOT / "README.md").read_text()


def test_its_commands_are_the_ones_there_are() -> None:
    named = set(re.findall(r"^\| `coach (\w[\w-]*)", README, re.MULTILINE))
    assert named == set(get_command(app).commands)  # type: ignore[attr-defined]


def test_its_settings_are_the_ones_there_are_and_so_are_those_of_env_example() -> None:
    table = README.partition("## Settings")[2].partition("\n## ")[0]
    named = set(re.findall(r"`([A-Z_]+)`", table)) - {"NO_COLOR"}
    example = re.findall(r"^(?:# )?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE)
    fields = {name.upper() for name in Settings.model_fields}
    assert {name for name in named if name in fields or "COACH" in name} == fields
    assert set(example) == fields


def test_it_names_every_command_of_the_conversation() -> None:
    line = README.partition("can send these at any time:")[2].partition("\n\n")[0]
    assert set(re.findall(r"`/(\w+)`", line)) == set(COMMANDS)


def test_the_exchange_it_shows_is_what_is_said(content: Content, learner: Learner) -> None:
    shown = README.partition("```text\n")[2].partition("```")[0]
    learner.at("management")
    question = learner.replies[-1].text
    typed = re.search(r"^› (.*)$", shown, re.MULTILINE)
    assert typed
    flat = " ".join(shown.split())
    assert " ".join(question.split()) in flat
    assert " ".join(learner.say(typed[1]).split()) in flat


def test_its_two_lines_stand_as_they_are_run() -> None:
    lines = README.splitlines()
    install = "python3 -m venv .venv && .venv/bin/pip install -e"
    assert f"{install} . && .venv/bin/coach chat" in lines
    assert f"{install} '.[dev]' && .venv/bin/pytest -n auto" in lines
    assert r"^python3 .*pytest -n auto$" in (ROOT / ".ci" / "run").read_text()


def test_its_first_screen_says_what_this_is_and_for_whom() -> None:
    first = "\n".join(README.splitlines()[:30])
    for word in ("Care workers", "one small question", "learner", "author", "operator", "✓ Saved"):
        assert word in first


def test_the_example_for_programs_works(run: Run) -> None:
    block = README.partition("## For programs")[2].partition("```sh\n")[2].partition("```")[0]
    words = shlex.split(block.replace("|", " "))
    typed = "\n".join(word for word in words if word.startswith("{"))
    arguments = words[words.index(".venv/bin/coach") + 1 :]
    done = run(*arguments, typed=typed)
    assert json.loads(done.stdout.splitlines()[-1])["state"]["own_words"] == 4


def test_every_folder_and_file_it_names_is_there() -> None:
    for name in re.findall(r"^(bot/[\w/.]+)", README, re.MULTILINE):
        assert (ROOT / name).exists(), name
    for name in re.findall(r"`((?:tests|dialogues|frameworks|bot)/[\w/.]*)`", README):
        assert (ROOT / name).exists(), name


def test_the_version_is_said_in_one_place_more_and_the_same() -> None:
    assert f'version = "{__version__}"' in (ROOT / "pyproject.toml").read_text()
