"""Whatever coordinators and learners press and type, in any order, nothing breaks."""

from __future__ import annotations

import random

import pytest

from tests.support.world import Person, World

TYPED = (
    *("hello", "/start", "/cohort", "/reminders", "/later", "/later 19:30", "later", "/things"),
    *("I planned the rota and we did it well together this week.", "what is overlap?", "Ben"),
    *("tomorrow 10:00", "now", "every monday 10:00", "31/12/2027", "Europe/London", "Thing 2"),
    *("x" * 700, "/stop", "/forget", "/restart", "$name ${x} %s", "/join ABCDEFGH", "\u202eabc"),
    *("Ring 07700 900123", "I want to end my life", "Mrs Campbell was there", "\ud800", "/mydata"),
    *("/reminders off", "/reminders on", "/review", "/statement"),
)

PAGES = (
    *(
        "prog",
        "csv",
        "rem",
        "look",
        "send.x",
        "rep",
        "nud",
        "nudwhen",
        "nudday",
        "nudhour",
        "told",
        "more",
        "who",
        "set",
        "aud",
        "inv",
        "one",
        "lnk",
    ),
    *("lnk", "look.wait", "rem.u", "nud.3", "who.add", "set.closing"),
    *("fig", "figcsv", "plan", "rwho.x", "rep.+8", "tpl", "ppl", "ppl.still.0", "ppl.fit.1-2"),
    *("ppl.zzz.-1", "cmp", "cmp.zzz", "who_is.1"),
)

ACTIONS = (
    *("page:rem.rota.4.4", "page:rem.s.2h", "page:rem.quiet.0900-1700", "page:rem.zzz"),
    *("reminders:rota.4.4.2026-11-24", "reminders:snooze.2h", "membership:leave.x"),
    *("cohort:new", "cohort:nudge.3", "cohort:send.x", "team:leave", "cohort:zzz", "team:invite"),
    *("cohort:remind.still", "cohort:remind.everybody", "cohort:keep.x", "cohort:unkeep.x"),
    *("cohort:use.x", "cohort:missed.x", "cohort:to_me.x", "page:co.cmp"),
    *("page:co.new", "field:now", "join_yes", "no_name", "form_cancel"),
)

FINAL = {"waiting", "skipped", "sent", "blocked", "failed", "unknown"}


@pytest.mark.parametrize("seed", range(4))
async def test_any_order_of_presses_and_texts(world: World, seed: int) -> None:
    chance = random.Random(seed)
    ann, bob = world.person("900"), world.person("901")
    cohorts = [await ann.becomes_coordinator(), await bob.becomes_coordinator("Other")]
    token, _ = await ann.invites(cohorts[0])
    people = [ann, bob, *(world.person(str(number)) for number in range(1, 7))]
    for each in people[2:]:
        await each.joins(token)
    for _ in range(200):
        await one_deed(world, chance, chance.choice(people), cohorts)
    for cohort in cohorts:
        view = await world.store.view(cohort)
        assert view
        assert all(set(report.states) <= FINAL for report in view.reports)


async def one_deed(world: World, chance: random.Random, who: Person, cohorts: list[str]) -> None:
    drawn = chance.random()
    if drawn < 0.45 and who.buttons:
        button = chance.choice(who.buttons)
        assert who.last
        version = who.last.after.version
        await (who.act(button.action, version) if button.side else who.say(button.label))
    elif drawn < 0.6:
        page = f"page:co.{chance.choice(cohorts)}.{chance.choice(PAGES)}"
        await who.act(chance.choice((page, chance.choice(ACTIONS))), chance.randrange(9))
    elif drawn < 0.9:
        await who.say(chance.choice(TYPED))
    else:
        await world.later(hours=chance.choice((1, 6, 30)))
