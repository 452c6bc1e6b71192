"""When a reminder may reach a learner: their quiet hours, days off and snoozes, and due times.

The invariant: whatever was scheduled, no reminder comes at an hour that its learner did not allow,
and what ``next_allowed`` gives is the first instant they do. Proved in
``tests/test_reminder_times.py`` against a scan of every minute around the clock changes.

What the clock on the learner's wall shows decides, also on the two days a year when it is changed.
Instants are timezone-aware, and UTC where they come out; wall times are "HH:MM"; zones have their
IANA names. A name that is no zone raises ZoneInfoNotFoundError. Pure: now is given.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

MAX_LATE = timedelta(hours=6)
"""A reminder that is later than this, after the server was down, is left out: it would puzzle."""

NOT_WHILE_WRITING = timedelta(minutes=30)
"""Who wrote within this time needs no reminder to write."""

BETWEEN_REMINDERS = timedelta(days=3)
"""The least time between two reminders to one learner, unless they asked for them."""

LOOK_AHEAD = timedelta(days=60)
"""How far ahead we look for an allowed instant, and the longest that anything is put off."""

YEAR = 366
"""How many days ahead we look for a day off: the longest rotas come round within a year."""

DAY = timedelta(days=1)


@dataclass(slots=True)
class Rota:
    """So many days on, so many off, from a date on ("four on four off from 2026-11-24").

    ``starts`` is the first day on. The rota is taken to have run before it, too.
    """

    starts: date
    on: int
    off: int

    def is_off(self, day: date) -> bool:
        """Whether ``day`` is one of the days off. A rota of no days at all has none."""
        length = self.on + self.off
        return length > 0 and (day - self.starts).days % length >= self.on


@dataclass(slots=True)
class Wishes:
    """What a learner wishes of reminders. Plain data that goes through JSON unchanged.

    Quiet hours run from ``quiet_from`` up to ``quiet_to``, past midnight where that is the earlier;
    two equal times are no quiet hours. ``not_before`` is "" for none, days of the week begin with
    Monday as 0, and ``quotes`` is whether a reminder may quote the last line they wrote.
    """

    on: bool = True
    zone: str = "Europe/London"
    quiet_from: str = "21:00"
    quiet_to: str = "07:00"
    not_before: str = ""
    days_off_only: bool = False
    weekdays_off: list[int] = field(default_factory=list)
    rota: Rota | None = None
    snoozed_until: datetime | None = None
    quotes: bool = False

    def copy(self) -> Wishes:
        """The same wishes, sharing nothing that can change."""
        rota = None if self.rota is None else replace(self.rota)
        return replace(self, weekdays_off=list(self.weekdays_off), rota=rota)


@dataclass(frozen=True, slots=True)
class Timing:
    """When a schedule fires, in local wall time: once on ``day``, or every week on ``weekday``.

    ``weekday`` 0 is Monday, and ``until`` the last local date on which a weekly one may fire.
    With a ``day`` the other two count nothing; with neither it never fires.
    """

    zone: str
    time: str
    day: date | None = None
    weekday: int | None = None
    until: date | None = None


def at_local(zone: str, day: date, time: str, *, fold: int = 0) -> datetime:
    """The UTC instant at which the clock in ``zone`` shows ``time`` ("HH:MM") on ``day``.

    A time that the clock leaves out in spring gives the first instant after the gap; one that comes
    twice in autumn its first, or with ``fold=1`` its second. Raises ValueError for no wall time.
    """
    place = ZoneInfo(zone)
    wall = datetime.fromisoformat(f"{day.isoformat()} {time}").replace(tzinfo=place)
    first, second = (wall.replace(fold=each).astimezone(UTC) for each in (0, 1))
    if second < first:  # the two offsets disagree this way round only in a gap
        return _first_after_change(place, second, first)
    return second if fold else first


def clock_change(zone: str, day: date) -> datetime | None:
    """The UTC instant at which the clock is changed on a local day; None on nearly every day."""
    place = ZoneInfo(zone)
    midnights = (
        datetime(each.year, each.month, each.day, tzinfo=place) for each in (day, day + DAY)
    )
    begin, end = (each.astimezone(UTC) for each in midnights)
    if begin.astimezone(place).utcoffset() == end.astimezone(place).utcoffset():
        return None
    return _first_after_change(place, begin, end)


def _first_after_change(place: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """The first second with another offset than ``before``, looked for by halves."""
    offset = before.astimezone(place).utcoffset()
    second = timedelta(seconds=1)
    while after - before > second:
        middle = before + (after - before) // (2 * second) * second
        if middle.astimezone(place).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return after


def is_allowed(wishes: Wishes, instant: datetime) -> bool:
    """Whether a reminder may come at ``instant``. Does not look at ``wishes.on``."""
    if wishes.snoozed_until is not None and instant < wishes.snoozed_until:
        return False
    local = instant.astimezone(ZoneInfo(wishes.zone))
    wall = f"{local.hour:02}:{local.minute:02}"
    if _is_quiet(wishes, wall) or _is_early(wishes, wall):
        return False
    return not wishes.days_off_only or is_day_off(wishes, local.date())


def _is_quiet(wishes: Wishes, wall: str) -> bool:
    if wishes.quiet_from <= wishes.quiet_to:
        return wishes.quiet_from <= wall < wishes.quiet_to
    return wall >= wishes.quiet_from or wall < wishes.quiet_to


def _is_early(wishes: Wishes, wall: str) -> bool:
    """Whether it is before ``not_before``, which counts from each midnight.

    But who sleeps by day (09:00-17:00) and says "not before 18:00" means the evening, and at 01:00
    that evening is not over: from midnight up to their quiet hours the wish is still met. One that
    lies in those early hours ("not before 03:00") counts from midnight like anybody's.
    """
    if wall >= wishes.not_before:
        return False
    sleeps_by_day = wishes.quiet_from < wishes.quiet_to
    return not (sleeps_by_day and wall < wishes.quiet_from <= wishes.not_before)


def next_allowed(wishes: Wishes, instant: datetime) -> datetime | None:
    """The first instant from ``instant`` on at which a reminder may come, within 60 days.

    It is ``instant`` itself, the end of a snooze, or a whole minute of the wall clock. None where
    nothing is left: a time in the evening's quiet hours, or days off only and none known.
    """
    first = instant.astimezone(UTC)
    last = first + LOOK_AHEAD
    if wishes.snoozed_until is not None:
        first = max(first, wishes.snoozed_until.astimezone(UTC))
    if first > last:
        return None
    if is_allowed(wishes, first):
        return first
    walls = _opening_walls(wishes)
    if not walls:
        return None
    today = first.astimezone(ZoneInfo(wishes.zone)).date()
    for ahead in range(LOOK_AHEAD.days + 2):
        day = today + ahead * DAY
        if wishes.days_off_only and not is_day_off(wishes, day):
            continue
        for opening in _openings(wishes.zone, day, walls):
            if first < opening <= last and is_allowed(wishes, opening):
                return opening
    return None


def _opening_walls(wishes: Wishes) -> set[str]:
    """The wall times at which waiting may come to an end. Without any, no time is open at all."""
    walls = {"00:00", wishes.quiet_to, wishes.not_before or "00:00"}
    return {each for each in walls if not (_is_quiet(wishes, each) or _is_early(wishes, each))}


def _openings(zone: str, day: date, walls: set[str]) -> list[datetime]:
    """The instants of a local day, in order, at which waiting may come to an end."""
    openings = {at_local(zone, day, wall) for wall in walls}
    change = clock_change(zone, day)
    if change is not None:
        # An hour that comes twice may end the waiting twice, or once more as the clock goes back.
        openings |= {change, *(at_local(zone, day, wall, fold=1) for wall in walls)}
    return sorted(openings)


def occurrences(
    timing: Timing, after: datetime, until: datetime
) -> Iterator[tuple[date, datetime]]:
    """Every (local date, UTC instant) with ``after`` < instant <= ``until``, in order.

    Each local date comes once, and depends on nothing but the arguments: who asks again, with a
    server's clock set back, gets the same date, which is a key to know it by. ``until`` bounds the
    work; let it be no further off than needed.
    """
    for day in _days(timing, after, until):
        due = at_local(timing.zone, day, timing.time)
        if after < due <= until:
            yield day, due


def _days(timing: Timing, after: datetime, until: datetime) -> Iterator[date]:
    """The local dates that may have an occurrence between the two, in order."""
    if timing.day is not None:
        yield timing.day
    elif timing.weekday is not None:
        zone = ZoneInfo(timing.zone)
        # A time that does not exist may move past midnight: the day before can still come.
        day = after.astimezone(zone).date() - DAY
        day += (timing.weekday - day.weekday()) % 7 * DAY
        last = until.astimezone(zone).date()
        if timing.until is not None:
            last = min(last, timing.until)
        while day <= last:
            yield day
            day += 7 * DAY


def next_occurrence(timing: Timing, after: datetime) -> tuple[date, datetime] | None:
    """The first occurrence after ``after``, None when there is none any more."""
    until = after + 15 * DAY
    if timing.day is not None:
        until = at_local(timing.zone, timing.day, timing.time)
    return next(occurrences(timing, after, until), None)


def is_too_late(due: datetime, now: datetime) -> bool:
    """Whether what was due is so late that it is better left out."""
    return now - due > MAX_LATE


def is_day_off(wishes: Wishes, day: date) -> bool:
    """Whether a local date is a day off, by the rota or by the day of the week."""
    if wishes.rota is not None and wishes.rota.is_off(day):
        return True
    return day.weekday() in wishes.weekdays_off


def next_day_off(wishes: Wishes, after: date) -> date | None:
    """The first day off after the day ``after``, within a year. None when none is known."""
    days = (after + ahead * DAY for ahead in range(1, YEAR + 1))
    return next((day for day in days if is_day_off(wishes, day)), None)
