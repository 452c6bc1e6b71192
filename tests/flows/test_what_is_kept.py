"""What is said to the coach is in no statement, and what is told is, whatever it looks like."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner, body


@pytest.mark.parametrize(
    ("step", "label", "told", "filed"),
    [
        (
            "overlap",
            "aw an ah forgot tae say for the management bit: ",
            "ah wrote it in the book",
            "management",
        ),
        (
            "management",
            "for the management bit: ",
            "I wrote it all in the book each day",
            "management",
        ),
        (
            "management",
            "oh and for leadership - ",
            "I showed the new lad how to do it",
            "leadership",
        ),
    ],
)
def test_the_label_of_an_announced_part_is_left_out_and_the_rest_is_filed_there(
    learner: Learner, step: str, label: str, told: str, filed: str
) -> None:
    said = learner.at(step).say(label + told)
    assert learner.coaching
    assert learner.coaching.filed == filed
    assert told in body(learner)
    assert label.strip(" :-") not in body(learner)
    assert label.strip(" :-") not in said, "a label needs no line"
    assert learner.conversation.messages[-1].text == label + told


@pytest.mark.parametrize(
    "opening",
    [
        "Ok here goes, ",
        "fine. ",
        "same again, ",
        "Nobody. Well, ",
        "the card, I said that. ",
        "right so - ",
    ],
)
def test_how_an_answer_is_begun_is_no_part_of_it(learner: Learner, opening: str) -> None:
    told = "I wrote the steps on a card and we ticked them off"
    said = learner.at("management").say(opening + told)
    assert body(learner).endswith(f"\n\n{told}\n")
    assert said.startswith("✓ Saved · 12 words")


def test_a_denial_before_an_act_is_left_out_and_the_act_is_kept(learner: Learner) -> None:
    said = learner.at("management").say("That wasn't management though, I just told the handyman")
    assert "That wasn't management" not in body(learner)
    assert "I just told the handyman" in body(learner)
    assert "That wasn't management though" in said or "Put it in my answer" in learner.buttons


@pytest.mark.parametrize("denial", ["ah'm no a manager hen", "I'm not a manager though"])
def test_that_somebody_is_no_manager_is_kept_out_alone_and_before_an_act(
    learner: Learner, denial: str
) -> None:
    learner.at("management").say(denial)
    assert learner.coaching
    assert learner.coaching.kind == "denial"
    assert not learner.statement.own_words
    learner.say(f"{denial}, ah sat wi her till she slept")
    assert denial not in body(learner)
    assert "ah sat wi her till she slept" in body(learner)
    learner.say(f"{denial}. I moved the chairs away from the door.")
    assert denial not in body(learner)


@pytest.mark.parametrize(
    "end", ["Nothing broken, thank God.", "No harm done, thank goodness.", "Nobody hurt, phew."]
)
def test_how_it_turned_out_is_told_whomever_it_is_said_to(learner: Learner, end: str) -> None:
    learner.at("situation").say(f"I kept him still and talked to him till she came. {end}")
    assert end in body(learner)


@pytest.mark.parametrize(
    ("step", "text"),
    [
        (
            "overlap",
            "They meet in the five o'clock. Is in the rota, so it is plan. But staff want to do it "
            "because they see he is happy, not because paper say.",
        ),
        (
            "management",
            "Was always the same two who open up and check the fire doors, and after I asked it "
            "we changed each week so everybody know how.",
        ),
    ],
)
def test_a_long_account_without_a_question_mark_asks_nothing(
    learner: Learner, step: str, text: str
) -> None:
    learner.at(step).say(text)
    assert text in body(learner)


@pytest.mark.parametrize(
    "answer", ["my round", "the walk to school", "clipboard, pens, spare socks"]
)
def test_a_few_words_after_the_coachs_own_question_answer_it(learner: Learner, answer: str) -> None:
    assert "?" in learner.at("management").say("which small thing")
    learner.say(answer)
    assert answer in body(learner)


@pytest.mark.parametrize(
    "text",
    [
        "None. Managers do management. I'm only bank.",
        "nobody. the seniors do the leading",
        "there's none, that's the boss's job",
    ],
)
def test_that_there_is_none_is_no_answer_and_a_smaller_question_follows(
    learner: Learner, text: str
) -> None:
    learner.at("management").say(text)
    assert text not in body(learner)
    assert learner.coaching is not None
    assert (learner.coaching.kind, learner.coaching.asked) == ("denial", "smaller")


HARM = "A resident told me that a carer slapped her on the arm last night."


@pytest.mark.parametrize(
    "said", ["No, keep it", "keep it please", "yes keep that", "I want to keep it"]
)
@pytest.mark.parametrize("between", [(), ("what do i need to say to my manager",)])
def test_words_of_harm_are_kept_by_a_few_typed_words_also_later(
    learner: Learner, said: str, between: tuple[str, ...]
) -> None:
    learner.at("situation").say(HARM)
    for each in between:
        learner.say(each)
        assert "Keep it" in learner.buttons
    assert "Kept, in your answer" in learner.say(said)
    assert body(learner).endswith(f"\n\n{HARM}\n")


def test_what_was_kept_out_is_put_in_by_the_same_press_some_messages_later(
    learner: Learner,
) -> None:
    learner.at("management").say("my wee story ends there thank you")
    learner.say("I asked each of them which days they could do.")
    learner.press("Put it in my answer")
    assert "my wee story ends there thank you" in body(learner)


@pytest.mark.parametrize(
    "text",
    [
        "hiya hen, am just in the door fae a double shift, pure done in so ah am",
        "I told him about the time I got it wrong, and he stopped hiding it when he didn't know",
        "she stopped hiding her mistakes once I told her about mine",
    ],
)
def test_what_only_sounds_like_harm_is_no_alarm(learner: Learner, text: str) -> None:
    learner.at("situation").say(text)
    assert not learner.conversation.undecided
    assert learner.coaching is not None
    assert learner.coaching.kind != "harm"


@pytest.mark.parametrize(
    "text",
    [
        "I don't want to live in this world",
        "she doesn't want to live here any more",
        "I wanted to die myself that night, so tired",
    ],
)
def test_a_wish_to_die_stays_one(learner: Learner, text: str) -> None:
    learner.at("situation").say(text)
    assert learner.conversation.undecided


def test_a_few_words_of_how_it_turned_out_are_an_answer(learner: Learner) -> None:
    learner.at("situation").say("I warmed the bathroom first so that she was not afraid.")
    learner.say("she's fine noo, thank god")
    assert "she's fine noo, thank god" in body(learner)
