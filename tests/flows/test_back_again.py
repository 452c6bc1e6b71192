"""Who comes back is welcome, how it went is heard, and what was open is asked: nothing is filed."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner

STORY = "I work in a home. Breakfast was a mess, so I made two sittings and put up a list."

BACK = (
    "bk. wer was i",
    "back a week later lol. where r we",
    "been 2 weeks, holidays. can we carry on",
    "its sat im bk. shes doin ok. wer was i",
    "thats me back, he pulled through thank god where wis i",
    "Good evening. I have returned from court and would like to continue.",
    "sorry am back!! wee one is fine btw just a cold",
    "Hiya I'm back!! Bingo was brilliant!! Where did we get to?",
    "Good morning. Here I am again, refreshed. Kindly remind me where we were.",
    "Ok she is sleeping. I continue. What was question?",
    "right back, false alarm, just the toast",
    "Sorry for the silence, my mother is out of hospital. Let us continue.",
)

GOOD_NEWS = tuple(each for each in BACK if any(w in each for w in ("ok.", "pulled", "fine btw")))

TELLING = (
    "right am back. the boys sat roon the table",
    "I came back after a week and the list was still there",
    "he pulled through thank god and he came to the lounge",
    "back to the rota, I did it on Sunday",
    "we carry on with the list each week",
)


@pytest.mark.parametrize("text", BACK)
@pytest.mark.parametrize("where", ["answered", "empty"])
def test_who_is_back_hears_where_they_are(learner: Learner, text: str, where: str) -> None:
    learner.at("situation").say(STORY)
    if where == "empty":
        learner.press("Next")
    words = learner.statement.own_words
    learner.say("buzzer need to go")
    said = learner.say(text)
    assert learner.statement.own_words == words
    assert ("management" if where == "empty" else "situation") in said
    assert said.count("?") == 1


def test_what_was_asked_comes_in_new_words(learner: Learner) -> None:
    asked = learner.at("management").say("I made a list of the coats.").rpartition("\n")[2]
    learner.say("phone, that's the warden")
    said = learner.say("right im back")
    assert said.endswith("?")
    assert asked not in said


@pytest.mark.parametrize("text", GOOD_NEWS)
def test_good_news_is_heard_first(learner: Learner, text: str) -> None:
    learner.at("situation").say(STORY)
    said = learner.say(text).splitlines()[0]
    assert any(said in each for each in learner.content.listening.kinds.back.news)


@pytest.mark.parametrize("text", TELLING)
def test_who_tells_of_coming_back_answers(learner: Learner, text: str) -> None:
    learner.at("situation").say(STORY)
    learner.press("Next")
    learner.say(text)
    assert learner.statement.own_words > len(STORY.split())
