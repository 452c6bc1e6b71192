"""What is told beside a goodbye, a “dunno”, a request or anger is heard, and talk is no answer."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner, body

STORY = "I am a carer. He was up all night. I put a lamp by his bed and he slept."


@pytest.fixture
def at_work(learner: Learner) -> Learner:
    """Somebody who has told a story, at the question about management."""
    learner.at("situation").say(STORY)
    return learner.at("management")


def filed(learner: Learner) -> str:
    return learner.coaching.filed if learner.coaching else ""


@pytest.mark.parametrize(
    "text",
    [
        "dunno it just got done, nobody shouted",
        "nobody was upset, dunno it just worked",
        "dinnae ken hen. the lads just did their ain beds",
        "no idea really, I just rang round and they came in",
        "the wee man ate his dinner. thats my bus, cheerio",
        "she got her pills on time. my shift is done, bye",
        "I make list of ten words for staff, in Polish and English, and put on door",
        "I fix the grammar on the notices so families can read them",
    ],
)
def test_an_answer_beside_talk_is_kept(at_work: Learner, text: str) -> None:
    said = at_work.say(text)
    assert filed(at_work) == "management", said
    assert "999" not in said


@pytest.mark.parametrize(
    "text",
    [
        "dunno what to write, my head is mince",
        "haud on pal gonnae ask ye, is soup even a thing ye can write aboot?",
        "hang on a sec mate, does this have to be long?",
        "no i want to cary on",
        "naw ah want tae keep gaun",
        "go? ahm no gaun onywhere",
        "I never said I was stopping",
    ],
)
def test_talk_is_no_answer_and_nobody_who_stays_is_sent_off(at_work: Learner, text: str) -> None:
    said = at_work.say(text)
    assert filed(at_work) == "aside", said
    assert not any(each in said for each in ("Yes, go", "We stop here", "Go. ", "Hello again"))


@pytest.mark.parametrize(
    "text",
    [
        "right so my manager says i have to do this and i'm raging cos i've been on shift since 7 "
        "and naebody asked me if i wanted a badge",
        "I am furious that head office makes us do this rubbish in our own time.",
        "the boss just signed us all up without a word, i didnt want to do this",
        "they put my name down for this badge and never asked me",
        "pure raging, boss says we huv tae dae this, been on since 6",
    ],
)
def test_anger_at_the_badge_is_met_and_no_answer(learner: Learner, text: str) -> None:
    said = learner.at("situation").say(text)
    assert filed(learner) == "aside", said
    assert not learner.statement.own_words
    assert "day" in said or "stop when you like" in said or "pain to be told" in said, said


def test_anger_with_something_done_beside_it_is_an_answer(at_work: Learner) -> None:
    at_work.say("my boss signed us all up for this badge but i made a chart for the pills")
    assert filed(at_work) == "management"


@pytest.mark.parametrize(
    "text",
    [
        "a resident slapped me",
        "a resident hit me the night btw",
        "A resident scratched my arm yesterday, by the way.",
        "I got slapped by a lady with dementia",
        "wan o the boys spat at me this mornin",
    ],
)
def test_who_was_hit_at_work_is_told_that_they_may_say_so_and_is_not_stopped(
    at_work: Learner, text: str
) -> None:
    said = at_work.say(text)
    assert filed(at_work) == "management", said
    assert not at_work.conversation.undecided
    assert "999" not in said


@pytest.mark.parametrize(
    "text",
    [
        "a resident punched me in the face and broke my nose",
        "my husband hit me",
        "a resident keeps hitting me and I am scared to go in",
        "a man I support has a knife and pushed me",
        "i slapped a resident",
    ],
)
def test_what_is_more_than_a_slap_is_taken_seriously(at_work: Learner, text: str) -> None:
    at_work.say(text)
    assert at_work.coaching
    assert at_work.coaching.kind == "harm"


def test_who_drops_what_they_told_and_tells_an_act_at_work_has_gone_on(at_work: Learner) -> None:
    at_work.say("a colleague on the night shift locks a resident in his bedroom")
    at_work.say("Drop it")
    at_work.say("I shall resume. I reassured the newest resident and sat with him until he slept.")
    assert filed(at_work) == "management"


def test_who_asked_and_was_sent_off_is_heard(at_work: Learner) -> None:
    at_work.say("haud on pal gonnae ask ye, is soup even a thing ye can write aboot?")
    at_work.say("ahm no gaun onywhere. ah asked if soup's guid enough")
    assert filed(at_work) == "aside"
    assert at_work.coaching
    assert at_work.coaching.kind == "complaint_about_coach"


@pytest.mark.parametrize(
    "text",
    [
        "my mate dus it. can i tel u sumthing els tho",
        "the night staff do it. how many words is that",
        "He laughed. Who reads this?",
    ],
)
def test_a_short_answer_before_a_question_is_kept(at_work: Learner, text: str) -> None:
    said = at_work.say(text)
    assert filed(at_work) == "management", said


def test_what_was_asked_at_work_is_not_taken_out_of_a_short_answer(at_work: Learner) -> None:
    before = at_work.statement.own_words
    at_work.say("I asked her. what do you want?")
    assert at_work.statement.own_words == before + 7


def test_who_says_what_they_told_hears_that_clause(learner: Learner) -> None:
    learner.at("situation").say(STORY)
    learner.at("leadership").say(
        "ah thankit the wee yin wha washed the pots. he wis that chuffed he done it again the morra"
    )
    said = learner.say("ah telt ye. the wee yin")
    assert "“ah thankit the wee yin" in said, said


def test_who_wants_to_go_on_after_bad_news_is_not_left_waiting(at_work: Learner) -> None:
    at_work.say("my wife left")
    said = at_work.say("no i want to cary on")
    assert "?" in said, said


@pytest.mark.parametrize(
    "text",
    [
        "i don't want to do this, i've had a pig of a day and the boss just signed us all up "
        "without a word",
        "got to dash the tatties r burnin",
        "must run, that's the school phoning",
    ],
)
def test_a_bad_day_and_a_pot_on_the_stove_are_no_answers_and_no_harm(
    at_work: Learner, text: str
) -> None:
    said = at_work.say(text)
    assert filed(at_work) == "aside", said
    assert "999" not in said
    assert "Samaritans" not in said


def test_a_wish_not_to_go_on_is_heard_beside_anger_at_the_badge(at_work: Learner) -> None:
    said = at_work.say("the boss signed us all up for this and I want to kill myself")
    assert "Samaritans" in said or "999" in said, said


def test_a_list_of_who_does_what_stays_whole(learner: Learner) -> None:
    text = "i wrote on the board whos next, who needs two, who can wait"
    learner.at("management").say(text)
    assert text in body(learner)
