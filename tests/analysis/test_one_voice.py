"""A doubt, a question and an objection are heard alike in every spelling."""

import os
import subprocess
import sys

import pytest

from bot.analysis.one_voice import in_one_voice, said_in_one_voice


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("eh? a dinnae dae managment", "eh? i don't do management"),
        ("am jist a carer", "i'm just a carer"),
        ("ah didnae ken whit tae say", "i didn't know what to say"),
        ("wots managment", "what's management"),
        ("wot is leedership", "what is leadership"),
        ("my maneger is makin us, im dislexic an i cant rite", None),
        ("whit ur ye on aboot", "what are you on about"),
        ("ur not listenin", "you're not listening"),
        ("thats not rite", "that's not right"),
        ("i sed she is my freind", "i said she is my friend"),
        ("gonnae no dae that", "will you no do that"),
        ("cos i dont no", "because i don't know"),
        ("am sayin tae you no fur the form", "i'm saying to you not for the form"),
    ],
)
def test_a_message_is_made_plain_word_by_word(typed: str, plain: str | None) -> None:
    if plain is None:
        plain = "my manager is making us, i'm dyslexic an i can't write"
    assert in_one_voice(typed) == plain


@pytest.mark.parametrize(
    "text",
    [
        "I am a carer in a care home. We had a plan at 7 am.",
        "A need for a change was seen. It was a mean trick.",
        "Ken and I gave a massage at the station on the previous day.",
        "There is no cover. It was no bother, what am I like.",
        "The manger in the play and the daylight were Moira's.",
    ],
)
def test_what_is_plain_already_stays_as_it_is(text: str) -> None:
    assert in_one_voice(text) == text


def test_what_stands_between_the_words_stays() -> None:
    assert in_one_voice("Naw –\n  DINNAE! (ma bit)") == "Naw –\n  don't! (my bit)"


@pytest.mark.parametrize("text", ["", "👍👍", "a", "am", "a" * 5000, "a " * 3000, "ur" * 2000])
def test_any_text_is_read_to_its_end(text: str) -> None:
    assert in_one_voice(in_one_voice(text)) == in_one_voice(text)


def test_each_word_has_its_place_in_what_was_typed() -> None:
    text = "She gonnae – ken, DINNAE"
    said = said_in_one_voice(text)
    assert [text[each.start : each.end] for each in said] == ["She", "gonnae", "ken", "DINNAE"]
    assert [each.plain for each in said] == ["She", "going to", "ken", "don't"]


@pytest.mark.parametrize("word", ["sentence", "sentences"])
def test_a_word_that_is_spelt_well_stays_though_another_sounds_alike(word: str) -> None:
    assert in_one_voice(f"one {word}") == f"one {word}"


def test_what_is_heard_is_the_same_in_every_process() -> None:
    asked = "from bot.analysis.one_voice import in_one_voice as heard; print(heard('wan sentense'))"
    said = {
        subprocess.run(
            [sys.executable, "-c", asked],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in range(4)
    }
    assert said == {"one sentence\n"}
