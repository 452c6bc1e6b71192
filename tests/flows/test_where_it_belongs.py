"""An answer goes where its writer says that it belongs."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner, body

TOLD = {
    "situation": "I drive the library van. The drinks trolley was late and people went without.",
    "management": "I wrote a list of the stops and put down who drives which one.",
    "leadership": "I told the others why it matters and they tried it for a week.",
    "overlap": "I kept the price list on the wall and asked them each night how it went.",
}


def told_up_to(learner: Learner, step: str) -> Learner:
    """Return a learner who has told all before a step, and is there."""
    learner.at("situation")
    for each, text in TOLD.items():
        if each == step:
            break
        learner.say(text)
        learner.press("Next")
    return learner


def filed(learner: Learner) -> str | None:
    return learner.coaching.filed if learner.coaching else None


@pytest.mark.parametrize(
    ("at", "said", "step"),
    [
        ("management", "wait thats for the last wan, naebody waits ootside noo", "situation"),
        ("leadership", "for the first one. two wheelchairs as well", "situation"),
        ("leadership", "should of said in the first bit theres only the two of us", "situation"),
        ("overlap", "back. oh an for the management een, a check the tail lift", "management"),
        ("review", "stick this in the situation - the drivers wife made the tea", "situation"),
        ("review", "the bord, for manigment - nite staf do it now, not me", "management"),
        (
            "management",
            "oops should be with the last answer. she is 84 and lives alone",
            "situation",
        ),
        ("review", "something for the situation I missed, it was a Sunday", "situation"),
        ("leadership", "overlap:\n- the list is a plan\n- they may swap if they ask", "overlap"),
        ("leadership", "see the stops ah tellt ye aboot, the boss added two mair", "management"),
    ],
)
def test_a_message_goes_to_the_answer_that_it_names(
    learner: Learner, at: str, said: str, step: str
) -> None:
    told_up_to(learner, at).say(said)
    assert filed(learner) == step


def test_what_is_kept_for_later_is_told_here(learner: Learner) -> None:
    said = "I shall keep that for leadership then. For this one: I set our figures on the wall."
    told_up_to(learner, "management").say(said)
    assert filed(learner) == "management"
    assert "I set our figures on the wall." in body(learner)
    assert "I shall keep that" not in body(learner)


@pytest.mark.parametrize(
    "said",
    [
        "that was the management bit of my job, here I asked them how they felt",
        "for the first stop I showed her how, for the second she did it alone",
        "in that situation i stayed calm and asked the others to stay with her",
        "the last bit of the plan was a phone call to each family",
        "the girl I told about it came along and asked the others too",
    ],
)
def test_what_is_told_of_work_stays_at_the_question(learner: Learner, said: str) -> None:
    told_up_to(learner, "leadership").say(said)
    assert filed(learner) == "leadership"


def test_words_in_the_wrong_answer_are_moved_where_it_is_said_that_they_belong(
    learner: Learner,
) -> None:
    told_up_to(learner, "leadership")
    learner.say("no hang on you've the stops under management, that's the leadership part")
    words = {each.step.id: each.words for each in learner.statement.sections}
    assert not words["management"]
    assert words["leadership"]


@pytest.mark.parametrize(
    "said", ["I gave the situation at the beginning, please look", "iv done the situation already"]
)
def test_who_told_a_part_before_hears_where_it_stands(learner: Learner, said: str) -> None:
    reply = told_up_to(learner, "leadership").say(said)
    assert "“situation”" in reply
    assert said not in body(learner)


@pytest.mark.parametrize(
    "text",
    [
        "the list was management i suppose. and deciding who got the heaters",
        "the list was management i suppose",
    ],
)
def test_what_is_said_to_have_been_management_is_kept_there(learner: Learner, text: str) -> None:
    told_up_to(learner, "overlap").say(text)
    assert filed(learner) == "management"
    assert text in body(learner)


@pytest.mark.parametrize("text", ["is this the leadership thing", "is this the leadership one"])
def test_who_asks_if_this_is_it_is_told_and_begins_nowhere(learner: Learner, text: str) -> None:
    learner.say("hi")
    assert "this is the place" in learner.say(text)
    assert "1 of 4" in learner.say("start")


def test_both_is_the_same_is_told_of_both(learner: Learner) -> None:
    told_up_to(learner, "leadership").say("both is same thing the board")
    assert filed(learner) == "overlap"
    assert "both is same thing the board" in body(learner)
