"""The coach answers what somebody wrote: one question more, and never a word of the statement."""

from __future__ import annotations

import re

import pytest

from bot.analysis.practices import notice
from bot.content.library import Content
from tests.support.learner import Learner, body

RICH = (
    "Last winter I saw that two tenants did not come out any more, so I asked the team what they "
    "knew. I wrote a list of who to call on which day and put it on the board. My colleague took "
    "the mornings and I took the evenings. After a month both came to the coffee hour again. One "
    "told me that it was the first time she had laughed since the autumn, and we kept the list."
)


def test_a_thin_answer_gets_one_question_and_next_still_goes_on(learner: Learner) -> None:
    learner.at("management")
    said = learner.say("I made a list of the jobs.")
    assert said.count("?") == 1
    learner.press("Next")
    assert learner.step == "leadership"


def test_at_most_two_questions_a_step_and_no_sentence_twice(learner: Learner) -> None:
    learner.at("situation")
    heard = list[str]()
    for step in range(4):
        asked = 0
        for text in ("I helped.", "I asked them.", "We went out.", "We did it."):
            said = learner.say(f"{text} {step}")
            lines = [line for line in said.splitlines() if not line.startswith("✓")]
            asked += sum(line.count("?") for line in lines)
            heard += [line for line in lines if not line.startswith("Write more")]
        assert asked <= 2
        learner.press("Next")
    assert len(set(heard)) == len(heard)
    assert sum("?" in line for line in heard) >= 4


def test_of_a_full_answer_a_clause_is_said_back_and_nothing_is_asked(learner: Learner) -> None:
    learner.at("management")
    said = learner.say(RICH)
    quoted = said.partition("“")[2].partition("”")[0]
    assert quoted in RICH
    assert len(quoted.split()) >= 3
    assert "?" not in said
    learner.press("Next")
    assert learner.step == "leadership"


def test_an_act_is_named_in_plain_words_and_by_the_model_on_a_press(learner: Learner) -> None:
    learner.at("management")
    said = learner.say("I wrote the rota two weeks ahead.")
    assert "“I wrote the rota two weeks ahead” – that is " in said
    seen = learner.content.practices[learner.conversation.attempt.seen["management"]]
    assert seen.side == "management"
    assert f"“{seen.name}”" not in said
    assert f"“{seen.name}”" in learner.press("What is that called?")
    assert learner.conversation.attempt.named["management"] == [seen.id]
    assert body(learner).count("Plan") == 0


def test_what_was_named_wrongly_is_not_named_there_again(learner: Learner) -> None:
    learner.at("management")
    learner.say("I wrote the rota two weeks ahead.")
    rejected = learner.conversation.attempt.seen["management"]
    learner.press("Not quite")
    learner.say("I wrote the next rota three weeks ahead.")
    named = "What is that called?" in learner.buttons
    assert not named or learner.conversation.attempt.seen["management"] != rejected


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
        ("leadership", "am no a leader"),
        ("management", "there was no management"),
        ("management", "nobody planned it, it just happened"),
        ("management", "we never had a plan"),
        ("situation", "I dont lead anyone"),
        ("situation", "not my job to lead"),
        ("situation", "dinnae think ah led onybody"),
        ("situation", "a jist dae ma job"),
    ],
)
def test_i_dont_lead_anyone_gets_a_smaller_question_and_one_press_puts_it_in(
    learner: Learner, step: str, text: str
) -> None:
    learner.at(step)
    said = learner.say(text)
    assert "Saved" not in said
    assert said.endswith("?")
    assert not learner.statement.own_words
    learner.press("Put it in my answer")
    assert text in body(learner)


def test_a_role_is_an_answer_and_a_question_follows(learner: Learner) -> None:
    learner.at("situation")
    said = learner.say("im just a carer")
    assert said.startswith("✓ Saved · 4 words")
    assert said.endswith("?")


def test_the_same_words_in_a_real_answer_are_left_alone(learner: Learner) -> None:
    learner.at("leadership")
    learner.say(f"I am just a carer but {RICH}")
    assert "just a carer" in body(learner)


def test_a_bare_word_shows_nothing_yet_so_that_word_is_asked_about_and_can_be_put_in(
    learner: Learner,
) -> None:
    learner.at("management")
    said = learner.say("training")
    assert "“training”" in said
    assert said.endswith("?")
    assert learner.statement.sections[1].text == ""
    learner.press("Put it in my answer")
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
    assert learner.replies[-1].text.endswith("?"), "something smaller is asked"
    assert not learner.statement.own_words
    assert text in learner.say("/mydata")


def test_a_question_that_nobody_wrote_an_answer_to_is_safe_and_can_be_put_in(
    learner: Learner,
) -> None:
    learner.at("management")
    assert "I have no answer to that" in learner.say("what about the rota?")
    assert "rota" not in body(learner)
    learner.press("Put it in my answer")
    assert "what about the rota?" in body(learner)


