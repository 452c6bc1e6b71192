"""What is said back weighs something, and is called by its right name or by none."""

from __future__ import annotations

import re

import pytest

from bot.content.library import Content
from tests.support.learner import Learner

EMPTY = (
    *("that was your own part", "I have that", "that tells what was done", "You did that"),
    *("a reader can see that happen", "That was you.", "so that came from you"),
)


def heard(learner: Learner) -> tuple[str, str]:
    """Return the quote that was said back last, and what it was called, "" for neither."""
    found = learner.coaching and learner.coaching.heard
    return (found.quote, found.practice) if found else ("", "")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "I work nights. One of the men kept trying the door, so I walked him to his room.",
            "walked",
        ),
        ("anyone would have done what I did, I just noticed her shoes were on wrong", "noticed"),
        ("Last winter half the staff were off with norovirus. I redid the rota at 6am.", "redid"),
        ("ah suppose when ah went in ah moved her chair tae the windae", "moved her chair"),
        ("she slept", "she slept"),
        ("he was up all night. I sat with him. Nobody fell that week", "sat with him"),
    ],
)
def test_their_own_doing_or_what_came_of_it_is_said_back(
    learner: Learner, text: str, quote: str
) -> None:
    learner.at("situation").say(text)
    assert quote in heard(learner)[0]


@pytest.mark.parametrize(
    "text",
    [
        "I talked to him about his bowls club till she came",
        "put a pillow under his head and held his hand",
        "I sang to her in the bath",
        "I phoned every family myself before they heard it elsewhere",
    ],
)
def test_company_and_straight_words_are_called_nothing_rather_than_something_wrong(
    learner: Learner, text: str
) -> None:
    learner.at("leadership").say(text)
    quote, practice = heard(learner)
    assert quote
    assert practice in ("", "aligning_people")


@pytest.mark.parametrize(
    "text",
    [
        "ah wrote it in the book at her hoose whit she ate for the hale week",
        "I noted every time he fell for a month",
    ],
)
def test_keeping_a_record_is_called_that_or_nothing(learner: Learner, text: str) -> None:
    said = learner.at("management").say(text)
    assert heard(learner)[1] in ("", "monitor_evaluate", "controlling_problem_solving")
    assert "thinking it through before" not in said


def test_a_remark_carries_something_or_the_quote_stands_alone(learner: Learner) -> None:
    learner.at("management")
    said = [
        learner.say(text)
        for text in (
            "I put the pads out at nine",
            "I went up the stairs with the tray",
            "I did the tea",
            "then I came back down for the other one",
            "I noticed the mat was curled up",
            "I told the handyman about it",
        )
    ]
    assert not [each for each in said if any(empty in each for empty in EMPTY)]
    assert all("“" in each for each in said)


def test_where_much_was_done_the_remark_says_so_and_nothing_of_things_here(
    content: Content,
) -> None:
    for line in content.listening.said_back.many:
        assert re.search(r"done|a lot|more than one thing", str(line)), line
        assert "several" not in str(line)
        assert "lost" not in str(line)


def test_modesty_about_a_story_is_met_with_the_story(learner: Learner) -> None:
    learner.at("leadership")
    learner.say("The student wanted to haul him up. I said leave him, get down here beside me.")
    said = learner.say("I am not a leader")
    assert "“" in said
    assert any(part in said for part in ("get down here", "leave him"))
    assert learner.coaching
    assert learner.coaching.filed == "aside"
