"""What is said to the coach is heard as said to it, whatever the voice, and answered."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner, body

STORY = (
    "I am a carer. A lady would not eat, so I sat with her each morning and told the next girl. "
    "Now she eats a bit."
)


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("hiya x who reads this", "The people who run this coach"),
        ("no i mean who can c what i type?? can my boss", "No. Your manager cannot see it"),
        ("does my manager c it yes or no", "No. Your manager cannot see it"),
        ("is it just me and you", "Not quite."),
        ("whether my contributions remain confidential?", "From your work, yes"),
        ("does the coordinator get what i put", "No, not unless you share it"),
        ("whit dae ye dae wi aw this", "I put it in order"),
    ],
)
def test_who_asks_who_reads_it_hears_it_first_and_briefly(
    learner: Learner, asked: str, first: str
) -> None:
    said = learner.at("situation").say(asked)
    answer = said.partition("\n")[0]
    assert answer.startswith(first)
    assert len(answer.split()) <= 30
    assert learner.statement.own_words == 0


def test_who_asks_again_hears_the_answer_and_more_once(learner: Learner) -> None:
    learner.at("situation").say("who reads this")
    assert "Badge pages are public" in learner.say("no but who reads it?")
    said = learner.say("thats not an answer. does my boss see it")
    assert said.startswith("No. Your manager cannot see it")
    assert "Badge pages are public" not in said
    assert "sorry" not in said.casefold()


def test_a_question_beside_an_answer_is_answered_and_not_only_left_out(learner: Learner) -> None:
    said = learner.at("situation").say(f"{STORY} May I ask why you require this?")
    assert said.startswith("A reader of your statement was not there")
    assert "May I ask" not in body(learner)
    assert "Now she eats a bit" in body(learner)


def test_a_doubt_put_to_the_coach_is_answered_and_is_no_evidence(learner: Learner) -> None:
    learner.at("leadership").say(STORY)
    said = learner.say(
        "I hoped she would not be afraid of the others any more. But coach, is it leadership "
        "really? I am not sure I am leader."
    )
    assert "eadership" in said.partition("\n")[0]
    assert "coach" not in body(learner)
    assert "not sure" not in body(learner)
    assert "not be afraid" in body(learner)


def test_an_objection_to_what_words_were_called_is_no_evidence(learner: Learner) -> None:
    learner.at("management").say("I drew up the rota and told each of them why it had to change.")
    learner.say(
        "On reflection I must object: your summary suggests I persuaded people. I did nothing of "
        "the sort. I recorded an agreement."
    )
    assert "object" not in body(learner)
    assert "recorded an agreement" not in body(learner)


@pytest.mark.parametrize(
    "grumble",
    [
        "Is this anither o thae robot things? I hivnae got time fur this, ma manager telt me tae "
        "dae it",
        "i got told to do this badge by work",
        "my boss is making me do this thing",
    ],
)
def test_who_was_made_to_do_it_is_heard_and_nothing_is_saved(
    learner: Learner, grumble: str
) -> None:
    said = learner.at("situation").say(grumble)
    assert "Saved" not in said
    assert learner.statement.own_words == 0


def test_who_told_it_already_is_not_asked_for_it_again(learner: Learner) -> None:
    told = learner.at("situation").say("I am a carer. I sat with a man who was afraid of lifts.")
    asked = told.splitlines()[-1]
    assert asked.endswith("?")
    said = learner.say("I have told you that. I do not consider it helpful to be asked again.")
    assert asked not in said
    assert "something else" not in said


def test_is_it_not_the_same_question_gets_the_difference(learner: Learner) -> None:
    said = learner.at("leadership").say("Leadership. Is this no jist the same question again?")
    assert said.startswith("They are near each other")


def test_private_and_no_are_left_alone(learner: Learner) -> None:
    learner.at("management").say("i keep the list on the fridge")
    before = body(learner)
    assert "in no answer" in learner.say("private")
    assert "?" not in learner.say("no")
    assert body(learner) == before


@pytest.mark.parametrize("asked", ["why", "wot has that got to do wiv it", "y dus it mater"])
def test_who_asks_why_is_told_why(learner: Learner, asked: str) -> None:
    learner.at("management").say("i keep the list on the fridge")
    assert learner.say(asked).startswith("A reader of your statement was not there")


def test_what_is_left_beside_a_question_is_no_answer_where_it_asks_too(learner: Learner) -> None:
    said = learner.at("situation").say(
        "Please how many words remain for me? And is it proper to write about the one who slept"
    )
    assert "Saved" not in said
    assert learner.statement.own_words == 0


def test_who_goes_and_who_is_back_are_heard(learner: Learner) -> None:
    learner.at("situation").say(STORY)
    assert "Saved" not in learner.say("bk in 5")
    said = learner.say("hi im back")
    assert "words" in said
    assert "?" not in said


def test_statement_typed_shows_it(learner: Learner) -> None:
    learner.at("situation").say(STORY)
    assert "I sat with her each morning" in learner.say("statement")


def test_what_a_word_means_is_told(learner: Learner) -> None:
    at = learner.at("management")
    assert at.say('What is meaning of "how"').startswith("How is the way")
    assert learner.say('wot dus "management" meen agen').startswith("Management keeps the work")
