"""What is asked beside the questions: each prompt of the registry, from its coming to its end."""

from __future__ import annotations

from functools import cache

import pytest

from bot.content.library import Content
from bot.domain.conversation import NO_PROMPT
from bot.domain.events import Reminder
from bot.engine.flows import Prompt
from bot.engine.machine import prompt_table
from bot.flows.registry import FLOWS
from tests.engine.people import Person
from tests.engine.prompt_cases import CASES, SENT, Typed

NAMES = list(CASES)

TYPED = [(name, each) for name, case in CASES.items() for each in case.typed]

HOLDING = [name for name, case in CASES.items() if case.lost is None]

ON_PLACE = {"Take back my last message"}
"""What is asked about, and can be pressed at the question as well."""

YIELDING = [name for name in CASES if FLOWS.prompts[name].gives_way]

UNDUE = ("harm", "feedback", "kept_out_list")
"""Not asked once a statement was sent, or after the question of day 28."""

UNSEEN = ("noticed",)
"""Nothing is seen in an act beside sixty times the same word."""

LOSABLE = [name for name, case in CASES.items() if case.lost]


@pytest.fixture
def person(content: Content) -> Person:
    return Person(content)


@cache
def asked(content: Content, name: str) -> tuple[Person, str]:
    """Return somebody who is asked it, as it comes about, and what was said to them."""
    person = Person(content, access=CASES[name].access)
    return person, person.do(*CASES[name].way)


def ask(person: Person, name: str) -> str:
    """Let somebody stand where they are asked it: the way there is walked once for all tests."""
    there, said = asked(person.content, name)
    own = {"conversation": there.conversation.copy(), "said": [*there.said]}
    vars(person).update(vars(there) | own)
    return said


def test_each_prompt_has_its_case_and_each_case_its_prompt() -> None:
    assert set(CASES) == set(FLOWS.prompts)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_asked_with_its_own_buttons(person: Person, name: str) -> None:
    case = CASES[name]
    assert case.asked in ask(person, name)
    assert person.conversation.prompt == name
    shown = [label for label in person.buttons if label in case.buttons]
    assert shown == list(case.buttons)


@pytest.mark.parametrize("name", NAMES)
def test_each_of_its_buttons_has_an_action(person: Person, name: str) -> None:
    ask(person, name)
    for each in person.conversation.offers:
        assert each.action.partition(":")[0] in FLOWS.actions


@pytest.mark.parametrize(("name", "typed"), TYPED, ids=[f"{n}: {t.words[:20]}" for n, t in TYPED])
def test_words_that_are_typed_are_for_it_or_for_what_comes_after(
    person: Person, name: str, typed: Typed
) -> None:
    ask(person, name)
    assert typed.answer in person.say(typed.words)
    assert person.conversation.prompt == typed.then


@pytest.mark.parametrize("name", NAMES)
def test_a_press_closes_it(person: Person, name: str) -> None:
    case = CASES[name]
    ask(person, name)
    assert case.closes.answer in person.do(f"press {case.closes.label}")
    assert person.conversation.prompt != name


@pytest.mark.parametrize("name", NAMES)
def test_an_unknown_command_shows_it_again_and_leaves_it_open(person: Person, name: str) -> None:
    case = CASES[name]
    ask(person, name)
    before = person.buttons
    said = person.say("/xyzzy")
    assert "/xyzzy" in said
    assert case.again in said
    assert person.conversation.prompt == name
    assert person.buttons == before


@pytest.mark.parametrize("command", ["help", "learn", "mydata", "reminders", "review", "support"])
@pytest.mark.parametrize("name", NAMES)
def test_it_survives_what_it_says_it_survives(person: Person, name: str, command: str) -> None:
    prompt = FLOWS.prompts[name]
    ask(person, name)
    before = person.conversation.offers
    person.say(f"/{command}")
    # What is not decided is asked about again, once no page is open.
    at_review = (
        name in ("name", "split", "situations", "instead", "lines", "not_own")
        and command == "review"
    )
    comes_back = at_review or (name == "harm" and not person.conversation.open_page)
    comes_back |= (name, command) == ("shows_who", "review")
    assert (person.conversation.prompt == name) == (comes_back or command in prompt.survives)
    if command in prompt.survives:
        person.say("/xyzzy")
        assert person.conversation.prompt == name
        assert person.conversation.offers == before


@pytest.mark.parametrize("name", LOSABLE)
def test_when_what_it_is_about_is_gone_the_question_goes_on(person: Person, name: str) -> None:
    case = CASES[name]
    ask(person, name)
    place = person.step
    assert case.lost
    case.lost(person)
    person.say("/xyzzy")
    assert person.conversation.prompt == NO_PROMPT
    assert person.step == place
    assert not set(case.buttons) & set(person.buttons) - ON_PLACE


@pytest.mark.parametrize("name", LOSABLE)
def test_when_what_it_is_about_is_gone_an_old_press_does_nothing(person: Person, name: str) -> None:
    case = CASES[name]
    ask(person, name)
    own = [each for each in person.conversation.offers if each.label == case.buttons[0]]
    assert case.lost
    case.lost(person)
    messages, attempts = person.conversation.messages, person.conversation.attempts
    said = person.press_button(own[0].action, person.conversation.version)
    assert "not in use now" in said or "nothing to take back" in said
    assert person.conversation.messages == messages
    assert person.conversation.attempts == attempts


