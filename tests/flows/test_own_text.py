"""Whoever says what shall become of their own words is heard the first time, and told the truth."""

from __future__ import annotations

import random
import re

import pytest

from bot.content.library import Content
from tests.support.learner import Learner, body

SONG = (
    "I am carer in care home. One day lady she not want to eat. I sing old song from her "
    "childhood. I sit with her and she eat all soup."
)
TIMETABLE = "I would identify the timetable as the managerial element, with the handover record."
OBJECTS = "Your summary suggests I persuaded people. I did nothing of the sort. I recorded it."
ARM = (
    "last week ah seen wan o the other staff grab him by the airm an twist it. He hud a mark. "
    "Ah huvnae telt anybdy."
)


@pytest.fixture
def song(learner: Learner) -> Learner:
    """Somebody with four sentences at the first question."""
    learner.at("situation").say(SONG)
    return learner


@pytest.mark.parametrize(
    ("order", "out"),
    [
        ("take out my song please", "I sing old song"),
        ("please take out that I sit with her, I do not want that my boss see", "I sit with her"),
        ("gonnae tak oot the bit aboot the soup", "I sit with her"),
        ("can u get rid of the song bit ppl will no who it is", "I sing old song"),
        ("plese take owt wot i sed abowt the song", "I sing old song"),
        ("Kindly expunge the remark concerning the song from the record.", "I sing old song"),
        ("DELETE the bit about the song from her childhood being there", "I sing old song"),
        ("dont keep the bit about the song", "I sing old song"),
        ("um sorry could you maybe not have the song bit in", "I sing old song"),
        ("Sir please remove the soup, the family will be angry to me", "I sit with her"),
        ("and also the bit about the soup take that out too", "I sit with her"),
        (
            "I don't want people to read that I sing. Please get rid of that part.",
            "I sing old song",
        ),
        ("I would ask that my observation regarding the song be withdrawn.", "I sing old song"),
    ],
)
def test_what_is_named_in_any_voice_is_out_and_nothing_else(
    song: Learner, order: str, out: str
) -> None:
    said = song.say(order)
    assert f"Out of your statement now: “{out}" in said
    assert out not in body(song)
    assert sum(each in body(song) for each in re.split(r"(?<=\.) ", SONG)) == 3


@pytest.mark.parametrize(
    "order",
    [
        "No no, put back please my song. That was the best",
        "Where is my song? Put back in the first answer please",
        "This coach is broken I think. I told you already, take back my song",
        "put the song bit bk in",
        "I change my mind, song part please again inside",
        "undo that",
        "I wish that last deletion to be reversed.",
        "naw hing on, pit it back",
    ],
)
def test_what_went_is_back_in_any_words(song: Learner, order: str) -> None:
    song.say("take out my song")
    said = song.say(order)
    assert "✓" in said
    assert "I sing old song" in said
    assert SONG in body(song)


@pytest.mark.parametrize(
    "order",
    [
        "Please show me my text now",
        "show me my answer",
        "Whit does ma first answer say noo",
        "what's in my situation answer the now",
        "Might I see the text of my answer as it presently stands?",
        "wot does it say now",
        "plese sho me my anser",
        "can you show what is left",
    ],
)
def test_their_text_is_shown_whole_where_they_are(song: Learner, order: str) -> None:
    song.say("take out the bit about the soup")
    said = song.say(order)
    assert f"“situation” reads now: “{SONG.rsplit('. ', 1)[0]}" in said
    assert song.step == "situation"
    assert order not in body(song)


def test_an_answer_without_words_is_said_to_have_none(song: Learner) -> None:
    assert "“leadership” has no words now" in song.say("show me my leadership answer")


@pytest.mark.parametrize(
    "order",
    [
        "Kindly remove my complaint from the record. I do not wish it to form part of it.",
        "take out my moan",
        'The words "Your summary suggests" through to the end, please.',
        'take out everything from "Your summary" on',
        'delete from "Your summary" to the end',
    ],
)
def test_a_complaint_goes_to_its_end(learner: Learner, order: str) -> None:
    learner.at("management").say(TIMETABLE)
    learner.say(OBJECTS)
    learner.press("Put it in my answer")
    learner.say(order)
    assert body(learner).strip().endswith(TIMETABLE)


def test_what_follows_words_goes_and_they_stay(song: Learner) -> None:
    song.say('take out everything after "not want to eat"')
    assert body(song).strip(" \n.").endswith("One day lady she not want to eat")


def test_what_is_said_to_stay_stays(song: Learner) -> None:
    song.say("take out the last two sentences but keep that I sit with her")
    assert "I sing old song" not in body(song)
    assert "I sit with her and she eat all soup." in body(song)


