"""The coach answers what somebody wrote: one question more, and never a word of the statement."""

from __future__ import annotations

import re

import pytest

from bot.analysis.practices import notice
from bot.content.library import Content
from bot.exports import FORMATS
from tests.support.learner import Learner

RICH = (
    "Last winter I saw that two tenants did not come out any more, so I asked the team what they "
    "knew. I wrote a list of who to call on which day and put it on the board. My colleague took "
    "the mornings and I took the evenings. After a month both came to the coffee hour again. One "
    "told me that it was the first time she had laughed since the autumn, and we kept the list."
)


def body(learner: Learner) -> str:
    return FORMATS["txt"](learner.statement)


def test_a_thin_answer_gets_one_question_and_next_still_goes_on(learner: Learner) -> None:
    learner.at("management")
    said = learner.say("I made a list of the jobs.")
    assert said.count("?") == 1
    learner.press("Next")
    assert learner.step == "leadership"


def test_two_follow_ups_a_step_and_never_the_same_one_twice(learner: Learner) -> None:
    learner.at("situation")
    asked = list[str]()
    for step in range(4):
        for text in ("I helped.", "I asked them.", "It went on.", "We did it."):
            said = learner.say(f"{text} {step}")
            asked += [line for line in said.splitlines() if "?" in line]
        learner.press("Next")
    assert len(asked) == 8
    assert len(set(asked)) == 8


def test_a_full_answer_is_told_so_and_let_through(learner: Learner) -> None:
    learner.at("management")
    said = learner.say(RICH)
    assert "That is a full answer." in said
    assert said.count("Next") == 1
    assert "?" not in said


def test_the_question_fits_the_practice_that_was_named(learner: Learner) -> None:
    learner.at("management")
    learner.say("I made a list of the jobs.")
    learner.press("Name the skill")
    learner.press("Organising and staffing")
    said = learner.say("I put it on the wall.")
    practice = learner.content.practices["organising_staffing"]
    asked = [line for line in said.splitlines() if "?" in line]
    assert asked[0] in practice.follow_ups or asked[0] in str(learner.content.coaching)


def test_the_learner_names_it_first_and_it_is_in_no_statement(learner: Learner) -> None:
    learner.at("management")
    learner.say("I wrote who does what on the board.")
    said = learner.press("Name the skill")
    for practice in learner.content.frameworks["kotter"].practices[:3]:
        assert practice.what in said
    assert "✓ Noted: Organising and staffing." in learner.press("Organising and staffing")
    assert learner.conversation.attempt.named["management"] == ["organising_staffing"]
    assert "Organising" not in body(learner)
    assert "Organising" in learner.say("/mydata") or "organising_staffing" in str(
        learner.conversation
    )


def test_what_is_seen_is_shown_in_the_learners_own_words(learner: Learner) -> None:
    learner.at("management")
    text = "I wrote the rota two weeks ahead and worked out how many staff we needed for each day."
    learner.say(text)
    learner.press("Name the skill")
    said = learner.press("Show me what you see")
    assert "Could that be: Planning and budgeting?" in said
    quoted = said.partition("“")[2].partition("”")[0]
    assert quoted in text
    assert "✓ Noted: Planning and budgeting." in learner.press("Yes")


@pytest.mark.parametrize("label", ["Not quite", "Something else"])
def test_the_learners_choice_stands(learner: Learner, label: str) -> None:
    learner.at("management")
    learner.say("I wrote the rota two weeks ahead and worked out how many staff we needed.")
    learner.press("Name the skill")
    learner.press("Show me what you see")
    learner.press(label)
    assert not learner.conversation.attempt.named.get("management")


def test_who_said_not_quite_is_not_asked_again(learner: Learner) -> None:
    learner.at("management")
    learner.say("I wrote the rota two weeks ahead and worked out how many staff we needed.")
    learner.press("Name the skill")
    learner.press("Show me what you see")
    learner.press("Not quite")
    learner.press("Name the skill")
    assert "Could that be" not in learner.press("Show me what you see")


@pytest.mark.parametrize(
    "text",
    [
        "nobody planned anything that day",
        "teamwork and good communication",
        "Kotter says management is planning and budgeting.",
        "I had a cup of tea and went home on the bus.",
    ],
)
def test_where_there_is_nothing_it_is_silent(learner: Learner, text: str) -> None:
    learner.at("overlap")
    learner.at("management")
    learner.say(text)
    learner.say("/back")
    learner.press("Next") if learner.step != "management" else None
    if "Name the skill" in learner.buttons:
        learner.press("Name the skill")
        assert "Could that be" not in learner.press("Show me what you see")


