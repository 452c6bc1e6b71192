"""Orders about own words in ten voices, and what is told of work that sounds like them.

Half of them were put aside before anything was tuned.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.content.library import Content
from tests.support.learner import Learner, body

_SAID: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "data" / "own_text.yaml").read_text(encoding="utf-8")
)
STEPS = ("situation", "management", "leadership")
KEYS = ("nights", "fall", "rota", "chemist", "beds", "tea", "song", "hoist")

Lines = dict[str, list[str]]


def told(content: Content) -> Learner:
    """Return somebody who has told eight lines in three answers, and is at the third."""
    learner = Learner(content)
    for step in STEPS:
        learner.at(step) if step == STEPS[0] else learner.press("Next")
        for line in _SAID["told"][step]:
            learner.say(line)
    assert learner.step == "leadership"
    return learner


def lines(learner: Learner) -> Lines:
    """Return which lines stand in each answer, in their order, each by its word."""
    found = Lines()
    for step, section in zip(STEPS, learner.statement.sections, strict=False):
        places = list[tuple[int, str]]()
        for key in KEYS:
            at = section.text.find(key)
            while at >= 0:
                places.append((at, key))
                at = section.text.find(key, at + 1)
        found[step] = [key for _, key in sorted(places)]
    return found


@dataclass
class Case:
    """One thing that is said, and what must become of the lines."""

    say: str
    then: str
    before: str = ""

    def after(self, before: Lines, first: Lines) -> Lines:
        """Return where all lines must be, from where they were before it and at first."""
        now = {step: list(keys) for step, keys in before.items()}
        for each in self.then.split("; "):
            verb, *words = each.split()
            if verb == "home":
                now = {step: list(keys) for step, keys in first.items()}
            elif verb in _OPS:
                _OPS[verb](now, first, *words)
        return now


def _out(now: Lines, _: Lines, key: str) -> None:
    for keys in now.values():
        keys[:] = [each for each in keys if each != key]


def _once(now: Lines, _: Lines, key: str) -> None:
    now["leadership"].remove(key)


def _in(now: Lines, first: Lines, key: str) -> None:
    for step, keys in first.items():
        if key in keys:
            now[step] = [each for each in keys if each == key or each in now[step]]


def _move(now: Lines, first: Lines, key: str, step: str) -> None:
    _out(now, first, key)
    now[step].append(key)


def _swap(now: Lines, _: Lines, one: str, other: str) -> None:
    for keys in now.values():
        keys[:] = [{one: other, other: one}.get(each, each) for each in keys]


def _first(now: Lines, _: Lines, key: str) -> None:
    for keys in now.values():
        keys.sort(key=lambda each: each != key)


_OPS: dict[str, Any] = {
    "out": _out, "once": _once, "in": _in, "move": _move, "swap": _swap, "first": _first,
}  # fmt: skip


def fault_of(content: Content, case: Case) -> str:
    """Return what went wrong with an order, "" for nothing."""
    learner = told(content)
    first = lines(learner)
    if case.before:
        learner.say(case.before)
    before = lines(learner)
    reply = learner.say(case.say)
    now, wanted = lines(learner), case.after(before, first)
    if now != wanted:
        return f"{now} and not {wanted}: {reply}"
    if case.say in body(learner):
        return f"it is in the answer: {reply}"
    if "show" in case.then and "reads now: “" not in reply:
        return f"nothing is shown: {reply}"
    for each in case.then.split("; "):
        if each.startswith("tell ") and each[5:] not in body(learner):
            return f"what was told beside it is in no answer: {reply}"
    return ""


def fault_of_work(content: Content, text: str) -> str:
    """Return what went wrong with what was told of work, "" for nothing."""
    learner = told(content)
    before = lines(learner)
    reply = learner.say(text)
    if text not in body(learner):
        return f"it is in no answer: {reply}"
    for step, keys in before.items():
        if lines(learner)[step][: len(keys)] != keys:
            return f"lines went: {reply}"
    return ""


ORDERS = [Case(**each) for each in _SAID["orders"]]
WORK: list[str] = _SAID["work"]


@pytest.mark.parametrize("case", ORDERS[::2], ids=lambda case: case.say)
def test_an_order_does_what_it_says_and_nothing_else(content: Content, case: Case) -> None:
    assert not fault_of(content, case)


@pytest.mark.parametrize("text", WORK[::2])
def test_what_is_told_of_work_is_an_answer(content: Content, text: str) -> None:
    assert not fault_of_work(content, text)


def test_of_what_was_put_aside_no_less_goes_well(content: Content) -> None:
    # Of 30 and 30 it was 3 and 28 before, and 21 and 29 when it was judged, once.
    assert sum(not fault_of(content, each) for each in ORDERS[1::2]) >= 26
    assert sum(not fault_of_work(content, each) for each in WORK[1::2]) >= 30