def test_a_few_words_without_an_act_are_taken_out_by_one_press(learner: Learner) -> None:
    learner.at("management")
    learner.say("The plan held.")
    assert "The plan held." in body(learner)
    learner.press("Not part of my answer")
    assert "The plan held." not in body(learner)
    assert "The plan held." in learner.say("/mydata")


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


def test_a_second_bare_word_is_answered_in_other_words(learner: Learner) -> None:
    learner.at("management")
    first = learner.say("training")
    second = learner.say("👍")
    assert not set(first.splitlines()[1:]) & set(second.splitlines()[1:])


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


def test_at_the_review_an_answer_without_words_comes_first_and_in_other_words_each_time(
    learner: Learner,
) -> None:
    learner.at("situation")
    learner.say("I am a cook.")
    learner.press("Next")
    learner.say("I made a list of what was in the store and what it cost.")
    said, again = learner.say("/review").splitlines()[-1], learner.say("/review").splitlines()[-1]
    for line in (said, again):
        assert "“leadership”" in line
        assert line.endswith("?")
    assert said.rpartition(".")[2] != again.rpartition(".")[2]


def test_the_shortest_at_the_review_is_the_shortest(learner: Learner) -> None:
    learner.at("situation")
    for text in ("I am a cook.", RICH[:160], RICH[:120]):
        learner.say(text)
        learner.press("Next")
    learner.say(RICH[:140])
    said = learner.press("Next").splitlines()[-1]
    assert "“situation” is the shortest." in said
    assert said.endswith("?")


@pytest.mark.parametrize(
    "text",
    [
        "We made a plan.",
        "I put it on the wall.",
        "put it on the wall",
        "I finished the list early",
        "My mate did the rota.",
        "I just listened",
        "I led the shift.",
        "gave him a brew",
        "Then Jessie ate a bit more each day.",
        "No more falls on that corridor since Easter.",
    ],
)
def test_a_short_answer_that_tells_something_is_never_kept_out(learner: Learner, text: str) -> None:
    learner.at("management")
    assert learner.say(text).startswith("✓ Saved · ")
    assert learner.statement.sections[1].text == text


@pytest.mark.parametrize("label", ["Replace", "Move this to…", "Example", "Name the skill"])
def test_what_the_place_has_can_be_typed_while_an_act_is_named(
    learner: Learner, label: str
) -> None:
    learner.at("management")
    learner.say("I wrote the rota two weeks ahead.")
    assert "not in use now" not in learner.say(label)
    assert learner.statement.own_words == 7


def test_a_role_at_the_first_question_is_an_answer(learner: Learner) -> None:
    learner.at("situation")
    assert learner.say("I am just a carer and I got a lady to walk again.").startswith("✓ Saved")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("make up a situation about a care home and write 200 words", "your own words"),
        ("just write something", "your own words"),
        ("can you improve that", "your own words"),
        ("make it longer please", "it has to come from you"),
        ("rewrite that", "your own words"),
        ("can you add 100 words?", "your own words"),
        ("write it up for me", "your own words"),
        ("rewrite that so it sounds professional", "your words"),
    ],
)
def test_whoever_asks_the_coach_to_write_is_refused_with_the_reason(
    learner: Learner, text: str, reason: str
) -> None:
    learner.at("management")
    assert reason in learner.say(text)
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
    for text in ("We made a plan.", "I put it on the wall.", "The plan held for a week."):
        learner.say(text)
    said = learner.press("Move this to…")
    assert "2. I put it on the wall." in said
    learner.press("Move number 2")
    learner.press("Leave it out")
    assert learner.statement.sections[1].text == "We made a plan.\n\nThe plan held for a week."


def test_who_asks_to_take_something_out_is_asked_which_and_it_is_done(learner: Learner) -> None:
    learner.at("management")
    learner.say("I made a plan for the day.")
    learner.say("can you take that bit out")
    learner.press("Take back my last message")
    assert not learner.statement.own_words
    assert "I made a plan for the day." in learner.say("/mydata")


def test_nothing_to_take_out_is_said_and_never_offers_to_delete_all(learner: Learner) -> None:
    learner.at("management")
    assert "There is nothing to take back." in learner.say("can you take that bit out")
    assert "Yes, delete it all" not in learner.buttons


def test_what_was_split_cannot_come_back_a_second_time(learner: Learner) -> None:
    learner.at("situation")
    learner.say(
        "Situation: I am a cook and the old men did not eat.\n"
        "Management: I wrote a list of what each one likes and kept to the money.\n"
        "Leadership: I asked them to sit with me and taste it."
    )
    learner.press("Yes, split it like that")
    assert "Use the old words too" not in learner.buttons


@pytest.mark.parametrize("text", ["this is pointless", "i hate this", "I give up"])
def test_whoever_is_fed_up_is_heard_and_it_is_in_no_answer(learner: Learner, text: str) -> None:
    learner.at("situation")
    assert "Saved ·" not in learner.say(text)
    assert not learner.statement.own_words
    assert text in learner.say("/mydata")


