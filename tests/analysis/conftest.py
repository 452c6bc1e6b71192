"""What the tests of the readers share."""

from __future__ import annotations

import gc
import re
from typing import cast

import pytest

import bot.flows.registry  # noqa: F401 - all that reads is loaded with it
from bot.analysis.patterns import _Waiting


def waiting_patterns() -> list[re.Pattern[str]]:
    """Every pattern that waits to be tried, or waited."""
    return [cast("re.Pattern[str]", e) for e in gc.get_objects() if type(e) is _Waiting]


@pytest.fixture(scope="session", autouse=True)
def _compiled() -> None:
    """No test pays for the patterns of another: hypothesis holds each example to a time."""
    for each in waiting_patterns():
        each.search("")
