"""Alternative text: a picture in words, for who does not see it."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.pictures import (
    Bar,
    FrameworkPicture,
    InvitationCard,
    Overlap,
    Picture,
    ProgressChart,
)


def alternative(picture: Picture | None, said: str) -> str:
    """Return the text in the place of a picture, under which ``said`` stands."""
    if isinstance(picture, InvitationCard):
        parts = (picture.title, picture.cohort, picture.how, picture.code_line, picture.code)
        return " · ".join(filter(None, (*parts, picture.what, picture.until)))
    if isinstance(picture, ProgressChart):
        return " · ".join(_told(picture))
    if isinstance(picture, Overlap):
        return picture.alt
    if isinstance(picture, FrameworkPicture):  # all of it is told right beside it
        return said.partition(". ")[0].rstrip(".") + "."
    return ""


def _told(chart: ProgressChart) -> Iterator[str]:
    """Yield the titles of a chart, and every bar with its count."""
    yield from filter(None, (chart.title, chart.subtitle))
    parts: tuple[tuple[str, tuple[Bar, ...]], ...] = (
        (chart.steps_title, chart.steps),
        (chart.joined_title, chart.joined),
        (chart.sent_title, chart.sent),
        (chart.finished_title, chart.finished),
        (chart.stuck_title, chart.stuck),
    )
    for title, bars in parts:
        if bars:
            yield f"{title}: " + ", ".join(f"{each.label} {each.count}" for each in bars)
    if chart.note:
        yield chart.note
