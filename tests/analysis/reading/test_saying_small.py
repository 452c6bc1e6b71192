"""What makes an act small is nobody's act; what came of it is heard in two words."""

from __future__ import annotations

import pytest

from bot.analysis.reading.modesty import is_modest
from bot.analysis.reading.outcomes import is_outcome
from bot.analysis.reading.reading import Found, Reader


@pytest.mark.parametrize(
    "text",
    [
        "anyone would have done what i did",
        "awbody wid dae the same",
        "it was nothing really",
        "that's just what you do with a fall",
        "it's in the training",
        "managers do management",
        "that wasn't management though",
        "ah'm no a manager",
        "i just did what i was told",
        "i'm only bank",
        "not really my job that",
        "that was it",
    ],
)
def test_a_denial_or_a_small_word_is_no_act_and_is_not_said_back(reader: Reader, text: str) -> None:
    assert is_modest(text)
    assert not any(each.act or each.fit_to_quote for each in reader.read(text).clauses)


@pytest.mark.parametrize(
    "text",
    [
        "i noticed her shoes were on the wrong feet",
        "i only put the light on",
        "the manager did the rota with me",
        "everybody took a room",
        "i told the manager",
        "nobody fell that week",
    ],
)
def test_a_plain_account_is_not_taken_for_modesty(text: str) -> None:
    assert not is_modest(text)


@pytest.mark.parametrize(
    "text",
    [
        "she slept",
        "nothing broken",
        "nobody fell that week",
        "no more wet beds after that",
        "not one child missed a contact visit",
        "day staff knew",
        "he cry less",
        "she's eatin fine noo",
        "the new girl copied me",
        "they do it too",
    ],
)
def test_what_came_of_it_is_told_in_a_few_words_and_may_be_said_back(
    reader: Reader, text: str
) -> None:
    assert is_outcome(text, text.split())
    found = reader.read(text, "situation", found=Found(asked=True))
    assert found.kind not in ("bare", "harm")
    assert "result" in found.parts
    assert any(each.fit_to_quote for each in found.clauses)


@pytest.mark.parametrize(
    "text",
    [
        "no idea",
        "she never slept",
        "he was not happy",
        "sat with her",
        "i slept on it",
        "she asked for less milk",
        "left landing light",
    ],
)
def test_what_was_done_or_went_wrong_is_not_what_came_of_it(text: str) -> None:
    assert not is_outcome(text, text.split())


def test_a_thought_is_never_cut_where_it_goes_on(reader: Reader) -> None:
    text = (
        "So I make for him a bag with letters and every evening at five we walk the corridor "
        "and give the letters to people. I asked the other two to take my end of the corridor "
        "for half an hour, they grumbled but did it."
    )
    quotes = [text[each.start : each.end] for each in reader.read(text).clauses]
    assert any(each.startswith("every evening at five we walk") for each in quotes)
    assert not any(each.endswith(("for half", "at five")) for each in quotes)


def test_a_clause_too_long_to_quote_is_said_back_up_to_where_it_only_tells_more(
    reader: Reader,
) -> None:
    text = (
        "I put a big clear sheet with the turns of the whole team on the back of the heavy door by "
        "the lounge window"
    )
    quote = next(each.quote for each in reader.read(text).clauses if each.fit_to_quote)
    assert text[quote.start : quote.end] == text.partition(" by the")[0]
