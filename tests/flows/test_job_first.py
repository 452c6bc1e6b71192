"""Who says first of all what they work as is heard: the job is kept, and an act is asked for in
words that presume nothing; what came of something is kept however short it is."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner, body


@pytest.mark.parametrize(
    "job",
    [
        "bail support",
        "youth justice, evenings",
        "hospice volunteer",
        "night shift, dementia unit",
        "Good day, I am senior carer on the nights of a nursing home, thirty-eight residents there",
        "and four of us for all of it",
    ],
)
def test_a_job_told_first_is_in_the_answer_and_an_act_is_asked_for(
    learner: Learner, job: str
) -> None:
    learner.at("situation")
    said = learner.say(job)
    assert job in body(learner)
    assert learner.coaching
    assert learner.coaching.asked == "own_act"
    assert any(line in said for line in learner.content.listening.after_role)


@pytest.mark.parametrize(
    ("text", "job", "question"),
    [
        (
            "home carer, two villages. will i just talk",
            "home carer, two villages",
            "will i just talk",
        ),
        ("SUPPORT WORKER. hostel, 12 beds. happy?", "hostel, 12 beds", "happy?"),
        ("I cook in a nursery. do i have to write it all at once", "I cook", "at once"),
    ],
)
def test_a_job_beside_a_question_is_kept_and_the_question_left_out(
    learner: Learner, text: str, job: str, question: str
) -> None:
    learner.at("situation")
    learner.say(text)
    assert job in body(learner)
    assert question not in body(learner)


def test_where_but_what_came_of_it_is_told_it_is_asked_what_was_done_for_it(
    learner: Learner,
) -> None:
    learner.at("situation")
    said = learner.say("nae a burnt pot since the new year")
    assert any(line in said for line in learner.content.listening.after_result)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("nae a lost key since october", "nae a lost key since october"),
        ("back 24 asked 20 came", "24 asked 20 came"),
        ("bk no tears since monday", "no tears since monday"),
        ("ok here. 9 falls in march 2 in april", "9 falls in march 2 in april"),
    ],
)
def test_a_short_result_is_kept_without_the_word_that_they_are_back(
    learner: Learner, text: str, kept: str
) -> None:
    learner.at("situation")
    learner.say("I am a porter. The keys went missing each week so I hung a board for them.")
    learner.say(text)
    assert body(learner).strip().endswith(f"\n{kept}")


def test_a_story_that_has_instead_of_in_it_mends_nothing(learner: Learner) -> None:
    learner.at("situation")
    text = "Senior, day care, six staff. Breaks clashed. I set them by room instead of by name."
    learner.say(text)
    assert text in body(learner)


@pytest.mark.parametrize(
    "text",
    [
        "im not a boss. i just tick them off before they go out",
        "I'm no leader. I keep the key list and that is it",
        "no a leader me. ah jist tell them whit needs done first",
    ],
)
def test_an_act_beside_a_small_word_about_oneself_is_kept(learner: Learner, text: str) -> None:
    learner.at("management")
    learner.say("I made a list of the taps for the night staff.")
    learner.say(text)
    assert text.partition(". ")[2] in body(learner)


def test_a_good_end_that_names_a_trouble_is_no_trouble(learner: Learner) -> None:
    learner.at("management")
    said = learner.say("he hands out the post now. not one shout since")
    assert "how it was" not in said
    assert learner.coaching
    assert not any(line in said for line in learner.content.listening.after_grievance)


def test_who_says_which_is_the_work_and_which_the_people_is_asked_for_neither(
    learner: Learner,
) -> None:
    learner.at("situation")
    learner.say(
        "I am a cook. Plates came back full so I asked each man what he liked and wrote it up."
    )
    learner.at("overlap")
    learner.say("the list was the work and sitting down to ask was the people")
    assert learner.coaching
    assert not learner.coaching.asked


def test_where_others_took_it_up_it_is_asked_what_was_said_or_shown(learner: Learner) -> None:
    learner.at("situation")
    learner.say("I am a carer. Lunch was loud so I told my senior, and put on soft music.")
    learner.at("leadership")
    learner.say("after that the other room did it as well")
    assert learner.coaching
    assert learner.coaching.asked == "own_act"
