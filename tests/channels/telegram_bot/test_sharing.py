"""A statement shown to a coordinator over Telegram: the real bot, and two people on phones."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.addresses import Address
from bot.domain.cohort import Cohort
from bot.domain.commands import AddCoordinator, Join, SaveCohort
from tests.channels.telegram_bot.conftest import Bot
from tests.channels.telegram_bot.test_cohorts import tap
from tests.channels.telegram_bot.test_kill import open_store
from tests.support.bot_api.server import BotApi
from tests.support.bot_api.user import User
from tests.support.daytime import day_zone

pytestmark = pytest.mark.long

THEIRS = "I run the breakfast club at a small nursery with two other workers."

PART = "My role and the situation"

AND_IN_STATE = "conversations SET state = json_set(state, '$.preferences.zone'"

ASKED = "Who checked the road before you went?"


@pytest.fixture
def learner(api: BotApi) -> User:
    return User(api, 501)


async def puts_both_in_a_group(bot: Bot, ann: User, learner: User) -> None:
    """Let one look after a group that the other is in. It is day where both are."""
    await bot.stop()
    store, now = open_store(bot), datetime.now(UTC)
    ends = (now + timedelta(days=90)).date()
    cohort = Cohort("team", "Nursery team", "thing_2", ends, day_zone(), now)
    hers, theirs = [
        await store.conversation_of(Address("telegram", str(each.chat))) for each in (ann, learner)
    ]
    await store.do([SaveCohort(cohort), AddCoordinator("team", hers)], "", now)
    await store.do([Join("team")], theirs, now)
    for kept in ("reach SET preferences = json_set(preferences, '$.zone'", AND_IN_STATE):
        store._connection.execute(f"UPDATE {kept}, ?)", (day_zone(),))
    await store.close()
    await bot.start()


async def lets_time_pass(bot: Bot) -> None:
    """Nobody is written to within half an hour of their own last message: let it be longer ago."""
    await bot.stop()
    store = open_store(bot)
    store._connection.execute("UPDATE reach SET last_at = '2026-01-01T00:00:00+00:00'")
    store._connection.execute("UPDATE deliveries SET due_at = '2026-01-01T00:00:00+00:00'")
    await store.close()
    await bot.start()


async def tap_newest(user: User, label: str, after: str) -> None:
    """Press a button that hangs under a message newer than the one with the button ``after``."""
    old, _ = user.inline[after]

    def is_new() -> bool:
        found = user.inline.get(label)
        return found is not None and found[0]["message_id"] > old["message_id"]

    assert await user.until(is_new)
    user.press(label)


async def shares(learner: User) -> None:
    """Write an answer and show it to whoever looks after the group."""
    await tap(learner, "Start")
    await learner.sees("1 of 4")
    await learner.asks(THEIRS, "✓ Saved")
    await learner.asks("/share", "show your statement to one person")
    await tap(learner, "Ask in “Nursery team”")
    await learner.sees("One coordinator of “Nursery team” can read it until")


async def test_a_coordinator_reads_says_three_things_and_the_question_is_back_at_its_step(
    bot: Bot, ann: User, learner: User
) -> None:
    for each in (ann, learner):
        await each.asks("/start", "Who can read")
    await puts_both_in_a_group(bot, ann, learner)
    await shares(learner)
    await lets_time_pass(bot)
    await ann.sees("Somebody in your group “Nursery team” asks you to read")
    await tap(ann, "Look at it")
    await ann.sees("Shared with you and the other coordinators")
    assert THEIRS not in ann.texts, "nothing is shown before it is opened"
    await tap(ann, "Read: Learner 1")
    await ann.sees(THEIRS)
    three = {"It is ready", "Ask one question", "I know of this work"}
    assert await ann.until(lambda: three <= {*ann.inline, *ann.keyboard})

    await tap(ann, "Ask one question")
    await tap(ann, PART)
    await ann.sees("Type your one question")
    await ann.asks(ASKED, "✓ They will be told.")
    await tap_newest(ann, "I know of this work", after=PART)
    await ann.sees("Type your name")
    await ann.asks("Ann Black", "Type your role")
    await ann.asks("manager of the nursery", "✓ They will be told.")
    told = ann.texts.count("✓ They will be told.")
    await tap_newest(ann, "It is ready", after="Stop this")
    assert await ann.until(lambda: ann.texts.count("✓ They will be told.") > told)

    await lets_time_pass(bot)
    await learner.sees("They say: It is ready.")
    await learner.sees("says that they know of this work: Ann Black, manager of the nursery.")
    await learner.sees(f"They ask about “situation”: “{ASKED}”")
    listed = await learner.asks("/share", "1. ")
    for said in ("Nursery team", f"“{ASKED}”", "Ann Black, manager of the nursery"):
        assert said in listed
    await tap(learner, "Answer about: situation")
    await learner.sees(f"Somebody who read it asks: “{ASKED}”")
    await learner.asks("The caretaker walked it with me the day before we went.", "✓ Saved")
    await learner.asks("/statement", "The caretaker walked it with me")
    assert not any(ASKED in text for text in learner.texts[-3:])

    await learner.asks("/share", "1. ")
    await tap(learner, "Take back number 1")
    await learner.sees("Nobody can open it any more")
    assert "Read: Learner 1" in ann.inline, "the old button is still there"
    before = ann.texts.count(THEIRS)
    await tap(ann, "Read: Learner 1")
    await ann.sees("Nobody asks you to read anything just now")
    assert ann.texts.count(THEIRS) == before
