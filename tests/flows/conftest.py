"""Whom cohorts are tested with."""

from __future__ import annotations

import pytest

from tests.support.world import Person, World


@pytest.fixture
def ann(world: World) -> Person:
    """A coordinator."""
    return world.person("900")
