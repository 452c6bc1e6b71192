"""Who may do what: every page and action by everybody, and forged presses for other cohorts."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.content.library import Content
from bot.domain.commands import RemoveCoordinator
from tests.support.world import Person, World

pytestmark = pytest.mark.on_disk

PAGES = (
    *("", "inv", "prog", "csv", "rem", "one", "look", "look.now", "rep", "rep.{sent}", "nud"),
    *("who", "aud", "set", "nonsense", "lnk", "lnk.{link}", "wks", "fig", "figcsv"),
)

OF_AN_EARLIER_BUILD = (
    *("inv.1", "inv.500", "rem.u", "rem.s.management", "rem.p.1", "send.{sent}", "stop.{sent}"),
    *("again.{sent}", "nud.7", "nud.0", "who.add", "who.out", "set.ends_on", "set.closing"),
)
"""Pages that once did something: a button of then may be pressed today."""

ACTIONS = (
    *("cohort:invite.30", "cohort:remind.unfinished", "cohort:remind.stuck.management"),
    *("cohort:remind.one.1", "cohort:send.{sent}", "cohort:cancel.{sent}", "cohort:again.{sent}"),
    *("cohort:nudge.7", "cohort:change.closing", "cohort:nonsense", "team:invite", "team:leave"),
    "cohort:withdraw.{link}",
)

OUTSIDERS = ("another cohort's coordinator", "learner", "stranger", "blocked", "former coordinator")

TABLES = (
    *("audit", "cohorts", "coordinators", "deliveries", "invitations", "members", "schedules"),
)


class Cast:
    """A cohort with a reminder on its way, and one person in each role."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.people: dict[str, Person] = {}
        self.cohort = self.sent = self.link = ""

    async def begin(self) -> Cast:
        names = ("owner", *OUTSIDERS)
        self.people = {name: self.world.person(str(n)) for n, name in enumerate(names, 900)}
        owner = self.people["owner"]
        self.cohort = await owner.becomes_coordinator()
        token, _ = await owner.invites(self.cohort)
        for name in ("learner", "blocked", *"abcdef"):
            person = self.people.get(name) or self.world.person(f"7{ord(name[0])}")
            await person.joins(token)
        await self.world.later(hours=1)
        await owner.at(self.cohort, "rem", "Everybody unfinished", "Your standard words")
        await owner.say("tomorrow 10:00")
        await owner.press("Send")
        [report] = (await self.view()).reports
        self.sent = report.schedule.id
        self.link = (await self.view()).links[0].id
        await self.people["another cohort's coordinator"].becomes_coordinator("Other team")
        former = self.people["former coordinator"]
        await self.lets_in(former)
        words = ("Everybody unfinished", "Your standard words", "Now")
        await former.at(self.cohort, "rem", *words)
        await former.at(self.cohort, "who", "Leave this group")
        await self.people["stranger"].say("/start")
        blocked = self.people["blocked"].chat_id
        await self.world.store.set_blocked(blocked, True, self.world.now)
        return self

    async def lets_in(self, person: Person) -> None:
        """Somebody becomes a coordinator beside the owner."""
        await self.people["owner"].lets_in(self.cohort, person)

    async def drops(self, person: Person) -> None:
        """Somebody is a coordinator no more, and their chat does not know it."""
        command = RemoveCoordinator(self.cohort, person.chat_id)
        await self.world.store.do([command], "", self.world.now)

    async def view(self) -> Any:
        found = await self.world.store.view(self.cohort)
        assert found
        return found

    def page(self, name: str) -> str:
        return f"page:co.{self.cohort}.{name.format(sent=self.sent, link=self.link)}".rstrip(".")

    def kept(self) -> list[Any]:
        db = self.world.database
        return [sorted(map(str, db.table(name).rows)) for name in TABLES]


@pytest.fixture
async def cast(world: World) -> Cast:
    return await Cast(world).begin()


@pytest.mark.parametrize("role", OUTSIDERS)
async def test_whoever_does_not_look_after_it_is_refused_every_page_in_the_same_words(
    cast: Cast, content: Content, role: str
) -> None:
    person, before = cast.people[role], cast.kept()
    for name in (*PAGES, *OF_AN_EARLIER_BUILD):
        said = await person.act(cast.page(name), version=3)
        assert said == content.words.refusals.not_yours, f"{role} sees {name}"
        assert cast.kept() == before, f"{role} changes {name}"
    assert not any("Nursery" in label for label in person.labels)


