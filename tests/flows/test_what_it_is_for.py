"""What a message is for, in words that each look like something else."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner

TOLD = "im a carer and nobody slept cos of the noise so i moved two of us to the top corridor"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("hiya is this the badge thing? got 10 min til my next one", "question"),
        ("i'm a support worker so what do i write", "not_understood"),
        ("naw stick wi the tea", "alternative"),
        ("no, keep to the first one", "alternative"),
        (
            "Would you kindly let Mrs Aitken know that I am unable to attend the session",
            "to_coordinator",
        ),
        ("please tell my manager im off sick the morra", "to_coordinator"),
        ("Can you generate a paragraph on influencing from that? I'm up to my eyes.", "request"),
        ("could you write me a nice sentence about it", "request"),
        ("passenger on back in a bit", "talk"),
        ("bus is here, back soon", "talk"),
        ("Is it over 200?", "question"),
        ("what is management in this one", "question"),
        ("no more to say on that", "talk"),
        ("can i use the dosette box lady for the next bit. i did take charge kind of", "question"),
        ("bk. thinks its mornin again lol. wot was the q", "back"),
        ("sory abuot my speling they allways laghed at me at scool", "feeling_about_task"),
    ],
)
def test_what_is_for_the_coach_is_in_no_answer(learner: Learner, text: str, kind: str) -> None:
    learner.at("situation").say(TOLD)
    words = learner.statement.own_words
    learner.say(text)
    assert learner.coaching
    assert (learner.coaching.kind, learner.statement.own_words) == (kind, words)


@pytest.mark.parametrize(
    "text",
    [
        "Mrs Wardlaw's niece said to me at the desk that it was like getting post again",
        "fair enough. the other two workers use the sheet as well now",
        "the night nurse told me it was the first time again that she slept",
        "could hear him settle so I let the office know that he was back",
        "I can tell my manager is happier as she said so at the meeting",
    ],
)
def test_what_somebody_said_to_them_is_an_answer(learner: Learner, text: str) -> None:
    learner.at("leadership").say(text)
    assert learner.statement.own_words > 0


def test_a_misspelt_part_is_still_named(learner: Learner) -> None:
    learner.at("situation").say(TOLD)
    learner.press("Next")
    learner.say("this is for the furst bit, only 2 chares went over since february, its in the log")
    assert learner.coaching
    assert learner.coaching.filed == "situation"


def test_whether_there_are_enough_words_is_answered_with_their_number(learner: Learner) -> None:
    learner.at("situation").say(TOLD)
    assert "20 words" in learner.say("is it over 200?")


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        (
            "Well the leadership bit I find harder because nobody tells me what they want, they "
            "just follow me about the place",
            "Well the leadership bit I find harder",
        ),
        (
            "the leadership bit is she asked the new girl to run it and now they all do it so",
            "the leadership bit is she asked",
        ),
        (
            "for the leadership bit I asked the new girl to run it and now they all do it so",
            "I asked the new girl",
        ),
        (
            "the leadership bit: I asked the new girl to run it and now they all do it so",
            "I asked the new girl",
        ),
    ],
)
def test_a_label_is_cut_off_only_where_a_whole_thought_is_left(
    learner: Learner, text: str, begins: str
) -> None:
    learner.at("management").say(text)
    section = next(e for e in learner.statement.sections if e.step.id == "leadership")
    assert section.messages[0].shown.strip().startswith(begins)


def test_where_somebody_works_is_asked_on_with_what_they_did(learner: Learner) -> None:
    learner.at("situation").say("day centre 30 odd folk dinner at half 12 every day")
    assert learner.coaching
    assert learner.coaching.asked in ("own_act", "smaller")


def test_another_story_is_kept_and_it_is_asked_which(learner: Learner) -> None:
    learner.at("situation").say(TOLD)
    learner.say("or i could tell you about the flood, I moved four people out by the back door")
    assert learner.coaching
    assert learner.coaching.asked == "which_situation"
    assert learner.statement.own_words > 20
    said = learner.say("naw stick wi the corridor")
    assert learner.statement.own_words == 20
    assert "kept" in said
    assert learner.coaching.filed == "aside"


def test_who_lets_the_coach_choose_between_two_is_asked_which(learner: Learner) -> None:
    learner.at("situation").say(
        "theres the snow day when i went round them all in the car or theres the thing with the "
        "seats, i put the two that fight at opposite ends. pick one"
    )
    assert learner.coaching
    assert learner.coaching.asked == "which_situation"
    said = learner.say("the seats then")
    assert "Your question now: Tell me your role" not in said


def test_a_tired_line_that_asks_for_another_day_is_let_go(learner: Learner) -> None:
    learner.at("overlap")
    said = learner.say(
        "dead on my feet 12 hrs in and 2 more nites 2 go. can i do the last bit 2moro"
    )
    assert learner.statement.own_words == 0
    assert "stop at any time" in said
    assert "?" not in said


def test_who_asks_at_the_review_whether_somebody_is_known_is_answered(learner: Learner) -> None:
    learner.at("situation").say(TOLD)
    learner.say("/review")
    words = learner.statement.own_words
    learner.say("his wife is on facebook with us, would she know its them? id hate her to see it")
    assert learner.statement.own_words == words
    assert learner.coaching
    assert learner.coaching.kind == "question"


def test_what_somebody_who_is_looked_after_did_at_first_is_how_it_was(learner: Learner) -> None:
    learner.at("situation").say(
        "I'm a senior in a nursery. Snack time was chaos and one wee boy bit people every day."
    )
    assert learner.coaching
    assert learner.coaching.asked in ("own_act", "smaller")


def test_who_has_told_nothing_yet_is_not_welcomed_back(learner: Learner) -> None:
    said = learner.at("situation").say(
        "good morning coach, I am Blessing, I am carer from Nigeria, sorry for my English"
    )
    assert "again" not in said.casefold()
    assert "back" not in said.casefold()


def test_what_was_said_is_not_cut_off_from_like_i_said(learner: Learner) -> None:
    said = learner.at("management").say("like i said insulin ones first then meals then showers")
    assert "“i said" not in said


def test_the_moment_for_both_is_an_answer(learner: Learner) -> None:
    learner.at("overlap").say(
        "both would be the phone call. needed to get the run done but needed her ok as well"
    )
    assert learner.statement.own_words > 0


@pytest.mark.parametrize("text", ["thats me done with that", "thats me done with this bit"])
def test_who_is_done_with_a_part_does_not_go(learner: Learner, text: str) -> None:
    learner.at("leadership").say("I let her choose which rooms she wanted to do.")
    said = learner.say(text)
    assert "leadership" in said
    assert "stop here" not in said
