"""What somebody hears who writes again soon after words of harm."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.analysis.reading.whom_not import sends_to_boss
from tests.support.learner import Learner, body

OTHERS = "one of my residents told me her son hits her when he visits"
STAFF = "the night staff are signing for tablets they never give"
OWN = "i cant cope any more i cry in the car before every shift"
OWN_LIFE = "i dont want to be here anymore"
MARKS = "a wee boy came in with bruises up his arm and said his dad did it"
HIT_AT_WORK = "my shift leader hits me wi the dish towel an calls me thick"
PILLS = "a tenant told me shes took all her pills"
AN_ANSWER = "I checked the fridge each night and wrote it on the board for the day staff."
OWN_ACT = "i grabbed her arm too hard because she wouldnt stop and it left a mark"


@pytest.mark.parametrize(
    ("harm", "text", "need"),
    [
        (OTHERS, "are you going to phone somebody", "will_you"),
        (OTHERS, "you have to keep this confidential", "will_you"),
        (OWN, "are you a real person", "will_you"),
        (OTHERS, "she asked me not to say", "secret"),
        (OTHERS, "ah promised her", "secret"),
        (OTHERS, "it was years ago", "long_ago"),
        (PILLS, "it was last year", "long_ago"),
        (OWN_LIFE, "i cant phone i dont like talking", "cannot_ring"),
        (OWN_LIFE, "what will happen if i ring", "if_i_ring"),
        (OTHERS, "can i still do my badge", "of_badge"),
        (OTHERS, "what now for the badge", "of_badge"),
        (OTHERS, "oh god i shouldnt have written that", "sorry"),
        (OWN_ACT, "im so ashamed", "sorry_for_own"),
        (OWN_ACT, "will i lose my registration", "afraid_for_own"),
        (STAFF, "will they know it was me", "afraid"),
        (STAFF, "i need this job", "afraid"),
        (STAFF, "she'll work oot it wis me that telt", "afraid"),
        (STAFF, "I am apprehensive that she would deduce it was I who reported her", "afraid"),
        (STAFF, "what if he guesses i was the one who phoned", "afraid"),
        (STAFF, "Must I give my name?", "my_name"),
        (STAFF, "I am afraid she finds out it was I who reported. Must I give my name?", "my_name"),
        (STAFF, "dae ah need tae gie ma name", "my_name"),
        (STAFF, "can i report it without them knowing who i am", "my_name"),
        (OTHERS, "They say my name to her son?", "my_name"),
        (OTHERS, "I would prefer to remain anonymous.", "my_name"),
        (
            STAFF,
            "I have now spoken with the manager by telephone. She will attend tonight.",
            "told",
        ),
        (STAFF, "I have submitted a written account to my superior", "told"),
        (OTHERS, "The head has been advised. I am quite unsettled", "told"),
        (OTHERS, "ah've hud a word wi the boss an she's comin in. am still chitterin", "told"),
        (OTHERS, "I wrote to the registered manager and she has replied. I still tremble", "told"),
        (OTHERS, "is that even my business", "is_it_bad"),
        (STAFF, "i might be wrong", "is_it_bad"),
        (OTHERS, "do i tell his mum", "whom"),
        (OTHERS, "ok ill do that", "will_tell"),
        (OTHERS, "how do i get rid of it", "rid_of"),
        (OWN, "just tired ignore me", "i_am_fine"),
        (OWN_LIFE, "im not going to do anything", "will_do_nothing"),
        (OTHERS, "i cant stop thinking about it", "shaken"),
        (OTHERS, "he hits her sister too", "more"),
        (PILLS, "paracetamol, about 20", "in_danger"),
        (PILLS, "ambulance is on its way", "help_in_danger"),
        (PILLS, "told the manager", "told_in_danger"),
        (OWN_LIFE, "its too late", "own_danger"),
        (OWN, "whats the point", "own"),
        (OTHERS, "shall we crack on", "asks_on"),
        (OTHERS, "pls dont put that in my badge thing", "not_in"),
        (OWN_ACT, "how do i tell my boss", "what_to_say_of_own"),
        (PILLS, "she didnt make it", "died"),
        (PILLS, "ambulance took her", "help_in_danger"),
        (PILLS, "im too scared to phone", "cannot_ring"),
        (OTHERS, "can i write about the garden party", "of_badge"),
        (OWN, "i will ring my doctor the morn", "will_tell_of_own"),
        (OTHERS, "what if shes lying", "may_be_untrue"),
        (STAFF, "naebody wid believe me", "only_me"),
        (OTHERS, "still doesnt feel right", "not_heard"),
        (OWN_LIFE, "i rang them", "company"),
        (OTHERS, "i told the nurse in charge already", "told"),
        (OTHERS, "I didn't tell anybody and I was scared I would lose her", "untold"),
        (OTHERS, "ah didnae tell naebody. ah wis feart ah wid lose her", "untold"),
        (STAFF, "i said nothing to the day staff", "untold"),
        (OTHERS, "is it ma fault", "fault"),
        (OTHERS, "i shuda said sumthin then", "fault"),
        (OTHERS, "so whae dae ah tell noo", "whom"),
        (MARKS, "whit ur ye on aboot. am askin aboot the bruises", "whom"),
        (MARKS, "I'm asking about the bruises", "whom"),
        (OTHERS, "will he be ok", "becomes_of"),
        (OTHERS, "right thats me, leave it", "leaves"),
        (PILLS, "cant think of any mair, thats enough", "leaves"),
        (PILLS, "that's a week syne an she's hame", "good_news"),
        (OTHERS, "couple of days later and hes ok", "good_news"),
        (PILLS, "999 are 10 mins out", "help_in_danger"),
        (PILLS, "naebody has came yet", "not_come"),
        (STAFF, "I rang the whistleblowing line from my car.", "told"),
        (OTHERS, "will they tell my manager it was me", "my_name"),
        (OTHERS, "do i write that in the statement", "not_in"),
        (OTHERS, "can i come back to this tomorrow", "of_badge"),
        (OTHERS, "can you delete what I said before", "rid_of"),
        (OTHERS, "whit happens tae him then", "becomes_of"),
        (MARKS, "is he goin to get taken of her", "becomes_of"),
        (OTHERS, "she made me promise", "secret"),
        (OTHERS, "should I ask her more about it tomorrow", "ask_them"),
        (OTHERS, "her other son lives in spain", "more"),
        (OTHERS, "it was a sunday and I was the only one on", "more"),
        (OTHERS, "I gave her a cuddle and said it was good that she told me", "more"),
        (OTHERS, "ah jist held her haun", "more"),
        (OTHERS, "I wrote it in the diary", "more"),
        (OTHERS, "how long do they keep such people", "not_known"),
        (OTHERS, "shid ah hae phoned somebody", "fault"),
        (STAFF, "we never said nuthin", "untold"),
        (STAFF, "wull they get the sack", "becomes_of"),
        (OTHERS, "I only told my friend at church", "untold"),
        (OTHERS, "I don't know what I must do", "what_now"),
        (OTHERS, "to whom ought I to have reported this", "whom"),
        (OTHERS, "i told her to say no to him", "more"),
        (OTHERS, "she's got three weans hersel mind", "more"),
        (PILLS, "they are here now", "help_in_danger"),
        (OWN_LIFE, "i have 2 kids", "own_danger"),
        (OWN_LIFE, "whats the point of this badge anyway", "own_danger"),
        (OTHERS, "right back to the badge", "asks_on"),
        (OTHERS, "am ah gonnae get in bother", "afraid"),
        (OTHERS, "whae wid ah even phone at this time o night", "whom"),
        (OTHERS, "I not sleep since Tuesday", "shaken"),
        (OTHERS, "shes 12", "more"),
        (OTHERS, "The family is from my church", "more"),
        (OTHERS, "What police do to the son?", "not_known"),
        (OTHERS, "should ah be writin this doon", "what_to_say"),
        (OTHERS, "What consequences would the son face?", "becomes_of"),
        (OTHERS, "wot if they tak her away from him", "becomes_of"),
        (OTHERS, "He pleaded with me to stay silent on the matter.", "secret"),
        (STAFF, "I am afraid to say because she is boss of my visa", "afraid"),
        (OTHERS, "Is it me to tell?", "whom"),
        (OTHERS, "God will judge her", "more"),
        (OTHERS, "she's got a bad back", "more"),
        (PILLS, "do I phone the police or is that mad", "in_danger"),
        (HIT_AT_WORK, "its been goin on months", "own"),
        (HIT_AT_WORK, "who wud listen to me im only kitchen", "only_me"),
        (OWN_LIFE, "my sister thinks im fine", "own_danger"),
        (OTHERS, "he'd nae want me tellin", "more"),
        (OTHERS, "mibbe ah shid hae a wee word wi him", "ask_them"),
        (OTHERS, "ah feel that bad noo", "sorry"),
        (OTHERS, "she has dementia but she was dead clear", "more"),
        (STAFF, "im scard il get sakked", "afraid"),
        (OTHERS, "i thought she looked a bit sleepy", "more"),
        (OWN_LIFE, "dont want to bother people", "own_danger"),
        (OTHERS, "she sed dont tell", "secret"),
        (OWN_LIFE, "I cant talk on the phone", "cannot_ring"),
        (STAFF, "i hope im not in trubble", "afraid"),
        (OTHERS, "ah couldnae say onything at the time", "untold"),
        (STAFF, "is that even against the law", "is_it_bad"),
        (OTHERS, "whit if he finds oot she telt me", "becomes_of"),
        (OTHERS, "i knocked twice", "more"),
        (OTHERS, "i just carried on with pick up", "more"),
        (OTHERS, "i checked on her every hour that night", "more"),
        (OTHERS, "I gave my word.", "secret"),
        (OTHERS, "ah shoulda pult her aff", "fault"),
        (STAFF, "If I tell, they know it is me?", "afraid"),
    ],
)
def test_each_need_has_its_own_words_and_no_question_of_the_step(
    learner: Learner, harm: str, text: str, need: str
) -> None:
    learner.at("management").say(harm)
    said = learner.say(text)
    after = getattr(learner.content.listening.harm.after, need)
    starts = [each.split("$")[0].split(". ")[0] for each in after]
    assert any(each in said for each in starts)
    assert "Keep it" in learner.buttons, "what waits can still be decided"
    assert "Saved" not in said
    assert text not in body(learner)


@pytest.mark.parametrize(
    "text",
    [
        "thats ridiculous i was just answering your question",
        "no really it was his brother and a toy sword",
        "thats my wee joke",
        "i never said who",
    ],
)
def test_who_protests_is_shown_how_to_take_it_back(learner: Learner, text: str) -> None:
    learner.at("management").say(OTHERS)
    assert "“You misread me”" in learner.say(text)
    assert "You misread me" in learner.buttons


@pytest.mark.parametrize(
    "text", ["dont tell my manager", "will i tell her sister", "do i ring 999"]
)
def test_what_nobody_did_yet_is_not_taken_for_help(learner: Learner, text: str) -> None:
    learner.at("management").say(PILLS)
    after = learner.content.listening.harm.after
    said = learner.say(text)
    assert not any(each.split("$")[0] in said for each in (*after.told_in_danger, *after.company))


@pytest.mark.parametrize(
    "text",
    [
        "i organised the shift swap on friday",
        "i wrote up the rota and put the new girl with me",
        "we moved her room so she is near the desk",
        "i checked the fridge every morning",
    ],
)
def test_what_the_writer_did_is_an_answer_all_the_same(learner: Learner, text: str) -> None:
    learner.at("management").say(OTHERS)
    assert "✓ Saved" in learner.say(text)
    assert text in body(learner)


@pytest.mark.parametrize(
    "text",
    [
        "I gave each of us a corridor and wrote the names on the board",
        "ah made a list o the jobs an pinned it up in the staff room",
        "I got each tenant to name one thing to fix and wrote it up for the landlord.",
        "I subsequently reorganised the briefing so that each person reported one risk.",
        "My colleague led the handover and asked each of us for one idea",
    ],
)
def test_an_act_at_work_that_has_nothing_of_the_harm_ends_the_hold(
    learner: Learner, text: str
) -> None:
    learner.at("management").say(OTHERS)
    for each in ("her other son lives in spain", "she made me promise"):
        learner.say(each)
    assert "✓ Saved" in learner.say(text)
    assert "✓ Saved" in learner.say("it was quicker for all of us after that")


def test_the_hold_lasts_however_much_is_said_about_it(learner: Learner) -> None:
    learner.at("management").say(OTHERS)
    said = ["it was a sunday", "nobody else was on", "he comes every week", "she is ninety one"]
    for each in said:
        assert "✓ Saved" not in learner.say(each)
    assert not any(each in body(learner) for each in said)


@pytest.mark.parametrize("how", ["Next", "Keep it", "Review"])
def test_a_press_that_goes_on_ends_the_hold(learner: Learner, how: str) -> None:
    learner.at("management").say(AN_ANSWER)
    learner.say(OTHERS)
    learner.press(how)
    assert not learner.conversation.harm_at


def test_what_was_denied_or_asked_of_the_badge_is_no_harm(learner: Learner) -> None:
    learner.at("management").say(OTHERS)
    assert "200" in learner.say("how many words do i need")
    learner.press("You misread me")
    assert "✓ Saved" in learner.say("there were four of us on the floor that day")


def test_a_question_about_the_coach_is_answered_and_nothing_of_the_step_is_asked(
    learner: Learner,
) -> None:
    learner.at("management").say(OTHERS)
    said = learner.say("who can see this")
    assert "The people who run this coach" in said
    assert "?" not in said


def test_a_life_in_danger_after_a_concern_is_a_new_thing(learner: Learner) -> None:
    learner.at("management").say(OTHERS)
    assert "999" in learner.say("she took all her pills")
    assert len(learner.conversation.undecided) == 2


def test_who_goes_on_about_it_is_not_asked_again_whether_to_keep(learner: Learner) -> None:
    learner.at("management").say(OTHERS)
    said = learner.say("he hits her sister too")
    assert "drop it?" not in said
    assert len(learner.conversation.undecided) == 1


def test_who_is_reminded_of_what_waits_is_not_told_so_twice_in_a_row(learner: Learner) -> None:
    learner.at("management").say(OTHERS)
    learner.press("Pause")
    assert "“management”" not in learner.say("/start").partition("\n")[2]
    assert "Keep it" in learner.buttons, "the question stands all the same"
    learner.now += timedelta(days=3)
    assert "“management”" in learner.say("/start").partition("\n")[2]


def test_it_is_asked_at_the_review_each_time(learner: Learner) -> None:
    learner.at("management").say(OTHERS)
    for _ in range(2):
        assert "“management”" in learner.say("/review").rpartition("\n")[2]


@pytest.mark.parametrize("how", ["Drop it", "i dont want it in"])
def test_what_was_dropped_is_meant_by_the_next_order_too(learner: Learner, how: str) -> None:
    learner.at("management").say("I checked the fridge each night.")
    learner.say(OTHERS)
    learner.press(how)
    assert "gone here" in learner.say("take it out")
    assert "fridge" in body(learner)


@pytest.mark.parametrize(
    "text",
    [
        "the trolley needs a risk assessment, 4 pages of burns, scalds and death by custard. i did"
        " it with the two that wanted to push it. they drew the pictures. they follow it better",
        "put this in the situation: he has not gone home in tears once since",
    ],
)
def test_work_told_at_length_and_a_named_answer_are_answers_after_a_false_alarm(
    learner: Learner, text: str
) -> None:
    learner.at("management").say("did ye see that last night. absolute murder. i wanted to die")
    assert "✓ Saved" in learner.say(text)


@pytest.mark.parametrize(
    "ruled_out",
    ["the manager is her sister", "ah cannae tell the gaffer, he's pals wi him", "boss is her mum"],
)
def test_nobody_is_sent_to_who_was_ruled_out(learner: Learner, ruled_out: str) -> None:
    learner.at("management").say("last week a carer slapped an old man and nobody wrote it down")
    said = [learner.say(each) for each in (ruled_out, "who do I tell then", "is that bad", "help")]
    assert "above" in said[0] or "past them" in said[0]
    for each in said:
        assert not any(map(sends_to_boss, each.split("\n"))), each


GRABBED = "ah seen wan o the staff grab him by the airm an twist it. Ah huvnae telt anybdy."


def test_who_asks_again_hears_what_to_do_and_is_not_taken_to_deny_it(learner: Learner) -> None:
    learner.at("management").say(GRABBED)
    said = learner.say("Did ye no hear me? A man wis hurt. Whit am ah meant tae dae?")
    assert any(
        each.split("$")[0][:20] in said for each in learner.content.listening.harm.after.what_now
    )
    said = learner.say("are ye even listenin tae me")
    assert any(each[:20] in said for each in learner.content.listening.harm.after.heard)


def test_a_denial_ends_the_alarm_in_one_line(learner: Learner) -> None:
    learner.at("management").say(GRABBED)
    said = learner.say("What?? I am not hurt! Nobdy is hurt.")
    assert "999" not in said
    assert "Samaritans" not in said
    assert not learner.conversation.undecided
    assert "Keep it" not in learner.buttons


@pytest.mark.parametrize("step", ["welcome", "management"])
def test_drop_it_then_is_done_whatever_stands_beside_it_and_stays_done(
    learner: Learner, step: str
) -> None:
    learner.open() if step == "welcome" else learner.at(step)
    learner.say(GRABBED)
    said = learner.say("Drop it then. Is it in ma statement? Git it oot, that cannae be public")
    assert said.startswith("Dropped.")
    assert "gone" in learner.say("Well tak it oot then!")
    assert "gone" in learner.say("is it gone noo")
    assert "airm" not in body(learner)


@pytest.mark.parametrize(
    "text",
    [
        "I have not reported it. I did not wish to accuse a colleague.",
        "I have spoken of this to no one.",
        "I have refrained from informing my manager",
        "I have not as yet informed anyone, as I wished to be certain of the facts.",
        "I have hesitated to raise it",
    ],
)
def test_who_has_told_nobody_is_never_told_that_somebody_knows(learner: Learner, text: str) -> None:
    learner.at("management").say(MARKS)
    said = learner.say(text)
    assert said in _lines(learner, "untold")
    assert learner.statement.own_words == 0


@pytest.mark.parametrize(
    "text",
    [
        "above her is her husband",
        "over him is his brother in law",
        "naebody is above her",
        "the manager is the owner",
    ],
)
def test_where_nobody_above_can_be_told_the_number_is_outside(learner: Learner, text: str) -> None:
    learner.at("management").say(STAFF)
    said = learner.say(text)
    assert "Care Inspectorate" in said
    assert "0345 600 9527" in said
    assert "person above" not in said


LATE = (
    "I telephoned my manager, who has made a referral to the council. I am ashamed of the delay.",
    "I have since reported the matter to the safeguarding team. I reproach myself.",
    "told the manager, shes on to social work. i feel dreadful i waited a week",
)


@pytest.mark.parametrize("text", LATE)
def test_who_rues_that_it_was_told_late_hears_a_human_word_and_no_count(
    learner: Learner, text: str
) -> None:
    learner.at("management").say(MARKS)
    said = learner.say(text)
    assert said in _lines(learner, "told_late")
    assert learner.statement.own_words == 0


@pytest.mark.parametrize("text", LATE)
def test_the_same_some_steps_later_is_in_no_answer_and_can_be_put_in(
    learner: Learner, text: str
) -> None:
    learner.at("management").say(MARKS)
    learner.press("Drop it")
    learner.press("Skip")
    learner.say("I showed the new girl how to fold the sheets and thanked her.")
    words = learner.statement.own_words
    said = learner.say(text)
    assert said in _lines(learner, "told_late")
    assert learner.statement.own_words == words
    assert "Put it in my answer" in learner.buttons


def test_what_is_reported_at_work_is_an_answer_where_no_harm_was_told(learner: Learner) -> None:
    learner.at("management").say("I reported the broken lift to the council and rang each day.")
    assert learner.statement.own_words


def _lines(learner: Learner, need: str) -> set[str]:
    found = getattr(learner.content.listening.harm.after, need)
    return {each.replace("$council", "your council") for each in found}


def test_who_asks_whom_to_tell_then_is_not_sent_back_to_those_they_ruled_out(
    learner: Learner,
) -> None:
    learner.at("management").say(STAFF)
    learner.say("told the manager. shes her sister")
    said = learner.say("who even would i tell then")
    assert "Care Inspectorate" in said
    assert "Your manager" not in said


@pytest.mark.parametrize(
    "text",
    ["i feel sick lookin at this its embarasing", "what i wrote is embarrassing i feel sick"],
)
def test_who_is_ashamed_of_what_they_wrote_is_in_no_danger(learner: Learner, text: str) -> None:
    learner.at("management").say(AN_ANSWER)
    said = learner.say(text)
    assert "999" not in said
    assert "Samaritans" not in said


LOW = (
    "honestly im done in. ive been doing 5 nights a week since march and last night i sat in the "
    "car and thought i cannae be bothered being here any more"
)


@pytest.mark.parametrize(
    "said", ["like not here at all", "i mean really not here", "as in for good"]
)
def test_who_says_it_once_more_does_not_hear_that_it_is_not_so(learner: Learner, said: str) -> None:
    learner.at("management").say(LOW)
    reply = learner.say(said)
    assert "glad if it is not so" not in reply
    assert "Samaritans" in reply


def test_who_thinks_it_over_is_let_be(learner: Learner) -> None:
    learner.at("management").say("she told me her son hits her when he is drunk")
    reply = learner.say("hmm, can i think about it")
    assert "I hear you" not in reply
    assert "?" not in reply
