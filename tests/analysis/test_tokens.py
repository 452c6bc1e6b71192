"""Words have stems: those of one kind have the same."""

from __future__ import annotations

from bot.analysis import tokens


def test_words_of_one_kind_have_one_stem() -> None:
    assert len(set(tokens.stems(["coaching", "coaches", "coached"]))) == 1
