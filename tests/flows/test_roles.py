"""Who may do what: every action at the desk by everybody, and forged presses for other cohorts."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.content.library import Content
from tests.support.world import Person, World

pytestmark = pytest.mark.on_disk

ACTIONS = (
    *("", "inv", "inv.1", "inv.500", "prog", "csv", "rem", "rem.u", "rem.n", "rem.r"),
    *("rem.s.management", "rem.p.1", "one", "look", "look.now", "send.{draft}", "send.{sent}"),
    *("rep", "rep.{sent}", "stop.{sent}", "again.{sent}", "nud", "nud.7", "nud.0"),
    *("who", "who.add", "who.out", "aud", "set", "set.ends_on", "set.closing"),
    *("set.safeguarding", "nonsense"),
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
        self.cohort = self.sent = ""

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
        await owner.act(f"page:co.{self.cohort}.rem.u")
        await owner.press("Your standard words")
        await owner.say("tomorrow 10:00")
        await owner.press("Send")
        [report] = (await self.view()).reports
        self.sent = report.schedule.id
        await self.people["another cohort's coordinator"].becomes_coordinator("Other team")
        await owner.act(f"page:co.{self.cohort}.who")
        said = await owner.press("Invite a coordinator")
        former = self.people["former coordinator"]
        await former.say(f"/start {said.partition('start=')[2].split()[0]}")
        await former.act(f"page:co.{self.cohort}.rem.u")
        await former.press("Your standard words")
        await former.press("Now")
        await former.act(f"page:co.{self.cohort}.who.out")
        await self.people["stranger"].say("/start")
        blocked = self.people["blocked"].chat_id
        await self.world.store.set_blocked(blocked, True, self.world.now)
        return self

    async def view(self) -> Any:
        found = await self.world.store.view(self.cohort)
        assert found
        return found

    def kept(self) -> list[Any]:
        db = self.world.database
        return [sorted(map(str, db.table(name).rows)) for name in TABLES]


@pytest.fixture
async def cast(world: World) -> Cast:
    return await Cast(world).begin()


@pytest.mark.parametrize("role", OUTSIDERS)
async def test_whoever_does_not_look_after_it_is_refused_everything_in_the_same_words(
    cast: Cast, content: Content, role: str
) -> None:
    person, before = cast.people[role], cast.kept()
    refusal = content.words.coordinator.refused
    for action in ACTIONS:
        form = person.last.after.draft if person.last else None
        draft = form.values.get("id", "x") if form else "x"
        page = action.format(draft=draft, sent=cast.sent)
        said = await person.act(f"page:co.{cast.cohort}.{page}".rstrip("."), version=3)
        assert said == refusal, f"{role} does {page}"
        assert cast.kept() == before, f"{role} does {page}"
    assert not any("Nursery" in label for label in person.labels)


async def test_who_looks_after_it_may_do_everything(cast: Cast, content: Content) -> None:
    owner = cast.people["owner"]
    for action in ACTIONS:
        page = action.format(draft="x", sent=cast.sent)
        said = await owner.act(f"page:co.{cast.cohort}.{page}".rstrip("."), version=3)
        assert content.words.coordinator.refused not in said, page


@pytest.mark.parametrize("role", ["learner", "stranger", "former coordinator"])
async def test_only_who_was_let_may_make_a_cohort(cast: Cast, content: Content, role: str) -> None:
    said = await cast.people[role].act("page:co.new", version=1)
    assert said == content.words.coordinator.refused


async def test_a_cohort_that_does_not_exist_is_refused_like_somebody_elses(
    cast: Cast, content: Content
) -> None:
    other = cast.people["another cohort's coordinator"]
    for which in ("zzzzzzzz", cast.cohort.upper(), cast.cohort[:-1]):
        said = await other.act(f"page:co.{which}.prog", version=1)
        assert said == content.words.coordinator.refused


async def test_a_form_begun_as_a_coordinator_is_of_no_use_to_a_former_one(
    cast: Cast, content: Content
) -> None:
    owner, before_leaving = cast.people["owner"], cast.people["former coordinator"]
    await owner.act(f"page:co.{cast.cohort}.who.add")
    assert owner.last
    token = "".join(r.text for r in owner.last.replies).partition("start=")[2].split()[0]
    await before_leaving.say(f"/start {token}")
    await before_leaving.act(f"page:co.{cast.cohort}.set.closing")
    await cast.world.store.do([unseat(cast.cohort, before_leaving.chat_id)], "", cast.world.now)
    before = cast.kept()
    assert await before_leaving.say("Well done all") == content.words.coordinator.refused
    assert cast.kept() == before


def unseat(cohort: str, chat: str) -> Any:
    from bot.domain.commands import RemoveCoordinator  # noqa: PLC0415 - beside its only use

    return RemoveCoordinator(cohort, chat)


@given(
    text=st.one_of(
        st.from_regex(r"page:co\.[a-z0-9.]{0,24}", fullmatch=True),
        st.sampled_from(ACTIONS).map(lambda a: f"page:co.COHORT.{a}"),
        st.text(max_size=40).map(lambda t: f"page:co.COHORT.{t}"),
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
