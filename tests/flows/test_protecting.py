"""People are protected: identifiers are never kept, and names are asked about."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from bot.analysis.identifiers.finder import find_identifiers
from bot.analysis.identifiers.plain_text import Kind
from bot.content.library import Content
from bot.domain.events import Event
from bot.flows.safety.identifiers import masked
from bot.services.coach import Coach
from tests.bench.identifiers import MAKERS, WORDS, made
from tests.conftest import Run
from tests.support.learner import Learner, body

PHONE = "07700 900123"


def everything(learner: Learner) -> str:
    return str(learner.conversation) + str(learner.last)


def test_an_identifier_is_replaced_before_anything_is_kept(learner: Learner) -> None:
    learner.at("situation")
    said = learner.say(f"I rang her son on {PHONE} and he came that day.")
    expected = (
        "This looked like a phone number. I saved your answer with [phone number] in its place."
    )
    assert expected in said
    assert "I rang her son on [phone number] and he came that day." in body(learner)
    assert "900123" not in everything(learner)
    assert learner.press("Good").startswith("✓ It is kept in your answer.\n")


def test_a_marker_counts_as_no_word(learner: Learner) -> None:
    learner.at("situation")
    learner.say(f"I rang {PHONE} today.")
    assert learner.statement.own_words == 3


def test_that_part_can_be_typed_again(learner: Learner) -> None:
    learner.at("situation")
    learner.say(f"I rang {PHONE} today.")
    learner.press("I will type that part again")
    learner.say("I rang her son today.")
    assert body(learner).endswith("I rang her son today.\n")
    assert "[phone number]" not in body(learner)


@pytest.mark.parametrize("where", ["welcome", "review", "edit", "command", "replace", "attachment"])
def test_wherever_it_comes_in_it_is_never_kept(learner: Learner, where: str) -> None:
    text = f"I rang her son on {PHONE} and he came."
    if where == "welcome":
        learner.say("/start")
    else:
        learner.at("review" if where == "review" else "situation")
    if where == "edit":
        learner.say("I rang her son.")
        learner.edit(len(learner.said), text)
    elif where == "command":
        learner.say(f"/help {text}")
    elif where == "attachment":
        learner.attach("photo", text)
    else:
        if where == "replace":
            learner.say("Something else.")
            learner.press("Replace")
        learner.say(text)
    assert "900123" not in everything(learner)
    assert "[phone number]" in learner.say("/mydata")


async def test_the_value_never_reaches_the_disk(coach: Coach, tmp_path: Path) -> None:
    for number, text in enumerate(("/start", "Start", f"I rang him on {PHONE}.")):
        await coach.service.receive(Event("1", "say", text, f"key {number}", f"source {number}"))
    conversation = await coach.store.load("1")
    assert "[phone number]" in conversation.messages[-1].text
    await coach.store.close()
    for file in tmp_path.rglob("*"):
        if file.is_file():
            assert b"900123" not in file.read_bytes()


def test_a_terminal_shows_no_value_again(run: Run) -> None:
    done = run("chat", typed=f"Start\nI rang him on {PHONE} today.\n/statement\n")
    assert "[phone number]" in done.stdout
    assert done.stdout.count("900123") == 1, "only what was typed"


def test_a_possible_name_is_asked_about_and_replaced_as_the_learner_says(learner: Learner) -> None:
    learner.at("situation")
    said = learner.say(
        "I sat with Mrs Campbell because she was upset, and Mrs Campbell slept well."
    )
    assert "“Mrs Campbell” may be a name" in said
    assert "I cannot find every name." in said
    assert learner.press("A resident").startswith("✓ Saved with [a resident] in its place.")
    assert body(learner).count("[a resident]") == 2
    assert "Campbell" not in body(learner)


def test_not_a_name_is_never_asked_about_again(learner: Learner) -> None:
    learner.at("situation")
    learner.say("I sat with Siobhan for an hour.")
    learner.press("Not a name")
    assert "may be a name" not in learner.say("Siobhan was calmer then.")
    assert "Siobhan" in body(learner)


def test_one_decision_at_a_time_the_replaced_number_first_then_the_name(learner: Learner) -> None:
    learner.at("situation")
    said = learner.say(f"I rang Mrs Campbell on {PHONE} about it.")
    assert "may be a name" not in said
    assert "“Mrs Campbell” may be a name" in learner.press("Good")
    learner.press("A family member")
    assert "I rang [a family member] on [phone number]" in body(learner)


def test_names_one_after_the_other(learner: Learner) -> None:
    learner.at("situation")
    learner.say("I asked Mrs Campbell and Mr Singh to sit together.")
    assert "Mr Singh" in learner.press("A resident")
    learner.press("A resident")
    assert body(learner).count("[a resident]") == 2


def test_a_name_blocks_nobody(learner: Learner) -> None:
    learner.at("situation")
    learner.say("I sat with Mrs Campbell.")
    learner.press("Next")
    assert learner.step == "management"


def test_a_name_that_was_passed_over_comes_again_at_the_review_and_not_before(
    learner: Learner,
) -> None:
    learner.at("management")
    said = learner.say("I split the floor so Siobhan had upstairs.")
    assert "“Siobhan” may be a name" in said
    assert "I cannot find every name" in said
    said = learner.say("Siobhan saw it work and told the day staff.")
    assert "may be a name" not in said
    said = learner.say("Siobhan and Mrs Campbell wrote the list for the others.")
    assert "“Mrs Campbell” may be a name" in said
    assert "I cannot find every name" not in said
    said = learner.press("A resident")
    assert "“Siobhan” may be a name" in learner.say("/review")
    learner.press("A colleague")
    kept = " ".join(each.text for each in learner.conversation.messages)
    assert "Siobhan" not in kept
    assert kept.count("[a colleague]") == 3


def test_a_name_goes_whole_wherever_it_stands(learner: Learner) -> None:
    learner.at("situation")
    learner.say("I sat with Jessie Grant at tea time.")
    learner.press("Next")
    learner.say("Then Jessie ate a bit more each day.")
    learner.press("A resident")
    assert "I sat with [a resident] at tea time." in body(learner)
    assert "Grant" not in body(learner)


@pytest.mark.parametrize(
    ("text", "name", "then"),
    [
        ("I sat with marys daughter for an hour.", "mary", "I sat with [a resident]s daughter"),
        ("Marys daughter rang and I told the nurse.", "Mary", "[a resident]s daughter rang"),
        ("So I kept MARYS tea warm in the kitchen.", "MARY", "So I kept [a resident]S tea"),
        (
            "i was on wi jean and JEAN was upset",
            "jean",
            "i was on wi [a resident] and [a resident]",
        ),
        ("i asked mrs whats at the door to wait", "mrs whats", "i asked [a resident] at the door"),
    ],
)
def test_what_was_found_is_what_is_replaced(
    learner: Learner, text: str, name: str, then: str
) -> None:
    learner.at("situation")
    assert f"“{name}” may be a name" in learner.say(text)
    assert learner.press("A resident").startswith("✓ Saved with [a resident] in its place.")
    assert then in body(learner)


@pytest.mark.parametrize("again", ["Marys", "MARY", "mary", "Mary's", "marys"])
def test_a_name_that_was_replaced_is_not_asked_about_again_in_any_spelling(
    learner: Learner, again: str
) -> None:
    learner.at("situation")
    learner.say("I sat with Mary for an hour.")
    learner.press("A resident")
    said = learner.say(f"Then I asked {again} sister to come in for tea.")
    assert "may be a name" not in said
    assert "I put [a resident] there, and not the name." in said
    assert "Then I asked [a resident]" in body(learner)
    assert "mary" not in everything(learner).lower()


@pytest.mark.parametrize("again", ["Marys", "MARY", "mary", "Mary's", "marys"])
def test_a_name_that_was_kept_is_not_asked_about_again_in_any_spelling(
    learner: Learner, again: str
) -> None:
    learner.at("situation")
    learner.say("I sat with Mary for an hour.")
    learner.press("Not a name")
    said = learner.say(f"Then I asked {again} sister to come in for tea.")
    assert "may be a name" not in said
    assert f"Then I asked {again} sister" in body(learner)
    learner.say("/statement")
    assert "Mary" not in learner.press("Check it")


def test_a_name_that_no_list_knows_goes_in_small_letters_too(learner: Learner) -> None:
    learner.at("situation")
    learner.say("I sat with a lady called Zofka for an hour.")
    learner.press("A resident")
    learner.say("Then zofkas sister came and ZOFKA ate her tea with us.")
    assert "Then [a resident]s sister came and [a resident] ate her tea" in body(learner)


def test_a_word_stays_a_word_when_somebody_is_called_so(learner: Learner) -> None:
    learner.at("situation")
    learner.say("I asked Will to sit with us, and Penny said yes.")
    learner.press("A colleague")
    learner.press("A colleague")
    text = "I said we will buy a penny sweet. Will that do, we asked the nurse."
    learner.say(text)
    assert text in body(learner)


def test_a_name_told_in_one_try_is_told_in_the_next(learner: Learner) -> None:
    learner.at("situation")
    learner.say("I sat with Mary for an hour.")
    learner.press("A resident")
    learner.say("/restart")
    learner.press("Yes, start again")
    learner.say("I asked mary to show us how she did her hair.")
    assert "I asked [a resident] to show us" in body(learner), "told once is told"


def test_somebody_beside_a_room_is_a_person_and_no_room(learner: Learner) -> None:
    learner.at("situation")
    said = learner.say("I sat with Mrs Smith in room 12 for an hour.")
    assert "I saved your answer with [a person] in its place." in said
    assert "I sat with [a person] for an hour." in body(learner)


@pytest.mark.parametrize("kind", MAKERS)
def test_nothing_is_passed_over_before_it_is_looked_at(content: Content, kind: Kind) -> None:
    """Most texts cannot hold an identifier, and are not looked at: none that does is among them."""
    chance = Random(f"passed over {kind}")
    for _ in range(300):
        text, start, end = made(kind, chance)
        if find_identifiers(text, WORDS):
            event, kinds = masked(content, Event("1", "say", text, "key"))
            assert kinds
            assert text[start:end] not in event.text


def test_who_somebody_is_may_be_misspelt_and_stops_nobody(learner: Learner) -> None:
    learner.at("situation").say("I wrote the rota with Tina and we hung it up.")
    assert "A colleague" in learner.buttons
    assert "999" not in learner.say("shes my freind at work")
    assert "[a colleague]" in learner.statement.sections[0].text


WITH_TINA = "I wrote the rota with Tina and we hung it up."


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("ma pal fae work", "a colleague"),
        ("she's the wumman doon the stair", "a resident"),
        ("my collegue", "a colleague"),
        ("he works beside me", "a colleague"),
        ("shes wan o oor relief carers", "a colleague"),
        ("one of my service users", "a resident"),
        ("an old lady we look after", "a resident"),
        ("tina is ma room leader", "a colleague"),
        ("she's ma neebor, works the same run", "a colleague"),
        ("thats him the yp not staff", "a child"),
        ("the girl i work wi", "a colleague"),
        ("he is my team leder", "a colleague"),
        ("she is one of the resadents", "a resident"),
        ("she lives in room 4", "a resident"),
        ("wan o the auld yins", "a resident"),
        ("one of the bairns", "a child"),
        ("her dauchter", "a family member"),
        ("my pals mum", "a family member"),
        ("no tina isnt a resident shes staff", "a colleague"),
        ("not a colleague. she's one of the residents", "a resident"),
        ("tina's no a resident, she is ma boss", "a colleague"),
        ("naw she isnae staff hes a resident", "a resident"),
        ("Tina is not one of the residents, Tina is a nurse", "a colleague"),
    ],
)
def test_who_it_is_is_heard_in_any_spelling(learner: Learner, text: str, marker: str) -> None:
    learner.at("situation").say(WITH_TINA)
    assert "✓ Saved with" in learner.say(text)
    assert f"with [{marker}] and" in learner.statement.sections[0].text
    assert text not in learner.statement.sections[0].text


@pytest.mark.parametrize(
    "text",
    [
        "the residents were happy",
        "her daughter thanked us",
        "12 people came to it",
        "it ran on time",
    ],
)
def test_what_came_of_it_is_no_answer_to_who_it_is(learner: Learner, text: str) -> None:
    learner.at("situation").say(WITH_TINA)
    learner.say(text)
    assert text in learner.statement.sections[0].text
    assert "Tina" in learner.statement.sections[0].text


@pytest.mark.parametrize("text", ["she's not a resident", "she isnae staff", "hes no a resident"])
def test_who_somebody_is_not_is_no_word_for_them(learner: Learner, text: str) -> None:
    learner.at("situation").say(WITH_TINA)
    assert "Who is “Tina”" in learner.say(text)
    assert text not in learner.statement.sections[0].text


def test_what_is_no_person_is_asked_about_once_more(learner: Learner) -> None:
    learner.at("situation").say(WITH_TINA)
    assert "Who is “Tina”" in learner.say("it is my dog")
    assert "It stays as it is" in learner.say("its not a name")


def test_a_plain_sign_of_harm_is_heard_where_it_is_asked_who_somebody_is(learner: Learner) -> None:
    learner.at("situation").say(WITH_TINA)
    learner.say("he hits her when nobody is looking")
    assert "Keep it" in learner.buttons


def test_who_somebody_is_goes_nowhere_when_it_was_misread(learner: Learner) -> None:
    learner.at("situation").say(WITH_TINA)
    text = "she is my friend, he hit her"
    learner.say(text)
    assert "Keep it" in learner.buttons
    assert "“situation”" not in learner.press("You misread me")
    assert text not in learner.statement.sections[0].text
    assert "“Tina”" in learner.say("/review")
