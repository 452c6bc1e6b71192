"""An entry for somebody's own calendar (RFC 5545). It holds no word of theirs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from icalendar import Alarm, Calendar, Event

LASTS = timedelta(minutes=10)


def calendar_entry(title: str, about: str, url: str, starts: datetime, now: datetime) -> bytes:
    """Return a file that any calendar takes: ten minutes, and it rings as they begin.

    ``starts`` is a moment; it stands in UTC, so that a phone shows it in its own clock.
    """
    ring = Alarm()
    ring.add("action", "DISPLAY")
    ring.add("description", title)
    ring.add("trigger", timedelta(0))
    event = Event()
    event.add("uid", f"{uuid4()}@reflection-coach")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", starts.astimezone(UTC))
    event.add("dtend", (starts + LASTS).astimezone(UTC))
    event.add("summary", title)
    event.add("description", about)
    event.add("url", url)
    event.add_component(ring)
    calendar = Calendar()
    calendar.add("prodid", "-//reflection-coach//EN")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return bytes(calendar.to_ical())