def test_what_was_named_is_no_longer_called_anything_once_its_words_are_others(
    person: Person,
) -> None:
    ask(person, "heard")
    person.edit(len(person.said), "I wrote the list.")
    assert person.conversation.prompt == NO_PROMPT
    assert "What is that called?" not in person.buttons


@pytest.mark.parametrize("name", HOLDING)
def test_one_without_such_a_loss_holds_whatever_happens(name: str) -> None:
    prompt = FLOWS.prompts[name]
    assert type(prompt).still_holds is Prompt.still_holds
    assert not prompt.about_message


@pytest.mark.parametrize("name", YIELDING)
def test_words_after_a_reminder_are_for_its_question_where_it_gives_way(
    person: Person, name: str
) -> None:
    ask(person, name)
    person.remind(Reminder("later", "learning_organisation"))
    assert person.conversation.prompt == name, "the reminder is no answer to it"
    said = person.say("We learned that a short list helps us all at night.")
    assert "✓ Saved · 11 words" in said
    assert person.conversation.attempt.dialogue == "learning_organisation"
    assert person.conversation.prompt == NO_PROMPT


def test_words_after_a_reminder_are_for_it_though_feedback_was_asked_for(person: Person) -> None:
    ask(person, "feedback")
    person.remind(Reminder("later", "learning_organisation"))
    person.say("There was not enough about management.")
    assert (person.conversation.attempt.dialogue, person.step) == (
        "learning_organisation",
        "learned",
    )


# A statement that is sent is not asked about any more, until it changes.
BEFORE_SENT = ("own_words", "sent")


@pytest.mark.parametrize(
    "name", [each for each in NAMES if each not in (*UNDUE, *BEFORE_SENT, *UNSEEN)]
)
def test_the_question_of_day_28_comes_whatever_was_left_open(person: Person, name: str) -> None:
    case = CASES[name]
    person.do(*SENT, "days 29")
    person.access = case.access
    for line in case.way:
        if line != "write":
            person.follow(line)
    assert person.conversation.prompt == name
    assert "How did it go?" in person.remind(Reminder("outcome", "thing_2"))
    assert person.conversation.prompt == "outcome"


@pytest.mark.parametrize("name", ["harm", "place", "sort", "name", "masked", "carry_on"])
def test_hello_on_day_28_brings_its_question_whatever_was_left_open(
    person: Person, name: str
) -> None:
    person.do(*SENT, "days 29", "say /review")
    way = CASES[name].way[-1]
    if name in ("harm", "name", "masked"):
        person.edit(1, way.removeprefix("say "))
    else:
        person.follow(way)
    if name == "masked":
        person.do("say I rang her son on 07700 900123 about it.")
    assert "How did it go?" in person.say("hello")
    assert person.conversation.prompt == "outcome"


@pytest.mark.parametrize("name", NAMES)
def test_a_time_to_come_back_can_be_typed_whatever_was_asked(person: Person, name: str) -> None:
    ask(person, name)
    person.press_button("page:rem.later", person.conversation.version)
    [pick] = [each for each in person.replies[-1].buttons if each.label == "Pick a time"]
    assert "When shall I come back?" in person.tap(pick)
    assert person.conversation.prompt == "later"


def test_no_reminder_comes_between_while_harm_is_asked_about(person: Person) -> None:
    ask(person, "harm")
    assert not person.remind(Reminder("later", "learning_organisation"))
    assert person.conversation.prompt == "harm"


@pytest.mark.parametrize("name", NAMES)
def test_it_may_be_asked_where_it_says(name: str) -> None:
    prompt = FLOWS.prompts[name]
    sources = {
        source
        for each in prompt_table(FLOWS.prompts.values())
        if each["trigger"] == f"ask_{name}"
        for source in ([each["source"]] if each["source"] == "*" else each["source"])
    }
    assert sources == ({"*"} if prompt.interrupts else {NO_PROMPT, name, *prompt.follows})
    assert prompt.follows <= set(FLOWS.prompts)


def test_only_harm_interrupts_whatever_is_asked() -> None:
    assert [each.name for each in FLOWS.prompts.values() if each.interrupts] == ["harm"]


@pytest.mark.parametrize("trigger", ["looked_up", "interrupted"])
def test_what_a_look_up_leaves_open_and_what_gives_way_is_as_declared(trigger: str) -> None:
    declared = {
        "looked_up": [NO_PROMPT, *(p.name for p in FLOWS.prompts.values() if p.survives)],
        "interrupted": [p.name for p in FLOWS.prompts.values() if p.gives_way],
    }
    [row] = [e for e in prompt_table(FLOWS.prompts.values()) if e["trigger"] == trigger]
    assert row["source"] == declared[trigger]


def test_everything_that_a_prompt_survives_can_be_done() -> None:
    known = {*FLOWS.actions, *FLOWS.commands}
    assert all(each.survives <= known for each in FLOWS.prompts.values())