def test_what_was_kept_out_comes_in_and_the_name_in_it_is_asked_about(learner: Learner) -> None:
    learner.at("management").say("i do the fire panel check evry nite n write it in the book")
    learner.say("theres only me on nites lol plus big sandra. she does upstairs i do down")
    learner.say("take that out")
    assert "sandra" not in body(learner)
    said = learner.say("eh put the sandra bit in tho leave out her name")
    assert "In your answer “management” now: “theres only me on nites" in said
    assert "“sandra” may be a name" in said
    learner.press("A colleague")
    assert "sandra" not in body(learner)
    assert "put the sandra bit" not in body(learner)


def test_a_disclosure_that_is_asked_out_goes_whole(learner: Learner) -> None:
    learner.at("leadership").say("I showed the new lassie how tae talk tae him.")
    learner.say(ARM)
    if learner.conversation.undecided:
        learner.press("Keep it")
    assert "airm" in body(learner)
    learner.say("Is the bit aboot the airm in ma statement? Git it oot, that cannae be public")
    assert body(learner).strip().endswith("I showed the new lassie how tae talk tae him.")
    assert "It is in no answer" in learner.say("is the airm bit gone?")


def test_words_of_harm_that_are_dropped_are_never_found_again(learner: Learner) -> None:
    learner.at("leadership").say("I showed the new lassie how tae talk tae him.")
    learner.say("I saw bruises all over his arms, his uncle grabs him")
    assert learner.conversation.undecided
    assert learner.say("take out the bit about his arms, I dont want it in").count("Dropped.") == 1
    assert "reads now: “I showed the new lassie" in learner.say("what does it say now")


def test_nothing_goes_for_words_that_are_in_no_answer(song: Learner) -> None:
    song.say("who can see what i type, can my manager")
    assert "It is in no answer: “who can see" in song.say("dont keep that bit")
    assert SONG in body(song)


def test_where_less_than_all_is_found_it_is_shown_and_asked_about(song: Learner) -> None:
    said = song.say("take out the bit about the soup and lunch")
    assert "1. I sit with her and she eat all soup." in said
    assert said.count("?") == 1
    assert SONG in body(song)
    song.say("yes")
    assert "soup" not in body(song)


def test_an_order_an_answer_and_a_question_beside_each_other_all_count(song: Learner) -> None:
    said = song.say(
        "Take the bit about the soup out. I also made a chart for who eats what and put it on the "
        "wall so that all can see it."
    )
    assert "Out of your statement" in said
    assert "I also made a chart" in body(song)
    assert "Take the bit" not in body(song)
    said = song.say("leave out the chart bit please, and how many words is that now?")
    assert "chart" not in body(song)
    assert "words" in said.splitlines()[-1]


@pytest.mark.parametrize(
    "text",
    [
        "I took the old song book out of the cupboard and put it back after",
        "She asked me to read the song to her and I left the soup out for later",
        "we worked out who sings the song each day and kept it in the book",
        "I keep the song sheets in the drawer and show them to the new girl",
    ],
)
def test_what_is_told_of_work_moves_no_word(song: Learner, text: str) -> None:
    assert "Out of your" not in song.say(text)
    assert SONG in body(song)
    assert text in body(song)


def test_of_a_message_that_waits_what_tells_of_work_is_kept(learner: Learner) -> None:
    learner.at("leadership").say(
        "i lernt the new lad to do the bins and the medz sheet. my supervizor shouts at him and i "
        "dont think its rite"
    )
    assert learner.conversation.undecided
    learner.say("pleas del the bit were i say my supervizor shouts")
    assert learner.conversation.undecided == []
    assert body(learner).strip(" \n.").endswith("the bins and the medz sheet")


def test_of_words_that_wait_a_piece_goes_and_the_work_beside_it_is_not_lost(
    learner: Learner,
) -> None:
    learner.at("situation").say(
        "one boy kept hitting so i gave him the job of handing out the snack and he stopped "
        "hitting and his gran says hes a devil at home"
    )
    assert learner.conversation.undecided
    learner.say("can you take away the last bit about his gran please")
    if learner.conversation.undecided:
        learner.press("Keep it")
    assert "the job of handing out the snack" in body(learner)
    assert "gran" not in body(learner)


def test_what_is_said_instead_takes_the_first_back(song: Learner) -> None:
    song.say("take out the bit about the soup")
    song.say("naw no that bit, ah meant the bit aboot the song")
    assert "I sit with her and she eat all soup." in body(song)
    assert "I sing old song" not in body(song)


