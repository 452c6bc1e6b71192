"""Noticing practices in a learner's own sentences, and ``coach notice`` which shows it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.analysis.practices import notice, side_of
from bot.content.library import Content, shipped_folder
from bot.content.loading import load_content
from tests.bench.noticing import figures
from tests.conftest import Run

CONTENT = load_content(shipped_folder())


def share(pair: tuple[int, int]) -> float:
    return pair[0] / (pair[1] or 1)


def test_what_is_noticed_is_mostly_right_and_it_is_rather_silent(content: Content) -> None:
    """The half that was looked at while it was tuned. The other half is printed by the bench."""
    found = figures(content, "dev")
    assert share(found["spoke up on acts"]) >= 0.4
    assert share(found["noticed practice right"]) >= 0.85
    assert share(found["noticed side right"]) >= 0.9
    assert found["false noticing where there is nothing"][0] <= 1


def test_an_act_is_noticed_in_both_frameworks_with_the_words_it_rests_on(content: Content) -> None:
    text = "I wrote the rota two weeks ahead and worked out how many staff we needed each day."
    found = notice(content, text)
    assert [each.practice for each in found] == ["planning_budgeting", "plan"]
    assert "rota two weeks ahead" in text[found[0].start : found[0].end]
    assert side_of(found) == "management"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "👍",
        "teamwork",
        "Nobody had planned anything and there was no rota at all.",
        "Kotter says that management is planning and budgeting.",
        "Did anybody write the rota two weeks ahead?",
        "It rained and the bus was late again.",
    ],
)
def test_it_is_silent_where_there_is_no_act(content: Content, text: str) -> None:
    assert notice(content, text) == ()
    assert side_of(()) == "neither"


@given(st.text(max_size=300))
@settings(max_examples=100, deadline=None)
def test_whatever_is_typed_the_words_it_rests_on_are_the_learners(text: str) -> None:
    for each in notice(CONTENT, text):
        assert 0 <= each.start < each.end <= len(text)
        assert each.practice in CONTENT.practices


def test_notice_shows_an_author_what_the_coach_would_make_of_a_text(run: Run) -> None:
    done = run("notice", "I rang her son on 07700 900123 and told Mrs Campbell.")
    shown = json.loads(done.stdout)
    assert [each["kind"] for each in shown["identifiers"]] == ["phone"]
    assert len(shown["names"]) == 1
    assert shown["harm"] == "none"
    assert shown["question"] is False


def test_notice_answers_a_line_with_a_line_in_its_public_form(run: Run) -> None:
    lines = ["I wrote the rota two weeks ahead with all the dates.", "what do you mean by overlap?"]
    asked = [{"text": lines[0], "step": "management"}, {"text": lines[1]}, {"no": 1}]
    typed = "\n".join(map(json.dumps, asked)) + "\n"
    done = run("notice", "--jsonl", typed=typed)
    assert done.returncode == 1
    first, second, third = (json.loads(line) for line in done.stdout.splitlines())
    assert list(first) == [
        *("kind", "act", "parts", "practices", "side"),
        *("identifiers", "names", "harm", "question"),
    ]
    assert (first["kind"], first["act"]) == ("evidence", True)
    assert "own_act" in first["parts"]
    assert second["kind"] in ("question", "not_understood")
    assert list(first["practices"][0]) == ["framework", "practice", "side", "cue"]
    assert first["practices"][0]["cue"] in lines[0]
    assert second["question"] is True
    assert list(third) == ["error"]
