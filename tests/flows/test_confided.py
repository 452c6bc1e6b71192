"""What is told in confidence: kept, never said back, and looked at first of all at the review."""

from __future__ import annotations

import pytest

from bot.analysis.knowledge import Knowledge
from bot.content.library import Content
from tests.support.learner import Learner, body

LOSS = (
    "I planned the soft diets with the nurse. In confidence, my wife passed away that month. "
    "Everyone got the right plate."
)


def test_a_loss_told_in_confidence_gets_a_warm_line_and_no_question(learner: Learner) -> None:
    said = learner.at("situation").say(LOSS)
    assert said.startswith("✓ Saved")
    assert "sorry" in said
    assert "?" not in said
    assert "wife" not in said
    assert LOSS in body(learner)
    assert learner.coaching
    assert learner.coaching.kind == "private"


@pytest.mark.parametrize("choice", ["Keep", "Leave it out"])
def test_its_phrase_is_the_first_that_the_review_asks_about(learner: Learner, choice: str) -> None:
    learner.at("situation").say(LOSS)
    said = learner.say("/review")
    assert "“In confidence, my wife passed away that month”" in said
    learner.press(choice)
    assert ("my wife" in body(learner)) == (choice == "Keep")
    assert "soft diets" in body(learner)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        (
            "I wrote a list. Between you and me i was drinking then. All got a plate",
            "drinking then",
        ),
        (
            "please dont share this, my son is in prison and I swapped two shifts",
            "son is in prison",
        ),
        (
            "dinnae tell onybody but ah wis aff wi ma nerves fur six weeks",
            "wi ma nerves fur six weeks",
        ),
        ("off the record I had treatment that year, but I ran the meetings", "treatment that year"),
        ("i told nobody this but i lost a baby in march, i did the rota", "a baby in march"),
        ("and keep this to yourself, i have cancer. I trained my deputy", "i have cancer"),
        ("I should add, in confidence, that my wife left me. I did the rota", "my wife left me"),
    ],
)
def test_the_clause_that_is_told_so_is_found(content: Content, text: str, phrase: str) -> None:
    found = Knowledge.of(content).shows_who.find(text)
    assert [text[each.start : each.end].endswith(phrase) for each in found if each.confided] == [
        True
    ]


@pytest.mark.parametrize(
    "text",
    [
        "She grew in confidence and led the handover",
        "A resident told me in confidence that she was lonely",
        "we split the baths between us and did it in half the time",
        "we dont tell people what to do, we ask them",
        "I asked the staff not to share passwords",
        "the notes were not to be shared with the family",
        "we agreed between ourselves who does the meds",
    ],
)
def test_what_others_keep_to_themselves_is_an_answer_like_any(content: Content, text: str) -> None:
    assert not any(each.confided for each in Knowledge.of(content).shows_who.find(text))


def test_a_loss_alone_told_in_confidence_is_in_no_answer(learner: Learner) -> None:
    text = (
        "I should add, in confidence, that my wife passed away during that same month, "
        "and I was not quite myself."
    )
    said = learner.at("management").say(text)
    assert any(each in said for each in learner.content.listening.kinds.bad_news)
    assert text not in body(learner)


def test_beside_what_is_confided_the_act_is_said_back(learner: Learner) -> None:
    said = learner.at("management").say(
        "this is just between us, the manager is useless so i put the orders on the board"
    )
    assert "in confidence" in said
    assert "useless" not in said
