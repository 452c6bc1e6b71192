"""“take the bruises bit out pls”: whoever wants words out is heard the first time, in any words."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner, body

BOOK = "i wrote in the book what time she eats best so the other carers do it then too"
BRUISES = "one morning i seen bruises all up her arm n i wrote it in the daily notes"
TOLD = "told the manager, shes phonin"
CHEMIST = "i do home care and i drove to the chemist myself and got his insulin before it shut"
OFFICE = "no i didnt, cos theres nobody to leave it to. the office are useless"
HUSBAND = "I cry every night since my husband went in the hospital and I cannot go on"


@pytest.fixture
def bruises(learner: Learner) -> Learner:
    for each in (BOOK, BRUISES, TOLD):
        learner.at("management").say(each)
    if learner.conversation.undecided:
        learner.press("Keep it")
    assert BRUISES in body(learner)
    return learner


@pytest.fixture
def office(learner: Learner) -> Learner:
    learner.at("situation").say(CHEMIST)
    learner.say(OFFICE)
    return learner


def test_two_lines_that_are_named_are_out_at_once_and_back_by_one_press(bruises: Learner) -> None:
    said = bruises.say("take the bruises bit out pls n the told the manager bit")
    assert BRUISES in said.replace(" …", "")
    assert TOLD in said
    assert body(bruises).strip().endswith(f"\n\n{BOOK}")
    bruises.press("Put it in my answer")
    assert BRUISES in body(bruises)
    assert TOLD in body(bruises)


def test_what_was_written_anew_since_is_not_put_back_as_it_was(bruises: Learner) -> None:
    bruises.say("take the told the manager bit out")
    bruises.edit(3, "told the senior, she is on the phone")
    bruises.press("Put it in my answer")
    assert TOLD not in body(bruises)


@pytest.mark.parametrize(
    "order",
    [
        "u still got the bruises bit in. i said take it out",
        "get the brusies bit out",
        "pls can u leave out the bit about the bruises, she wouldnt want it",
        "tak oot the bruises bit hen",
        "the bruises bit out of my answer!!",
    ],
)
def test_a_line_is_found_by_a_word_of_it(bruises: Learner, order: str) -> None:
    said = bruises.say(order)
    assert "Out of your statement now: “one morning i seen bruises" in said
    assert "bruises" not in body(bruises)
    assert bruises.conversation.undecided == []


@pytest.mark.parametrize(
    "order",
    [
        "take that last bit out, you cant put that about the office",
        "delete the LAST BIT",
        "take that out",
        f"“{OFFICE}” THAT. delete it",
        f"{OFFICE} THAT delete it",
    ],
)
def test_the_last_message_goes_and_what_is_left_is_shown(office: Learner, order: str) -> None:
    said = office.say(order)
    assert "Out of your statement now: “no i didnt" in said
    assert f"It reads now: “{CHEMIST}”" in said
    assert "useless" not in body(office)


@pytest.mark.parametrize("again", ["the LAST BIT like i said", "one message!! jeez", "yes"])
def test_who_says_it_again_is_told_that_it_is_out_and_loses_no_more(
    office: Learner, again: str
) -> None:
    office.say("take that last bit out")
    assert "It is in no answer: “no i didnt" in office.say(again)
    assert CHEMIST in body(office)
    assert "Put it in my answer" in office.buttons


@pytest.mark.parametrize(
    "which", ["one message!! jeez", "just that one", "the last bit", "insulin"]
)
def test_which_shall_go_is_answered_by_any_words_for_it(learner: Learner, which: str) -> None:
    learner.at("situation").say(CHEMIST)
    learner.say("i want to delete something")
    assert "Out of your statement now" in learner.say(which)
    assert CHEMIST not in body(learner)


def asked_which_party(learner: Learner) -> None:
    """Have a learner order a word out that stands in two of their lines."""
    learner.at("management").say("The garden party was on the Friday.")
    learner.say("The party cake was my idea too.")
    learner.say("take out the party bit")


@pytest.mark.parametrize("all_of_it", ["both", "yes", "aye, both of them please"])
def test_of_two_that_were_shown_both_go(learner: Learner, all_of_it: str) -> None:
    asked_which_party(learner)
    learner.say(all_of_it)
    assert "party" not in body(learner)


@pytest.mark.parametrize("no", ["no", "naw", "no, keep it"])
def test_no_keeps_what_was_asked_about(learner: Learner, no: str) -> None:
    asked_which_party(learner)
    learner.say(no)
    assert "The garden party" in body(learner)
    assert "The party cake" in body(learner)


@pytest.mark.parametrize(
    "order",
    [
        "drop",
        "drop it hen, I said no to put it in",
        "drop them as well",
        "none of them, drop it",
        "dont put that in",
        "i just want it out",
        "take that out, my mans hip is nobodys business",
        "FOR GODS SAKE I am not suicidal, its a hip. Nobodys dying. drop it",
    ],
)
def test_words_of_harm_that_wait_are_dropped_in_any_words(learner: Learner, order: str) -> None:
    learner.at("situation").say(CHEMIST)
    learner.say(HUSBAND)
    assert learner.conversation.undecided
    said = learner.say(order)
    assert "Dropped." in said
    assert "999" not in said
    assert learner.conversation.undecided == []
    assert "Still open" not in learner.press("Next")
    assert body(learner).strip().endswith(CHEMIST)


def test_who_came_is_no_answer_where_the_words_of_harm_are_to_go(learner: Learner) -> None:
    learner.at("situation").say(CHEMIST)
    learner.say("I saw bruises all over his arms, his uncle grabs him")
    assert learner.conversation.undecided
    said = learner.say(
        "Spoke to the out of hours lady, she was very good and somebody's coming at nine. "
        "Thank you... please take out that bit about his arms."
    )
    assert "Dropped." in said
    assert body(learner).strip().endswith(CHEMIST)


def test_what_is_said_not_to_be_put_in_is_out_and_nothing_is_asked(learner: Learner) -> None:
    learner.at("situation").say(CHEMIST)
    said = learner.say(f"{HUSBAND}, please dont put that in")
    assert "it stays out" in said
    assert "?" not in said
    assert learner.conversation.undecided == []
    assert "husband" not in body(learner)


@pytest.mark.parametrize(
    "question",
    [
        "is that going in my badge?? the bruises bit. she wouldnt want that",
        "will the bruises be in my statement?",
    ],
)
def test_who_asks_if_a_line_is_in_is_told_where_and_one_press_takes_it_out(
    bruises: Learner, question: str
) -> None:
    said = bruises.say(question)
    assert "Yes. It is in your answer “management”: “one morning i seen bruises" in said
    assert BRUISES in body(bruises)
    bruises.press("Leave out number 1")
    assert "bruises" not in body(bruises)
    assert BOOK in body(bruises)


def test_what_is_told_beside_an_order_is_an_answer_without_it(learner: Learner) -> None:
    learner.at("situation").say(CHEMIST)
    learner.press("Next")
    learner.say(
        "I told you three times to drop it. Right, I did the torches rota so everybody got a break"
    )
    assert "I did the torches rota" in body(learner)
    assert "drop it" not in body(learner)
    assert CHEMIST in body(learner)


@pytest.mark.parametrize(
    "text",
    [
        "I took the bin out and washed it",
        "she told him to drop it and he did",
        "i said to the girls leave the lights on and get the torches out of the box",
        "the stain was still there so i cleaned the floor again before lunch",
        "we left it out in the sun and she could see it from her bed",
    ],
)
def test_what_is_told_of_work_stays_an_answer(learner: Learner, text: str) -> None:
    learner.at("management").say(BOOK)
    learner.say(text)
    assert text in body(learner)
    assert BOOK in body(learner)


@pytest.mark.parametrize(
    "text",
    ["If I change phone next week, do I lose all, or it stays with my number?", "will i lose it?"],
)
def test_who_fears_to_lose_their_words_loses_none(learner: Learner, text: str) -> None:
    learner.at("situation").say(CHEMIST)
    said = learner.say(text)
    assert "Out of your" not in said
    assert "nothing to take back" not in said
    assert body(learner).strip().endswith(CHEMIST)


@pytest.mark.parametrize(
    "order",
    [
        'Delete the sentence "I wrote it in the book."',
        "Be so good as to strike the words “I wrote it in the book” from the record.",
        "please remove 'I wrote it in the book'",
    ],
)
def test_of_words_that_are_quoted_no_others_go(learner: Learner, order: str) -> None:
    learner.at("leadership").say("I showed her how to wait for him. I wrote it in the book.")
    learner.say(order)
    assert "I showed her how to wait for him." in body(learner)
    assert "book" not in body(learner)
    assert "strike" not in body(learner)


def test_what_is_private_goes_by_what_it_is_about(learner: Learner) -> None:
    learner.at("leadership").say("I showed her how to wait. My mother had the same in Poland.")
    learner.say("This about my mother is private. Please take away from answer, nobody reads it.")
    assert body(learner).rstrip().endswith("I showed her how to wait.")


def test_who_was_not_asked_has_it_back_in_their_own_words(learner: Learner) -> None:
    learner.at("leadership").say("I listened to him and asked what was scary.")
    learner.say("take that out")
    said = learner.say("NO put it back i didnt ask u to take that out")
    assert "Back in your answer, as it was: “I listened to him" in said
    assert body(learner).rstrip().endswith("I listened to him and asked what was scary.")


def test_another_story_takes_nothing_out_before_it_is_said_which_it_shall_be(
    learner: Learner,
) -> None:
    learner.at("situation").say("I wrote a list for the door and split the rooms between us.")
    learner.say(
        "Actually scrap that one, I've a better one. When I was on nights a man was to go home "
        "with no key safe. I phoned the doctor myself and said I would not sign."
    )
    assert learner.coaching is not None
    assert learner.coaching.asked == "which_situation"
    assert "split the rooms" in body(learner)


QUESTION = "Hang on, I said his old ship, could folk work out who he is"


@pytest.mark.parametrize(
    "said",
    [
        "no no that wasn't part of it, I was asking you, take that last bit out please",
        "that was a QUESTION dear",
        "I fear that was a question and not part of my account. Kindly remove it.",
    ],
)
def test_nothing_else_goes_for_a_question_that_is_in_no_answer(learner: Learner, said: str) -> None:
    told = "I rang the chemist and got his tablets changed to the night."
    learner.at("situation").say(told)
    learner.say(QUESTION)
    assert QUESTION not in body(learner)
    assert "It is in no answer: “Hang on" in learner.say(said)
    assert body(learner).rstrip().endswith(told)


def test_all_of_it_is_everything_where_nothing_was_shown(learner: Learner) -> None:
    learner.at("situation").say("I rang the chemist and got his tablets changed to the night.")
    said = learner.say("No. Delete all of it. I've said far too much about my staff.")
    assert "Delete all your words here?" in said


def test_what_is_said_to_stay_out_as_it_is_told_is_in_no_answer(learner: Learner) -> None:
    learner.at("leadership").say("I asked each of them what they would change.")
    said = learner.say("dont put this in but the manager was drunk")
    assert "it stays out" in said
    assert "drunk" not in body(learner)


@pytest.mark.parametrize(
    "text",
    [
        "I asked the team to try a new plan with me.",
        "I made a plan for the whole team.",
        "naebody missed their dinner",
    ],
)
@pytest.mark.parametrize("how", ["Take back my last message", "take that out"])
def test_who_types_again_what_went_out_has_it_in(learner: Learner, text: str, how: str) -> None:
    learner.at("situation").say(text)
    learner.say(how)
    assert text not in body(learner)
    assert "Saved" in learner.say(text)
    assert text in body(learner)
