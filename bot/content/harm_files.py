"""The files by which harm is read and learned: words, frames, labelled rows, weights."""

from __future__ import annotations

import csv
from pathlib import Path

from pydantic import ValidationError

from bot.content.models.harm_rows import HarmFrames, HarmRow, HarmWords
from bot.content.source_files import read_source
from bot.content.validation import Model, built

LABELLED = Path("frameworks", "labelled")

ROWS, ORDINARY, WORDS, FRAMES = (
    LABELLED / "harm.csv",
    LABELLED / "ordinary.txt",
    LABELLED / "harm_words.yaml",
    LABELLED / "harm_frames.yaml",
)


def read_harm_rows(path: Path) -> list[HarmRow]:
    """Return the labelled rows of a file. Raises ValueError with the line of the first bad one."""
    found = list[HarmRow]()
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        for row in reader:
            try:
                found.append(HarmRow.model_validate(row))
            except ValidationError as error:
                what = error.errors()[0]["msg"]
                raise ValueError(f"{path.name}:{reader.line_num}: {what}") from error
    return found


def read_harm_words(folder: Path) -> HarmWords:
    """Return the words of a content folder. Raises ContentError with what is wrong in the file."""
    return _read(folder / WORDS, HarmWords)


def read_harm_frames(folder: Path) -> HarmFrames:
    """Return the frames of a content folder. Raises ContentError with what is wrong in the file."""
    return _read(folder / FRAMES, HarmFrames)


def _read(path: Path, model: type[Model]) -> Model:
    return built(read_source(path), model)
