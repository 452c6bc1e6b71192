"""Who asks where they are, or comes back, is told the place and the open question itself."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner

STORY = (
    "I am a carer. A lady would not eat, so I sat with her each morning and told the next girl. "
    "Now she eats a bit."
)
QUESTION = "Where do you see management skills being used in this situation?"

ASKED = (
    "where was I",
    "whaur wur we",
    "what question am I on",
    "ach away. what question am I on",
    "whats the question again",
    "What I do now?",
    "sorry accepted. What I do now?",
    "what now",
    "what was the question?",
)

BACK = (
    "hi",
    "hullo again, that's me back hame. whaur wur we",
    "hi im back. were was i",
    "hiya again",
)


def is_asked(learner: Learner, said: str) -> bool:
    """Whether the question of the step is in what was said, in words of its own."""
    return any(each in said for each in learner.content.listening.once_more["management"])


def test_asked_again_and_again_the_place_comes_with_new_words(learner: Learner) -> None:
    learner.at("management")
    said = [learner.say(text) for text in ("where was I", "whaur wur we", "what now")]
    assert all(is_asked(learner, each) for each in said)
    assert len(set(said)) == 3


@pytest.mark.parametrize("text", [each for each in ASKED if "question" in each])
def test_who_wants_the_question_again_reads_the_question_itself(
    learner: Learner, text: str
) -> None:
    assert QUESTION in learner.at("management").say(text)


def test_who_asks_what_to_do_now_reads_what_is_missing_too(learner: Learner) -> None:
    learner.at("situation").say(STORY)
    said = learner.say("where was i, what do i do now")
    assert "“management”, “leadership”, “both”" in said


@pytest.mark.parametrize("text", ASKED)
def test_who_asks_where_they_are_reads_the_place_and_the_question(
    learner: Learner, text: str
) -> None:
    said = learner.at("management").say(text)
    assert is_asked(learner, said) or QUESTION in said
    assert "“management”" in said
    assert "In other words" not in said
    assert learner.statement.own_words == 0


def test_where_the_answer_has_words_the_way_on_is_said_too(learner: Learner) -> None:
    learner.at("situation").say(STORY)
    said = learner.say("where was I")
    assert "You are at “situation”" in said
    assert "“Next”" in said


@pytest.mark.parametrize("text", BACK)
def test_who_comes_back_after_a_goodbye_is_greeted_and_shown_the_question(
    learner: Learner, text: str
) -> None:
    learner.at("situation").say(STORY)
    learner.press("Next")
    learner.say("bye bye")
    said = learner.say(text)
    assert said.startswith("Hello again.")
    assert is_asked(learner, said)


def test_i_will_be_back_is_no_news_of_an_illness(learner: Learner) -> None:
    learner.at("management").say("right im away, ill be back the morra")
    assert "Hello again" in learner.say("hi")


def test_at_the_end_they_hear_what_is_still_missing(learner: Learner) -> None:
    learner.at("situation").say(STORY)
    learner.press("Review")
    said = learner.say("hullo again, that's me back hame. whaur wur we")
    assert said.startswith("Hello again.")
    assert "management" in said


def test_only_who_does_not_understand_the_question_gets_it_in_other_words(learner: Learner) -> None:
    assert QUESTION not in learner.at("management").say("i dont get the question")
