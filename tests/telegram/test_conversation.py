"""The conversation on a phone, against the real process."""

from __future__ import annotations

from tests.bot_api.user import User
from tests.telegram.conftest import Bot


async def begun(ann: User) -> User:
    """At the first question."""
    await ann.asks("/start", "Who can read your words?")
    await ann.asks("Start", "Tell me your role")
    return ann


async def test_a_newcomer_is_welcomed_with_a_keyboard(bot: Bot, ann: User) -> None:
    await ann.asks("/start", "Who can read your words?")
    assert ann.keyboard == ["Start"]
    assert "What is Thing 2?" in ann.inline


async def test_core_choices_are_a_keyboard_and_side_actions_stand_under_the_message(
    bot: Bot, ann: User
) -> None:
    await begun(ann)
    assert ann.keyboard == ["Next", "Back", "Skip", "Pause"]
    assert "Example" in ann.inline


async def test_an_answer_is_saved_and_said_to_be(bot: Bot, ann: User) -> None:
    await begun(ann)
    assert (
        await ann.asks("I am a cook.", "✓ Saved")
        == "✓ Saved · 4 words\nWrite more, or press “Next”."
    )
