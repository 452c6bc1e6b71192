"""Words of the calendar and titles, which several kinds of identifier look at."""

from __future__ import annotations

from bot.analysis.patterns import lazy

CALENDAR = lazy(
    r"(?:jan|febr?)uary|march|april|may|june|july|august|(?:sept|nov|dec)ember|october|\w+day"
    r"|tomorrow|morning|afternoon|evening|night|[ap]m|christmas|easter|hogmanay"
)

TITLE = lazy(r"(?i)\b(?:mr|mrs|ms|miss|mx|dr)\.? ?$")
