"""A text that is told in one go is cut where it turns from the work to the people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from bot.analysis import one_go
from bot.analysis.reading.reading import Shown


def test_a_text_of_hundreds_of_sentences_is_not_weighed_place_by_place() -> None:
    unread = cast(Sequence[Shown], object())  # what looks into it fails
    text = "I planned the week. " * (one_go.MOST + 1)
    assert one_go.told_sections(text, unread, {}) == ()
