"""When a reminder may come: quiet hours, days off, clock changes, and schedules."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from bot.domain.local_time import at_local, clock_change
from bot.domain.quiet_hours import LOOK_AHEAD, is_allowed, next_allowed
from bot.domain.recurrence import Timing, next_occurrence, occurrences
from bot.domain.reminder_preferences import ReminderPreferences, Rota, is_day_off, next_day_off
from tests.support.work import work_of

LONDON = "Europe/London"

ZONES = (LONDON, "Europe/Dublin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata")

TUESDAY = date(2026, 11, 24)

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)

SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)
"""The days on which the clocks of Scotland are changed: no 01:30, and 01:30 twice."""


def at(wall: str, day: date = TUESDAY, zone: str = LONDON) -> datetime:
    return at_local(zone, day, wall)


def wall(instant: datetime | None, zone: str = LONDON) -> str:
    assert instant is not None
    assert instant.tzinfo is UTC
    return f"{instant.astimezone(ZoneInfo(zone)):%a %d %b %H:%M}"


def changes(zone: str, years: range = range(2026, 2029)) -> Iterator[tuple[date, datetime]]:
    """The local days on which the clock is changed, and when."""
    day = date(years.start, 1, 1)
    while day.year < years.stop:
        if (change := clock_change(zone, day)) is not None:
            yield day, change
        day += DAY


CHANGES = [(zone, day, change) for zone in ZONES for day, change in changes(zone)]

# Quiet hours, and not before


def test_a_reminder_comes_from_seven_to_nine_in_the_evening_unless_somebody_says_otherwise() -> (
    None
):
    allowed = [hour for hour in range(24) if is_allowed(ReminderPreferences(), at(f"{hour:02}:00"))]
    assert allowed == list(range(7, 21))
    assert is_allowed(ReminderPreferences(), at("20:59"))
    assert not is_allowed(ReminderPreferences(), at("06:59"))


def test_the_learners_own_zone_counts() -> None:
    instant = at("20:00")
    assert is_allowed(ReminderPreferences(), instant)
    assert not is_allowed(ReminderPreferences(zone="Asia/Kolkata"), instant)
    assert is_allowed(ReminderPreferences(zone="America/New_York"), instant)


def test_who_sleeps_by_day_may_get_one_at_night() -> None:
    preferences = ReminderPreferences(quiet_from="09:00", quiet_to="17:00")
    for time in ("17:00", "23:00", "00:00", "03:00", "08:59"):
        assert is_allowed(preferences, at(time)), time
    for time in ("09:00", "12:00", "16:59"):
        assert not is_allowed(preferences, at(time)), time


def test_two_equal_times_are_no_quiet_hours() -> None:
    preferences = ReminderPreferences(quiet_from="10:00", quiet_to="10:00")
    assert all(is_allowed(preferences, at(f"{hour:02}:00")) for hour in range(24))


def test_not_before_counts_from_each_midnight_until_the_quiet_hours() -> None:
    preferences = ReminderPreferences(not_before="16:00")
    assert not is_allowed(preferences, at("15:59"))
    assert is_allowed(preferences, at("16:00"))
    assert is_allowed(preferences, at("20:59"))
    assert not is_allowed(preferences, at("21:00"))
    assert wall(next_allowed(preferences, at("21:00"))) == "Wed 25 Nov 16:00"


@pytest.mark.parametrize(
    ("not_before", "allowed", "refused"),
    [
        ("18:00", ("18:00", "23:30", "00:00", "01:00", "08:59"), ("09:00", "17:00", "17:59")),
        ("12:00", ("17:00", "01:00"), ("09:00", "12:00")),  # in their sleep: when they are up
        ("03:00", ("03:00", "08:59", "17:00", "23:59"), ("00:00", "02:59", "10:00")),
    ],
)
def test_for_who_sleeps_by_day_the_evening_goes_on_past_midnight(
    not_before: str, allowed: tuple[str, ...], refused: tuple[str, ...]
) -> None:
    preferences = ReminderPreferences(quiet_from="09:00", quiet_to="17:00", not_before=not_before)
    assert [time for time in allowed if not is_allowed(preferences, at(time))] == []
    assert [time for time in refused if is_allowed(preferences, at(time))] == []


def test_quiet_hours_from_midnight_leave_no_evening_after_it() -> None:
    preferences = ReminderPreferences(quiet_from="00:00", quiet_to="07:00", not_before="16:00")
    assert not is_allowed(preferences, at("08:00"))
    assert is_allowed(preferences, at("23:59"))


def test_whether_reminders_are_on_is_not_asked_here() -> None:
    assert is_allowed(ReminderPreferences(on=False), at("10:00"))


# Snoozes and days off


def test_none_comes_while_snoozed_and_one_may_at_the_end_of_it() -> None:
    preferences = ReminderPreferences(snoozed_until=at("19:30"))
    assert not is_allowed(preferences, at("19:29"))
    assert is_allowed(preferences, at("19:30"))
    assert next_allowed(preferences, at("10:00")) == at("19:30")


def test_a_snooze_that_ends_at_night_waits_for_the_morning() -> None:
    preferences = ReminderPreferences(snoozed_until=at("23:30"))
    assert wall(next_allowed(preferences, at("10:00"))) == "Wed 25 Nov 07:00"


def test_four_on_four_off_holds_before_its_first_day_too() -> None:
    rota = Rota(TUESDAY, on=4, off=4)
    days = [rota.is_off(TUESDAY + ahead * DAY) for ahead in range(-8, 16)]
    assert days == [*[False] * 4, *[True] * 4] * 3


@pytest.mark.parametrize("rota", [Rota(TUESDAY, 0, 0), Rota(TUESDAY, 5, 0)])
def test_a_rota_without_days_off_has_none(rota: Rota) -> None:
    assert next_day_off(ReminderPreferences(rota=rota), TUESDAY) is None


def test_a_day_off_is_one_by_the_rota_or_by_the_week() -> None:
    preferences = ReminderPreferences(rota=Rota(TUESDAY, 4, 4), weekdays_off=(2,))  # Wednesdays
    off = [day for day in range(24, 31) if is_day_off(preferences, date(2026, 11, day))]
    assert off == [25, 28, 29, 30]
    assert next_day_off(preferences, date(2026, 11, 25)) == date(2026, 11, 28)
    assert next_day_off(ReminderPreferences(weekdays_off=(1,)), TUESDAY) == TUESDAY + 7 * DAY, (
        "never the same"
    )
    assert next_day_off(ReminderPreferences(), TUESDAY) is None


def test_days_off_only_begins_with_the_local_day_off() -> None:
    preferences = ReminderPreferences(days_off_only=True, rota=Rota(TUESDAY, 4, 4))
    assert not is_allowed(preferences, at("10:00"))
    assert wall(next_allowed(preferences, at("10:00"))) == "Sat 28 Nov 07:00"
    night = ReminderPreferences(
        days_off_only=True, weekdays_off=(5,), quiet_from="09:00", quiet_to="17:00"
    )
    assert wall(next_allowed(night, at("10:00"))) == "Sat 28 Nov 00:00"


@pytest.mark.parametrize(
    "preferences",
    [
        ReminderPreferences(days_off_only=True),
        ReminderPreferences(days_off_only=True, rota=Rota(TUESDAY, 90, 1)),
        ReminderPreferences(not_before="22:00"),
        ReminderPreferences(snoozed_until=at("10:00") + LOOK_AHEAD + MINUTE),
    ],
)
def test_where_nothing_is_left_within_sixty_days_there_is_no_next(
    preferences: ReminderPreferences,
) -> None:
    assert next_allowed(preferences, at("10:00")) is None


def test_what_is_allowed_now_is_next() -> None:
    instant = at("10:00") + timedelta(seconds=7)
    assert next_allowed(ReminderPreferences(), instant) == instant
    assert (
        next_allowed(ReminderPreferences(), instant.astimezone(ZoneInfo("Asia/Kolkata"))) == instant
    )


def test_to_look_at_a_learner_is_little_work() -> None:
    preferences = ReminderPreferences(rota=Rota(TUESDAY, 4, 4), not_before="08:00")
    instant = at("10:00")
    assert work_of(lambda: next_allowed(preferences, instant)) < 100, "and not each minute of a day"


# The first allowed minute, against a scan of every minute

times = st.one_of(
    st.builds("{:02}:{:02}".format, st.integers(0, 23), st.sampled_from((0, 15, 30, 45, 59))),
    st.sampled_from(("00:00", "01:00", "01:30", "02:00", "02:30", "03:00", "23:59")),
)

rotas = st.builds(Rota, st.dates(date(2025, 1, 1), date(2029, 1, 1)), *[st.integers(1, 2)] * 2)

places = st.sampled_from([*CHANGES, *((zone, date(2028, 2, 29), None) for zone in ZONES)])


@st.composite
def preferences_and_instants(draw: st.DrawFn) -> tuple[ReminderPreferences, datetime]:
    """Wishes of any kind, and an instant near a change of their clock or on 29 February."""
    zone, day, change = draw(places)
    near = change or at_local(zone, day, "12:00")
    instant = near + draw(st.integers(-30 * 60, 6 * 60)) * MINUTE
    snooze = draw(st.none() | st.integers(-60, 30 * 60))
    return (
        ReminderPreferences(
            zone=zone,
            quiet_from=draw(times),
            quiet_to=draw(times),
            not_before=draw(st.just("") | times),
            days_off_only=draw(st.booleans()),
            weekdays_off=tuple(draw(st.lists(st.integers(0, 6), max_size=2))),
            rota=draw(st.none() | rotas),
            snoozed_until=None if snooze is None else instant + snooze * MINUTE,
        ),
        instant,
    )


@given(preferences_and_instants())
@example(
    (
        ReminderPreferences(quiet_from="22:00", quiet_to="01:30"),
        at("01:00", SPRING) - timedelta(hours=1),
    )
)
@example((ReminderPreferences(quiet_from="01:45", quiet_to="07:00"), at("01:45", AUTUMN)))
@example(
    (
        ReminderPreferences(quiet_from="09:00", quiet_to="17:00", not_before="01:30"),
        at("00:10", AUTUMN),
    )
)
@settings(max_examples=150, deadline=None)
def test_no_allowed_minute_lies_before_the_next_one(
    given_: tuple[ReminderPreferences, datetime],
) -> None:
    preferences, instant = given_
    found = next_allowed(preferences, instant)
    minutes = (instant + each * MINUTE for each in range(3 * 24 * 60))
    first = next((each for each in minutes if is_allowed(preferences, each)), None)
    if first is not None:
        assert found == first
    elif found is not None:
        assert found >= instant + 3 * DAY
        assert is_allowed(preferences, found)


@given(preferences_and_instants(), st.integers(0, 59))
@settings(deadline=None)
def test_a_found_instant_is_allowed_and_not_in_the_past(
    given_: tuple[ReminderPreferences, datetime], second: int
) -> None:
    preferences, instant = given_[0], given_[1] + timedelta(seconds=second)
    found = next_allowed(preferences, instant)
    if found is not None:
        assert instant <= found <= instant + LOOK_AHEAD
        assert is_allowed(preferences, found)
        assert next_allowed(preferences, found) == found


# Clock changes


def test_a_time_that_the_clock_leaves_out_is_the_first_after_the_gap() -> None:
    assert at("01:30", SPRING) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)
    assert wall(at("01:30", SPRING)) == "Sun 29 Mar 02:00"
    assert at("01:00", SPRING) == at("01:59", SPRING) == at("02:00", SPRING)


def test_a_time_that_comes_twice_is_its_first() -> None:
    assert at("01:30", AUTUMN) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_gap_of_half_an_hour_is_one_too() -> None:
    day = date(2026, 10, 4)
    assert wall(at("02:10", day, "Australia/Lord_Howe"), "Australia/Lord_Howe").endswith("02:30")


def test_a_gap_at_midnight_makes_the_day_begin_later() -> None:
    cairo = "Africa/Cairo"
    assert wall(at("00:00", date(2026, 4, 24), cairo), cairo) == "Fri 24 Apr 01:00"


def test_two_changes_a_year_are_found_in_each_zone_that_has_them() -> None:
    assert [day for day, _ in changes(LONDON, range(2026, 2027))] == [SPRING, AUTUMN]
    for zone in ZONES:
        assert len(list(changes(zone))) == (0 if zone == "Asia/Kolkata" else 6), zone


@pytest.mark.parametrize("zone", ZONES)
def test_the_clock_shows_the_time_or_skips_it_on_every_day_of_three_years(zone: str) -> None:
    place, day = ZoneInfo(zone), date(2026, 1, 1)
    while day.year < 2029:
        for time in ("00:30", "01:30", "02:15", "10:00"):
            instant = at_local(zone, day, time)
            local = instant.astimezone(place)
            shown = f"{local:%H:%M}"
            before = (instant - MINUTE).astimezone(place)
            skipped = f"{before:%H:%M}" < time < shown and clock_change(zone, day) == instant
            assert local.date() == day
            assert not local.fold
            assert shown == time or skipped
        day += DAY


def test_what_is_no_zone_or_no_time_is_said() -> None:
    with pytest.raises(ZoneInfoNotFoundError):
        is_allowed(ReminderPreferences(zone="Europe/Brigadoon"), at("10:00"))
    with pytest.raises(ValueError, match="hour"):
        at("25:00")


# Schedules


def test_once_is_once() -> None:
    timing = Timing(LONDON, "10:00", day=TUESDAY)
    long = (at("10:00") - 30 * DAY, at("10:00") + 30 * DAY)
    assert list(occurrences(timing, *long)) == [(TUESDAY, at("10:00"))]
    assert next_occurrence(timing, at("09:59")) == (TUESDAY, at("10:00"))
    assert next_occurrence(timing, at("10:00")) is None


def test_the_end_is_in_and_the_beginning_is_not() -> None:
    timing = Timing(LONDON, "10:00", weekday=1)
    due = at("10:00")
    assert [day for day, _ in occurrences(timing, due - 7 * DAY, due)] == [TUESDAY]
    assert list(occurrences(timing, due, due + 7 * DAY - MINUTE)) == []


def test_every_monday_keeps_its_time_on_the_wall_when_the_clocks_change() -> None:
    timing = Timing(LONDON, "10:00", weekday=0)
    found = list(occurrences(timing, at("12:00", date(2026, 10, 12)), at("12:00", TUESDAY)))
    assert [wall(due) for _, due in found[:3]] == [
        *("Mon 19 Oct 10:00", "Mon 26 Oct 10:00", "Mon 02 Nov 10:00")
    ]
    assert found[1][1] - found[0][1] == 7 * DAY + timedelta(hours=1)


def test_the_last_date_is_one_on_which_it_fires() -> None:
    monday = date(2026, 11, 30)
    timing = Timing(LONDON, "10:00", weekday=0, until=monday)
    assert next_occurrence(timing, at("10:00")) == (monday, at("10:00", monday))
    assert next_occurrence(timing, at("10:00", monday)) is None
    before = Timing(LONDON, "10:00", weekday=0, until=monday - DAY)
    assert next_occurrence(before, at("10:00")) is None


def test_a_schedule_without_a_day_never_fires() -> None:
    assert next_occurrence(Timing(LONDON, "10:00"), at("10:00")) is None


def test_the_29th_of_february_is_a_day_like_any() -> None:
    leap = date(2028, 2, 29)
    once = Timing(LONDON, "10:00", day=leap)
    weekly = Timing(LONDON, "10:00", weekday=leap.weekday())
    for timing in (once, weekly):
        assert next_occurrence(timing, at("10:00", date(2028, 2, 28))) == (leap, at("10:00", leap))


@pytest.mark.parametrize(("zone", "day", "change"), CHANGES)
def test_each_local_date_fires_once_over_a_clock_change(
    zone: str, day: date, change: datetime
) -> None:
    for minutes in range(0, 24 * 60, 15):
        time = f"{minutes // 60:02}:{minutes % 60:02}"
        timing = Timing(zone, time, weekday=day.weekday())
        found = list(occurrences(timing, change - 10 * DAY, change + 10 * DAY))
        assert [each for each, _ in found] == [day - 7 * DAY, day, day + 7 * DAY]
        asked_often = [
            each
            for start, end in pairwise(
                change + hours * timedelta(hours=1) for hours in range(-30, 30)
            )
            for each, _ in occurrences(timing, start, end)
        ]
        assert asked_often == [day], "nor is one lost or doubled between two questions"


@pytest.mark.parametrize("zone", ZONES)
def test_a_server_whose_clock_is_set_back_gets_the_same_date_again(zone: str) -> None:
    for day in (TUESDAY, SPRING, AUTUMN):
        timing = Timing(zone, "01:30", weekday=day.weekday())
        now = at("01:30", day, zone) + MINUTE
        first = list(occurrences(timing, now - timedelta(hours=1), now))
        set_back = now - timedelta(hours=2)
        again = list(occurrences(timing, set_back, now))
        assert first == again
        assert [each for each, _ in again] == [day]


@given(
    st.sampled_from(ZONES),
    st.integers(0, 6),
    times,
    st.integers(0, 3 * 365 * 24 * 60).map(
        lambda each: at("00:00", date(2026, 1, 1)) + each * MINUTE
    ),
    st.integers(0, 30 * 24),
)
@settings(deadline=None)
def test_occurrences_are_in_order_in_the_span_and_begin_with_the_next(
    zone: str, weekday: int, time: str, after: datetime, hours: int
) -> None:
    timing = Timing(zone, time, weekday=weekday)
    until = after + timedelta(hours=hours)
    found = list(occurrences(timing, after, until))
    assert all(later[1] > first[1] for first, later in pairwise(found))
    assert all(after < due <= until and day.weekday() == weekday for day, due in found)
    following = next_occurrence(timing, after)
    assert following is not None
    assert found[:1] == ([following] if following[1] <= until else [])


# What is kept


def test_preferences_make_a_round_trip_through_json() -> None:
    adapter = TypeAdapter(ReminderPreferences)
    preferences = ReminderPreferences(
        *(False, "Europe/Dublin", "09:00", "17:00", "18:00", True),
        *((0, 6), Rota(TUESDAY, 4, 4), at("19:30"), True),
    )
    for each in (ReminderPreferences(), preferences):
        assert adapter.validate_json(adapter.dump_json(each)) == each


def test_a_timing_makes_a_round_trip_too() -> None:
    adapter = TypeAdapter(Timing)
    for timing in (
        Timing(LONDON, "10:00", day=TUESDAY),
        Timing(LONDON, "10:00", weekday=0, until=TUESDAY),
    ):
        assert adapter.validate_json(adapter.dump_json(timing)) == timing
