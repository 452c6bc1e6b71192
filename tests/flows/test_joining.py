"""Joining without a command, and what is said before somebody joins."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.content.library import Content
from bot.domain.cohort import Cohort
from bot.domain.cohort_view import CohortView
from bot.domain.commands import Join
from bot.domain.coordination.team import Invited
from bot.domain.invitations import new_code
from bot.flows.coordinator.invitations import bot_in, invitation_card
from bot.flows.membership.codes import code_in
from tests.support.world import Person, World


@pytest.fixture
async def code(world: World, ann: Person) -> str:
    _, code = await ann.invites(await ann.becomes_coordinator())
    return code


@pytest.mark.parametrize(
    "way",
    ["{0}", "{1}", "{2}", "join {2}", "Join {0}.", "please join {1}", "/join {1}", "JOIN {2}"],
)
async def test_a_code_joins_however_it_is_typed(world: World, code: str, way: str) -> None:
    spaced, ben = code.replace("-", " ").lower(), world.person("1")
    assert "Would you like to join?" in await ben.say(
        way.format(code, spaced, code.replace("-", "").lower())
    )
    await ben.press("Yes, join")
    assert ben.last
    assert ben.last.after.prompt == "name_shown"


async def test_a_code_may_come_in_the_message_after_join(world: World, code: str) -> None:
    ben = world.person("1")
    for _ in range(6):  # nothing was typed, so nothing was wrong
        said = await ben.say("/join")
        assert "Type the code that you were given" in said
        assert "I do not know that code" not in said
    assert "Would you like to join?" in await ben.say(code)


async def test_a_code_that_is_mistyped_is_no_answer_and_may_be_typed_again(
    world: World, code: str
) -> None:
    ben = world.person("1")
    await ben.say("/join")
    assert "I do not know that code" in await ben.say(code[:-1])
    assert "Would you like to join?" in await ben.say(code)
    assert ben.last
    assert all(each.aside for each in ben.last.after.messages)


async def test_bare_codes_that_are_wrong_close_the_way_like_others(world: World, code: str) -> None:
    ben = world.person("1")
    for number in range(2, 7):
        assert "I do not know that code" in await ben.say(f"ABCD EFG{number}")
    assert "too many tries" in await ben.say(code)


@pytest.mark.parametrize(
    "text",
    ["everyday", "join in with it", "4 years.", "24 March", "we joined the team", "2", "07700900"],
)
def test_words_that_are_no_code_are_none(text: str) -> None:
    assert code_in(text) == ""


def test_each_new_code_is_known_where_it_stands_alone() -> None:
    for seed in range(500):
        made = new_code((seed * 0x9E3779B97F4A7C15F39CC0605CEDC835 % 2**128).to_bytes(16, "big"))
        assert code_in(made) == made


async def test_a_question_at_the_invitation_is_answered_and_the_invitation_stands(
    world: World, code: str
) -> None:
    ben = world.person("1")
    await ben.say(code)
    said = await ben.say("who can see what I write?")
    assert "never your words" in said
    assert said.endswith("Would you like to join?")
    assert "You are in the group" in await ben.say("yes")


async def test_before_they_join_they_read_all_that_coordinators_will_see(
    world: World, code: str
) -> None:
    said = await world.person("1").say(code)
    for seen in ("question you are at", "how many words", "day of your last", "have sent it"):
        assert seen in said
    for seen in ("reminders off", "blocked me", "was sent to you", "never see your words"):
        assert seen in said


async def test_the_text_and_the_card_say_what_the_bot_is_called_what_it_is_and_until_when(
    world: World, ann: Person
) -> None:
    cohort = await ann.becomes_coordinator()
    await ann.act(f"page:co.{cohort}")
    await ann.press("Invite people")
    said = await ann.press("Up to 500")
    assert "@CoachTestBot in Telegram asks small questions" in said
    assert "“Nursery team”" in said
    assert "Open this link until " in said
    assert ann.last
    card = ann.last.replies[-1].file.picture  # type: ignore[union-attr]
    assert "@CoachTestBot" in card.code_line  # type: ignore[union-attr]
    assert "small questions" in card.what  # type: ignore[union-attr]
    assert "until" in card.until  # type: ignore[union-attr]


def test_a_link_of_another_channel_names_no_bot() -> None:
    assert bot_in("https://coach.example/join?token=1") == ""


# What coordinators see is no more than was said


async def test_no_time_of_a_quiet_time_is_shown(world: World, ann: Person) -> None:
    cohort, people = await world.group(ann, 6)
    for each in people[:2]:
        await each.say("/reminders quiet 09:00 to 17:00")
    await world.later(hours=1)
    said = await ann.at(cohort, "rem", "Everybody unfinished", "Your standard words", "Now")
    assert "2 get it later, at a better time" in said
    assert "17:00" not in said
    assert "wrote just now" not in said
    assert "Who gets it later?" not in ann.labels
    assert await ann.press("Who gets it?") == ", ".join(f"Learner {n}" for n in range(1, 7))


async def test_of_one_person_it_is_not_told_whether_it_suits_them_now(
    world: World, ann: Person
) -> None:
    cohort, people = await world.group(ann, 6)
    await people[0].say("/reminders quiet 09:00 to 17:00")
    await people[1].say("/reminders off")
    await world.later(hours=1)
    seen = list[tuple[str, ...]]()
    for who in ("Learner 1", "Learner 3"):
        preview = await ann.at(cohort, "one", who, "Your standard words", "Now")
        sent = await ann.press("Send")
        await world.scheduler()
        report = await ann.press("Look again")
        told = (preview, sent, report, *ann.labels)
        seen.append(tuple(each.replace(who, "somebody") for each in told))
        assert "now or at a better time for them" in preview
        assert "1 has got it, or will at a better time" in report
        await ann.press("Back to the group")
    assert [len(each.reminders) for each in people] == [0, 0, 1, 0, 0, 0]
    assert seen[0] == seen[1]


async def test_where_a_reminder_goes_to_one_of_many_it_is_not_told_when_either(
    world: World, ann: Person
) -> None:
    cohort, people = await world.group(ann, 5)
    await people[0].say("/reminders quiet 09:00 to 17:00")
    for each in people[1:]:
        await each.finishes()
    await world.later(hours=1)
    preview = await ann.reminds(cohort)
    await world.scheduler()
    assert "1 gets it, now or at a better time for them" in preview
    report = await ann.press("Look again")
    assert "4 have finished" in report
    assert "waiting for a better time" not in report
    assert "1 has got it, or will" in report


async def test_in_a_small_group_the_buttons_of_a_report_are_the_same_for_all(
    world: World, ann: Person
) -> None:
    cohort, people = await world.group(ann, 3)
    await people[0].say("/reminders quiet 09:00 to 17:00")
    await people[1].say("/reminders off")
    await world.later(hours=1)
    seen = set()
    for which in ("Learner 1", "Learner 2", "Learner 3"):
        await ann.at(cohort, "one", which, "Your standard words", "Now", "Send")
        await world.scheduler()
        said = await ann.press("Look again")
        seen.add((said.replace(which, "somebody"), *(each.label for each in ann.buttons)))
        assert "Cancel it" in ann.labels
    assert len(seen) == 1


async def test_in_a_small_group_it_is_not_said_how_many_were_reminded_by_themselves(
    world: World, ann: Person
) -> None:
    cohort, _ = await world.group(ann, 3)
    await ann.at(cohort, "nud", "After 3 days")
    await world.later(days=5)
    assert "So far I have sent" not in await ann.at(cohort, "nud")


def test_help_and_privacy_name_what_coordinators_see(content: Content) -> None:
    for seen in ("steps", "word counts", "last step", "sent it", "reminders off", "blocked me"):
        assert seen in " ".join(content.words.privacy.what.split())


async def test_who_joined_before_badges_were_counted_hears_of_it_once(
    world: World, code: str
) -> None:
    [cohort] = await world.store.cohorts()
    before, new = world.person("1"), world.person("2")
    await before.say("Start")
    await world.store.do([Join(cohort.id)], "1", world.now)
    said = await before.say("/review")
    assert "how many there have the badge" in said
    assert "Your answers so far" in said, "and what was asked for"
    assert "how many there" not in await before.say("/review")
    await new.say(code)
    await new.press("Yes, join")
    assert "how many there" not in await new.press("No name")


@pytest.mark.parametrize(
    ("address", "line"),
    [
        ("https://t.me/CoachTestBot?start=ab", "write to @CoachTestBot in Telegram"),
        ("https://coach.example.org/join/ab", "open coach.example.org and type this code"),
    ],
)
def test_a_card_says_where_it_leads_what_it_is_and_until_when(
    content: Content, address: str, line: str
) -> None:
    ends, now = date(2027, 3, 31), datetime(2026, 11, 24, 10, tzinfo=UTC)
    cohort = Cohort("c1", "Nursery team", "thing_2", ends, "Europe/London", now)
    invited = Invited(address, "6HMP4E5A", 30, now + timedelta(days=90))
    card = invitation_card(content.words, CohortView(cohort, (), ("ann",)), invited)
    assert line in card.code_line
    assert "A coach asks small questions about your work" in card.what
    assert "until 22 February 2027" in card.until
    assert (card.cohort, card.code) == ("Nursery team", "6HMP-4E5A")