@pytest.mark.parametrize("role", OUTSIDERS)
async def test_no_action_is_done_for_who_does_not_look_after_it(cast: Cast, role: str) -> None:
    person, before = cast.people[role], cast.kept()
    for action in ACTIONS:
        await person.act(cast.page("nud"), version=3)
        assert person.last
        version = person.last.after.version
        assert "not in use now" in await person.act(
            action.format(sent=cast.sent, link=cast.link), version
        )
        assert cast.kept() == before, f"{role} does {action}"


async def test_who_looks_after_it_may_see_everything_and_no_page_changes_anything(
    cast: Cast, content: Content
) -> None:
    owner, before = cast.people["owner"], cast.kept()
    for name in (*PAGES, *OF_AN_EARLIER_BUILD):
        said = await owner.act(cast.page(name), version=3)
        assert content.words.refusals.not_yours not in said, name
        assert owner.last
        assert owner.last.after.draft is None, name
        assert cast.kept() == before, name


@pytest.mark.parametrize("role", ["learner", "stranger", "former coordinator"])
async def test_only_who_was_let_may_make_a_cohort(cast: Cast, content: Content, role: str) -> None:
    person = cast.people[role]
    assert await person.act("page:co.new") == content.words.refusals.not_yours
    assert person.last
    await person.act("cohort:new", person.last.after.version)
    assert person.last.after.prompt != "form"


async def test_a_cohort_that_does_not_exist_is_refused_like_somebody_elses(
    cast: Cast, content: Content
) -> None:
    other = cast.people["another cohort's coordinator"]
    for which in ("zzzzzzzz", cast.cohort.upper(), cast.cohort[:-1]):
        said = await other.act(f"page:co.{which}.prog", version=1)
        assert said == content.words.refusals.not_yours


async def test_a_form_begun_as_a_coordinator_is_of_no_use_to_a_former_one(
    cast: Cast, content: Content
) -> None:
    former = cast.people["former coordinator"]
    await cast.lets_in(former)
    await former.at(cast.cohort, "told", "Change the last word")
    await cast.drops(former)
    before = cast.kept()
    assert await former.say("Well done all") == content.words.refusals.not_yours
    assert cast.kept() == before


async def test_the_open_page_of_a_former_coordinator_does_nothing_any_more(cast: Cast) -> None:
    former = cast.people["former coordinator"]
    await cast.lets_in(former)
    for page in ("nud", "inv", "who", "set", "rem", f"rep.{cast.sent}"):
        await former.at(cast.cohort, page)
        assert former.last
        buttons, version = former.buttons, former.last.after.version
        await cast.drops(former)
        before = cast.kept()
        for button in buttons:
            if not button.action.startswith("page:"):
                await former.act(button.action, version)
                assert cast.kept() == before, button
        await cast.lets_in(former)


@given(
    text=st.one_of(
        st.from_regex(r"page:co\.[a-z0-9.]{0,24}", fullmatch=True),
        st.sampled_from((*PAGES, *OF_AN_EARLIER_BUILD)).map(lambda a: f"page:co.COHORT.{a}"),
        st.sampled_from(ACTIONS),
        st.text(max_size=40).map(lambda t: f"page:co.COHORT.{t}"),
        st.text(max_size=40).map(lambda t: f"cohort:{t}"),
    ),
    version=st.integers(-1, 9),
)
@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
async def test_no_forged_press_shows_or_changes_anything_of_another_cohort(
    cast: Cast, text: str, version: int
) -> None:
    other, before = cast.people["another cohort's coordinator"], cast.kept()
    text = text.replace("COHORT", cast.cohort).replace("{sent}", cast.sent)
    said = await other.act(text, version)
    after = cast.kept()
    coordinates = cast.world.database.table("coordinators")
    mine = {each["cohort"] for each in coordinates.rows if each["chat_id"] == other.chat_id}
    assert [[row for row in rows if cast.cohort in row] for rows in after] == [
        [row for row in rows if cast.cohort in row] for rows in before
    ]
    assert "Nursery team" not in said
    assert cast.cohort not in mine
