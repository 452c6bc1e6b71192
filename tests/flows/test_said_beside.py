"""What stands beside something small is heard: a question behind “I just asked”, news of their own
behind a sorry, an answer that begins with the name of its part."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner


@pytest.fixture
def told(learner: Learner) -> Learner:
    """A learner who has told of something."""
    learner.at("situation").say("hca in a care home. i made a list for the fluids for the door")
    return learner


@pytest.mark.parametrize(
    "text",
    [
        "i jist asked WHO READS THIS",
        "omg u still didnt answer can ma manager see it ye or no",
        "ah'm a bit feart noo, is this gaun tae ma boss?",
        "Naw! Ah asked ye is ma boss gaun tae see it.",
        "i just asked who reads this",
        "you never answered. who sees it",
    ],
)
def test_who_asks_again_who_reads_it_is_told(told: Learner, text: str) -> None:
    words = told.statement.own_words
    said = told.say(text)
    assert "run this coach" in said
    assert told.statement.own_words == words


@pytest.mark.parametrize(
    "text",
    [
        "i asked the nurse who reads the charts and she put her name on the door",
        "I asked my boss to see it and she signed the list",
    ],
)
def test_who_asked_somebody_at_work_has_told(told: Learner, text: str) -> None:
    assert "Saved" in told.say(text)


@pytest.mark.parametrize(
    "text",
    [
        "sorry for my speling. my mum just went into hospitl so my heads all over the place",
        "sorry about the typos, my dad died on sunday",
    ],
)
def test_news_of_their_own_are_heard_behind_a_sorry(told: Learner, text: str) -> None:
    said = told.say(text)
    assert any(each in said for each in told.content.listening.kinds.bad_news)


@pytest.mark.parametrize(
    "text",
    [
        "Management, as I see it, was in the rota I made.",
        "Management, as I understand it, was evident in the drivers' list, which I wrote.",
    ],
)
def test_an_answer_that_begins_with_the_name_of_its_part_is_kept_whole(
    told: Learner, text: str
) -> None:
    told.at("management").say(text)
    assert text in told.statement.sections[1].text


def test_an_answer_with_a_denial_in_it_mends_no_line(told: Learner) -> None:
    said = told.at("overlap").say(
        "The rota was the plan and sitting wi her was the other half. "
        "Withoot the rota naebody comes, withoot me she widnae eat."
    )
    assert "Saved" in said


@pytest.mark.parametrize(
    "text", ["can i see what you have saved", "can ye let me see what you saved"]
)
def test_who_asks_what_was_saved_is_shown_where_it_is(told: Learner, text: str) -> None:
    said = told.say(text)
    assert "Review" in said or "for the door" in said
