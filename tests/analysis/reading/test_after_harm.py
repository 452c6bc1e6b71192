"""What is asked and denied after words of harm, in any English."""

from __future__ import annotations

import pytest

from bot.analysis.reading.after_harm import (
    asks_if_gone,
    asks_to_be_heard,
    asks_what_to_do,
    says_no_harm,
)


@pytest.mark.parametrize(
    "text",
    ["Whit am ah meant tae dae?", "what I can do", "wot do i do", "what should a person do",
     "fit should ah dae... what now", "do i ring sumbody"],
)  # fmt: skip
def test_it_is_asked_what_to_do(text: str) -> None:
    assert asks_what_to_do(text)
    assert not says_no_harm(text)


@pytest.mark.parametrize(
    "text", ["Did ye no hear me? A man wis hurt.", "are you even listning", "i said he hits her"]
)
def test_it_is_asked_if_they_were_heard(text: str) -> None:
    assert asks_to_be_heard(text)


@pytest.mark.parametrize(
    "text",
    ["I am not hurt! Nobody is hurt.", "nobdy is hurt", "naebody got hurt", "am not suisidal!!",
     "nothing happened", "dont need an ambulanse"],
)  # fmt: skip
def test_nobody_is_hurt_they_say(text: str) -> None:
    assert says_no_harm(text)


@pytest.mark.parametrize(
    "text",
    ["he is not hurt but she hits him", "what did you do", "she asked what he could do about it",
     "did he hear me shouting", "i said nothing to the day staff", "is she going to do it again"],
)  # fmt: skip
def test_what_others_do_and_say_is_none_of_it(text: str) -> None:
    assert not any((asks_what_to_do(text), asks_to_be_heard(text), says_no_harm(text)))


def test_it_is_asked_if_the_words_are_gone() -> None:
    assert asks_if_gone("is it really gone noo")
    assert not asks_if_gone("the pain is gone")
