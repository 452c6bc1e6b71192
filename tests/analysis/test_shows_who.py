"""What shows who somebody is, and what only sounds of it."""

from __future__ import annotations

import pytest

from bot.analysis.knowledge import Knowledge
from bot.content.library import Content


@pytest.mark.parametrize(
    "text",
    [
        "the lady in 9 lost her husband in March",
        "her son is the MP for the town",
        "he played football for Scotland in the sixties",
        "she was the headteacher at the local primary for thirty years",
        "a woman of 45 whose husband is a policeman",
        "the only Muslim lady in the home",
        "the old doctor who delivered half the town",
        "a lady whose daughter sings on the radio",
    ],
)
def test_what_few_share_shows_who_it_is(content: Content, text: str) -> None:
    assert Knowledge.of(content).shows_who.find(text)


@pytest.mark.parametrize(
    "text",
    [
        "so i split the corridor in 2, me 1 side [a colleague] the other",
        "I cut the round in 3 and my boss took the last one",
        "the group split in 2, half wi me and half wi the senior",
        "she came in at 8 and her shift was done in 6",
        "the man with dementia would not wash",
        "the only bus was late so I rang the driver",
        "I asked my colleague with 20 years behind her to lead it",
    ],
)
def test_what_many_share_shows_nobody(content: Content, text: str) -> None:
    assert not Knowledge.of(content).shows_who.find(text)
