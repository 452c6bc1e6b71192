"""Which part of the reflection a message says it belongs to."""

from __future__ import annotations

import pytest

from bot.analysis.reading.announces import THING_2, announced, named_anywhere
from bot.analysis.reading.step_labels import labels_in


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("oh and the leadership bit:", "leadership"),
        ("wrong end, here's the situation", "situation"),
        ("overlap:", "overlap"),
        ("mgmt ➡️ I split the shifts", "management"),
        ("this goes in overlap", "overlap"),
        ("question 2", "management"),
        ("the first question again", "situation"),
        ("for the leadership one I let her lead the walk", "leadership"),
        ("I answer first the leadership, my colleague show her how", "leadership"),
        ("nae bother so the leadership bit first cause thats the bit i know", "leadership"),
    ],
)
def test_a_step_is_announced_as_a_label_would(text: str, step: str) -> None:
    found = announced(text)
    assert found
    assert found.step == step
    assert not found.before


@pytest.mark.parametrize("text", ["that was for management", "sorry, that belongs to leadership"])
def test_it_can_be_said_of_what_was_sent_before(text: str) -> None:
    found = announced(text)
    assert found
    assert found.before


@pytest.mark.parametrize(
    "text",
    [
        "my manager did the rota",
        "management wanted numbers and they got them",
        "leadership is about vision",
        "what is management in here",
        "both of us went up the stair",
        "we had the first management meeting in june",
        "I asked first the leadership team and then the girls",
        "she put leadership first and numbers second",
        "the situation was that bad I asked everyone to stay",
    ],
)
def test_a_word_of_the_learners_announces_nothing(text: str) -> None:
    assert announced(text) is None


def test_the_step_behind_now_is_meant_and_not_the_one_behind_not() -> None:
    now = named_anywhere("that was the management done, here's the leadership")
    other = named_anywhere("this isn't overlap, it goes under leadership")
    assert now
    assert now.step == "leadership"
    assert other
    assert other.step == "leadership"


@pytest.mark.parametrize(
    "text",
    [
        "my manager did the leadership training with us",
        "I like the leadership of our senior",
        "the management put the rota up late",
    ],
)
def test_what_is_a_thing_at_work_is_no_label_even_where_one_is_looked_for(text: str) -> None:
    assert named_anywhere(text) is None


def test_several_parts_may_be_set_off_by_dots_or_told_as_would_be() -> None:
    assert labels_in("MANAGEMENT... I keep the chart. LEADERSHIP... she did") == PAIR
    assert labels_in("management = the chart, and leadership would be hubby") == PAIR


PAIR = {"management", "leadership"}


def test_other_reflections_have_other_steps() -> None:
    names = {"event": ("event",), "plan": ("plan", "next steps")}
    found = announced("this is for the plan bit", names)
    assert found
    assert found.step == "plan"
    assert announced("anything", {}) is None


def test_labels_are_told_from_words() -> None:
    text = "Management: rota. Leadership: I thanked them. My manager knew the situation."
    assert labels_in(text) == {"management", "leadership"}


@pytest.mark.parametrize(
    ("text", "step", "label"),
    [
        (
            "One addition for leadership, if it is not too late. I wrote to each of them.",
            "leadership",
            "One addition for leadership, if it is not too late. ",
        ),
        (
            "thought of another thing for managing, ah keep a wee book o who has whit",
            "management",
            "thought of another thing for managing, ",
        ),
        (
            "i seen further down it asks about leading so ill say this for that one the other "
            "driver would not try it so i went round with him",
            "leadership",
            "i seen further down it asks about leading so ill say this for that one",
        ),
        (
            "I know you want management here but I have leadership in my head so I'll put it in "
            "this box, I told the girls why",
            "leadership",
            "I know you want management here but I have leadership in my head so I'll put it in "
            "this box, ",
        ),
        (
            "something I left out of the situation. we had no lift that week",
            "situation",
            "something I left out of the situation. ",
        ),
    ],
)
def test_a_first_sentence_that_only_says_where_words_go_is_a_label(
    text: str, step: str, label: str
) -> None:
    found = announced(text)
    assert found
    assert found.step == step
    assert found.is_apart
    assert text[: found.span.end] == label


