"""Who objects to what their words were called is believed: the name goes, the question stands."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner

DROPPED = ("I do not call it “", "Then it is not “", "I drop “")


def named_at(learner: Learner, step: str) -> str:
    """Tell an act that is named at a step; return the practice."""
    learner.at(step).say("I wrote the rota and I moved two of us to the top corridor.")
    assert "What is that called?" in learner.buttons
    return learner.conversation.attempt.seen[step]


@pytest.mark.parametrize(
    "text",
    [
        "thats not what i did",
        "nah that isnt leadership that was just us being quick",
        "I wouldnt call it that",
        "naw that's no right",
        "that wasnae organising, it wis common sense",
        "its not that",
        "no thats wrong",
        "thats no deciding thats jist me bein bossy lol",
    ],
)
@pytest.mark.parametrize("step", ["management", "leadership"])
def test_an_objection_takes_the_name_back_and_is_in_no_answer(
    learner: Learner, text: str, step: str
) -> None:
    practice = named_at(learner, step)
    words = learner.statement.own_words
    said = learner.say(text)
    assert any(each in said for each in DROPPED), said
    assert "deciding who does what”" in said
    assert "name" not in said
    assert learner.conversation.attempt.rejected == {step: [practice]}
    assert learner.statement.own_words == words
    assert learner.coaching
    assert (learner.coaching.kind, learner.coaching.filed) == ("complaint_about_coach", "aside")


@pytest.mark.parametrize(
    "text",
    [
        "why do u call it that",
        "Why do you say that's deciding who does what",
        "how is that putting work in order?",
        "what do you mean deciding",
        "what makes you say that",
        "fit wey dae ye say that",
        "I dont understand. what is to decide who does? I only move two.",
        "what is this you say about me? I do not understand what it mean",
        "deciding whit?",
    ],
)
def test_who_asks_why_it_is_called_so_is_told_by_their_own_words_and_may_drop_it(
    learner: Learner, text: str
) -> None:
    practice = named_at(learner, "management")
    words = learner.statement.own_words
    said = learner.say(text)
    assert (
        "You wrote “I wrote the rota and I moved two of us to the top corridor”. I took it" in said
    )
    assert "“deciding who does what”" in said
    assert learner.conversation.attempt.rejected == {}
    assert learner.statement.own_words == words
    said = learner.press("Not quite")
    assert any(each in said for each in DROPPED)
    assert learner.conversation.attempt.rejected == {"management": [practice]}


def test_the_question_that_was_open_is_asked_on(learner: Learner) -> None:
    learner.at("situation").say("im a carer. half were sick so i moved two of us to the top floor")
    assert learner.coaching
    asked = learner.replies[-1].text.splitlines()[-1]
    assert asked.endswith("?")
    assert learner.conversation.attempt.seen
    said = learner.say("its not that")
    assert said.splitlines()[-1] == asked
    assert learner.coaching.asked


def test_an_act_beside_the_objection_is_kept(learner: Learner) -> None:
    practice = named_at(learner, "management")
    words = learner.statement.own_words
    learner.say("that wasnt organising, i swapped two shifts so the new girl could go home early")
    assert learner.conversation.attempt.rejected == {"management": [practice]}
    assert learner.statement.own_words > words


@pytest.mark.parametrize(
    "text",
    [
        "it wasn't my shift so I rang the senior and told her about the bed",
        "that isn't how we do it now, we check each room twice",
        "Then I showed the new girl how I do it",
        "is that management or leadership",
        "why do you ask that",
    ],
)
def test_what_only_sounds_like_an_objection_leaves_the_name(learner: Learner, text: str) -> None:
    named_at(learner, "management")
    learner.say(text)
    assert learner.conversation.attempt.rejected == {}


def test_what_was_said_back_without_a_name_may_be_objected_to_too(learner: Learner) -> None:
    learner.at("situation").say("im a carer on nights. it was a very long night and it was cold")
    words = learner.statement.own_words
    said = learner.say("thats not what i meant")
    assert "Saved" not in said
    assert "leave that out" not in said  # nothing was
    assert learner.statement.own_words == words


@pytest.mark.parametrize(
    "text",
    [
        "That is not what occurred. I was not waiting for trouble; I was waiting for her to speak.",
        "thats not wat i ment, i didnt help him along i just herd him. your wrong",
        "no, you picked me up wrong, he wis asleep and ah let him be",
        "it wasnt what happened at all, the nurse had been in before me and moved him",
    ],
)
def test_who_says_how_it_was_instead_is_believed_and_it_is_in_no_answer(
    learner: Learner, text: str
) -> None:
    named_at(learner, "leadership")
    learner.say(text)
    assert learner.coaching is not None
    assert learner.coaching.kind == "complaint_about_coach"
    assert learner.statement.sections[2].text.count(".") == 1
    assert "Put it in my answer" in learner.buttons


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (
            "she let me in. had her tea n her tablets n she was singing by the end",
            "eh no SHE had her tea n tablets not me",
        ),
        ("ah learnt him tae mak soup", "naw ah kent already, ah wis the wan teachin him an no him"),
        ("in his room. he stopt cryin", "that's wrong, that was the end not the start"),
        ("i put it in the diary every night", "no it wasnt me put it in, the diary is the nurses"),
    ],
)
def test_who_denies_what_was_just_said_back_is_believed(
    learner: Learner, told: str, text: str
) -> None:
    learner.at("situation").say("im a carer and i sat with an upset man till he was calm")
    learner.say(told)
    words = learner.statement.own_words
    said = learner.say(text)
    assert any(each in said for each in ("read that wrongly", "had it wrong", "the wrong way"))
    assert "Send the line" not in said
    assert learner.statement.own_words == words
    assert "Put it in my answer" in learner.buttons
    assert learner.coaching
    assert learner.coaching.kind == "complaint_about_coach"
