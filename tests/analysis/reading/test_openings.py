"""How an answer is begun is said to the coach, and no part of what is told."""

from __future__ import annotations

import pytest

from bot.analysis.reading.openings import opening_of

OPENINGS = (
    "ok",
    "right",
    "fine",
    "here goes",
    "well",
    "nobody well",
    "that wasn't management though",
)
TOLD_SO = ("i said that", "like i said")


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Ok here goes, I am a carer on nights", "I am a carer on nights"),
        ("fine. we ticked the card each visit", "we ticked the card each visit"),
        ("Right - ok: the beds were done by ten", "the beds were done by ten"),
        ("the card, I said that. it kept everybody safe", "it kept everybody safe"),
        ("Nobody. Well, there was a man on Sunday", "there was a man on Sunday"),
        ("That wasn’t management though, I told the handyman", "I told the handyman"),
    ],
)
def test_what_stands_before_the_answer_is_found_with_its_sign(text: str, rest: str) -> None:
    found = opening_of(text, OPENINGS, TOLD_SO)
    assert found is not None
    assert text[found.end :] == rest


@pytest.mark.parametrize(
    "text",
    [
        "fine weather that day so we went out",
        "Right hand side was done by me",
        "well",
        "ok here goes",
        "ok, done it",
        "The card was mine, I made it and I said so",
    ],
)
def test_a_word_that_belongs_to_what_is_told_stays(text: str) -> None:
    assert opening_of(text, OPENINGS, TOLD_SO) is None
