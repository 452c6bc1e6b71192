"""A page shows a reminder and rings nowhere: no line says that who has only that gets it."""

from __future__ import annotations

from bot.domain.crossing import PAGE
from tests.support.world import Person, World

ONE = "1 has only the page and sees it there when they look, now or later"

TWO = "2 have only the page and see it there when they look, now or later"


async def a_group(world: World, ann: Person, phones: int, pages: int) -> tuple[str, list[Person]]:
    """A group of so many who write in a chat, and so many who have only the page."""
    cohort = await ann.becomes_coordinator()
    token, _ = await ann.invites(cohort)
    people = [world.person(str(number)) for number in range(1, phones + pages + 1)]
    for each in people[phones:]:
        each.channel = PAGE
    for each in people:
        await each.joins(token)
    await world.later(hours=1)
    return cohort, people


async def test_preview_send_and_report_count_who_has_only_the_page_apart(
    world: World, ann: Person
) -> None:
    cohort, people = await a_group(world, ann, phones=4, pages=2)
    await people[0].say("/reminders quiet 09:00 to 17:00")
    await world.later(hours=1)
    said = await ann.reminds(cohort)
    assert "3 will get it now\n1 gets it later, at a better time" in said
    assert TWO in said
    assert ann.last
    sent = "\n".join(reply.text for reply in ann.last.replies)
    assert "on its way to 3." in sent
    assert TWO in sent
    await world.scheduler()
    told = await ann.press("Look again")
    assert "3 handed over\n2 on a page: they see it when they look there" in told
    assert "1 waiting for a better time" in told
    assert "In all: 6" in told


async def test_a_planned_one_counts_them_apart_too(world: World, ann: Person) -> None:
    cohort, _ = await a_group(world, ann, phones=4, pages=2)
    said = await ann.reminds(cohort, when="friday 10:00")
    assert "4 will get it then" in said
    assert TWO in said


async def test_where_all_have_only_the_page_nobody_is_said_to_get_it(
    world: World, ann: Person
) -> None:
    cohort, _ = await a_group(world, ann, phones=0, pages=5)
    said = await ann.reminds(cohort)
    assert "5 have only the page" in said
    assert "will get it" not in said
    assert ann.last
    sent = "\n".join(reply.text for reply in ann.last.replies)
    assert "goes to their pages" in sent
    assert "on its way" not in sent


async def test_of_one_on_a_page_or_beside_it_nobody_is_told_when_it_suits_them(
    world: World, ann: Person
) -> None:
    for phones, pages in ((1, 4), (4, 1)):
        other = world.person(f"90{phones}")
        cohort, people = await a_group(world, other, phones, pages)
        alone = people[0] if phones == 1 else people[-1]
        told = set[tuple[str, str, str]]()
        for quiet in ("09:00 to 17:00", "21:00 to 07:00"):
            await alone.say(f"/reminders quiet {quiet}")
            await world.later(hours=1)
            said = await other.reminds(cohort)
            assert other.last
            sent = "\n".join(reply.text for reply in other.last.replies)
            await world.later(minutes=1)
            report = await other.press("Look again")
            assert "In all: 5" in report
            told.add((said, sent, report.partition("\n")[2]))
            await world.later(days=4, hours=-1, minutes=-1)
        assert len(told) == 1, "the same whether it is quiet for them or not"


async def test_to_one_person_on_a_page_it_is_said_that_only_the_page_shows_it(
    world: World, ann: Person
) -> None:
    cohort, _ = await a_group(world, ann, phones=4, pages=1)
    await ann.at(cohort, "rem", "One person", "Learner 5", "Your standard words")
    said = await ann.say("now")
    assert ONE in said
    assert "gets it" not in said
    await ann.press("Send")
    await world.later(minutes=1)
    assert "1 has only the page" in await ann.press("Look again")


async def test_what_goes_again_is_not_on_its_way_to_who_has_only_the_page(
    world: World, ann: Person
) -> None:
    cohort, _ = await a_group(world, ann, phones=3, pages=2)
    world.phones.decide = world.pages.decide = lambda _: "unknown"
    await ann.reminds(cohort)
    await world.later(minutes=1)
    said = await ann.at(cohort, "rep", "Reminder of", "Send to the unknown again")
    assert "on its way to 3." in said
    assert TWO in said


async def test_a_last_message_goes_to_phones_and_stands_on_pages(world: World, ann: Person) -> None:
    cohort, _ = await a_group(world, ann, phones=4, pages=2)
    await ann.at(cohort, "end", "Write a last message")
    said = await ann.say("Thank you all")
    assert "Your last message goes to 4 people." in said
    assert TWO in said
    said = await ann.press("Send it and close")
    assert "goes to 4 people" in said
    assert TWO in said


async def test_in_a_small_group_a_last_message_counts_nobody(world: World, ann: Person) -> None:
    told = set[str]()
    for many, off in ((3, 0), (3, 1)):
        other = world.person(f"91{off}")
        cohort, people = await world.group(other, many)
        for each in people[:off]:
            await each.say("/stop")
        await other.at(cohort, "end", "Write a last message")
        said = await other.say("Thank you all")
        assert "In a small group I do not say how many" in said
        told.add(said)
    assert len(told) == 1
