"""What is said back weighs something, and is called by its right name or by none."""

from __future__ import annotations

import re

import pytest

from bot.content.library import Content
from tests.support.learner import Learner

EMPTY = (
    *("that was your own part", "I have that", "that tells what was done", "You did that"),
    *("a reader can see that happen", "That was you.", "so that came from you"),
)


def heard(learner: Learner) -> tuple[str, str]:
    """Return the quote that was said back last, and what it was called, "" for neither."""
    found = learner.coaching and learner.coaching.heard
    return (found.quote, found.practice) if found else ("", "")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "I work nights. One of the men kept trying the door, so I walked him to his room.",
            "walked",
        ),
        ("anyone would have done what I did, I just noticed her shoes were on wrong", "noticed"),
        ("Last winter half the staff were off with norovirus. I redid the rota at 6am.", "redid"),
        ("ah suppose when ah went in ah moved her chair tae the windae", "moved her chair"),
        ("she slept", "she slept"),
        ("he was up all night. I sat with him. Nobody fell that week", "sat with him"),
    ],
)
def test_their_own_doing_or_what_came_of_it_is_said_back(
    learner: Learner, text: str, quote: str
) -> None:
    learner.at("situation").say(text)
    assert quote in heard(learner)[0]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("found him at the bus stop and walked him home", "the whole of it"),
        ("ma manager sorted it so ah could dae the visits on ma ain shift", "the whole of it"),
        ("I rang each one of them and told them what the walk was for", "the whole of it"),
        (
            "Every Friday I looked at the name cards to see who had not had snack, and "
            "two boys were missing it most days as they were outside, so we took a tray to them.",
            "Every Friday I looked at the name cards to see who had not had snack",
        ),
        (
            "chapped the manager's door three times aboot the real butter, took her the weights an "
            "whit the wee wummin said, till she backed it",
            "chapped the manager's door three times aboot the real butter",
        ),
    ],
)
def test_a_quote_is_never_half_of_what_was_meant(learner: Learner, text: str, quote: str) -> None:
    learner.at("management").say(text)
    assert heard(learner)[0] == (text if quote == "the whole of it" else quote)


@pytest.mark.parametrize(
    "text",
    [
        "I talked to him about his bowls club till she came",
        "put a pillow under his head and held his hand",
        "I sang to her in the bath",
        "I phoned every family myself before they heard it elsewhere",
    ],
)
def test_company_and_straight_words_are_called_nothing_rather_than_something_wrong(
    learner: Learner, text: str
) -> None:
    learner.at("leadership").say(text)
    quote, practice = heard(learner)
    assert quote
    assert practice in ("", "aligning_people")


@pytest.mark.parametrize(
    "text",
    [
        "ah wrote it in the book at her hoose whit she ate for the hale week",
        "I noted every time he fell for a month",
    ],
)
def test_keeping_a_record_is_called_that_or_nothing(learner: Learner, text: str) -> None:
    said = learner.at("management").say(text)
    assert heard(learner)[1] in ("", "monitor_evaluate", "controlling_problem_solving")
    assert "thinking it through before" not in said


def test_a_remark_carries_something_or_the_quote_stands_alone(learner: Learner) -> None:
    learner.at("management")
    said = [
        learner.say(text)
        for text in (
            "I put the pads out at nine",
            "I went up the stairs with the tray",
            "I did the tea",
            "then I came back down for the other one",
            "I noticed the mat was curled up",
            "I told the handyman about it",
        )
    ]
    assert not [each for each in said if any(empty in each for empty in EMPTY)]
    assert all("“" in each for each in said)


def test_where_much_was_done_the_remark_says_so_and_nothing_of_things_here(
    content: Content,
) -> None:
    for line in content.listening.said_back.many:
        assert re.search(r"done|a lot|more than one thing", str(line)), line
        assert "several" not in str(line)
        assert "lost" not in str(line)


def test_modesty_about_a_story_is_met_with_the_story(learner: Learner) -> None:
    learner.at("leadership")
    learner.say("The student wanted to haul him up. I said leave him, get down here beside me.")
    said = learner.say("I am not a leader")
    assert "“" in said
    assert any(part in said for part in ("get down here", "leave him"))
    assert learner.coaching
    assert learner.coaching.filed == "aside"


