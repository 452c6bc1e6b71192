"""What came of something is heard in any voice, also where it is that nothing happened."""

from __future__ import annotations

import pytest

from bot.analysis.one_voice import in_one_voice
from bot.analysis.reading.came_of_it import came_of_it, is_state
from bot.analysis.reading.reading import Reader


@pytest.mark.parametrize(
    "text",
    [
        "naebdy fell oot o bed that nicht",
        "no resident missed medication that night",
        "nae buzzers went aff the hale nicht",
        "hes been every day sinse",
        "and hes stil doin it now",
        "he not shout any more in evening",
        "she no longer requires two people to assist her",
        "by Friday every chart was up to date",
        "all resident go to bed in peace",
        "they was all laughing by the end",
        "and it worked",
        "nobody scared to sleep",
        "she sat with us for her tea after that",
        "the family expressed satisfaction with it",
    ],
)
def test_an_outcome_is_heard(text: str) -> None:
    assert came_of_it(in_one_voice(text.casefold()))


@pytest.mark.parametrize(
    "text",
    [
        "naebdy telt us there wis a rota",
        "nobody wanted to do the heavies",
        "he needs help to walk",
        "she was wet when i got in",
        "no more than 4 of us on",
        "everybody was fed up with the rota",
        "the other shift does it another way",
        "i thanked the night shift",
        "nobody came when i rang",
        "he's got a social worker",
    ],
)
def test_how_it_is_or_was_is_no_outcome(text: str) -> None:
    assert not came_of_it(in_one_voice(text))


def test_how_somebody_was_when_the_shift_began_is_only_that() -> None:
    assert is_state("she was wet when i got in")
    assert not is_state("she hates baths but she has one every day now")


@pytest.mark.parametrize(
    "text",
    [
        "we had a lad who woodnt go to scool so i walked him there. hes been every day sinse",
        "i changed the mats. work done, nobody scared to sleep",
        "i split the corridor in 2. naebdy fell n evry1 wis in bed by half 10",
        "I sit with her and we cook soup. After two week she eat alone",
    ],
)
def test_an_outcome_in_the_last_words_is_told(reader: Reader, text: str) -> None:
    assert "result" in reader.read(text, "situation").parts
