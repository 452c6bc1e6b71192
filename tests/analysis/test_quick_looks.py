"""A quick look before a slow search changes nothing that the search finds."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.analysis.knowledge import Knowledge
from bot.analysis.reading.words import words_of
from bot.content.library import Content
from tests.analysis.reading.test_worth_trying import all_texts

often = settings(max_examples=60, deadline=None)


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
