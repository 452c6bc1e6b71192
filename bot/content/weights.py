"""The learned tables as they ship: ``frameworks/weights/*.tsv``, text that analysis parses."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bot.errors import ContentError, Problem

FOLDER = "frameworks/weights"

TABLES = ("kinds", "parts", "practices", "harm_pieces", "harm")


def load_weights(folder: Path) -> Mapping[str, str]:
    """Return each table's text by its name. Raises ContentError where one cannot be read."""
    tables = dict[str, str]()
    for name in TABLES:
        path = folder / FOLDER / f"{name}.tsv"
        try:
            tables[name] = path.read_text("utf-8")
        except OSError as error:
            what = f"{error.strerror}; run “coach learn” to write it"
            raise ContentError([Problem(str(path), 1, what)]) from error
    return tables
