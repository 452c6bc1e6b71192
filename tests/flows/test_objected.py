"""Words to the coach are no evidence, in any voice: a doubt, a question, an objection."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner, body

STORY = "I am a carer. The boiler failed and I moved the residents to the warm lounge."


def words_at(learner: Learner, step: str = "management") -> int:
    """Return the words of an answer."""
    return next(each.words for each in learner.statement.sections if each.step.id == step)


@pytest.fixture
def asked(learner: Learner) -> Learner:
    """Somebody who has told a situation and is asked about management."""
    learner.at("situation").say(STORY)
    learner.press("Next")
    return learner


@pytest.mark.parametrize(
    "text",
    [
        "eh? a dinnae dae management am jist a carer",
        "a dont do managin im only a cleener",
        "I am not convinced my role affords such opportunities",
        "ah'm no a heid yin, ah jist dae whit am telt",
        "I do not believe that a rota for dishes could be called management.",
    ],
)
def test_a_doubt_is_heard_in_every_voice(asked: Learner, text: str) -> None:
    said = asked.say(text)
    assert words_at(asked) == 0
    assert "?" in said


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("wots managment", "Management keeps the work"),
        ("wots leedership", "Leadership helps people"),
        ("whit's manigment hen", "Management keeps the work"),
        ("Is it the organisation's or mine?", "Either one"),
        ("Do I answer for me or for my boss?", "Either one"),
        (
            "Am I to understand that the question pertains to my own conduct or to that of the "
            "organisation as a whole?",
            "Either one",
        ),
        ("can i just speek it in to my fone insted", "microphone"),
        ("Might I enquire who precisely will be reading these submissions?", "The people who run"),
        ("wha reeds this", "The people who run"),
        ("ugh ok so what even is this for and who sees it", "The people who run"),
        ("wots it mean managment skils", "Management keeps the work"),
        ("like is it my management or my boss's lol", "Either one"),
    ],
)
def test_a_question_of_the_task_is_answered(asked: Learner, text: str, answer: str) -> None:
    assert answer in asked.say(text)
    assert words_at(asked) == 0


@pytest.mark.parametrize(
    "text",
    [
        "Somebody at work? I should hardly think so. It is your question.",
        "That is not what I asked and you have misunderstood me entirely.",
        "that's it? is that all you've got to say",
        "yer no even listenin tae me",
        "that is not answering what i ask",
        "nobody said anything about a fall",
    ],
)
def test_an_objection_is_owned_and_the_question_comes_in_other_words(
    asked: Learner, text: str
) -> None:
    said = asked.say(text)
    assert asked.coaching
    assert asked.coaching.kind == "complaint_about_coach"
    assert "sorry" in said.casefold() or "wrong" in said or "mistake" in said
    assert said.count("?") == 1
    assert words_at(asked) == 0


def test_what_an_objection_says_that_it_was_about_is_answered(asked: Learner) -> None:
    said = asked.say(
        "That is a rather unsatisfactory response. I asked a perfectly reasonable question about "
        "confidentiality."
    )
    assert "can read your words" in said


@pytest.mark.parametrize(
    "text",
    [
        "She said that is not what I asked for so I changed the meal.",
        "It was a good question and it changed the meeting.",
        "I asked about his pain every hour and wrote it in the chart.",
        "We were not listening to the night staff so I set up a book.",
    ],
)
def test_what_others_said_at_work_is_told(asked: Learner, text: str) -> None:
    asked.say(text)
    assert words_at(asked) > 0


@pytest.mark.parametrize(
    "text",
    [
        "I have to go now, my bus is come. I come back after",
        "I shall return to this later, I must be off",
        "am away hame, il finish this the morra",
        "I will come back when the children sleep",
        "I must go, a visitor has arrived. I shall return to it this evening.",
    ],
)
def test_who_goes_and_comes_back_later_is_let_go(asked: Learner, text: str) -> None:
    said = asked.say(text)
    assert "?" not in said
    assert "Welcome back" not in said
    assert "Hello again" not in said


def test_who_is_back_is_welcomed(asked: Learner) -> None:
    asked.say("och am back noo whit wis it")
    assert words_at(asked) == 0


def test_no_learner_word_is_changed_by_how_it_is_read(asked: Learner) -> None:
    asked.say("ah wrote the rota an ah telt thaim whae wis oan")
    assert "ah wrote the rota an ah telt thaim whae wis oan" in body(asked)


@pytest.mark.parametrize(
    "text",
    [
        "NO. That's me talking to YOU",
        "that's not for the form, am sayin it tae you",
        "I was only saying that to you",
    ],
)
def test_what_was_said_to_the_coach_goes_out_again(asked: Learner, text: str) -> None:
    asked.say("my boss is a clown with the rota and we all know it")
    assert words_at(asked) > 0
    said = asked.say(text)
    assert "Out of your statement" in said
    assert "?" in said
    assert words_at(asked) == 0
    asked.press("Put it in my answer")
    assert words_at(asked) == 13


def test_what_was_said_to_a_team_stays(asked: Learner) -> None:
    asked.say("I put the list up on the wall.")
    asked.say("That was me talking to the whole team at the handover and it worked.")
    assert words_at(asked) == 22


def test_no_reply_to_an_answer_just_stops(asked: Learner) -> None:
    for told in (
        "I checked which rooms were the coldest and wrote a list.",
        "The night staff had the list too.",
        "Nobody was missed because of it.",
        "We keep that list by the door now.",
        "The cook has one like it.",
    ):
        said = asked.say(told)
        assert "?" in said or "“Next”" in said, said


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Good. Then put that I told the manager to her face.", "I told the manager to her face."),
        (
            "aye well pit that ah phoned the office an telt them",
            "ah phoned the office an telt them",
        ),
        ("Kindly add that the rota was drawn up by me.", "the rota was drawn up by me."),
        ("fine. put I did the walks and she did the meds", "I did the walks and she did the meds"),
        ("Very well. You may record that I listed every task.", "I listed every task."),
    ],
)
def test_words_that_hand_over_an_answer_are_no_part_of_it(
    asked: Learner, text: str, left: str
) -> None:
    said = asked.say(text)
    assert left in body(asked)
    assert text not in body(asked)
    assert "put that" not in said
    assert "pit that" not in said


@pytest.mark.parametrize(
    "text",
    [
        "Put that on the wall by the door so all the staff could see it",
        "Then put that the right way up so he could see it and read the names",
        "say i was to do it again i would ask the night staff first",
    ],
)
def test_what_was_put_somewhere_at_work_stays_whole(asked: Learner, text: str) -> None:
    asked.say(text)
    assert text in body(asked)


@pytest.mark.parametrize(
    ("told", "complaint", "left"),
    [
        ("I wrote the list. Good then put that", "it still says good then put that", "the list"),
        ("I checked it all. pal ye ken me", "my answer still has pal ye ken me in it", "it all"),
        ("I made the rota lol this is pish", "naw it still sez lol this is pish", "the rota"),
        ("I made the rota. So there. Now you", "Why does it say so there now you", "the rota"),
    ],
)
def test_words_that_somebody_says_are_still_there_go(
    asked: Learner, told: str, complaint: str, left: str
) -> None:
    asked.say(told)
    said = asked.say(complaint)
    assert "Out of your statement" in said
    assert body(asked).rstrip(" .\n").endswith(left)
    assert complaint not in body(asked)


def test_words_that_are_nowhere_are_asked_about(asked: Learner) -> None:
    asked.say("I made the rota and hung it up.")
    said = asked.say("That still says something I never wrote")
    assert "Say it with a word that stands there" in said
    assert words_at(asked) == 8


def test_what_a_sign_at_work_says_is_told(asked: Learner) -> None:
    asked.say("I checked the fridge.")
    asked.say("It still says on the door to knock first and I remind the new ones.")
    assert words_at(asked) == 19


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("scrap that. Who reads this?", "The people who run this coach"),
        ("scrap that lol n how many words do i need", "200 words"),
        (
            "Could you kindly remove the last sentence, and might I ask who will read this?",
            "The people who run this coach",
        ),
        ("tak oot the last line an whit does overlap mean", "management"),
        ("remove last one please. what is the badge?", "Open Badge"),
        ("leave out the bit about the boiler. And how long does this take?", "minutes"),
        ("please delete last one. i have to go my bus come, back after", "kept"),
        ("oh no delete that. sorry. can people tell who he is", "name"),
    ],
)
def test_what_is_asked_beside_an_order_is_answered_too(
    asked: Learner, text: str, answer: str
) -> None:
    said = asked.say(text)
    assert "Out of your statement" in said
    assert answer in said


@pytest.mark.parametrize(
    "text",
    [
        "forget it. is ma other stuff still there",
        "never mind. have you still got my first answer?",
    ],
)
def test_who_says_never_mind_and_asks_is_answered_and_nothing_goes(
    asked: Learner, text: str
) -> None:
    said = asked.say(text)
    assert "Nothing that you sent is lost" in said
    assert STORY in body(asked)


FRANK = (
    "I am a carer. On a cold night an old man would not sleep and I sat with him. He told me of "
    "the war. My senior said well done."
)


@pytest.fixture
def frank(learner: Learner) -> Learner:
    """Somebody who told of a man, and is asked about management."""
    learner.at("situation").say(FRANK)
    learner.press("Next")
    return learner


@pytest.mark.parametrize(
    "text",
    [
        "get rid of what I wrote about him",
        "tak oot whit ah said aboot him",
        "I would like everything concerning him removed",
        "delete wat i put bout him",
        "scrap any mention of him pls",
    ],
)
def test_all_that_tells_of_somebody_is_asked_about_once(frank: Learner, text: str) -> None:
    said = frank.say(text)
    assert "I sat with him" in said
    assert "He told me of the war" in said
    assert "well done" not in said
    assert said.count("?") == 1
    assert FRANK in body(frank)
    frank.say("aye, all of it")
    assert "war" not in body(frank)
    assert "well done" in body(frank)


def test_one_of_them_goes_by_its_number_and_none_by_keep_it(frank: Learner) -> None:
    frank.say("get rid of what I wrote about him")
    frank.say("naw keep it")
    assert FRANK in body(frank)
    frank.say("get rid of what I wrote about him")
    frank.press("Leave out number 2")
    assert "war" not in body(frank)
    assert "I sat with him" in body(frank)


def test_what_is_about_nothing_that_was_told_deletes_nothing(frank: Learner) -> None:
    said = frank.say("delete everything i wrote about the boiler")
    assert "do not find that" in said
    assert FRANK in body(frank)


def test_what_was_got_rid_of_at_work_is_told(frank: Learner) -> None:
    frank.say("I got rid of everything about the old rota and wrote a new one")
    assert words_at(frank) == 14


def test_only_words_that_stand_there_whole_go(asked: Learner) -> None:
    asked.say("I checked the doors twice.")
    asked.say("it still says I checked the windows")
    assert "I checked the doors twice." in body(asked)


def test_what_was_never_in_an_answer_is_said_to_be_in_none(asked: Learner) -> None:
    asked.say("i anserd that alredy")
    said = asked.say("why does it keep saying i anserd that")
    assert "It is in no answer: “i anserd that”" in said


def test_what_went_comes_back_by_keep_it(frank: Learner) -> None:
    frank.say("take out the bit about the war")
    assert "war" not in body(frank)
    frank.say("no keep it")
    assert "war" in body(frank)


def test_what_is_said_to_be_for_the_coach_stays_out(asked: Learner) -> None:
    said = asked.say("my boss doesnt lead she just shouts. thats me talking to u not for the badge")
    assert "it stays out" in said
    assert words_at(asked) == 0


@pytest.mark.parametrize(
    "text",
    [
        "hiya. am a wee bit feart o this, ma spellins murder",
        "my maneger is makin us all do this, im dislexic and i cant rite for toffy",
        "my english is so bad sorry",
    ],
)
def test_who_is_ashamed_of_their_writing_is_met_warmly(asked: Learner, text: str) -> None:
    said = asked.say(text)
    assert asked.coaching
    assert asked.coaching.kind in ("feeling_about_task", "question")
    assert words_at(asked) == 0
    assert said.count("?") <= 1


def test_nobody_is_said_to_have_done_what_is_empty(asked: Learner) -> None:
    for _ in range(4):
        assert "You did" not in asked.say("i want to stop here for today")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("naw ah asked ye a question, is it me or the cooncil yer efter", "Either one"),
        ("That is no answer. I asked you a question about confidentiality.", "The people who run"),
        (
            "Kindly omit the part about the boiler, and advise me what is still outstanding.",
            "leader",
        ),
        ("manage? me? awa an bile yer heid, ah jist wash folk", "?"),
        ("Pray excuse me; I am wanted upstairs. I will resume when I am at leisure.", "."),
        ("what is the meaning of rota", "list of who works when"),
    ],
)
def test_more_voices_are_heard(asked: Learner, text: str, answer: str) -> None:
    assert answer in asked.say(text)
    assert words_at(asked) == 0


def test_of_two_pieces_that_half_fit_none_goes_unasked(learner: Learner) -> None:
    told = (
        "The residents feared the new chair. I sat in it first. Now they sit there without crying."
    )
    learner.at("situation").say(told)
    said = learner.say("Remove what I said about the residents crying")
    assert said.count("?") == 1
    assert told in body(learner)


@pytest.mark.parametrize("text", ["This is not answer for me", "that's no an answer"])
def test_no_answer_is_no_emergency(asked: Learner, text: str) -> None:
    said = asked.say(text)
    assert "999" not in said
    assert words_at(asked) == 0


def test_who_does_not_answer_their_door_is_one(asked: Learner) -> None:
    assert "999" in asked.say("he is not answering his door and I can see him on the floor")


@pytest.mark.parametrize(
    ("text", "objection"),
    [
        ("ah learnt the wee man tae mak soup", "naw. ah wis the teacher"),
        ("ah learnt the wee man tae mak soup", "it wis me that learnt HIM"),
        ("my senior taught me to use the hoist", "no no, HE taught ME"),
        ("my senior taught me to use the hoist", "other way about. she showed me"),
        ("my senior taught me to use the hoist", "I did not teach anybody. My senior did."),
        ("she thanked me for staying late", "you have the wrong person; she thanked me."),
        ("she thanked me for staying late", "not me, her"),
        ("I check the fridge every night", "i never said it was a guess"),
        ("we sang on the bus", "what? no i cant sing, the others sang"),
        ("ah learnt the wee man tae mak soup", "no no, HE didnae teach me, ah taught him"),
    ],
)
def test_who_says_that_it_was_read_the_wrong_way_is_heard(
    learner: Learner, text: str, objection: str
) -> None:
    learner.at("situation").say("I am a carer. He was up all night. I put a lamp by his bed.")
    learner.at("leadership").say(text)
    before = learner.statement.own_words
    learner.say(objection)
    assert learner.statement.own_words == before
    assert learner.coaching
    assert learner.coaching.kind in ("complaint_about_coach", "denial")


@pytest.mark.parametrize(
    "text",
    [
        "No. The night nurse writes the book on Sundays, I do the rest and the lads sign it.",
        "no problem with it since",
        "naw we never had a bug after that",
        "I check the oven as well",
    ],
)
def test_what_goes_on_telling_behind_a_quote_is_an_answer(learner: Learner, text: str) -> None:
    learner.at("situation").say("I am a carer. He was up all night. I put a lamp by his bed.")
    learner.at("management").say("i checked the fridge and wrote it in the book")
    learner.say(text)
    assert learner.coaching
    assert learner.coaching.filed == "management"
