"""A reader by the tables that ship."""

from __future__ import annotations

import pytest

from bot.analysis.reading.reading import Reader
from bot.content.library import load_content, shipped_folder
from tests.bench.reading import reader_of


@pytest.fixture(scope="session")
def reader() -> Reader:
    folder = shipped_folder()
    return reader_of(load_content(folder), folder)
