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

AWAY = re.compile(
    r"\b(?:i\s?am|i'?m|im|am|been|we'?re|are)\s(?:still\s|now\s|currently\s|just\s)?"
    r"(?:off\s(?:sick|ill|work|poorly|with|on\s(?:sick|leave|holiday|maternity)|(?:un)?til[l]?|for|this|next)"
    r"|on\s(?:(?:sick|annual|maternity|parental|compassionate|special|my)\s)?(?:leave|holidays?|maternity)"
    r"|in\shospital|unwell|poorly|isolating|signed\soff|away\s(?:until?|till|this|next|on|for))\b"
)
"""Somebody is away: a note to a person, and no answer. For small letters without marks."""

LEAVES_IT = re.compile(
    r"(?:no|nope|nah|none|no\sthanks?|never\s?mind|forget\sit|leave\sit|cancel|nothing|stop"
    r"|don'?t\sbother|not\snow|it'?s\s(?:ok|fine))(?:[ ,]+(?:thanks?|thank\syou|please))?"
)
"""Whole messages that say, where a time is asked for, that there shall be none."""