def test_one_more_request_in_a_message_is_met_after_the_first(song: Learner) -> None:
    song.say("take out the bit about the soup")
    song.say("No wait, put it back but take out the song bit")
    assert "I sit with her and she eat all soup." in body(song)
    assert "I sing old song" not in body(song)


def test_who_leaves_it_after_all_loses_nothing(song: Learner) -> None:
    song.say("also maybe take out the first sentence? or no leave that")
    assert SONG in body(song)


LINES = (
    "I wrote the rota two weeks ahead.",
    "My mother was ill that month.",
    "The garden party was on the Friday.",
    "I phoned the chemist about his tablets.",
    "Nobody thanked me for the boiler.",
    "The new girl learned the hoist from me.",
    "I made tea for her sister.",
    "We moved the beds to the warm lounge.",
)
NAMED = ("rota", "mother", "party", "chemist", "boiler", "hoist", "tea", "beds")
ORDERS = (
    "take out the bit about the {0}",
    "gonnae tak oot whit ah said aboot the {0}",
    "delete the {0} bit n the {1} bit pls",
    "everything after the {0} bit has to go",
    "take out the last two sentences",
    "put the {0} bit back in please",
    "i want the {0} line in again",
    "put it back",
    "take that out",
    "remove my complaint",
    "leave the {0} bit out but keep the bit about the {1}",
    "did you take out the {0}?",
    "show me my text",
    "both",
    "undo",
    "not the {0} bit",
    "move the {0} bit to leadership",
    "shift whit ah said aboot the {0} tae the situation",
    "the {0} line and the {1} line belong under leadership",
    "put the {0} bit first",
    "cud the {0} line go at the end",
    "swap the {0} bit and the {1} bit",
    "swap 1 and 2",
    "move that to leadership",
    "should i take out the {0} bit?",
    "take out the {0} bit and move the {1} bit to leadership",
)
_SAID = re.compile(
    r"^✓ (Out of|Back in|In your|Put where)[^“]*(?:“\w+” now: )?(“.*”)", re.MULTILINE
)


def said_of(reply: str, how: str) -> list[str]:
    """Return what a reply says is out, or is in."""
    return [
        quote.strip(" .")
        for found in _SAID.finditer(reply)
        if (found[1] == "Out of") == (how == "out")
        for quote in found[2].split("”. ")[0].strip("“”").split("”, “")
    ]


def stand(learner: Learner, lines: list[str]) -> dict[str, list[str]]:
    """Return which lines stand in each answer, in their order."""
    told = {each.step.id: each.text for each in learner.statement.sections}
    found = {step: [each for each in lines if each.rstrip(".") in told[step]] for step in told}
    return {step: sorted(mine, key=told[step].index) for step, mine in found.items()}


@pytest.mark.parametrize("seed", range(90))
def test_a_receipt_is_true_and_nothing_else_changes(content: Content, seed: int) -> None:
    chance = random.Random(seed)
    lines = [each.rstrip(".") for each in chance.sample(LINES, chance.randint(2, 6))]
    orders = [
        (chance.choice(ORDERS), chance.choice(NAMED), chance.choice(NAMED))
        for _ in range(chance.randint(1, 5))
    ]
    learner = Learner(content).at("management")
    half = len(lines) // 2
    for told in (lines[:half], lines[half:]):
        learner.say(". ".join(told) + ".")
    for order, one, other in orders:
        was, text = stand(learner, lines), body(learner)
        reply = learner.say(order.format(one, other))
        now = stand(learner, lines)
        before, after = set().union(*was.values()), set().union(*now.values())
        out, back = lines_in(said_of(reply, "out"), lines), lines_in(said_of(reply, "in"), lines)
        assert not after & out[0]
        assert before - after <= out[0] | out[1]
        assert after - before <= back[0] | back[1]
        assert back[0] <= after
        assert not before - after or "should" not in order
        assert all(body(learner).count(each) <= 1 for each in lines)
        moved = {each for step in now for each in now[step] if each in before - set(was[step])}
        assert moved <= back[0] | back[1]
        for step in now:
            as_it_was = [each for each in was[step] if each in now[step]]
            same = [each for each in now[step] if each in was[step]]
            assert same == as_it_was or set(same) & (back[0] | back[1])
        if "Not there" in learner.buttons:
            learner.press("Not there")
            assert body(learner) == text


