"""What the tests of the readers share."""

from __future__ import annotations

import gc
from typing import Any

import pytest

import bot.flows.registry  # noqa: F401 - all that reads is loaded with it
from bot.analysis.patterns import _Waiting


def waiting_patterns() -> list[Any]:
    """Every pattern that waits to be tried, or waited."""
    return [each for each in gc.get_objects() if type(each) is _Waiting]


@pytest.fixture(scope="session", autouse=True)
def _compiled() -> None:
    """No test pays for the patterns of another: hypothesis holds each example to a time."""
    for each in waiting_patterns():
        each.search("")
