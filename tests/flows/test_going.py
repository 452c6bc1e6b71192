"""Who ends it for now, or is called away, hears one warm line: nothing is asked or filed."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner

STORY = "I work in a home. Breakfast was a mess, so I made two sittings and put up a list."

LEAVING = (
    "That is all I have to say",
    "thats me done. bus",
    "cba. thats me done",
    "Leave it there, I have a session at two.",
    "no stop there my next sleepover starts at ten",
    "phone, that's the warden",
    "I have the Director on the telephone. I shall return presently.",
    "sry buzzer need to go",
    "I am tired like dog, I sleep first. Good night",
    "Splendid. I shall read it over this evening",
    "murder in here the day, back the nicht",
    "Inspector at the door. Later.",
    "must dash, bingo in five!!",
    "phone died gonnae charge it",
    "the quine's chappin the door, cheerio the noo",
    "that'll do for today",
    "parking that there, dinner's burning",
    "my husband wants the computer. Another time",
    "calling it a night here",
    "signing off, batteries low",
    "I will pick this up once I am home.",
    "I must attend to a visitor now.",
    "patient's bell. talk soon",
)

TELLING = (
    "I told her that's me done and she took over",
    "she said leave it there and I will do it",
    "the phone rang, that was the warden, and she took it",
    "we stopped there for the night and I made tea",
    "the inspector at the door asked for the letter",
    "I stop there each morning to look at the chart",
    "We have a session at two each Friday and I lead it",
    "I read it over each evening with the night nurse",
    "I must go to every room before ten",
    "I will pick the chairs up once they are home, so the hall is clear",
    "the bell went and the wee ones came in using the strip",
)


def _at_the_review(learner: Learner) -> Learner:
    learner.at("situation").say(STORY)
    learner.say("/review")
    return learner


@pytest.mark.parametrize("text", LEAVING)
@pytest.mark.parametrize("where", ["answered", "empty", "review"])
def test_who_leaves_is_let_go(learner: Learner, text: str, where: str) -> None:
    if where == "review":
        _at_the_review(learner)
    else:
        learner.at("management" if where == "empty" else "situation")
        if where == "answered":
            learner.say(STORY)
    words, step = learner.statement.own_words, learner.step
    said = learner.say(text)
    assert said
    assert "?" not in said
    assert "Saved ·" not in said
    assert len(said.splitlines()) == 1
    assert (learner.statement.own_words, learner.step) == (words, step)


@pytest.mark.parametrize("text", TELLING)
def test_who_tells_of_leaving_answers(learner: Learner, text: str) -> None:
    learner.at("leadership").say(text)
    assert learner.statement.own_words > 0
