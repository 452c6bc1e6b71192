"""Whom cohorts are tested with."""

from __future__ import annotations

import pytest

from tests.support.world import Person, World


@pytest.fixture
def ann(world: World) -> Person:
    """A coordinator."""
    return world.person("900")


@pytest.fixture
async def ben(world: World) -> Person:
    """A learner without any cohort, at the first question. It is Tuesday, 10:00."""
    ben = world.person("1")
    await ben.say("/start")
    await ben.press("Start")
    return ben
