"""Each attack in its short form: nothing is lost. The full table: ``python -m tests.chaos``."""

from __future__ import annotations

import pytest

from tests.chaos.attacks import ATTACKS
from tests.chaos.rows import Attack

SEED = 7


@pytest.mark.parametrize(
    "attack",
    [
        pytest.param(each, id=each.name, marks=[pytest.mark.long] * each.is_long)
        for each in ATTACKS
        if each.short
    ],
)
async def test_nothing_is_lost(attack: Attack) -> None:
    found = await attack.run(SEED, attack.short)
    assert found.tried
    assert found.losses == []
