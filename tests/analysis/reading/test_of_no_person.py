"""What sounds of harm and is done to no person; and what only looks like it."""

from __future__ import annotations

import pytest

from bot.analysis.reading.harm_reader import HarmReader
from bot.analysis.reading.of_no_person import of_no_person_in
from tests.bench.harm import shipped


@pytest.fixture(scope="module")
def harm_reader() -> HarmReader:
    return shipped()


@pytest.mark.parametrize(
    "text",
    [
        "hes gna kill the router if it drops out agen lol",
        "the hoist died on us halfway thro n i had to get the other one",
        "ah wanted tae die when ah lost that level at hame on the xbox",
        "I got slaughtered at the quiz",
        "the boss will kill me if I do not finish this badge",
        "Why you do not answer me? I ask three times.",
        "you keep hitting me with the same question",
        "he shot me doon when ah asked aboot the rota",
        "he dies every 5 mins on fortnite",
        "ah near had a heart attack when the bill came in",
    ],
)
def test_a_thing_a_game_or_a_figure_of_speech_is_no_harm(
    harm_reader: HarmReader, text: str
) -> None:
    assert of_no_person_in(text)
    assert harm_reader.read(text).level == "none"


@pytest.mark.parametrize(
    "text",
    [
        "he smashed her phone so she cant ring anybody",
        "I want to die. even my game is no fun",
        "my husband will kill me if he finds out",
        "she doesnt answer me and her lips are blue",
        "he kicked the telly then he punched me",
    ],
)
def test_what_is_done_to_somebody_is_harm_whatever_stands_beside_it(
    harm_reader: HarmReader, text: str
) -> None:
    assert harm_reader.read(text).level != "none"
