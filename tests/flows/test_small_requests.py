"""What is asked of the coach in plain words is done, and is in no answer."""

from __future__ import annotations

import pytest

from bot.analysis.reading.own_names import own_name
from tests.support.learner import Learner, body

ROTA = "I wrote the rota two weeks ahead and put it on the wall."
WHOLE = (
    "I am a home support worker and there was a new lad who was scared of the hoist so I wrote the "
    "steps on a card and we ticked them off each visit, I told him about the time I got it wrong "
    "my first week, after that he asked me things, I swapped the Tuesday round so he could do the "
    "same house twice, I think the card is the both bit"
)


@pytest.fixture
def told(learner: Learner) -> Learner:
    learner.at("management").say(ROTA)
    return learner


@pytest.mark.parametrize(
    "wish",
    [
        "what have you got so far",
        "show me what I've got",
        "can I see what I wrote?",
        "read it back to me please",
        "whit huv ye got so far",
    ],
)
def test_what_there_is_so_far_is_the_review(told: Learner, wish: str) -> None:
    assert "Your answers so far" in told.say(wish)
    assert told.step == "review"
    assert wish not in body(told)


@pytest.mark.parametrize("wish", ["done?", "is that me done?", "is it ready now", "finished?"])
def test_at_the_review_it_is_said_how_far_it_is(told: Learner, wish: str) -> None:
    told.say("/review")
    assert "“situation”, “leadership”, “both”" in told.say(wish)
    assert wish not in body(told)


@pytest.mark.parametrize(
    "wish", ["can you split it up", "that's everything, can you put it in the right bits for me"]
)
def test_a_whole_story_is_split_when_that_is_asked_for_and_no_word_is_lost(
    learner: Learner, wish: str
) -> None:
    learner.at("situation").say(WHOLE)
    said = learner.say(wish)
    assert "I see these parts in it" in said
    learner.press("Yes, split it like that")
    parts = {each.step.id: each.text for each in learner.statement.sections}
    assert parts["situation"].startswith("I am a home support worker")
    assert parts["overlap"] == "I think the card is the both bit"
    assert " ".join(" ".join(parts.values()).split()).count(" ") == WHOLE.count(" ")


def test_what_was_told_before_is_found_and_offered_for_the_open_answer(learner: Learner) -> None:
    learner.at("situation").say(WHOLE)
    learner.press("Next")
    said = learner.say("it's all in what I sent you already, the card and the tuesday round")
    assert "1. I wrote the steps on a card" in said
    assert "2. I swapped the Tuesday round" in said
    learner.press("Move number 2")
    assert "Tuesday round" in learner.statement.sections[1].text
    assert "Tuesday round" not in learner.statement.sections[0].text


@pytest.mark.parametrize(
    "wish",
    ["Which answer did you put that in?", "where did you put that", "which bit did that go in"],
)
def test_which_answer_the_last_words_are_in_is_said_with_the_words(
    told: Learner, wish: str
) -> None:
    said = told.say(wish)
    assert "It is in your answer “management”: “I wrote the rota two weeks ahead" in said


@pytest.mark.parametrize(
    "said", ["That's not what I said. It was planning, not that.", "no, it was planning"]
)
def test_the_name_that_somebody_gives_to_their_act_is_taken(learner: Learner, said: str) -> None:
    learner.at("management").say("I moved two of us to the top corridor so the bells got answered.")
    assert learner.conversation.attempt.seen
    assert "“Planning and budgeting”" in learner.say(said)
    assert learner.conversation.attempt.named["management"] == ["planning_budgeting"]
    assert said not in body(learner)


@pytest.mark.parametrize("text", ["planning the day was hard", "I was planning the trip with her"])
def test_planning_that_is_told_is_no_name(text: str) -> None:
    assert own_name(text, {"planning_budgeting": "Planning and budgeting"}) == ""


@pytest.mark.parametrize("text", ["not much", "no a lot", "very little really"])
def test_little_to_tell_is_met_with_a_smaller_question(learner: Learner, text: str) -> None:
    learner.at("management").say(text)
    assert learner.coaching is not None
    assert learner.coaching.asked == "smaller"
    assert text not in body(learner)


@pytest.mark.parametrize(
    "text", ["It was nothing really", "anyone would have done it", "that's just what you do"]
)
def test_modesty_is_no_wish_to_skip(told: Learner, text: str) -> None:
    said = told.say(text)
    assert not any(word in said for word in ("leave", "Skip", "come back"))
    assert body(told).endswith(f"\n\n{ROTA}\n")


@pytest.mark.parametrize(
    "text",
    [
        "I split the team into two and each pair took a floor, it was not much but it worked.",
        "She read it back to me so I knew that she had it right.",
        "We sort them into the right boxes every night before the van comes.",
    ],
)
def test_what_is_told_of_work_is_no_wish(told: Learner, text: str) -> None:
    told.say(text)
    assert text in body(told)


@pytest.mark.parametrize("said", ["Naw. Skip it", "skip this one", "nah skip that", "i'll skip it"])
def test_who_skips_in_a_few_words_gets_the_next_question(learner: Learner, said: str) -> None:
    learner.at("leadership").say(said)
    assert learner.step == "overlap"


@pytest.mark.parametrize("said", ["forget it, next question", "och never mind, next one please"])
def test_who_lets_a_question_be_for_the_next_one_deletes_nothing(told: Learner, said: str) -> None:
    told.say(said)
    assert told.step == "leadership"
    assert ROTA in body(told)


@pytest.mark.parametrize("said", ["och whit's left noo", "wot is left 2 do", "whats left"])
def test_what_is_left_is_said_however_it_is_spelt(told: Learner, said: str) -> None:
    assert "leadership" in told.say(said)


@pytest.mark.parametrize("said", ["send it", "Submit", "hand it in", "ok send it in please"])
def test_who_wants_it_sent_hears_who_sends_it_and_what_is_missing(
    learner: Learner, said: str
) -> None:
    learner.at("management").say("I wrote the times on a card and put it by the door for nights")
    for _ in range(3):
        reply = learner.say(said)
        assert "send nothing" in reply or "Not by me" in reply
        assert "“situation”" in reply
    assert learner.coaching
    assert learner.coaching.filed == "aside"


@pytest.mark.parametrize("said", ["how many words", "how many", "hoo many words"])
def test_who_asks_how_many_in_a_word_is_told_their_own_number(learner: Learner, said: str) -> None:
    learner.at("management").say("I wrote the times on a card and put it by the door for nights")
    assert "15 words" in learner.say(said)


@pytest.mark.parametrize("said", ["thanks next", "right next", "ok thanks, next"])
def test_thanks_before_next_go_on_all_the_same(learner: Learner, said: str) -> None:
    learner.at("management").say(ROTA)
    learner.say(said)
    assert learner.step == "leadership"