def asked(learner: Learner) -> str | None:
    """Return the part that was asked for last."""
    return learner.coaching.asked if learner.coaching else None


@pytest.mark.parametrize(
    ("step", "text", "remark"),
    [
        ("leadership", "they were moaning about fuel", "how"),
        ("management", "me n the other carer washed her hair", "of you|together|alone"),
        ("situation", "ah made the beds", "You wrote|what you did"),
        ("leadership", "i felt sick with nerves", "for you"),
        (
            "situation",
            "the drawers had no labels",
            "how it is|was going on|how it was|things stood",
        ),
    ],
)
def test_a_remark_fits_what_the_clause_is(
    learner: Learner, step: str, text: str, remark: str
) -> None:
    said = learner.at(step).say(text)
    quoted = next(line for line in said.splitlines() if "“" in line)
    assert re.search(remark, quoted), quoted
    assert "came of it" not in quoted
    assert "not there before" not in quoted


def test_what_nobody_counted_is_called_no_number(learner: Learner) -> None:
    said = learner.at("overlap").say("he said naebody ever came back twice afore")
    assert "counted" not in said
    assert "number" not in said


def test_an_answer_to_the_coachs_question_is_heard_as_that_answer(learner: Learner) -> None:
    learner.at("situation").say("I made picture cards so that we could see who had been")
    assert asked(learner) == "result"
    said = learner.say(
        "the children pour their own milk and the younger ones stay longer because nobody is "
        "rushing them"
    )
    assert "what others do counts" not in said
    assert "came of it" in said or "turned out" in said or "led to" in said
    assert asked(learner) != "result"
    learner.press("Next")
    learner.say("we wrote it on the planner")
    learner.press("/review")
    assert asked(learner) != "result"


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("I checked the fridge every morning", "show|found"),
        ("I asked the families if the new time was better", "answer|say"),
        ("I walked him to the hall and showed him his peg", "get on|after that"),
        ("I moved the table beside the sink", "change|there now"),
        ("wrote a list", "list"),
        ("I reviewed the needs of each person and arranged a taxi for them", "arranged"),
    ],
)
def test_a_question_goes_by_what_was_done(learner: Learner, text: str, question: str) -> None:
    said = learner.at("situation").say(text)
    assert asked(learner) == "result"
    assert re.search(question, said.splitlines()[-1]), said


def test_what_others_did_is_asked_about_in_no_words_of_the_learners_own_doing(
    learner: Learner,
) -> None:
    said = learner.at("situation").say("the nurse checks the list with everybody at the end")
    assert asked(learner) == "result"
    assert not re.search(r"\byou\b|show|found", said.splitlines()[-1])


def test_who_had_a_part_is_not_asked_where_that_is_told(learner: Learner) -> None:
    learner.at("management").say("I put the times on a chart and the night staff sign it")
    learner.say("the chart shows that no turn is missed now")
    assert asked(learner) != "who"


@pytest.mark.parametrize(
    "text", ["I visit old people in their houses", "I do the floors and the bins in a day centre"]
)
def test_what_somebodys_work_is_is_no_act_and_is_called_nothing(
    learner: Learner, text: str
) -> None:
    learner.at("situation").say(text)
    assert asked(learner) in ("smaller", "own_act")
    assert heard(learner)[1] == ""


def test_few_words_at_a_step_are_asked_what_came_of_that_act(learner: Learner) -> None:
    learner.at("situation").say("I fixed the pick up order and nobody waits in the rain now")
    learner.press("Next")
    learner.press("Skip")
    learner.say("told the office why")
    assert asked(learner) == "result"


def test_the_reviews_question_comes_back_to_a_clause_of_theirs(learner: Learner) -> None:
    learner.at("situation").say("I work nights. She was not drinking. I sat with her each hour.")
    for text in (
        "we put a chart on her door and we took turns to fill it in each night",
        "I told the new girl why she needs the straw, and she did it by herself",
        "I asked the new girl what she saw and she said to move the jug so we did",
    ):
        learner.press("Next")
        learner.say(text)
    said = learner.press("Next")
    assert "to go" in said
    assert re.search(r"You wrote “[^”]+”\. [^?]+\?", said), said


