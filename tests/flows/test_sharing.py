"""Showing a statement to one person before it is handed in, and what comes back."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.content.library import Content
from bot.domain.commands import SaveCohort
from bot.domain.invitations import hashed
from bot.domain.reading import answer
from bot.domain.sharing import Act, Sharing
from tests.support.world import Person, World

PAGE = "https://coach.example/"


@pytest.fixture
async def world(content: Content) -> World:
    return await World.in_memory(content).start()


@pytest.fixture
async def page(world: World) -> World:
    await world.store.set_meta("page_address", PAGE)
    return world


async def written(who: Person) -> Person:
    """Write an answer to the first two questions and go to the statement."""
    await who.say("/start")
    await who.press("Start")
    await who.say("I run the breakfast club at a small nursery with two other workers.")
    await who.press("Next")
    await who.say("I made a plan for the walk, shared out the jobs and checked the road first.")
    await who.say("/statement")
    return who


async def shared(who: Person) -> tuple[str, Sharing]:
    """Make a link; gives its token and what it opens."""
    await who.press("Ask somebody to read it")
    said = await who.press("Make a link for one person")
    found = re.search(r"https://coach\.example/read/([0-9a-f]{32})\b", said)
    assert found
    opened = await who.world.store.shared(hashed(found[1]), who.world.now)
    assert opened
    return found[1], opened


async def says(world: World, sharing: Sharing, act: Act) -> None:
    done = answer(sharing, act)
    assert not isinstance(done, str)
    await world.store.do(done, "", world.now)
    await world.later(hours=2)


def asks(world: World, words: str = "How did you check the road?") -> Act:
    return Act(world.now, "question", step="management", words=words)


async def test_a_link_shows_the_statement_as_it_is_and_is_kept_nowhere(page: World) -> None:
    who = await written(page.person("1"))
    token, sharing = await shared(who)
    assert [each.step for each in sharing.parts] == ["situation", "management"]
    assert sharing.parts[1].text.startswith("I made a plan for the walk")
    mine = await who.say("/mydata")
    assert token not in mine
    title = "1. “Thing 2: Leadership / management?”"
    assert f"{title}, shared by a link on 24 November 2026.\nNobody has opened it yet.\n" in mine
    assert "\nIt can be read until 8 December 2026." in mine


async def test_the_days_are_those_of_the_learners_clock(page: World) -> None:
    page.now = datetime(2027, 6, 20, 23, 10, tzinfo=UTC)
    who = await written(page.person("1"))
    _, sharing = await shared(who)
    await says(page, sharing, Act(page.now, "confirmed", name="Jo Reid", role="manager"))
    said = await who.say("/share")
    assert "shared by a link on 21 June 2027.\nOn 21 June 2027 this person said" in said
    await who.say("/statement")
    await who.say("How it was made")
    assert who.last
    [file] = [each.file for each in who.last.replies if each.file]
    assert "On 21 June 2027 this person said that they know of this work" in file.text


async def test_it_can_be_taken_back(page: World) -> None:
    who = await written(page.person("1"))
    token, _ = await shared(who)
    said = await who.press("Take back number 1")
    assert "Nobody can open it any more" in said
    assert await page.store.shared(hashed(token), page.now) is None
    assert "Take back number 1" not in who.labels
    assert "Taken back on 24 November 2026." in await who.say("/share")


async def test_it_can_be_taken_back_also_where_its_key_reads_like_somebodys_number(
    page: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = await written(page.person("1"))
    monkeypatch.setattr("bot.services.turns.token_hex", lambda _: f"{582:032x}{0:032x}")
    token, sharing = await shared(who)
    assert sharing.key == "0418852529", "which is a sound NHS number"
    assert "Nobody can open it any more" in await who.press("Take back number 1")
    assert await page.store.shared(hashed(token), page.now) is None


async def test_what_is_written_later_is_not_shown_and_that_is_said(page: World) -> None:
    who = await written(page.person("1"))
    token, before = await shared(who)
    assert "You have changed it since" not in await who.say("/share")
    await who.say("/review")
    await who.press("Change: leadership")
    await who.say("I thanked each person in front of the others and let Ana lead the second group.")
    assert await page.store.shared(hashed(token), page.now) == before
    assert "You have changed it since. They see it as it was." in await who.say("/share")


async def test_the_learner_is_told_that_it_is_ready(page: World) -> None:
    who = await written(page.person("1"))
    _, sharing = await shared(who)
    await says(page, sharing, Act(page.now, "ready"))
    assert who.reminders == [
        "Somebody has read “Thing 2: Leadership / management?”. They say: It is ready."
    ]
    assert "On 24 November 2026 they said: It is ready." in await who.say("/share")


async def test_a_question_comes_back_at_its_step_and_is_in_no_answer(page: World) -> None:
    who = await written(page.person("1"))
    _, sharing = await shared(who)
    await says(page, sharing, asks(page))
    [told] = who.reminders
    assert "They ask about “management”: “How did you check the road?”" in told
    assert "Somebody who read it asks" not in await who.say("/share")
    said = await who.press("Answer about: management")
    assert "Somebody who read it asks: “How did you check the road?”" in said
    await who.say("I walked it the day before with the caretaker and made a list of each crossing.")
    conversation = await page.store.load("1")
    assert not any("How did you check" in each.text for each in conversation.messages)
    await who.say("/share")
    assert "Answer about: management" not in who.labels


async def test_a_readers_own_words_that_come_back_are_asked_about_and_in_no_answer(
    page: World,
) -> None:
    who = await written(page.person("1"))
    _, sharing = await shared(who)
    theirs = "How did you check the road before all of you went out on the walk that day?"
    await says(page, sharing, asks(page, theirs))
    assert "Did you write" in await who.say(theirs)
    assert all(each.aside for each in (await page.store.load("1")).messages if each.text == theirs)


async def test_words_after_the_question_are_the_answer_at_its_step(page: World) -> None:
    who = await written(page.person("1"))
    _, sharing = await shared(who)
    await says(page, sharing, asks(page))
    mine = "I walked it the day before with the caretaker and made a list of each crossing."
    await who.say(mine)
    kept = [each for each in (await page.store.load("1")).messages if each.text == mine]
    assert [each.step for each in kept] == ["management"]


async def test_who_confirms_stands_with_how_it_was_made_and_no_word_of_theirs_in_the_body(
    page: World,
) -> None:
    who = await written(page.person("1"))
    _, sharing = await shared(who)
    await says(page, sharing, Act(page.now, "confirmed", name="Jo Reid", role="manager"))
    assert "know of this work: Jo Reid, manager." in who.reminders[-1]
    await who.say("/statement")
    await who.say("How it was made")
    assert who.last
    [file] = [each.file for each in who.last.replies if each.file]
    assert "said that they know of this work: Jo Reid, manager." in file.text
    assert "Words by readers in it: 0." in file.text


async def test_nothing_comes_of_an_answer_to_what_was_taken_back(page: World) -> None:
    who = await written(page.person("1"))
    _, sharing = await shared(who)
    done = answer(sharing, asks(page))
    assert not isinstance(done, str)
    await page.store.do(done, "", page.now)
    await who.say("/share")
    await who.press("Take back number 1")
    await page.later(hours=3)
    assert who.reminders == []


async def test_a_reader_who_is_late_waits_for_the_end_of_the_night(page: World) -> None:
    who = await written(page.person("1"))
    _, sharing = await shared(who)
    await page.later(hours=14)
    await says(page, sharing, Act(page.now, "ready"))
    assert who.reminders == []
    await page.later(hours=9)
    assert len(who.reminders) == 1


async def test_after_everything_is_deleted_the_link_opens_nothing(page: World) -> None:
    who = await written(page.person("1"))
    token, _ = await shared(who)
    await who.say("/forget")
    await who.press("Yes, delete it all")
    assert await page.store.shared(hashed(token), page.now) is None


async def test_five_are_open_at_once_and_no_more(page: World) -> None:
    who = await written(page.person("1"))
    await who.press("Ask somebody to read it")
    for _ in range(5):
        assert "Send this link" in await who.press("Make a link for one person")
    assert "You have five open already" in await who.press("Make a link for one person")


async def test_where_nobody_can_read_it_that_is_said_and_nothing_is_offered(world: World) -> None:
    who = await written(world.person("1"))
    assert "Ask somebody to read it" not in who.labels
    said = await who.say("/share")
    assert "I cannot share your statement from here" in said
    assert "/statement docx" in said


async def test_a_file_that_is_named_to_be_shown_can_be_made_here(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = await written(world.person("1"))
    monkeypatch.setattr("bot.exports.making._is_here", lambda _: False)
    assert "/statement html" in await who.say("/share")
    assert "I cannot make" not in await who.say("/statement html")


# With a coordinator, in a chat, where there is no page


async def group(world: World, many: int = 5) -> tuple[Person, str, list[Person]]:
    ann = world.person("900")
    cohort, people = await world.group(ann, many)
    return ann, cohort, people


async def test_a_coordinator_is_told_the_last_day_where_the_group_is(world: World) -> None:
    ann, cohort, people = await group(world)
    view = await world.store.view(cohort)
    assert view
    moved = replace(view.cohort, zone="Pacific/Kiritimati")  # there it is the next day already
    await world.store.do([SaveCohort(moved)], "900", world.now)
    who = await written(people[0])
    await who.press("Ask somebody to read it")
    await who.press("Ask in “Nursery team”")
    assert "until 9 December 2026" in await ann.at(cohort, "ans")


async def test_a_coordinator_is_told_reads_and_says_what_they_say(world: World) -> None:
    ann, cohort, people = await group(world)
    who = await written(people[0])
    await who.press("Ask somebody to read it")
    said = await who.press("Ask in “Nursery team”")
    assert "One coordinator of “Nursery team” can read it until 8 December 2026" in said
    assert "They see the name or number that you have there." in said
    await world.later(hours=2)
    assert "Somebody in your group “Nursery team” asks you to read" in ann.reminders[-1]
    said = await ann.at(cohort, "ans")
    assert "Waiting for an answer from a reader: 1" in said
    assert "the breakfast club" not in said
    said = await ann.press("Read: Learner 1")
    assert "I run the breakfast club at a small nursery" in said
    said = await ann.press("Ask one question")
    await ann.press("Where I see management skills being used")
    assert "✓ They will be told." in await ann.say("How did you check the road?")
    await ann.press("I know of this work")
    await ann.say("Ann Black")
    assert "✓ They will be told." in await ann.say("manager of the nursery")
    assert "✓ They will be told." in await ann.press("It is ready")
    assert not {"It is ready", "Ask one question", "I know of this work"} & set(ann.labels)
    await world.later(hours=2)
    assert "“How did you check the road?”" in " ".join(who.reminders)
    assert "Ann Black, manager of the nursery." in " ".join(who.reminders)
    assert "Waiting for an answer" not in await ann.at(cohort, "prog")


async def test_only_the_first_coordinator_who_opens_it_reads_it(world: World) -> None:
    ann, cohort, people = await group(world)
    bob = world.person("901")
    await ann.lets_in(cohort, bob)
    who = await written(people[0])
    await who.press("Ask somebody to read it")
    await who.press("Ask in “Nursery team”")
    await bob.at(cohort, "ans")
    await ann.at(cohort, "ans", "Read: Learner 1")
    assert "breakfast club" not in await bob.press("Read: Learner 1")
    assert "breakfast club" not in await bob.at(cohort, "ans")


async def test_nobody_reads_what_was_not_shared_with_them(world: World) -> None:
    ann, cohort, people = await group(world)
    who = await written(people[0])
    await who.press("Ask somebody to read it")
    await who.press("Ask in “Nursery team”")
    [sharing] = await world.store.sharings("1")
    eve = world.person("902")
    other = await eve.becomes_coordinator("Others")
    for page in (f"page:co.{cohort}.ans.{sharing.key}", f"page:co.{other}.ans.{sharing.key}"):
        assert "breakfast club" not in await eve.act(page)
        assert "breakfast club" not in await eve.act(
            f"cohort:read.{sharing.key}", eve.last.after.version if eve.last else 1
        )
    await who.say("/share")
    await who.press("Take back number 1")
    assert "breakfast club" not in await ann.at(cohort, "ans")
    assert "Nobody asks you to read anything" in await ann.at(cohort, "ans")


async def test_of_a_small_group_nobody_sees_how_many_wait(world: World) -> None:
    ann, cohort, people = await group(world, 4)
    who = await written(people[0])
    await who.press("Ask somebody to read it")
    await who.press("Ask in “Nursery team”")
    assert "Waiting for an answer" not in await ann.at(cohort, "ans")
    assert "Waiting for an answer" not in await ann.at(cohort, "prog")
    assert "breakfast club" in await ann.at(cohort, "ans", "Read: Learner 1")


async def test_who_asks_twice_is_told_that_nobody_has_answered_yet(world: World) -> None:
    _, _, people = await group(world)
    who = await written(people[0])
    await who.press("Ask somebody to read it")
    await who.press("Ask in “Nursery team”")
    assert "nobody has answered yet" in await who.press("Ask in “Nursery team”")


async def test_joining_names_what_is_counted(world: World) -> None:
    ann = world.person("900")
    cohort = await ann.becomes_coordinator()
    token, _ = await ann.invites(cohort)
    said = await world.person("1").say(f"/start {token}")
    assert "how many of the group wait for a reader's answer" in said
    assert "They never see your words unless you share them." in said


async def test_a_readers_question_stands_at_the_review_with_the_way_to_its_answer(
    page: World,
) -> None:
    who = await written(page.person("1"))
    _, sharing = await shared(who)
    await says(page, sharing, asks(page))
    said = await who.say("/review")
    assert "asks about “management”: “How did you check the road?”" in said
    assert "2 of 4 · management" in await who.press("Answer about: management")


async def test_a_file_is_named_that_can_be_made_where_nothing_can_be_shared(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = await written(world.person("1"))
    assert "/statement docx" in await who.say("/share")
    monkeypatch.setattr("bot.flows.sharing.page.can_make", lambda _: False)
    assert "/statement txt" in await who.say("/share")
