"""The review: what shows who somebody is, what was kept out, and the question that it asks."""

from __future__ import annotations

import pytest

from bot.analysis.coach_texts import CoachTexts
from bot.analysis.cutting import cut_phrase
from bot.content.library import Content
from bot.flows.safety.cuts import cuts_in
from tests.support.learner import Learner

OLD_BOY = "It was the old boy in 9 who slipped"

TOLD = f"I am a domestic. {OLD_BOY}. So I changed when I mopped the floor."

PLUMBER = "I sat with him, and he used to be a plumber, so he told me about pipes."


@pytest.fixture
def learner(content: Content) -> Learner:
    return Learner(content)


def told(learner: Learner, text: str = TOLD) -> str:
    learner.at("situation").say(text)
    return learner.say("/review")


def test_a_phrase_that_shows_who_it_is_is_shown_in_the_learners_words(learner: Learner) -> None:
    assert f"“{OLD_BOY}”" in told(learner)
    for label in ("Keep", "Leave out", "Write it again", "My statement"):
        assert label in learner.buttons


def test_one_question_is_asked_at_the_review(learner: Learner) -> None:
    told(learner)
    asked = [each.text for each in learner.replies if "?" in each.text]
    assert len(asked) == 1


@pytest.mark.parametrize(
    "phrase",
    [
        "I sat with the lady in the corner room until she ate.",
        "He came from Poland and had no English.",
        "We care for a family with four children.",
        "He was just out of prison when I met him.",
        "She is 84 and her husband died last spring.",
        "our wee man (6) was feart of the bath",
        "I rang the man with Parkinson's at number 12.",
    ],
)
def test_such_phrases_are_found(learner: Learner, phrase: str) -> None:
    told(learner, phrase)
    assert "Leave out" in learner.buttons


@pytest.mark.parametrize(
    "phrase",
    [
        "I checked room 9 and wrote the list for the night staff.",
        "I am 56 years old and I like my job.",
        "I used to be a nurse before this job.",
        "A resident with dementia was upset and I sat with her.",
        "I told my manager and she changed the rota.",
        "It was done in 9 minutes and he was pleased.",
    ],
)
def test_ordinary_work_and_the_writer_are_not_pointed_at(learner: Learner, phrase: str) -> None:
    told(learner, phrase)
    assert "Leave out" not in learner.buttons


def test_what_is_kept_is_never_asked_again(learner: Learner) -> None:
    told(learner)
    assert "It stays as it is" in learner.press("Keep")
    assert OLD_BOY not in "".join(r.text for r in learner.replies)
    learner.say("/review")
    assert "Keep" not in learner.buttons
    assert OLD_BOY in learner.statement.sections[0].text


def test_leaving_out_takes_one_press_and_just_that_sentence(learner: Learner) -> None:
    told(learner)
    learner.press("Leave out")
    left = "I am a domestic. So I changed when I mopped the floor."
    assert learner.statement.sections[0].text == left
    assert TOLD in learner.say("/mydata")


def test_what_joined_the_phrase_goes_with_it(learner: Learner) -> None:
    told(learner, PLUMBER)
    learner.press("Leave out")
    assert learner.statement.sections[0].text == "I sat with him, so he told me about pipes."


def test_a_message_that_was_nothing_else_is_left_out_whole(learner: Learner) -> None:
    told(learner, f"{OLD_BOY}.")
    learner.press("Leave out")
    assert not learner.statement.sections[0].messages


def test_it_is_written_again_in_the_place_where_it_stood(learner: Learner) -> None:
    told(learner)
    learner.press("Write it again")
    assert OLD_BOY in learner.statement.sections[0].text, "until the new words are here"
    assert "✓ Saved" in learner.say("A resident had slipped.")
    text = "I am a domestic. A resident had slipped. So I changed when I mopped the floor."
    assert learner.statement.sections[0].text == text
    assert "Show what was kept out" not in learner.buttons


def test_a_sentence_that_something_was_left_out_of_is_shown_as_it_reads_now(
    learner: Learner,
) -> None:
    told(learner, "I am a domestic and I mopped for the woman in flat 9 whose son is in prison.")
    said = learner.press("Leave out")
    assert "It reads now: “I am a domestic”" in said


def test_who_is_kept_in_one_wording_is_asked_about_in_no_other(learner: Learner) -> None:
    learner.at("situation").say(
        "I sat with the lady in the corner room until she ate. Her husband died last spring."
    )
    learner.say("The lady in the corner room is 84.")
    learner.say("/review")
    learner.press("Keep")
    assert "Keep" not in learner.buttons


def test_somebody_else_is_asked_about_all_the_same(learner: Learner) -> None:
    told(learner, "I sat with the lady in the corner room. I asked the deaf lady what she liked.")
    learner.press("Keep")
    assert "Keep" in learner.buttons


@pytest.mark.parametrize(
    "said",
    [
        ["Her husband died last spring.", "At home care, her son is in prison."],
        ["Her husband died last spring. Then a new woman came and her son is in prison."],
    ],
)
def test_two_of_whom_no_more_is_told_than_she_are_two(learner: Learner, said: list[str]) -> None:
    learner.at("situation").say("I am a home carer and I planned the calls for two of them.")
    for each in said:
        learner.say(each)
    learner.say("/review")
    learner.press("Keep")
    assert "Keep" in learner.buttons


