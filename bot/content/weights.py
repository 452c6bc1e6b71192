"""The learned tables as they ship: ``frameworks/weights/*.tsv``, text that analysis parses."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bot.errors import ContentError, Problem

FOLDER = "frameworks/weights"

TABLES = ("kinds", "parts", "practices", "harm_pieces", "questions", "sayings", "harm")


def load_weights(folder: Path) -> Mapping[str, str]:
    """Return each table's text by its name. Raises ContentError where one cannot be read."""
    return {name: load_table(folder, name) for name in TABLES}


def load_table(folder: Path, name: str) -> str:
    """Return the text of one table. Raises ContentError where it cannot be read, or is empty, as
    while it is written."""
    path = folder / FOLDER / f"{name}.tsv"
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        what = f"{error.strerror}; run “coach learn” to write it"
        raise ContentError([Problem(str(path), 1, what)]) from error
    if not text:
        raise ContentError([Problem(str(path), 1, "it is empty; run “coach learn” to write it")])
    return text
