"""How something is said that was seen of others, or was told in trust."""

from __future__ import annotations

import pytest

from bot.analysis.reading.disclosures import discloses


@pytest.mark.parametrize(
    "text",
    [
        "A member confessed to me that his daughter takes the key when she goes out.",
        "The young woman told me in confidence that the driver had touched her.",
        "It has come to my attention that a colleague signs for what is not given.",
        "I feel obliged to record that I saw it.",
        "I have reason to believe that the patches are being removed.",
        "We were asked not to record it.",
        "My attention was drawn to a lady without a drink.",
    ],
)
def test_what_was_seen_of_others_or_told_in_trust_is_known_by_how_it_is_said(text: str) -> None:
    assert discloses(text)


def test_what_somebody_told_is_that_where_a_sign_of_harm_stands_beside_it() -> None:
    said = "she told me the names of her kids and then she was quiet"
    assert not discloses(said)
    assert discloses(said, signed=True)


@pytest.mark.parametrize(
    "text",
    ["I drew up a schedule for the move.", "we split the corridor", "She told the nurse her plan."],
)
def test_an_account_of_work_is_none(text: str) -> None:
    assert not discloses(text)
