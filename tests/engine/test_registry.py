"""What the subjects hand to the engine: nothing in it is out of reach, and no old press acts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.content.library import Content
from bot.domain.access import Membership
from bot.domain.addresses import Address
from bot.domain.crossing import Place, WaysIn
from bot.domain.events import Reminder
from bot.domain.offers import Button
from bot.flows.registry import FLOWS
from tests.engine.people import COHORT, COORDINATOR, Person
from tests.engine.prompt_cases import AN_ANSWER, HARM

STALE = "That button is not in use now. Nothing changed."

ACTING = sorted(FLOWS.actions.keys() - FLOWS.harmless - {"page"})


@pytest.fixture
def person(content: Content) -> Person:
    return Person(content)


# Actions and pages


@pytest.mark.parametrize("action", ACTING)
def test_a_button_of_an_earlier_turn_does_nothing(person: Person, action: str) -> None:
    person.at("management")
    person.conversation.offers.append(Button("It", f"{action}:management", side=True))
    person.conversation.version += 1
    before = person.conversation.copy()
    assert STALE in person.press_button(f"{action}:management", before.version - 1)
    assert person.conversation.attempts == before.attempts
    assert person.conversation.prompt == before.prompt


def test_what_is_harmless_can_be_done() -> None:
    assert FLOWS.actions.keys() >= FLOWS.harmless


def test_a_page_can_be_opened_by_a_button_of_long_ago(person: Person) -> None:
    person.at("management")
    assert STALE not in person.press_button("page:things", 1)
    assert person.conversation.open_page == "things"


def opened(content: Content) -> set[str]:
    """All pages that can be come to by the commands and the buttons on pages."""
    waiting = [f"/{name}" for name in FLOWS.commands] + [
        *("/resources coaching", "/learn kotter", "/statement wurd")
    ]
    found = set[str]()
    elsewhere = WaysIn((Place(Address("web", "a browser")),))
    theirs = (Membership(COHORT, 7, "", ("900",)),)
    person = Person(content, access=replace(COORDINATOR, ways_in=elsewhere, memberships=theirs))
    person.at("management")
    person.say(AN_ANSWER)
    while waiting:
        way = waiting.pop()
        if way.startswith("/"):
            person.say(way)
        else:
            person.press_button(way, person.conversation.version)
        found.add(person.conversation.open_page)
        for each in person.conversation.offers:
            if each.action.startswith("page:") and each.action not in found:
                found.add(each.action)
                waiting.append(each.action)
    return found


def test_every_kind_of_page_can_be_come_to(content: Content) -> None:
    heads = {each.removeprefix("page:").partition(".")[0] for each in opened(content)}
    assert heads >= FLOWS.pages.keys()
    assert heads >= content.frameworks.keys()


# Commands


def test_every_command_is_described_and_every_description_is_of_a_command(
    content: Content,
) -> None:
    assert {name for name, _ in content.words.commands} == set(FLOWS.commands)


def test_a_command_that_takes_words_is_a_command() -> None:
    assert FLOWS.commands.keys() >= FLOWS.commands_with_words


# Who is offered words first


def test_what_cannot_be_kept_is_refused_before_anything_is_made_of_it(person: Person) -> None:
    person.at("management")
    assert "keep what you wrote" not in person.say(f"{HARM} \ud83d")
    assert not person.conversation.messages


def test_harm_comes_before_a_form_that_is_open(person: Person) -> None:
    person.access = COORDINATOR
    person.do("say /cohort", "press All my groups", "press Make a group", f"say {HARM}")
    assert person.conversation.prompt == "harm"


def test_a_form_comes_before_a_wish_to_be_asked_later(person: Person) -> None:
    person.access = COORDINATOR
    said = person.do(
        "say /cohort", "press All my groups", "press Make a group", "say later tomorrow 8am"
    )
    assert "Which reflection is it for?" in said
    assert person.conversation.preferences.snoozed_until is None


def test_a_wish_to_be_asked_later_comes_before_the_answer_to_a_reminder(person: Person) -> None:
    person.at("management")
    person.remind(Reminder("later", "learning_organisation"))
    person.say("later tomorrow 8am")
    assert person.conversation.preferences.snoozed_until
    assert (person.conversation.attempt.dialogue, person.step) == ("thing_2", "management")


def test_a_refusal_comes_before_the_answer_to_a_reminder(person: Person) -> None:
    person.at("management")
    person.remind(Reminder("later", "thing_2"))
    assert "I kept it out of your answer." in person.say("not today")
    assert not person.statement.own_words


def test_the_question_of_a_reminder_comes_before_the_one_that_was_open(person: Person) -> None:
    person.at("management")
    person.remind(Reminder("later", "learning_organisation"))
    person.say(AN_ANSWER)
    assert person.conversation.attempt.dialogue == "learning_organisation"


def test_a_question_to_the_coach_is_answered_before_words_are_an_answer(person: Person) -> None:
    person.at("management")
    said = person.say("How many words do I need?")
    assert "200" in said
    assert not person.statement.written
