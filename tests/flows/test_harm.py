"""Words of harm are answered by what happened, are in no answer, and stay to be decided."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from unittest.mock import patch

import pytest

from bot.analysis.reading.harm_reader import HarmReader
from bot.analysis.reading.harm_reading import HarmReading
from bot.content.library import Content
from bot.domain.access import Access, Membership
from bot.domain.cohort import Cohort
from tests.support.learner import Learner, body

HARM = "One of the staff keeps shouting at a resident and pushes her about."

OTHER_HARM = "he told me at bath time that the man at his mums hurts him when the door is shut"

OWN_LIFE = "i cant go on any more, i want to kill myself"

PILLS = "a tenant told me shes took all her pills"

AN_ANSWER = "We wrote a rota for the week and I put it on the wall so that all could see it."

OWN_HARD_TIME = "My manager shouts at me every day and I cry in the car before each shift."

SOME_CRISIS = HarmReading("crisis", "suicide", "person_supported", 0, 9, sure=True, sure_sort=True)

KEEP_OR_DROP = {"Keep it", "Drop it"}


def kind(learner: Learner) -> str:
    assert learner.last
    assert learner.last.coaching
    return learner.last.coaching.kind


def test_words_of_harm_are_not_coached_and_not_counted(learner: Learner) -> None:
    learner.at("management")
    said = learner.say(HARM)
    assert "safeguarding lead" in said
    assert "Saved" not in said
    assert learner.replies[-1].text == "What you wrote is in no answer. Keep it, or drop it?"
    assert learner.last
    assert learner.last.coaching
    assert (learner.last.coaching.kind, learner.last.coaching.filed) == ("harm", "aside")
    assert (learner.last.coaching.heard, learner.last.coaching.asked) == (None, "")
    assert not learner.statement.own_words
    assert not any(each.parts for each in learner.conversation.messages)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (PILLS, "999"),
        (PILLS, "what they took"),
        ("he has a knife and says he will stab her", "999"),
        ("a resident is choking and going blue", "999"),
        (OWN_LIFE, "Samaritans on 116 123"),
        (OTHER_HARM, "protection lead"),
        ("a girl in P4 told me that her mum hits her and I saw the bruises", "protection lead"),
        ("we were told to sign for checks that were never done", "union"),
        ("we were told to sign for checks that were never done", "Care Inspectorate on 0345 600"),
        ("I cry before every shift and I cannot cope any more", "Breathing Space on 0800 83 85 87"),
        ("I was punched by a resident again and they say it is the job", "accident book"),
        ("my boss touched me in the store", "the police"),
        ("my manager swears at the residents and pushes them", "not the manager"),
    ],
)
def test_the_first_step_is_for_what_happened_with_a_number_that_there_is(
    learner: Learner, text: str, first: str
) -> None:
    learner.at("management")
    assert first in learner.say(text)
    assert set(learner.buttons) >= KEEP_OR_DROP


@pytest.mark.parametrize(
    "text",
    [
        "a resident told me the carer held her arm and she has blue marks",
        "old bruises going yellow all down her back, she said ssh",
        "wee one has a black eye and a burst lip and says he fell",
    ],
)
def test_marks_on_somebody_are_to_be_shown_and_nobody_is_sent_to_999(
    learner: Learner, text: str
) -> None:
    learner.at("management")
    said = learner.say(text)
    assert "999" not in said
    assert "lead" in said or "person in charge" in said


def test_what_is_not_sure_to_be_a_wish_to_die_gets_the_line_that_fits_all(
    learner: Learner,
) -> None:
    unsure = replace(SOME_CRISIS, sure_sort=False)
    for harm, fits_all in ((SOME_CRISIS, False), (unsure, True)):
        with patch.object(HarmReader, "read", return_value=harm):
            said = Learner(learner.content).at("management").say("he was up on the roof of it all")
        assert ("person in charge" in said) is fits_all


def test_who_was_told_hears_so_also_where_a_weekend_is_named(learner: Learner) -> None:
    told = learner.content.listening.harm.concern["person_supported"].told
    learner.at("management")
    said = learner.say("a resident told me her son hits her when he comes at the weekend")
    assert any(each in said for each in told)


@pytest.mark.parametrize("text", [OWN_LIFE, "I cry before every shift and I cannot cope any more"])
def test_who_writes_of_their_own_distress_hears_that_the_coach_can_tell_nobody(
    learner: Learner, text: str
) -> None:
    learner.at("management")
    said = learner.say(text)
    cannot = learner.content.listening.harm.cannot_tell
    assert any(each in said for each in cannot)


def test_no_two_replies_to_harm_say_the_same(learner: Learner) -> None:
    learner.at("management")
    first, second = learner.say(HARM), learner.say(HARM)
    assert not set(first.split("\n")) & set(second.split("\n")) - {""}


@pytest.mark.parametrize(
    "text",
    [
        "I want to stop people falling, so I moved the chairs out of the way.",
        "the kids shout the numbers and i hold up the fingers so they all join in",
        "dead on my feet but the trolley went out on time because i asked for help",
        "He took his tablets as prescribed because I asked him at the right time.",
        "A resident was crying at night so I sat with her until she slept.",
        "She fell in the bathroom, I called the nurse and we wrote it up.",
        "He hit out when we washed him, so I stepped back and came again later.",
        "We went on safeguarding training in May and I showed the others how.",
    ],
)
def test_ordinary_care_talk_stays_an_answer(learner: Learner, text: str) -> None:
    learner.at("management")
    said = learner.say(text)
    assert said.startswith("✓ Saved")
    assert not any(number in said for number in ("999", "116 123", "111"))
    assert text in body(learner)
    assert not learner.conversation.harm_at


def test_a_message_is_read_for_harm_once_a_turn(learner: Learner) -> None:
    learner.at("management")
    with patch.object(HarmReader, "read", autospec=True, side_effect=HarmReader.read) as read:
        learner.say(AN_ANSWER)
        assert read.call_count == 1
        learner.say(HARM)
        assert read.call_count == 2


def test_a_coordinator_says_whom_to_tell_where_they_work(content: Content) -> None:
    cohort = Cohort(
        "c1",
        "Group",
        "thing_2",
        date(2027, 1, 1),
        "Europe/London",
        datetime(2026, 11, 1, tzinfo=UTC),
        safeguarding="Ann at the desk, 100",
    )
    learner = Learner(content, access=Access(memberships=(Membership(cohort, 1, ""),)))
    learner.at("management")
    assert "Ann at the desk, 100" in learner.say(HARM)
    assert "Ann at the desk" not in learner.say(OWN_LIFE), "it is their own"


def test_the_coach_does_not_judge_what_was_told_and_says_whom_to_ask(learner: Learner) -> None:
    learner.at("management")
    learner.say(HARM)
    said = learner.say("is that bad")
    assert any(each in said for each in learner.content.listening.harm.after.is_it_bad)


def test_who_is_afraid_to_tell_hears_that_they_need_not_be_alone(learner: Learner) -> None:
    learner.at("management")
    learner.say(HARM)
    assert "union" in learner.say("I am afraid for my visa")
    assert "union" not in learner.say("she is scared of him")


def test_who_told_the_manager_and_was_sent_away_is_not_sent_there_again(learner: Learner) -> None:
    learner.at("management")
    said = learner.say(
        "a carer leaves marks on their wrists, I told my manager and she says leave it"
    )
    assert "Tell your manager" not in said


def test_that_they_will_tell_somebody_is_heard_and_is_no_answer(learner: Learner) -> None:
    learner.at("management")
    learner.say(HARM)
    said = learner.say("I'll speak to her the morn")
    assert any(each in said for each in learner.content.listening.harm.after.will_tell)
    assert "the morn" not in body(learner)


def test_what_a_manager_heard_of_something_else_is_an_answer(learner: Learner) -> None:
    learner.at("management")
    learner.say(HARM)
    text = "I told the manager what I counted and she let me change the Friday"
    assert learner.say(text).startswith("✓ Saved")
    assert text in body(learner)


def test_what_somebody_else_said_of_their_own_life_is_not_taken_for_the_writers(
    learner: Learner,
) -> None:
    learner.at("management")
    learner.say("an old fella told me last week he doesnt want to be here when the leaves are off")
    assert not learner.conversation.attempts[-1].harm_told


def test_that_all_seems_fine_ends_no_worry(learner: Learner) -> None:
    learner.at("management")
    learner.say("an old fella told me last week he doesnt want to be here when the leaves are off")
    said = learner.say("he's in the day room now he seems fine")
    assert any(each in said for each in learner.content.listening.harm.after.seems_fine)
    assert "day room" not in body(learner)


def test_nobody_is_asked_how_the_dead_seemed_afterwards(learner: Learner) -> None:
    learner.at("situation")
    said = learner.say("an old boy at the hospice died on my shift, I sat with him to the end")
    assert said.startswith("✓ Saved")
    assert "afterwards" not in said
    assert any(each in said for each in learner.content.listening.fitting.after_death.lines)


# Keep, drop


def test_what_was_typed_is_kept_or_dropped_as_the_learner_says(learner: Learner) -> None:
    learner.at("management")
    learner.say(HARM)
    said = learner.press("Keep it")
    assert "in your answer for “management”" in said
    assert HARM in body(learner)
    learner.press("Replace")
    learner.say(AN_ANSWER)
    learner.say(HARM)
    assert "Dropped." in learner.press("Drop it")
    assert str(learner.conversation).count(HARM) == 1, "the one that was kept before"


def test_where_no_question_was_open_what_is_kept_waits_among_the_spare_words(
    learner: Learner,
) -> None:
    learner.at("review")
    learner.say(HARM)
    assert "Use my spare words" not in learner.buttons, "undecided words are none"
    assert "At the review" in learner.press("Keep it")
    assert not KEEP_OR_DROP & set(learner.buttons), "it is decided, and not asked again"
    assert HARM in learner.say("/mydata")
    assert not learner.statement.own_words
    learner.say("/review")
    learner.press("Use my spare words")
    learner.press("Add to: management")
    assert HARM in body(learner)


def test_whoever_kept_words_of_harm_at_the_welcome_is_not_asked_where_they_belong(
    learner: Learner,
) -> None:
    learner.say("/start")
    learner.say(HARM)
    learner.press("Keep it")
    assert HARM not in learner.press("Start")
    assert learner.step == "situation"
    assert not KEEP_OR_DROP & set(learner.buttons)


def test_a_name_in_words_of_harm_that_are_kept_is_asked_about(learner: Learner) -> None:
    learner.at("management")
    learner.say("One of the staff keeps shouting at Mrs Campbell and pushes her about.")
    assert "“Mrs Campbell” may be a name" in learner.press("Keep it")


@pytest.mark.parametrize("harm", [HARM, OWN_HARD_TIME])
def test_once_it_is_kept_the_open_question_is_there_with_its_buttons(
    learner: Learner, harm: str
) -> None:
    learner.at("management")
    learner.say(harm)
    said = learner.press("Keep it")
    assert said.count("?") == 1, said
    assert "Next" in learner.buttons
    assert "Carry on" not in learner.buttons
    learner.say("I moved two of us to the top corridor so that nobody had to wait.")
    assert not learner.conversation.distressed
    assert learner.coaching
    assert learner.coaching.heard


def test_tears_after_it_was_kept_are_met_with_patience_and_are_no_answer(learner: Learner) -> None:
    learner.at("management")
    learner.say(OWN_HARD_TIME)
    learner.press("Keep it")
    said = learner.say("just crying sat in the car")
    assert "?" not in said
    assert "crying sat" not in body(learner)


def test_who_told_of_their_own_life_in_danger_may_rest_when_it_is_kept(learner: Learner) -> None:
    learner.at("leadership")
    learner.say(OWN_LIFE)
    assert "?" not in learner.press("Keep it")
    assert learner.buttons == ["Carry on"]


def test_what_was_taken_for_harm_silences_nothing_once_it_is_kept(learner: Learner) -> None:
    learner.at("management")
    learner.say(HARM)
    learner.press("Keep it")
    learner.say("I moved two of us to the top corridor so that nobody had to wait.")
    assert learner.last
    assert learner.last.coaching
    assert learner.last.coaching.heard


def test_own_distress_pauses_the_coach_until_they_carry_on(learner: Learner) -> None:
    learner.at("leadership")
    learner.say(OWN_LIFE)
    learner.say("I asked the others what they would change and they told me.")
    assert "?" not in learner.replies[0].text
    learner.press("Drop it")
    assert learner.buttons == ["Carry on"]
    learner.press("Carry on")
    learner.say("I moved two of us to the top corridor so that nobody had to wait.")
    assert learner.last
    assert learner.last.coaching
    assert learner.last.coaching.heard


def test_own_distress_gets_numbers_and_nobody_reminds(learner: Learner) -> None:
    learner.at("leadership")
    said = learner.say(OWN_LIFE)
    assert "116 123" in said
    assert "999" in said
    assert learner.conversation.distressed
    learner.press("Drop it")
    assert "kill" not in str(learner.conversation)
    assert "Use the old words too" not in learner.buttons
    learner.say("/start")
    assert not learner.conversation.distressed, "they have come back"


def test_who_writes_again_after_a_pause_has_come_back(learner: Learner) -> None:
    learner.at("leadership")
    learner.say(OWN_LIFE)
    learner.press("Drop it")
    learner.press("Pause")
    learner.say("I want to write about the meeting that we had with the family.")
    assert not learner.conversation.distressed


# What is not decided


@pytest.mark.parametrize("how", ["Pause", "/start", "/review", "/statement"])
def test_the_question_stands_where_it_happened_and_at_the_review(
    learner: Learner, how: str
) -> None:
    learner.at("management")
    learner.say(AN_ANSWER)
    words = learner.statement.own_words
    learner.say(HARM)
    learner.press(how) if how[0] != "/" else learner.say(how)
    assert set(learner.buttons) >= KEEP_OR_DROP
    assert "“management”" in learner.replies[-1].text
    assert learner.statement.own_words == words
    assert "Use my spare words" not in learner.buttons
    assert "Use the old words too" not in learner.buttons
    learner.press("Keep it")
    assert HARM in body(learner)


@pytest.mark.parametrize("how", ["Next", "Skip", "Back"])
def test_who_goes_on_is_not_asked_again_before_the_review(learner: Learner, how: str) -> None:
    learner.at("management")
    learner.say(AN_ANSWER)
    learner.say(HARM)
    for press in (how, "Pause", "Carry on", "/start", "Carry on", "Next"):
        said = learner.press(press) if press[0] != "/" else learner.say(press)
        assert not KEEP_OR_DROP & set(learner.buttons), press
        assert "drop" not in said, press
    assert HARM not in body(learner)
    assert "“management”" in learner.say("/review")
    assert set(learner.buttons) >= KEEP_OR_DROP


def test_who_writes_on_is_not_asked_again_with_each_message(learner: Learner) -> None:
    learner.at("management")
    learner.say(HARM)
    for said in (AN_ANSWER, "Then I asked the night staff what they would change on it."):
        learner.say(said)
    assert "drop" not in learner.say("/start")
    assert not KEEP_OR_DROP & set(learner.buttons)


def test_who_keeps_it_is_told_that_badge_pages_are_public(learner: Learner) -> None:
    learner.at("management")
    learner.say(HARM)
    assert "Badge pages are public." in learner.press("Keep it")


def test_after_a_pause_it_is_asked_again(learner: Learner) -> None:
    learner.at("management")
    learner.say(HARM)
    learner.press("Pause")
    learner.press("Carry on")
    assert set(learner.buttons) >= KEEP_OR_DROP
    learner.press("Drop it")
    assert HARM not in str(learner.conversation)


def test_another_message_is_an_answer_and_the_review_asks_again(learner: Learner) -> None:
    learner.at("management")
    learner.say(HARM)
    assert learner.say(AN_ANSWER).startswith("✓ Saved · 20 words")
    assert HARM not in body(learner)
    assert learner.statement.own_words == 20
    learner.say("/review")
    assert set(learner.buttons) >= KEEP_OR_DROP
    learner.press("Drop it")
    assert HARM not in str(learner.conversation)


def test_it_can_be_decided_by_typing_after_another_message(learner: Learner) -> None:
    learner.at("management")
    learner.say(HARM)
    learner.say(AN_ANSWER)
    assert "Kept" in learner.say("keep it")
    assert HARM in body(learner)


def test_two_messages_are_kept_one_after_the_other(learner: Learner) -> None:
    learner.at("management")
    learner.say(HARM)
    learner.say(OTHER_HARM)
    learner.press("Keep it")
    assert OTHER_HARM in body(learner)
    assert set(learner.buttons) >= KEEP_OR_DROP
    learner.press("Keep it")
    assert HARM in body(learner)
    assert not KEEP_OR_DROP & set(learner.buttons)


def test_an_edit_leaves_it_undecided(learner: Learner) -> None:
    learner.at("management")
    learner.say(HARM)
    learner.edit(1, OTHER_HARM)
    assert not learner.statement.own_words
    learner.press("Keep it")
    assert OTHER_HARM in body(learner)


def test_words_that_were_replaced_come_back_without_what_is_not_decided(learner: Learner) -> None:
    learner.at("management")
    learner.say(AN_ANSWER)
    learner.press("Replace")
    learner.say("I made a plan for the week with the night staff and we kept to it.")
    learner.say(HARM)
    learner.press("Next")
    learner.press("Back")
    learner.say("Use the old words too")
    assert HARM not in body(learner)


def test_names_in_it_are_hidden_where_it_is_shown(learner: Learner) -> None:
    learner.at("management")
    learner.say("One of the staff keeps shouting at Mrs Campbell and pushes her about.")
    learner.say("/mydata")
    shown = "\n".join(each.text for each in learner.replies)
    assert "keeps shouting at" in shown
    assert "Campbell" not in shown
    learner.press("Next")
    assert "Campbell" not in "\n".join(each.text for each in learner.replies)


def test_looking_up_whom_to_tell_leaves_it_open(learner: Learner) -> None:
    learner.at("management")
    learner.say(HARM)
    assert learner.say("/support").endswith("keep it, or drop it?")
    learner.press("Drop it")
    assert HARM not in str(learner.conversation)


def test_a_question_from_before_it_was_noted_is_still_asked(learner: Learner) -> None:
    learner.at("management")
    learner.say(HARM)
    learner.conversation.undecided, learner.conversation.harm_at = [], 0
    learner.say("/review")
    assert set(learner.buttons) >= KEEP_OR_DROP
    learner.conversation.undecided = []
    learner.press("Keep it")
    assert HARM in body(learner)


@pytest.mark.parametrize("step", ["welcome", "situation", "review", "statement"])
def test_words_of_harm_are_answered_wherever_they_come(learner: Learner, step: str) -> None:
    learner.say("/start") if step == "welcome" else learner.at(step)
    assert "safeguarding lead" in learner.say(HARM)
    assert set(learner.buttons) >= KEEP_OR_DROP
    learner.press("Keep it")
    assert HARM in str(learner.conversation)


def test_words_of_harm_sent_as_the_new_answer_leave_the_old_one(learner: Learner) -> None:
    learner.at("management")
    learner.say(AN_ANSWER)
    learner.press("Replace")
    assert "safeguarding lead" in learner.say(HARM)
    assert AN_ANSWER in body(learner)


# What they write next


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("ambulance has her. im sat in the car shaking", "Let somebody stay with you"),
        ("told my manager shes on the phone to them just now", "999"),
        ("ok", "Please call 999 first"),
        ("ok thanks", "You are welcome."),
        ("what do i write down?", "Write their own words"),
    ],
)
def test_news_after_harm_is_heard_and_is_in_no_answer(
    learner: Learner, text: str, answer: str
) -> None:
    learner.at("management")
    learner.say(PILLS)
    said = learner.say(text)
    assert answer in said
    assert text not in body(learner)
    assert "?" not in said
    assert set(learner.buttons) >= KEEP_OR_DROP


@pytest.mark.parametrize(
    "text",
    [
        "phoned the oncall, hes on his way",
        "telt oor matron an she's on tae the social work",
        "ma senior is in wi her noo",
        "the police hae been, they took a statement",
        "i ring the duty social worker, they open a case",
        "reported to the head of care at ten past nine",
        "emailed safegaurding and spoke to the deputy",
    ],
)
def test_help_in_anybodys_words_is_news_and_no_answer(learner: Learner, text: str) -> None:
    learner.at("management").say(HARM)
    said = learner.say(text)
    told = learner.content.listening.harm.after.told
    assert said.startswith(tuple(each.split(".")[0] for each in told)), said
    assert text not in body(learner)


def test_what_the_manager_did_for_the_work_is_an_answer_when_harm_is_some_way_back(
    learner: Learner,
) -> None:
    learner.at("management").say(HARM)
    learner.press("Drop it")
    for text in (AN_ANSWER, "We check it each friday so that nobody is left out of the walks."):
        learner.say(text)
    text = "I told my manager that the list works and she put it up in every unit we have here."
    learner.say(text)
    assert text in body(learner)


@pytest.mark.parametrize(
    "text",
    [
        "i told the senior and she said say nothing",
        "told the manager and she laughed it off",
        "I reported it twice, nothing was done",
        "spoke to my manager, i was told to leave it",
    ],
)
def test_who_told_it_and_was_sent_away_hears_whom_to_go_to_next(
    learner: Learner, text: str
) -> None:
    learner.at("management").say(HARM)
    learner.say(text)
    said = " ".join(each.text for each in learner.replies)
    assert "The rest is theirs" not in said
    assert any(whom in said for whom in ("above", "Inspectorate", "lead", "council"))
    assert text not in body(learner)
    assert set(learner.buttons) >= KEEP_OR_DROP


def test_who_is_no_longer_alone_hears_that(learner: Learner) -> None:
    learner.at("management")
    learner.say(OWN_LIFE)
    learner.press("Drop it")
    said = learner.say("I'm okay I phoned my sister and she's here with me now sorry about that")
    assert "not alone with it" in said
    assert "116 123" in said


@pytest.mark.parametrize(
    "text",
    [
        "my sister is here with me but i still want to kill myself",
        "he is here with me and says he wants to die",
        "she is here with me and she has took more pills",
        "ambulance came and went and now she has taken more pills",
        "ambulance has gone. he still says he wants to die",
        "ambulance is here but i want to die",
    ],
)
def test_a_new_wish_to_die_is_no_news_of_help(learner: Learner, text: str) -> None:
    learner.at("management")
    learner.say(HARM)
    learner.say(text)
    assert kind(learner) == "harm"
    assert "999" in learner.replies[0].text


def test_a_manager_who_was_told_of_a_plan_is_an_answer_where_no_harm_was(learner: Learner) -> None:
    learner.at("management")
    text = "I told my manager about the gaps and she changed the rota."
    assert learner.say(text).startswith("✓ Saved")
    assert text in body(learner)


@pytest.mark.parametrize("text", ["I can't do this any more", "ah cannae dae this ony mair"])
def test_what_may_be_the_badge_alone_is_asked_about(learner: Learner, text: str) -> None:
    learner.at("leadership")
    said = learner.say(text)
    assert "the badge" in said
    assert "116 123" in said
    assert learner.buttons == ["Carry on"]
    assert not learner.statement.own_words


def test_more_than_the_badge_is_a_crisis(learner: Learner) -> None:
    learner.at("leadership")
    learner.say("I can't do this any more")
    said = learner.say("its more than the badge")
    assert "999" in said
    assert "116 123" in said
    assert kind(learner) == "harm"


def test_who_asks_whom_to_tell_hears_whom(learner: Learner) -> None:
    learner.at("management")
    learner.say(HARM)
    learner.press("Keep it")
    for asked in ("who do I tell", "who should i report it to?"):
        assert "safeguarding lead" in learner.say(asked), asked


@pytest.mark.parametrize("step", ["welcome", "situation", "review", "statement"])
def test_support_works_in_every_state(learner: Learner, step: str) -> None:
    learner.say("/start") if step == "welcome" else learner.at(step)
    said = learner.say("/support")
    for number in ("0345 600 9527", "116 123", "111", "999"):
        assert number in said
    assert learner.buttons


def test_every_contact_has_its_day(content: Content) -> None:
    assert all(contact.checked_on for contact in content.support.contacts)
    numbers = {contact.number for contact in content.support.contacts}
    assert {"116 123", "0345 600 9527", "0800 83 85 87", "111", "999"} <= numbers


@pytest.mark.parametrize(
    "correction",
    [
        "Naw, I'm fine. Ye've picked me up wrang.",
        "what child??? its a care home. the new girl is staff",
        "thats not what i meant, it was a joke",
        "he beat me in a race you daft thing",
    ],
)
def test_words_taken_for_harm_by_mistake_are_put_back_by_saying_so(
    learner: Learner, correction: str
) -> None:
    learner.at("management").say(HARM)
    assert learner.conversation.undecided
    reply = learner.say(correction)
    assert "“management”" in reply
    assert ("sorry" in reply) or ("mistake" in reply)
    assert HARM in body(learner)
    assert correction not in body(learner)
    assert not learner.conversation.undecided
    assert not learner.conversation.distressed


def test_one_press_after_a_false_alarm_and_the_words_are_answered_as_any_other(
    learner: Learner,
) -> None:
    learner.at("management").say(HARM)
    said = learner.press("You misread me")
    assert ("sorry" in said) or ("mistake" in said)
    assert "“One of the staff keeps shouting" in said  # said back, as after any answer
    assert HARM in body(learner)
    assert not learner.conversation.undecided
    assert not KEEP_OR_DROP & set(learner.buttons)
    assert learner.say(AN_ANSWER).startswith("✓ Saved")


@pytest.mark.parametrize(
    "text", ["what? no its just his way", "no", "its fine, she is happy with it"]
)
def test_who_protests_is_shown_what_to_press(learner: Learner, text: str) -> None:
    learner.at("management").say(HARM)
    assert "“You misread me”" in learner.say(text)
    assert set(learner.buttons) >= KEEP_OR_DROP
    learner.press("You misread me")
    assert HARM in body(learner)
    assert text not in body(learner)


def test_who_says_that_it_was_no_wish_to_die_hears_sorry_and_a_number(learner: Learner) -> None:
    learner.at("management").say(OWN_LIFE)
    said = learner.say("I'm not suicidal ffs")
    assert "sorry" in said
    assert "116 123" in said
    assert "?" not in said
    assert learner.statement.own_words == 0
    learner.press("Review")
    assert "keep" not in learner.replies[-1].text.casefold()


def test_i_am_fine_alone_takes_back_no_wish_to_die(learner: Learner) -> None:
    learner.at("management").say(OWN_LIFE)
    assert "“Keep it”" in learner.say("im fine")


@pytest.mark.parametrize(
    "text",
    [
        "no no nobody's hurt, my man's got his hip done, I'm just tired",
        "FOR GODS SAKE I am not suicidal, it's a hip. Nobody's dying. drop it",
        "not me!! the tired bit out of my answer. im fine",
    ],
)
def test_a_denial_always_takes_it_back_and_says_sorry(learner: Learner, text: str) -> None:
    learner.at("management").say("I cry before every shift and I cannot cope any more")
    said = learner.say(text)
    assert "sorry" in said
    assert not any(each in said for each in ("116 123", "0800", "safeguarding", "999"))
    assert text not in body(learner)


@pytest.mark.parametrize(
    "text",
    [
        "none of them!! i just want it out",
        "take that out, my man's hip is nobody's business",
        "I want it gone",
        "get it out of my answer",
    ],
)
def test_an_order_to_the_coach_is_no_harm(learner: Learner, text: str) -> None:
    said = learner.at("management").say(text)
    assert not any(each in said for each in ("116 123", "999", "safeguarding", "0800"))


def test_what_is_asked_beside_a_denial_is_answered(learner: Learner) -> None:
    learner.at("management").say("I cry before every shift and I cannot cope any more")
    said = learner.say(
        "no no nobody's hurt, my man's got his hip done, I'm just tired. did you lose what I wrote "
        "about the storm?"
    )
    assert "sorry" in said
    assert "Nothing that you sent is lost" in said


def test_a_husband_in_hospital_that_is_to_stay_out_is_bad_news_and_no_harm(
    learner: Learner,
) -> None:
    said = learner.at("management").say(
        "I've no been sleeping since my husband went in the hospital, please dont put that in"
    )
    assert said.startswith("I am sorry")
    assert learner.statement.own_words == 0
    said = learner.say(
        "drop it hen, I said no to put it in. the manager knows anyway, she's been awfy good, "
        "anyway where was I"
    )
    assert "“management”" in said
    assert "Care Inspectorate" not in said


@pytest.mark.parametrize(
    "text",
    [
        "One resident she fall always at night, I see that her slipper is too big. I tell the "
        "nurse and we change slipper and put light near the bed. Now she not fall three weeks.",
        "my old man fell so I rang the nurse and stayed with him, he was ok after a cup of tea",
        "my husband had a hip operation so I swapped shifts with Ann and she did the rota",
    ],
)
def test_a_fall_or_a_hip_in_a_good_answer_is_an_answer(learner: Learner, text: str) -> None:
    said = learner.at("situation").say(text)
    assert said.startswith("✓ Saved")
    assert "safeguarding" not in said


@pytest.mark.parametrize("text", ["i took 20 paracetamol", "she has taken 30 paracetamol"])
def test_a_number_of_pills_that_nobody_may_take_is_a_crisis(learner: Learner, text: str) -> None:
    assert "999" in learner.at("management").say(text)


@pytest.mark.parametrize("text", ["what do I do now", "so what now?"])
def test_who_asks_what_to_do_after_harm_is_asked_nothing_back(learner: Learner, text: str) -> None:
    learner.at("management").say(HARM)
    said = learner.say(text)
    assert "/support" in said
    assert "?" not in said


def test_after_words_of_harm_no_more_than_five_things_can_be_pressed(learner: Learner) -> None:
    learner.at("management").say(HARM)
    assert learner.buttons == ["Keep it", "Drop it", "You misread me", "Next", "Pause"]
    learner.press("Back")  # what is not shown can be typed
    assert learner.step == "situation"


def test_a_press_does_not_take_back_a_wish_to_die(learner: Learner) -> None:
    learner.at("management").say("I want to kill myself")
    assert "You misread me" not in learner.buttons
    learner.say("You misread me")
    assert learner.conversation.undecided


@pytest.mark.parametrize("text", ["I'm not suicidal. I moved the rota about.", "im no suicidal"])
def test_who_says_that_they_are_not_suicidal_gets_no_line_to_call(
    learner: Learner, text: str
) -> None:
    learner.at("management").say(text)
    assert "116 123" not in " ".join(each.text for each in learner.replies)


def test_a_few_words_do_not_take_back_a_wish_to_die(learner: Learner) -> None:
    learner.at("management").say("I want to kill myself")
    learner.say("im fine, it was a joke")
    assert learner.conversation.undecided


def test_what_stands_for_a_number_is_no_word_of_harm(learner: Learner) -> None:
    learner.at("leadership")
    said = learner.say("One of the staff said ring me any time my ni is AB123456C if they need it")
    assert "[NI number]" in said
    assert "safeguarding" not in said


@pytest.mark.parametrize("text", ["shes my mate fae work", "shes the lassie i work wi"])
def test_who_says_but_who_somebody_is_gets_no_alarm(learner: Learner, text: str) -> None:
    assert "999" not in learner.at("situation").say(text)


@pytest.mark.parametrize(
    "text", ["Why you do not answer me?", "you never answered my question", "u dont answer me"]
)
def test_who_gets_no_answer_from_the_coach_is_in_no_danger(learner: Learner, text: str) -> None:
    said = learner.at("management").say(text)
    assert "999" not in said
    assert "✓ Saved" not in said


@pytest.mark.parametrize(
    "text",
    [
        "Whit ah cannae get past is, last week ah seen wan o the other staff grab him by the airm"
        " an twist it cos he wis slow. He hud a mark. Ah huvnae telt anybdy.",
        "What I can't get past is, last week I seen one of the other staff grab him by the arm and"
        " twist it because he was slow. He had a mark. I haven't told anybody.",
    ],
)
def test_harm_is_heard_in_any_voice(learner: Learner, text: str) -> None:
    assert "manager" in learner.at("management").say(text)
    assert "Keep it" in learner.buttons


@pytest.mark.parametrize("how", ["Drop it", "Drop it, please.", "no drop it all", "just drop them"])
@pytest.mark.parametrize(
    "between",
    [(), (AN_ANSWER,), (AN_ANSWER, OTHER_HARM), ("do i have to give my name", OTHER_HARM)],
)
def test_all_that_waits_is_gone_once_it_is_dropped(
    learner: Learner, between: tuple[str, ...], how: str
) -> None:
    learner.at("management")
    learner.say(HARM)
    for text in between:
        learner.say(text)
    assert "Dropped" in learner.say(how)
    assert not any(each in str(learner.conversation) for each in (HARM, OTHER_HARM))
    assert not learner.conversation.undecided
    learner.at("review")
    assert not KEEP_OR_DROP & set(learner.buttons)
    learner.say("keep it")
    assert not any(each in body(learner) for each in (HARM, OTHER_HARM))
    assert (AN_ANSWER in body(learner)) == (AN_ANSWER in between)


@pytest.mark.parametrize(
    ("text", "is_over"),
    [
        ("it was just a dinner. everybody got fed", True),
        ("naw they all got their tea", True),
        ("it was just a busy night", False),
        ("the one who does it says everybody is fine, but he hits them", False),
    ],
)
def test_that_all_were_fed_takes_back_what_sounded_of_neglect(
    learner: Learner, text: str, *, is_over: bool
) -> None:
    learner.at("situation")
    neglect = replace(SOME_CRISIS, level="concern", sort="neglect", signed=True)
    read = HarmReader.read
    meal = "i got it sent up in two lots so that all had it hot"

    def taken_for_neglect(reader: HarmReader, words: str) -> HarmReading:
        return neglect if words == meal else read(reader, words)

    with patch.object(HarmReader, "read", taken_for_neglect):
        learner.say(meal)
        assert set(learner.buttons) >= KEEP_OR_DROP
        learner.say(text)
    assert (meal in body(learner)) == is_over


@pytest.mark.parametrize(
    "text",
    [
        "i got the kitchen to send it up in two lots and naebody had a cold dinner",
        "Now staff say to him 'woda' and he smile. He not shout in night any more",
        "ah pit the photie by her bed an she disnae greet noo",
        "I swapped the rounds so nobody lay in a wet bed till morning",
        "she not cry in night any more since I move her bed to the window",
        "he no longer screams when he is washed, I warm the towel",
        "I put the soft mat by his chair, he not hit his head now",
    ],
)
def test_what_nobody_had_or_happens_no_more_is_an_answer(learner: Learner, text: str) -> None:
    said = learner.at("situation").say(text)
    assert "Saved" in said
    assert not learner.conversation.harm_at


@pytest.mark.parametrize(
    "text",
    [
        "she no cry now, she just lie there with bruise on arm",
        "She does not cry any more when he slaps her, she is used to it",
        "he not shout any more because they give him extra pills",
        "she not shout now because night staff lock her in",
        "nobody had fed him all day",
    ],
)
def test_who_is_silent_for_what_is_done_to_them_is_still_heard(learner: Learner, text: str) -> None:
    learner.at("situation").say(text)
    assert learner.conversation.harm_at
