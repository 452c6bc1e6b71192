"""Whom somebody cannot tell, in any English."""

from __future__ import annotations

import pytest

from bot.analysis.reading.whom_not import rules_out_boss, sends_to_boss, tells_boss


@pytest.mark.parametrize(
    "text",
    [
        "Ah wid report it but the manager is her sister",
        "the managers her sister",
        "cant tell the boss shes his maw",
        "the gaffer is pals wi him",
        "Boss is wife of him",
        "manager and her are best mates",
        "her mum runs the home",
        "The deputy is in on it.",
        "it's the manager",
    ],
)
def test_who_is_close_to_it_or_does_it_cannot_be_told(text: str) -> None:
    assert rules_out_boss(text)


@pytest.mark.parametrize(
    "text",
    [
        "my manager is off til monday",
        "told ma manager an she rang them",
        "the manager's sister came to visit",
        "I asked the manager for her rota",
    ],
)
def test_a_manager_who_is_only_spoken_of_can_be_told(text: str) -> None:
    assert not rules_out_boss(text)


def test_who_was_told_is_heard_in_any_spelling() -> None:
    assert tells_boss("ah telt the gaffer aboot it")
    assert not tells_boss("the gaffer was there")


def test_a_line_that_also_names_somebody_above_sends_to_nobody_in_charge_alone() -> None:
    assert sends_to_boss("Tell your manager today.")
    assert not sends_to_boss("Tell the person in charge. If they are part of it, go above them.")
