"""The wheel is the whole coach, and the source archive all that was written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

pytest.importorskip("hatchling", reason="hatchling is missing: pip install -e '.[dev]'")

pytestmark = pytest.mark.long

ROOT = Path(__file__).parents[1]

IN_THE_WHEEL = {"bot": "bot", "dialogues": "bot/_shipped/dialogues"}
IN_THE_WHEEL |= {"frameworks": "bot/_shipped/frameworks"}

BESIDE_THEM = ("Dockerfile", "LICENSE", "SECURITY.md", "requirements.lock", "pyproject.toml")

FONTS = {"font-source-sans-pro", "fontpkg-amiri", "manimgx-fonts"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    command = (sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-t", "sdist")
    subprocess.run((*command, "-d", str(folder)), cwd=ROOT, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def unpacked(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    [wheel] = built.glob("*.whl")
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)  # noqa: S202 - made here
    return folder


def files_of(folder: Path) -> dict[str, bytes]:
    """What lies in a folder, less what Python and other tools keep there for themselves."""
    found = {each.relative_to(folder): each for each in folder.rglob("*") if each.is_file()}
    kept = {name: each for name, each in found.items() if "__pycache__" not in name.parts}
    return {name.as_posix(): each.read_bytes() for name, each in kept.items()}


@pytest.mark.parametrize("folder", IN_THE_WHEEL)
def test_the_wheel_holds_each_file_as_it_is(unpacked: Path, folder: str) -> None:
    there = files_of(unpacked / IN_THE_WHEEL[folder])
    inside = {name: text for name, text in there.items() if not name.startswith("_shipped/")}
    assert inside == files_of(ROOT / folder)


def test_the_fonts_are_installed_with_it(unpacked: Path) -> None:
    [metadata] = unpacked.glob("*.dist-info/METADATA")
    needed = [line for line in metadata.read_text().splitlines() if line.startswith("Requires-Di")]
    names = {line.split()[1].partition("==")[0] for line in needed}
    assert names >= FONTS


def test_what_the_wheel_holds_talks_without_the_checkout(unpacked: Path, tmp_path: Path) -> None:
    said = "I asked Maria what she needed before I changed the rota."
    typed = "".join(json.dumps({"say": each}) + "\n" for each in ("Start", said))
    environment = {**os.environ, "PYTHONPATH": str(unpacked), "HOME": str(tmp_path)}
    asked = "import bot; print(bot.__file__); from bot.cli.main import main; main()"
    done = subprocess.run(
        (sys.executable, "-c", asked, "play", "thing_2", "--jsonl"),
        input=typed,
        env=environment,
        cwd=tmp_path,
        text=True,
        capture_output=True,
        check=True,
    )
    where, _, answer = done.stdout.splitlines()
    assert Path(where).is_relative_to(unpacked)
    assert json.loads(answer)["coach"]["kind"] == "evidence", "read with the weights that ship"


def test_the_source_archive_holds_all_that_the_wheel_is_made_of_and_no_leavings(
    built: Path,
) -> None:
    [path] = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {each.name.partition("/")[2] for each in archive.getmembers()}
    wanted = [f"{folder}/{name}" for folder in IN_THE_WHEEL for name in files_of(ROOT / folder)]
    wanted += [f"deploy/{name}" for name in files_of(ROOT / "deploy")]
    assert set(wanted) | set(BESIDE_THEM) <= names
    assert not [each for each in names if "_cache" in each or each.startswith((".venv", ".git/"))]
