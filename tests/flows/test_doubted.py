"""Words that may be of harm and more likely are not: an answer, and a line says whom to tell."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from bot.analysis.knowledge import Knowledge
from bot.content.library import Content
from tests.support.learner import Learner, body

HIT = "a resident hit me when I woke him"
TAKES_MONEY = "the manager takes money out of their purses and signs for it"
HARM = "he slaps her when nobody is looking"
ROWS = Path(__file__).parents[1] / "analysis" / "reading" / "data" / "harm_by_kind.csv"
HELP = re.compile(r"\b(?:tell|told|call|ring|know|talk|go to|leave|stop|hear|say)\b", re.IGNORECASE)


def test_an_answer_that_may_be_of_harm_is_kept_and_says_whom_to_tell(learner: Learner) -> None:
    learner.at("management")
    said = learner.say(HIT)
    assert said.startswith("✓ Saved")
    assert "tell the person in charge" in said
    assert "?" not in said, "nobody is asked for more of it"
    assert "“a resident" not in said, "and it is not said back"
    assert HIT in body(learner)
    assert "Keep it" not in learner.buttons


def test_where_no_word_of_harm_stands_the_coach_owns_its_doubt_and_goes_on(
    learner: Learner,
) -> None:
    text = "she told me the names of her kids and then she was quiet"
    reading = Knowledge.of(learner.content).harm_reader.read(text)
    assert reading.doubtful, "else this test needs another sentence"
    assert not reading.signed, "else this test needs another sentence"
    said = learner.at("management").say(text)
    assert any(each in said for each in learner.content.listening.harm.doubted_unsigned)
    assert "“Next”" in said
    assert text in body(learner)


def test_one_press_takes_it_out(learner: Learner) -> None:
    learner.at("management").say(HIT)
    learner.press("Not part of my answer")
    assert HIT not in body(learner)


def test_what_comes_next_is_heard_as_ever(learner: Learner) -> None:
    learner.at("management").say(HIT)
    said = learner.say("I wrote on the board which of us does the morning round.")
    assert "“I wrote on the board" in said


@pytest.mark.parametrize("text", ["what should I do", "is that bad", "so what now"])
def test_who_then_asks_what_to_do_is_not_sent_to_the_links(learner: Learner, text: str) -> None:
    learner.at("management").say(HIT)
    said = learner.say(text)
    assert "/resources" not in said
    assert HELP.search(said)
    assert text not in body(learner)


@pytest.mark.parametrize("text", ["I'll speak to her the morn", "i feel terrible"])
def test_what_they_mean_to_do_or_feel_about_it_is_no_answer(learner: Learner, text: str) -> None:
    learner.at("management").say(HIT)
    said = learner.say(text)
    assert "?" not in said
    assert "✓ Saved" not in said
    assert text not in body(learner)


@pytest.mark.parametrize("text", ["eh no its just his way", "no", "nae bother, it was a joke"])
def test_who_says_it_is_no_harm_is_believed_and_not_quoted(learner: Learner, text: str) -> None:
    learner.at("management").say(HIT)
    said = learner.say(text)
    assert any(each in said for each in learner.content.listening.harm.after.was_doubted)
    assert "hit me" not in said
    assert HIT in body(learner)
    assert text not in body(learner)


def test_that_somebody_is_fine_now_takes_nothing_back(learner: Learner) -> None:
    learner.at("management").say(TAKES_MONEY)
    said = learner.say("She says she is fine.")
    assert any(each in said for each in learner.content.listening.harm.after.seems_fine)


def test_who_is_serious_takes_nothing_back(learner: Learner) -> None:
    learner.at("management").say(HIT)
    said = learner.say("not lol actually")
    assert not any(each in said for each in learner.content.listening.harm.after.was_doubted)
    assert HELP.search(said)


def test_what_may_be_of_harm_is_never_said_back_later(learner: Learner) -> None:
    learner.at("management").say(HIT)
    for text in ("I don't manage anything really", "I told you that", "it was nothing"):
        assert "slapped" not in learner.say(text)
    learner.say("/review")
    assert not any("slapped" in each.text for each in learner.replies[1:])


def test_what_is_plainly_harm_stops_everything(learner: Learner) -> None:
    learner.at("management")
    assert "✓ Saved" not in learner.say(HARM)
    assert "Keep it" in learner.buttons
    assert HARM not in body(learner)


def test_soon_after_harm_there_is_no_doubt(learner: Learner) -> None:
    learner.at("management").say(HARM)
    assert "✓ Saved" not in learner.say(HIT)
    assert HIT not in body(learner)


@pytest.mark.parametrize("step", ["welcome", "review", "statement"])
def test_where_no_question_is_open_there_is_no_doubt(learner: Learner, step: str) -> None:
    if step == "welcome":
        learner.say("/start")
    else:
        learner.at(step)
    learner.say(HIT)
    assert "Keep it" in learner.buttons


def test_whatever_is_found_is_answered_with_whom_to_tell(content: Content) -> None:
    reader = Knowledge.of(content).harm_reader
    with ROWS.open(encoding="utf-8") as rows:
        texts = [row["text"] for row in csv.DictReader(rows)]
    found = [text for text in texts if reader.read(text).doubtful]
    assert len(found) > 50
    silent = [
        text for text in found if not HELP.search(Learner(content).at("leadership").say(text))
    ]
    assert not silent


TOLD_ON = "a wee boy had bruises all up his arm so i told the manager shes phoning the social work"
TOLD_AND_OPEN = "resident say carer is rough with her in the night. I report to nurse in charge"


@pytest.mark.parametrize("text", [TOLD_ON, TOLD_AND_OPEN])
def test_who_told_on_it_hears_that_it_was_right_and_can_leave_it_out(
    learner: Learner, text: str
) -> None:
    learner.at("management")
    said = learner.say(text)
    assert said.startswith("✓ Saved")
    assert "right" in said
    assert "?" not in said
    assert not re.search(r"bruise|rough", said), "harm is not said back"
    assert "Keep it" not in learner.buttons
    learner.press("Not part of my answer")
    assert text not in body(learner)


def test_who_told_on_it_is_told_what_to_do_if_nothing_comes_of_it(learner: Learner) -> None:
    assert re.search(r"above|call", learner.at("management").say(TOLD_AND_OPEN))


@pytest.mark.parametrize(
    "text",
    [
        "her son hits her. i told my manager but she told me to keep it quiet",
        "the carer slaps her. I told the office and nothing was done",
    ],
)
def test_who_was_sent_away_is_not_told_that_all_is_well(learner: Learner, text: str) -> None:
    said = learner.at("management").say(text)
    assert not any(each in said for each in learner.content.listening.harm.told_on)
    assert re.search(r"above|past|[Cc]all", said)


def test_where_no_answer_is_open_who_told_on_it_is_not_sent_to_tell_it(learner: Learner) -> None:
    said = learner.at("review").say(TOLD_AND_OPEN)
    assert any(each.split(".")[0] in said for each in learner.content.listening.harm.told_on)
    assert "Keep it" in learner.buttons


@pytest.mark.parametrize("text", ["he is my cousin", "she is in hospital"])
def test_what_goes_on_about_it_is_left_out_and_one_press_puts_it_in(
    learner: Learner, text: str
) -> None:
    learner.at("management").say(HIT)
    said = learner.say(text)
    assert "✓ Saved" not in said
    assert "?" not in said
    assert text not in body(learner)
    learner.press("Put it in my answer")
    assert text in body(learner)


@pytest.mark.parametrize(
    "text",
    [
        "bk. wer was i",
        "hang on thers 2 of them at the hach for soup",
        "I am aware that Adair has three circles, and that the first is management",
        "how many words is that",
        "ok we had three ways to do it and the wall chart was the one",
        "i wrote the times on the board and we kept to them",
    ],
)
def test_a_doubt_does_not_silence_the_coach(learner: Learner, text: str) -> None:
    learner.at("leadership").say(HIT)
    said = learner.say(text)
    assert "999" not in said
    assert "in charge" not in said


@pytest.mark.parametrize("text", ["there is no one above her", "he made me swear on it"])
def test_what_is_said_of_those_people_next_is_no_answer_to_the_step(
    learner: Learner, text: str
) -> None:
    learner.at("management").say(HIT)
    said = learner.say(text)
    assert "?" not in said
    assert text not in body(learner)


@pytest.mark.parametrize(
    "text",
    ["nobody at work knows", "shes been here 20 years", "I think about him every night"],
)
def test_what_is_said_beside_it_is_in_no_answer(learner: Learner, text: str) -> None:
    learner.at("management").say(TAKES_MONEY)
    assert "✓ Saved" not in learner.say(text)
    assert text not in body(learner)
    assert "✓ Saved" in learner.say("I made a chart for the insulin and put it on the door.")


def test_the_care_that_follows_on_it_is_an_answer(learner: Learner) -> None:
    learner.at("management").say(HIT)
    for text in (
        "I stepped back and gave him time, then I tried again with a cup of tea.",
        "He settled after that and came down for lunch.",
    ):
        assert "✓ Saved" in learner.say(text)


def test_who_told_nobody_is_taken_at_their_word(learner: Learner) -> None:
    text = "I struck a resident last month when he spat at me. I have told no one."
    assert "✓ Saved" not in learner.at("management").say(text)
    assert "Keep it" in learner.buttons


@pytest.mark.parametrize("text", ["too many", "im scared"])
def test_more_of_what_may_be_a_danger_is_told_whom_to_call_once_more(
    learner: Learner, text: str
) -> None:
    learner.at("management").say("i took something")
    said = learner.say(text)
    assert "999" in said
    assert "?" not in said
    assert text not in body(learner)


def test_who_is_only_a_student_hears_that_no_rank_is_needed(learner: Learner) -> None:
    learner.at("management").say(HIT)
    assert "no rank" in learner.say("I am only student")


def test_who_complains_of_what_the_coach_did_tells_of_no_harm(learner: Learner) -> None:
    learner.at("management").say("I do the chairs and the music, been there eleven years.")
    said = learner.say("och no you took out my whole job! and the boss is still there")
    assert not HELP.search(said.replace("Then you can leave the old one out", ""))
    assert "999" not in said
    assert "whole job" not in body(learner)


@pytest.mark.parametrize(
    "text",
    [
        "I have not reported it. I did not wish to accuse a colleague.",
        "I've no reported it, I wasnae sure",
    ],
)
def test_who_has_not_reported_it_is_not_told_that_it_is_done(learner: Learner, text: str) -> None:
    learner.at("management").say(HARM)
    said = learner.say(text)
    assert "You have told" not in said
    assert re.search(r"\b[Tt]ell (?:the|your|one|somebody)\b", said), "and hears whom to tell"


@pytest.mark.parametrize(
    "text",
    [
        "I observed bruising on the upper arms of the gentleman, and he told me that the night "
        "worker had gripped him.",
        "There was a mark on her wrist and she said that he had grabbed her.",
    ],
)
def test_a_mark_and_a_hand_told_together_are_no_doubt(learner: Learner, text: str) -> None:
    said = learner.at("management").say(text)
    assert "Keep it, or drop it" in said or learner.conversation.undecided
    assert "“" not in said.split("\n")[0]
    assert text not in body(learner)
