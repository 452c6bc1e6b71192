"""Whole messages that turn a reminder down, or ask for no more of them. They are no answers."""

from __future__ import annotations

import re

STOPS = re.compile(
    r"(?:please\s+)?(?:stop(?:\s+(?:it|this))?|stop\s+(?:reminding|messaging|texting)\s+me"
    r"|no\s+more\s+(?:reminders?|messages?)|leave\s+(?:the|this)\s+group|unsubscribe)"
    r"(?:[ ,]+(?:please|thanks?))?"
)

DECLINES = re.compile(
    r"(?:ok(?:ay)?|thanks?|thank\s+you|ok(?:ay)?[ ,]+thanks?|ta|no|no[ ,]+thanks?|never\s+mind"
    r"|not\s+(?:now|today|tonight)|(?:i'?m|i\s+am)?\s*(?:too\s+|so\s+|off\s+)?"
    r"(?:tired|sick|ill|busy|knackered|working|at\s+work)(?:\s+(?:now|today|tonight))?)"
    r"(?:[ ,]+(?:please\s+)?(?:stop|later))?"
)
