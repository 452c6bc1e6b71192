"""The coach listens: it says one thing back, names it, and asks for what is not told yet."""

from __future__ import annotations

import pytest

from bot.domain.coaching import Heard
from bot.domain.word_count import count_words
from bot.exports import FORMATS
from tests.support.learner import Learner
from tests.support.replies import fits

MOVED = "im a carer and nobody slept cos of the noise so i moved two of us to the top corridor"


def test_a_clause_is_said_back_as_it_was_typed_and_named_in_plain_words(learner: Learner) -> None:
    said = learner.at("situation").say(MOVED)
    assert said.startswith("✓ Saved · 20 words\n“i moved two of us to the top corridor” – that is")
    assert learner.coaching is not None
    assert learner.coaching.heard == Heard("i moved two of us to the top corridor", "implement")
    assert learner.coaching.filed == "situation"


def test_a_reply_has_one_question_and_few_words_of_ours(learner: Learner) -> None:
    learner.at("situation").say(MOVED)
    assert fits(learner.replies[-1].text)
    assert learner.replies[-1].text.count("?") <= 1


def test_the_name_of_the_model_is_one_press_away_and_so_is_not_quite(learner: Learner) -> None:
    learner.at("management").say("I wrote the rota and I moved two of us to the top corridor.")
    assert "Organising and staffing" in learner.press("What is that called?")
    learner.press("Not quite")
    assert learner.conversation.attempt.rejected == {"management": ["organising_staffing"]}
    learner.say("Then I moved two more of us to the ground floor.")
    assert learner.coaching is not None
    heard = learner.coaching.heard
    assert heard is None or heard.practice != "organising_staffing"


def test_the_same_clause_is_never_said_back_twice(learner: Learner) -> None:
    learner.at("management").say("I wrote the rota on the door.")
    first = learner.coaching
    learner.say("I wrote the rota on the door.")
    assert first
    assert first.heard
    assert learner.coaching
    assert learner.coaching.heard is None


@pytest.mark.parametrize(
    "text",
    ["dunno", "brb", "ok", "thanks", "can you just write it for me", "wdym", "im rubbish at this"],
)
def test_what_is_meant_for_the_coach_is_in_no_answer_and_one_press_puts_it_in(
    learner: Learner, text: str
) -> None:
    learner.at("management")
    said = learner.say(text)
    assert "Saved" not in said
    assert learner.statement.own_words == 0
    assert learner.coaching
    assert learner.coaching.filed == "aside"
    if "Put it in my answer" in learner.buttons:
        assert learner.press("Put it in my answer").startswith("✓ Saved · ")
        assert learner.statement.own_words == count_words(text)


def test_no_sentence_of_the_coach_comes_twice(learner: Learner) -> None:
    learner.at("management")
    said = [learner.say("dunno") for _ in range(6)]
    assert len(set(said)) == len(said)


def test_delete_everything_is_asked_about_once_and_never_called_saved(learner: Learner) -> None:
    learner.at("situation").say(MOVED)
    said = learner.say("delete everything please")
    assert "Saved" not in said
    assert "Yes, delete it all" in learner.buttons


def test_the_last_message_is_taken_back_by_one_press(learner: Learner) -> None:
    learner.at("situation").say(MOVED)
    learner.say("I put a list on the door of the store for each shift.")
    learner.press("Take back my last message")
    assert learner.statement.sections[0].text == MOVED


def test_words_that_name_an_answer_go_there_and_one_press_takes_them_back(learner: Learner) -> None:
    learner.at("situation").say(MOVED)
    told = "oh and the leadership bit: I asked the night staff to try it and now they all do it"
    said = learner.say(told)
    assert "“leadership”" in said
    assert learner.statement.sections[2].text == told.partition(": ")[2]
    learner.press("Not there")
    assert learner.statement.sections[2].text == ""
    assert told.partition(": ")[2] in learner.statement.sections[0].text