@pytest.mark.parametrize(
    "text",
    [
        "A resident was refusing the bath every week and shouting to us",
        "ah hid folk stuck up the stair",
        "Mealtimes had become the point at which most restraints occurred",
        "the other children began to copy him, so by Christmas the whole room was on edge",
    ],
)
def test_what_went_on_before_any_act_is_nobodys_doing_and_no_result(
    learner: Learner, text: str
) -> None:
    said = learner.at("situation").say(text)
    assert asked(learner) in ("own_act", "smaller"), said
    assert re.search(
        r"how it was|was going on|reader knows how|things stood", said.splitlines()[1]
    ), said


def test_of_few_words_at_both_the_other_half_is_asked_for(learner: Learner) -> None:
    learner.at("situation").say("I fixed the pick up order and nobody waits in the rain now")
    for button in ("Next", "Skip", "Skip"):
        learner.press(button)
    learner.say("same list. folk like knowing the time")
    assert asked(learner) in ("people_part", "task_part")


@pytest.mark.parametrize(
    ("step", "text", "quote"),
    [
        (
            "management",
            "wrote it in the log each time he came down n what he said",
            "wrote it in the log each time he came down n what he said",
        ),
        (
            "situation",
            "I put the suit and boots of each child underneath the bench with a picture, so "
            "that they could begin to dress themselves while we helped the younger ones.",
            "I put the suit and boots",
        ),
    ],
)
def test_what_hangs_on_an_act_is_not_quoted_in_its_place(
    learner: Learner, step: str, text: str, quote: str
) -> None:
    learner.at(step).say(text)
    assert heard(learner)[0].startswith(quote)


def test_where_somebody_comes_from_is_no_story(learner: Learner) -> None:
    said = learner.at("situation").say("I am cook assistant in nursery, I come from Ukraine")
    assert asked(learner) == "own_act"
    assert "how it was" not in said


def test_what_somebody_said_is_not_cut_in_the_middle(learner: Learner) -> None:
    learner.at("leadership").say(
        "gied the new boay the keys an telt him 'you'll dae fine, ah trust ye', an he wis a fit "
        "taller"
    )
    quote, _ = heard(learner)
    assert quote.count("'you'll") == quote.count("ye'")


def test_after_the_last_answer_at_a_step_it_is_said_how_to_go_on(learner: Learner) -> None:
    learner.at("situation").say("I am a carer. He was up all night. I put a lamp by his bed.")
    assert asked(learner) == "result"
    assert "“Next”" in learner.say("he sleeps till six now")


def test_what_was_done_is_not_called_who_did_it(learner: Learner) -> None:
    learner.at("management").say(
        "I check every sling before it is used and sign the sheet, and not one has torn since"
    )
    assert asked(learner) == "who"
    said = learner.say("now i put the slings in another order")
    assert "who it took" not in said
    assert "people in it" not in said
    assert "who it was about" not in said
    assert "who had a part" not in said


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "well what I did was I put the forms in a box by the bed lol",
            "I put the forms in a box by the bed",
        ),
        (
            "the new lad was shy so I sat him down an gave him the map an a felt pen",
            "I sat him down an gave him the map an a felt pen",
        ),
        (
            "The folder works as each page has rules (dated, signed, filed). But I let the family "
            "read the first line themselves",
            "I let the family read the first line themselves",
        ),
        (
            "wrong question. ask me who did it before. nobody did as each thought it was done",
            "nobody did as each thought it was done",
        ),
        (
            "in a care home six year and the gent I visit was scared of the lift and the other "
            "carers they laughed but I rode in it with him each day for a fortnight and the last "
            "four mornings he went down by himself",
            "I rode in it with him each day for a fortnight",
        ),
    ],
)
def test_of_a_message_without_stops_the_thing_itself_is_said_back(
    learner: Learner, text: str, quote: str
) -> None:
    learner.at("situation").say(text)
    assert heard(learner)[0] == quote


