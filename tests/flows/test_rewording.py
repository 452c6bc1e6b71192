"""“Thirteen, not twelve”: a word of theirs stands for another, once they have seen how it reads."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner, body

NIGHTS = "On nights there were twelve people asleep and one of me, so I wrote who to see first."


def told(learner: Learner, text: str) -> Learner:
    """Return somebody who has told that at management, and decided about no name."""
    learner.at("management").say(text)
    return learner


@pytest.mark.parametrize(
    ("text", "said", "now"),
    [
        (NIGHTS, "My mistake, thirteen people were asleep, not twelve", "were thirteen people"),
        (NIGHTS, "soz 13 no twelve", "were 13 people asleep"),
        (NIGHTS, "change people to residents", "twelve residents asleep"),
        (NIGHTS, "change people to residents, all of them", "twelve residents asleep"),
        (NIGHTS, "please could people be changed to residents", "twelve residents asleep"),
        (NIGHTS, "I wrote twelve but it is eleven only", "were eleven people"),
        (NIGHTS, "Could you put the order for who to see first", "I wrote the order."),
        ("We began in October with two lists.", "its november no october", "in november with"),
        ("We began in October with two lists.", "November. Not October.", "in November with"),
        ("We began in October with two lists.", "it wisnae October it wis May", "in May with"),
        ("Nineteen calls a day, so I planned a run.", "eighteen calls not nineteen", "Eighteen ca"),
        (
            "I put Mr. Whyte first on my list.",
            "Kindly replace Mr Whyte by one man",
            "one man first",
        ),
        ("Two lists for six weeks.", "Two lists in eight weeks, not six.", "for eight weeks"),
        ("Thirty minutes each.", "forty minutes each, I got that wrong", "Forty minutes each"),
        ("A lad called Bo sat there.", "dont have Bo in it just say Bob", "called Bob sat there"),
        ("I rang on Monday.", "On reflection it was Tuesday rather than Monday.", "on Tuesday."),
        ("I put Karen first and Karen was glad.", "say my gran instead of Karen", "and my gran w"),
    ],
)
def test_it_is_shown_how_it_would_read_and_one_press_does_it(
    learner: Learner, text: str, said: str, now: str
) -> None:
    before = body(told(learner, text))
    assert now in learner.say(said)
    assert body(learner) == before
    assert now in learner.press("Yes, change it")
    assert now in body(learner)
    assert said not in body(learner)


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("change hendry to a member", "a member"),
        ("can you put service user instead of Mr Hendry", "service user"),
        ("please replace Mr Hendry with a colleague everywhere", "a colleague"),
    ],
)
def test_a_word_of_theirs_stands_for_a_whole_name_and_for_the_name_that_comes_later(
    learner: Learner, said: str, word: str
) -> None:
    told(learner, "I moved the chairs so Mr Hendry could get in.")
    learner.say("I wrote in the book that Mr Hendry had been in.")
    learner.say(said)
    learner.press("Yes, change it")
    assert f"so {word} could get in." in body(learner)
    assert f"that {word} had been in." in body(learner)
    learner.say("Then I asked Mr Hendry to sit by the door.")
    assert f"Then I asked {word} to sit by the door." in body(learner)


@pytest.mark.parametrize("no", ["no", "No, keep it", "naw leave it"])
def test_a_no_leaves_it_as_it_was_typed(learner: Learner, no: str) -> None:
    before = body(told(learner, NIGHTS))
    learner.say("thirteen people, not twelve")
    learner.say(no)
    assert body(learner) == before


@pytest.mark.parametrize(
    "answer",
    [
        "two of us went, not twelve, because twelve was too many for her",
        "we went in at eleven, not twelve",
        "I changed the order of the day so that lunch came before the nap",
        "I used a stand aid instead of people",
        "I put a chair in for people who wait",
        "we changed the visit from nine to twelve as she sleeps late",
    ],
)
def test_what_is_told_of_work_is_an_answer(learner: Learner, answer: str) -> None:
    told(learner, NIGHTS).say(answer)
    assert answer in body(learner)


def test_of_several_places_the_one_is_meant_of_which_more_is_said(learner: Learner) -> None:
    told(learner, "I had two lists for the teas. Then two of the girls fell ill.")
    assert "“I had three lists for the teas.”" in learner.say("sorry three lists not two")


def test_of_a_long_sentence_the_words_around_are_shown(learner: Learner) -> None:
    told(learner, f"{NIGHTS[:-1]} and {'then I did the round again and ' * 4}slept at six.")
    said = learner.say("oops, seven, not six")
    assert "… " in said
    assert "slept at seven.”" in said


@pytest.mark.parametrize(
    "text",
    ["I should be obliged to know who reads this.", "We would need to be told who gets a copy"],
)
def test_a_polite_question_is_no_other_word(learner: Learner, text: str) -> None:
    assert "It would read" not in told(learner, NIGHTS).say(text)


DRILL = "we had a fire drill and i got all nine out in 3 minutes and counted them at the gate"


@pytest.mark.parametrize(
    ("said", "reads"),
    [
        ("naw it was 4 minutes", "in 4 minutes and"),
        ("sorry meant the front gate", "at the front gate"),
        ("nine no eleven", "got all eleven out"),
    ],
)
@pytest.mark.parametrize("yes", ["yes", "yes change it", "aye do it", "change it"])
def test_a_few_words_put_a_detail_of_the_line_before_right(
    learner: Learner, said: str, reads: str, yes: str
) -> None:
    assert reads in told(learner, DRILL).say(said)
    assert DRILL in body(learner), "nothing changes before a yes"
    learner.say(yes)
    assert reads in body(learner)


def test_an_older_line_is_put_right_where_two_words_of_it_are_named(learner: Learner) -> None:
    told(learner, "there are 22 residents and me and one other at night")
    learner.say("I moved his chair to the desk and he sleeps now")
    assert "there are 21 residents" in learner.say("naw it was 21 residents")


@pytest.mark.parametrize("no", ["no", "naw leave it", "keep it as it is"])
def test_the_line_stays_where_the_detail_was_right_after_all(learner: Learner, no: str) -> None:
    told(learner, DRILL).say("naw it was 4 minutes")
    learner.say(no)
    assert DRILL in body(learner)


def test_what_follows_a_no_and_is_told_of_work_is_an_answer(learner: Learner) -> None:
    told(learner, DRILL).say("no i counted them again at the gate with the list")
    assert "with the list" in body(learner)


def test_who_had_it_right_gets_back_what_they_took_out(learner: Learner) -> None:
    told(learner, DRILL).say("take out the bit about the gate")
    assert "gate" not in body(learner)
    learner.say("naw it wis right pit it back")
    assert DRILL in body(learner)