def test_who_is_left_out_in_one_wording_is_still_looked_for_in_others(learner: Learner) -> None:
    told(learner, "I sat with the lady in the corner room. Her husband died last spring.")
    learner.press("Leave out")
    assert "Leave out" in learner.buttons


def test_the_surest_three_are_asked_about_one_at_a_time(learner: Learner) -> None:
    said = [
        "The man was blind.",
        "A lady was deaf.",
        "A girl is 9 years old.",
        "A lad was in prison.",
    ]
    told(learner, " ".join(["I help people at home.", *said]))
    presses = 0
    while "Keep" in learner.buttons:
        learner.press("Keep")
        presses += 1
    assert presses == 3
    assert "You have looked at each of them." in "".join(r.text for r in learner.replies)


def test_such_a_clause_is_never_said_back(learner: Learner) -> None:
    learner.at("management")
    said = learner.say("I moved the old boy in 9 nearer the door so that he could see us.")
    assert "old boy" not in said


def test_what_was_left_out_stays_out_when_a_name_is_replaced(learner: Learner) -> None:
    learner.at("situation").say(TOLD)
    learner.say("/review")
    learner.press("Leave out")
    learner.edit(1, f"{TOLD} Morag Campbell saw it, too.")
    learner.press("A colleague")
    text = learner.statement.sections[0].text
    assert "old boy" not in text
    assert "[a colleague] saw it, too." in text


def test_an_edit_without_the_phrase_cuts_nothing(learner: Learner) -> None:
    told(learner)
    learner.press("Leave out")
    learner.edit(1, "I am a cook, and the floor was wet. I changed when I mopped it.")
    whole = "I am a cook, and the floor was wet. I changed when I mopped it."
    assert learner.statement.sections[0].text == whole


def test_a_cut_never_takes_a_word_that_only_begins_alike(learner: Learner) -> None:
    told(learner, "He used to be a plumber")
    message = learner.conversation.messages[0]
    start, end = cut_phrase(message.text, 0, len(message.text))
    cut = type(message)(1, 1, "situation", message.text, message.at, "", cuts=((start, end),))
    assert cuts_in(CoachTexts.of(()), cut, "She used to be a plumber") == ()
    assert cuts_in(CoachTexts.of(()), cut, "Now he says: He used to be a plumber") == ((13, 36),)


@pytest.mark.parametrize(
    ("text", "phrase", "left"),
    [
        ("I sat with her so he fell and we rang the nurse.", "he fell", "I sat with her and we"),
        ("I washed him and saw the marks because he fell.", "he fell", "saw the marks."),
        ("She was cold, and then he fell, so I rang.", "he fell", "She was cold, so I rang."),
        ("he fell and we rang the nurse.", "he fell", "we rang the nurse."),
        ("I sat with him and he fell asleep", "he fell asleep", "I sat with him"),
        ("I and he fell out over the rota", "over the rota", "I and he fell out"),
    ],
)
def test_what_hung_on_words_that_go_goes_with_them(text: str, phrase: str, left: str) -> None:
    start = text.index(phrase)
    start, end = cut_phrase(text, start, start + len(phrase))
    rest = text[:start] + text[end:]
    assert left in rest
    assert not rest.rstrip(".").endswith(("and", "because", "so"))


def test_the_reply_to_the_reviews_question_is_filed_in_that_answer(learner: Learner) -> None:
    learner.at("situation").say("I am a cook in a day centre.")
    assert "“management”" in learner.say("/review")
    said = learner.say("I made a list of what had to be ready by noon.")
    assert "✓ It is now in your answer “management”." in said
    assert "Which answer" not in said
    assert learner.statement.sections[1].words == 12
    assert "“leadership”" in said, "the next empty one"


def test_words_to_the_coach_at_the_review_are_in_no_answer(learner: Learner) -> None:
    learner.at("situation").say("I am a cook in a day centre.")
    learner.say("/review")
    learner.say("brb")
    assert learner.statement.own_words == 8


def test_words_that_name_another_answer_go_there(learner: Learner) -> None:
    learner.at("situation").say("I am a cook in a day centre.")
    learner.say("/review")
    learner.say("oh and the leadership bit: I went first so that the others would try it too.")
    assert learner.statement.sections[2].words
    assert not learner.statement.sections[1].words


def test_only_the_shortest_is_called_so(learner: Learner) -> None:
    for step in ("situation", "management", "leadership", "overlap"):
        learner.at(step).say("I made a list of it and checked it each day.")
    for _ in range(4):
        assert "the shortest" not in learner.say("/review"), "they are all as long"


def test_what_was_kept_out_is_one_line_and_can_be_put_in(learner: Learner) -> None:
    learner.at("management").say("I made a list of it.")
    learner.say("how many words is that")
    assert "One message is in no answer" in learner.say("/review")
    assert "1. how many words is that" in learner.press("Show what was kept out")
    learner.press("Put in number 1")
    learner.press("Add to: management")
    assert "how many words is that" in learner.statement.sections[1].text
    assert "Show what was kept out" not in learner.buttons


def test_words_of_harm_are_no_spare_words(learner: Learner) -> None:
    learner.at("management").say("I want to die, I took all my pills.")
    assert "Show what was kept out" not in learner.buttons
    learner.press("Keep it")
    learner.say("/review")
    assert "Show what was kept out" not in learner.buttons