@pytest.mark.parametrize(
    ("step", "text"),
    [
        ("leadership", "I don't lead anyone"),
        ("leadership", "im just a carer"),
        ("leadership", "am no a leader"),
        ("management", "there was no management"),
        ("management", "nobody planned it, it just happened"),
        ("management", "we never had a plan"),
    ],
)
def test_i_dont_lead_anyone_is_not_taken_as_no_evidence(
    learner: Learner, step: str, text: str
) -> None:
    learner.at(step)
    said = learner.say(text)
    assert "too." in said
    assert learner.replies[-1].text.endswith("?")
    assert not learner.statement.own_words
    learner.press("Use the old words too")
    assert text in body(learner)


def test_the_same_words_in_a_real_answer_are_left_alone(learner: Learner) -> None:
    learner.at("leadership")
    learner.say(f"I am just a carer but {RICH}")
    assert "just a carer" in body(learner)


def test_a_bare_word_is_kept_and_gets_a_small_question(learner: Learner) -> None:
    learner.at("management")
    said = learner.say("training")
    assert "What did you or others do?" in said
    assert learner.statement.sections[1].text == "training"


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("what do you mean by overlap?", "both"),
        ("can you write it for me?", "own"),
        ("how many words do i need", "200"),
        ("who can see this", "telegram"),
    ],
)
def test_a_question_to_the_coach_is_answered_and_in_no_answer(
    learner: Learner, text: str, fact: str
) -> None:
    learner.at("overlap")
    said = learner.say(text)
    assert fact in said.casefold()
    assert "Where did management and leadership meet?" in learner.replies[-1].text
    assert not learner.statement.own_words
    assert text in learner.say("/mydata")


def test_where_it_cannot_tell_it_asks_and_the_words_are_safe(learner: Learner) -> None:
    learner.at("management")
    said = learner.say("what about the rota?")
    assert "Is this part of your answer, or a question for me?" in said
    assert "rota" in body(learner)
    learner.press("It is a question for you")
    assert "rota" not in body(learner)
    assert "what about the rota?" in learner.say("/mydata")


def test_everything_in_one_message_is_split_as_the_learner_labelled_it(learner: Learner) -> None:
    learner.at("situation")
    said = learner.say(
        "Situation - I am a cook in a day centre and one man had stopped eating with us.\n"
        "Management - I changed the order of the tables and checked what he left on his plate.\n"
        "Leadership - I asked the others to sit with him and told them why it mattered to me.\n"
        "Both - at the end of the week we looked at the numbers and I thanked everybody."
    )
    assert "Shall I put each part in its own answer?" in said
    learner.press("Yes, split it like that")
    sections = learner.statement.sections
    assert [bool(section.words) for section in sections] == [True] * 4
    assert sections[1].text.startswith("I changed the order")
    assert "Management -" not in body(learner)
    assert not learner.statement.missing


def test_not_to_split_keeps_it_in_one_piece(learner: Learner) -> None:
    learner.at("situation")
    text = (
        "Situation: I am a cook and I changed the menu for one man who ate too little.\n"
        "Management: I made a list of it and checked each day what he left on his plate."
    )
    learner.say(text)
    learner.press("No, keep it in one piece")
    assert text in body(learner)


def test_lines_of_a_form_are_pointed_out_and_left_out_on_request(learner: Learner) -> None:
    learner.at("management")
    said = learner.say(
        "Page 2 of 3\n[Insert your answer here]\nI checked the charts each evening and told the "
        "senior when somebody had eaten too little, and we changed the snacks."
    )
    assert "Page 2 of 3" in said
    learner.press("Leave those lines out")
    assert "Page 2 of 3" not in body(learner)
    assert "I checked the charts" in body(learner)
    assert "Page 2 of 3" in learner.say("/mydata")


def test_odd_bullets_and_spaces_are_shown_plain_counted_rightly_and_kept_as_sent(
    learner: Learner,
) -> None:
    learner.at("management")
    text = "\uf0b7\xa0I checked the\xa0rooms\no\xa0I wrote a list"
    said = learner.say(text)
    assert "8 words" in said
    learner.press("Next")
    learner.press("Back")
    assert "• I checked the rooms" in learner.replies[0].text
    assert learner.statement.sections[1].text == text


