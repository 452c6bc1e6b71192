"""What tired people said to it that was once taken the wrong way."""

from __future__ import annotations

import pytest

from bot.content.models.dialogue import WordsStep
from tests.support.learner import Learner, body

TOLD = "I moved the tables so that the walkers had a straight way to the door."


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("situation", "home help"),
        ("situation", "12 yrs"),
        ("situation", "mrs k"),
        ("leadership", "the other girls do the photo thing now"),
        (
            "leadership",
            "Manager said thank you to me in meeting and I said it was idea of the lady",
        ),
    ],
)
def test_what_is_told_in_few_words_is_in_the_answer(learner: Learner, step: str, said: str) -> None:
    assert learner.at(step).say(said).startswith("✓ Saved")
    assert said in body(learner)


@pytest.mark.parametrize(
    ("step", "said", "answer"),
    [
        ("situation", "ok", "went right|you do without being told|glad that you|best|last week"),
        (
            "situation",
            "there is nothing going well in here",
            "hard where you are|at work|hear that",
        ),
        ("overlap", "whats that supposed to mean", "I mean|In other words|Think of"),
        (
            "overlap",
            "sorry my head is mince tonight can i do this tomorrow",
            "kept|Yes, go|All is saved|Yes, you can stop",
        ),
        ("situation", "how long does this take", "20 to 30 minutes"),
        ("management", "i shouldnt have to manage, thats what she gets paid for", "?"),
    ],
)
def test_what_is_said_to_the_coach_is_met_and_is_in_no_answer(
    learner: Learner, step: str, said: str, answer: str
) -> None:
    reply = learner.at(step).say(said)
    assert any(each in reply for each in answer.split("|"))
    assert "✓ Saved" not in reply
    assert said not in body(learner)


def test_who_is_back_after_brb_is_welcome_and_goes_nowhere(learner: Learner) -> None:
    learner.at("management").say(TOLD)
    learner.say("brb")
    assert "Write more" not in learner.say("bk")
    assert learner.step == "management"


@pytest.mark.parametrize(
    "said",
    [
        "Could you make it sound more professional? I sound like I'm talking to my sister",
        "thats all i have",
        "is tht enuf words my stops coming up",
        "fair enough! i'll ask her thursday when i'm in x",
    ],
)
def test_talk_at_the_review_is_asked_no_place_for(learner: Learner, said: str) -> None:
    learner.at("management").say(TOLD)
    learner.say("/review")
    assert "Which answer is this for?" not in learner.say(said)
    assert said not in body(learner)


def test_after_harm_the_question_comes_with_where_was_i(learner: Learner) -> None:
    learner.at("management").say(TOLD)
    learner.say("One of the staff keeps shouting at a resident and pushes her about.")
    learner.press("Keep it")
    said = learner.say("ok where was i")
    assert said.count("?") == 1 or "press “Next”" in said.replace("Press", "press")


def test_a_change_that_is_told_of_is_no_correction(learner: Learner) -> None:
    learner.at("overlap")
    assert "✓ Saved" in learner.say("the big change was shes put the 4 kilos back on")


@pytest.mark.parametrize(
    "text",
    [
        "brb 1 of them wants the telly on",
        "hang on thers 2 of them at the hach for soup",
        "haud on, that's the door",
        "gies a minute the phone is ringing",
    ],
)
def test_who_is_called_away_tells_nothing(learner: Learner, text: str) -> None:
    learner.at("leadership")
    assert "✓ Saved" not in learner.say(text)


@pytest.mark.parametrize(
    "text",
    [
        "hold on to the rail, I said, and she did the whole stair",
        "hang on, i said to the agency girl, and we checked the dose again",
    ],
)
def test_holding_on_is_told_of(learner: Learner, text: str) -> None:
    learner.at("leadership")
    assert "✓ Saved" in learner.say(text)


@pytest.mark.parametrize(
    "text",
    ["cud any1 tell its her frm d certificate", "could anybody work out who he is from the bus"],
)
def test_who_asks_whether_others_will_know_them_speaks_to_the_coach(
    learner: Learner, text: str
) -> None:
    learner.at("leadership").say("i asked her what would help and she set her own clock")
    said = learner.say(text)
    assert "✓ Saved" not in said
    assert "somebody else" not in said


def test_an_opening_in_a_sentence_is_no_label(learner: Learner) -> None:
    learner.at("leadership")
    typed = "With regard to leadership, I listened to the concerns of the night staff."
    learner.say(typed)
    assert typed in body(learner)