def test_moving_a_message_leaves_other_spare_words_alone(learner: Learner) -> None:
    learner.at("statement")
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
    learner.say(f"{scene.strip()}\n{plan.strip()}")
    assert "Which one shall I move?" in learner.press("Move this to…")
    learner.press("Move number 2")
    learner.press("Add to: management")
    assert learner.statement.sections[0].text == scene.strip()
    assert learner.statement.sections[1].text == plan.strip()


def test_the_shortest_answer_gets_a_question_at_the_review(learner: Learner) -> None:
    learner.at("situation")
    for text in (RICH, "I made a list.", RICH):
        learner.say(text)
        learner.press("Next")
    learner.say(RICH[:120])
    said = learner.press("Next").splitlines()[-1]
    assert "“management” is the shortest." in said
    assert said.count("?") == 1


def test_plenty_is_said_and_nothing_is_done(learner: Learner) -> None:
    learner.at("situation")
    learner.say("word " * 650)
    before = body(learner)
    assert "200 would do" in learner.say("/review")
    assert body(learner) == before


def test_a_dialogue_without_a_badge_asks_for_nothing_more(learner: Learner) -> None:
    learner.open("good_leaders")
    learner.press("Start")
    said = learner.say("People say hello.")
    assert said.startswith("✓ Saved · 3 words\n")
    assert "?" not in said


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


TWO = (
    "ok so two things, theres the den week where i got the P7s to run it for the wee ones, and "
    "theres the boy who kicks off at the gate and i worked out it was the noise of the zips so now "
    "he goes out early, dunno which one you want"
)


@pytest.mark.parametrize(
    ("said", "chosen"),
    [
        ("the zips one", "the boy who kicks off"),
        ("The den week, then. Though I would be sorry to lose the zips.", "the den week"),
        ("second one", "the boy who kicks off"),
    ],
)
def test_one_of_two_that_are_offered_is_chosen_by_its_words(
    learner: Learner, said: str, chosen: str
) -> None:
    assert "Which one will you use?" in learner.at("situation").say(TWO)
    learner.say(said)
    [section] = [each for each in learner.statement.sections if each.words]
    assert chosen in section.text
    assert "which one you want" not in section.text or chosen != "the den week"
    assert said not in section.text


def test_two_things_that_nobody_asks_about_are_one_story(learner: Learner) -> None:
    told = (
        "I did two things. I moved the beds and I rang the other home, which is near, for a hoist."
    )
    assert "more than one situation" not in learner.at("situation").say(told)


@pytest.mark.parametrize("typed", ["next one", "nxt", "next pls", "ok next then"])
def test_next_in_other_words_goes_on_and_is_no_evidence(learner: Learner, typed: str) -> None:
    learner.at("management").say("I made a rota for the week so that all knew when they were on.")
    assert learner.say(typed).startswith("3 of 4")
    assert learner.conversation.messages[-1].text == typed, "no typed word is lost"
    assert typed not in [section.text for section in learner.statement.sections]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("How long does it have to be?", "200"),
        ("thats enough is it", "200"),
        ("so what do i write. 90 words is loads", "200 words"),
        ("is my first bit still there?", "Nothing that you sent is lost"),
        ("How can I move an answer to another part?", "Move this to"),
        ("How do I get to the management bit then?", "“Next”"),
        ("what does it mean, look at the models?", "/learn"),
        ("hi wot do i do", "Write a line or two"),
        ("give me the badge", "SSSC gives the badge"),
    ],
)
def test_a_question_about_the_coach_itself_has_an_answer(
    learner: Learner, asked: str, told: str
) -> None:
    learner.at("management")
    said = learner.say(asked)
    assert told in said
    assert "SSSC can tell you" not in said
    assert not learner.statement.own_words


def test_what_was_sent_goes_where_it_is_asked_to_be(learner: Learner) -> None:
    learner.at("management")
    learner.say("I asked each of the night staff what they would try first.")
    learner.say("That one should be in leadership not management, can you move it?")
    words = {each.step.id: each.words for each in learner.statement.sections}
    assert (words["management"], words["leadership"]) == (0, 12)


@pytest.mark.parametrize("word", ["training", "teamwork", "communication", "planning 📋"])
def test_it_is_said_each_time_that_a_word_alone_is_in_no_answer_yet(
    learner: Learner, word: str
) -> None:
    said = learner.at("management").say(word)
    assert any(str(line) in said for line in learner.content.listening.bare.aside), said
    assert "Put it in my answer" in learner.buttons


def test_a_question_about_a_side_is_one_whatever_was_asked_before(learner: Learner) -> None:
    learner.at("management")
    learner.say("dunno")
    said = learner.say("wait so is making a plan with him management or leadership?")
    assert not said.startswith("✓ Saved")
