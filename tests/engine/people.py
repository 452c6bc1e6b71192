"""People with a cohort, for the engine alone: what a store would tell of them stands in an Access.

``Person`` stands at the port of the store: what a turn does to cohorts shows in the next turn.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.domain.access import Access, Membership
from bot.domain.cohort import Cohort, Member
from bot.domain.cohort_view import CohortView
from bot.domain.commands import Command, Join, Leave, RemoveCoordinator, SetDisplayName
from bot.domain.events import EventKind, Reminder
from bot.domain.invitations import Invitation
from bot.domain.offers import Button, by_label
from tests.support.learner import Learner

MADE_AT = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)

COHORT = Cohort("nursery", "Nursery team", "thing_2", date(2027, 3, 31), "Europe/London", MADE_AT)

TOKENS = tuple(f"{number:032x}" for number in range(1, 4))

VIEW = CohortView(
    COHORT,
    members=tuple(Member(str(each), each, joined_at=MADE_AT) for each in range(1, 9)),
    coordinators=("learner", "another"),
)

INVITED = Access(invitation=Invitation("hash of it", "learner", COHORT))

ASKED_TO_LOOK_AFTER = Access(invitation=Invitation("hash of it", "coordinator", COHORT, "900"))

MEMBER = Access(memberships=(Membership(COHORT, 7, "Morag"),))

COORDINATOR = Access(
    may_create_cohorts=True, coordinates=(COHORT,), view=VIEW, random_tokens=TOKENS
)


@dataclass
class Person(Learner):
    """A learner whose cohorts change as a turn says."""

    def send(self, kind: EventKind, text: str, source: str = "", **more: Any) -> str:
        said = super().send(kind, text, source, **more)
        assert self.last
        for command in self.last.commands:
            self.access = after(command, self.access)
        return said

    def remind(self, reminder: Reminder) -> str:
        """A reminder comes, as the scheduler sends it."""
        return self.send("remind", "", reminder=reminder)

    def tap(self, button: Button) -> str:
        """Press a button under the newest message."""
        return self.press_button(button.action, self.conversation.version)

    def do(self, *script: str) -> str:
        """Do what lines such as ``press Next`` say; return what was said to the last one."""
        said = ""
        for line in script:
            verb, _, rest = line.partition(" ")
            match verb:
                case "at":
                    self.at(rest)
                case "say":
                    said = self.say(rest)
                case "forward":
                    said = self.send("say", rest, f"forward {self.turns}", passed_on=True)
                case "press":
                    offers = self.conversation.offers
                    assert by_label(offers, rest), f"{rest!r} is not offered: {self.buttons}"
                    said = self.press(rest)
                case "days":
                    self.now += timedelta(days=int(rest))
                case "write":
                    said = self._write()
                case _:
                    raise AssertionError(line)
        return said

    def follow(self, line: str) -> None:
        """Do what a line says where it can be done now, from wherever they are."""
        verb, _, rest = line.partition(" ")
        if verb == "write":
            for each in self.content.first.steps:
                self.follow(f"at {each.id}")
                self.say("word " * 60)
            self.say("/statement")
        elif verb == "at":
            self.say("/review")
            step = self.content.first.by_id.get(rest)
            self.follow(f"press Change: {step.label}" if step else "say /review")
        elif verb != "press" or by_label(self.conversation.offers, rest):
            self.do(line)

    def _write(self) -> str:
        """Write the whole statement."""
        self.at("situation")
        for _ in self.content.first.steps:
            self.say("word " * 60)
            self.press("Next")
        return self.press("My statement")


def after(command: Command, access: Access) -> Access:
    """What is known of somebody's cohorts once a command is done."""
    mine, theirs = access.memberships, access.coordinates
    match command:
        case Join(cohort):
            assert access.invitation
            assert access.invitation.cohort
            joined = Membership(access.invitation.cohort, 7, "")
            return replace(access, memberships=(*mine, joined), invitation=None)
        case SetDisplayName(cohort, name):
            named = (replace(m, name=name) if m.cohort.id == cohort else m for m in mine)
            return replace(access, memberships=tuple(named))
        case Leave(cohort):
            return replace(access, memberships=tuple(m for m in mine if m.cohort.id != cohort))
        case RemoveCoordinator(cohort):
            left = tuple(each for each in theirs if each.id != cohort)
            return replace(access, coordinates=left, view=None)
    return access
