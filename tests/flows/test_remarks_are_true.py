"""A remark on what was said back claims no more than the clause does."""

from __future__ import annotations

import re

import pytest

from tests.support.learner import Learner

STORY = "I am a carer. He was up all night. I put a lamp by his bed and he slept."


def remark_on(learner: Learner, step: str, text: str) -> str:
    """Return the line that says something back of a message."""
    said = learner.at(step).say(text)
    return next((line for line in said.splitlines() if "“" in line and "Next" not in line), "")


@pytest.mark.parametrize(
    ("text", "untrue"),
    [
        # Who is taught by Scots and the young is not who tells it.
        ("ah learnt him tae mak soup", "taught you|You know|take from it"),
        ("i learned the new lass to use the hoist", "taught you|You know|take from it"),
        ("she learnt the wee wan tae tie his laces", "taught you|You know|take from it"),
        # What was thanked for was done by others.
        ("ah thankit the wee yin wha washed the pots", "clean|nobody does it"),
        ("I told the lad who had cleaned the bus that it looked good", "nobody does it"),
        # What was not done.
        ("never once asked him to hurry", "guess|asks|hear something"),
        ("nobody thanked her for it", "thanks|unsaid|good word"),
        ("we didnae write it in the book", "in writing|one head"),
        ("I did not check the fridge that day", "guess|hoped"),
        # Whoever was there.
        ("i told him yor doin grate", "so others|could hear"),
        # Same words, another thing.
        ("the chart showed me the times", "could be seen, and"),
        ("I let her down gently into the chair", "room for that"),
        ("I knocked on the door and sang a bit", "for all to see|comfort"),
        ("backed the van up to the ramp", "side"),
        ("I was by myself all night with the alarm", "left? that to|straight from you"),
        ("he drove me mad with the bell", "on the way|alone"),
        ("I wiped her tears with a hankie", "nobody does it"),
        ("I drew the curtains for her", "not there before"),
    ],
)
def test_a_remark_is_true_of_the_clause(learner: Learner, text: str, untrue: str) -> None:
    learner.at("situation").say(STORY)
    said = remark_on(learner, "leadership", text)
    assert not re.search(untrue, said), said


@pytest.mark.parametrize(
    "text",
    [
        "she let me in lol. had her tea n her tablets n she wis singing by the end",
        "had his dinner in the big room and then he slept",
        "he came down at last. ate his soup, had a laugh with the rest",
    ],
)
def test_whose_tea_it_was_is_not_mistaken(learner: Learner, text: str) -> None:
    learner.at("situation").say("I am a home carer. I chatted through the letterbox to her.")
    said = learner.say(text)
    assert "you did" not in said
    assert "You wrote" not in said
    assert learner.coaching
    assert learner.coaching.heard is None or learner.coaching.heard.practice == ""


def test_what_has_stopped_is_what_came_of_it(learner: Learner) -> None:
    learner.at("situation").say("i shavd a man an put his radio on. he dont like noize")
    said = learner.say("in his room. he stopt cryin")
    assert not re.search("began|going on|how it was\\.|things stood", said), said


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        (
            "wrote the times in her folder for the next carer",
            "writing|record|paper|done|order|ready|clear way",
        ),
        ("I thanked the cook in front of everybody", "unsaid|felt|said|counts|matter"),
        ("I sat with her till her son came", "time for somebody|being there|matter|along|support"),
    ],
)
def test_what_is_plain_still_has_its_remark(learner: Learner, text: str, remark: str) -> None:
    learner.at("situation").say(STORY)
    said = remark_on(learner, "management", text)
    assert re.search(remark, said), said
