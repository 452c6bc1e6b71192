"""Which two words a question is about that asks what parts them."""

from __future__ import annotations

import pytest

from bot.analysis.reading.two_words import two_words_asked


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("what's the difference between delegate and organise", ("delegate", "organise")),
        ("whats the diffrence between a plan and a rota?", ("plan", "rota")),
        ("what is difference to motivate and to inspire", ("motivate", "inspire")),
        ("whit's the odds atween coaching an mentoring", ("coaching", "mentoring")),
        ("is a policy the same as a procedure", ("policy", "procedure")),
        ("difference between a keyworker and a named nurse?", ("keyworker", "named nurse")),
        ("how is a check different from an audit", ("check", "audit")),
    ],
)
def test_two_words_whose_difference_is_asked_for_are_found(
    text: str, words: tuple[str, str]
) -> None:
    assert two_words_asked(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "what is the difference between leadership and management",
        "how is a leader different from a manager",
        "whats the difference",
        "she is not the same as before, I sat with her",
        "it made a difference to him and to us",
    ],
)
def test_what_parts_leading_and_managing_is_answered_elsewhere(text: str) -> None:
    assert two_words_asked(text) is None