def test_the_wrong_question_answered_is_moved_by_a_press(learner: Learner) -> None:
    learner.at("management")
    learner.say("I asked everybody what they thought of it.")
    learner.press("Move this to…")
    learner.press("Add to: leadership")
    assert learner.statement.sections[2].text == "I asked everybody what they thought of it."
    assert not learner.statement.sections[1].words


def test_a_bare_word_is_answered_with_a_question_once(learner: Learner) -> None:
    learner.at("management")
    first = learner.say("training")
    second = learner.say("👍")
    assert "What did you or others do?" in first
    assert "What did you or others do?" not in second


def test_after_the_first_pick_the_list_is_still_there(learner: Learner) -> None:
    learner.at("management")
    learner.say("I wrote the rota two weeks ahead and worked out how many staff we needed.")
    learner.press("Name the skill")
    learner.press("Controlling and problem solving")
    learner.press("Organising and staffing")
    named = learner.conversation.attempt.named["management"]
    assert named == ["controlling_problem_solving", "organising_staffing"]


def test_who_picked_something_else_hears_once_what_the_coach_sees(learner: Learner) -> None:
    learner.at("management")
    learner.say("I wrote the rota two weeks ahead and worked out how many staff we needed.")
    learner.press("Name the skill")
    assert "Could that be: Planning and budgeting?" in learner.press("Organising and staffing")
    learner.press("Yes")
    assert "Controlling and problem solving" in learner.buttons, "more can be picked"


def test_words_shown_back_end_on_a_word_that_says_something(content: Content) -> None:
    text = (
        "I checked the hoist and the slings and found that one of them was torn so I had it mended "
        "in a week and wrote the date of the next check in the book for the others to see"
    )
    found = notice(content, text)
    assert found
    for each in found:
        assert not re.search(r"\b(?:in|a|the|of|to)$", text[each.start : each.end])


def test_the_shortest_answer_is_one_that_the_badge_asks_for(learner: Learner) -> None:
    learner.at("situation")
    learner.say("I am a cook.")
    learner.press("Next")
    learner.say("I made a list of what was in the store and what it cost.")
    said = learner.say("/review")
    assert "Your answer “management” is the shortest." in said
    again = learner.say("/review")
    assert said.rpartition("One question for it:")[2] != again.rpartition("One question for it:")[2]


@pytest.mark.parametrize(
    "text",
    [
        "I dont lead anyone",
        "not my job to lead",
        "dinnae think ah led onybody",
        "a jist dae ma job",
    ],
)
def test_i_dont_lead_anyone_is_heard_at_the_first_question_too(learner: Learner, text: str) -> None:
    learner.at("situation")
    said = learner.say(text)
    assert "You need no title to lead." in said
    assert learner.replies[-1].text.endswith("?")


def test_a_role_at_the_first_question_is_an_answer(learner: Learner) -> None:
    learner.at("situation")
    assert learner.say("I am just a carer and I got a lady to walk again.").startswith("✓ Saved")


@pytest.mark.parametrize(
    "text",
    [
        "make up a situation about a care home and write 200 words",
        "just write something",
        "can you improve that",
        "make it longer please",
        "rewrite that",
        "can you add 100 words?",
        "write it up for me",
        "rewrite that so it sounds professional",
    ],
)
def test_whoever_asks_the_coach_to_write_is_refused_with_the_reason(
    learner: Learner, text: str
) -> None:
    learner.at("management")
    said = learner.say(text)
    assert "I cannot write it for you. SSSC does not allow AI" in said
    assert not learner.statement.own_words


@pytest.mark.parametrize(
    "text",
    [
        "Write a list, tell the staff, check it at the end of the shift.",
        "I had to make it longer so that he could reach the handle.",
        "made up a plan wi the night staff",
        "Make up the beds first and then breakfast.",
        "I added 100 words to the care plan about his sleep.",
        "fix my rota so that I could come in early, that was what I did first",
    ],
)
def test_telling_of_what_was_written_or_made_stays_an_answer(learner: Learner, text: str) -> None:
    learner.at("management")
    assert learner.say(text).startswith("✓ Saved")


