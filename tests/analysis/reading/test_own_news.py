"""Bad news of a learner's own is no evidence at any step; what was done at work about news is."""

from __future__ import annotations

import pytest

from bot.analysis.reading.harm_reader import HarmReader
from bot.analysis.reading.own_news import is_own_bad_news
from bot.analysis.reading.reading import Found, Reader
from tests.bench.harm import shipped

OWN = (
    "my dad died on tuesday",
    "mum passed last nite sorry",
    "ive had some bad news",
    "ma mither dee'd on sunday",
    "my wee boy is in hospital",
    "My father is dead since two weeks, I was in Poland for the funeral.",
    "oh I've just heard on the phone my pal's lost her mum I'm away to ring her",
    "we buried my nana yesterday",
    "had a death in the family so i am behind",
)
OF_WORK = (
    "a resident died on tuesday and i sat with the family till two",
    "My colleague lost her mother, so I divided her visits among us",
    "my mum had dementia so i knew what to look for, i told the girls to stop correcting him",
    "the night my dad was in hospital i still did the handover",
    "we had bad news about the funding and the team went quiet",
    "his mum died and i sat with him",
    "my grandson has just passed his driving test",
    "ma man's awa tae the bowlin so ah've peace",
)


@pytest.fixture(scope="module")
def harm_reader() -> HarmReader:
    return shipped()


@pytest.mark.parametrize(
    "text", ["talked to my gp and my pal at work. feeling a bit better", "feelin a wee bit better"]
)
def test_how_somebody_looks_after_themselves_is_no_act_at_work(reader: Reader, text: str) -> None:
    reading = reader.read(text, "management")
    assert not reading.act
    assert "result" not in reading.parts


@pytest.mark.parametrize("text", OWN)
@pytest.mark.parametrize("asked", [False, True])
@pytest.mark.parametrize("step", ["situation", "management", "leadership", "overlap", "review"])
def test_bad_news_of_ones_own_is_told_to_the_coach(
    reader: Reader, text: str, step: str, asked: bool
) -> None:
    assert reader.read(text, step, found=Found(asked=asked)).kind == "chat"


@pytest.mark.parametrize("text", OF_WORK)
def test_news_of_others_and_what_was_done_at_work_is_none(text: str) -> None:
    assert not is_own_bad_news(text)


def test_what_is_meant_for_the_coordinator_stays_so(reader: Reader) -> None:
    text = "Can I get the deadline pushed back, my mum's ill"
    assert reader.read(text, "leadership").kind == "to_coordinator"


@pytest.mark.parametrize(
    "text",
    [
        "wife left",
        "dog died",
        "ma da's no well",
        "my mum fell and she is in the hosptal",
        "i didnt sleep, my wee brother broke his leg at the fitba n we were in a&e till 4",
        "My grandmother in Poland is very ill and I cannot go to her.",
        "split up wi the boyfriend",
        "cant cope wi this the noo",
        "miscarriage last month",
        "ma sister's man passed on Friday so ah'm no sleepin",
    ],
)
def test_a_loss_a_parting_and_an_illness_at_home_are_private_and_no_harm(
    harm_reader: HarmReader, text: str
) -> None:
    assert is_own_bad_news(text)
    assert harm_reader.read(text).level == "none"


@pytest.mark.parametrize(
    "text",
    [
        "my mum has fell and shes not answering the phone",
        "my wife died. i want to die too",
        "my dad died and i cant see the point of going on",
        "my sister is in hospital, her man battered her",
        "my mum has dementia and the carers leave her in wet pads",
        "my dad died and the home never told me he had sores to the bone",
    ],
)
def test_danger_and_wrong_beside_the_news_are_heard(harm_reader: HarmReader, text: str) -> None:
    assert harm_reader.read(text).level != "none"