@pytest.mark.parametrize(
    "text",
    [
        "I do the management. The rota is mine and I check it",
        "I like this situation. She told me about the war every night",
        "it was a bad situation. I asked everyone to stay in",
        "i was put in that situation with two of them fighting in the lounge",
        "I am not leading. I only show them the way round",
        "we both did it. she took the top floor and I took the bottom",
    ],
)
def test_a_first_sentence_that_tells_of_work_is_no_label(text: str) -> None:
    assert announced(text) is None


@pytest.mark.parametrize(
    "text", ["a" * 4000 + " management", "a. " * 900 + "management bit: x", "ok. " * 1300]
)
def test_a_text_without_words_holds_nobody_up(text: str) -> None:
    assert announced(text) is None


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("both is the lunch list, it was the plan but i could see who was low", "overlap"),
        ("leadership is when i stood up for her at the meeting", "leadership"),
        ("management was me doing the rota", "management"),
        ("so the managing part wis me countin the tablets", "management"),
    ],
)
def test_a_part_that_is_told_of_as_what_somebody_did_is_announced(text: str, step: str) -> None:
    found = announced(text)
    assert found
    assert found.step == step


@pytest.mark.parametrize(
    "text",
    [
        "leadership is when you inspire people and i like that",
        "management is when my boss shouts",
        "both was fine when i left",
        "leadership is about vision",
    ],
)
def test_what_a_part_is_by_itself_announces_nothing(text: str) -> None:
    assert announced(text) is None


@pytest.mark.parametrize(
    ("text", "at", "step"),
    [
        ("wait thats for the last wan i forgot tae say naebody waits ootside", "management", 0),
        ("the previous one - we also had no lift that week", "leadership", 1),
        ("forgot tae say in the last yin, the boss pays the petrol", "review", 3),
        ("the bit before this, add that the batteries come on fridays", "leadership", 1),
        ("oh and for before, two of the beds are short stay", "management", 0),
        ("for the first one. two wheelchairs as well", "leadership", 0),
        ("should of said in the first bit theres only the two drivers", "leadership", 0),
        ("q2: each room has its own day and we tick it off", "review", 1),
        ("question 3 again, Joan said it her way and we tried that", "overlap", 2),
        ("for the beginning: sheltered housing, forty flats", "review", 0),
    ],
)
def test_an_answer_is_pointed_at_by_its_number_or_as_the_one_before(
    text: str, at: str, step: int
) -> None:
    found = announced(text, at=at)
    assert found
    assert found.step == [*THING_2][step]
    assert not found.before


def test_nothing_comes_before_the_first_answer() -> None:
    assert announced("for the last one: two wheelchairs as well", at="situation") is None


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("sitiuation: it was a night shift, two staff down", "situation"),
        ("manegement – I wrote on the board who gets thick drinks", "management"),
        ("leadershep: the young lad read it out to all", "leadership"),
        ("I should mention in respect of leadership that two carers drafted it", "leadership"),
        ("the bord, for manigment - nite staf do it now", "management"),
        ("could you add to the situation that the lift was broken", "situation"),
        ("back. oh an for the management een, a check the tail lift ilka mornin", "management"),
        ("stick this in the situation - his mum says hes no greetin noo", "situation"),
        (
            "hello again. carry on. oh and put in for the situation that im a registered depute",
            "situation",
        ),
        (
            "Before I tell the situation, I give the overlap first: the list says who swaps",
            "overlap",
        ),
        (
            "I shall keep it for leadership then. For this one: our figures are on the wall",
            "management",
        ),
    ],
)
def test_a_step_is_announced_in_whatever_words_people_speak_of_the_form(
    text: str, step: str
) -> None:
    found = announced(text, at="management")
    assert found
    assert found.step == step


@pytest.mark.parametrize(
    "text",
    [
        "for the first one I showed her how, for the second she did it alone",
        "the last bit of the plan was a phone call to each family",
        "the first one to try it was Janet and she told the rest",
        "in that situation i stayed calm and asked the others to stay with her",
        "put the situation to the team and they came up with the answer",
        "for the situation we were in I made a list of who had keys",
        "that was the management bit of my job, here I just asked how they felt",
        "I should have said no in the first meeting but I asked for a week",
        "the one before me had no list so I made one",
        "Leadership? Me? I only drive the van and sing with them",
        "the bus went past the station and we walked back",
    ],
)
def test_what_is_told_of_work_points_at_no_answer(text: str) -> None:
    assert announced(text, at="leadership") is None
