"""Buttons stay under messages for ever: pressed late, twice or out of order, they do nothing.

What is harmless may act, and a page may be opened: it shows, and changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.content.library import Content, shipped_folder
from bot.content.loading import load_content
from bot.domain.access import NO_ACCESS, Access
from bot.domain.commands import SkipFinished
from bot.domain.conversation import NO_PROMPT, Conversation
from bot.domain.events import Reminder
from bot.domain.offers import Button
from bot.domain.turn import Turn
from bot.flows.registry import FLOWS
from tests.engine.people import COORDINATOR, INVITED, MEMBER, Person
from tests.engine.prompt_cases import AN_ANSWER, CASES, HARM

pytestmark = pytest.mark.long

CONTENT: Content = load_content(shipped_folder())

STALE = CONTENT.words.odd.stale_press

WAYS = [case.way for case in CASES.values()]

EVENTS = st.lists(
    st.one_of(
        st.sampled_from(WAYS),
        st.sampled_from([(f"say /{name}",) for name in FLOWS.commands if name != "forget"]),
        st.sampled_from([(f"say {text}",) for text in (AN_ANSWER, HARM, "Night team", "Now")]),
        st.just(("remind thing_2",)),
        st.integers(0, 12).map(lambda number: (f"tap {number}",)),
        st.integers(0, 12).map(lambda number: (f"tap {number}", f"tap {number + 1}")),
    ),
    min_size=2,
    max_size=20,
)

ROLES = {
    "a learner": (NO_ACCESS, NO_ACCESS),
    "somebody invited": (INVITED, INVITED),
    "a member": (MEMBER, MEMBER),
    "a former member": (MEMBER, NO_ACCESS),
    "a coordinator": (COORDINATOR, COORDINATOR),
    "a former coordinator": (COORDINATOR, NO_ACCESS),
}
"""Who they are while they talk, and who when they press what is old."""

Old = tuple[Button, int]
"""A button, and the version of the turn that it was shown in."""


@dataclass
class Phone:
    """Somebody's chat: all buttons that are still under some message."""

    person: Person
    shown: list[Old]

    def happens(self, line: str) -> None:
        """One thing happens; what is shown with it stays on the screen."""
        verb, _, rest = line.partition(" ")
        person = self.person
        if verb == "remind":
            person.remind(Reminder("later", rest))
        elif verb == "tap":
            newest = [each for each, version in self.shown if version == self.version]
            if newest:
                person.tap(newest[int(rest) % len(newest)])
        else:
            person.follow(line)
        if person.last and person.last.forget:
            self.shown.clear()
        elif person.last and person.replies:
            self.shown += [(each, self.version) for each in person.replies[-1].buttons]

    @property
    def version(self) -> int:
        return self.person.conversation.version


def after_a_talk(events: list[tuple[str, ...]], access: Access) -> Phone:
    phone = Phone(Person(CONTENT, access=access), [])
    for event in events:
        for line in event:
            phone.happens(line)
    return phone


def seen(conversation: Conversation) -> Conversation:
    """A conversation without what every turn may change.

    That is its number, what is looked at, that they were told who can read their words, which lines
    the coach has said, how far back its question is, and that nothing was to be sent for now.
    """
    same = replace(conversation, version=0, offers=[], open_page="", has_read=True, stopped=False)
    same = replace(same, handled=[], offered_before=[], placeholder="", greeted=True)
    return replace(same, pressed="", pressed_at=None, said=[], since_asked=0)


DECISIONS = ("harm", "name", "split", "situations", "instead", "lines", "not_own")
"""What is asked about again until it is decided."""


def may_be_left(before: Conversation, after: Conversation) -> Conversation:
    """What was there before; what was asked may be left for what is looked up instead, and what is
    not decided is noted as passed over, and asked about again at the review."""
    noted = zip(before.attempts, after.attempts, strict=True)
    before = replace(before, attempts=[replace(old, passed=new.passed) for old, new in noted])
    if after.prompt not in (NO_PROMPT, *DECISIONS):
        return before
    number = before.prompt_message if after.prompt == NO_PROMPT else after.prompt_message
    if after.prompt != before.prompt:  # a name was asked for, for that file
        before = replace(before, name_for=after.name_for, keeps_name=after.keeps_name)
    return replace(
        before, prompt=after.prompt, prompt_message=number, asked_since=after.asked_since
    )


def check(before: Conversation, turn: Turn, action: str) -> None:
    """An old press: nothing is done, and nothing of the conversation is another."""
    name, after = action.partition(":")[0], turn.after
    if name in FLOWS.harmless:
        return
    # Every turn of somebody who has sent the statement drops the reminders that are due to them.
    assert set(map(type, turn.commands)) <= {SkipFinished}, action
    if before.stopped:  # they are asked whether reminders may come again, and till then none does
        before = replace(before, preferences=replace(before.preferences, on=False))
    assert not turn.forget, action
    assert turn.replies[-1].buttons, action
    if name == "page":
        before = may_be_left(before, after)
        if turn.coordinates:  # what a coordinator types from then on is for their page
            before = replace(before, reminded=after.reminded)
    else:
        assert STALE in [reply.text for reply in turn.replies], action
    assert seen(after) == seen(before), action


@pytest.mark.parametrize("role", ROLES)
@given(events=EVENTS, data=st.data())
@settings(max_examples=40)
def test_an_old_button_changes_nothing_whoever_presses_it(
    role: str, events: list[tuple[str, ...]], data: st.DataObject
) -> None:
    talking, pressing = ROLES[role]
    phone = after_a_talk(events, talking)
    person = phone.person
    person.access = pressing
    old = [(each.action, version) for each, version in phone.shown if version < phone.version]
    some = st.lists(st.sampled_from(old), max_size=30) if old else st.just([])
    for action, version in data.draw(some):
        before = person.conversation
        person.press_button(action, version)
        assert person.last
        check(before, person.last, action)


@pytest.mark.parametrize("role", ROLES)
@given(events=EVENTS, number=st.integers(0, 12))
@example(
    events=[
        ("say One of the staff keeps shouting at a resident and pushes her about.",),
        (
            "at management",
            "say I wrote the rota two weeks ahead and worked out how many staff we needed.",
            "say I set up the tables for the garden party.",
            "say take out the garden party bit",
        ),
    ],
    number=0,
)
@settings(max_examples=40)
def test_the_second_tap_on_a_button_changes_nothing(
    role: str, events: list[tuple[str, ...]], number: int
) -> None:
    phone = after_a_talk(events, ROLES[role][0])
    person, version = phone.person, phone.version
    newest = [each for each, shown in phone.shown if shown == version]
    if not newest:
        return
    button = newest[number % len(newest)]
    person.press_button(button.action, version)
    if person.last and not person.last.forget:
        before = person.conversation
        person.press_button(button.action, version)
        check(before, person.last, button.action)
