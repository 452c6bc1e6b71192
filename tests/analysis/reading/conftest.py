"""A reader by the tables that ship."""

from __future__ import annotations

import pytest

from bot.analysis.reading.reading import Reader
from bot.content.library import shipped_folder
from bot.content.loading import load_content
from tests.bench.reading import reader_of


@pytest.fixture(scope="session")
def reader() -> Reader:
    folder = shipped_folder()
    return reader_of(load_content(folder), folder)