def test_who_tells_of_a_death_is_not_wished_a_good_day(learner: Learner) -> None:
    learner.at("leadership")
    for typed in ("my dad died on tuesday", "my mum died last week so ive been off"):
        said = learner.say(typed)
        assert "sorry" in said or "hard" in said or "Take the time" in said
        assert "good day" not in said


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("can i get this as a pdf", "/statement pdf"),
        ("how do i get it in word", "/statement docx"),
        ("can i share it with my pal", "/share"),
        ("can my friend read this before i send", "/share"),
        ("is my boss gonna see this", "unless they run this coach"),
        ("what is difrence of mangement and leadership", "Management keeps the work on track"),
    ],
)
def test_what_is_asked_before_handing_in_has_an_answer(
    learner: Learner, asked: str, told: str
) -> None:
    learner.at("leadership")
    assert told in learner.say(asked)


def test_a_kind_act_on_the_floor_and_a_picture_are_no_alarm(learner: Learner) -> None:
    learner.at("leadership")
    for typed in (
        "i put a picture of each child by the hatch",
        "i sat on the floor next to her with the book bag and didnt talk till she came over",
        "one resident does not sleep and rings the bell every time",
    ):
        assert "✓ Saved" in learner.say(typed)


@pytest.mark.parametrize("said", ["management", "put that in management", "the management one"])
def test_where_spare_words_belong_can_be_said_in_words(learner: Learner, said: str) -> None:
    learner.at("overlap").say(TOLD)
    learner.say("/statement")
    learner.say("I keep the ramp on the bus now and I asked the manager first.")
    assert "“management”" in learner.say(said)
    management, overlap = (
        next(each.text for each in learner.statement.sections if each.step.id == step)
        for step in ("management", "overlap")
    )
    assert management == "I keep the ramp on the bus now and I asked the manager first."
    assert overlap == TOLD, "what was sent before stays where it is"


def test_the_statement_says_that_words_are_in_no_answer(learner: Learner) -> None:
    learner.at("overlap").say(TOLD)
    learner.say("/statement")
    learner.say("I keep the ramp on the bus now and I asked the manager first.")
    assert "in no answer yet" in learner.say("/statement")
    learner.press("Use my spare words")
    learner.press("Add to: both")
    assert "in no answer yet" not in learner.say("/statement")


def test_a_shift_that_is_done_is_no_answer_that_is_done(learner: Learner) -> None:
    reply = learner.at("situation").say("hi just finished a 12 hr shift so bear with me")
    assert "is done" not in reply


def test_how_many_words_a_part_has_is_its_own_count(learner: Learner) -> None:
    learner.at("situation").say("I am a carer and I moved the tables so the walkers had a way in.")
    learner.press("Next")
    learner.say(TOLD)
    for word in ("that's me done", "done", "finished", "that's it"):
        reply = learner.say(word)
        assert "“management” has" not in reply or f"has {len(TOLD.split())} words" in reply


@pytest.mark.parametrize("said", ["can i have an example", "any ideas", "show me an example pls"])
def test_who_asks_for_an_example_is_shown_one(learner: Learner, said: str) -> None:
    reply = learner.at("management").say(said)
    step = learner.content.first.by_id["management"]
    assert isinstance(step, WordsStep)
    assert step.example in reply
    assert "not yours" in reply
    assert not body(learner)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("who are you", "I have no name"),
        ("what if i make a mistake", "Nothing can break here"),
        ("what is sssc", "Scottish Social Services Council"),
        ("how much does it cost", "no money"),
        ("can i send a voice message", "microphone"),
        ("is it compulsory", "Your manager does"),
        ("does it count for cpd", "SSSC or your manager"),
        ("can i use the same story twice", "One situation is enough"),
        ("what if nothing went well", "Not all of it has to go well"),
        ("how do i get back", "for the question before"),
        ("i cant find the button", "type the word on a button"),
        ("the button doesnt work", "type the word on a button"),
        ("whats the difference between a leader and a manager", "Management keeps the work on"),
        ("not sure what leadership is tbh", "Leadership helps people"),
        ("how many people have done this", "what others write"),
        ("what time is it", "not for me to know"),
        ("can i use chatgpt", "do not allow AI"),
        ("what do i do here", "Write a line or two"),
        ("can i carry on", "Yes. Just write"),
        ("what if its not about my job", "your role at work"),
    ],
)
def test_what_people_ask_is_answered_and_is_in_no_answer(
    learner: Learner, asked: str, told: str
) -> None:
    assert told in learner.at("management").say(asked)
    assert not body(learner)


