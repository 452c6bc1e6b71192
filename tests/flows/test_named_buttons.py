"""No sentence names a button that is not there and does nothing typed: long random talks."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from bot.content.library import Content
from tests.support.learner import Learner

CONVERSATIONS = Path(__file__).parents[1] / "coaching" / "fresh_conversations.yaml"

SHORT = (
    *("ok", "dunno", "brb", "back", "see above", "is it sent", "how many words", "am i done"),
    *("what is missing", "my dad died on tuesday", "sorry", "take out the last bit", "delete that"),
    *("just write it for me", "give me an example", "you asked me that already", "thanks", "bye"),
    *("/review", "/statement", "/help", "/skip", "/pause", "/start", "/learn", "/share", "/sort"),
    *(
        "I want to kill myself",
        "that's me done",
        "no idea",
        "training",
        "Mary did the rota with me",
    ),
)

TURNS = 40

_QUOTE = re.compile("“([^”]+)”")


@pytest.fixture(scope="module")
def told() -> list[str]:
    """What people told in whole conversations, message by message."""
    known = yaml.safe_load(CONVERSATIONS.read_text("utf-8"))["conversations"]
    return [turn["text"] for each in known for turn in each["turns"] if turn.get("text")]


def labels(content: Content) -> set[str]:
    """Every label of a button that holds nothing to be filled in."""
    named = content.words.buttons.model_dump().values()
    return {each for each in named if isinstance(each, str) and "$" not in each}


def named_in(learner: Learner, known: set[str]) -> Iterator[str]:
    """Each button that the coach names in its last replies; what the learner typed names none."""
    for reply in learner.replies:
        for found in _QUOTE.finditer("" if reply.verbatim else reply.text):
            start, end = found.span(1)
            is_typed = any(begin <= start and end <= stop for begin, stop in reply.typed)
            if not is_typed and found[1] in known:
                yield found[1]


@pytest.mark.parametrize("seed", range(12))
def test_each_button_that_is_named_can_be_pressed_or_typed(
    learner: Learner, told: list[str], seed: int
) -> None:
    chance, known = random.Random(seed), labels(learner.content)
    learner.say("/start")
    for _ in range(TURNS):
        sort = chance.random()
        if sort < 0.35 and learner.buttons:
            done = chance.choice(learner.buttons)
            learner.press(done)
        else:
            done = chance.choice(SHORT if sort < 0.55 else told)
            learner.say(done)
        offers = {each.label for each in learner.conversation.offers}
        lost = [each for each in named_in(learner, known) if each not in offers]
        assert not lost, (done, learner.step, learner.conversation.prompt)
