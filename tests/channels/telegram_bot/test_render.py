"""Replies as calls: parts with nothing lost, spans where the words are, data that fits."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.telegram_bot.rendering import PART, ChannelWords, cut, press_data, render
from bot.content.library import Content, load_content, shipped_folder
from tests.support.bot_api.rules import check_markup, check_text, utf16
from tests.support.learner import Learner

CONTENT: Content = load_content(shipped_folder())

LONG = st.lists(
    st.sampled_from(["word ", "😀", "\n", "\n\n", "a" * 300, "  ", "é", "sentence. "]), max_size=120
).map("".join)


@given(LONG, st.integers(4, 400))
@settings(deadline=None)
def test_parts_put_together_are_the_text(text: str, limit: int) -> None:
    found = list(cut(text, limit))
    assert "".join(part for _, part in found) == text
    assert all(utf16(part) <= limit for _, part in found)
    assert all(part for _, part in found)
    assert [start for start, _ in found] == [
        sum(len(part) for _, part in found[:place]) for place in range(len(found))
    ]


LINES = ChannelWords("More:", "It stays.")


def test_a_cut_comes_at_the_end_of_a_paragraph_where_there_is_one() -> None:
    text = ("one " * 20 + "\n\n") * 4
    assert all(part.endswith("\n\n") for _, part in cut(text, 100))


def test_no_emoji_is_cut_in_two() -> None:
    assert [part for _, part in cut("😀" * 5, 5)] == ["😀😀", "😀😀", "😀"]


@given(st.lists(st.one_of(LONG, st.text(st.characters(codec="utf-8"))), min_size=1, max_size=6))
@settings(deadline=None, max_examples=60)
def test_whatever_is_typed_leaves_within_telegrams_limits(texts: list[str]) -> None:
    learner = Learner(CONTENT).at("situation")
    for text in [*texts, "/back", "/review", "/statement", "/mydata", "/forget"]:
        learner.say(text)
        assert learner.last
        for call in render(learner.last, LINES):
            if call.method == "sendMessage":
                check_text(call.params["text"], call.params.get("entities", []))
            check_markup(call.params.get("reply_markup", {}))


def test_a_learners_words_in_a_text_of_ours_are_spans_of_code() -> None:
    learner = Learner(CONTENT).at("situation")
    learner.say("see example.org 😀 @me")
    learner.say("/review")
    assert learner.last
    first = render(learner.last, LINES)[0].params
    [entity] = first["entities"]
    units = first["text"].encode("utf-16-le")
    start, end = entity["offset"] * 2, (entity["offset"] + entity["length"]) * 2
    assert entity["type"] == "code"
    assert units[start:end].decode("utf-16-le") == "see example.org 😀 @me"


def test_the_data_of_a_press_fits_for_the_longest_ids() -> None:
    learner = Learner(CONTENT).at("management")
    learner.conversation.chat_id = "-9007199254740991"
    learner.conversation.version = 99_998
    learner.say("x")
    assert learner.last
    assert len(press_data(learner.last, "change:" + "s" * 24).encode()) <= 64


def test_one_part_of_a_long_text_is_well_within_the_limit() -> None:
    assert PART < 4096
