"""From the operator's link to the first learner's link, on a phone: counted."""

from __future__ import annotations

from functools import partial

import pytest

from tests.channels.telegram_bot.conftest import Bot
from tests.channels.telegram_bot.test_cohorts import command, tap
from tests.support.bot_api.user import User

pytestmark = pytest.mark.long

BEFORE = (8, 2)
"""Taps and typed texts of the build before, after the link was opened."""


def offered(ann: User, label: str) -> str:
    """The button whose label begins so, "" before it is there."""
    shown = [*ann.keyboard, *ann.inline]
    return next((each for each in shown if each.startswith(label)), "")


async def test_five_taps_and_one_typed_text(bot: Bot, ann: User) -> None:
    link = await command(bot, "cohort", "invite-coordinator")
    token = link.strip().replace("=", " ").split()[-1]  # the address may not be known yet
    await ann.asks(f"/start {token}", "Would you like to make a group?")
    ways = (
        ("Make a group", "What is the group called?"),
        ("", "Which reflection"),
        ("Thing 2", "What is its last day?"),
        (f"In {12} weeks", "Which time zone"),
        ("Europe/London", "Now invite people"),
        ("Up to 30 people", "Pass this on to your learners"),
    )
    for label, answer in ways:
        if label:
            assert await ann.until(partial(offered, ann, label)), label
            await tap(ann, offered(ann, label))
            await ann.sees(answer)
        else:
            await ann.asks("Nursery team", answer)
    taps = sum(bool(label) for label, _ in ways)
    after = (taps, len(ways) - taps)
    print(f"taps and typed texts: before {BEFORE}, after {after}")  # noqa: T201
    assert after == (5, 1)
    assert not any("I ask one small question" in text for text in ann.texts)
