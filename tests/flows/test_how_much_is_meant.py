"""Eighty orders and objections about parts of answers, and fifty tellings in the same words.

No fewer go well than when they were last looked at.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from bot.content.library import Content
from tests.support.learner import Learner, body

_SAID: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "data" / "how_much.yaml").read_text(encoding="utf-8")
)
PLAN = (
    "I plan the shifts on Monday. I ring round when someone is off sick in Troon. The girls trust "
    "me with it."
)


def goes_well(content: Content, case: dict[str, Any]) -> bool:
    """Return whether all that shall go is out after the last order, or asked about, and all else is
    in as it was, without a gap."""
    learner = Learner(content).at("situation")
    for text in (*case["told"], *case["say"]):
        learner.say(text)
    now = body(learner)
    if any(each not in now for each in case.get("stay", ())):
        return False
    if learner.conversation.prompt == "order":
        return case.get("ask") == "ok"
    return "  " not in now and not any(each in now for each in case.get("gone", ()))


def is_an_answer(content: Content, text: str) -> bool:
    """Return whether what is told of work is in the answer, also right after an order."""
    for order in ("", "take out the line about ringing round"):
        learner = Learner(content).at("management")
        learner.say(PLAN)
        if order:
            learner.say(order)
        before = body(learner)
        learner.say(text)
        if before.strip() not in body(learner) or text[:25] not in body(learner):
            return False
    return True


def test_orders_about_parts_do_what_they_say(content: Content) -> None:
    for name, least in (("first", 36), ("then", 19), ("last", 16)):
        assert sum(goes_well(content, each) for each in _SAID[name]) >= least, name


def test_what_is_told_of_work_in_the_same_words_is_an_answer(content: Content) -> None:
    assert sum(is_an_answer(content, each) for each in _SAID["work"]) >= 44
