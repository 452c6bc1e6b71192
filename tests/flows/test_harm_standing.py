"""Words of harm that stand in an answer are asked about before they are in a statement."""

from __future__ import annotations

from tests.support.learner import Learner, body

TOLD_ON = (
    "I made the tea and wrote the rota. "
    "The night man slaps a resident when she calls, so I told the manager. She has a mark."
)
HIT = "a resident hit me when I woke him"


def test_the_review_asks_first_about_words_of_harm_and_leaves_all_of_them_out(
    learner: Learner,
) -> None:
    learner.at("management").say(TOLD_ON)
    assert "slaps" in body(learner)
    said = learner.say("/review")
    assert "“The night man slaps a resident when she calls, so I told the manager. She" in said
    learner.press("Leave it out")
    assert "slaps" not in body(learner)
    assert "mark" not in body(learner)
    assert "wrote the rota" in body(learner)


def test_who_keeps_them_is_not_asked_again(learner: Learner) -> None:
    learner.at("management").say(HIT)
    assert "“a resident hit me" in learner.say("/review")
    learner.press("Keep")
    assert "hit me" in body(learner)
    assert "“a resident hit me" not in learner.say("/review")


def test_who_said_that_it_was_no_harm_is_not_asked(learner: Learner) -> None:
    learner.at("management").say(HIT)
    learner.say("eh no it was nothing, its just his way")
    assert "“a resident hit me" not in learner.say("/review")


def test_who_kept_words_that_waited_is_not_asked(learner: Learner) -> None:
    learner.at("management").say("ah seen a carer slap an old man. Ah huvnae telt anybdy.")
    learner.press("Keep it")
    assert "slap" in body(learner)
    assert "may tell of" not in learner.say("/review")
