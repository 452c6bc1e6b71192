"""What is told of work stays in the answer, whatever it looks like, and takes nothing else out."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner, body

BEFORE = "Who looks after the keys at night is me, and I check every door twice."


@pytest.mark.parametrize(
    "text",
    [
        "I was asking the staff what they wanted for the tea and we changed the menu.",
        "On my break I wrote the list of the coldest rooms. Then I phoned the office.",
        "It was not what he was used to so I moved his chair to the window and put his radio on",
        "my manager was reading this over again and in tears so I sat with her",
        "no one under me but i run the kitchen and i made the rota",
        "I left a note, could somebody tell who it is that leaves the door open, and we agreed it.",
        "I wrote it.\n\nI made tea.\nI moved beds.",
    ],
)
def test_an_act_is_no_question_and_no_excuse(learner: Learner, text: str) -> None:
    learner.at("situation").say(BEFORE)
    learner.say(text)
    assert BEFORE in body(learner)
    assert text in body(learner)


def test_a_word_in_between_leaves_a_hidden_danger_heard(learner: Learner) -> None:
    learner.at("situation").say("her son hits her and she is scared of him")
    said = learner.say("no really, he hits her every night")
    assert "You misread me" not in said
