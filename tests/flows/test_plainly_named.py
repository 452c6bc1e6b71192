"""What is plain is named; what may as well be something else is not."""

from __future__ import annotations

import pytest

from bot.analysis.knowledge import Knowledge
from bot.analysis.reading.clauses import Span
from bot.analysis.reading.practices import Practice
from bot.analysis.reading.reading import Clause
from bot.content.library import Content
from bot.content.models.parts import PartName
from bot.flows.coaching.asking import deeper
from bot.flows.coaching.policy import clause_to_say, models_of, practice_to_name
from tests.support.learner import Learner

MODELS = {
    "planning_budgeting": ("kotter", "management"),
    "organising_staffing": ("kotter", "management"),
    "motivating_inspiring": ("kotter", "leadership"),
    "organise": ("leading_managing", "management"),
    "implement": ("leading_managing", "management"),
    "inspire": ("leading_managing", "leadership"),
}


def clause(**chances: float) -> Clause:
    """Return an act that may show practices, the likeliest first."""
    found = sorted((Practice(*each) for each in chances.items()), key=lambda each: -each.chance)
    parts: frozenset[PartName] = frozenset(("own_act",))
    return Clause(0, 9, True, "own", parts, tuple(found), ("any",), True, Span(0, 9))


@pytest.mark.parametrize(
    ("side", "chances", "named"),
    [
        ("management", {"organising_staffing": 0.37}, "organising_staffing"),
        ("management", {"organising_staffing": 0.26}, ""),
        # Where either side would do it must be a little surer.
        (None, {"inspire": 0.42}, "inspire"),
        (None, {"inspire": 0.3}, ""),
        # What two frameworks call nearly the same is no doubt of it.
        ("management", {"organising_staffing": 0.55, "organise": 0.54}, "organising_staffing"),
        (None, {"inspire": 0.72, "motivating_inspiring": 0.71}, "inspire"),
        # And neither is it where both are as likely, as one label tells of both.
        (None, {"inspire": 0.6, "motivating_inspiring": 0.6}, "motivating_inspiring"),
        # Whatever is put in order is also done.
        ("management", {"organise": 0.52, "implement": 0.5}, "organise"),
        # It may be the one or the other.
        ("management", {"organise": 0.55, "planning_budgeting": 0.45}, ""),
        (None, {"organise": 0.5, "inspire": 0.6}, ""),
        # Told under the other side it must be very plain.
        ("leadership", {"organise": 0.8}, "organise"),
        ("leadership", {"organise": 0.6}, ""),
    ],
)
def test_an_act_is_named_where_it_is_plain(
    side: str | None, chances: dict[str, float], named: str
) -> None:
    assert practice_to_name(clause(**chances), MODELS, side)[0] == named


def test_words_are_named_by_the_side_that_they_are_filed_under(learner: Learner) -> None:
    learner.at("management")
    learner.say("For leadership: I told the others why it matters and they did it too.")
    assert learner.coaching
    assert learner.coaching.filed == "leadership"
    assert learner.coaching.heard
    practice = learner.content.practices[learner.coaching.heard.practice]
    assert practice.side == "leadership"


def test_the_review_never_asks_for_what_was_asked_for_last() -> None:
    assert deeper((), ["leadership:evidence"], "overlap") != "evidence"
    assert deeper((), (), "management") == "evidence"
    assert deeper((), (), "leadership") == "why"


ANSWERS = {
    "situation": "I am a carer. One man fell each night. I moved his bed so he could see the door.",
    "management": "I wrote a list of who checks him. It was checked each day.",
    "leadership": "I told the others why it matters and they did it too.",
    "overlap": "I checked the list and asked him how he slept, so he felt safe.",
}


def test_at_the_last_question_it_is_said_how_many_words_are_left(learner: Learner) -> None:
    learner.at("situation")
    said = list[str]()
    for text in ANSWERS.values():
        said.append(learner.say(text))
        learner.press("Next")
    to_go = learner.statement.to_go
    assert f"{to_go} words to go" in said[-1]
    assert not any("to go" in each for each in said[:-1])
    assert learner.step == "review"
    assert learner.coaching is None or learner.coaching.asked, "the review asks for one thing"


def test_to_stop_doing_something_at_work_is_no_wish_to_stop(learner: Learner) -> None:
    said = learner.at("management").say("I will stop doing the list alone")
    assert said.startswith("✓ Saved")


def test_two_people_are_an_answer(learner: Learner) -> None:
    assert learner.at("management").say("me and Ann").startswith("✓ Saved")


def test_ignore_that_takes_back_by_a_press_and_nothing_before_it(learner: Learner) -> None:
    learner.at("management").say(ANSWERS["management"])
    count = learner.statement.own_words
    said = learner.say("ignore that")
    assert "Saved" not in said
    assert learner.statement.own_words == count
    learner.press("Take back my last message")
    assert learner.statement.own_words == 0


def test_is_finish_is_answered(learner: Learner) -> None:
    learner.at("management").say(ANSWERS["management"])
    said = learner.say("thank you, is finish?")
    assert "“situation”" in said
    assert "Saved" not in said


def test_words_go_where_it_is_said_that_they_should_be(learner: Learner) -> None:
    learner.at("management").say(ANSWERS["leadership"])
    learner.say("That one should be in leadership not management, can you move it?")
    assert learner.statement.sections[2].text == ANSWERS["leadership"]
    assert learner.statement.sections[1].text == ""


def test_who_wants_the_badge_gets_no_example(learner: Learner) -> None:
    said = learner.at("management").say("give me the badge")
    assert "SSSC gives the badge" in said


@pytest.mark.parametrize("side", ["management", "leadership", None])
@pytest.mark.parametrize(
    "text",
    [
        "my colleague watched how I did it",
        "picked the first room himsel",
        "ah checked ma phone",
        "I put her cardigan round her shoulders",
        "We shared the biscuits",
    ],
)
def test_what_only_sounds_like_a_practice_is_not_called_one(
    content: Content, text: str, side: str | None
) -> None:
    clauses = Knowledge.of(content).reader.read(text).clauses
    found = clause_to_say(clauses, (), models_of(content), side)
    assert not found or not found[1]


@pytest.mark.parametrize(
    "text",
    [
        "told every1 itd b a wee wait",
        "i telt them there wid be a delay and said sorry",
        "I explained to each family that dinner would be late",
    ],
)
def test_to_say_that_it_takes_a_while_is_not_to_get_the_work_done(
    learner: Learner, text: str
) -> None:
    learner.at("situation").say(f"im a carer on nights. {text}")
    management = {e.id for e in learner.content.practices.values() if e.side == "management"}
    assert learner.coaching
    assert learner.coaching.heard is None or learner.coaching.heard.practice not in management
