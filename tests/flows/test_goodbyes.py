"""Thanks and goodbyes get a short, warm word. They are in no answer, and nothing is asked then."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner

STORY = (
    "I am a carer. A lady would not eat, so I phoned the dentist and told the next girl. She is "
    "eating fine now and her weight is up four pounds since the spring, and her son thanked us all "
    "for that and the whole lounge is happier at tea time than it has been for a good long while."
)

GOODBYES = (
    "right thats my bus. away",
    "my lift is here, im away",
    "thanks hen ah'm away tae ma bed",
    "thank you, I didn't think I had anything",
    "Thank you coach",
    "ta, night night",
    "cheers pal, that's me away",
    "many thanks, good night",
    "thank you so much, bye",
    "Thank you very much and goodbye now",
)

LEAVING = ("right im away, ill be back the morra", "am tired il go now", "Thats me away hame")
"""Goodbyes without thanks."""


@pytest.fixture
def finisher(learner: Learner) -> Learner:
    """A learner whose statement is ready."""
    for step in ("situation", "management", "leadership", "overlap"):
        if step == "situation":
            learner.at(step)
        learner.say(STORY)
        learner.press("Next")
    learner.press("My statement")
    learner.press("All of it is mine")
    assert learner.status == "ready"
    return learner


@pytest.mark.parametrize("text", GOODBYES)
def test_a_goodbye_at_a_question_is_answered_and_filed_nowhere(learner: Learner, text: str) -> None:
    said = learner.at("management").say(text)
    assert learner.statement.own_words == 0
    assert said
    assert "Saved ·" not in said
    assert "?" not in said
    assert "welcome to it" not in said


@pytest.mark.parametrize("text", GOODBYES)
def test_a_goodbye_when_asked_if_it_is_sent_is_no_no(finisher: Learner, text: str) -> None:
    finisher.press("I have sent it")
    said = finisher.say(text)
    assert "Tell me when you have sent it" in said
    assert "does not count" not in said
    assert "I have sent it" in finisher.buttons


@pytest.mark.parametrize("text", GOODBYES)
def test_the_last_word_of_all_is_not_filed(finisher: Learner, text: str) -> None:
    finisher.press("I have sent it")
    finisher.press("Yes, it is sent")
    said = finisher.say(text)
    assert "Which answer" not in said
    assert "?" not in said
    assert 0 < len(said.split()) < 14


def test_who_thought_there_was_nothing_hears_that_there_was(finisher: Learner) -> None:
    finisher.press("I have sent it")
    finisher.press("Yes, it is sent")
    assert finisher.say("thank you, I didn't think I had anything").startswith("You had")


@pytest.mark.parametrize(
    "text",
    [
        "When my lift is here I tell the night girls what is still to do, and who had no tea.",
        "I thanked each of them at the end",
        "good night, I said to each of them and put the lamp on",
    ],
)
def test_thanks_and_good_nights_that_are_told_of_work_are_kept(learner: Learner, text: str) -> None:
    learner.at("leadership").say(text)
    assert learner.statement.own_words > 0


def test_someone_who_asks_if_their_english_will_do_hears_yes_and_one_question(
    learner: Learner,
) -> None:
    said = learner.at("situation").say(
        "I am support worker in the care home, I come from Romania. "
        "My english is not so perfect, is ok?"
    )
    assert "Your English is fine" in said
    assert sum(reply.text.count("?") for reply in learner.replies) - said.count("is ok?") == 1
    assert "did you do first" not in said
    assert learner.replies[-1].text.endswith("?"), "what is asked comes last"


@pytest.mark.parametrize("text", ["hiya", "hello there", "good evening"])
def test_a_hello_gets_one_and_no_question_about_what_was_not_told(
    learner: Learner, text: str
) -> None:
    said = learner.at("situation").say(text)
    assert said.startswith(("Hello", "Hi", "Good to see you"))
    assert "?" not in said
    assert learner.coaching
    assert learner.coaching.filed == "aside"


@pytest.mark.parametrize("text", LEAVING)
def test_who_leaves_without_thanks_gets_a_goodbye_too(learner: Learner, text: str) -> None:
    said = learner.at("management").say(text)
    assert learner.statement.own_words == 0
    assert "hard" not in said
    assert "?" not in said
