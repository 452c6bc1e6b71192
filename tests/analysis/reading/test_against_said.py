"""Who objects to what was just said back is told from who answers."""

from __future__ import annotations

import pytest

from bot.analysis.reading.against_said import denies_said, may_deny

TEA, DID = "had her tea n her tablets", "So this is what you did:."


@pytest.mark.parametrize(
    ("text", "quote", "remark"),
    [
        ("eh no SHE had her tea n tablets not me 😂", TEA, DID),
        ("nah thats her that had the tea", TEA, DID),
        ("no thats not me thats her", TEA, DID),
        ("i never had tea lol she did", TEA, DID),
        ("naw, she took thaim hersel", TEA, DID),
        ("No, it was the resident who had her tablets.", TEA, DID),
        ("naw ah kent already, ah wis the wan teachin him", "ah learnt him", "You know that now."),
        ("no he learned it from me", "i learnt him to make soup", "You know that now."),
        ("it wasnt me who washed them, the cook did", "washed the pots", "so it was clean."),
        ("that is not were it began. it was the end", "he stopt cryin", "That is where it began."),
        ("thats no the wey it went", "i put my inishals", "That is the way it went."),
        ("nah that's wrong we never made it", "we made a card", "You were not alone in that."),
        ("eh? i didnt move the chairs by myself", "moved the chairs", "so the work gets done."),
        ("no no is not me, is nurse who give tablet", "give tablet in morning", DID),
    ],
)
def test_a_denial_with_a_word_of_what_was_said_back_objects(
    text: str, quote: str, remark: str
) -> None:
    assert may_deny(text)
    assert denies_said(text, quote, remark)


@pytest.mark.parametrize(
    "text",
    [
        "no one was hurt and she had her tea",
        "no bother she had her tea fine",
        "nobody moaned, they had their tea",
        "no tears at all after that",
        "No more falls since then, she walks to tea now",
        "she did not want to go so i waited",
        "it was not easy but i stayed with her",
        "that was not planned, we had ten minutes",
        "i didn't have to ask twice",
        "it wasnt just me the whole team did it",
        "no she was fine",
        "no, nothing else",
    ],
)
def test_what_only_begins_like_one_is_told(text: str) -> None:
    assert not denies_said(text, TEA, DID)


def test_no_to_a_question_that_no_answers_objects_to_nothing() -> None:
    text = "no she had her tea in her room"
    assert denies_said(text, TEA, DID)
    assert not denies_said(text, TEA, DID, is_yes_or_no=True)