@pytest.mark.parametrize(
    "text",
    [
        "cook in a care home 38 residents 11 year",
        "Hello, I am a senior home carer, it is four years now",
        "I'm the night support worker, four lads in one house, one in a chair",
    ],
)
def test_who_somebody_is_and_where_is_not_said_back(learner: Learner, text: str) -> None:
    said = learner.at("situation").say(text)
    assert heard(learner) == ("", "")
    assert asked(learner) in ("own_act", "smaller"), said


@pytest.mark.parametrize(
    "text",
    [
        "the soup came up like paste and six folk were sending it back. so I got moulds from the "
        "shop, a carrot shape for the carrots and a fish for the fish",
        "had a lady whose heel was sore, nurse came once a week n nobody was looking at it in "
        "between. i took a photo every nite on the work phone (she said ok) n sent it to the nurse",
    ],
)
def test_what_was_so_before_anybody_acted_is_no_result(learner: Learner, text: str) -> None:
    learner.at("situation").say(text)
    assert asked(learner) == "result"


def test_what_is_so_now_is_a_result_wherever_it_is_told(learner: Learner) -> None:
    learner.at("situation").say("now it's two socks, the lost box used to be full. I sewed in tags")
    assert asked(learner) != "result"


def test_their_own_act_is_not_called_what_came_of_it(learner: Learner) -> None:
    learner.at("situation").say("I hung a lamp that flashes in his room for the fire drill")
    assert asked(learner) == "result"
    said = learner.say("we practised it after his supper and not at two in the morning")
    assert not re.search(r"came of it|turned out|led to|afterwards|changed|same then", said), said


def test_who_goes_on_at_length_after_their_own_distress_is_heard_again(learner: Learner) -> None:
    learner.at("overlap").say(
        "I cannot go on like this, I am not sleeping, I cry before each shift"
    )
    said = learner.say(
        "The day the machine broke I rang the repair man and carried the bags to the shop myself. "
        "But I let the families choose what got washed first, as it is their mums."
    )
    assert "“" in said


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "leadership n both was when they made their own rota and they have stuck to it",
            "they made their own rota and they have stuck to it",
        ),
        (
            "management i guess is i redid the breaks so nobody was on the floor alone",
            "i redid the breaks so nobody was on the floor alone",
        ),
    ],
)
def test_the_name_of_a_part_is_no_part_of_the_quote(
    learner: Learner, text: str, quote: str
) -> None:
    learner.at("leadership").say(text)
    assert quote.startswith(heard(learner)[0])
    assert heard(learner)[0]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I put labels on the drawers so he can find his own socks", "why"),
        ("I moved the table cos he likes to see the buses go by", "why"),
        ("I rang the council and the kerb outside our hall has since been lowered", "result"),
        ("I cut up her toast small and now she eats it", "result"),
        ("I moved the loud table and the noise stopped", "result"),
        ("we put the lamp on and the falls went down from six to one", "result"),
        ("I asked for the evening and he's been taking them since", "result"),
        ("I gave her the list and his daughter brought in the records", "who"),
    ],
)
def test_what_was_told_in_any_words_is_not_asked_for(
    learner: Learner, text: str, told: str
) -> None:
    learner.at("leadership").say(text)
    assert told in (learner.conversation.messages[-1].parts or ())
    assert asked(learner) != told


@pytest.mark.parametrize(
    ("text", "untrue"),
    [
        ("I looked at her and waited till she could say it", "wait for trouble|guess"),
        ("I let her know that we had not forgotten her", "their own way|hand in it"),
        ("we call in the manager now before it gets bad", "these days|still so"),
        ("he does the shouting loud like he is on a ship", "one person|others were in it"),
        ("I asked could they be taken at night instead", "out loud|was a choice"),
    ],
)
def test_a_remark_says_nothing_that_is_not_so(learner: Learner, text: str, untrue: str) -> None:
    said = learner.at("leadership").say(text)
    quoted = next((line for line in said.splitlines() if "“" in line), "")
    assert not re.search(untrue, quoted), quoted
