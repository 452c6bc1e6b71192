"""Windows of a message and their context, as they are defined; a long message costs its length."""

from __future__ import annotations

from random import Random

import pytest

from bot.analysis.knowledge import Knowledge
from bot.analysis.reading.harm_features import CONTEXT, MOST, Line, Window, features
from bot.content.library import Content
from tests.support.work import work_of

_PIECES = (
    *("she pushed me", "I told my manager", "it was reported", "he was scared", "in a game", "and"),
    *("we planned the rota", ", ", ". ", "\n", "it never happened", "if she hits him", "a secret"),
    *("the shift was long and we all went on with it and nobody had a break that day", "so"),
)


@pytest.fixture
def knowledge(content: Content) -> Knowledge:
    return Knowledge.of(content)


def text_of(seed: int, pieces: int) -> str:
    choose = Random(seed)
    return " ".join(choose.choice(_PIECES) for _ in range(pieces))


def windows_by_definition(line: Line) -> list[Window]:
    """Each run of whole clauses that fits and reaches further than the one before it."""
    ends, found, latest = [*line.starts[1:], len(line.spans)], list[Window](), 0
    for i, start in enumerate(line.starts):
        first = start
        while ends[i] - first > MOST:
            found.append(Window(first, first + MOST))
            first += MOST // 2
        last = max(end for end in ends[i:] if end - first <= MOST)
        if last > latest:
            found.append(Window(first, last))
            latest = last
    return found


@pytest.mark.parametrize("seed", range(40))
def test_windows_and_what_stands_around_them_are_as_defined(
    knowledge: Knowledge, seed: int
) -> None:
    line = Line.of(text_of(seed, 2 + seed % 20), knowledge.harm_reader.vocabulary)
    assert line.windows() == windows_by_definition(line)
    for window in line.windows():
        begin, end = line.offsets[window.first], line.offsets[window.last]
        around = {"before": line.groups[:begin], "after": line.groups[end:]}
        told = {
            f"{side}:{group}"
            for side, rest in around.items()
            for groups in rest
            for group in groups & CONTEXT
        }
        found = features(line, window, ())
        assert {each for each in found if each.startswith(("before:", "after:"))} == told


def test_a_message_eight_times_as_long_costs_about_eight_times_as_much(
    knowledge: Knowledge,
) -> None:
    # A look at the whole message for each window made it 50 times.
    def cost(seed: int, pieces: int) -> int:
        text = text_of(seed, pieces)  # another each time: what was just read is remembered
        return work_of(lambda: knowledge.harm_reader.read(text))

    cost(1, 100)  # words are looked up once
    assert cost(2, 12_000) < 24 * cost(3, 1_500)
