"""Who somebody is, told beside something else or later: the name goes, and the rest is heard."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner
from tests.support.learner import body as as_text

HENDRY = "I moved the chairs so Mr Hendry could get in and he came every week after"


def body(learner: Learner) -> str:
    """Return the answers of the statement without headings."""
    return "\n\n".join(each for each in as_text(learner).strip().split("\n\n")[1:])


@pytest.mark.parametrize(
    ("said", "marker", "heard"),
    [
        ("ma mate lol the ither hca. who reads this btw", "colleague", "can read it"),
        ("hes one of our members bless him. How many words do I need?", "resident", "words"),
        ("he is a member at the centre. will my words still be here later?", "resident", "is lost"),
        ("don't worry about it he's staff. how many words so far?", "colleague", "words so far"),
        ("the daughter of a client, what is management?", "family member", "keeps the work"),
        ("how many words so far? he is a resident", "resident", "words so far"),
        ("she's a girl from the agency. brb phone", "colleague", "kept"),
    ],
)
def test_what_stands_beside_who_it_is_gets_its_reply(
    learner: Learner, said: str, marker: str, heard: str
) -> None:
    learner.at("management").say(HENDRY)
    reply = learner.say(said)
    assert reply.startswith(f"✓ Saved with [a {marker}] in its place.")
    assert heard in reply
    assert "Hendry" not in body(learner)
    assert body(learner).count("[") == 1


def test_an_answer_beside_who_it_is_is_an_answer_by_itself(learner: Learner) -> None:
    learner.at("management").say("i made the rota n derek said it wis great")
    reply = learner.say("shes ma boss. anyway we got the rota done n i phoned roond")
    assert "“we got the rota done n i phoned roond”" in reply
    assert "ma boss" not in reply
    assert body(learner).endswith("anyway we got the rota done n i phoned roond")
    learner.edit(2, "shes ma boss. anyway we got the rota done n i phoned roond")
    assert "ma boss" not in body(learner)


@pytest.mark.parametrize(
    "said",
    [
        "the driver, the cook and me planned the outing for the next day",
        "my manager and I went round the rooms and wrote down what was broken",
        "a lady fell so I called the nurse and sat with her till she came",
    ],
)
def test_an_answer_that_begins_with_somebody_tells_nobodys_role(
    learner: Learner, said: str
) -> None:
    learner.at("management").say("I told Davie to watch the door")
    learner.say(said)
    assert "Davie" in body(learner)
    assert said in body(learner)


@pytest.mark.parametrize(
    ("said", "marker"),
    [
        ("Mr Hendry is still there, he is a member", "resident"),
        ("by the way Mr Hendry is a resident's husband", "family member"),
        ("mr hendrys ma boss forgot tae say", "colleague"),
    ],
)
def test_who_it_is_may_be_told_later(learner: Learner, said: str, marker: str) -> None:
    learner.at("management").say(HENDRY)
    learner.say("I wrote in the book that Mr Hendry had been in, and who sat where")
    reply = learner.say(said)
    assert reply.startswith(f"✓ It says [a {marker}] now, wherever “Mr Hendry” stood.")
    assert body(learner).count(f"[a {marker}]") == 2
    assert "Hendry" not in body(learner)


def test_what_is_told_beside_it_later_is_an_answer(learner: Learner) -> None:
    learner.at("management").say("I showed Tina how to log the meds")
    learner.say("We wrote it all up in the book after the shift.")
    reply = learner.say("I should have said Tina is a colleague. I also gave her the checklist.")
    assert "“I also gave her the checklist”" in reply
    assert "not the name" not in reply
    assert "should have said" not in body(learner)


@pytest.mark.parametrize(
    ("told", "now"),
    [
        ("my boss Derek backed me up", "my boss backed me up"),
        ("our cook Ania made the soup softer", "our cook made the soup softer"),
        ("I asked Derek (my manager) for a second carer", "I asked my manager for a second carer"),
        (
            "Jean, one of our residents, was low so I sat with her",
            "one of our residents was low so I sat with her",
        ),
        ("one of the ladies, Betty, had lost her ring", "one of the ladies had lost her ring"),
        (
            "a wee boy called Aidan would not share so I made a timer",
            "a wee boy would not share so I made a timer",
        ),
        ("I rang Peter, her son, and he came in", "I rang her son and he came in"),
        (
            "Mr Singh who lives here would not eat so I sat with him",
            "[a resident] who lives here would not eat so I sat with him",
        ),
    ],
)
def test_what_stands_beside_a_name_is_not_asked(learner: Learner, told: str, now: str) -> None:
    asked = learner.at("management").say(told)
    assert "Who is it?" not in asked
    assert "May I leave it out?" in asked
    learner.press("Leave the name out")
    assert body(learner) == now


@pytest.mark.parametrize(
    "said", ["i just said my boss", "yes please", "my boss", "take it out", "Leave it out"]
)
def test_that_it_was_told_is_the_answer(learner: Learner, said: str) -> None:
    learner.at("management").say("my boss Derek backed me up")
    assert "It reads “my boss” now" in learner.say(said)
    assert body(learner) == "my boss backed me up"


@pytest.mark.parametrize(
    "told", ["I told my manager Derek was late", "By the time I told my boss, Derek had left"]
)
def test_a_name_that_begins_a_new_thing_is_asked_about(learner: Learner, told: str) -> None:
    assert "Who is it?" in learner.at("management").say(told)


@pytest.mark.parametrize("said", ["no", "keep it", "leave it in", "it's not a name"])
def test_a_name_whose_role_is_told_may_stay(learner: Learner, said: str) -> None:
    learner.at("management").say("my boss Derek backed me up")
    assert "It stays as it is" in learner.say(said)
    assert body(learner) == "my boss Derek backed me up"


@pytest.mark.parametrize("text", ["aw naw i put a name", "sorry I used her name there"])
def test_who_but_sees_that_a_name_is_in_is_asked_who_it_is(learner: Learner, text: str) -> None:
    learner.at("management").say(HENDRY)
    assert learner.say(text).startswith("Who is “Mr Hendry”, then?")
