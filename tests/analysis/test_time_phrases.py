"""Being asked again later: what is typed after "later", and the buttons."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.analysis.dates import read_date
from bot.analysis.day_phrases import LONGEST_TEXT
from bot.analysis.time_phrases import (
    read_later,
    read_rota,
    read_span,
    read_time,
    read_when,
)
from bot.analysis.zones import read_zone
from bot.domain.local_time import at_local
from bot.domain.quiet_hours import LOOK_AHEAD
from bot.domain.recurrence import Timing
from bot.domain.reminder_preferences import ReminderPreferences, Rota
from bot.domain.snooze import snooze

LONDON = "Europe/London"

TUESDAY = date(2026, 11, 24)

NOW = at_local(LONDON, TUESDAY, "14:30")


def at(wall: str, day: date = TUESDAY) -> datetime:
    return at_local(LONDON, day, wall)


def means(text: str, now: datetime = NOW, zone: str = LONDON) -> str | None:
    due = read_later(text, now, zone)
    assert due is None or due.tzinfo is UTC
    return f"{due.astimezone(ZoneInfo(zone)):%a %d %b %H:%M}" if due else None


@pytest.mark.parametrize(
    ("text", "time"),
    [
        *(("16:00", "16:00"), ("16.00", "16:00"), ("4pm", "16:00"), ("4 pm", "16:00")),
        *(("7", "07:00"), ("07", "07:00"), ("1930", "19:30"), ("noon", "12:00")),
        *(("midnight", "00:00"), ("12am", "00:00"), ("12 PM", "12:00"), ("12 noon", "12:00")),
        *(("7.30 p.m.", "19:30"), ("730pm", "19:30"), ("at 7pm.", "19:00"), ("0:05", "00:05")),
        *(("7 o'clock", "07:00"), ("after 4pm", "16:00"), ("23:59", "23:59")),
    ],
)
def test_a_time_is_read_as_people_type_it(text: str, time: str) -> None:
    assert read_time(text) == time


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "24:00",
        "25:00",
        "12:60",
        "13pm",
        "0am",
        "100",
        "7:5",
        "seven",
        "4pm 5pm",
        "-7",
        "٧",
    ],
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert read_time(text) is None


@pytest.mark.parametrize(
    ("text", "due"),
    [
        *(("19:30", "Tue 24 Nov 19:30"), ("7.30pm", "Tue 24 Nov 19:30")),
        *(("7pm", "Tue 24 Nov 19:00"), ("at 7pm", "Tue 24 Nov 19:00")),
        *(("2pm", "Wed 25 Nov 14:00"), ("8:00", "Wed 25 Nov 08:00")),  # past: the next one
        ("14:30", "Wed 25 Nov 14:30"),
    ],
)
def test_a_bare_time_is_the_next_one(text: str, due: str) -> None:
    assert means(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        *(("tomorrow", "Wed 25 Nov 09:00"), ("tommorow", "Wed 25 Nov 09:00")),
        *(("tomorrow 8am", "Wed 25 Nov 08:00"), ("8am tomorrow", "Wed 25 Nov 08:00")),
        *(("later tomorrow 8am", "Wed 25 Nov 08:00"), ("LATER: tomorrow", "Wed 25 Nov 09:00")),
        ("  Tomorrow,  at 8.30 A.M.!", "Wed 25 Nov 08:30"),
        *(("tomorrow morning", "Wed 25 Nov 08:00"), ("tomorrow night", "Wed 25 Nov 19:00")),
        *(("monday 9am", "Mon 30 Nov 09:00"), ("on friday", "Fri 27 Nov 09:00")),
        *(("fri", "Fri 27 Nov 09:00"), ("friday evening", "Fri 27 Nov 19:00")),
        *(("tuesday", "Tue 01 Dec 09:00"), ("tuesday 7pm", "Tue 01 Dec 19:00")),  # never today
        *(("next friday", "Fri 04 Dec 09:00"), ("at the weekend", "Sat 28 Nov 09:00")),
        *(("next week", "Tue 01 Dec 09:00"), ("today 5pm", "Tue 24 Nov 17:00")),
        *(("in 3 days at 9am", "Fri 27 Nov 09:00"), ("in the morning", "Wed 25 Nov 08:00")),
        *(("5 december", "Sat 05 Dec 09:00"), ("5th of Dec 7pm", "Sat 05 Dec 19:00")),
        *(("19:30 dec 5", "Sat 05 Dec 19:30"), ("1/12", "Tue 01 Dec 09:00")),
        *(("2026-12-01 10:00", "Tue 01 Dec 10:00"), ("3 jan", "Sun 03 Jan 09:00")),
    ],
)
def test_a_day_with_or_without_a_time(text: str, due: str) -> None:
    assert means(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        *(("2h", "Tue 24 Nov 16:30"), ("in 2 hours", "Tue 24 Nov 16:30")),
        *(("an hour", "Tue 24 Nov 15:30"), ("in an hour", "Tue 24 Nov 15:30")),
        *(("30 min", "Tue 24 Nov 15:00"), ("half an hour", "Tue 24 Nov 15:00")),
        *(("1.5 hours", "Tue 24 Nov 16:00"), ("1h30m", "Tue 24 Nov 16:00")),
        *(("two hours and 5 minutes", "Tue 24 Nov 16:35"), ("2 hours later", "Tue 24 Nov 16:30")),
        *(("in 3 days", "Fri 27 Nov 14:30"), ("in a week", "Tue 01 Dec 14:30")),
    ],
)
def test_so_much_time_from_now(text: str, due: str) -> None:
    assert means(text) == due


@pytest.mark.parametrize("text", ["tonight", "this evening", "tonite", "later tonight", "evening"])
def test_tonight_is_seven_or_an_hour_from_now(text: str) -> None:
    assert means(text) == "Tue 24 Nov 19:00"
    assert means(text, at("17:59")) == "Tue 24 Nov 19:00"
    assert means(text, at("18:20")) == "Tue 24 Nov 19:20"
    assert means(text, at("23:30")) == "Wed 25 Nov 00:30"


@pytest.mark.parametrize(
    ("text", "due"),
    [
        *(("tonight at 8", "Tue 24 Nov 20:00"), ("9 at night", "Tue 24 Nov 21:00")),
        *(("tonight 1am", "Wed 25 Nov 01:00"), ("friday night 1am", "Sat 28 Nov 01:00")),
        *(("tomorrow afternoon at 3", "Wed 25 Nov 15:00"), ("tonight 08:00", None)),
    ],
)
def test_a_part_of_the_day_says_which_eight_is_meant(text: str, due: str | None) -> None:
    assert means(text) == due


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "later", "25:00", "nonsense", "?", "am", "a", "in", "not tomorrow"),
        *("2 hours ago", "yesterday", "today 9am", "this morning", "0 min", "8am 9am"),
        *("30 february", "30 feb 9am", "31/11", "45/99", "2026-13-01", "2020-01-01"),
        *("in 61 days", "in 999 weeks", "1 march", "tomorrow we had a fire drill"),
        "tomorrow" + " " * LONGEST_TEXT,
    ],
)
def test_nonsense_the_past_and_what_is_too_far_ahead_are_no_time(text: str) -> None:
    assert means(text) is None


def test_the_29th_of_february_is_a_day_where_it_is_one() -> None:
    assert means("29 feb", at("10:00", date(2028, 2, 1))) == "Tue 29 Feb 09:00"
    assert means("29 feb", at("10:00", date(2027, 2, 1))) is None
    assert means("tomorrow", at("10:00", date(2028, 2, 28))) == "Tue 29 Feb 09:00"


def test_days_keep_the_time_on_the_wall_and_hours_do_not_when_the_clocks_change() -> None:
    evening = at("18:00", date(2026, 10, 24))
    assert means("in 1 day", evening) == "Sun 25 Oct 18:00"
    assert means("in 24 hours", evening) == "Sun 25 Oct 17:00"
    assert means("tomorrow 1.30am", at("18:00", date(2026, 3, 28))) == "Sun 29 Mar 02:00"


def test_the_zone_of_the_learner_counts() -> None:
    assert means("8pm", zone="Asia/Kolkata") == "Wed 25 Nov 20:00", "it is 20:00 there now"


moments = st.integers(0, 3 * 365 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


@given(st.text(max_size=90), moments)
@settings(deadline=None)
def test_any_text_can_be_read(text: str, now: datetime) -> None:
    due = read_later(text, now, LONDON)
    assert due is None or now < due <= now + LOOK_AHEAD


WORDS = (
    *(
        "later",
        "in",
        "at",
        "on",
        "this",
        "next",
        "tomorrow",
        "tonight",
        "monday",
        "week",
        "2",
        "30",
    ),
    *(
        "8am",
        "12:59",
        "hours",
        "days",
        "night",
        "morning",
        "february",
        "an",
        "half",
        "noon",
        "/",
        ".",
    ),
)


@given(st.lists(st.sampled_from(WORDS), max_size=5), moments)
@settings(deadline=None)
def test_what_is_read_is_ahead_and_at_most_sixty_days(words: list[str], now: datetime) -> None:
    due = read_later(" ".join(words), now, LONDON)
    assert due is None or now < due <= now + LOOK_AHEAD


# What coordinators and learners fill in


@pytest.mark.parametrize(
    "text", ["2026-12-12", "12/12/2026", " 12.12.2026 ", "12 December 2026", "12 dec 2026"]
)
def test_a_date_is_read_as_people_type_it(text: str) -> None:
    assert read_date(text) == date(2026, 12, 12)


@pytest.mark.parametrize("text", ["", "soon", "31/02/2027", "12/12", "2026-13-01"])
def test_nonsense_is_no_date(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("every monday 10:00", Timing(LONDON, "10:00", weekday=0)),
        ("Every  Sunday at 7pm", Timing(LONDON, "19:00", weekday=6)),
        ("every friday", Timing(LONDON, "10:00", weekday=4)),
        ("tomorrow 10:00", Timing(LONDON, "10:00", date(2026, 11, 25))),
        ("friday", Timing(LONDON, "09:00", date(2026, 11, 27))),
        *(("every", None), ("every day", None), ("every monday soon", None), ("whenever", None)),
        *(("yesterday", None), ("", None)),
    ],
)
def test_a_reminder_goes_once_or_every_week(text: str, when: Timing | None) -> None:
    assert read_when(text, NOW, LONDON) == when


def test_once_is_told_in_the_time_of_the_group() -> None:
    due = Timing("Asia/Kolkata", "06:00", date(2026, 11, 25))
    assert read_when("in 10 hours", NOW, "Asia/Kolkata") == due


@pytest.mark.parametrize(
    ("text", "span"),
    [
        *(("21:00-07:00", ("21:00", "07:00")), ("9pm to 7 am", ("21:00", "07:00"))),
        *(("22 – 6", ("22:00", "06:00")), ("0900-1700", ("09:00", "17:00"))),
        *(("21:00", None), ("late to early", None), ("to", None), ("", None)),
    ],
)
def test_a_span_has_two_times(text: str, span: tuple[str, str] | None) -> None:
    assert read_span(text) == span


@pytest.mark.parametrize("text", ["4.3.2026-11-24", "4 on 3 off from 2026-11-24"])
def test_a_rota_is_read_as_typed_and_from_a_button(text: str) -> None:
    assert read_rota(text) == Rota(TUESDAY, 4, 3)


@pytest.mark.parametrize(
    "text", ["", "4 on 3 off", "0.4.2026-11-24", "4.32.2026-11-24", "4.3.2026-02-30", "4.3.soon"]
)
def test_what_never_comes_round_is_no_rota(text: str) -> None:
    assert read_rota(text) is None


def test_a_zone_is_one_by_its_name() -> None:
    assert read_zone(" Europe/London ") == LONDON
    for text in ("", "Nowhere", "Europe/Nowhere", "Europe", "../etc/passwd", "\0"):
        assert read_zone(text) is None


# The buttons


def test_two_hours_are_two_hours() -> None:
    assert snooze("2h", NOW, ReminderPreferences()) == at("16:30")


def test_tonight_is_seven_while_it_is_still_ahead() -> None:
    assert snooze("tonight", NOW, ReminderPreferences()) == at("19:00")
    assert snooze("tonight", at("18:30"), ReminderPreferences()) == at("19:00")
    assert snooze("tonight", at("18:31"), ReminderPreferences()) is None


def test_the_morning_is_the_next_one() -> None:
    tomorrow = TUESDAY + timedelta(days=1)
    assert snooze("morning", NOW, ReminderPreferences()) == at("08:00", tomorrow)
    assert snooze("morning", at("05:00"), ReminderPreferences()) == at("08:00", tomorrow)
    assert snooze("morning", at("04:59"), ReminderPreferences()) == at("08:00")


def test_a_day_off_begins_at_ten_and_is_never_today() -> None:
    preferences = ReminderPreferences(rota=Rota(TUESDAY, 4, 4))
    assert snooze("day_off", NOW, preferences) == at("10:00", date(2026, 11, 28))
    saturday = at("09:00", date(2026, 11, 28))
    assert snooze("day_off", saturday, preferences) == at("10:00", date(2026, 11, 29))
    assert snooze("day_off", NOW, ReminderPreferences()) is None


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("europe/london", "Europe/London"),
        ("EUROPE/LONDON", "Europe/London"),
        ("London", "Europe/London"),
        ("glasgow", "Europe/London"),
        ("Scotland.", "Europe/London"),
        ("dublin", "Europe/Dublin"),
        ("new york", "America/New_York"),
        ("america/new york", "America/New_York"),
        ("Poland", "Europe/Warsaw"),
    ],
)
def test_a_zone_is_one_in_any_case_and_by_a_place(typed: str, zone: str) -> None:
    assert read_zone(typed) == zone