MAINS = (
    "I planned the shifts for the month",
    "I asked the lads what they wanted",
    "We moved the beds to the lounge",
    "I wrote the key list by hand",
    "She tried the soup at last",
)
HUNG = (
    "because the boiler was off",
    "instead of waiting for the office",
    "and then the cook laughed",
    "which the neighbours never knew",
    "when the piper arrived",
    "at the day centre in Troon",
)
OF_BITS = (
    *("boiler", "office", "cook", "neighbours", "piper", "Troon", "shifts", "lads", "beds", "key"),
    "soup",
)
BIT_ORDERS = (
    "take out the bit about the {0}",
    "rub oot whit ah said aboot the {0}",
    "just take out the word {0}",
    "Kindly remove the whole sentence about the {0}.",
    "omit the reference to the {0} please",
    "can you take {0} out",
    "put back the bit about the {0} but not the {1}",
    "put the {0} bit back",
    "put it back",
    "no not that bit! i meant the bit about the {0}",
    "och no you took out the wrong bit, just the word {0}",
    "No. I asked for the entire sentence to be removed.",
    "that wasnt what i meant",
    "not that one the other one",
    "undo",
)
CHOICES = ("just the first", "whole thing", "no the other bit", "the bit", "yes", "no, leave it")
_RECEIPT = re.compile(
    r"(?P<how>Out of|Back in|In your|It is in no|It is in your)[^“]*(?:“\w+”(?: now| already)?: )?"
    r"(?P<quotes>“[^\n]*?”)(?:\.? Press|\.? That is|\.$|$)",
    re.MULTILINE,
)


def quotes_of(reply: str) -> list[tuple[str, str]]:
    """Return what a reply says is out, or is in, each with how it says so."""
    return [
        (found["how"], quote.strip(" .…"))
        for found in _RECEIPT.finditer(reply)
        for quote in found["quotes"].strip("“”").split("”, “")
    ]


@pytest.mark.parametrize("seed", range(120))
def test_a_receipt_is_made_of_the_answer_as_it_is_then(content: Content, seed: int) -> None:
    chance = random.Random(seed)
    hung = chance.sample(HUNG, 4)
    text = ". ".join(
        " ".join([main, *hung[at * 2 : at * 2 + chance.randint(0, 2)]])
        for at, main in enumerate(chance.sample(MAINS, chance.randint(2, 3)))
    )
    learner = Learner(content).at("management")
    learner.say(f"{text}.")
    for _ in range(chance.randint(1, 5)):
        was = learner.statement.sections[1].text
        is_asked = learner.conversation.prompt == "order"
        said = chance.choice(CHOICES if is_asked else BIT_ORDERS)
        order = said.format(*chance.sample(OF_BITS, 2))
        reply = learner.say(order)
        now = learner.statement.sections[1].text
        for how, quote in quotes_of(reply):
            is_in = how not in ("Out of", "It is in no")
            assert (quote in now) == is_in, (order, reply, now)
        assert now == was or quotes_of(reply), (order, reply, "nothing changes unsaid")
        assert order not in now
        assert "  " not in now
        assert not re.search(r"^[ ,]| [.,]|,\.|\b(?:and|because|instead|in|at|which|when)\.", now)
        kept = iter(text.split())
        is_theirs = all(any(w.strip(".,") == e.strip(".,") for e in kept) for w in now.split())
        assert is_theirs, (order, reply, now, text)


def lines_in(quotes: list[str], lines: list[str]) -> tuple[set[str], set[str]]:
    """Return the lines that are quoted whole, and those that a quote cut short may hold."""
    whole = {each for each in lines for quote in quotes if each.rstrip(".") in quote}
    told = " ".join(lines)
    cut = [told.find(quote[:20]) for quote in quotes if quote.endswith("…")]
    return whole, {each for each in lines if any(told.find(each) >= at for at in cut)}


@pytest.mark.parametrize(
    "text",
    [
        "I don't want my manager to read this",
        "i don't want anyone to know about this",
        "The book is both, it keeps the day in order and calms. I don't want my boss to read it",
    ],
)
def test_who_fears_that_it_is_read_takes_nothing_out(learner: Learner, text: str) -> None:
    told = "my colleague made the template and I told her it was great"
    learner.at("leadership").say(told)
    learner.press("Next")
    said = learner.say(text)
    assert "Out of your statement" not in said
    assert told in body(learner)


def test_the_entire_sentence_is_the_one_that_a_part_was_just_taken_of(learner: Learner) -> None:
    learner.at("situation").say("I do activities at the day centre, been there eleven years.")
    learner.say("I moved the chairs for the supper, and he told me that his shoulder was sore.")
    learner.say("Kindly remove the part about the shoulder.")
    learner.say("No. I asked for the entire sentence to be removed.")
    assert "I do activities at the day centre" in body(learner)
