"""Who says that they told something already gets that line back, and is asked no more about it."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner

STORY = (
    "I drive the day centre bus. Folk forgot their coats and we were late, so I ring ten minutes "
    "before I come."
)
PLAN = "I taped a list of phone numbers to the dash, in pick-up order."
PEOPLE = "I asked the escort to do the ring round on Fridays and she likes it."

POINTING = (
    ("said that already. the escort", PEOPLE),
    ("u asked about the escort already, scroll up lol", PEOPLE),
    ("ive JUST told you that. ring round, fridays, the lot", PEOPLE),
    ("I refer you to the list, of which I wrote above", PLAN),
    ("is that not it above? the list and the dash", PLAN),
    ("ah telt ye awready, the coats", STORY),
    ("the list. again. its the list", PLAN),
    ("deja vu. the escort", PEOPLE),
    ("haven't I already answered this? it's the escort", PEOPLE),
    ("This I write before, about coats. Please look.", STORY),
    ("Asked and answered: the escort.", PEOPLE),
    ("i thought id said about the coats?", STORY),
    ("mate its up there. the list", PLAN),
    ("you had that already its the escort bit", PEOPLE),
    ("iv done managment it was the numbers", PLAN),
    ("I did mention the coats, did I not?", STORY),
    ("the list!! i said the list!!", PLAN),
    ("nae need tae ask, the list's aw up there", PLAN),
    ("Kindly consult what I put about the escort.", PEOPLE),
    ("why u askin, i put the list thing in", PLAN),
)

ANSWERS = (
    "I told the driver already that we needed the lift",
    "said it to the escort so she knew to wait",
    "the girls had already said they would stay late",
    "I mentioned earlier to the escort that the lift would need a key",
    "it was up there on the list that the doctor had phoned twice",
    "I had already answered the door when he came down with his bag on",
    "the list went up again the next night and nobody had to ask",
    "she had that already laid out on the table when I came in",
    "I wrote the list",
    "I did the list again for Friday",
    "I checked the list again.",
    "I told the escort about the list",
    "I said to the escort that the list is on the dash",
    "I said it to Joan on the Friday",
    "I thought I had said about the coats but one had not heard and came without",
)


@pytest.fixture
def teller(learner: Learner) -> Learner:
    """A learner who told of three steps and stands at the third."""
    learner.at("situation").say(STORY)
    learner.press("Next")
    learner.say(PLAN)
    learner.press("Next")
    learner.say(PEOPLE)
    return learner


@pytest.mark.parametrize(("text", "where"), POINTING)
def test_the_line_that_is_meant_is_quoted(teller: Learner, text: str, where: str) -> None:
    before = teller.statement.own_words
    said = teller.say(text)
    quote = said.partition("“")[2].partition("”")[0]
    assert quote in where
    assert len(quote.split()) > 2
    assert "?" not in said
    assert teller.statement.own_words == before
    assert teller.coaching
    assert teller.coaching.kind == "already_told"


@pytest.mark.parametrize("text", ANSWERS)
def test_who_told_others_answers(teller: Learner, text: str) -> None:
    before = teller.statement.own_words
    teller.say(text)
    assert teller.statement.own_words > before


def test_where_nothing_fits_no_line_is_quoted(teller: Learner) -> None:
    said = teller.say("I told you that already, the aquarium")
    assert "“list" not in said
    assert "escort" not in said
    assert "ring" not in said


def test_at_an_empty_answer_the_way_past_is_said_and_nothing_asked(learner: Learner) -> None:
    learner.at("situation").say(STORY)
    learner.press("Next")
    said = learner.say("said that already. the coats")
    assert "coats" in said
    assert "Skip" in said
    assert "?" not in said


def test_the_step_that_was_told_is_named(teller: Learner) -> None:
    teller.press("Next")
    said = teller.say("you already asked me the leadership one")
    assert "“leadership”" in said
    assert "?" not in said


def test_what_was_told_is_not_asked_again(learner: Learner) -> None:
    asked = learner.at("management").say("I made a list of the coats.")
    assert "?" in asked
    said = learner.say("told you that already, the coats")
    assert "?" not in said
    assert asked.rpartition("\n")[2] not in learner.say("I hung it by the door.")
