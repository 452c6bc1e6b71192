"""What a picture shows is said to who does not see it."""

from __future__ import annotations

from bot.channels.web.alternative import alternative
from bot.domain.pictures import Bar, FrameworkPicture, InvitationCard, ProgressChart


def test_a_chart_is_told_with_every_count() -> None:
    chart = ProgressChart(
        title="Nursery team",
        subtitle="On 3 May: 7 people",
        steps_title="Where they are",
        steps=(Bar("Situation", 3), Bar("Review", 4)),
        finished_title="Finished",
        finished=(),
        stuck_title="Not moved for a week",
        stuck=(Bar("Situation", 1),),
    )
    assert alternative(chart, "") == (
        "Nursery team · On 3 May: 7 people · Where they are: Situation 3, Review 4"
        " · Not moved for a week: Situation 1"
    )


def test_a_card_is_told_with_all_that_stands_on_it() -> None:
    card = InvitationCard("https://x", "Nursery", "6HMP-4E5A", "Join us", "Scan this", "Or type")
    assert alternative(card, "") == "Join us · Nursery · Scan this · Or type · 6HMP-4E5A"


def test_a_framework_is_told_in_a_sentence_since_all_of_it_stands_beside() -> None:
    said = "A table with two columns. First row, deciding what to do."
    assert alternative(FrameworkPicture("kotter"), said) == "A table with two columns."
