"""Harm that the writer told on, and what was wrong and is mended in the same message."""

from __future__ import annotations

import pytest

from bot.analysis.reading.harm_again import tells_anybody
from tests.bench.harm import shipped

READER = shipped()


@pytest.mark.parametrize(
    "text",
    [
        "saw bruises on his arms like finger marks told senior she did an incident form",
        "ah telt the heid teacher. naw wait, the wean said her da skelps her an ah telt the heid",
        "a lady told me her son takes her pension so I spoke to my manager",
        "resident say carer is rough with her in the night. I report to nurse in charge",
        "he said his father beats him. I did not ask more, and passed it to the named person",
        "A boy told me his stepdad came into his room at night. I handed it to the officer.",
        "i seen a colleague slap a resident and i went to the manager that same shift",
        "a mum told me her partner had hit her and i helped her and told my manager",
    ],
)
def test_who_told_somebody_that_has_to_know_is_heard(text: str) -> None:
    assert READER.read(text).told_on


@pytest.mark.parametrize(
    "text",
    [
        "a lady told me that the manager hits her",
        "she told the nurse that her son hits her",
        "he hits her and they told us not to phone the police",
        "her son hits her and i never told the manager",
        "her son hits her, i will tell my senior tomorrow",
        "the carer slaps her and i was scared to tell the manager",
        "if he hits her again i tell the manager",
        "since i reported her she slaps the residents more",
        "I told the office that the rota was wrong. He hits her when nobody looks.",
        "her son hits her. told her the nurse was coming",
    ],
)
def test_what_others_told_or_nobody_did_is_not_the_writers_telling(text: str) -> None:
    assert not READER.read(text).told_on


@pytest.mark.parametrize(
    "text",
    [
        "slipper too big, he fall in night. I buy new slipper, not fall three weeks",
        "a resident kept getting hit by the door. i put a stopper on. nobody hit since",
        "she was getting burnt on the kettle. we got a tipper and she has not burnt herself since",
    ],
)
def test_what_was_wrong_and_is_mended_is_none(text: str) -> None:
    assert READER.read(text).level == "none"


@pytest.mark.parametrize(
    "text",
    [
        "he hits her. i told them and he says he never hits her",
        "her son hits her. I asked and she said he does not hit her now",
        "he beat her last night and I do not know if he will beat her again",
    ],
)
def test_what_somebody_says_is_no_more_is_not_mended(text: str) -> None:
    assert READER.read(text).level != "none"


@pytest.mark.parametrize(
    "text",
    [
        "naebody taks ony notice o me",
        "nobody takes any notice of me when i say it",
        "they pay no heed to the cleaner",
        "my boss says its a load of nonsense. i drive a bus",
        "load of rubbish if you ask me, i only drive",
    ],
)
def test_to_get_no_heed_or_scorn_for_it_is_no_harm(text: str) -> None:
    assert READER.read(text).level == "none"


@pytest.mark.parametrize(
    "text",
    [
        "phoned the doctor for her sore leg, he came at two",
        "she had a bruise on her arm from the blood test so I told the nurse",
        "I told the office that the van was late and they phoned the garage",
        "I told my manager the new rota was hurting the night staff and she changed it",
    ],
)
def test_what_nurses_and_offices_are_told_each_day_is_nothing_told_on(text: str) -> None:
    assert not READER.read(text).told_on


@pytest.mark.parametrize(
    "text",
    [
        "He hit her. I forgot to tell the nurse before I left in the morning",
        "He hit her and I thought about telling my manager",
        "I nearly told the manager that he hits her",
        "he hits her and I meant to tell the nurse",
    ],
)
def test_what_was_not_told_is_no_telling(text: str) -> None:
    assert not READER.read(text).told_on


@pytest.mark.parametrize(
    "text",
    [
        "I am apprehensive that she would deduce it was I who reported her.",
        "if they find out that i told the manager",
        "she might guess it was me that rang the council",
        "I fear he will know I spoke to the police",
    ],
)
def test_that_somebody_may_find_out_who_told_is_no_telling(text: str) -> None:
    assert not tells_anybody(READER.vocabulary, text)
