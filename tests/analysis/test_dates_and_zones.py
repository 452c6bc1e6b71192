"""Dates, spans and zones as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.analysis.dates import read_date
from bot.analysis.time_phrases import read_rota, read_span, read_time, read_when
from bot.analysis.zones import read_zone
from bot.domain.local_time import at_local

TODAY = date(2026, 11, 24)

DECEMBER = (
    *("18 December", "18th December", "18th of December", "Dec 18", "18/12", "18.12", "fri 18 dec"),
    *("18/12/26", "18.12.26", "18-12-2026", "18/12/2026", "2026-12-18", "18 dec 26", "18 Dec '26"),
    *("Friday 18 December 2026", "December 18, 2026", "Fri, 18 December", "the 18th of december"),
)


@pytest.mark.parametrize("text", DECEMBER)
def test_a_date_is_read_as_people_write_it(text: str) -> None:
    assert read_date(text, TODAY) == date(2026, 12, 18)


def test_a_date_without_a_year_is_the_next_one() -> None:
    assert read_date("31 March", TODAY) == date(2027, 3, 31)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("end of June", date(2027, 6, 30)),
        ("the end of february", date(2027, 2, 28)),
        ("the last day of June 2028", date(2028, 6, 30)),
        ("30th of June next year", date(2027, 6, 30)),
        ("18 December this year", date(2026, 12, 18)),
        ("in 3 months", date(2027, 2, 24)),
        ("in six months", date(2027, 5, 24)),
        ("in 15 months", date(2028, 2, 24)),
    ],
)
def test_a_last_day_is_read_as_people_say_it(text: str, day: date) -> None:
    assert read_date(text, TODAY) == day


def test_in_a_month_of_fewer_days_it_is_the_last() -> None:
    assert read_date("in 3 months", date(2026, 11, 30)) == date(2027, 2, 28)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "end of",
        "end of next",
        "31 February",
        "18",
        "soon",
        "18/13/26",
        "18 December maybe",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_date(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        *(("London", "Europe/London"), ("scotland", "Europe/London"), ("UK", "Europe/London")),
        *(("europe/london", "Europe/London"), ("EUROPE/DUBLIN", "Europe/Dublin")),
        *(("Glasgow", "Europe/London"), ("new york", "America/New_York"), ("Oslo", "Europe/Oslo")),
        *(
            ("GMT", "Europe/London"),
            ("Glasgow, Scotland", "Europe/London"),
            ("UK time", "Europe/London"),
            ("Dublin.", "Europe/Dublin"),
        ),
    ],
)
def test_a_zone_is_read_as_people_write_it(text: str, zone: str) -> None:
    assert read_zone(text) == zone


@pytest.mark.parametrize(
    "text", ["", "Narnia", "Europe/", "here", "Paris, Narnia", "Paris, Scotland", ","]
)
def test_what_is_no_zone_is_none(text: str) -> None:
    assert read_zone(text) is None


@pytest.mark.parametrize(
    ("text", "span"),
    [
        *(("9 to 5", ("09:00", "17:00")), ("8-4", ("08:00", "16:00"))),
        *(("10 to 6", ("22:00", "06:00")), ("9pm to 7", ("21:00", "07:00"))),
        *(("from 9 till 5", ("09:00", "17:00")), ("09:00-05:00", ("09:00", "05:00"))),
    ],
)
def test_a_span_of_bare_hours_is_a_day_at_work_or_a_night(text: str, span: tuple[str, str]) -> None:
    assert read_span(text) == span


@pytest.mark.parametrize(
    ("text", "time"),
    [
        *(("half 7", "07:30"), ("half seven", "07:30"), ("half past 7 pm", "19:30")),
        *(("quarter to eight", "07:45"), ("quarter past 7pm", "19:15"), ("ten to 1", "12:50")),
    ],
)
def test_half_7_is_a_time(text: str, time: str) -> None:
    assert read_time(text) == time


@pytest.mark.parametrize(
    "text", ["every Monday 10:00", "every mon at 10", "Mondays 10am", "weekly on monday 10"]
)
def test_every_week_is_read_as_people_write_it(text: str) -> None:
    timing = read_when(text, at_local("Europe/London", TODAY, "12:00"), "Europe/London")
    assert timing
    assert (timing.weekday, timing.time) == (0, "10:00")


def test_a_planned_day_may_have_its_year() -> None:
    now = at_local("Europe/London", TODAY, "12:00")
    for text in (
        "18/12/26 10:00",
        "18 December 2026 10:00",
        "18 December at 10am",
        "fri 18 dec 10:00",
    ):
        timing = read_when(text, now, "Europe/London")
        assert timing, text
        assert (timing.day, timing.time) == (date(2026, 12, 18), "10:00"), text


def test_a_rota_begins_on_a_day_as_people_write_it() -> None:
    for text in ("4 on 4 off from 24 November", "4 on 4 off from 24/11/26", "4.4.2026-11-24"):
        rota = read_rota(text, TODAY)
        assert rota, text
        assert (rota.starts, rota.on, rota.off) == (TODAY, 4, 4), text
