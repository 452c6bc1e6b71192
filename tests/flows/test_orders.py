"""“Take out the garden party bit”: what is said of the own words is done, and is no answer."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner, body

ROTA = (
    "I wrote the rota two weeks ahead. The garden party was on the Friday. "
    "I made tea for her sister."
)


@pytest.fixture
def told(learner: Learner) -> Learner:
    learner.at("management").say(ROTA)
    return learner


@pytest.mark.parametrize(
    ("order", "gone"),
    [
        ("take out the garden party bit", "The garden party was on the Friday."),
        ("can you leave out the bit about the party please", "The garden party was on the Friday."),
        ("delete what i said about the tea", "I made tea for her sister."),
        ("lea oot whit ah said aboot the tea", "I made tea for her sister."),
        ("leave out the last sentence", "I made tea for her sister."),
        ("Please remove the first line", "I wrote the rota two weeks ahead."),
        ("The last line is not for SSSC, please take it out", "I made tea for her sister."),
        ("Take that first sentence out, that was for you.", "I wrote the rota two weeks ahead."),
    ],
)
def test_a_sentence_goes_at_once_is_quoted_and_one_press_brings_it_back(
    told: Learner, order: str, gone: str
) -> None:
    said = told.say(order)
    assert f"Out of your statement now: “{gone.rstrip('.')}" in said
    assert "It reads now:" in said
    assert "Saved" not in said
    assert gone not in body(told)
    back = told.press("Put it in my answer")
    assert "✓" in back
    assert ROTA in body(told)
    told.say(order)
    assert told.statement.own_words == sum(map(len, (s.split() for s in ROTA.split(". ")))) - len(
        gone.split()
    )
    assert order not in body(told)


def test_where_several_pieces_may_be_meant_it_is_asked_which(told: Learner) -> None:
    told.say("The party cake was my idea too.")
    said = told.say("take out the party bit")
    assert "1. The garden party was on the Friday." in said
    assert "2. The party cake was my idea too." in said
    told.press("Leave out number 2")
    assert "cake" not in body(told)
    assert "garden party" in body(told)


def test_a_piece_goes_to_the_answer_that_is_named_and_one_press_takes_it_back(
    told: Learner,
) -> None:
    said = told.say("move the bit about the tea to leadership")
    assert "“leadership”" in said
    assert told.statement.sections[2].text == "I made tea for her sister."
    assert "tea" not in told.statement.sections[1].text
    told.press("Not there")
    assert "tea" in told.statement.sections[1].text


def test_the_message_before_it_goes_there_when_no_words_are_named(told: Learner) -> None:
    told.say("I thanked the new girl for her help.")
    told.say("move that to leadership")
    assert told.statement.sections[2].text == "I thanked the new girl for her help."


def test_not_that_one_the_other(told: Learner) -> None:
    told.say("I thanked the new girl for her help.")
    told.press("Take back my last message")
    told.say("not that one, the other")
    assert "I thanked the new girl" in body(told)
    assert ROTA not in body(told)


def test_what_does_not_stand_there_is_said_not_to(told: Learner) -> None:
    assert "I do not find that in your words." in told.say("take out the bit about the penguins")
    assert ROTA in body(told)


@pytest.mark.parametrize(
    "text",
    [
        "Take out the bins first, then do the beds.",
        "I took out the garden furniture and put it by the wall.",
        "leave out the sugar for him",
        "we moved the table to the window",
        "remove the old dressing and put a new one on",
        "put the notes in the folder",
        "I cut out the bit of the form that nobody needed and gave the rest to staff.",
    ],
)
def test_what_is_told_of_work_is_no_order(told: Learner, text: str) -> None:
    assert "Out of your" not in told.say(text)
    assert ROTA in body(told)
    assert text in body(told)


@pytest.mark.parametrize("said", ["the last bit", "just the last one", "last message"])
def test_which_shall_go_is_answered_in_the_coachs_own_words(learner: Learner, said: str) -> None:
    learner.at("management").say("I wrote the rota two weeks ahead.")
    learner.say("I made tea for her sister and sat with her.")
    learner.say("i want to delete something")
    learner.say(said)
    assert body(learner).endswith("I wrote the rota two weeks ahead.\n")


@pytest.mark.parametrize(
    ("order", "gone"),
    [
        ("take out the garden party", "The garden party was on the Friday"),
        ("take out her sister please", "I made tea for her sister"),
        ('delete "I wrote the rota two weeks ahead"', "I wrote the rota two weeks ahead"),
        ("I don't want the garden party in it", "The garden party was on the Friday"),
        ("the last sentence was for you", "I made tea for her sister"),
        ("The bit about tea shouldn't be in my statement", "I made tea for her sister"),
    ],
)
def test_words_that_stand_in_an_answer_name_the_piece_by_themselves(
    told: Learner, order: str, gone: str
) -> None:
    assert f"“{gone}" in told.say(order)
    assert gone not in body(told)
    assert order not in body(told)


@pytest.mark.parametrize(
    "said",
    [
        'Neither. Just the sentence "The garden party was on the Friday"',
        "no, just the bit about the garden party",
        "None of them. Only the garden party one",
    ],
)
def test_which_shall_go_is_answered_with_the_words_themselves(told: Learner, said: str) -> None:
    told.say("i want to delete something")
    told.say(said)
    assert "garden party" not in body(told)
    assert "I wrote the rota" in body(told)


def test_one_more_goes_after_the_first(told: Learner) -> None:
    told.say("take out the bit about the tea")
    told.say("and the garden party as well")
    assert body(told).strip().endswith("\n\nI wrote the rota two weeks ahead.")


@pytest.mark.parametrize(
    "order",
    [
        "put the garden party back in",
        "I want the garden party in my statement after all",
        "Did it say anywhere the garden party was on the Friday? That should be in",
        "The bit about the garden party, I want it in my statement please",
        "where is the garden party? it should be in",
        "I told already, the garden party was on the Friday. Why is not in?",
    ],
)
def test_what_was_left_out_comes_in_by_its_words_and_the_order_stays_out(
    told: Learner, order: str
) -> None:
    told.say("take out the garden party bit")
    said = told.say(order)
    assert "✓ In your answer “management” now: “The garden party was on the Friday" in said
    assert body(told).endswith(f"\n\n{ROTA}\n")


@pytest.mark.parametrize("before", [[], ["you never listen to me", "why did you change that"]])
def test_where_nothing_that_was_told_was_kept_out_it_is_said_where_it_is(
    learner: Learner, before: list[str]
) -> None:
    learner.at("management").say("I wrote the rota and put it on the wall.")
    for each in before:
        learner.say(each)
    said = learner.say("that should be in")
    assert "It is in your answer “management”: “I wrote the rota and put it on the wall”" in said
    assert body(learner).strip().endswith("\n\nI wrote the rota and put it on the wall.")


@pytest.mark.parametrize(
    "order", ["that should be in", "no that was my answer", "put it in please"]
)
def test_the_newest_that_was_kept_out_comes_in_where_none_is_named(
    told: Learner, order: str
) -> None:
    told.say("my wee story ends there thank you")
    assert "my wee story" not in body(told)
    told.say(order)
    assert "my wee story ends there" in body(told)
    assert order not in body(told)


@pytest.mark.parametrize(
    "complaint",
    [
        "you didn't put in the bit about my wee story, that is rubbish",
        "you are not listening. my story is not in it",
        "this coach is useless it cut out my wee story",
    ],
)
def test_after_a_complaint_what_it_names_comes_in_and_never_the_complaint(
    told: Learner, complaint: str
) -> None:
    told.say("my wee story ends there thank you")
    told.say(complaint)
    told.say("that should be in")
    assert "my wee story ends there" in body(told)
    assert complaint not in body(told)


@pytest.mark.parametrize(
    "complaint",
    ["you are not listening to me at all", "why is the rota not in my answer, you are useless"],
)
def test_a_complaint_comes_in_by_no_order_that_names_nothing(told: Learner, complaint: str) -> None:
    told.say("can my manager see this")
    told.say(complaint)
    told.say("that should be in")
    assert complaint not in body(told)
    assert "can my manager" not in body(told)


def test_a_number_of_the_list_is_typed(told: Learner) -> None:
    told.say("can my manager see this")
    told.press("Show what was kept out")
    told.say("No no, that was for you. Put number 1.")
    assert "can my manager see this" in body(told)


def test_what_stands_there_is_said_to_stand_there(told: Learner) -> None:
    said = told.say("does it say anywhere that I made tea? that should be in")
    assert "It is in your answer “management” already: “I made tea for her sister" in said
    assert body(told).endswith(f"\n\n{ROTA}\n")


def test_parts_of_messages_are_listed_at_the_question_and_come_in_by_a_press(
    learner: Learner,
) -> None:
    learner.at("management").say(
        "is my english ok for you, coach? I wrote the rota two weeks ahead and put it on the wall."
    )
    learner.say("I asked each of them which days they could do.")
    learner.press("Show what was kept out")
    assert "Put in number 1" in learner.buttons
    assert "✓ In your answer “management” now: “is my english ok" in learner.press(
        "Put in number 1"
    )
    assert "is my english ok for you, coach?" in body(learner)


@pytest.mark.parametrize(
    "text",
    [
        "put the kettle back on its stand",
        "the pills were back in the cupboard by two",
        "bring her in",
    ],
)
def test_what_is_told_of_work_brings_nothing_in(told: Learner, text: str) -> None:
    told.say(text)
    assert text in body(told)


def test_no_keep_it_puts_it_back(told: Learner) -> None:
    told.say("take out the garden party bit")
    assert "Back in your answer" in told.say("no, keep it")
    assert body(told).endswith(f"\n\n{ROTA}\n")


def test_of_a_quote_with_a_quotation_mark_too_many_the_whole_words_are_meant(
    learner: Learner,
) -> None:
    learner.at("situation").say(
        "I put a board up and they picked their shower time, and now it works"
    )
    said = learner.say('take out "and "they picked their shower time""')
    assert "“and they picked their shower time”" in said


def test_all_that_was_kept_out_can_be_seen_and_put_in_five_at_a_time(learner: Learner) -> None:
    learner.at("management").say("I wrote the rota two weeks ahead and put it on the wall.")
    asked = ["hiya", "dunno", "ok then", "thanks pal", "no idea", "hmm", "brb", "what a day"]
    for each in asked:
        learner.say(each)
    learner.send("say", "/review")
    seen = learner.press("Show what was kept out")
    assert "Put in number 6" not in learner.buttons
    seen += learner.press("Show the others")
    assert all(each in seen for each in asked)
    assert "Put in number 7" in learner.buttons
    learner.press("Put in number 7")
    learner.press("Add to: management")
    assert "brb" in body(learner)
    assert "dunno" not in body(learner)


@pytest.mark.parametrize("text", ["that last bit wasnt part of it", "no, that isn't my answer"])
def test_what_is_said_to_be_no_part_of_it_is_left_out(learner: Learner, text: str) -> None:
    learner.at("situation").say("I work nights in a hostel. I made tea for the new man.")
    learner.say(text)
    assert "I made tea" not in body(learner)


def test_not_management_but_the_situation_goes_there(learner: Learner) -> None:
    learner.at("situation").say("I work nights in a hostel. I made tea for the new man.")
    learner.press("Next")
    learner.say("no not management, the situation")
    assert learner.step == "situation"


def test_what_was_filed_wrong_goes_where_it_is_said_to_go(learner: Learner) -> None:
    learner.at("situation").say("I work nights in a hostel. I made tea for the new man.")
    learner.say("oh and the leadership bit: I showed the new girl how to do the board")
    learner.say("no not leadership, the management one")
    assert "management skills being used\n\nI showed the new girl" in body(learner)


def test_it_stands_under_management_finds_it_there(learner: Learner) -> None:
    learner.at("management").say("I wrote the rota two weeks ahead and put it on the wall.")
    learner.press("Next")
    said = learner.say("it stands under management")
    assert "“management”" in said
    assert "“put it on the wall”" in said or "“I wrote the rota two weeks ahead" in said
    assert learner.step == "leadership"


@pytest.mark.parametrize(
    "text", ["that was not part of the plan for her", "I am not the manager, I do the situation"]
)
def test_what_only_looks_like_it_moves_nothing(learner: Learner, text: str) -> None:
    learner.at("leadership").say("I asked her to try it for a week and she said yes.")
    before = body(learner)
    learner.say(text)
    assert learner.step == "leadership"
    assert before.strip() in body(learner)


def test_where_nothing_is_found_the_lines_are_buttons_and_an_answer_is_an_answer(
    told: Learner,
) -> None:
    said = told.say("take out the bit about the penguins")
    assert "1. I wrote the rota two weeks ahead." in said
    assert said.count("?") == 1
    assert "Leave out number 3" in told.buttons
    told.say("made tea for the new man and wrote it in the book")
    assert ROTA in body(told)
    assert "made tea for the new man" in body(told)
    told.say("take out the bit about the penguins")
    told.press("Leave out number 1")
    assert "I wrote the rota" not in body(told)


@pytest.mark.parametrize(
    "asked",
    [
        "should I take out the party bit?",
        "do you think the party line should come out?",
        "is the party bit still in?",
        "what happens if i delete the party bit",
        "how do i move a line",
    ],
)
def test_what_is_only_named_in_a_question_stays(told: Learner, asked: str) -> None:
    told.say(asked)
    assert body(told).endswith(f"\n\n{ROTA}\n")


def test_what_was_moved_and_taken_out_by_one_message_is_back_by_one_press(told: Learner) -> None:
    before = body(told)
    told.say("take out the party bit and move the tea bit to leadership")
    assert "party" not in body(told)
    assert told.statement.sections[2].text == "I made tea for her sister."
    told.press("Not there")
    assert body(told) == before


@pytest.mark.parametrize(
    "text",
    ["deleted the old rota and typed a new one", "they told me to take it out so i did"],
)
def test_what_was_thrown_out_at_work_is_asked_about_no_words(told: Learner, text: str) -> None:
    told.say(text)
    assert text in body(told)
    assert ROTA in body(told)
