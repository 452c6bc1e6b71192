"""A quick look before a slow search changes nothing that the search finds."""

from __future__ import annotations

import difflib

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.analysis.faq import ALIKE, NEARLY
from bot.analysis.knowledge import Knowledge
from bot.analysis.reading.words import words_of
from bot.content.library import Content
from tests.analysis.reading.test_worth_trying import all_texts

often = settings(max_examples=60, deadline=None)


@often
@given(st.data())
def test_a_misspelt_stem_is_known_as_by_looking_at_every_stem_that_begins_so(
    content: Content, data: st.DataObject
) -> None:
    asked = Knowledge.of(content).asks
    stems = sorted(asked.rarity)
    stem = data.draw(st.sampled_from(stems))
    place = data.draw(st.integers(0, len(stem)))
    typed = stem[:place] + data.draw(st.text("abcdefghijklmnopqrstuvwxyzé", max_size=3))
    typed += stem[place + data.draw(st.integers(0, 2)) :]
    begun_alike = [each for each in stems if each[:1] == typed[:1]]
    every = difflib.get_close_matches(typed, begun_alike, 1, ALIKE)
    assert difflib.get_close_matches(typed, asked.may_be_near(typed), 1, ALIKE) == every


def test_no_way_of_asking_is_near_a_text_that_is_not_compared(content: Content) -> None:
    asked, compared = Knowledge.of(content).asks, 0.0
    for text in all_texts():
        vector = asked.vector(text)
        near = asked.index.nearness(vector, NEARLY)
        every = asked.index.nearness(vector)
        assert all(each <= NEARLY or near[key] == each for key, each in every.items()), text
        compared += len(near) / max(len(every), 1)
    assert 0 < compared < len(all_texts()) / 10


def test_signs_of_who_somebody_is_are_found_as_by_a_full_search(content: Content) -> None:
    signs = Knowledge.of(content).shows_who
    for text in all_texts():
        plain = [word.plain for word in words_of(text)]
        assert signs.may_show(plain) or not signs.sign.search(" ".join(plain)), text


@often
@given(st.data())
def test_they_are_found_so_in_every_phrase_of_the_author(
    content: Content, data: st.DataObject
) -> None:
    signs, lists = Knowledge.of(content).shows_who, content.coaching.shows_who
    phrases = [phrase for each in lists.signs.values() for phrase in each.phrases]
    number = st.sampled_from(["7", "80", "ninety", "two"])

    def filled(phrase: str) -> str:
        items = phrase.split()
        for place, item in enumerate(items):
            if item[0] == "<":
                items[place] = filled(data.draw(st.sampled_from(lists.words[item[1:-1]])))
            elif "#" in item:
                items[place] = item.rstrip(".").replace("#", data.draw(number))
            elif item[-1] == "*":
                items[place] = item[:-1] + data.draw(st.sampled_from(["", "s", "ed"]))
        return " ".join(items)

    plain = [word.plain for word in words_of("then " + filled(data.draw(st.sampled_from(phrases))))]
    assert signs.may_show(plain) or not signs.sign.search(" ".join(plain))