def test_a_step_that_was_told_before_is_not_asked_again_on_the_way(learner: Learner) -> None:
    learner.at("situation").say(MOVED)
    learner.say("and the management bit: I wrote the rota and checked the store each Friday")
    learner.press("Next")
    assert learner.step == "leadership"
    learner.press("Back")
    learner.press("Back")
    assert learner.step == "situation", "it is no step of the way, and stays open to a change"


LIST = "I wrote the new list for the night and put it on the office door for all of us."


def test_what_came_of_another_act_is_asked_of_this_one(learner: Learner) -> None:
    learner.at("situation").say(MOVED + " and since then they all sleep through the night")
    learner.press("Next")
    learner.say(LIST)
    assert learner.coaching
    assert (learner.coaching.filed, learner.coaching.asked) == ("management", "result")


def test_a_part_that_was_told_in_any_answer_is_not_asked_for_at_length(learner: Learner) -> None:
    learner.at("situation").say(MOVED + " and since then they all sleep through the night")
    learner.press("Next")
    learner.say(
        f"{LIST} I did the times with the two who work most nights, and I went over it "
        "with the nurse and the cook on the Monday so that each of them had it as well."
    )
    assert learner.coaching
    assert (learner.coaching.filed, learner.coaching.asked) == ("management", "")


def test_the_rest_of_a_paste_goes_with_its_beginning(learner: Learner) -> None:
    learner.at("situation").say("I moved the beds. " * 227)
    learner.say("ok")
    assert learner.statement.sections[0].text.endswith("ok")


@pytest.mark.parametrize(
    "text",
    [
        "I led the shift.",
        "I planned a trip.",
        "we swapped shifts",
        "My colleague cried and I sat with her.",
        "the big change was shes put the 4 kilos back on",
    ],
)
def test_a_short_act_or_result_is_never_kept_out(learner: Learner, text: str) -> None:
    learner.at("management").say(text)
    assert learner.statement.sections[1].text == text


def test_a_number_is_remarked_on_only_where_one_stands(learner: Learner) -> None:
    learner.at("management").say("I made a rota for the tablet.")
    learner.say("so nobody fights over it")
    assert "nobody fights over it" in learner.replies[-1].text
    assert not {"number", "counted"} & set(learner.replies[-1].text.replace(",", "").split())


def test_what_was_done_is_not_called_what_came_of_it(learner: Learner) -> None:
    learner.at("situation").say("residents couldnt facetime family so i sorted it")
    for each in learner.content.listening.said_back.result:
        assert each.replace("“$clause”", "").strip(" –.") not in learner.replies[-1].text


def test_what_is_missing_names_every_empty_part_and_the_words_to_go(learner: Learner) -> None:
    learner.at("situation").say("I look after the wifi at our unit so residents can call home.")
    learner.press("Next")
    learner.say("I made a rota for the tablet so that everyone got a go.")
    assert "“leadership”, “both”" in learner.say("whats left")
    learner.press("Next")
    learner.say("I told them why it matters to the residents.")
    learner.press("Next")
    learner.say("They kept to the rota because they knew why.")
    assert "more" in learner.say("what is missing?")


@pytest.mark.parametrize(
    "answer",
    ["gloves & slide sheet in my bag. always check bag before", "i told him we missed your jokes"],
)
def test_what_answers_the_coachs_own_question_is_evidence(learner: Learner, answer: str) -> None:
    learner.at("situation").say("im a home carer and i help folk stay at home")
    assert learner.coaching
    assert learner.coaching.asked
    learner.say(answer)
    assert answer in FORMATS["txt"](learner.statement)


def test_what_something_was_for_is_evidence(learner: Learner) -> None:
    learner.at("management").say("I drew cards with a job on each and hung them by the door.")
    learner.say("so the new ones can see it")
    assert "so the new ones can see it" in FORMATS["txt"](learner.statement)
