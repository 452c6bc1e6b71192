"""Bad news of a learner's own is no evidence at any step; what was done at work about news is."""

from __future__ import annotations

import pytest

from bot.analysis.reading.own_news import is_own_bad_news
from bot.analysis.reading.reading import Found, Reader

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