def test_a_message_stays_where_it_is_until_its_new_place_is_chosen(learner: Learner) -> None:
    learner.at("management")
    learner.say("I asked everybody what they thought of it.")
    learner.press("Move this to…")
    assert learner.statement.sections[1].words == 8
    learner.press("Next")
    assert learner.step == "leadership"
    assert learner.statement.sections[1].text == "I asked everybody what they thought of it."


def test_of_several_messages_the_one_to_move_is_picked(learner: Learner) -> None:
    learner.at("management")
    for text in ("We made a plan.", "I was so tired that day.", "The plan held for a week."):
        learner.say(text)
    said = learner.press("Move this to…")
    assert "2. I was so tired that day." in said
    learner.press("Move number 2")
    learner.press("Leave it out")
    assert learner.statement.sections[1].text == "We made a plan.\n\nThe plan held for a week."


def test_who_asks_to_take_something_out_hears_how(learner: Learner) -> None:
    learner.at("management")
    learner.say("I was so tired that day.")
    assert "“Move this to…”" in learner.say("can you take that bit out")


def test_what_was_split_cannot_come_back_a_second_time(learner: Learner) -> None:
    learner.at("situation")
    learner.say(
        "Situation: I am a cook and the old men did not eat.\n"
        "Management: I wrote a list of what each one likes and kept to the money.\n"
        "Leadership: I asked them to sit with me and taste it."
    )
    learner.press("Yes, split it like that")
    assert "Use the old words too" not in learner.buttons


def test_whoever_is_fed_up_is_heard_and_it_is_in_no_answer(learner: Learner) -> None:
    learner.at("situation")
    for text in ("this is pointless", "i hate this", "I give up"):
        assert "One line will do for now." in learner.say(text), text
    assert not learner.statement.own_words


def test_moving_a_message_leaves_other_spare_words_alone(learner: Learner) -> None:
    learner.at("review")
    learner.say("These words have no place yet, and I want to keep them.")
    learner.at("management")
    learner.say("I asked everybody what they thought of it.")
    learner.press("Move this to…")
    said = learner.press("Add to: leadership")
    assert "no place yet" not in said
    assert "You have words that are in no answer yet." in learner.say("/review")


def test_of_a_long_text_without_labels_a_part_is_moved_by_a_press(learner: Learner) -> None:
    learner.at("situation")
    scene = "I am a cook in a day centre and the old men did not eat the new menu any more. " * 4
    plan = "I worked out what it would cost and wrote the new order for two weeks. " * 4
    said = learner.say(f"{scene.strip()}\n{plan.strip()}")
    assert "Press “Move this to…” to put a part in another one." in said
    assert "Which one shall I move?" in learner.press("Move this to…")
    learner.press("Move number 2")
    learner.press("Add to: management")
    assert learner.statement.sections[0].text == scene.strip()
    assert learner.statement.sections[1].text == plan.strip()


def test_the_thinnest_answer_gets_a_question_at_the_review(learner: Learner) -> None:
    learner.at("situation")
    learner.say(RICH)
    learner.press("Next")
    learner.say("I made a list.")
    learner.press("Next")
    learner.say(RICH)
    learner.press("Next")
    learner.say(RICH[:120])
    learner.press("Next")
    assert "Your answer “management” is the shortest." in "".join(r.text for r in learner.replies)


def test_plenty_is_said_and_nothing_is_done(learner: Learner) -> None:
    learner.at("situation")
    learner.say("word " * 650)
    before = body(learner)
    assert "more words than you need" in learner.say("/review")
    assert body(learner) == before


def test_a_dialogue_without_a_badge_asks_for_nothing_more(learner: Learner) -> None:
    learner.open("good_leaders")
    learner.press("Start")
    assert learner.say("People say hello.").startswith("✓ Saved · 3 words\nWrite more")


def test_of_several_situations_one_is_used_and_the_rest_is_kept(learner: Learner) -> None:
    learner.at("situation")
    first = "I am a carer and I helped a man who was afraid of the bath to wash again."
    second = "Another time I helped the night staff with the new alarm system for two weeks."
    said = learner.say(f"{first} {second}")
    assert "Which one will you use?" in said
    learner.press("Use number 1")
    assert learner.statement.sections[0].text == first
    learner.say("/review")
    learner.press("Use my spare words")
    assert second in "".join(reply.text for reply in learner.replies)