def test_how_long_each_part_shall_be_is_no_order_to_split(learner: Learner) -> None:
    learner.at("situation").say(
        "I am a carer in a home and I moved the tables so folk could get in."
    )
    assert "Shall I put each part" not in learner.say("how long should each bit be")


@pytest.mark.parametrize("said", ["nothing else happened", "nothing really happened"])
def test_nothing_more_to_tell_is_no_result(learner: Learner, said: str) -> None:
    learner.at("situation").say("I am a carer. I moved the tables so that folk could get in.")
    reply = learner.say(said)
    assert "✓ Saved" not in reply
    assert said not in body(learner)


def test_a_question_at_the_end_does_not_take_the_answer_with_it(learner: Learner) -> None:
    told = (
        "The rota was in bits on Sunday so I made a new plan and got them to believe it was fine."
    )
    reply = learner.at("overlap").say(f"{told} Is that both?")
    assert "✓ Saved" in reply
    assert told in body(learner)
    assert "Is that both?" not in body(learner)


@pytest.mark.parametrize("said", ["r we done", "no i mean are we finished"])
def test_whether_that_is_all_needs_no_question_mark(learner: Learner, said: str) -> None:
    learner.at("management").say(TOLD)
    reply = learner.say(said)
    assert "situation" in reply, "it has no words yet"
    assert said not in body(learner)


def test_who_liked_what_they_wrote_is_not_told_that_it_was_missed(learner: Learner) -> None:
    learner.at("overlap").say(TOLD)
    learner.say("/review")
    reply = learner.say("thank you, this was hard but I like what I wrote")
    assert "missed" not in reply
    assert "mistake" not in reply


def test_good_news_after_a_false_alarm_is_met_with_an_apology(learner: Learner) -> None:
    learner.at("situation").say(
        "He waves his mum off and a man was outside at the door with a knife."
    )
    if "Keep it" in learner.buttons:
        assert "sorry" in learner.say("No, nothing is wrong. That's a good thing.").casefold()


def test_work_that_only_sounds_alarming_is_no_harm(learner: Learner) -> None:
    for told in (
        "he waves his mum off at the window now and his key worker uses the book",
        "she slept till 6 three nights in a row after that",
        "I think I am leader a little bit but I am afraid to say",
        "The wee ones were killing themselves laughing when I fell off my chair",
        "My lady has dementia and she not want take medicine from new carers",
        "I read how many tablets missed and I say thank you to each girl",
    ):
        assert "Keep it" not in learner.at("situation").buttons
        learner.say(told)
        assert "Keep it" not in learner.buttons, told


def test_what_parts_two_words_is_answered_by_what_each_of_them_is(learner: Learner) -> None:
    said = learner.at("management").say("what's the difference between delegate and organise")
    assert "To delegate is" in said
    assert "To organise is" in said
    assert "Leadership helps people" not in said


def test_of_words_that_nobody_listed_it_is_said_that_nothing_turns_on_them(
    learner: Learner,
) -> None:
    said = learner.at("management").say("difference between a keyworker and a named nurse?")
    assert "“keyworker”" in said
    assert "“named nurse”" in said


def test_what_they_said_is_in_the_answer_without_that_they_said_it(learner: Learner) -> None:
    learner.at("leadership").say("I taught her the hoist.")
    learner.say("i said fine")
    assert learner.statement.sections[2].text.split("\n\n")[-1] == "fine"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("I should be obliged to know who reads this.", "who run this coach can read"),
        ("I would be grateful if you could tell me how long this will take", "20 to 30 minutes"),
        ("is it a problem that I said his old ship, could folk work out who he is", "no name"),
        ("will they ken it's oor gran if i say she kept hens", "no name"),
        ("hoo many mair o these", "leadership"),
    ],
)
def test_what_is_asked_in_more_than_plain_english_is_answered(
    learner: Learner, asked: str, told: str
) -> None:
    learner.at("situation").say("I am a carer and I sat with him each morning until he ate.")
    assert told in learner.say(asked)
    assert asked not in body(learner)


def test_what_answers_the_coachs_question_is_no_question(learner: Learner) -> None:
    learner.at("leadership").say("I taught her the hoist")
    assert learner.say("do it alone").startswith("✓ Saved")
