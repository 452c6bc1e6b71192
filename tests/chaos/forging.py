"""Presses with data that nobody was shown, ids of other people's groups, and guessed ways in."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.invitations import CODE_CHARACTERS, GUESSES, GUESSES_IN_ALL
from bot.flows.coordinator import actions as coordinator_actions
from bot.flows.coordinator import pages
from bot.flows.registry import FLOWS
from tests.chaos.grounds import content
from tests.chaos.rows import Outcome
from tests.support.memory_store import MemoryStore
from tests.support.world import Person, World

CANARY = "Zebrafinch"
"""In the words of a learner, and in a name that only their own coordinator may see."""

ROLES = ("stranger", "learner", "other learner", "other coordinator", "gone learner", "gone")


@dataclass
class Town:
    """Two groups, the people of both, and those who were in the first one."""

    world: World
    cohort: str
    people: dict[str, Person]
    learners: list[Person]

    @classmethod
    async def built(cls) -> Town:
        world = World.in_memory(content())
        await world.start()
        ann, bob, carl = (world.person(name) for name in ("ann", "bob", "carl"))
        cohort = await ann.becomes_coordinator()
        token, _ = await ann.invites(cohort)
        learners = [world.person(str(number)) for number in range(1, 8)]
        for number, each in enumerate(learners):
            await each.joins(token, f"{CANARY} {'ABCDEFG'[number]}")
            await each.say("Start")
            await each.say(f"I led the {CANARY} team through a bad week and it went well.")
        await ann.seats(carl, cohort)
        await world.later(hours=1)
        await ann.reminds(cohort, when="every monday 10:00")
        await carl.at(cohort, "who", "Leave this group")
        gone = learners.pop()
        await gone.leaves(cohort)
        other = await bob.becomes_coordinator("Hospital team")
        token, _ = await bob.invites(other)
        for number in range(11, 16):
            await world.person(str(number)).joins(token)
        people = (world.person("nobody"), learners[0], world.person("11"), bob, gone, carl)
        return cls(world, cohort, dict(zip(ROLES, people, strict=True)), learners)

    def kept(self, but: str = "") -> list[object]:
        """All that is kept of the first group and its people, but of one of them."""
        store = self.world.store
        assert isinstance(store, MemoryStore)
        kept = store.kept
        mine = {"ann", *(each.chat_id for each in self.learners)} - {but}
        return [
            kept.cohorts[self.cohort],
            [two for two in kept.coordinators if two[0] == self.cohort],
            [each for each in kept.invitations.values() if each.cohort == self.cohort],
            [each for two, each in kept.members.items() if two[0] == self.cohort and two[1] != but],
            [each for each in kept.schedules.values() if each.cohort == self.cohort],
            [each for each in kept.deliveries.values() if each.cohort == self.cohort],
            [each for of, each in kept.audit if of == self.cohort],
            [kept.conversations[chat] for chat in sorted(mine)],
        ]


def _forged(cohort: str, schedules: list[str]) -> Iterator[str]:
    """Every action with what may stand behind it, and every page of a group."""
    some = ("", "x", cohort, "situation", "1", f"leave.{cohort}", f"hide.{cohort}", "9" * 50)
    for action in sorted(FLOWS.actions):
        yield from (f"{action}:{rest}" if rest else action for rest in some)
    for name in (*sorted(coordinator_actions._ACTIONS), "new", "use", "whom", "resume"):
        for rest in ("", "1", "500", "everybody", "one.1", cohort, *schedules):
            yield f"cohort:{name}.{rest}"
    yield from (f"team:{what}" for what in ("invite", "hand_over", "leave", "x"))
    for page in ("", *sorted(pages._PAGES)):
        yield from (f"page:co.{cohort}.{page}{rest}" for rest in ("", ".1", ".x"))


OF_COORDINATORS = ("cohort", "team", "field", "page:co")


async def forged_presses(seed: int, tries: int) -> Outcome:
    """Every action by everybody who has no right to it: nothing changes, and nothing is told."""
    outcome, chance, town = Outcome(), random.Random(seed), await Town.built()
    schedules = [
        each.id for each in await town.world.store.schedules() if each.cohort == town.cohort
    ]
    everything = [*itertools.product(ROLES, _forged(town.cohort, schedules), (True, False))]
    chance.shuffle(everything)
    for role, action, new in everything[:tries]:
        if role == "learner" and not action.startswith(OF_COORDINATORS):
            continue  # what is theirs they may change
        person = town.people[role]
        before = town.kept(person.chat_id)
        version = person.last.after.version if person.last and new else 1
        try:
            said = await person.act(action, version)
        except Exception as error:
            outcome.check(False, f"{role}, {action}: {type(error).__name__} {error}")
            continue
        told = CANARY in said and role not in ("learner", "gone learner")
        outcome.check(said and not told, f"{role}, {action}: {said[:80]!r}")
        outcome.check(town.kept(person.chat_id) == before, f"{role}, {action}: something changed")
    outcome.tried //= 2
    return outcome


async def other_cohorts(seed: int, tries: int) -> Outcome:
    """A coordinator tries ids of groups that are others', or nobody's: all refused alike."""
    outcome, chance, town = Outcome(), random.Random(seed), await Town.built()
    bob, answers = town.people["other coordinator"], set[str]()
    names = ["", *sorted(pages._PAGES)]
    for number in range(tries):
        made = "".join(chance.choice("0123456789abcdef") for _ in town.cohort)
        tried = town.cohort if number % 10 == 0 else made
        said = await bob.act(f"page:co.{tried}.{chance.choice(names)}")
        answers.add(said)
        outcome.check(CANARY not in said and "Nursery" not in said, f"{tried}: {said[:80]!r}")
    outcome.check(len(answers) == 1, f"{len(answers)} different answers")
    outcome.tried -= 1
    return outcome


async def guessed_codes(seed: int, tries: int) -> Outcome:
    """Codes are guessed by ever new people, who delete all of theirs in between."""
    outcome, chance, town = Outcome(), random.Random(seed), await Town.built()
    answered = 0
    for number in range(tries):
        person = town.world.person(f"guesser {number // (2 * GUESSES)}")
        code = "".join(chance.choice(CODE_CHARACTERS) for _ in range(8))
        said = await person.say(f"/join {code}")
        answered += "I do not know that code" in said
        outcome.check("Would you like to join" not in said, f"{code} is one")
        await person.say("/forget")
        await person.press("Yes, delete it all")
    outcome.check(answered <= GUESSES_IN_ALL, f"{answered} were answered in one hour")
    outcome.tried -= 1
    outcome.note = f"{answered} were answered in the hour, the others were not looked at"
    return outcome
