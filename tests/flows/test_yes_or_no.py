"""A yes or a no, in any words for it, does what was asked."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner, body

PARTS = (
    "I am a carer in a home and we had no staff that night.\n\n"
    "Management: I made a rota and phoned the bank staff.\n\n"
    "Leadership: I showed the new girl how to use the hoist and spoke up for her."
)
FORM = (
    "Page 2 of 3\nI checked the charts each evening and told the senior when somebody had "
    "eaten too little, and we changed the snacks."
)
YES = [
    *("yes", "aye", "yes please", "ok do that", "aye please do", "go on then", "by all means"),
    *("Aye that's richt, split it like that", "that's right", "sounds good", "if you must"),
]
NO = [
    *("no", "naw thanks", "nope", "no dont do that", "no leave it", "nah leave them"),
    *("I'd rather not", "leave it be", "it's fine as it is"),
]


@pytest.mark.parametrize("said", YES)
def test_yes_puts_each_part_in_its_own_answer(learner: Learner, said: str) -> None:
    learner.at("situation").say(PARTS)
    assert "Each part is in its own answer now." in learner.say(said)
    assert "rota" in learner.statement.sections[1].text
    assert "hoist" in learner.statement.sections[2].text
    assert said not in body(learner)


@pytest.mark.parametrize("said", NO)
def test_no_keeps_it_in_one_piece(learner: Learner, said: str) -> None:
    learner.at("situation").say(PARTS)
    assert "It stays in one piece." in learner.say(said)
    assert learner.statement.sections[0].text == PARTS


def test_no_says_that_it_is_no_name(learner: Learner) -> None:
    learner.at("management").say("I sat with Mrs Campbell because she was upset.")
    learner.say("no")
    assert "Mrs Campbell" in body(learner)
    assert learner.conversation.prompt != "name"


@pytest.mark.parametrize(("said", "is_in"), [("aye", True), ("naw", False)])
def test_whether_they_wrote_it_is_answered_by_yes_and_no(
    learner: Learner, said: str, is_in: bool
) -> None:
    learner.at("management")
    learner.send("say", "I wrote the rota.", "forward", passed_on=True)
    learner.say(said)
    assert ("I wrote the rota." in body(learner)) is is_in


def test_lines_of_the_form_are_left_out_in_any_words(learner: Learner) -> None:
    assert "Shall I leave them out?" in learner.at("situation").say(FORM)
    learner.say("aye leave them out")
    assert "Page 2" not in body(learner)
    assert "we changed the snacks" in body(learner)


@pytest.mark.parametrize(("said", "is_in"), [("leave it out", False), ("keep it", True)])
def test_a_phrase_that_shows_who_it_is_goes_or_stays_and_no_other_words_do(
    learner: Learner, said: str, is_in: bool
) -> None:
    learner.at("situation").say("I changed when I mopped. It was the old boy in 9 who slipped.")
    learner.say("I wrote the rota and put it on the wall.")
    learner.send("say", "/review")
    before = body(learner)
    assert learner.conversation.prompt == "shows_who"
    learner.say(said)
    assert (body(learner) == before) is is_in
    assert "I wrote the rota and put it on the wall." in body(learner)


def test_an_answer_that_begins_with_yes_stays_an_answer(learner: Learner) -> None:
    learner.at("situation").say(PARTS)
    learner.say("yes I phoned the bank staff and made tea for them all")
    assert "made tea for them all" in body(learner)


ALL = (
    "MANAGEMENT: I wrote the two sittings down and who is on which, and checked with the kitchen. "
    "LEADERSHIP: one boy was against it, so I asked him to run the box and he told the others."
)


@pytest.mark.parametrize(
    "said", ["yeh split it", "aye, split it up please", "split it then", "yes"]
)
def test_who_is_asked_about_a_split_says_yes_in_their_own_words(
    learner: Learner, said: str
) -> None:
    learner.at("management").say(ALL)
    learner.say(said)
    assert "I asked him to run the box" in learner.statement.sections[2].text
    assert said not in body(learner)


@pytest.mark.parametrize("said", ["no leave it as it is", "keep it in one piece", "dont split it"])
def test_who_wants_no_split_says_so_in_their_own_words(learner: Learner, said: str) -> None:
    learner.at("management").say(ALL)
    learner.say(said)
    assert "I asked him to run the box" in learner.statement.sections[1].text
    assert said not in body(learner)


@pytest.mark.parametrize("said", ["By all means.", "aye go for it", "why not"])
def test_a_yes_to_nothing_is_in_no_answer(learner: Learner, said: str) -> None:
    learner.at("management").say("I asked the girls to keep a list.")
    words = learner.statement.own_words
    learner.say(said)
    assert learner.statement.own_words == words


@pytest.mark.parametrize(("said", "is_in"), [("aye please", True), ("ok", False), ("no", False)])
def test_a_yes_puts_in_what_was_left_out_of_an_answer(
    learner: Learner, said: str, is_in: bool
) -> None:
    learner.at("management").say("I made a list of who comes when.")
    learner.say("It hung by the door and I checked it with Joan, and she was never late again.")
    offered = learner.say("I checked it each day with the nurse. brb phone")
    assert "Put it in my answer" in learner.buttons
    assert "?" not in offered
    learner.say(said)
    assert ("brb phone" in body(learner)) is is_in
