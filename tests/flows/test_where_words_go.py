"""What is an answer, and what is for the coach."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner, body

TOLD = "I wrote a list for the door and split the rooms between us, so all were washed by ten."


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (
            "management",
            "Dont know. Management is for the office. I just do my hourly checks and write them up",
        ),
        ("management", "i dont manage ne1 i jus plan my run so no1 waits n msg them if im late"),
        ("leadership", "Not leader me. But when alarm was on I go out and the others follow."),
        ("leadership", "no a leader but wen jean was of i showd the new wans whaur it aw goes"),
    ],
)
def test_an_act_beside_a_denial_is_kept_also_where_it_is_told_small(
    learner: Learner, step: str, said: str
) -> None:
    assert learner.at(step).say(said).startswith("✓ Saved")
    assert said in body(learner)


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("management", "That is for the seniors. I leave all that to them, I only work here."),
        ("management", "Management I left behind with my uniform. I do none."),
        ("leadership", "Goodness, I leave leading to the ones who are paid for it, I just work."),
    ],
)
def test_who_leaves_leading_to_others_denies_it(learner: Learner, step: str, said: str) -> None:
    assert "✓ Saved" not in learner.at(step).say(said)
    assert said not in body(learner)


def test_who_left_a_choice_to_others_led_them(learner: Learner) -> None:
    said = "I leave it to them to choose the music and then they all sing"
    assert learner.at("leadership").say(said).startswith("✓ Saved")


def test_an_answer_that_names_its_own_step_is_no_label(learner: Learner) -> None:
    said = "the chair thing was both i suppose"
    assert learner.at("overlap").say(said).startswith("✓ Saved")
    assert said in body(learner)


@pytest.mark.parametrize("said", ["ok the overlap now", "this is both", "the both question"])
def test_the_name_of_the_open_step_alone_is_no_answer(learner: Learner, said: str) -> None:
    assert "✓ Saved" not in learner.at("overlap").say(said)


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("leadership", "back to normal by four"),
        ("leadership", "naw naebody fought efter that"),
        ("management", "aye jist me and the driver"),
        ("situation", "no gloves again on Sunday"),
        ("leadership", "came in behind me"),
    ],
)
def test_a_fragment_of_work_that_looks_like_talk_is_an_answer(
    learner: Learner, step: str, said: str
) -> None:
    learner.at(step).say(TOLD)
    assert learner.say(said).startswith("✓ Saved")
    assert said in body(learner)


@pytest.mark.parametrize(
    ("step", "said", "kind"),
    [
        ("leadership", "no one led it", "denial"),
        ("leadership", "told u she wasnt eatin", "already_told"),
        ("situation", "not sure what you want here", "not_understood"),
        ("management", "There. Done.", "talk"),
        ("overlap", "dunno about the last 1", "talk"),
        ("overlap", "talked to my gp and my pal at work. feeling a bit better", "chat"),
        (
            "leadership",
            "You keep asking. You've got all that. Just write it up for me and I'll sign it.",
            "complaint_about_coach",
        ),
    ],
)
def test_what_is_for_the_coach_though_it_looks_like_an_answer_is_in_none(
    learner: Learner, step: str, said: str, kind: str
) -> None:
    learner.at(step).say(TOLD)
    assert "✓ Saved" not in learner.say(said)
    assert learner.coaching
    assert (learner.coaching.kind, learner.coaching.filed) == (kind, "aside")
    assert said not in body(learner)


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        (
            "MANAGEMENT... I keep the calendar on the fridge and my husband does the driving. "
            "LEADERSHIP... the big one showed the wee one how to roll his socks",
            ("management, 13 words", "leadership, 12 words"),
        ),
        (
            "management = the chart i guess lol. and leadership would be hubby cos he did the song "
            "when I was up at the hospital",
            ("management, 6 words", "leadership, 17 words"),
        ),
    ],
)
def test_parts_named_as_people_name_them_are_offered_apart(
    learner: Learner, said: str, parts: tuple[str, ...]
) -> None:
    reply = learner.at("management").say(said)
    assert all(each in reply for each in parts)
    assert "Shall I put each part in its own answer?" in reply


def test_a_part_named_within_a_sentence_goes_there_and_keeps_every_word(learner: Learner) -> None:
    said = (
        "I ought to add, under leadership, that I said nothing to the staff. I simply sat down "
        "among the patients with my own cup and they all came over."
    )
    assert "Filed under “leadership”" in learner.at("management").say(said)
    assert said in body(learner)


@pytest.mark.parametrize(
    "asked", ["what was kept out", "did you leave anything out?", "show me what you left out"]
)
def test_what_was_kept_out_is_listed_when_it_is_asked_for_in_plain_words(
    learner: Learner, asked: str
) -> None:
    learner.at("management").say(TOLD)
    learner.say("buzzer, need to go")
    reply = learner.say(asked)
    assert "1. buzzer, need to go" in reply
    assert asked not in reply
    learner.press("Put in number 1")
    assert "buzzer, need to go" in body(learner)


def test_nothing_kept_out_is_said_to_be_so(learner: Learner) -> None:
    learner.at("management").say(TOLD)
    assert "Nothing was kept out" in learner.say("is everything in there?")


def test_who_has_told_nothing_yet_is_not_asked_which_of_two(learner: Learner) -> None:
    said = "There are several situations I could draw upon and I am undecided."
    assert "of the two" not in learner.at("situation").say(said)
    assert said not in body(learner)


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("situation", "I do not know what story is good."),
        ("situation", "Apologies, I have been called to a duty matter."),
        ("situation", "whit kind o thing are ye efter"),
        ("overlap", "Don't change my words."),
    ],
)
def test_second_language_formal_and_scots_talk_is_in_no_answer(
    learner: Learner, step: str, said: str
) -> None:
    learner.at(step).say(TOLD)
    assert "✓ Saved" not in learner.say(said)
    assert said not in body(learner)


def test_a_part_is_not_called_done_while_a_question_of_it_waits(learner: Learner) -> None:
    learner.at("situation").say("I am a carer in a home with 28 beds and the lift was out.")
    assert learner.coaching
    assert learner.coaching.asked
    reply = learner.say("ok then")
    assert "is done" not in reply
    assert "?" in reply


def test_others_who_do_it_too_are_an_act_beside_a_denial(learner: Learner) -> None:
    said = "I am not leader, I am only carer. But now other staff also play the song."
    assert learner.at("leadership").say(said).startswith("✓ Saved")


def test_who_asks_before_the_start_who_reads_it_is_answered_and_asked_no_place_for_it(
    learner: Learner,
) -> None:
    learner.say("/start")
    asked = "Good afternoon. Before I begin, might I ask who will have access to what I write here?"
    assert "Press “Start”" in learner.say(asked)
    assert "Which answer is it for?" not in learner.press("Start")


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("I've a pot on, back in 10", "Go"),
        ("can I come back to this tomorrow?", "you can stop at any time"),
        ("What I wrote about the arm, who reads it?", "The people who run this coach"),
        ("Who will have sight of this document?", "The people who run this coach"),
    ],
)
def test_who_asks_or_has_to_go_is_answered(learner: Learner, said: str, answer: str) -> None:
    reply = learner.at("situation").say(said)
    assert answer in reply
    assert "✓ Saved" not in reply


def test_who_says_what_they_are_and_asks_if_they_count_is_answered_and_kept(
    learner: Learner,
) -> None:
    reply = learner.at("situation").say("I'm the cook in a care home, do I even count?")
    assert "You do not need to be a manager" in reply
    assert "I'm the cook in a care home" in body(learner)
    assert "do I even count" not in body(learner)


def test_who_asks_whether_somebody_does_something_about_it_hears_whom_to_tell(
    learner: Learner,
) -> None:
    learner.at("management").say("he slaps her when nobody is looking")
    reply = learner.say("i told you about it, is someone going to do something")
    assert "Tell one person" in reply


def test_what_says_at_the_end_where_it_goes_is_filed_there(learner: Learner) -> None:
    for step in ("situation", "management", "leadership", "overlap"):
        learner.at(step).say(TOLD)
    learner.say("/review")
    more = "I wrote by hand to each of the nineteen to thank them for the eight weeks."
    learner.say(f"One addition for leadership, if it is not too late. {more}")
    assert learner.coaching is not None
    assert learner.coaching.filed == "leadership"
    assert more in learner.statement.sections[2].text
    assert "One addition" not in body(learner)


def test_a_part_may_be_led_in_by_what_it_is_about(learner: Learner) -> None:
    learner.at("management").say(
        "With regard to management: I took the times from the log, costed the hours and showed two "
        "options to the manager. With regard to leadership: the carers did not believe it, so I "
        "went round with each of them for two days and asked what they would change."
    )
    assert learner.coaching is not None
    assert learner.coaching.filed == "split"


def test_what_is_announced_at_the_review_can_be_put_elsewhere(learner: Learner) -> None:
    for step in ("situation", "management", "leadership", "overlap"):
        learner.at(step).say("I made the beds and wrote the list of it for the nurse. " * 5)
    learner.say("/review")
    said = learner.say("So for managing, I moved the start of the evening shift by ten minutes.")
    assert "Filed under" in said or "“management”" in said
    assert "Not there" in learner.buttons


@pytest.mark.parametrize(
    "text",
    [
        "I drive the van. no managing in that",
        "ah do the laundry hen. naebody gets managed",
        "I clean the rooms, I lead nobody",
    ],
)
def test_a_job_beside_a_denial_is_no_act(learner: Learner, text: str) -> None:
    learner.at("management").say(text)
    assert learner.coaching is not None
    assert learner.coaching.kind == "denial"
    assert text not in body(learner)


@pytest.mark.parametrize(
    "text", ["couple of days later. he is ok. whats left", "its sunday. am back. wer was i"]
)
def test_a_question_at_the_end_of_what_tells_little_is_no_answer(
    learner: Learner, text: str
) -> None:
    learner.at("management").say(TOLD)
    learner.say(text)
    assert text not in body(learner)


def test_what_they_think_of_others_at_work_is_no_fault_of_the_coach(learner: Learner) -> None:
    said = learner.at("management").say("the office are useless")
    assert "sorry" not in said
    assert "I did not get that right" not in said
    assert "useless" not in body(learner)


def test_who_is_moved_by_reading_it_is_not_welcomed_back(learner: Learner) -> None:
    learner.at("situation").say(TOLD)
    said = learner.say("reading it all back made me greet")
    assert "Welcome back" not in said
    assert "greet" not in body(learner)
