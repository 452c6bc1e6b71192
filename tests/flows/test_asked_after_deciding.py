"""A question that is due comes once what had to be decided before it is decided."""

from __future__ import annotations

from tests.support.learner import Learner

TWO = (
    "ok so two things, theres the den week where i got the P7s to run it for the wee ones and it "
    "was the best week. "
    "and theres the boy who screams at pick up and i sent him out early with the bin bag"
)
SPLIT = (
    "SITUATION: Early years practitioner, 3 to 5 room. Tidy up was chaos every day. I gave each "
    "child a picture card for one job.\nLEADERSHIP: my colleague thought cards were too much for "
    "them, so I let her choose the pictures and try two children first."
)


def test_after_a_name_is_decided_the_part_that_is_missed_is_asked_for(learner: Learner) -> None:
    learner.at("situation").say("I work in the linen room. Maureen put the bags by colour.")
    said = learner.press("A colleague")
    assert "[a colleague]" in said
    assert said.endswith("?")
    assert learner.coaching
    assert learner.coaching.asked == "result"


def test_what_was_asked_already_is_not_asked_in_other_words_after_a_decision(
    learner: Learner,
) -> None:
    learner.at("situation").say("I work in the linen room. Maureen put the bags by colour.")
    question = learner.press("A colleague").splitlines()[-1]
    learner.send("say", "/help")
    assert question in learner.replies[-1].text


def test_a_split_leaves_what_was_told_told(learner: Learner) -> None:
    learner.at("situation").say(SPLIT)
    told = set(learner.conversation.messages[0].parts or ())
    learner.press("Yes, split it like that")
    assert {"role", "own_act"} <= told
    assert learner.conversation.messages[0].aside
    pieces = [each.parts for each in learner.conversation.messages if not each.aside]
    assert None not in pieces
    assert {"role", "own_act"} <= {part for each in pieces for part in each or ()}


def test_of_two_situations_the_list_comes_again_where_a_few_words_choose_none(
    learner: Learner,
) -> None:
    learner.at("situation").say(TWO)
    assert "Use number 2" in learner.buttons
    learner.say("the zips one")
    assert "Use number 2" in learner.buttons
    learner.say("the second one")
    assert learner.statement.sections[0].text.startswith("and theres the boy")


def test_once_a_story_has_begun_it_is_asked_what_was_done_first(learner: Learner) -> None:
    learner.at("situation").say("im on nights in a care home, 22 residents. last wk the lift broke")
    assert learner.coaching
    assert learner.coaching.asked == "own_act"


def test_of_a_role_alone_it_is_asked_what_got_better_there(learner: Learner) -> None:
    learner.at("situation").say("im a support worker in a care home")
    assert learner.coaching
    assert learner.coaching.asked == "own_act"
