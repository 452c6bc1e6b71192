"""What is asked of the coach by what it means, in any voice."""

from __future__ import annotations

import pytest

from bot.analysis.knowledge import Knowledge
from bot.analysis.meant import OBJECTS, Meanings
from bot.content.library import Content
from tests.support.growth import grows_with_the_text


@pytest.fixture(scope="module")
def meanings(content: Content) -> Meanings:
    return Knowledge.of(content).meanings


def asked(meanings: Meanings, text: str) -> list[str]:
    return [each.id for each in meanings.meant_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "hiya x who reads this",
        "no i mean who can c what i type??",
        "erm thats not an answer lol. does my manager c it yes or no",
        "I should be obliged if you would clarify whether my contributions remain confidential.",
        "Who, precisely, has access to this material?",
        "Does she see the text?",
        "is it just me and you",
        "wha's gonnae see whit ah write here",
        "please who will look my text, my boss?",
        "is dis private",
        "i dont want my supervisor to read this, will she?",
        "Might I enquire whether these remarks are retained, and by whom they are viewed?",
        "does hr get this",
    ],
)
def test_who_reads_it_is_asked_in_any_words(meanings: Meanings, text: str) -> None:
    assert asked(meanings, text) == ["who_can_see"]


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("Is this anither o thae robot things?", "is_this_ai"),
        ("am i conversing with some automated contrivance?", "is_this_ai"),
        ("May I ask why you require this?", "why_you_ask"),
        ("y u need 2 no that", "why_you_ask"),
        ("why do you keep asking me things", "why_again"),
        ("Is this no jist the same question again?", "why_again"),
        ("is it long enuf", "my_count"),
        ("Would the foregoing suffice as to length?", "my_count"),
        ("how long will this take me", "how_long"),
        ("hoo mony mair questions", "how_far"),
        ("is it leadership really?", "is_it_one"),
        ("I am not sure I am leader.", "is_it_one"),
        ("wid ye call that leadership", "is_it_one"),
        ("whit dae ye dae wi it efter", "what_next"),
        ("dae ah huv tae dae this at ma work", "anywhere"),
        ("Your summary suggests that I persuaded people, which is not so.", OBJECTS),
    ],
)
def test_the_same_goes_for_what_is_asked_most(meanings: Meanings, text: str, id_: str) -> None:
    assert asked(meanings, text) == [id_]


@pytest.mark.parametrize(
    "text",
    [
        "i put the list up so they could see what i meant",
        "I told the night staff who would read the care plan.",
        "my manager was not sure the new rota would hold",
        "She asked me why I kept asking the same question.",
        "I read his letter to him and kept it private",
        "how long each visit takes is on the sheet",
        "boss never",
        "he can see the garden from home",
    ],
)
def test_what_is_told_of_work_asks_nothing(meanings: Meanings, text: str) -> None:
    assert asked(meanings, text) == []


def test_a_question_is_found_behind_what_is_told(meanings: Meanings) -> None:
    text = "I sat with her till she slept. She was calm, and can my boss see what I write?"
    (found,) = meanings.meant_in(text)
    assert text[found.start : found.end].strip() == "and can my boss see what I write?"
    assert "boss" in found.says


@pytest.mark.parametrize("unit", ["who sees ", "and can you ", "why? ", ", is it ", "a"])
def test_a_page_of_anything_is_read_in_a_time_that_grows_with_it(
    meanings: Meanings, unit: str
) -> None:
    assert grows_with_the_text(lambda text: [*meanings.pieces(text)], unit)
