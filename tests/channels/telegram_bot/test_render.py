"""Replies as calls: parts with nothing lost, spans where the words are, data that fits."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from bot.channels.telegram_bot import CHANNEL
from bot.channels.telegram_bot.parts import LIMIT, PART, ChannelWords, cut, parts
from bot.channels.telegram_bot.presses import Presses
from bot.channels.telegram_bot.rendering import Call, render
from bot.content.library import Content, shipped_folder
from bot.content.loading import load_content
from bot.domain.addresses import Address
from bot.domain.offers import Button
from bot.domain.outbox import Outgoing, Rendered
from bot.domain.turn import Reply, Turn
from tests.support.bot_api.rules import check_markup, check_text, utf16
from tests.support.learner import Learner

CONTENT: Content = load_content(shipped_folder())

LONG = st.lists(
    st.sampled_from(["word ", "😀", "\n", "\n\n", "a" * 300, "  ", "é", "sentence. "]), max_size=120
).map("".join)


@given(LONG, st.integers(4, 400))
def test_parts_put_together_are_the_text(text: str, limit: int) -> None:
    found = list(cut(text, limit))
    assert "".join(part for _, part in found) == text
    assert all(utf16(part) <= limit for _, part in found)
    assert all(part for _, part in found)
    assert [start for start, _ in found] == [
        sum(len(part) for _, part in found[:place]) for place in range(len(found))
    ]


LINES = ChannelWords("More:", "It stays.")

LONGEST_CHAT = "9007199254740991"

TO = Address(CHANNEL, LONGEST_CHAT)

ROW = TypeAdapter(Outgoing)


class Meta:
    """The one part of a store that is needed here."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    async def get_meta(self, name: str) -> str:
        return self.kept.get(name, "")

    async def set_meta(self, name: str, value: str) -> None:
        self.kept[name] = value


def calls(turn: Turn) -> list[Call]:
    """What leaves for a turn, each row having been kept and read back."""
    shorten = Presses(Meta()).shorten
    kept = [ROW.validate_json(ROW.dump_json(each)) for each in parts(turn, TO, LINES)]
    return [render(each, LINES, shorten) for each in kept]


def test_a_cut_comes_at_the_end_of_a_paragraph_where_there_is_one() -> None:
    text = ("one " * 20 + "\n\n") * 4
    assert all(part.endswith("\n\n") for _, part in cut(text, 100))


def test_no_emoji_is_cut_in_two() -> None:
    assert [part for _, part in cut("😀" * 5, 5)] == ["😀😀", "😀😀", "😀"]


@given(st.lists(st.one_of(LONG, st.text(st.characters(codec="utf-8"))), min_size=1, max_size=6))
@settings(max_examples=60)
def test_whatever_is_typed_leaves_within_telegrams_limits(texts: list[str]) -> None:
    learner = Learner(CONTENT).at("situation")
    for text in [*texts, "/back", "/review", "/statement", "/mydata", "/forget"]:
        learner.say(text)
        assert learner.last
        for call in calls(learner.last):
            if call.method == "sendMessage":
                check_text(call.params["text"], call.params.get("entities", []))
            check_markup(call.params.get("reply_markup", {}))


def test_a_learners_words_in_a_text_of_ours_are_spans_of_code() -> None:
    learner = Learner(CONTENT).at("situation")
    learner.say("I sent example.org 😀 to @me and wrote it on the list.")
    learner.say("/review")
    assert learner.last
    first = calls(learner.last)[0].params
    [entity] = first["entities"]
    units = first["text"].encode("utf-16-le")
    start, end = entity["offset"] * 2, (entity["offset"] + entity["length"]) * 2
    assert entity["type"] == "code"
    assert (
        units[start:end].decode("utf-16-le")
        == "I sent example.org 😀 to @me and wrote it on the list."
    )


async def test_an_action_too_long_for_a_button_is_done_all_the_same_after_a_restart() -> None:
    action = "change:" + "s" * 60
    button = Button("Change it", action, side=True)
    row = Outgoing("ann", TO, "reply", Reply("x", (button,)), step="management", version=999_999)
    meta, shown = Meta(), ""
    for _ in range(2):
        before = Presses(meta)
        await before.load()
        markup = render(row, LINES, before.shorten).params["reply_markup"]
        check_markup(markup)
        shown = markup["inline_keyboard"][0][0]["callback_data"]
        await before.keep()
    after = Presses(meta)
    await after.load()
    assert after.action(shown.rpartition("|")[2]) == action
    assert after.action("#0000000000") == ""
    assert after.action("next") == "next"


def test_an_action_that_fits_stands_in_the_button_itself() -> None:
    row = Outgoing("ann", TO, "reply", Reply("x", (Button("Next", "next", side=True),)), step="a")
    markup = render(row, LINES, Presses(Meta()).shorten).params["reply_markup"]
    assert markup["inline_keyboard"][0][0]["callback_data"] == f"{LONGEST_CHAT}|a|0|next"


def test_what_an_earlier_build_rendered_leaves_as_it_was() -> None:
    kept = {"method": "sendMessage", "params": {"chat_id": "1", "text": "words"}}
    row = Outgoing("1", TO, "reply", Rendered(json.dumps(kept)))
    assert render(row, LINES, str) == ("sendMessage", kept["params"])


def test_one_part_of_a_long_text_is_well_within_the_limit() -> None:
    assert PART < LIMIT == 4096


def test_a_time_keeps_its_place_where_a_text_is_split_off_or_cut() -> None:
    learner = Learner(CONTENT)
    learner.say("/later in 2 hours")
    assert learner.last
    [reply] = [each for each in learner.last.replies if each.moments]
    [(start, end, at)] = reply.moments
    words, before = reply.text[start:end], "😀 before\n\n"
    for filler in (before, "word " * 1200 + "\n\n"):
        moved = (start + len(filler), end + len(filler), at)
        longer = replace(reply, text=filler + reply.text, moments=(moved,))
        found = [
            (call.params["text"].encode("utf-16-le"), entity)
            for call in calls(replace(learner.last, replies=(longer,)))
            for entity in call.params.get("entities", [])
        ]
        [(units, entity)] = found
        begins = entity["offset"] * 2
        assert units[begins : begins + entity["length"] * 2].decode("utf-16-le") == words
        assert entity["unix_time"] == at
