"""What a reader may say of a statement that is shared with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.commands import Tell
from bot.domain.reading import answer, read
from bot.domain.sharing import Act, SharedPart, Sharing, has_link
from bot.domain.sharing_commands import NoteAct

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)

PART = SharedPart("management", "Where I managed", "I made a plan.")

SHARED = Sharing("h1", "1", "thing_2", 1, NOW, NOW + timedelta(days=14), "Thing 2", "v1", (PART,))


def asks(words: str, step: str = "management") -> Act:
    return Act(NOW, "question", step=step, words=words)


def test_a_question_is_kept_on_one_line_and_its_learner_is_told() -> None:
    done = answer(SHARED, asks("  How did\n\x1b[1m you plan\u202e it?  "))
    assert not isinstance(done, str)
    note, tell = done
    assert isinstance(note, NoteAct)
    assert note.act.words == "How did [1m you plan it?"
    assert isinstance(tell, Tell)
    assert (tell.news.kind, tell.news.chat_id, tell.news.dialogue) == ("answered", "1", "thing_2")


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (asks("Why?", step="situation"), "no_step"),
        (asks(" … "), "no_words"),
        (asks("x" * 281), "too_long"),
        (asks("word " * 250_000), "too_long"),
        (asks("Look at https://example.com/x please"), "no_links"),
        (asks("Write to t.me/somebody"), "no_links"),
        (Act(NOW, "confirmed", name="Jo Reid"), "no_name"),
        (Act(NOW, "confirmed", name="Jo Reid", role="see www.example.com"), "no_links"),
        (Act(NOW + timedelta(days=14), "ready"), "over"),
    ],
)
def test_what_is_no_answer_is_refused_with_its_reason(act: Act, why: str) -> None:
    assert answer(SHARED, act) == why


def test_each_answer_is_given_once_and_the_others_stay_open() -> None:
    said = replace(SHARED, acts=(Act(NOW, "ready"),))
    assert answer(said, Act(NOW, "ready")) == "done"
    assert answer(said, Act(NOW, "confirmed", name="Jo Reid", role="manager")) != "done"


def test_looking_again_within_the_hour_is_the_same_reading() -> None:
    assert len(read(SHARED, NOW)) == 1
    seen = replace(SHARED, acts=(Act(NOW, "read"),))
    assert read(seen, NOW + timedelta(minutes=59)) == ()
    assert len(read(seen, NOW + timedelta(hours=1))) == 1


@pytest.mark.parametrize("text", ["I led. Then we met.", "e.g. a plan", "10.30 on Monday", "1:1"])
def test_plain_words_are_no_link(text: str) -> None:
    assert not has_link(text)
